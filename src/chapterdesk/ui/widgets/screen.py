"""What every screen has in common: its place in the sidebar, what it watches, how it is refreshed and steered."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import column, row

BOTTOM = 90
"""Screens of this order and above stand at the foot of the sidebar."""


__all__ = ["BOTTOM", "Command", "Screen", "ScreenEntry"]


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """What the window knows of a screen before it is shown: its place, its shortcut, and where its class is found.

    `title` is marked with N_ and translated where it is shown; `icon` is the name of a Lucide icon; `shortcut` is in
    Qt's portable form and stays the same whatever other screens there are. `watches` names the tables whose changes
    call `refresh()`, None all of them. `load` is "module:Class": the class is imported when the screen is first shown.
    """

    key: str
    title: str
    icon: str
    order: int
    load: str
    shortcut: str = ""
    watches: frozenset[str] | None = frozenset()

    def load_class(self) -> "type[Screen]":
        """Import the class of the screen and return it."""
        module, _, name = self.load.partition(":")
        return cast("type[Screen]", getattr(importlib.import_module(module), name))


class Screen(QWidget):
    """One screen of the window. Texts are set once, in __init__: a new language builds new screens.

    A package of ui/screens that has `SCREEN = ScreenEntry(…)` is found by itself; its class says `entry = SCREEN`. A
    change of a table that the entry watches calls `refresh()`: at once when the screen is visible, else when it is
    shown next.
    """

    entry: ClassVar[ScreenEntry]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tr = context.tr
        self.setAccessibleName(tr(self.entry.title))
        self.body = column(spacing=16, margins=(32, 24, 32, 24), parent=self)
        self.heading, self.subtitle = label(tr(self.entry.title), "title"), label(tone="muted")

    def add_header(self, subtitle: str = "", actions: Sequence[QWidget] = ()) -> QHBoxLayout:
        """Put the title of the screen on top, with actions at the right; the row is returned for more."""
        placed = ((action, Qt.AlignmentFlag.AlignTop) for action in actions)
        head = row((column(self.heading, self.subtitle, spacing=2), 1), *placed, spacing=8)
        self.body.addLayout(head)
        self.set_subtitle(subtitle)
        return head

    def set_subtitle(self, text: str) -> None:
        """Show a line under the title; an empty one takes no room."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def refresh(self) -> None:
        """Read what is shown again from the desk file."""

    def show_item(self, **what: Any) -> None:
        """Show one thing, as asked by `context.go(key, **what)`; what it is, the screen says in its docstring."""

    def commands(self) -> list[Command]:
        """Return what can be done here, for the palette, the shortcuts and the sheet of shortcuts."""
        return []

    def focus_start(self) -> None:
        """Put the focus where work begins. Called when the director comes to the screen."""
        self.setFocus()
