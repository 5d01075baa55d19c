"""Closing a file: the backup comes first, can be skipped, and never delays shutting down the computer."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chapterdesk.demo import demo_file
from chapterdesk.domain.progress import Progress
from chapterdesk.paths import backup_folder
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping import automatic_backups, backups
from chapterdesk.store.keeping.backups import Backup, Reason, now
from chapterdesk.store.keeping.integrity import Finding
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session import session as desk_session
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(context: Context, folder: Path) -> Context:
    """The context of a file that is backed up."""
    context.backups.is_automatic = True
    context.backups.choose(folder)
    return context


@pytest.fixture
def window(kept: Context, make_window: Callable[[Context], MainWindow]) -> MainWindow:
    return make_window(kept)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let backups wait until the event is set, or they are cancelled."""
    may_go_on = threading.Event()
    at_close = automatic_backups.at_close

    def slow(desk: DeskFile, folder: Path, at: Any, progress: Progress) -> Backup | None:
        while not may_go_on.wait(0.01):
            progress.step(1, 100)
        return at_close(desk, folder, at, progress)

    monkeypatch.setattr(automatic_backups, "at_close", slow)
    return may_go_on


def veil(window: MainWindow) -> JobCover | None:
    return next((one for one in window.findChildren(JobCover) if one.isVisible()), None)


def test_a_changed_file_is_backed_up_before_the_window_closes(
    window: MainWindow, kept: Context, folder: Path, waiting: threading.Event, qtbot: QtBot
) -> None:
    identity = kept.desk.identity
    window.close()
    assert window.isVisible()
    assert veil(window) is not None
    window.close()  # again, while it is being made: one is enough
    assert len(window.findChildren(JobCover)) == 1
    waiting.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not kept.is_open
    assert [one.reason for one in backups.listed(folder, identity)] == [Reason.CLOSE]


def test_a_skipped_backup_is_made_the_next_time(
    window: MainWindow, kept: Context, folder: Path, waiting: threading.Event, qtbot: QtBot
) -> None:
    path, identity = kept.session.path, kept.desk.identity
    window.close()
    shown = veil(window)
    assert shown is not None
    assert shown.cancel.text() == "Omitir"
    qtbot.mouseClick(shown.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert backups.listed(folder, identity) == []
    with DeskFile.open(path) as desk:
        assert automatic_backups.is_changed(desk, [folder])


def test_an_unchanged_file_closes_at_once(window: MainWindow, kept: Context, folder: Path) -> None:
    automatic_backups.at_close(kept.session.file, folder, now())
    window.close()
    assert not window.isVisible()


def test_shutting_down_the_computer_is_not_delayed(
    window: MainWindow, kept: Context, folder: Path, waiting: threading.Event
) -> None:
    window.context.session.closer.shut_down()
    window.close()
    assert not window.isVisible()
    assert not kept.is_open
    assert list(folder.iterdir()) == []


def test_shutting_down_cancels_a_running_backup(
    window: MainWindow, kept: Context, folder: Path, waiting: threading.Event
) -> None:
    window.close()
    assert window.isVisible()
    window.context.session.closer.shut_down()
    window.close()
    assert not window.isVisible()
    assert not kept.is_open


def test_a_backup_is_made_before_closing_and_before_opening_another_file(
    window: MainWindow, kept: Context, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = kept.desk.identity
    other = tmp_path / "otro.chapterdesk"
    with DeskFile.create(other) as desk, desk.change("Add") as session:
        add_chapter(session, name="Otro")
    window.context.session.open(other)
    qtbot.waitUntil(lambda: kept.is_open and kept.session.path == other)
    assert len(backups.listed(folder, first)) == 1
    second = kept.desk.identity
    window.context.session.request_close()
    qtbot.waitUntil(lambda: not kept.is_open and window.start_page is not None)
    assert len(backups.listed(folder, second)) == 1


def test_the_demo_is_not_backed_up(
    window: MainWindow, kept: Context, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_file, "is_demo", lambda _: True)
    window.context.session.request_close()
    assert window.start_page is not None
    assert list(folder.iterdir()) == []


def test_a_missing_backup_folder_is_replaced_by_the_default_and_reported(
    window: MainWindow, kept: Context, folder: Path, waiting: threading.Event, qtbot: QtBot
) -> None:
    identity = kept.desk.identity
    folder.rmdir()
    window.context.session.check_file()
    assert str(folder) in window.notice.text.text()
    window.context.session.request_close()
    shown = veil(window)
    assert shown is not None
    waiting.set()
    qtbot.waitUntil(lambda: not kept.is_open)
    assert len(backups.listed(backup_folder(), identity)) == 1


def test_a_failed_backup_keeps_the_window_open_and_offers_to_close_without_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError("There is no room")

    monkeypatch.setattr(automatic_backups, "at_close", full)
    window.close()
    qtbot.waitUntil(lambda: window.notice.isVisible() and veil(window) is None)
    assert window.isVisible()
    assert "There is no room" in window.notice.text.text()
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_local_damage_is_reported_soon_after_opening(
    window: MainWindow, kept: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(kept.session.ended):
        window.context.session.check_file()
    assert not window.notice.isVisible()
    monkeypatch.setattr(desk_session, "quick", lambda *_: [Finding("The file is damaged")])
    window.context.session.check_file()
    qtbot.waitUntil(window.notice.isVisible)
    assert "copia" in window.notice.button.text()
