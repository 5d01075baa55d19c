"""The start: a splash before anything heavy is loaded, closed with the window, and never without a screen."""

import builtins
import subprocess
import sys
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chapterdesk.domain.preferences import Settings
from chapterdesk.paths import settings_file
from chapterdesk.ui import startup
from chapterdesk.ui.look.brand import SIZES, program_icon, window_icon
from chapterdesk.ui.look.colours import colours
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.splash import Splash
from chapterdesk.ui.shell.window import MainWindow

HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "chapterdesk.store.sqlite.file",
    "chapterdesk.ui.widgets.context",
    "chapterdesk.ui.screens",
)


def fresh(code: str) -> list[str]:
    """What a program in a fresh interpreter prints, by words."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


def test_the_splash_is_on_the_screen_before_anything_heavy_is_loaded() -> None:
    code = f"""
import sys
from chapterdesk.ui import startup as starting
app = starting.application()
splash = starting.make_splash()
print(splash.isVisible(), type(app).__name__, *[name for name in {HEAVY!r} if name in sys.modules])
"""
    assert fresh(code) == ["True", "Application"], "a file that is requested now is kept for the window"


def test_the_import_hook_of_qt_does_not_read_modules_loaded_later() -> None:
    code = """
import builtins
plain = builtins.__import__
from chapterdesk.ui import startup as starting
starting.application()
print(builtins.__import__ is plain)
"""
    assert fresh(code) == ["True"]


def test_the_keyboard_reaches_every_button_on_every_system(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    hints.setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusTextControls)  # as macOS has it
    startup.application()
    assert hints.tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls


@pytest.fixture
def program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The program without a window of its own: what happened at the start, in turn."""
    happened: list[str] = []
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)

    def window(*_: object, splash: Splash | None, **__: object) -> int:
        happened.append("window" if splash is None else "window after splash")
        return 0

    monkeypatch.setattr("chapterdesk.ui.app.main", window)
    return happened


def test_no_splash_is_shown_without_a_screen(program: list[str]) -> None:
    assert startup.main() == 0
    assert program == ["window"]


def test_the_splash_is_shown_on_a_screen(program: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "has_screen", lambda _app: True)
    assert startup.main() == 0
    assert program == ["window after splash"]


def test_a_start_that_hands_over_to_the_first_window_shows_no_splash(
    program: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(startup, "has_screen", lambda _app: True)
    monkeypatch.setattr(startup, "make_splash", lambda: program.append("splash"))
    monkeypatch.setattr(startup, "show_first_window", lambda _path: True)
    assert startup.main(tmp_path / "grupo.chapterdesk") == 0
    assert program == []


def test_the_splash_closes_when_the_window_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    splash = Splash("light")
    splash.show_painted()
    assert splash.isVisible()
    gone: list[bool] = []
    splash.destroyed.connect(lambda: gone.append(True))
    splash.close_soon()
    qtbot.waitUntil(lambda: gone == [True])
    assert window.isVisible()


def test_the_program_closes_the_splash(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from chapterdesk.ui import app

    monkeypatch.setattr(app, "settings_file", lambda: tmp_path / "settings.ini")
    monkeypatch.setattr(app, "start_log", lambda _folder: None)
    splash = Splash("dark")
    splash.show_painted()
    deadline = time.monotonic() + 10
    left: list[bool] = []
    watch = QTimer(interval=10)

    def end_once_it_is_gone() -> None:  # how long the window takes is not known: the machine may be busy
        if shiboken6.isValid(splash) and time.monotonic() < deadline:
            return
        watch.stop()
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        left.extend((shiboken6.isValid(splash), window.isVisible()))
        window.close()
        window.deleteLater()

    watch.timeout.connect(end_once_it_is_gone)
    watch.start()
    assert app.main(language="en", splash=splash) == 0
    assert left == [False, True]
    QTest.qWait(1)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_splash_has_the_theme_of_the_settings(qapp: QApplication) -> None:
    shown = {}
    for theme in ("light", "dark"):
        SettingsFile(settings_file()).write(Settings(theme=theme))
        splash = startup.make_splash()
        shown[theme] = splash.picture.toImage().pixelColor(12, 12)
        splash.close()
        splash.deleteLater()
    settings_file().unlink()
    assert shown == {"light": QColor(colours("light")["raised"]), "dark": QColor(colours("dark")["raised"])}


def test_the_icon_of_the_window_is_drawn_for_each_size(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    icon = window_icon()
    assert [size.width() for size in icon.availableSizes()] == list(SIZES)
    for size in SIZES:
        assert icon.pixmap(size, size).toImage() == program_icon(size).toImage()
    monkeypatch.setattr("chapterdesk.ui.look.brand.sys.platform", "darwin")
    assert QIcon.availableSizes(window_icon()) == []
