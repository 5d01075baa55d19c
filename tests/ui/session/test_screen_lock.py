"""The lock: the content is removed from the window, unsaved text survives, and only the passphrase unlocks."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.passphrases import pause_after
from chapterdesk.domain.progress import Progress
from chapterdesk.paths import APPLICATION
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.people import add_person
from chapterdesk.store.sqlite.cipher import new_key
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import lock_cover
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.lock_cover import LockPage
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay

PASSPHRASE = "mesa lluvia tren violeta"
MakeContext = Callable[..., Context]
MakeWindow = Callable[[Context], MainWindow]


@pytest.fixture(scope="session")
def protected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A protected file to be copied, and its key, which takes long to derive."""
    path = tmp_path_factory.mktemp("protected") / "original.chapterdesk"
    key = new_key(PASSPHRASE)
    with DeskFile.create(path, key) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Alameda", language="es")
    return path, key


@pytest.fixture
def window(
    protected: tuple[Path, str],
    make_context: MakeContext,
    make_window: MakeWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> MainWindow:
    """The window on a protected file, at its settings."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    original, key = protected
    path = tmp_path / "Secreto Zúñiga.chapterdesk"
    shutil.copyfile(original, path)
    return make_window(make_context(DeskFile.open(path, key=key)))


def page(window: MainWindow) -> LockPage:
    assert window.cover.page is not None
    return window.cover.page


def settings_of(window: MainWindow) -> SettingsScreen:
    assert window.workspace is not None
    screen = window.workspace.visible_screen
    assert isinstance(screen, SettingsScreen)
    return screen


def press(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)


def unlock(window: MainWindow, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page(window).form.field.setText(passphrase)
    qtbot.keyClick(page(window).form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.context.session.lock.is_on)


def shown(window: QWidget) -> list[str]:
    """All texts in a window, whether they are visible or not."""
    labels = [one.text() for one in window.findChildren(QLabel)]
    return [
        *labels,
        *(one.text() for one in window.findChildren(QLineEdit)),
        *(one.text() for one in window.findChildren(QPushButton)),
        *(one.accessibleName() for one in window.findChildren(QWidget)),
    ]


def test_the_content_leaves_the_window_and_comes_back_with_the_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    content = window.centralWidget()
    assert content is not None
    press(window, Qt.Key.Key_L, qtbot)
    assert window.context.session.lock.is_on
    assert window.centralWidget() is page(window)
    assert content.window() is not window
    assert not content.isVisible()
    assert page(window).form.field.hasFocus()
    texts = "\n".join(shown(window))
    assert "Alameda" not in texts
    assert "Zúñiga" not in texts
    assert window.windowTitle() == APPLICATION
    unlock(window, qtbot)
    assert window.centralWidget() is content
    assert content.isVisible()
    assert "Alameda" in "\n".join(shown(window))


def test_unsaved_text_survives_locking_with_its_focus(window: MainWindow, qtbot: QtBot) -> None:
    name = settings_of(window).chapter.form.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Medio escr")
    press(window, Qt.Key.Key_L, qtbot)
    assert window.context.chapter.name == "Grupo Alameda"
    unlock(window, qtbot)
    assert name.text() == "Medio escr"
    assert name.hasFocus()
    qtbot.keyClicks(name, "ito")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert window.context.chapter.name == "Medio escrito"


def test_nothing_can_be_changed_while_it_is_locked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = window.context
    with context.desk.change("Add somebody") as s:
        add_person(s, first_name="Ana", last_name="")
    done: list[str] = []
    monkeypatch.setattr(context, "undo", lambda: done.append("undo"))
    window.context.session.lock.lock()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_W, Qt.Key.Key_O, Qt.Key.Key_L):
        press(window, key, qtbot)
    assert done == []
    assert context.is_open
    assert not window.acceptDrops()
    other = tmp_path / "otro.chapterdesk"
    DeskFile.create(other).close()
    window.context.session.open(other)
    window.take_files([other])
    assert context.session.path != other
    assert window.context.session.lock.is_on


def test_a_notice_waits_until_the_lock_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.context.notify("Undone: Add Ana García")
    assert window.notice.isVisible()
    window.context.session.lock.lock()
    assert not window.notice.isVisible()
    assert "Ana García" not in "\n".join(shown(window))
    window.context.notify("Written: Ana García.pdf")
    assert not window.notice.isVisible()
    assert "Ana García" not in "\n".join(shown(window))
    unlock(window, qtbot)
    assert window.notice.text.text() == "Written: Ana García.pdf"
    assert window.notice.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_panels_and_menus_close_when_it_locks(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    assert window.workspace is not None
    window.workspace.sidebar.open_menu()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    window.context.session.lock.lock()
    assert QApplication.activePopupWidget() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    assert "Alameda" not in "\n".join(shown(window))
    unlock(window, qtbot)
    assert [one for one in window.findChildren(Overlay) if one.isVisible()] == []


@pytest.mark.parametrize(("tries", "seconds"), [(1, 0), (2, 0), (3, 1), (4, 2), (5, 4), (8, 32), (9, 60), (50, 60)])
def test_the_pause_grows_with_each_wrong_passphrase(tries: int, seconds: int) -> None:
    assert pause_after(tries) == seconds


def test_a_wrong_passphrase_is_reported_and_repeated_ones_cause_pauses(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def slow(key: str, passphrase: str) -> bool:
        asked.append(passphrase)
        return passphrase == PASSPHRASE

    monkeypatch.setattr(lock_cover, "is_key_of", slow)
    window.context.session.lock.lock()
    locked = page(window)
    for tries in (1, 2, 3):
        locked.form.field.setText(f"wrong {tries}")
        qtbot.keyClick(locked.form.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not locked.error.isHidden() and not locked.form.is_busy)
    assert not locked.form.button.isEnabled()
    locked.form.field.setText(PASSPHRASE)
    qtbot.keyClick(locked.form.field, Qt.Key.Key_Return)
    assert asked == ["wrong 1", "wrong 2", "wrong 3"]
    qtbot.waitUntil(locked.form.button.isEnabled)
    unlock(window, qtbot)


def test_the_file_can_be_closed_from_the_lock_page(window: MainWindow, qtbot: QtBot) -> None:
    content = window.centralWidget()
    path = window.context.session.path
    window.context.session.lock.lock()
    page(window).cancelled.emit()
    assert not window.context.session.lock.is_on
    assert not window.context.is_open
    qtbot.waitUntil(lambda: window.start_page is not None and window.start_page.isVisible())
    assert window.acceptDrops()
    qtbot.waitUntil(lambda: not shiboken6.isValid(content))
    DeskFile.open(path, PASSPHRASE).close()


def test_changing_theme_or_language_does_not_unlock(window: MainWindow, qtbot: QtBot) -> None:
    window.context.session.lock.lock()
    first = page(window)
    window.context.set_preferences(language="en")
    qtbot.waitUntil(lambda: page(window) is not first)
    assert window.centralWidget() is page(window)
    assert "Alameda" not in "\n".join(shown(window))
    unlock(window, qtbot)
    assert window.workspace is not None
    assert settings_of(window).heading.text() == "Settings"


def test_a_plain_file_is_not_locked_and_the_settings_say_why(
    make_context: MakeContext, make_window: MakeWindow, desk: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    window = make_window(make_context(desk))
    window.context.session.lock.lock()
    assert not window.context.session.lock.is_on
    assert window.notice.isVisible()


class Clock:
    """Seconds of the clock on the wall, as a test sets them."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(window: MainWindow) -> Clock:
    """A lock whose clock the test sets; two minutes are the limit."""
    clock = Clock()
    window.context.set_preferences(lock_after=2)
    window.context.session.lock.set_clock(clock)
    return clock


def test_it_locks_after_the_chosen_idle_time(window: MainWindow, clock: Clock) -> None:
    clock.now += 119
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    clock.now += 119
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on
    clock.now += 2
    window.context.session.lock.lock_if_idle()
    assert window.context.session.lock.is_on


def test_the_choice_never_means_that_it_does_not_lock(window: MainWindow, clock: Clock) -> None:
    window.context.set_preferences(lock_after=0)
    clock.now += 10_000_000
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on


def test_the_first_input_after_sleep_only_locks(window: MainWindow, clock: Clock) -> None:
    name = settings_of(window).chapter.form.name
    name.setFocus()
    clock.now += 8 * 3600
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert window.context.session.lock.is_on
    assert name.text() == "Grupo Alameda"


def test_setting_the_clock_back_neither_locks_nor_prevents_locking(window: MainWindow, clock: Clock) -> None:
    clock.now -= 86_400
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on
    clock.now += 121
    window.context.session.lock.lock_if_idle()
    assert window.context.session.lock.is_on


def test_a_running_job_delays_locking(window: MainWindow, clock: Clock, qtbot: QtBot) -> None:
    go_on: list[bool] = []

    def job(_progress: Progress) -> None:
        qtbot_end = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=20)
        while not go_on and dt.datetime.now(dt.UTC) < qtbot_end:
            QTest.qSleep(5)

    ended: list[object] = []
    window.context.run(job, ended.append, "Long")
    clock.now += 1000
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on
    go_on.append(True)
    qtbot.waitUntil(lambda: bool(ended))
    window.context.session.lock.lock_if_idle()
    assert window.context.session.lock.is_on


def test_moving_the_mouse_counts_as_input(window: MainWindow, clock: Clock) -> None:
    clock.now += 100
    at = window.rect().center().toPointF()
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), move)
    clock.now += 100
    window.context.session.lock.lock_if_idle()
    assert not window.context.session.lock.is_on
