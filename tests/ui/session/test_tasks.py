"""Long jobs: on another thread, with progress and cancelling, their results on the thread of the window."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover
from tests.ui.conftest import settle


@pytest.fixture(autouse=True)
def few_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])


class Receiver(QObject):
    """Collects the signals of a job and the thread of each."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []
        self.threads: set[QThread] = set()

    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.add(QThread.currentThread())


def test_a_job_runs_beside_the_window_and_ends_on_its_thread(context: Context, qtbot: QtBot) -> None:
    taker, here = Receiver(), threading.get_ident()
    where: list[int] = []
    heard = threading.Event()

    def job(progress: Progress) -> int:
        heard.wait(5)
        where.append(threading.get_ident())
        for done in range(3):
            progress.step(done + 1, 3, "counting")
        return 42

    task = context.run(job, taker.take, "Counting")
    steps: list[tuple[int, int, str]] = []
    task.progressed.connect(lambda done, total, text: steps.append((done, total, text)))
    heard.set()
    qtbot.waitUntil(lambda: taker.got == [42])
    assert where != [here]
    assert taker.threads == {context.thread()}
    assert steps == [(1, 3, "counting"), (2, 3, "counting"), (3, 3, "counting")]


def test_a_job_stops_when_it_is_cancelled(context: Context, qtbot: QtBot) -> None:
    taker = Receiver()
    ended: list[str] = []

    begun = threading.Event()

    def job(progress: Progress) -> None:
        begun.set()
        for done in range(10_000):
            progress.step(done, 10_000)
            time.sleep(0.001)

    task = context.run(job, taker.take, "Long", on_cancelled=lambda: ended.append("cancelled"))
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: ended == ["cancelled"])
    assert taker.got == []


def test_a_chapter_error_is_shown_as_a_notice(context: Context, qtbot: QtBot) -> None:
    def job(_progress: Progress) -> None:
        raise ChapterError("{file} does not exist", file="a.xlsx")

    with qtbot.waitSignal(context.noticed) as noticed:
        context.run(job, Receiver().take)
    assert "a.xlsx" in noticed.args[0]


def test_a_fault_of_ours_is_raised_on_the_windows_thread(context: Context, qtbot: QtBot) -> None:
    def job(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        context.run(job, Receiver().take)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_deleted_screen_gets_no_result(context: Context, qtbot: QtBot) -> None:
    go_on = threading.Event()
    label = QLabel()
    task = context.run(lambda _progress: go_on.wait(5) and "late", label.setText)
    label.deleteLater()
    settle()
    with qtbot.waitSignal(task.done):
        go_on.set()


def test_writing_work_covers_the_window_until_it_is_over(
    context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(context)
    go_on = threading.Event()
    done: list[object] = []

    def job(progress: Progress) -> str:
        progress.step(1, 2, "half")
        go_on.wait(5)
        progress.step(2, 2, "whole")
        return "ready"

    context.run(job, done.append, "Importing", writing=True)
    veil = window.findChild(JobCover)
    assert isinstance(veil, QWidget)
    assert veil.isVisible()
    qtbot.waitUntil(lambda: veil.what.text() == "half")
    assert veil.bar.maximum() == 2
    go_on.set()
    qtbot.waitUntil(lambda: done == ["ready"])
    qtbot.waitUntil(lambda: not window.findChildren(JobCover))


def test_cancel_on_the_cover_cancels_the_job(
    context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(context)
    ended: list[str] = []

    def job(progress: Progress) -> None:
        while True:
            progress.step(0, 0)
            time.sleep(0.001)

    context.run(job, ended.append, "For ever", writing=True, on_cancelled=lambda: ended.append("cancelled"))
    veil = window.findChild(JobCover)
    assert veil is not None
    veil.cancel.click()
    qtbot.waitUntil(lambda: ended == ["cancelled"])


def test_a_reading_job_is_shown_only_when_it_takes_long(
    context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(context)
    go_on = threading.Event()
    done: list[object] = []
    context.run(lambda _progress: go_on.wait(5), done.append, "Reading")
    assert not window.work.isVisible()
    qtbot.waitUntil(window.work.isVisible, timeout=3000)
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: not window.work.isVisible())


def test_closing_the_file_stops_the_work_on_it(context: Context, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()
    told: list[object] = []

    def job(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.step(0, 0)
                time.sleep(0.001)
        finally:
            ended.set()

    context.run(job, told.append, "For ever", on_cancelled=lambda: told.append("cancelled"))
    assert begun.wait(5)
    context.session.close()
    assert ended.is_set()
    settle()
    assert told == []
