"""The base of all screens: the entry in the sidebar, the watched tables, refreshing and commands."""

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
    """What the window knows of a screen before it is shown.

    `title` is marked with N_ and translated where it is shown; `icon` is the name of a Lucide icon; `shortcut` is in
    Qt's portable form. `watches` names the tables whose changes call `refresh()`; None means all tables. `load` is
    "module:Class": the class is imported when the screen is first shown.
    """

    key: str
    title: str
    icon: str
    order: int
    load: str
    shortcut: str = ""
    watches: frozenset[str] | None = frozenset()

    def load_class(self) -> "type[Screen]":
        """Return the class of the screen, importing it."""
        module, _, name = self.load.partition(":")
        return cast("type[Screen]", getattr(importlib.import_module(module), name))


class Screen(QWidget):
    """One screen of the window. Texts are set once, in __init__: a new language builds new screens.

    A package of ui/screens with `SCREEN = ScreenEntry(…)` is found automatically; its class has `entry = SCREEN`. A
    change of a watched table calls `refresh()`: at once when the screen is visible, else when it is shown next.
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
        """Add the title of the screen with actions at the right, and return that row."""
        placed = ((action, Qt.AlignmentFlag.AlignTop) for action in actions)
        head = row((column(self.heading, self.subtitle, spacing=2), 1), *placed, spacing=8)
        self.body.addLayout(head)
        self.set_subtitle(subtitle)
        return head

    def set_subtitle(self, text: str) -> None:
        """Show a line under the title; "" hides it."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def refresh(self) -> None:
        """Read the data again and show them."""

    def show_item(self, **what: Any) -> None:
        """Show one thing, as `context.go(key, **what)` asks; the docstring of the screen names the arguments."""

    def commands(self) -> list[Command]:
        """Return the commands for the palette, the shortcuts and the sheet of shortcuts."""
        return []

    def focus_start(self) -> None:
        """Put the focus where work begins; called when the screen is shown."""
        self.setFocus()
