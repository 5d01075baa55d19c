"""Commands of the palette, of shortcuts and of buttons; and the keys of this system."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

REDO = "Ctrl+Shift+Z"
COMMAND_KEYS = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
"""The modifiers that make a command of a key: Ctrl, Alt and Cmd, but not Shift."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, shown in the palette and on the sheet of shortcuts. `title` is translated.

    `shortcut` is in Qt's portable form ("Ctrl+N"); it acts while its screen is visible.
    """

    title: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    keywords: str = ""


def keys(shortcut: str) -> list[QKeySequence]:
    """Return the keys of a shortcut on this system, the one to show first.

    On macOS Alt with a letter or a digit types a character (Alt+2 is @ on a Spanish keyboard), so Cmd is added there.
    Redo has the system's keys as well: Ctrl+Y on Windows.
    """
    system = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo) if shortcut == REDO else []
    if sys.platform == "darwin" and re.fullmatch(r"Alt\+\w", shortcut):
        shortcut = f"Ctrl+{shortcut}"
    own = QKeySequence(shortcut)
    return [own, *(keys for keys in system if keys != own)]


def listen(shortcut: str, parent: QObject, act: Callable[[], object]) -> QShortcut:
    """Call `act` at the keys of a shortcut, while `parent` is visible in the active window."""
    made = QShortcut(parent)
    made.setKeys(keys(shortcut))
    made.activated.connect(act)
    return made


def shortcut_text(shortcut: str) -> str:
    """Return a shortcut as this system writes it."""
    return keys(shortcut)[0].toString(QKeySequence.SequenceFormat.NativeText)


def letter_text() -> str:
    """Return the modifiers that begin something with a letter from anywhere: Alt, on macOS two keys."""
    return shortcut_text("Alt+A")[:-1].removesuffix("+")


def is_remove_key(key: int) -> bool:
    """Return whether a key removes a line of a list; the Delete key of macOS is Backspace elsewhere."""
    return key == Qt.Key.Key_Delete or (sys.platform == "darwin" and key == Qt.Key.Key_Backspace)
