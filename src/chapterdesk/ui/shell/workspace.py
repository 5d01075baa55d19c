"""The open desk file on the screen: the sidebar and the screens, built when first gone to, refreshed when needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.ui.shell.keyboard import (
    KeyboardPlace,
    place_in,
    put_back,
    revert_field,
    unsaved_field,
    words_of,
)
from chapterdesk.ui.shell.sidebar import Sidebar
from chapterdesk.ui.widgets.banner import BannerColumn
from chapterdesk.ui.widgets.command import Command, listen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import column, row
from chapterdesk.ui.widgets.screen import BOTTOM, Screen, ScreenEntry

COLLAPSE_BELOW = 1120
"""Pixels of window width under which the sidebar shows icons alone (at the normal text size)."""
LOW = 720
"""Pixels of window height under which what is to be dealt with is shown one at a time."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where the director is: the screen, and the place of the keyboard in it or in the sidebar."""

    screen: str
    keyboard: KeyboardPlace | None
    in_sidebar: bool


class Workspace(QWidget):
    """Shows one screen at a time.

    A change refreshes the visible screen if it watches what changed, at the next turn of the event loop; the others
    are refreshed when they are gone to.
    """

    _refresh_wanted = Signal()

    def __init__(self, context: Context, entries: Sequence[ScreenEntry]) -> None:
        super().__init__()
        tr = context.tr
        self.context = context
        self.entries = {one.key: one for one in sorted(entries, key=lambda one: one.order)}
        self.screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._asked_narrow: bool | None = None
        self.current = ""
        self.places = {
            key: Command(tr(one.title), partial(self.go, key), one.shortcut, one.icon)
            for key, one in self.entries.items()
        }
        top = [(key, self.places[key]) for key, one in self.entries.items() if one.order < BOTTOM]
        foot = [(key, self.places[key]) for key, one in self.entries.items() if one.order >= BOTTOM]
        self.sidebar = Sidebar(context, top, foot)
        self.stack = QStackedWidget()
        self.banners = BannerColumn(context)
        row(self.sidebar, (column(self.banners, (self.stack, 1), spacing=0), 1), spacing=0, parent=self)
        # Queued, not by a timer: that would come after the next painting, and everything would be painted twice.
        self._refresh_wanted.connect(self._refresh_visible, Qt.ConnectionType.QueuedConnection)
        context.changed.connect(self._take_change)
        context.chapter_changed.connect(self._take_chapter)
        context.session.unsaved.add_part(self)

    def go(self, key: str, **what: Any) -> None:
        """Show a screen, fresh, and one thing in it."""
        screen = self.screens.get(key)
        if screen is None:
            screen = self.screens[key] = self.entries[key].load_class()(self.context, self.stack)
            self.stack.addWidget(screen)
            self._listen(screen)
            self._stale.add(key)
        moved = key != self.current
        self.current = key
        if key in self._stale:
            self._stale.discard(key)
            screen.refresh()
        self.stack.setCurrentWidget(screen)
        self.sidebar.mark(key)
        for child in screen.findChildren(QWidget):
            child.setAcceptDrops(False)  # a file dropped on a field is imported, its name is not typed
        if what:
            screen.show_item(**what)
        elif moved:
            screen.focus_start()

    def leave_off(self) -> Here:
        """Return where the director is, for the workspace that is built in place of this one."""
        field = self.focusWidget()
        in_sidebar = field is not None and self.sidebar.isAncestorOf(field)
        return Here(self.current, place_in(self.sidebar if in_sidebar else self.visible_screen), in_sidebar)

    def go_on(self, here: Here | None) -> None:
        """Go to where the director was in the workspace before, with the keyboard at the same place; else begin."""
        self.go(here.screen if here is not None and here.screen in self.entries else next(iter(self.entries)))
        if here is not None and here.keyboard is not None and self.current == here.screen:
            put_back(self.sidebar if here.in_sidebar else self.visible_screen, here.keyboard)

    def unsaved_text(self) -> tuple[str, ...]:
        """Return what is typed in the focused field and not stored yet; panels and entries tell theirs themselves."""
        field = unsaved_field(self)
        return () if field is None else (words_of(field),)

    def revert(self) -> None:
        """Discard what is unsaved in the focused field, so that leaving it stores nothing."""
        revert_field(self)

    @property
    def visible_screen(self) -> Screen:
        """The screen that is shown."""
        return self.screens[self.current]

    def _listen(self, screen: Screen) -> None:
        """Let the shortcuts of a screen act while it is visible (Qt asks the shortcut's parent)."""
        for command in screen.commands():
            if command.shortcut:
                listen(command.shortcut, screen, partial(self._act, screen, command.shortcut))

    @staticmethod
    def _act(screen: Screen, shortcut: str) -> None:
        for command in screen.commands():
            if command.shortcut == shortcut:
                command.run()
                return

    def _take_change(self, tables: frozenset[str]) -> None:
        watched = ((key, screen.entry.watches) for key, screen in self.screens.items())
        self._stale.update(key for key, watches in watched if watches is None or watches & tables)
        self.sidebar.show_steps()
        if self.current in self._stale:
            self._refresh_wanted.emit()

    def _take_chapter(self) -> None:
        self._stale.update(self.screens)
        self.sidebar.show_chapter()
        self._refresh_wanted.emit()

    def _refresh_visible(self) -> None:
        if self.current in self._stale and self.context.session.is_open:  # a change just before the file was closed
            self._stale.discard(self.current)
            self.visible_screen.refresh()

    def toggle_sidebar(self) -> None:
        """Show the sidebar with words or with icons alone, whatever the width."""
        self._asked_narrow = self.sidebar.width() > 100
        self.sidebar.set_narrow(narrow=self._asked_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a narrow window the sidebar keeps its icons only, in a low one banners are shown one by one.
        super().resizeEvent(event)
        self.banners.set_low(low=self.height() < LOW)
        if self._asked_narrow is None:
            scale = max(self.context.style.points() / 10, 1)
            self.sidebar.set_narrow(narrow=self.width() < COLLAPSE_BELOW * scale)
