"""The main window: navigation, refreshing after changes, undo by keys, palette, language, theme, geometry, faults."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import add_chapter, chapters, edit_chapter
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.faults import Faults
from chapterdesk.ui.shell.palette import CommandPalette
from chapterdesk.ui.shell.shortcuts import ShortcutSheet
from chapterdesk.ui.shell.window import DESIGN_SIZE, MainWindow
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Screen, ScreenEntry
from tests.ui.conftest import settle

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class People(Screen):
    """A screen of the tests: counts its refreshes, has a field and a command."""

    entry = ScreenEntry(
        "people", "People", "users", 1, f"{__name__}:People", "Ctrl+1", frozenset({"person", "membership"})
    )

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(context, parent)
        self.add_header()
        self.field = QLineEdit()
        self.body.addWidget(self.field)
        self.refreshed = 0
        self.ran = 0
        self.shown: dict[str, Any] = {}

    def refresh(self) -> None:
        self.refreshed += 1

    def show_item(self, **what: Any) -> None:
        self.shown = what

    def commands(self) -> list[Command]:
        return [Command("Añadir persona", self._run, "Ctrl+N", "plus", "alta nueva")]

    def _run(self) -> None:
        self.ran += 1

    def focus_start(self) -> None:
        self.field.setFocus()


class Money(People):
    """Another screen of the tests, that watches something else."""

    entry = ScreenEntry("money", "Money", "receipt", 2, f"{__name__}:Money", "Ctrl+2", frozenset({"slip", "chapter"}))

    def commands(self) -> list[Command]:
        return []


@pytest.fixture
def shell(
    context: Context, make_window: Callable[[Context], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window with two small screens and the settings."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [Money.entry, People.entry, SettingsScreen.entry])
    return make_window(context)


def screen(window: MainWindow, key: str) -> Any:
    assert window.workspace is not None
    return window.workspace.screens[key]


def rename(context: Context, name: str) -> None:
    with context.desk.change("Rename to {name}", name=name) as s:
        edit_chapter(s, context.chapter.id, name=name)


def test_screens_are_in_order_and_open_by_ctrl_and_digit(shell: MainWindow, qtbot: QtBot) -> None:
    assert shell.workspace is not None
    assert shell.workspace.current == "people"
    qtbot.keyClick(shell, Qt.Key.Key_2, CTRL)
    assert shell.workspace.current == "money"
    qtbot.keyClick(shell, Qt.Key.Key_Comma, CTRL)
    assert shell.workspace.current == "settings"
    qtbot.keyClick(shell, Qt.Key.Key_1, CTRL)
    assert shell.workspace.current == "people"
    assert screen(shell, "people").field.hasFocus()


def test_a_screen_is_built_when_first_shown(shell: MainWindow) -> None:
    assert shell.workspace is not None
    assert set(shell.workspace.screens) == {"people"}
    shell.workspace.go("money", slip_id=3)
    assert screen(shell, "money").shown == {"slip_id": 3}


def test_a_change_refreshes_the_visible_screen_and_others_when_shown(
    shell: MainWindow, context: Context, qtbot: QtBot
) -> None:
    assert shell.workspace is not None
    shell.workspace.go("money")
    money, people = screen(shell, "money"), screen(shell, "people")
    before = (money.refreshed, people.refreshed)
    with context.desk.change("Another") as s:
        add_chapter(s, name="Otro")
    qtbot.waitUntil(lambda: money.refreshed == before[0] + 1)
    assert people.refreshed == before[1]
    context.changed.emit(frozenset({"person"}))
    settle()
    assert people.refreshed == before[1]
    shell.workspace.go("people")
    assert people.refreshed == before[1] + 1
    shell.workspace.go("money")
    assert money.refreshed == before[0] + 1


def test_a_change_on_another_thread_is_announced_on_the_windows_thread(
    shell: MainWindow, context: Context, qtbot: QtBot
) -> None:
    told: list[int] = []
    context.changed.connect(lambda _tables: told.append(threading.get_ident()))
    worker = threading.Thread(target=rename, args=(context, "Desde otro hilo"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    assert context.chapter.name == "Desde otro hilo"


def test_undo_and_redo_by_keys_say_what_they_did(shell: MainWindow, context: Context, qtbot: QtBot) -> None:
    rename(context, "Ribera")
    assert shell.workspace is not None
    assert "Ribera" in shell.workspace.sidebar.undo.toolTip()
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert context.chapter.name == "Grupo Alameda"
    assert "Ribera" in shell.notice.text.text()
    assert shell.notice.button.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL | SHIFT)
    assert context.chapter.name == "Ribera"
    shell.notice.button.click()
    assert context.chapter.name == "Grupo Alameda"
    assert not shell.workspace.sidebar.undo.isEnabled()
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert shell.notice.isVisible()


def test_redo_by_the_keys_of_windows(shell: MainWindow, context: Context, qtbot: QtBot) -> None:
    rename(context, "Ribera")
    qtbot.keyClick(shell, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(shell, Qt.Key.Key_Y, CTRL)
    assert context.chapter.name == "Ribera"


def test_undo_from_an_empty_field_reaches_the_window_and_typing_is_undone_first(
    shell: MainWindow, context: Context, qtbot: QtBot
) -> None:
    rename(context, "Ribera")
    field = screen(shell, "people").field
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), context.chapter.name) == ("", "Ribera")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert context.chapter.name == "Grupo Alameda"
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)


def test_a_screens_shortcut_acts_only_while_it_is_visible(shell: MainWindow, qtbot: QtBot) -> None:
    assert shell.workspace is not None
    people = screen(shell, "people")
    qtbot.keyClick(shell, Qt.Key.Key_N, CTRL)
    shell.workspace.go("money")
    qtbot.keyClick(shell, Qt.Key.Key_N, CTRL)
    assert people.ran == 1


def open_palette(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    found = window.findChild(CommandPalette)
    assert found is not None
    qtbot.waitUntil(found.field.hasFocus)
    return found


def test_the_palette_finds_commands_in_any_order_without_accents_and_runs_them(shell: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(shell, qtbot)
    qtbot.keyClicks(palette.field, "persona anad")
    assert palette.model.row(0).title == "Añadir persona"
    assert palette.model.row(0).shortcut == "Ctrl+N"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert screen(shell, "people").ran == 1
    qtbot.waitUntil(lambda: shell.findChild(CommandPalette) is None)


def test_the_palette_finds_members_and_goes_to_them(shell: MainWindow, context: Context, qtbot: QtBot) -> None:
    asked: list[tuple[str, Any]] = []
    context.screen_requested.connect(lambda key, what: asked.append((key, what)))
    shell.context.screen_requested.disconnect(shell.go)  # the members screen is not among the two
    palette = open_palette(shell, qtbot)
    qtbot.keyClicks(palette.field, "nunez carm")
    assert palette.model.row(0).title == "Carmen Núñez Peña"
    assert "Fisioterapeuta" in palette.model.row(0).detail
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert asked[0][0] == "members"
    assert set(asked[0][1]) == {"person_id"}


def test_the_palette_moves_with_arrows_reports_no_match_and_closes_with_esc(shell: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(shell, qtbot)
    last = palette.model.rowCount() - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == last
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClicks(palette.field, "xyzzy")
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.findChild(CommandPalette) is None)
    assert screen(shell, "people").field.hasFocus()


def test_f1_shows_every_shortcut_of_the_screen_and_of_the_program(shell: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    sheet = shell.findChild(ShortcutSheet)
    assert sheet is not None
    words = {one.text() for one in sheet.findChildren(QLabel)}
    assert {"Añadir persona", "Ctrl+N", "Ctrl+K", "Ctrl+Z", "Ctrl+2", "F1"} <= words
    bar = sheet.area.verticalScrollBar()
    bar.setRange(0, 1000)
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() == bar.singleStep() + bar.pageStep()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.findChild(ShortcutSheet) is None)


def test_the_palette_closes_for_another_shortcut_and_for_its_own(shell: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette(shell, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: shell.findChild(CommandPalette) is None)
    palette = open_palette(shell, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: shell.findChild(CommandPalette) is None)
    assert shell.workspace is not None
    assert shell.workspace.current == "money"


def test_the_language_changes_while_the_program_runs_and_the_screen_stays(
    shell: MainWindow, context: Context, qtbot: QtBot
) -> None:
    assert shell.workspace is not None
    shell.workspace.go("settings")
    context.set_preferences(language="en")
    qtbot.waitUntil(lambda: "settings" in shell.workspace.screens and bool(title(shell) == "Settings"))  # type: ignore[union-attr]
    context.set_preferences(language="es")
    qtbot.waitUntil(lambda: context.language.code == "es" and bool(title(shell)))
    assert shell.workspace is not None
    assert shell.workspace.current == "settings"


def title(window: MainWindow) -> str:
    assert window.workspace is not None
    return window.workspace.visible_screen.heading.text()


def test_the_theme_changes_while_the_program_runs(shell: MainWindow, context: Context, qtbot: QtBot) -> None:
    before = shell.workspace
    context.set_preferences(theme="dark")
    qtbot.waitUntil(lambda: shell.workspace is not before)
    assert shell.palette().window().color() == context.style.colour("ground")
    assert context.style.theme == "dark"
    context.set_preferences(theme="light")
    qtbot.waitUntil(lambda: context.style.theme == "light")


def test_another_chapter_is_chosen_and_remembered(shell: MainWindow, context: Context, qtbot: QtBot) -> None:
    with context.desk.change("Another") as s:
        other = add_chapter(s, name="Grupo Ribera")
    people = screen(shell, "people")
    before = people.refreshed
    context.choose_chapter(other)
    qtbot.waitUntil(lambda: people.refreshed > before)
    assert shell.workspace is not None
    assert "Ribera" in shell.workspace.sidebar.chapter.text()
    assert context.settings_file.chapter_of(context.session.path) == other


def test_the_sidebar_keeps_only_icons_in_a_narrow_window(shell: MainWindow, qtbot: QtBot) -> None:
    assert shell.workspace is not None
    sidebar = shell.workspace.sidebar
    wide = sidebar.width()
    shell.resize(1024, 640)
    qtbot.waitUntil(lambda: sidebar.width() < wide / 2)
    buttons = [one for one in sidebar.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) > 2
    assert all(not button.text() for button in buttons)
    assert all(button.toolTip() and button.accessibleName() for button in buttons)
    qtbot.keyClick(shell, Qt.Key.Key_B, CTRL)
    assert sidebar.width() == wide


def test_a_notice_shows_plain_text_and_closes_when_its_action_is_done(shell: MainWindow, context: Context) -> None:
    done: list[str] = []
    context.notify("<b>Ana</b> & Co", "Deshacer & más", lambda: done.append("done"))
    assert shell.notice.text.text() == "<b>Ana</b> & Co"
    assert shell.notice.text.textFormat() == Qt.TextFormat.PlainText
    assert shell.notice.button.text() == "Deshacer && más"
    shell.notice.button.click()
    assert done == ["done"]
    assert not shell.notice.isVisible()


def test_every_word_in_the_window_is_plain_text(shell: MainWindow) -> None:
    assert shell.workspace is not None
    shell.workspace.go("settings")
    formats = {one.textFormat() for one in shell.findChildren(QLabel) if one.text()}
    assert formats == {Qt.TextFormat.PlainText}


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, Qt.MouseButton.LeftButton, NO))


def test_a_desk_file_that_is_dropped_is_opened(shell: MainWindow, context: Context, tmp_path: Path) -> None:
    from chapterdesk.store.sqlite.file import DeskFile

    other = tmp_path / "otro.chapterdesk"
    with DeskFile.create(other) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Ribera")
    drop(shell, other)
    assert context.session.path == other
    assert context.chapter.name == "Grupo Ribera"
    assert context.settings_file.recent()[0] == other


def test_the_window_reopens_where_it_was_and_always_on_a_screen(
    shell: MainWindow, context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    shell.resize(900, 600)
    shell.move(5000, 5000)
    shell.close()
    assert not context.is_open
    again = MainWindow(context)
    qtbot.addWidget(again)
    room = again.screen().availableGeometry()
    assert room.intersects(again.geometry())
    assert again.width() <= room.width()
    assert DESIGN_SIZE == (1280, 800)


def test_a_fault_is_logged_without_values_and_work_goes_on(
    shell: MainWindow, context: Context, caplog: pytest.LogCaptureFixture
) -> None:
    fault = Faults(context)
    stored = {"Ana": 1}
    secret = f"María {Path('Secreta')}"
    try:
        stored[secret]
    except KeyError as error:
        with caplog.at_level(logging.ERROR):
            fault(type(error), error, error.__traceback__)
    assert "KeyError" in caplog.text
    assert "test_window.py" in caplog.text
    assert secret not in caplog.text
    assert shell.notice.isVisible()


def test_an_uncaught_chapter_error_is_shown_with_its_text(shell: MainWindow, context: Context) -> None:
    error = ChapterError("{file} does not exist", file="lista.xlsx")
    Faults(context)(ChapterError, error, None)
    assert "lista.xlsx" in shell.notice.text.text()


def test_the_file_menu_offers_the_chapters_of_the_file(shell: MainWindow, context: Context) -> None:
    with context.desk.change("Another") as s:
        add_chapter(s, name="Grupo Ribera & Vega")
    assert shell.workspace is not None
    menu = shell.workspace.sidebar.make_menu()
    texts = [action.text() for action in menu.actions()]
    with context.desk.read() as s:
        assert texts[:2] == [row.name.replace("&", "&&") for row in chapters(s)]
    menu.actions()[1].trigger()
    assert context.chapter.name == "Grupo Ribera & Vega"
