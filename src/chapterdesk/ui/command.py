"""Something that can be done from the palette, by a shortcut or by a button."""

from collections.abc import Callable
from dataclasses import dataclass


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
