"""Jobs on the closed file: afterwards it is open again, on the same screen, whatever happened."""

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chapterdesk.actions import meeting
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled, Progress
from chapterdesk.store.keeping import copies
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.sqlite.faults import DamagedError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.states import Failed
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover


@pytest.fixture
def at_members(window: MainWindow) -> MainWindow:
    assert window.workspace is not None
    window.workspace.go("members")
    return window


def is_back(window: MainWindow, context: Context) -> Callable[[], bool]:
    return lambda: context.is_open and window.workspace is not None and not window.findChildren(JobCover)


def test_the_file_is_closed_for_the_job_and_open_again_on_the_same_screen(
    context: Context, at_members: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Any] = []

    def move(path: Path, key: str | None, progress: Progress) -> ReopenAs:
        target = tmp_path / "moved.chapterdesk"
        assert threading.current_thread() is not threading.main_thread()
        copies.move(path, target, progress)  # raises when anybody has it open
        return ReopenAs(target, key, "moved")

    context.session.work_on_closed(move, "Moving the file", told.append)
    assert not context.is_open
    assert at_members.findChildren(JobCover)
    qtbot.waitUntil(is_back(at_members, context))
    assert (told, context.session.path) == (["moved"], tmp_path / "moved.chapterdesk")
    assert at_members.workspace is not None
    assert at_members.workspace.current == "members"
    path = context.session.path
    context.session.close()
    DeskFile.open(path).close()  # the lock that the job took was given back


@pytest.mark.parametrize("error", [ChapterError("Make room"), Cancelled()])
def test_a_job_that_fails_or_is_cancelled_leaves_the_file_open_as_it_was(
    context: Context, at_members: MainWindow, qtbot: QtBot, error: BaseException
) -> None:
    path = context.session.path
    failed: list[ChapterError] = []

    def job(_path: Path, _key: str | None, _progress: Progress) -> ReopenAs:
        raise error

    context.session.work_on_closed(job, "Restoring", on_failed=failed.append)
    qtbot.waitUntil(is_back(at_members, context))
    assert context.session.path == path
    assert at_members.workspace is not None
    assert at_members.workspace.current == "members"
    assert failed == ([error] if isinstance(error, ChapterError) else [])


def test_a_file_that_cannot_be_reopened_is_reported_on_the_start_page(
    context: Context, at_members: MainWindow, qtbot: QtBot
) -> None:
    def job(path: Path, key: str | None, _progress: Progress) -> ReopenAs:
        path.rename(path.with_name("taken away"))
        return ReopenAs(path, key)

    context.session.work_on_closed(job, "Restoring")
    qtbot.waitUntil(lambda: at_members.start_page is not None)
    assert at_members.start_page is not None
    texts = [one.text() for one in at_members.start_page.findChildren(QLabel)]
    assert any("grupo.chapterdesk" in text for text in texts)


def test_a_reopened_file_that_is_damaged_is_reported_on_the_start_page(
    context: Context, at_members: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plan(_desk: DeskFile, _today: dt.date) -> None:
        raise DamagedError("{file} is damaged; it was left as it is", file="grupo.chapterdesk")

    monkeypatch.setattr(meeting, "plan_missing_weeks", plan)
    path = context.session.path
    done: list[Any] = []
    context.session.work_on_closed(lambda path, key, _progress: ReopenAs(path, key), "Restoring", done.append)
    qtbot.waitUntil(lambda: at_members.start_page is not None)
    assert isinstance(context.session.state, Failed)
    assert (context.is_open, done) == (False, [])
    DeskFile.open(path).close()  # nobody holds it
