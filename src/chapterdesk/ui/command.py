"""Something that can be done from the palette, by a shortcut or by a button."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


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


def shortcut_text(shortcut: str) -> str:
    """Return a shortcut in Qt's portable form as it is written on this system."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
