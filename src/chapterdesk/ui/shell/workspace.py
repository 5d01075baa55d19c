"""The sidebar and the screens of the open desk file; a screen is built when it is first shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.ui.shell.keyboard import (
    FocusPlace,
    restore_focus,
    revert_field,
    save_focus,
    unsaved_field,
)
from chapterdesk.ui.shell.sidebar import Sidebar
from chapterdesk.ui.widgets.banner import BannerColumn
from chapterdesk.ui.widgets.command import Command, listen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import text_of
from chapterdesk.ui.widgets.layout import column, row
from chapterdesk.ui.widgets.screen import BOTTOM, Screen, ScreenEntry

COLLAPSE_BELOW = 1120
"""Pixels of window width below which the sidebar shows only icons (at the normal text size)."""
LOW = 720
"""Pixels of window height below which one banner is shown at a time."""


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the director is: the screen, and the place of the focus in it or in the sidebar."""

    screen: str
    focus: FocusPlace | None
    in_sidebar: bool


class Workspace(QWidget):
    """Shows one screen at a time.

    A change of a table that the visible screen watches refreshes it at the next turn of the event loop; other screens
    are refreshed when they are shown.
    """

    _refresh_requested = Signal()

    def __init__(self, context: Context, entries: Sequence[ScreenEntry]) -> None:
        super().__init__()
        tr = context.tr
        self.context = context
        self.entries = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.order)}
        self.screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._chosen_narrow: bool | None = None
        self.current = ""
        self.places = {
            key: Command(tr(entry.title), partial(self.go, key), entry.shortcut, entry.icon)
            for key, entry in self.entries.items()
        }
        top = [(key, self.places[key]) for key, entry in self.entries.items() if entry.order < BOTTOM]
        foot = [(key, self.places[key]) for key, entry in self.entries.items() if entry.order >= BOTTOM]
        self.sidebar = Sidebar(context, top, foot)
        self.stack = QStackedWidget()
        self.banners = BannerColumn(context)
        row(self.sidebar, (column(self.banners, (self.stack, 1), spacing=0), 1), spacing=0, parent=self)
        # Queued, not by a timer: a timer fires after the next painting, and everything would be painted twice.
        self._refresh_requested.connect(self._refresh_visible, Qt.ConnectionType.QueuedConnection)
        context.changed.connect(self._take_change)
        context.chapter_changed.connect(self._take_chapter)
        context.session.unsaved.add_part(self)
        context.session.unsaved.discarding.connect(self._revert_field)

    def go(self, key: str, **what: Any) -> None:
        """Show a screen with fresh data, and one thing in it."""
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
        self.sidebar.show_current(key)
        for child in screen.findChildren(QWidget):
            child.setAcceptDrops(False)  # a file that is dropped on a field is imported
        if what:
            screen.show_item(**what)
        elif moved:
            screen.focus_start()

    def save_place(self) -> WindowPlace:
        """Return where the director is, for the workspace that replaces this one; the focused field is reverted."""
        field = self.focusWidget()
        in_sidebar = field is not None and self.sidebar.isAncestorOf(field)
        return WindowPlace(self.current, save_focus(self.sidebar if in_sidebar else self.visible_screen), in_sidebar)

    def restore_place(self, place: WindowPlace | None) -> None:
        """Show the screen of a saved place with the focus there; without a place the first screen."""
        self.go(place.screen if place is not None and place.screen in self.entries else next(iter(self.entries)))
        if place is not None and place.focus is not None and self.current == place.screen:
            restore_focus(self.sidebar if place.in_sidebar else self.visible_screen, place.focus)

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the unsaved text of the focused field; panels and entries report their own."""
        field = unsaved_field(self)
        return () if field is None else (text_of(field),)

    def _revert_field(self) -> None:
        revert_field(self)

    @property
    def visible_screen(self) -> Screen:
        """The screen that is shown."""
        return self.screens[self.current]

    def _listen(self, screen: Screen) -> None:
        """Make the shortcuts of a screen; they act while it is visible, because it is their parent."""
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
            self._refresh_requested.emit()

    def _take_chapter(self) -> None:
        self._stale.update(self.screens)
        self.sidebar.show_chapter()
        self._refresh_requested.emit()

    def _refresh_visible(self) -> None:
        if self.current in self._stale and self.context.session.is_open:  # it may have closed since
            self._stale.discard(self.current)
            self.visible_screen.refresh()

    def toggle_sidebar(self) -> None:
        """Switch the sidebar between words and icons, whatever the width of the window."""
        self._chosen_narrow = self.sidebar.width() > 100
        self.sidebar.set_narrow(narrow=self._chosen_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A narrow window shows only the icons of the sidebar, a low window one banner at a time.
        super().resizeEvent(event)
        self.banners.set_low(low=self.height() < LOW)
        if self._chosen_narrow is None:
            scale = max(self.context.style.points() / 10, 1)
            self.sidebar.set_narrow(narrow=self.width() < COLLAPSE_BELOW * scale)
