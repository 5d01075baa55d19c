"""A read-only file: nothing can be typed into it, and every way to change it offers a copy."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.store.members import members
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.faults import ReadOnlyError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.session import file_location
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets import Choice
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW
from tests.ui.conftest import settle

Key = Qt.Key
TODAY = dt.date(2026, 3, 5)


@pytest.fixture
def reading(
    desk: DeskFile, make_context: Callable[..., Context], make_window: Callable[[Context], MainWindow]
) -> MainWindow:
    """The window with the small chapter, a slip and a visit, read-only, in English."""
    with desk.change("A slip and a visit") as s:
        people = [row.person_id for row in members(s, 1, TODAY)]
        slip = SlipDraft(
            kind=SlipKind.REFERRAL, date=TODAY, giver_id=people[0], receiver_id=people[1], tier=Tier.INSIDE
        )
        add_slip(s, 1, slip)
        add_visit(s, 3, first_name="Marta", last_name="Gil", attended=True)
    path = desk.path
    desk.close()
    context = make_context(language="en")
    window = make_window(context)
    window.context.session.open(path, read_only=True)
    return window


def go(window: MainWindow, key: str, **what: Any) -> Any:
    assert window.workspace is not None
    window.workspace.go(key, **what)
    window.activateWindow()
    window.notice.hide()
    return window.workspace.visible_screen


def offered(window: MainWindow) -> bool:
    """Whether the bar at the bottom offers a copy."""
    return window.notice.isVisible() and window.notice.button.text() == "Save a copy"


def test_the_read_only_badge_offers_a_copy(reading: MainWindow) -> None:
    assert reading.workspace is not None
    badge = reading.workspace.sidebar.read_only
    assert badge.isVisible()
    assert badge.accessibleName() == "Read only: save a copy"
    assert offered(reading)
    asked: list[bool] = []
    reading.context.session.unsaved.copy_requested.connect(lambda: asked.append(True))
    reading.context.session.unsaved.copy_requested.disconnect(reading.save_copy)
    badge.click()
    reading.activateWindow()
    reading.workspace.visible_screen.setFocus()
    settle()
    QTest.keyClick(
        reading.workspace.visible_screen,
        Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert asked == [True, True]
    assert any(command.shortcut == "Ctrl+Shift+S" for command in reading.file_commands())


def strip(window: MainWindow) -> bool:
    screen = go(window, "meeting")
    screen.strip.begin("R")
    return screen.strip.entry is None


def feed(window: MainWindow) -> bool:
    screen = go(window, "meeting")
    screen.feed.correct(screen.feed.lines.index(0, 0))
    return screen.feed.correction is None


def roll(window: MainWindow) -> bool:
    screen = go(window, "meeting")
    return not screen.roll.view.store(screen.roll.model.index(0).data(ROW), Code.LATE)


def steering(window: MainWindow) -> bool:
    screen = go(window, "meeting")
    screen.steering.ask_move()
    return screen.steering.panel is None


def cell(window: MainWindow) -> bool:
    page = go(window, "slips").ledger
    page.table.select(lambda row: row.kind == SlipKind.REFERRAL)
    QTest.keyClick(page.table, Key.Key_F2)
    return not any(one.isVisible() for one in page.table.viewport().findChildren(QLineEdit))


def ledger(window: MainWindow) -> bool:
    page = go(window, "slips").ledger
    page.open_add_panel()
    return not page.add_panel.isVisible()


def removal(window: MainWindow) -> bool:
    page = go(window, "slips").ledger
    page.table.select(lambda row: row.kind == SlipKind.REFERRAL)
    page.remove(page.table.current_row())
    return True


@pytest.mark.parametrize("begin", [strip, feed, roll, steering, cell, ledger, removal])
def test_an_action_that_would_change_the_file_offers_a_copy_instead(
    reading: MainWindow, begin: Callable[[MainWindow], bool]
) -> None:
    assert begin(reading)
    assert offered(reading)


def company(window: MainWindow) -> QWidget:
    with window.context.desk.read() as s:
        person_id = members(s, window.context.chapter.id, TODAY)[0].person_id
    field: QWidget = go(window, "members", person_id=person_id).card.person.fields["company"]
    return field


def notes(window: MainWindow) -> QWidget:
    with window.context.desk.read() as s:
        person_id = members(s, window.context.chapter.id, TODAY)[0].person_id
    field: QWidget = go(window, "members", person_id=person_id).card.person.fields["notes"]
    return field


def role(window: MainWindow) -> QWidget:
    company(window)
    field: QWidget = go(window, "members").card.roles.text
    return field


def new_member(window: MainWindow) -> QWidget:
    screen = go(window, "members")
    screen.open_add_panel()
    field: QWidget = screen.new.name
    return field


def new_visit(window: MainWindow) -> QWidget:
    screen = go(window, "visitors")
    screen.open_add_panel()
    field: QWidget = screen.new.name
    return field


def visit_note(window: MainWindow) -> QWidget:
    screen = go(window, "visitors")
    screen.table.select(lambda row: row.first_name == "Marta")
    field: QWidget = screen.panel.person.fields["note"]
    return field


def chapter(window: MainWindow) -> QWidget:
    field: QWidget = go(window, "settings").chapter.form.name
    return field


def holiday(window: MainWindow) -> QWidget:
    field: QWidget = go(window, "settings").holidays.name
    return field


def wanted(window: MainWindow) -> QWidget:
    screen = go(window, "members")
    screen.page.lists.setCurrentWidget(screen.seats)
    field: QWidget = screen.seats.new
    return field


@pytest.mark.parametrize("find", [company, notes, role, new_member, new_visit, visit_note, chapter, holiday, wanted])
def test_an_editing_field_accepts_no_letter_and_offers_a_copy(
    reading: MainWindow, qtbot: QtBot, find: Callable[[MainWindow], Any]
) -> None:
    field = find(reading)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    reading.notice.hide()
    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    for key in (Key.Key_A, Key.Key_Backspace, Key.Key_Delete):
        QTest.keyClick(field, key)
    QTest.keyClick(field, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == shown
    assert offered(reading)


def test_an_editing_choice_does_not_change(reading: MainWindow, qtbot: QtBot) -> None:
    choice: Choice = go(reading, "settings").chapter.form.fields["weekday"]
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    before = choice.value()
    QTest.keyClick(choice, Key.Key_Down)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert choice.value() == before
    assert offered(reading)


def test_a_search_still_works(reading: MainWindow, qtbot: QtBot) -> None:
    search = go(reading, "members").search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    QTest.keyClicks(search, "gar")
    assert search.text() == "gar"
    assert not offered(reading)


def test_a_writable_file_has_none_of_these_limits(
    context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(context)
    field = chapter(window)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "X")
    assert isinstance(field, QLineEdit)
    assert "X" in field.text()


def test_an_unexpected_read_only_error_offers_a_copy(reading: MainWindow) -> None:
    reading.notice.hide()
    reading.context.tell(ReadOnlyError("{file} is open for reading only", file="a"))
    assert offered(reading)


@pytest.mark.parametrize("passphrase", [None, "cuatro palabras sin relación"])
def test_a_copy_is_made_and_opened(
    tmp_path: Path,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    passphrase: str | None,
) -> None:
    from chapterdesk.store.chapters import add_chapter

    path = tmp_path / "ribera.chapterdesk"
    with DeskFile.create(path, passphrase) as made, made.change("New") as s:
        add_chapter(s, name="Grupo Ribera", language="es")
    before = path.read_bytes()
    window = make_window(make_context(language="en"))
    window.context.session.open(path, passphrase or "", read_only=True)
    identity = window.context.desk.identity
    target = tmp_path / "mine"
    monkeypatch.setattr(file_location, "own_folder", lambda: tmp_path / "Documents")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.context.session.unsaved.copy_requested.emit()
    qtbot.waitUntil(lambda: window.context.is_open and window.context.session.path == tmp_path / "mine.chapterdesk")
    desk = window.context.desk
    assert not desk.read_only
    assert desk.identity != identity
    assert window.context.chapter.name == "Grupo Ribera"
    assert path.read_bytes() == before
    assert window.workspace is not None
    assert not window.workspace.sidebar.read_only.isVisible()


def test_the_palette_copies_a_demo_open_for_reading(reading: MainWindow) -> None:
    titles = [command.title for command in reading.commands()]
    assert "Save a copy…" in titles


def test_no_shortcut_means_two_things_on_any_screen(reading: MainWindow) -> None:
    workspace = reading.workspace
    assert workspace is not None
    for key in workspace.entries:
        screen = go(reading, key)
        found = [one.shortcut for one in (*reading.commands(), *workspace.places.values(), *screen.commands())]
        used = [shortcut for shortcut in found if shortcut]
        assert sorted(used) == sorted(set(used)), key
