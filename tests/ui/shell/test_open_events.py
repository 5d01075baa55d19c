"""A double click in the Finder is an event: the right window opens the file, and no click is lost."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui import app as program
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import open_events
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.open_events import Application, RequestedFiles, start_program
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context

MakeContext = Callable[..., Context]
MakeWindow = Callable[[Context], MainWindow]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> list[Path]:
    """Records the files of new program starts instead of starting programs."""
    found: list[Path] = []
    assert isinstance(qapp, Application)
    monkeypatch.setattr(qapp.requested_files, "start", found.append)
    return found


@pytest.fixture
def window(make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window with no file open, in English."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    return make_window(make_context(language="en"))


@pytest.fixture
def fronts(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time that the window came to the front."""
    seen: list[str] = []
    monkeypatch.setattr(window, "come_to_front", lambda: seen.append("front"))
    return seen


def desk_at(path: Path, passphrase: str | None = None) -> Path:
    with DeskFile.create(path, passphrase) as desk, desk.change("New") as s:
        add_chapter(s, name=path.stem, language="es")
    return path


def double_click(qapp: QApplication, *paths: Path) -> None:
    """What macOS sends to the application for each file, one after the other."""
    for path in paths:
        assert QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(path)))


def asked(qapp: QApplication) -> RequestedFiles:
    assert isinstance(qapp, Application)
    return qapp.requested_files


def open_file(window: MainWindow) -> Path | None:
    return window.context.session.path if window.context.is_open else None


def test_a_window_without_a_file_opens_the_file(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, fronts: list[str], started: list[Path], tmp_path: Path
) -> None:
    path = desk_at(tmp_path / "ribera.chapterdesk")
    asked(qapp).deliver_to(window.context.session, window)
    double_click(qapp, path)
    qtbot.waitUntil(lambda: open_file(window) == path)
    assert fronts == ["front"]
    assert started == []


def test_the_same_file_brings_its_window_to_the_front(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, fronts: list[str], started: list[Path], tmp_path: Path
) -> None:
    path = desk_at(tmp_path / "ribera.chapterdesk")
    window.context.session.open(path)
    desk = window.context.desk
    asked(qapp).deliver_to(window.context.session, window)
    link = tmp_path / "enlace.chapterdesk"
    link.symlink_to(path)
    double_click(qapp, link)
    qtbot.waitUntil(lambda: fronts == ["front"])
    assert window.context.desk is desk
    assert started == []


def test_another_file_gets_a_program_of_its_own_and_this_window_keeps_its_file(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, fronts: list[str], started: list[Path], tmp_path: Path
) -> None:
    mine, other = desk_at(tmp_path / "ribera.chapterdesk"), desk_at(tmp_path / "alameda.chapterdesk")
    window.context.session.open(mine)
    asked(qapp).deliver_to(window.context.session, window)
    double_click(qapp, other)
    qtbot.waitUntil(lambda: started == [other])
    assert open_file(window) == mine
    assert fronts == []


def test_of_several_files_the_first_opens_here_and_each_other_in_its_own_window(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, fronts: list[str], started: list[Path], tmp_path: Path
) -> None:
    """Also while the first waits for its passphrase: the second must not take its place."""
    first = desk_at(tmp_path / "ribera.chapterdesk", "once palabras largas")
    second, third = desk_at(tmp_path / "alameda.chapterdesk"), desk_at(tmp_path / "sauce.chapterdesk")
    asked(qapp).deliver_to(window.context.session, window)
    double_click(qapp, first, second, third, second)
    qtbot.waitUntil(lambda: bool(started))
    assert started == [second, third]
    assert open_file(window) is None
    assert window.start_page is not None
    assert window.start_page.pages.currentWidget() is window.start_page.locked


def test_a_file_asked_for_before_the_window_exists_is_opened_later(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The event comes while the program starts; here the whole start runs."""
    path = desk_at(tmp_path / "ribera.chapterdesk")
    monkeypatch.setattr(program, "settings_file", lambda: tmp_path / "settings.ini")
    monkeypatch.setattr(program, "fault_log", lambda: tmp_path / "data" / "chapterdesk.log")
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(MainWindow, "come_to_front", MainWindow.show)  # the offscreen platform does not raise windows
    made: list[MainWindow] = []

    class Window(MainWindow):
        def __init__(self, context: Context, file: Path | None) -> None:
            super().__init__(context, file)
            made.append(self)

    monkeypatch.setattr(program, "MainWindow", Window)
    double_click(qapp, path)
    qapp.processEvents()  # no window takes it yet
    seen: list[Path | None] = []

    def look() -> None:
        if seen or not made or (open_file(made[0]) is None and time.monotonic() < last):
            return
        seen.append(open_file(made[0]))
        made[0].close()
        while made[0].isVisible():  # a backup comes first
            QTest.qWait(10)
        made[0].deleteLater()

    last = time.monotonic() + 10
    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(50)
    assert program.main(language="en") == 0
    looking.stop()
    assert seen == [path]


def test_an_event_that_names_no_file_is_left_to_qt(qapp: QApplication, started: list[Path]) -> None:
    assert not QCoreApplication.sendEvent(qapp, QFileOpenEvent(""))
    assert started == []


@pytest.mark.parametrize("frozen", [False, True])
def test_the_program_is_started_anew_with_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, frozen: bool
) -> None:
    calls: list[tuple[str, list[str], str]] = []

    class Process(QProcess):
        def startDetached(self) -> bool:  # type: ignore[override]  # noqa: N802
            reset = self.processEnvironment().value("PYINSTALLER_RESET_ENVIRONMENT")
            calls.append((self.program(), self.arguments(), reset))
            return True

    monkeypatch.setattr(open_events, "QProcess", Process)
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    path = tmp_path / "con espacio.chapterdesk"
    assert start_program(path)
    arguments = [str(path)] if frozen else ["-m", "chapterdesk", str(path)]
    assert calls == [(sys.executable, arguments, "1")]


def test_a_program_that_cannot_be_started_is_logged_without_the_name_of_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    assert not start_program(tmp_path / "ribera.chapterdesk")
    assert "could not be started anew" in caplog.text
    assert "ribera" not in caplog.text
