"""The backups screen: the folder, making, verifying, previewing and restoring."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chapterdesk import paths
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import backups, passphrase_change
from chapterdesk.store.keeping.backups import Backup, Reason, now
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.backups.backups_screen import BackupsScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover


@pytest.fixture
def folder(context: Context, tmp_path: Path) -> Path:
    folder = tmp_path / "Memoria USB"
    folder.mkdir()
    context.backups.choose(folder)
    return folder


@pytest.fixture
def two_backups(context: Context, folder: Path) -> list[Backup]:
    """Two backups, of yesterday and today, and a chapter that was added after them; newest first."""
    made = [
        backups.make(context.session.file, folder, Reason.IMPORT, now() - dt.timedelta(days=days)) for days in (1, 0)
    ]
    with context.desk.change("Add") as session:
        add_chapter(session, name="Later")
    return made[::-1]


@pytest.fixture
def open_screen(window: MainWindow, qtbot: QtBot) -> Callable[[], BackupsScreen]:
    def open_backups() -> BackupsScreen:
        assert window.workspace is not None
        window.workspace.go("backups")
        screen = window.workspace.visible_screen
        assert isinstance(screen, BackupsScreen)
        qtbot.waitUntil(lambda: screen.verify.isEnabled() or screen.empty.isVisible())
        return screen

    return open_backups


def texts(screen: BackupsScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisibleTo(screen))


def cells(screen: BackupsScreen, row: int) -> list[str]:
    model = screen.table.rows_model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def names(desk: DeskFile) -> list[str]:
    with desk.read() as session:
        return sorted(row.name for row in chapters(session))


def test_without_backups_it_says_when_there_will_be_some(
    folder: Path, open_screen: Callable[[], BackupsScreen], qtbot: QtBot
) -> None:
    screen = open_screen()
    qtbot.waitUntil(screen.empty.isVisible)
    assert screen.empty.isVisible()
    assert str(folder) in texts(screen)
    qtbot.mouseClick(screen.empty.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(screen.backups) == 1)
    assert screen.backups[0].reason is Reason.ASKED
    qtbot.waitUntil(lambda: screen.card.line is not None)


def test_each_backup_shows_time_reason_size_and_state(
    two_backups: list[Backup], open_screen: Callable[[], BackupsScreen]
) -> None:
    two_backups[1].path.write_bytes(b"cut")
    screen = open_screen()
    assert [line.backup for line in screen.table.rows_model.rows] == two_backups
    when, why, rows, size, state = cells(screen, 0)
    assert when == screen.context.language.short_moment(two_backups[0].at)
    assert (why, state) == ("Antes de importar", "Completa")
    assert int(rows.replace(".", "")) == two_backups[0].counts.rows
    assert size.endswith("kB")
    assert cells(screen, 1)[-1] == "Dañada"


def test_verifying_reads_every_backup_and_finds_the_damaged_ones(
    two_backups: list[Backup], open_screen: Callable[[], BackupsScreen], window: MainWindow, qtbot: QtBot
) -> None:
    content = bytearray(two_backups[1].path.read_bytes())
    content[-1] ^= 1
    two_backups[1].path.write_bytes(content)
    screen = open_screen()
    assert cells(screen, 1)[-1] == "Completa", "the size alone does not tell"
    qtbot.mouseClick(screen.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.notice.isVisible)
    assert [cells(screen, row)[-1] for row in (0, 1)] == ["Comprobada", "Dañada"]
    screen.table.choose(two_backups[1].path)
    qtbot.waitUntil(lambda: screen.card.button is not None)
    assert screen.card.button is not None
    assert not screen.card.button.isEnabled()


def test_a_backup_is_shown_with_the_present_state_and_what_would_be_lost(
    two_backups: list[Backup], open_screen: Callable[[], BackupsScreen], qtbot: QtBot
) -> None:
    screen = open_screen()
    screen.table.choose(two_backups[0].path)
    qtbot.waitUntil(lambda: screen.card.button is not None)
    preview = screen.card.preview
    assert preview is not None
    assert preview.now is not None
    assert (preview.now.chapters, preview.then.chapters) == (2, 1)
    qtbot.waitUntil(lambda: "Antes se guarda el estado actual" in texts(screen))
    assert "−1" in texts(screen)
    assert "ya no estará en el archivo" in texts(screen)


def test_a_restore_keeps_the_present_state_and_shows_the_way_back(
    context: Context,
    two_backups: list[Backup],
    open_screen: Callable[[], BackupsScreen],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    screen = open_screen()
    screen.table.choose(two_backups[0].path)
    qtbot.waitUntil(lambda: screen.card.button is not None)
    assert screen.card.button is not None
    qtbot.mouseClick(screen.card.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: context.is_open and not window.findChildren(JobCover) and window.notice.isVisible())
    assert names(context.session.file) == ["Grupo Alameda"]
    assert window.workspace is not None
    assert window.workspace.current == "backups"
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    reopened = window.workspace.visible_screen
    assert isinstance(reopened, BackupsScreen)
    qtbot.waitUntil(lambda: reopened.card.line is not None and reopened.card.button is not None)
    assert reopened.card.line is not None
    assert reopened.card.line.backup.reason is Reason.RESTORE
    assert reopened.card.button is not None
    reopened.card.button.click()
    qtbot.waitUntil(lambda: context.is_open and names(context.session.file) == ["Grupo Alameda", "Later"])


def test_cancel_goes_back_to_the_list_and_changes_nothing(
    context: Context,
    two_backups: list[Backup],
    open_screen: Callable[[], BackupsScreen],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    window.resize(760, 560)
    screen = open_screen()
    screen.choose(two_backups[0].path)
    assert not screen.page.card.isVisible()
    assert screen.card.isVisible()
    qtbot.keyClick(screen.card, Qt.Key.Key_Escape)
    assert screen.page.card.isVisible()
    assert screen.card.line is None
    assert names(context.session.file) == ["Grupo Alameda", "Later"]


def test_a_backup_of_an_earlier_passphrase_asks_for_it(
    context: Context,
    folder: Path,
    tmp_path: Path,
    window: MainWindow,
    open_screen: Callable[[], BackupsScreen],
    qtbot: QtBot,
) -> None:
    path = tmp_path / "secreto.chapterdesk"
    with DeskFile.create(path, "earlier words") as desk:
        with desk.change("Add") as session:
            add_chapter(session, name="Secreto")
        made = backups.make(desk, folder, Reason.PASSPHRASE, now())
        key = desk.key
    key = passphrase_change.set_passphrase(path, key, "later words")
    window.context.session.begin(DeskFile.open(path, key=key))
    screen = open_screen()
    qtbot.waitUntil(lambda: bool(screen.backups))
    screen.table.choose(made.path)
    qtbot.waitUntil(lambda: screen.card.passphrase is not None)
    assert screen.card.passphrase is not None
    qtbot.mouseClick(screen.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.notice.isVisible)
    assert cells(screen, 0)[-1] == "Otra contraseña", "no fault of it is known"
    assert "otra contraseña" in window.notice.text.text()
    assert "no se puede" not in window.notice.text.text()
    assert screen.card.passphrase is not None, "it is still asked for"
    screen.card.passphrase.field.setFocus()
    qtbot.keyClicks(screen.card.passphrase.field, "earlier words")
    qtbot.keyClick(screen.card.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.card.button is not None)
    qtbot.waitUntil(lambda: "una anterior" in texts(screen))
    assert screen.card.button is not None
    assert window.focusWidget() is screen.card.button
    screen.card.verify.emit(made)
    qtbot.waitUntil(lambda: cells(screen, 0)[-1] == "Comprobada")
    screen.card.button.click()
    qtbot.waitUntil(lambda: context.is_open and context.session.key == key_of(made, "earlier words"))
    assert names(context.session.file) == ["Secreto"]
    assert backups.listed(folder, made.identity)[0].reason is Reason.RESTORE, "the present state is kept"
    assert list(tmp_path.glob("*damaged*")) == []


def key_of(made: Backup, passphrase: str) -> str:
    return cipher.key_for(made.path, passphrase)


def test_another_folder_can_be_chosen_and_reset(
    context: Context, two_backups: list[Backup], open_screen: Callable[[], BackupsScreen], tmp_path: Path, qtbot: QtBot
) -> None:
    screen = open_screen()
    other = tmp_path / "Sincronizada"
    other.mkdir()
    screen.folder_card.set_folder(other)
    assert context.backups.folder() == other
    made = backups.make(context.session.file, other, Reason.ASKED, two_backups[0].at + dt.timedelta(minutes=1))
    screen.refresh()
    qtbot.waitUntil(lambda: [one.path for one in screen.backups] == [made.path, *(one.path for one in two_backups)])
    screen.folder_card.set_folder(None)
    assert context.backups.chosen is None


def test_backups_that_are_not_in_the_chosen_folder_are_said_to_be_on_this_computer(
    context: Context, folder: Path, open_screen: Callable[[], BackupsScreen], qtbot: QtBot
) -> None:
    backups.make(context.session.file, folder, Reason.ASKED, now())
    screen = open_screen()
    qtbot.waitUntil(lambda: len(screen.backups) == 1)
    assert "solo en este ordenador" not in texts(screen)
    for days in (1, 2):
        backups.make(context.session.file, paths.backup_folder(), Reason.ASKED, now() - dt.timedelta(days=days))
    screen.refresh()
    qtbot.waitUntil(lambda: len(screen.backups) == 3)
    assert "2 copias hechas antes siguen solo en este ordenador" in texts(screen)


def test_a_missing_folder_is_reported(
    context: Context, folder: Path, open_screen: Callable[[], BackupsScreen], qtbot: QtBot
) -> None:
    folder.rmdir()
    screen = open_screen()
    qtbot.waitUntil(lambda: "Conecta la memoria" in texts(screen))
    assert context.backups.folder() != folder


def test_arrows_move_along_the_timeline_of_backups(
    two_backups: list[Backup], open_screen: Callable[[], BackupsScreen], qtbot: QtBot
) -> None:
    screen = open_screen()
    screen.table.choose(two_backups[0].path)
    screen.timeline.setFocus()
    qtbot.keyClick(screen.timeline, Qt.Key.Key_Left)
    assert screen.table.current_row().backup == two_backups[1]
    qtbot.keyClick(screen.timeline, Qt.Key.Key_Right)
    assert screen.table.current_row().backup == two_backups[0]


def test_every_action_is_in_the_palette(open_screen: Callable[[], BackupsScreen], folder: Path) -> None:
    titles: list[Any] = [command.title for command in open_screen().commands()]
    assert len(titles) == len(set(titles)) == 5
