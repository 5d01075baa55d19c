"""The screen Visitors: the list of visits, and the panels that add a visit and edit one."""

import datetime as dt
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.visits import expect_visitor
from chapterdesk.domain.members import Standing
from chapterdesk.store.visits import ShownVisits, VisitRow, comes_often, is_found, meetings_ahead, rows_of, visits
from chapterdesk.ui.screens.visitors import SCREEN
from chapterdesk.ui.screens.visitors.visit_panel import VisitPanel
from chapterdesk.ui.widgets import Choice, EmptyState, FieldError, IconButton, PersonEdit, PrimaryButton, SearchEdit
from chapterdesk.ui.widgets.choices import limit_width
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.list_page import ListPage
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn, name_column

NEWCOMERS: Final = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
"""The standings of people who are suggested as visitors."""


class VisitModel(RowModel):
    """One row for each visit, with a warning about visitors who come often (rule 6)."""

    def __init__(self, context: Context, parent: Any = None) -> None:
        tr, language, style = context.tr, context.language, context.style
        self._context = context
        kind = TableColumn(
            tr("Visit"),
            self._kind,
            icon=lambda row: style.icon("triangle-alert", "warning", 14) if comes_often(row) else None,
            colour=lambda row: style.colour("warning") if comes_often(row) else None,
            tip=self.warning,
            width=16,
        )
        super().__init__(
            [
                name_column(tr("Name"), language, icon=self._came, tip=self._came_tip),
                TableColumn(tr("Meeting"), lambda row: row.date, self._day, width=11),
                TableColumn(tr("Invited by"), lambda row: row.inviter or None, tip=lambda row: row.inviter, grow=True),
                kind,
                TableColumn(tr("Outcome"), self._outcome, tip=lambda row: self._outcome(row) or "", width=13),
                TableColumn(tr("Next contact"), lambda row: row.next_contact, self._day, colour=self._due, width=16),
            ],
            parent,
        )

    def _day(self, day: dt.date) -> str:
        language, today = self._context.language, self._context.today()
        return language.day(day) if abs((day - today).days) < 180 else language.short_date(day)

    def _came(self, row: VisitRow) -> QIcon:
        name, tone = ("circle-check", "good") if row.attended else ("clock", "muted")
        return self._context.style.icon(name, tone, 14)

    def _came_tip(self, row: VisitRow) -> str:
        tr = self._context.tr
        return tr("Came") if row.attended else tr("Expected, has not come")

    def _kind(self, row: VisitRow) -> str:
        tr = self._context.tr
        return tr("%n visit(s)", "", row.visit_count) if comes_often(row) else tr(row.kind.label)

    def warning(self, row: VisitRow) -> str:
        """Return the warning about a visitor who comes often, empty for others."""
        tr, name, count = self._context.tr, row.name, row.visit_count
        text = tr("{name} has come {count} times: a visitor no longer, ask to apply", name=name, count=count)
        return text if comes_often(row) else ""

    def _outcome(self, row: VisitRow) -> str | None:
        tr = self._context.tr
        if row.is_member:
            return tr("Member")
        return tr(row.outcome.label) if row.attended else None

    def _due(self, row: VisitRow) -> QColor | None:
        if row.next_contact is None or row.next_contact > self._context.today():
            return None
        return self._context.style.colour("bad" if row.next_contact < self._context.today() else "accent")


class AddVisitPanel(InlinePanel):
    """Adds an expected visitor: a new name, or a person who came before. The meeting chosen last stays."""

    added = Signal(object)
    """The id of the new visit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        close = IconButton(context, "x", tr("Close"))
        super().__init__(context, PrimaryButton(tr("Add")), cancel=close, margins=12, spacing=4, parent=parent)
        self.name = PersonEdit(context, standings=NEWCOMERS, placeholder=tr("First and last name"))
        self.inviter = PersonEdit(context, standings=frozenset({Standing.MEMBER}), placeholder=tr("Invited by"))
        self.meeting = Choice()
        limit_width(self.meeting)
        self.error.attach(self.name)
        self.inviter_error = FieldError(self.inviter)
        self.name.setAccessibleName(tr("Name"))
        self.inviter.setAccessibleName(tr("Invited by"))
        self.meeting.setAccessibleName(tr("Meeting"))
        fields = ((self.name, 3), (self.inviter, 3), (self.meeting, 2))
        add(self.body, row(label(tr("Expected"), "strong"), *fields, self.act_button, self.cancel_button))
        add(self.body, self.error, self.inviter_error)
        self.set_next_field(self.name, self.inviter)
        self.submit_on_enter(self.inviter)
        self.set_unsaved_fields(self.name, self.inviter)
        self.inviter.chosen.connect(lambda _id: self.inviter_error.say(""))
        self.submitted.connect(self.add)
        self.hide()

    def read_meetings(self) -> None:
        """Offer the meetings from today on that are not called off."""
        context = self.context
        with context.desk.read() as s:
            rows = meetings_ahead(s, context.chapter.id, context.today())
        choices = [(row.id, context.language.day(row.date)) for row in rows]
        before = self.meeting.value()
        self.meeting.set_choices(choices)
        if before not in {meeting_id for meeting_id, _day in choices} and choices:
            self.meeting.set_value(choices[0][0])

    def begin(self) -> None:
        """Open the panel."""
        self.read_meetings()
        self.open_at(self.name)

    def add(self) -> None:
        """Add the typed visitor."""
        context, name = self.context, self.name.text().strip()
        tr = context.tr
        if not name:
            self.say(tr("The name is missing; type a first or a last name"), self.name)
            return
        if self.inviter.text().strip() and self.inviter.person_id() is None:
            self.inviter_error.say(tr("No member has this name; choose somebody from the list, or leave it empty."))
            self.inviter.setFocus()
            return
        meeting_id = self.meeting.value()
        if meeting_id is None:
            self.say(tr("No meeting is planned; choose in the settings when the chapter meets."))
            return
        stored: list[int] = []

        def store() -> None:
            person_id, inviter_id = self.name.person_id(), self.inviter.person_id()
            stored.append(expect_visitor(context.desk, meeting_id, name, person_id=person_id, inviter_id=inviter_id))

        self.inviter_error.say("")
        if not self.attempt(store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.inviter.set_person(None)
        context.notify_undo(tr("{name} is expected", name=name))
        self.added.emit(stored[0])
        self.name.setFocus()


class VisitorsScreen(Screen):
    """All visits. `show_item` takes `visit_id=`, `meeting_id=`, `shown=` or `add=True`."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self._rows: list[VisitRow] = []
        self.add_button = PrimaryButton(tr("Expect a visitor"), context=context, icon="plus")
        self.add_button.clicked.connect(self.open_add_panel)
        self.add_header(actions=[self.add_button])
        self.search = SearchEdit(context, tr("Name, company, who invited…"))
        self.shown = Choice([(shown, tr(shown.label)) for shown in ShownVisits])
        self.shown.setAccessibleName(tr("Show"))
        limit_width(self.shown)
        self.new = AddVisitPanel(context)
        self.model = VisitModel(context, self)
        self.table = RowTable(self.model, self)
        self.table.setAccessibleName(tr("Visitors"))
        self.panel = VisitPanel(context)
        self.empty = EmptyState(
            context,
            "door-open",
            tr("Everybody who comes to see the chapter"),
            tr("Write down who is expected: on the day one tick says that they came, and here stands what comes next."),
            [Command(tr("Expect a visitor"), self.open_add_panel, icon="plus")],
        )
        self.page = ListPage(self.table, self.empty, search=self.search, choice=self.shown)
        find = row((self.search, 3), (self.shown, 1))
        column(find, self.new, (self.page.card, 1), self.panel, spacing=12, parent=self.page.full)
        self.body.addWidget(self.page, 1)
        self.page.filter_changed.connect(self._fill_list)
        self.page.chosen.connect(self._show)
        self.table.opened.connect(lambda _row: self.panel.visit.fields["outcome"].setFocus())
        self.new.added.connect(self._added)

    # What is shown

    def refresh(self) -> None:
        """Read the visits again; the chosen visit stays chosen."""
        context, tr = self.context, self.context.tr
        with context.desk.read() as s:
            self._rows = visits(s, context.chapter.id)
        expected = len(rows_of(self._rows, ShownVisits.EXPECTED, context.today()))
        waiting = len(rows_of(self._rows, ShownVisits.CALL, context.today()))
        self.set_subtitle(
            tr("{expected} expected, {waiting} to follow up", expected=expected, waiting=waiting) if self._rows else ""
        )
        empty = not self._rows and self.new.isHidden()
        self.page.set_empty(is_empty=empty)
        self.add_button.setVisible(not empty)
        self.new.read_meetings()
        self._fill_list()

    def _fill_list(self, visit_id: int | None = None) -> None:
        tr, query = self.context.tr, self.page.query
        rows = [row for row in rows_of(self._rows, self.shown.value(), self.context.today()) if is_found(row, query)]
        if visit_id is None and self.panel.row is not None:
            visit_id = self.panel.row.id
        empty_text = tr("No visit has all these words. Try fewer letters, or another list.")
        if not query:
            empty_text = tr("There is nobody in this list now.")
        self._show(self.page.fill(rows, lambda row: row.id == visit_id, empty_text))

    def _show(self, row: VisitRow | None) -> None:
        self.panel.show_visit(row, self.model.warning(row) if row is not None else "")

    def show_item(self, **what: Any) -> None:
        """Show `visit_id=`, the visits of `meeting_id=`, a choice of the list (`shown=`), or add one (`add=True`)."""
        if what.get("add"):
            self.open_add_panel()
            return
        self.page.set_choice(ShownVisits(what.get("shown", ShownVisits.ALL)))
        visit, meeting = what.get("visit_id"), what.get("meeting_id")
        visit_id = next((row.id for row in self._rows if row.id == visit or row.meeting_id == meeting), None)
        self._fill_list(visit_id)
        self.page.focus_list()

    # Commands and focus

    def commands(self) -> list[Command]:
        """Add, find, make a member, open the card."""
        tr = self.context.tr
        return [
            Command(tr("Expect a visitor"), self.open_add_panel, "Ctrl+N", "user-plus"),
            Command(tr("Find a visitor"), self.page.focus_search, "Ctrl+F", "search"),
            Command(tr("Make the visitor a member"), self.panel.open_join_panel, "Ctrl+Shift+M", "user-check"),
            Command(tr("Card of the visitor"), self.panel.open_card, "Ctrl+Return", "user-round"),
        ]

    def open_add_panel(self) -> None:
        """Open the panel that adds an expected visitor."""
        self.page.set_empty(is_empty=False)
        self.add_button.show()
        self.new.begin()

    def _added(self, visit_id: int) -> None:
        with self.context.desk.read() as s:
            self._rows = visits(s, self.context.chapter.id)
        self._fill_list(visit_id)

    def focus_start(self) -> None:
        """Put the focus on the search."""
        self.page.focus_search()
