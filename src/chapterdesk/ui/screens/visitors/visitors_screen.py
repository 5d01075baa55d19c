"""Visitors: who came and who is expected, invited by whom, and what comes next; one becomes a member here."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk.store.visits import VisitRow, visits
from chapterdesk.ui.screens.visitors import SCREEN
from chapterdesk.ui.screens.visitors.add_visit import AddVisit
from chapterdesk.ui.screens.visitors.visit_list import ShownVisits, VisitModel, fits, rows_of
from chapterdesk.ui.screens.visitors.visit_panel import VisitPanel
from chapterdesk.ui.widgets import Card, Choice, EmptyState, PrimaryButton, SearchEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.stored_fields import narrow
from chapterdesk.ui.widgets.table import table_view


class VisitorsScreen(Screen):
    """All visits; `show_item` takes `visit_id=`, `meeting_id=`, `shown=` one of Shown, or `add=True`."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:

        super().__init__(context, parent)
        tr = context.tr
        self._rows: list[VisitRow] = []
        self._filling = False
        self.add_button = PrimaryButton(tr("Expect a visitor"), context=context, icon="plus")
        self.add_button.clicked.connect(self.begin_add)
        self.add_header(actions=[self.add_button])
        self.search = SearchEdit(context, tr("Name, company, who invited…"))
        self.shown = Choice([(shown, tr(shown.label)) for shown in ShownVisits])
        self.shown.setAccessibleName(tr("Show"))
        narrow(self.shown)
        self.new = AddVisit(context)
        self.model = VisitModel(context, self)
        self.table = table_view(self.model, self)
        self.table.setAccessibleName(tr("Visitors"))
        self.panel = VisitPanel(context)
        self.none_found = label("", tone="muted", wrap=True)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = EmptyState(
            context,
            "door-open",
            tr("Everybody who comes to see the chapter"),
            tr("Write down who is expected: on the day one tick says that they came, and here stands what comes next."),
            [Command(tr("Expect a visitor"), self.begin_add, icon="plus")],
        )
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill_list())
        self.search.left.connect(self._to_list)
        self.shown.picked.connect(lambda _shown: self._fill_list())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.panel.visit.fields["outcome"].setFocus())
        self.new.added.connect(self._added)

    def _lay_out(self) -> None:
        find = QHBoxLayout()
        find.setSpacing(8)
        find.addWidget(self.search, 3)
        find.addWidget(self.shown, 1)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.none_found)
        list_card = Card(padding=0)
        list_card.body.addWidget(self.lists)
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(find)
        column.addWidget(self.new)
        column.addWidget(list_card, 1)
        column.addWidget(self.panel)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.full)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    # What is shown

    def refresh(self) -> None:
        """Read the visits again; the chosen one stays chosen."""
        context, tr = self.context, self.context.tr
        with context.desk.read() as s:
            self._rows = visits(s, context.chapter.id)
        expected = len(rows_of(self._rows, ShownVisits.EXPECTED, context.today()))
        waiting = len(rows_of(self._rows, ShownVisits.CALL, context.today()))
        self.set_subtitle(
            tr("{expected} expected, {waiting} to follow up", expected=expected, waiting=waiting) if self._rows else ""
        )
        empty = not self._rows and self.new.isHidden()
        self.pages.setCurrentWidget(self.empty if empty else self.full)
        self.add_button.setVisible(not empty)
        self.new.learn()
        self._fill_list()

    def _fill_list(self, visit_id: int | None = None) -> None:
        tr, query = self.context.tr, self.search.text()
        found = [row for row in rows_of(self._rows, self.shown.value(), self.context.today()) if fits(row, query)]
        if visit_id is None and self.panel.row is not None:
            visit_id = self.panel.row.id
        self._filling = True
        self.model.set_rows(found)
        if not self.table.select(lambda row: row.id == visit_id) and found:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._filling = False
        nothing = tr("No visit has all these words. Try fewer letters, or another list.")
        self.none_found.setText(nothing if query.strip() else tr("There is nobody in this list now."))
        self.lists.setCurrentWidget(self.table if found else self.none_found)
        self._show(self.table.current_row() if found else None)

    def _choose(self, row: VisitRow | None) -> None:
        if row is not None and not self._filling:
            self._show(row)

    def _show(self, row: VisitRow | None) -> None:
        self.panel.show_visit(row, self.model.many(row) if row is not None else "")

    def show_item(self, **what: Any) -> None:
        """Show `visit_id=`, the visits of `meeting_id=`, a choice of the list (`shown=`), or begin with `add=True`."""
        if what.get("add"):
            self.begin_add()
            return
        self.search.clear()
        self.shown.set_value(ShownVisits(what.get("shown", ShownVisits.ALL)))
        wanted = next(
            (
                row.id
                for row in self._rows
                if row.id == what.get("visit_id") or row.meeting_id == what.get("meeting_id")
            ),
            None,
        )
        self._fill_list(wanted)
        self.table.setFocus()

    # What is done

    def commands(self) -> list[Command]:
        """Expect somebody, find, make a member, open the card."""
        tr = self.context.tr
        return [
            Command(tr("Expect a visitor"), self.begin_add, "Ctrl+N", "user-plus"),
            Command(tr("Find a visitor"), self._to_search, "Ctrl+F", "search"),
            Command(tr("Make the visitor a member"), self.panel.begin_join, "Ctrl+Shift+M", "user-check"),
            Command(tr("Card of the visitor"), self.panel.open_card, "Ctrl+Return", "user-round"),
        ]

    def begin_add(self) -> None:
        """Open the line that expects a visitor."""
        self.pages.setCurrentWidget(self.full)
        self.add_button.show()
        self.new.begin()

    def _added(self, visit_id: int) -> None:
        with self.context.desk.read() as s:
            self._rows = visits(s, self.context.chapter.id)
        self._fill_list(visit_id)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        self.table.setFocus()

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the name that was begun and is not added yet."""
        return self.new.unsaved_text()

    def focus_start(self) -> None:
        """Be ready to find somebody by typing."""
        self._to_search()
