"""The sidebar with all eleven screens: it fits a small window, scrolls if necessary, and works by keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.sidebar import Sidebar
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Screen, ScreenEntry
from tests.ui.conftest import settle

MakeWindow = Callable[[Context], MainWindow]
FOOT = {"changes": "history", "backups": "copy", "personal_data": "lock", "import": "upload", "settings": "settings"}
ORDERS = {"changes": 91, "backups": 92, "personal_data": 93, "import": 95, "settings": 96}


@pytest.fixture
def eleven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six screens, and five at the bottom."""
    real = {one.key: one for one in shell_window.screen_entries()}
    for key, icon in FOOT.items():
        if key not in real:
            real[key] = ScreenEntry(key, f"Pantalla {key}", icon, ORDERS[key], f"{Screen.__module__}:Screen")
    assert len(real) == 11
    monkeypatch.setattr(shell_window, "screen_entries", lambda: list(real.values()))


@pytest.fixture
def text_size(request: pytest.FixtureRequest, context: Context) -> Iterator[int]:
    context.set_preferences(text_size=request.param)
    yield request.param
    context.set_preferences(text_size=100)


def opened(make_window: MakeWindow, context: Context, qtbot: QtBot, width: int, height: int) -> Sidebar:
    window = make_window(context)
    window.resize(width, height)
    settle()
    assert (window.width(), window.height()) == (width, height)
    assert window.workspace is not None
    return window.workspace.sidebar


def places(sidebar: Sidebar) -> list[QPushButton]:
    return [one for one in sidebar.findChildren(QPushButton) if one.isCheckable()]


def is_seen(sidebar: Sidebar, button: QPushButton) -> bool:
    """Whether the whole button is visible in the scroll area."""
    window = sidebar.area.viewport()
    return window.rect().contains(button.rect().translated(button.mapTo(window, button.rect().topLeft())))


@pytest.mark.usefixtures("eleven")
@pytest.mark.parametrize("text_size", [100, 130], indirect=True)
@pytest.mark.parametrize("size", [(760, 560), (1024, 640), (1280, 800), (1600, 620)])
def test_eleven_screens_fit_the_sidebar(
    context: Context, make_window: MakeWindow, qtbot: QtBot, text_size: int, size: tuple[int, int]
) -> None:
    sidebar = opened(make_window, context, qtbot, *size)
    buttons = places(sidebar)
    assert len(buttons) == 11
    for button in buttons:
        assert is_seen(sidebar, button), (button.accessibleName(), size, text_size)
        assert button.height() >= 32
    tops = [button.mapTo(sidebar, button.rect().topLeft()).y() for button in buttons]
    assert tops == sorted(tops)
    assert sidebar.undo.mapTo(sidebar, sidebar.undo.rect().bottomLeft()).y() < sidebar.height()


@pytest.mark.usefixtures("eleven")
def test_words_of_the_sidebar_are_never_cut(context: Context, make_window: MakeWindow, qtbot: QtBot) -> None:
    for language in ("es", "en"):
        context.set_preferences(language=language)
        sidebar = opened(make_window, context, qtbot, 1280, 800)
        for button in places(sidebar):
            if button.text().startswith("Pantalla"):
                continue
            button.setChecked(True)  # bold, and so wider
            needed = button.fontMetrics().horizontalAdvance(button.text()) * 1.1 + 26 + 20
            assert needed <= button.width(), button.text()
    context.set_preferences(language="es")


@pytest.mark.usefixtures("eleven")
def test_a_low_window_scrolls_the_sidebar_to_the_focus(context: Context, make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(context)
    window.setMinimumSize(300, 300)
    window.resize(1280, 420)
    settle()
    assert window.workspace is not None
    sidebar = window.workspace.sidebar
    buttons = places(sidebar)
    assert not is_seen(sidebar, buttons[-1])
    assert sidebar.area.verticalScrollBar().isVisible()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down):
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        assert is_seen(sidebar, buttons[0])
        for _ in range(len(buttons) - 1):
            QTest.keyClick(QApplication.focusWidget() or window, key)
        assert buttons[-1].hasFocus(), key
        assert is_seen(sidebar, buttons[-1])
    assert window.workspace.current == "today"  # moving between buttons does not change the screen yet
    QTest.keyClick(buttons[-1], Qt.Key.Key_Return)
    assert window.workspace.current == "settings"
    assert [one.accessibleName() for one in buttons if one.isChecked()] == ["Ajustes"]
    window.workspace.go("today")
    assert is_seen(sidebar, buttons[0])
    window.workspace.go("settings")
    assert is_seen(sidebar, buttons[-1])


@pytest.mark.usefixtures("eleven")
def test_screens_of_the_file_look_less_prominent_than_those_of_the_chapter(
    context: Context, make_window: MakeWindow, qtbot: QtBot
) -> None:
    sidebar = opened(make_window, context, qtbot, 1280, 800)
    quiet = [one for one in places(sidebar) if one.property("foot") == "true"]
    assert len(quiet) == 5
    loud = places(sidebar)[0].palette().buttonText().color()
    assert {one.palette().buttonText().color().name() for one in quiet if not one.isChecked()} == {
        context.style.colour("muted").name()
    }
    assert loud.name() == context.style.colour("ink").name()
