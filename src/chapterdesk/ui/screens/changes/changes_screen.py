"""The screen Change log: all actions by day, and the values before and after, which can be brought back."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.log.search import LogFilter
from chapterdesk.store.people import person
from chapterdesk.store.tables.facts import Subject
from chapterdesk.store.tables.overview import tables_about
from chapterdesk.ui.screens.changes import SCREEN
from chapterdesk.ui.screens.changes.action_list import ActionList
from chapterdesk.ui.screens.changes.action_panel import ActionPanel
from chapterdesk.ui.widgets import Choice, EmptyState, label
from chapterdesk.ui.widgets.choices import limit_width
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import column, row
from chapterdesk.ui.widgets.list_page import FilterBar, ListPage
from chapterdesk.ui.widgets.screen import Command, Screen

SIDE_BY_SIDE: Final = 820
"""Width in pixels from which the details stand beside the list, not below it."""


class LogFilters(FilterBar):
    """The filters above the list; at first everything is listed."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        self.about: Choice = Choice([(None, tr("Everything")), *((one, tr(one.label)) for one in Subject)])
        self.about.setAccessibleName(tr("What it is about"))
        limit_width(self.about, 16)
        super().__init__(context, more=[self.about], days=None)
        self.about.picked.connect(lambda _value: self._narrow())

    def log_filter(self) -> LogFilter:
        """Return the filter that the fields make up."""
        about: Subject | None = self.about.value()
        return LogFilter(
            person_id=self.person.person_id(),
            tables=tables_about(about) if about is not None else None,
            period=self.period(),
            words=self.search.text(),
        )

    def set_person(self, person_id: int | None = None, name: str = "") -> None:
        """Filter by a person (None: everybody) on any day, without emitting `filter_changed`."""
        self.about.set_value(None)
        self.days.set_value(None)
        super().set_person(person_id, name)
        self.person.setCursorPosition(0)

    def _show_clear(self) -> None:
        fields = (self.search.text().strip(), self.person.text().strip(), self.about.value() is not None)
        self.clear.setVisible(any(fields) or self.days.value is not None)


class ChangesScreen(Screen):
    """The log of the whole file. `show_item` takes `person_id=` to show what concerns one person."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.add_header(subtitle=tr("Every change is kept here, with what stood there before."))
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
        self.page = ListPage(self.table, self.empty, search=self.filters.search)
        self.page.card.body.insertWidget(0, self.note)
        self.page.card.setMinimumHeight(120)
        self.panel.setMinimumHeight(120)
        self.halves = row((self.page.card, 4), (self.panel, 3), spacing=16)
        column(self.filters, (self.halves, 1), spacing=12, parent=self.page.full)
        self.body.addWidget(self.page, 1)
        self.filters.days_changed.connect(self.refresh)
        self.filters.filter_changed.connect(self.refresh)
        self.page.chosen.connect(self.panel.show_action)
        self.table.opened.connect(lambda _row: self.panel.focus_first())
        self.table.progressed.connect(self._show_progress)
        self.panel.cancelled.connect(self.page.focus_list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * max(self.context.style.points() / 10, 1)
        self.halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.halves.setStretch(1, 3 if wide else 4)

    # What is shown

    def refresh(self) -> None:
        """List the actions that match the filters; the shown action stays, with its rows read again."""
        before = self.panel.action
        self.table.start_search(self.filters.log_filter())
        if self.panel.action is before:
            self.panel.show_action(before)

    def _show_progress(self) -> None:
        """Show whether the search continues or has found nothing."""
        tr, search = self.context.tr, self.table.search
        has_rows = bool(self.table.rows_model.rows)
        if search.done and not has_rows:
            self.panel.show_action(None)
        self.page.set_empty(is_empty=search.done and not has_rows and search.wanted.is_open)
        note = ""
        if not has_rows:
            note = tr("Looking further back…")
            if search.done:
                note = tr("No change fits. Try fewer letters, other days or another person.")
        self.note.setText(note)
        self.note.setVisible(bool(note))

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
        self.refresh()
        self.page.focus_list()

    # Commands and focus

    def commands(self) -> list[Command]:
        """Find a change, show one person, show everything."""
        tr = self.context.tr
        return [
            Command(tr("Find a change"), self.page.focus_search, "Ctrl+F", "search"),
            Command(tr("Show the changes of one person"), self._focus_person, "Ctrl+D", "user-round"),
            Command(tr("Show all changes again"), self.filters.reset, "Ctrl+R", "rotate-ccw"),
        ]

    def _focus_person(self) -> None:
        self.filters.person.setFocus()
        self.filters.person.selectAll()

    def focus_start(self) -> None:
        """Put the focus on the list."""
        self.page.focus_list()
