"""The first moments of the window: the application, the splash, and only then all that takes time to load.

Nothing heavy is imported here: what this module needs is what stands between the double click and the first picture.
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
from chapterdesk.ui.session.single_instance import show_first
from chapterdesk.ui.shell.open_events import Application
from chapterdesk.ui.shell.splash import Splash

UNSEEN = ("offscreen", "minimal", "vnc")
"""Platforms of Qt on which nobody looks at a screen."""


def main(file: Path | None = None, *, demo: bool = False, language: str = "") -> int:
    """Show the window until it is closed and return the exit code.

    `file` is a desk file to open, `demo` opens the demo, `language` is "es" or "en" for this run only.
    """
    app = application()
    if file is not None and show_first(file.absolute()):
        return 0  # another window has it open, and is in front now
    splash = make_splash() if is_seen(app) else None
    import_module("chapterdesk.store.calendar")  # what takes longest
    from chapterdesk.ui import app as window

    return window.main(file, demo=demo, language=language, splash=splash)


def application() -> Application:
    """Return the application, made at the first call; it keeps the files that are asked for until a window has them."""
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
    """Let the task bar of Windows show all windows under the one button of the program, and its pinned icon be that."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(IDENTIFIER)


def is_seen(app: Application) -> bool:
    """Tell whether somebody can see what the application shows."""
    return app.platformName() not in UNSEEN


def make_splash() -> Splash:
    """Show the splash in the theme of the settings and return it."""
    splash = Splash(SettingsFile(settings_file()).read().theme)
    splash.appear()
    return splash
