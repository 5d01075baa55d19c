"""The start of the window: the application, then the splash, then everything that takes time to load.

This module imports nothing heavy: its imports delay the splash.
"""

import sys
from importlib import import_module
from pathlib import Path

from chapterdesk.loading import without_import_hook

with without_import_hook():
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

from chapterdesk.paths import APPLICATION, IDENTIFIER, settings_file
from chapterdesk.ui.look.brand import window_icon
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.session.single_instance import show_first_window
from chapterdesk.ui.shell.open_events import Application
from chapterdesk.ui.shell.splash import Splash

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")
"""Platforms of Qt that show nothing on a screen."""


def main(file: Path | None = None, *, demo: bool = False, language: str = "") -> int:
    """Show the window until it is closed; return the exit code. `language` ("es", "en") is for this run only."""
    app = application()
    if file is not None and show_first_window(file.absolute()):
        return 0  # the window that has it open is in front now
    splash = make_splash() if has_screen(app) else None
    import_module("chapterdesk.store.calendar")  # what takes longest
    from chapterdesk.ui import app as window

    return window.main(file, demo=demo, language=language, splash=splash)


def application() -> Application:
    """Return the application; the first call makes it."""
    group_on_task_bar()
    app = QApplication.instance()
    if not isinstance(app, Application):
        app = Application(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName("chapterdesk")
    app.setWindowIcon(window_icon())
    app.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)  # macOS leaves buttons out otherwise
    return app


def group_on_task_bar() -> None:
    """Group all windows under the program's one button on the task bar of Windows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(IDENTIFIER)


def has_screen(app: Application) -> bool:
    """Return whether the application shows something on a screen."""
    return app.platformName() not in WITHOUT_SCREEN


def make_splash() -> Splash:
    """Return the splash, shown in the theme of the settings."""
    splash = Splash(SettingsFile(settings_file()).read().theme)
    splash.show_painted()
    return splash
