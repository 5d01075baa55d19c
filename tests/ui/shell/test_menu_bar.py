"""The menu bar of macOS: what the system requires, without conflicts with shortcuts of the window."""

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from chapterdesk.ui.shell.about_overlay import AboutOverlay
from chapterdesk.ui.shell.menu_bar import MenuBar
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.command import keys


@pytest.fixture
def actions(window: MainWindow) -> dict[str, QAction]:
    MenuBar(window.context, window, lambda: window.is_covered)
    return found(window)


def found(window: MainWindow) -> dict[str, QAction]:
    menus = window.menuBar().findChildren(QMenu)
    return {action.text(): action for menu in menus for action in menu.actions()}


def test_a_text_is_copied_and_pasted_by_the_menu(window: MainWindow, actions: dict[str, QAction], qtbot: QtBot) -> None:
    field = QLineEdit("Almadía", window)
    field.show()
    field.setFocus()
    assert actions["Copiar"].isEnabled()
    actions["Seleccionar todo"].trigger()
    actions["Cortar"].trigger()
    assert (field.text(), QGuiApplication.clipboard().text()) == ("", "Almadía")
    actions["Pegar"].trigger()
    assert field.text() == "Almadía"
    window.setFocus()
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert not actions["Copiar"].isEnabled(), "a list has its own way to copy"


def test_no_menu_shortcut_is_also_a_command(window: MainWindow, actions: dict[str, QAction]) -> None:
    workspace = window.workspace
    assert workspace is not None
    commands = [*window.commands(), *workspace.places.values()]
    for key in workspace.entries:
        workspace.go(key)
        commands += workspace.visible_screen.commands()
    taken = {one.toString() for command in commands for one in keys(command.shortcut)}
    own = {action.shortcut().toString() for action in actions.values()} - {""}
    assert len(own) == 5
    assert not own & taken


def test_about_and_the_settings_are_where_a_mac_has_them(window: MainWindow, actions: dict[str, QAction]) -> None:
    roles = {action.menuRole(): action for action in actions.values()}
    roles[QAction.MenuRole.AboutRole].trigger()
    (about,) = window.findChildren(AboutOverlay)
    about.dismiss()
    roles[QAction.MenuRole.PreferencesRole].trigger()
    assert window.workspace is not None
    assert window.workspace.current == "settings"


def test_the_menu_is_in_the_language_of_the_window(
    window: MainWindow, actions: dict[str, QAction], qtbot: QtBot
) -> None:
    assert "Pegar" in actions
    window.context.set_preferences(language="en")
    assert "Paste" in found(window)
    qtbot.waitUntil(lambda: "Pegar" not in found(window))
    window.context.set_preferences(language="es")
