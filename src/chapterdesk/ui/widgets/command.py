"""Something that can be done from the palette, by a shortcut or by a button; and the keys of this system."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

REDO = "Ctrl+Shift+Z"
COMMAND_KEYS = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
"""The keys that make a command of another one: Ctrl, Alt and Cmd, but not Shift."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: shown in the palette and on the sheet of shortcuts. `title` is translated.

    `shortcut` is in Qt's portable form ("Ctrl+N"); while its screen is visible, the window listens to it.
    """

    title: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    keywords: str = ""


def keys(shortcut: str) -> list[QKeySequence]:
    """Return the keys of a shortcut on this system, the one to show first.

    On macOS Alt with a letter or a digit types something: on a Spanish keyboard Alt+2 is the @, Alt+E the €. There Cmd
    is held down as well. Redo is also what the system has for it: Ctrl+Y on Windows.
    """
    others = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo) if shortcut == REDO else []
    if sys.platform == "darwin" and re.fullmatch(r"Alt\+\w", shortcut):
        shortcut = f"Ctrl+{shortcut}"
    own = QKeySequence(shortcut)
    return [own, *(one for one in others if one != own)]


def listen(shortcut: str, parent: QObject, act: Callable[[], object]) -> QShortcut:
    """Call `act` at the keys of a shortcut, while `parent` is visible in the active window."""
    made = QShortcut(parent)
    made.setKeys(keys(shortcut))
    made.activated.connect(act)
    return made


def shortcut_text(shortcut: str) -> str:
    """Return a shortcut in Qt's portable form as it is written on this system."""
    return keys(shortcut)[0].toString(QKeySequence.SequenceFormat.NativeText)


def letter_text() -> str:
    """Return what is held down with a letter to begin something from anywhere: Alt, on macOS two keys."""
    return shortcut_text("Alt+A")[:-1].removesuffix("+")


def is_remove_key(key: int) -> bool:
    """Tell whether a key removes a line of a list: on macOS the one called Delete is what others call Backspace."""
    return key == Qt.Key.Key_Delete or (sys.platform == "darwin" and key == Qt.Key.Key_Backspace)
