"""A window on a copy of a desk file, and a camera."""

import datetime as dt
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.app import QtWords
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)  # a Thursday, the day of the demo's meeting
SIZE = (1280, 800)


class Studio:
    """A window on a copy of a desk file, and a camera."""

    def __init__(self, folder: Path, language: str, theme: str) -> None:
        self.folder = folder
        self.work = Path(tempfile.mkdtemp(prefix="pictures-"))
        self.style = Style(theme)
        self.style.apply()
        settings = SettingsFile(self.work / "settings.ini")
        session = DeskSession(settings, language=language, today=TODAY, automatic_backups=False)
        self.context = Context(session, self.style)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.words = QtWords(app)
        self.words.set_language(self.context.language.code)
        self.window: MainWindow | None = None

    def open(self, original: Path | None) -> MainWindow:
        """Show the window, on a copy of a desk file or on the start page."""
        if original is not None:
            copy = self.work / "Valle Alto.chapterdesk"
            shutil.copyfile(original, copy)
            self.context.session.use_file(DeskFile.open(copy))
        self.window = MainWindow(self.context)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        QTest.qWait(200)
        return self.window

    def take(self, name: str, wait: int = 250) -> None:
        """Photograph the window."""
        assert self.window is not None
        QTest.qWait(wait)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def until(self, is_so: Callable[[], bool], seconds: float = 60) -> None:
        """Wait until a condition holds; raises TimeoutError when it does not."""
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            QTest.qWait(50)

    def type(self, keys: str) -> None:
        """Type into whatever has the focus; a line feed is Enter, a tab is Tab."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            assert target is not None
            if key == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            elif key == "\t":
                QTest.keyClick(target, Qt.Key.Key_Tab)
            else:
                QTest.keyClicks(target, key)
            QTest.qWait(15)

    def close(self) -> None:
        """Close everything and remove the files."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.context.session.close()
        shutil.rmtree(self.work, ignore_errors=True)
