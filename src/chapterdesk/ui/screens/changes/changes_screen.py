"""The change log: what was changed and when, before and after, whose, and the way back to one earlier value."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.people import person
from chapterdesk.ui.screens.changes import SCREEN
from chapterdesk.ui.screens.changes.action_list import ActionList
from chapterdesk.ui.screens.changes.action_panel import ActionPanel
from chapterdesk.ui.screens.changes.change_filters import LogFilters
from chapterdesk.ui.widgets import Card, EmptyState, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Command, Screen

SIDE_BY_SIDE: Final = 820
"""Pixels of width from which the details stand beside the list, not under it."""


class ChangesScreen(Screen):
    """The log of the whole file. `show_item` takes `person_id=` to show what concerns one person."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:

        super().__init__(context, parent)
        tr = context.tr
        self.add_header(subtitle=tr("Every change is kept here, with what stood there before."))
        if self.subtitle is not None:
            self.subtitle.setWordWrap(True)
        self.filters = LogFilters(context)
        self.table = ActionList(context)
        self.panel = ActionPanel(context)
        self.note = label("", tone="muted", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setContentsMargins(16, 12, 16, 12)
        self.empty = EmptyState(
            context,
            "history",
            tr("Nothing has been changed yet"),
            tr("Whatever is added, changed or removed from now on stands here, and any earlier value can come back."),
        )
        self._lay_out()
        self.filters.days_changed.connect(self.look)
        self.filters.narrowed.connect(self.look)
        self.filters.search.left.connect(self._to_list)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.panel.focus_first())
        self.table.progressed.connect(self._say)
        self.panel.left.connect(self._to_list)

    def _lay_out(self) -> None:
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.note)
        card.body.addWidget(self.table, 1)
        card.setMinimumHeight(120)
        self.panel.setMinimumHeight(120)
        self.halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.halves.setSpacing(16)
        self.halves.addWidget(card, 4)
        self.halves.addWidget(self.panel, 3)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addLayout(self.halves, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(full)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window the details stand under the list."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * max(self.context.style.points() / 10, 1)
        self.halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.halves.setStretch(1, 3 if wide else 4)

    # What is shown

    def refresh(self) -> None:
        """Read the log again; the action that is looked at stays, with its rows as they are now."""
        self.look()

    def look(self) -> None:
        """List what the filters ask for."""
        before = self.panel.action
        self.table.look_for(self.filters.wanted())
        if self.panel.action is before:
            self.panel.show_action(before)

    def _choose(self, row: Any) -> None:
        if row is not None:
            self.panel.show_action(row)

    def _say(self) -> None:
        """Say that nothing fits, or that the search goes on."""
        tr, search = self.context.tr, self.table.search
        some = bool(self.table.model_of_log.rows)
        if search.done and not some:
            self.panel.show_action(None)
        self.pages.setCurrentIndex(1 if search.done and not some and search.wanted.is_open else 0)
        if some:
            self.note.setText("")
        elif search.done:
            self.note.setText(tr("No change fits. Try fewer letters, other days or another person."))
        else:
            self.note.setText(tr("Looking further back…"))
        self.note.setVisible(bool(self.note.text()))

    def show_item(self, **what: Any) -> None:
        """Show what concerns `person_id=`, in any table and on any day."""
        person_id, name = what.get("person_id"), ""
        if person_id is not None:
            try:
                with self.context.desk.read() as s:
                    name = person(s, person_id).name
            except ChapterError as error:
                self.context.tell(error)
                return
        self.filters.set_person(person_id, name)
        self.look()
        self._to_list()

    # What is done

    def commands(self) -> list[Command]:
        """Find, show everything again, go to the details."""
        tr = self.context.tr
        return [
            Command(tr("Find a change"), self._to_search, "Ctrl+F", "search"),
            Command(tr("Show the changes of one person"), self._to_person, "Ctrl+D", "user-round"),
            Command(tr("Show all changes again"), self.filters.reset, "Ctrl+R", "rotate-ccw"),
        ]

    def _to_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _to_person(self) -> None:
        self.filters.person.setFocus()
        self.filters.person.selectAll()

    def _to_list(self) -> None:
        self.table.setFocus()

    def focus_start(self) -> None:
        """Be ready to go through the list."""
        self._to_list()
