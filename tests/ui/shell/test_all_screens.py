"""Every screen opens empty and full, in both languages and themes, with texts twice as long."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from chapterdesk.ui.shell.window import MainWindow, screen_entries
from chapterdesk.ui.shell.workspace import Workspace
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle

MakeWindow = Callable[[Context], MainWindow]
KEYS = [one.key for one in screen_entries()]


def opened(window: MainWindow, key: str, qtbot: QtBot) -> Workspace:
    assert window.workspace is not None
    window.workspace.go(key)
    settle()
    assert not window.grab().isNull()
    return window.workspace


def test_screens_have_an_order_and_unique_shortcuts() -> None:
    classes = screen_entries()
    assert len({one.key for one in classes}) == len({one.order for one in classes}) == len(classes)
    foot = {"changes", "backups", "personal_data", "import", "settings"}
    assert set(KEYS) == {"today", "meeting", "members", "slips", "visitors", "reports"} | foot


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_opens_with_an_empty_chapter(
    empty_context: Context, make_window: MakeWindow, qtbot: QtBot, key: str
) -> None:
    opened(make_window(empty_context), key, qtbot)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_a_screen_opens_in_both_languages_with_plain_text_only(
    desk: Callable[..., object],
    make_context: Callable[..., Context],
    make_window: MakeWindow,
    qtbot: QtBot,
    key: str,
    language: str,
) -> None:
    workspace = opened(make_window(make_context(desk, language)), key, qtbot)
    screen = workspace.visible_screen
    rich = [one.text() for one in screen.findChildren(QLabel) if one.text() and one.textFormat() != PLAIN]
    assert rich == []


PLAIN = Qt.TextFormat.PlainText


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_holds_texts_twice_as_long_in_a_small_window(
    context: Context, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    real = context.language.tr
    monkeypatch.setattr(context.language, "tr", lambda text, *rest, **more: f"{real(text, *rest, **more)} " * 2)
    window = make_window(context)
    window.resize(1024, 640)
    workspace = opened(window, key, qtbot)
    assert workspace.visible_screen.width() <= 1024
    assert window.width() <= 1100, "the texts push the window wider than a small screen"


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_works_with_accessible_names_and_keys(
    context: Context, make_window: MakeWindow, qtbot: QtBot, key: str
) -> None:
    workspace = opened(make_window(context), key, qtbot)
    screen = workspace.visible_screen
    nameless = [
        type(one).__name__
        for one in screen.findChildren(QAbstractButton)
        if one.isVisible() and not (one.text() or one.accessibleName() or one.toolTip())
        if not isinstance(one.parent(), QLineEdit)
    ]
    assert nameless == []
    shortcuts = [one.shortcut for one in screen.commands() if one.shortcut]
    assert len(shortcuts) == len(set(shortcuts))
    window = screen.window()
    assert isinstance(window, MainWindow)
    assert not set(shortcuts) & {one.shortcut for one in window.commands()}


def test_another_language_and_theme_rebuild_every_screen(
    context: Context, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(context)
    for key in KEYS:
        opened(window, key, qtbot)
    before = window.workspace
    context.set_preferences(language="en", theme="dark")
    qtbot.waitUntil(lambda: window.workspace is not before)
    for key in KEYS:
        opened(window, key, qtbot)
    context.set_preferences(language="es", theme="light")
