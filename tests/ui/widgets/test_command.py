"""The shortcuts of commands on each system: none is a key that types a character there."""

import re
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.command import REDO, is_remove_key, keys, letter_text, shortcut_text


def test_alt_types_the_at_sign_and_the_euro_on_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keys("Alt+2") == [QKeySequence("Alt+2")]
    assert letter_text() == "Alt"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert keys("Alt+2") == [QKeySequence("Ctrl+Alt+2")]
    assert keys("Alt+E") == [QKeySequence("Ctrl+Alt+E")]
    assert keys("Alt+Left") == [QKeySequence("Alt+Left")]
    assert shortcut_text("Alt+E") == "Ctrl+Alt+E", "the shown shortcut works"


def test_no_shortcut_is_a_key_that_types_a_character_on_a_mac(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = window.workspace
    assert workspace is not None
    commands = [*window.commands(), *workspace.places.values()]
    for key in workspace.entries:
        workspace.go(key)
        commands += workspace.visible_screen.commands()
    with monkeypatch.context() as on_mac:
        on_mac.setattr(sys, "platform", "darwin")
        pressed = [one.toString() for command in commands for one in keys(command.shortcut)]
    assert "Ctrl+Alt+2" in pressed
    assert [one for one in pressed if re.fullmatch(r"(Alt\+)?\w", one)] == []


def test_redo_also_has_the_shortcut_of_the_system() -> None:
    assert keys(REDO)[0] == QKeySequence("Ctrl+Shift+Z")
    assert set(keys(REDO)) >= set(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo))
    assert QKeySequence("Ctrl+Y") in keys(REDO)


def test_the_delete_key_of_a_mac_removes_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_remove_key(Qt.Key.Key_Delete)
    assert not is_remove_key(Qt.Key.Key_Backspace)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert is_remove_key(Qt.Key.Key_Delete)
    assert is_remove_key(Qt.Key.Key_Backspace)
