"""Visitors: who came and who is expected, invited by whom, and what comes next; one becomes a member here."""

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
from chapterdesk.ui.widgets.choices import narrow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.list_page import ListPage
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn, name_column

NEWCOMERS: Final = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
"""Who is offered by name: not the members."""


class VisitModel(RowModel):
    """One line a visit. Two visits and more of somebody who is no member are told (rule 6)."""

    def __init__(self, context: Context, parent: Any = None) -> None:
        tr, language, style = context.tr, context.language, context.style
        self._context = context
        kind = TableColumn(
            tr("Visit"),
            self._kind,
            icon=lambda row: style.icon("triangle-alert", "warning", 14) if comes_often(row) else None,
            colour=lambda row: style.colour("warning") if comes_often(row) else None,
            tip=self.many,
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

    def many(self, row: VisitRow) -> str:
        """Return what is to be said of somebody who comes again and again; empty otherwise."""
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


class AddVisit(InlinePanel):
    """Takes a new name, or somebody who came before with nothing retyped; the meeting chosen last stays."""

    added = Signal(object)
    """The visit that was stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        close = IconButton(context, "x", tr("Close"))
        super().__init__(context, PrimaryButton(tr("Add")), cancel=close, margins=12, spacing=4, parent=parent)
        self.name = PersonEdit(context, standings=NEWCOMERS, placeholder=tr("First and last name"))
        self.inviter = PersonEdit(context, standings=frozenset({Standing.MEMBER}), placeholder=tr("Invited by"))
        self.meeting = Choice()
        narrow(self.meeting)
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
        self.set_unsaved_fields(self.name)
        self.inviter.chosen.connect(lambda _id: self.inviter_error.say(""))
        self.submitted.connect(self.add)
        self.hide()

    def learn(self) -> None:
        """Offer the meetings from today on that are not called off."""
        context = self.context
        with context.desk.read() as s:
            found = meetings_ahead(s, context.chapter.id, context.today())
        offered = [(row.id, context.language.day(row.date)) for row in found]
        before = self.meeting.value()
        self.meeting.set_choices(offered)
        if before not in {meeting_id for meeting_id, _day in offered} and offered:
            self.meeting.set_value(offered[0][0])

    def begin(self) -> None:
        """Be ready to type."""
        self.learn()
        self.open_at(self.name)

    def add(self) -> None:
        """Store who is expected."""
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
        made: list[int] = []

        def store() -> None:
            person_id, inviter_id = self.name.person_id(), self.inviter.person_id()
            made.append(expect_visitor(context.desk, meeting_id, name, person_id=person_id, inviter_id=inviter_id))

        self.inviter_error.say("")
        if not self.attempt(store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.inviter.set_person(None)
        context.notify_undo(tr("{name} is expected", name=name))
        self.added.emit(made[0])
        self.name.setFocus()


class VisitorsScreen(Screen):
    """All visits; `show_item` takes `visit_id=`, `meeting_id=`, `shown=` one of Shown, or `add=True`."""

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
        narrow(self.shown)
        self.new = AddVisit(context)
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
        self.page.narrowed.connect(self._fill_list)
        self.page.chosen.connect(self._show)
        self.table.opened.connect(lambda _row: self.panel.visit.fields["outcome"].setFocus())
        self.new.added.connect(self._added)

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
        self.page.set_empty(is_empty=empty)
        self.add_button.setVisible(not empty)
        self.new.learn()
        self._fill_list()

    def _fill_list(self, visit_id: int | None = None) -> None:
        tr, query = self.context.tr, self.page.query
        found = [row for row in rows_of(self._rows, self.shown.value(), self.context.today()) if is_found(row, query)]
        if visit_id is None and self.panel.row is not None:
            visit_id = self.panel.row.id
        nothing = tr("No visit has all these words. Try fewer letters, or another list.")
        if not query:
            nothing = tr("There is nobody in this list now.")
        self._show(self.page.fill(found, lambda row: row.id == visit_id, nothing))

    def _show(self, row: VisitRow | None) -> None:
        self.panel.show_visit(row, self.model.many(row) if row is not None else "")

    def show_item(self, **what: Any) -> None:
        """Show `visit_id=`, the visits of `meeting_id=`, a choice of the list (`shown=`), or begin with `add=True`."""
        if what.get("add"):
            self.open_add_panel()
            return
        self.page.set_choice(ShownVisits(what.get("shown", ShownVisits.ALL)))
        visit, meeting = what.get("visit_id"), what.get("meeting_id")
        wanted = next((row.id for row in self._rows if row.id == visit or row.meeting_id == meeting), None)
        self._fill_list(wanted)
        self.page.focus_list()

    # What is done

    def commands(self) -> list[Command]:
        """Expect somebody, find, make a member, open the card."""
        tr = self.context.tr
        return [
            Command(tr("Expect a visitor"), self.open_add_panel, "Ctrl+N", "user-plus"),
            Command(tr("Find a visitor"), self.page.focus_search, "Ctrl+F", "search"),
            Command(tr("Make the visitor a member"), self.panel.open_join_panel, "Ctrl+Shift+M", "user-check"),
            Command(tr("Card of the visitor"), self.panel.open_card, "Ctrl+Return", "user-round"),
        ]

    def open_add_panel(self) -> None:
        """Open the line that expects a visitor."""
        self.page.set_empty(is_empty=False)
        self.add_button.show()
        self.new.begin()

    def _added(self, visit_id: int) -> None:
        with self.context.desk.read() as s:
            self._rows = visits(s, self.context.chapter.id)
        self._fill_list(visit_id)

    def focus_start(self) -> None:
        """Be ready to find somebody by typing."""
        self.page.focus_search()
