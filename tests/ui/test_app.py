"""The program from start to end: settings, language, texts of Qt, the file to open, the log."""

import ctypes
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chapterdesk import __version__
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui import app, startup
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.whats_new import SEEN
from chapterdesk.ui.shell.window import MainWindow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    """A private folder for settings, log and demo; the excepthook is restored."""
    monkeypatch.setattr(app, "settings_file", lambda: tmp_path / "settings.ini")
    monkeypatch.setattr(app, "fault_log", lambda: tmp_path / "data" / "chapterdesk.log")
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root = logging.getLogger("chapterdesk")
    handlers, level = list(root.handlers), root.level
    yield tmp_path
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers, root.level = handlers, level
    QLocale.setDefault(QLocale.c())


def once_running(act: Callable[[], None], after: int) -> None:
    """Call `act` some milliseconds after the window is shown and the event loop runs, however slow the start is.

    The splash lets events through before the loop of the program runs; closing the window there would end nothing.
    """
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    if QThread.currentThread().loopLevel() and any(window.isVisible() for window in windows):
        QTimer.singleShot(after, act)
    else:
        QTimer.singleShot(20, lambda: once_running(act, after))


def shown(seen: list[str]) -> None:
    """Note what the window shows, then close it."""
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    place = window.workspace.current if window.workspace is not None else "start"
    name = window.context.chapter.name if window.context.has_chapter else ""
    seen += [place, name, window.context.language.code, QCoreApplication.translate("QPlatformTheme", "Cancel")]
    window.close()
    while window.isVisible():  # a backup comes first
        QTest.qWait(10)
    window.deleteLater()


def run(**options: object) -> list[str]:
    seen: list[str] = []
    once_running(lambda: shown(seen), 200)
    assert app.main(**options) == 0  # type: ignore[arg-type]
    return seen


def test_the_program_starts_on_its_first_page_in_the_language_asked_for(home: Path, qtbot: QtBot) -> None:
    assert run(language="es") == ["start", "", "es", "Cancelar"]
    assert run(language="en") == ["start", "", "en", "Cancel"]


def test_a_file_on_the_command_line_is_opened_at_once_and_remembered(home: Path, qtbot: QtBot) -> None:
    path = home / "ribera.chapterdesk"
    with DeskFile.create(path) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Ribera", language="es")
    assert run(file=path, language="es")[:2] == ["settings", "Grupo Ribera"]
    assert SettingsFile(home / "settings.ini").recent() == [path]
    assert not SettingsFile(home / "settings.ini").geometry().isEmpty()


def test_a_path_that_is_not_a_desk_file_is_reported_on_the_start_page(home: Path, qtbot: QtBot) -> None:
    assert run(file=home / "missing.chapterdesk", language="en")[:2] == ["start", ""]


def test_a_file_that_can_only_be_read_says_so(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "ribera.chapterdesk"
    with DeskFile.create(path) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Ribera", language="es")
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    badges: list[bool] = []

    def look() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        assert window.workspace is not None
        badges.append(window.workspace.sidebar.read_only.isVisible())
        badges.append(window.notice.isVisible())

    once_running(look, 100)
    run(file=path, language="es")
    assert badges == [True, True]


def test_on_windows_the_task_bar_gets_the_identifier_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    startup.group_on_task_bar()
    assert told == []
    monkeypatch.setattr(sys, "platform", "win32")
    startup.group_on_task_bar()
    assert told == ["org.chapterdesk.ChapterDesk"]


def test_news_are_offered_after_an_update(home: Path, qtbot: QtBot) -> None:
    SettingsFile(home / "settings.ini").remember_choice(SEEN, "0.0.9")
    said: list[str] = []

    def listen() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        said.append(window.notice.text.text())

    once_running(listen, 100)
    run(language="en")
    assert said == [f"ChapterDesk is version {__version__} now."]
