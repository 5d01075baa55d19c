"""The focus is kept when the window is rebuilt, and opening Settings focuses a harmless widget."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.shell.window import MainWindow

TypeIn = Callable[[QWidget, str], None]


def settings(window: MainWindow) -> Any:
    assert window.workspace is not None
    window.workspace.go("settings")
    return window.workspace.visible_screen


def focus(window: MainWindow) -> QWidget:
    field = window.focusWidget()
    assert field is not None
    return field


def rebuilt(qtbot: QtBot, window: MainWindow, **values: Any) -> Any:
    before = window.workspace
    window.context.set_preferences(**values)
    qtbot.waitUntil(lambda: window.workspace is not before)
    assert window.workspace is not None
    assert window.workspace.current == "settings"
    return window.workspace.visible_screen


def test_typing_right_after_opening_the_settings_renames_no_chapter(window: MainWindow) -> None:
    window.resize(760, 560)
    screen = settings(window)
    before = window.context.settings
    QTest.keyClicks(focus(window), "Ribera e")
    assert window.workspace is not None
    window.workspace.go("today")
    assert window.context.chapter.name == "Grupo Alameda"
    assert screen.chapter.form.name.text() == "Grupo Alameda"
    assert window.context.settings == before


@pytest.mark.parametrize(("name", "value"), [("language", "en"), ("theme", "dark"), ("text_size", 130)])
def test_choosing_a_preference_keeps_the_focus_on_it(
    qtbot: QtBot, window: MainWindow, name: str, value: object
) -> None:
    window.resize(760, 560)
    settings(window).form.fields[name].setFocus()
    screen = rebuilt(qtbot, window, **{name: value})
    assert focus(window) is screen.form.fields[name]
    assert screen.form.fields[name].value() == value
    window.context.set_preferences(theme="light", text_size=100)


def test_a_focused_field_far_down_stays_visible(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(760, 560)
    settings(window).chapter.form.fields["place"].setFocus()
    screen = rebuilt(qtbot, window, text_size=115)
    field = screen.chapter.form.fields["place"]
    assert focus(window) is field
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    window.context.set_preferences(text_size=100)


def test_a_change_of_the_system_theme_stores_no_unsaved_text(qtbot: QtBot, window: MainWindow, type_in: TypeIn) -> None:
    screen = settings(window)
    screen.chapter.form.name.setFocus()
    screen.chapter.form.name.selectAll()
    type_in(screen.chapter.form.name, "Grupo Ala")
    anew = rebuilt(qtbot, window, theme="dark").chapter.form.name
    assert window.context.chapter.name == "Grupo Alameda"
    assert anew.text() == "Grupo Ala"
    assert anew is focus(window)
    QTest.keyClick(anew, Qt.Key.Key_Return)
    assert window.context.chapter.name == "Grupo Ala"
    window.context.set_preferences(theme="light")


def test_the_scroll_position_of_the_sidebar_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    settings(window)
    assert window.workspace is not None
    window.workspace.sidebar.chapter.setFocus()
    rebuilt(qtbot, window, theme="dark")
    assert focus(window) is window.workspace.sidebar.chapter
    window.context.set_preferences(theme="light")
