"""Import: files dropped on the window are previewed, questions answered in place, files imported and undone."""

import datetime as dt
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import Side
from chapterdesk.importers.results import Answer
from chapterdesk.store.members import members
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.ui.screens.import_files.file_questions import ColumnFields, NameQuestions
from chapterdesk.ui.screens.import_files.import_screen import ImportScreen
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets import Button, DateEdit, PersonEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import DropHint
from chapterdesk.ui.widgets.screen import Screen, ScreenEntry
from tests.ui.conftest import settle

NAMES = (("Ana", "García López"), ("Bruno", "Martín Ruiz"), ("Carmen", "Núñez Peña"))
MEETING = dt.date(2026, 2, 26)


class SlipsStandIn(Screen):
    """A stand-in for the screens that an import opens."""

    entry = ScreenEntry("slips", "Slips", "receipt", 1, f"{__name__}:SlipsStandIn")


class MembersStandIn(SlipsStandIn):
    entry = ScreenEntry("members", "Members", "receipt", 1, f"{__name__}:MembersStandIn")


class TodayStandIn(SlipsStandIn):
    entry = ScreenEntry("today", "Today", "receipt", 1, f"{__name__}:TodayStandIn")


@pytest.fixture(scope="session")
def connect() -> ModuleType:
    """The writer of files as BNI Connect exports them."""
    path = Path(__file__).parents[3] / "importers" / "connect_files.py"
    spec = importlib.util.spec_from_file_location("connect_files_of_the_window", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def shell(
    context: Context, make_window: Callable[[Context], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setattr(
        shell_window,
        "screen_entries",
        lambda: [SlipsStandIn.entry, MembersStandIn.entry, TodayStandIn.entry, ImportScreen.entry],
    )
    return make_window(context)


@pytest.fixture
def files(tmp_path: Path, connect: ModuleType) -> dict[str, Path]:
    """A summary, slips without headings and with unknown names, a list with unknown headings, and a letter."""
    rows = [[first, last, 11, 1, 0, 0, 0, 6, 2, 1, 4, 1, 2.0, 4850.0, 2] for first, last in NAMES]
    total = ["Total", "", 36, 3, 0, 0, 0, 20, 6, 3, 12, 3, 6.0, 14550.0, 6]
    content = {
        "summary": connect.summary_file([*rows, total], first=dt.date(2025, 9, 1), last=dt.date(2026, 2, 28)),
        "slips": connect.slips_file(
            [
                ["Ana García López", "Bruno Martín Ruiz", "Referral", "Tier 1 (inside)", "", "", ""],
                ["Ana García López", "Bruno Martín Ruiz", "Referral", "Tier 1 (inside)", "", "", ""],
                ["Bruno Martin Ruis", "Ana García López", "One-to-One", "", "", "", ""],
                ["Lucía Forastera", "Ana García López", "Referral", "Tier 2 (outside)", "", "", ""],
            ]
        ),
        "list": connect.csv_file([["Nom", "Cognom", "Ofici"], ["Zoe", "Nueva Vila", "Óptica"]], ";"),
        "letter": b"Querida Ana:\nesto no es una tabla\n",
    }
    paths = {}
    for name, data in content.items():
        paths[name] = tmp_path / f"{name}.dat"
        paths[name].write_bytes(data)
    return paths


def drop_files(window: MainWindow, qtbot: QtBot, *paths: Path) -> ImportScreen:
    """Drop files on the window and wait for their previews."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, none))
    assert window.workspace is not None
    screen = window.workspace.visible_screen
    assert isinstance(screen, ImportScreen)
    wait_for_previews(screen, qtbot)
    return screen


def wait_for_previews(screen: ImportScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=10_000)


def import_ready_files(screen: ImportScreen, context: Context, qtbot: QtBot) -> None:
    assert screen.button.isEnabled()
    with qtbot.waitSignal(context.noticed, timeout=10_000):
        screen.button.click()
    wait_for_previews(screen, qtbot)


def label_texts(screen: QWidget) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel))


def counts(context: Context) -> tuple[int, int]:
    with context.desk.read() as s:
        chapter = context.chapter.id
        return len(members(s, chapter, context.today())), len(slips(s, chapter, SlipFilter()))


def test_files_dragged_over_the_window_show_a_hint(shell: MainWindow, files: dict[str, Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files["summary"]))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPointF(9, 9), copy, data, button, none)
    shell.dragEnterEvent(event)
    assert event.isAccepted()
    assert shell.findChild(DropHint) is not None
    shell.dragLeaveEvent(QDragLeaveEvent())
    settle()
    assert shell.findChild(DropHint) is None
    text = QMimeData()
    text.setText("no file")
    event = QDragEnterEvent(QPointF(9, 9), copy, text, button, none)
    event.ignore()
    shell.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_summary_is_shown_with_its_difference_and_stored_only_by_import(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["summary"])
    shown = label_texts(screen)
    assert "P +3" in shown
    assert "RGI +2" in shown
    assert context.language.period(screen.previews[0].period) in shown  # type: ignore[arg-type]
    assert context.desk.undo_step is None
    import_ready_files(screen, context, qtbot)
    assert shell.workspace is not None
    assert shell.workspace.current == "today"
    assert shell.notice.button.isVisible()
    shell.notice.button.click()
    assert context.desk.undo_step is None
    assert context.desk.redo_step is not None


def test_a_slips_file_without_headers_asks_for_its_day_in_place(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["slips"])
    assert not screen.button.isEnabled()
    day = screen.cards[0].findChild(DateEdit)
    assert day is not None
    day.setFocus()
    qtbot.keyClicks(day, "26/2/2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    wait_for_previews(screen, qtbot)
    assert screen.previews[0].ready
    assert screen.hints.dates == {"slips.dat": MEETING}
    import_ready_files(screen, context, qtbot)
    assert counts(context) == (6, 4)
    assert shell.workspace is not None
    assert shell.workspace.current == "slips"
    context.undo()
    assert counts(context) == (6, 0)


def test_unknown_names_are_answered_in_place_and_the_answer_is_kept(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["slips"])
    screen.answer_need("slips.dat", screen.previews[0].needs[0], MEETING)
    wait_for_previews(screen, qtbot)
    names = screen.cards[0].findChild(NameQuestions)
    assert names is not None
    assert set(names.choices) == {"Bruno Martin Ruis", "Lucía Forastera"}
    likely = names.choices["Bruno Martin Ruis"]
    assert "Bruno Martín Ruiz" in likely.itemText(1)
    likely.setFocus()
    qtbot.keyClick(likely, Qt.Key.Key_Down)
    wait_for_previews(screen, qtbot)
    names = screen.cards[0].findChild(NameQuestions)
    assert names is not None
    answered = names.choices["Bruno Martin Ruis"]
    assert answered.hasFocus()
    assert "Bruno Martín Ruiz" in answered.currentText()
    names.choices["Lucía Forastera"].picked.emit(Answer(side=Side.ELSEWHERE))
    wait_for_previews(screen, qtbot)
    assert not screen.previews[0].unmatched
    import_ready_files(screen, context, qtbot)
    with context.desk.read() as s:
        rows = slips(s, context.chapter.id, SlipFilter())
    assert {row.giver for row in rows} == {"Ana García López", "Bruno Martín Ruiz", "Lucía Forastera"}
    assert counts(context)[0] == 6


def test_a_name_can_be_assigned_to_another_person_of_the_file(
    shell: MainWindow, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["slips"])
    screen.answer_need("slips.dat", screen.previews[0].needs[0], MEETING)
    wait_for_previews(screen, qtbot)
    names = screen.cards[0].findChild(NameQuestions)
    assert names is not None
    choice = names.choices["Lucía Forastera"]
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.count() - 1)
    who = next(one for one in names.findChildren(PersonEdit) if one.isVisibleTo(names))
    qtbot.keyClicks(who, "elena")
    qtbot.keyClick(who, Qt.Key.Key_Return)
    wait_for_previews(screen, qtbot)
    assert screen.hints.answers["Lucía Forastera"].person_id is not None
    assert "Lucía Forastera" not in [one.name for one in screen.previews[0].unmatched]


def test_an_answer_does_not_change_the_other_fields(shell: MainWindow, qtbot: QtBot, files: dict[str, Path]) -> None:
    screen = drop_files(shell, qtbot, files["slips"], files["list"])
    fields = screen.cards[1].findChild(ColumnFields)
    assert fields is not None
    fields.choices[0].set_value("first_name")
    screen.answer_need("slips.dat", screen.previews[0].needs[0], MEETING)
    wait_for_previews(screen, qtbot)
    assert screen.cards[1].findChild(ColumnFields) is fields
    assert fields.choices[0].value() == "first_name"
    names = screen.cards[0].findChild(NameQuestions)
    assert names is not None
    choice = names.choices["Lucía Forastera"]
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.count() - 1)
    who = next(one for one in names.findChildren(PersonEdit) if one.isVisibleTo(names))
    qtbot.keyClicks(who, "el")
    likely = names.choices["Bruno Martin Ruis"]
    likely.setCurrentIndex(1)
    likely.activated.emit(1)
    wait_for_previews(screen, qtbot)
    assert "Bruno Martin Ruis" in screen.hints.answers
    assert (who.text(), who.hasFocus(), who.isVisible()) == ("el", True, True)


def test_unknown_headings_are_asked_once(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["list"])
    screen.add_members.setChecked(True)
    fields = screen.cards[0].findChild(ColumnFields)
    assert fields is not None
    for place, meaning in enumerate(("first_name", "last_name", "classification")):
        fields.choices[place].set_value(meaning)
    fields.button.click()
    wait_for_previews(screen, qtbot)
    assert screen.previews[0].ready
    assert screen.previews[0].new == ("Zoe Nueva Vila",)
    import_ready_files(screen, context, qtbot)
    assert counts(context)[0] == 7
    again = files["list"].with_name("again.dat")
    again.write_bytes(files["list"].read_bytes() + "Eva;Nueva Vila;Óptica\n".encode())
    screen = drop_files(shell, qtbot, again)
    assert not screen.previews[0].needs


def test_an_unknown_file_is_refused_and_can_be_left_out(
    shell: MainWindow, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["letter"], files["summary"])
    assert [preview.ready for preview in screen.previews] == [False, True]
    assert screen.button.isEnabled()
    screen.remove("letter.dat")
    wait_for_previews(screen, qtbot)
    assert [preview.file_name for preview in screen.previews] == ["summary.dat"]
    screen.remove("summary.dat")
    wait_for_previews(screen, qtbot)
    assert screen.pages.currentIndex() == 0
    assert not screen.button.isVisible()


def test_the_same_file_again_is_refused_unless_it_replaces(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path]
) -> None:
    screen = drop_files(shell, qtbot, files["summary"])
    import_ready_files(screen, context, qtbot)
    screen = drop_files(shell, qtbot, files["summary"])
    assert screen.previews[0].refused is not None
    assert not screen.button.isEnabled()
    screen.replace.setChecked(True)
    wait_for_previews(screen, qtbot)
    assert screen.previews[0].ready
    assert screen.previews[0].replaces


def test_a_cancelled_import_stores_nothing(
    shell: MainWindow, context: Context, qtbot: QtBot, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from chapterdesk import importers

    real = importers.apply

    def slow(desk: Any, previews: Any, progress: Any) -> Any:
        outcome = real(desk, previews, CancelledProgress(progress))
        raise AssertionError(outcome)

    class CancelledProgress:
        """Progress that the director cancels at the first step."""

        def __init__(self, progress: Any) -> None:
            self._progress = progress

        def step(self, done: int, total: int, text: str = "") -> None:
            self._progress.cancel()
            self._progress.step(done, total, text)

    screen = drop_files(shell, qtbot, files["summary"])
    monkeypatch.setattr(importers, "apply", slow)
    with qtbot.waitSignal(context.noticed, timeout=10_000):
        screen.button.click()
    assert context.desk.undo_step is None
    assert [path.name for path in screen.paths] == ["summary.dat"]


def test_every_word_of_a_card_is_plain_text(
    shell: MainWindow, qtbot: QtBot, files: dict[str, Path], tmp_path: Path
) -> None:
    hostile_name = tmp_path / "a<b>&c.dat"
    hostile_name.write_bytes(files["letter"].read_bytes())
    screen = drop_files(shell, qtbot, hostile_name, files["summary"], files["slips"])
    assert {one.textFormat() for one in screen.findChildren(QLabel) if one.text()} == {Qt.TextFormat.PlainText}
    assert "a<b>&c.dat" in label_texts(screen)


def test_an_empty_import_screen_says_what_to_do(make_screen: Callable[..., ImportScreen], context: Context) -> None:
    screen = make_screen(ImportScreen, context)
    assert screen.pages.currentIndex() == 0
    buttons = [one.text() for one in screen.findChildren(Button) if one.isVisible()]
    assert len(buttons) == 1
    screen.import_files()
    assert context.desk.undo_step is None
