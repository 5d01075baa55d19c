"""The composition root of the window: settings, look, language, context, fault handling, main window."""

import logging
import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from chapterdesk.domain.progress import Progress
from chapterdesk.fault_log import start_log
from chapterdesk.paths import fault_log, settings_file
from chapterdesk.store.calendar import subdivisions
from chapterdesk.store.keeping.private_folder import remove_left_folders
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.remote_close import CloseOnRequest
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.faults import Faults
from chapterdesk.ui.shell.menu_bar import MenuBar
from chapterdesk.ui.shell.open_events import Application
from chapterdesk.ui.shell.splash import Splash
from chapterdesk.ui.shell.whats_new import offer_news
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context

log = logging.getLogger(__name__)
WARM_UP_AFTER = 1200
"""Milliseconds between showing the window and loading what the other screens need."""


class QtWords:
    """The texts of Qt itself (file dialogs, context menus) in the language of the window; the catalogue is qtbase."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def remove_translator(self) -> None:
        """Show the texts of Qt in English again."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None

    def set_language(self, code: str) -> None:
        """Set the language of the texts of Qt, and of its dates and numbers."""
        self.remove_translator()
        QLocale.setDefault(QLocale("es_ES" if code == "es" else "en_GB"))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self._app)
        if code != "en" and translator.load(f"qtbase_{code}", folder):
            self._app.installTranslator(translator)
            self._translator = translator


def warm_up(_progress: Progress) -> str:
    """Load in the background what other screens need; remove the private copies of killed processes."""
    remove_left_folders()
    subdivisions("ES")  # loads the library of holidays
    return "warm"


def main(file: Path | None = None, *, demo: bool = False, language: str = "", splash: Splash | None = None) -> int:
    """Show the window until it is closed and return the exit code.

    `file` is a desk file to open, `demo` opens the demo, `language` is "es" or "en" for this run only; `splash` is
    closed when the window is shown.
    """
    app = cast("Application", QApplication.instance())  # startup.py has made it
    start_log(fault_log())
    stored = SettingsFile(settings_file())
    preferences = stored.read()
    style = Style(preferences.theme, preferences.text_size)
    style.apply()
    context = Context(DeskSession(stored, language=language), style)
    words = QtWords(app)
    words.set_language(context.language.code)
    context.rebuild.connect(lambda: words.set_language(context.language.code))
    faults = Faults(context)
    faults.install()
    window = MainWindow(context, file.absolute() if file is not None else None)
    if sys.platform == "darwin":
        MenuBar(context, window, lambda: window.is_covered)
    closing = CloseOnRequest(context.session, window)
    app.commitDataRequest.connect(context.session.closer.shut_down, Qt.ConnectionType.DirectConnection)
    window.show()
    app.requested_files.deliver_to(context.session, window)
    if demo and window.start_page is not None:
        window.start_page.open_demo()
    if splash is not None:
        splash.close_soon()
    offer_news(context, is_busy=window.cover.page is not None or window.notice.isVisible())
    QTimer.singleShot(WARM_UP_AFTER, context, lambda: context.run(warm_up, log.debug))
    code = app.exec()
    closing.stop()
    words.remove_translator()
    faults.uninstall()
    return code
