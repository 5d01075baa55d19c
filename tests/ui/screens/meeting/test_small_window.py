"""The meeting in the smallest window, in small and very large text: everything can be read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import RowPen
from chapterdesk.ui.widgets.slip_entry import SlipEntry
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys

Open = Callable[..., MeetingScreen]
SIZES = pytest.mark.parametrize("size", [90, 100, 130])


@pytest.fixture(autouse=True)
def _own_font(qapp: QApplication) -> Iterator[None]:
    """Restore the font for the next test: text sizes are relative to it."""
    font = qapp.font()
    yield
    qapp.setFont(font)


def small(context: Context, open_meeting: Open, size: int, qtbot: QtBot) -> MeetingScreen:
    context.set_preferences(text_size=size)
    screen = open_meeting(context, 760, 560)
    settle()
    assert screen.window().width() == 760
    return screen


def needed(part: QWidget) -> int:
    """The width of the text of a widget as shown."""
    assert isinstance(part, QLabel | QAbstractButton)
    return max(part.fontMetrics().horizontalAdvance(line) for line in part.text().split("\n"))


def cut(part: QWidget) -> list[str]:
    """The texts in a part of the window that do not fit or are partly outside it."""
    found = []
    for one in part.findChildren(QWidget):
        if not isinstance(one, QLabel | QPushButton) or not one.isVisible() or not one.text():
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            continue
        left = one.mapTo(part, QPoint(0, 0)).x()
        if needed(one) > one.width() or left < 0 or left + one.width() > part.width():
            found.append(one.text())
    return found


class Layouts(QObject):
    """Counts the layouts that are asked for anywhere in the program."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("width", [760, 1280])
def test_a_window_in_which_nothing_happens_asks_for_no_layout(
    forty: Context, open_meeting: Open, width: int, qapp: QApplication
) -> None:
    open_meeting(forty, width, 800)
    for _ in range(20):  # from the innermost part to the window
        qapp.processEvents()
    layouts = Layouts()
    qapp.installEventFilter(layouts)
    for _ in range(20):
        qapp.processEvents()
    qapp.removeEventFilter(layouts)
    assert layouts.count == 0


@SIZES
def test_no_text_is_cut_in_the_middle_of_a_letter(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot, size: int
) -> None:
    screen = small(context, open_meeting, size, qtbot)
    assert abs(screen.roll.width() - screen.strip.width()) <= 1, "both halves have room for names"
    assert cut(screen.bar) == []
    assert cut(screen.roll) == []
    assert cut(screen.strip) == []
    assert cut(screen.totals) == []
    assert cut(screen.expected) == []
    screen.strip.focus_start()
    keys.type("r")
    settle()
    assert cut(screen.strip) == []


@SIZES
def test_letters_words_date_and_key_0_can_be_read(
    context: Context, open_meeting: Open, qtbot: QtBot, size: int
) -> None:
    screen = small(context, open_meeting, size, qtbot)
    for letter, tile in screen.strip.tiles.items():
        assert tile.cap.text() == letter
        assert tile.cap.width() >= tile.cap.sizeHint().width()
        assert len(tile.name.text()) >= 5
        assert tile.height() >= tile.sizeHint().height()
    assert "5 mar" in screen.bar.title.text()
    assert screen.bar.title.accessibleName() == "Jueves, 5 de marzo de 2026"
    assert "0" in screen.roll.rest.text()


@SIZES
def test_the_fields_of_a_slip_scroll_and_the_focused_one_is_visible(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot, size: int
) -> None:
    screen = small(context, open_meeting, size, qtbot)
    screen.strip.focus_start()
    keys.type("r")
    settle()
    entry, area = screen.strip.entry, screen.strip.area
    assert isinstance(entry, SlipEntry)
    assert area.verticalScrollBar().isVisible()
    for field in entry.fields.values():
        field.take_focus()
        top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + field.height() <= area.viewport().height(), field.name
        assert field.width() <= area.viewport().width()


@SIZES
def test_the_current_row_says_surname_and_first_name(
    context: Context, open_meeting: Open, qtbot: QtBot, size: int
) -> None:
    screen = small(context, open_meeting, size, qtbot)
    written = drawn(screen)
    first = [one for one in written if one[0] == "Elena"]
    assert first, written
    assert all(wide <= room for _text, wide, room in first), written


def drawn(screen: MeetingScreen) -> list[tuple[str, int, int]]:
    """The painted texts of the roll call: text, its width, its room."""
    written: list[tuple[str, int, int]] = []
    plainly = RowPen.words

    def note(pen: RowPen, box: QRect, text: str, font: QFont, *look: Any) -> int:
        written.append((text, QFontMetrics(font).horizontalAdvance(text), box.width()))
        return plainly(pen, box, text, font, *look)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowPen, "words", note)
        screen.roll.view.grab()
    return written


@pytest.mark.parametrize("width", [760, 1280])
def test_typing_a_substitute_keeps_the_name_whole_and_moves_nothing(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot, width: int
) -> None:
    screen = open_meeting(context, width, 800)
    settle()
    before = screen.roll.geometry()
    chips: list[object] = []
    painter = screen.roll.view.painter
    keys.type("5bru")
    settle()
    assert screen.roll.geometry() == before
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painter, "paint_chips", lambda *painted: chips.append(painted))
        written = drawn(screen)
    assert chips == [], "the codes are not drawn beside the field"
    assert all(wide <= room for text, wide, room in written if text == "Elena")
    for _code in range(5):
        keys.press(Qt.Key.Key_Return)
        keys.type("4")
    settle()
    assert screen.roll.width() == before.width()


def test_a_large_window_has_the_wide_layout(context: Context, open_meeting: Open, qtbot: QtBot) -> None:
    screen = open_meeting(context)
    settle()
    assert screen.bar.title.text() == "Jueves, 5 de marzo de 2026"
    assert screen.bar.sheet.text() == "Hoja"
    assert len({tile.y() for tile in screen.strip.tiles.values()}) == 1
    assert "tecla 0" in screen.roll.rest.text()
    assert screen.roll.width() < screen.strip.width()
