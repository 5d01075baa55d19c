"""The panel of one visit: who invited, the outcome, the next contact, and making the visitor a member."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.members import edit_person
from chapterdesk.actions.visits import edit_visit, make_member, remove_visit
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets import Button, Card, Choice, DateEdit, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.person_field import SeatEdit

_VISIT: Final = (
    FieldSpec("inviter_id", N_("Invited by"), PersonEdit, extra_attribute="inviter"),
    FieldSpec("outcome", N_("Outcome"), Choice, choices=VisitOutcome),
    FieldSpec("next_contact", N_("Next contact"), DateEdit),
    FieldSpec("kind", N_("Visit"), Choice, choices=VisitKind),
)
_PERSON: Final = (
    FieldSpec("company", N_("Company")),
    FieldSpec("phones", N_("Phones")),
    FieldSpec("emails", N_("E-mails")),
)
_NOTE: Final = FieldSpec("note", N_("Note"), placeholder=N_("What was said, what was promised"))


class VisitPanel(Card):
    """Edits the visit that is chosen in the list; a field is stored when it loses the focus."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, spacing=8)
        self._context = context
        self.row: VisitRow | None = None
        tr = context.tr
        self.name = label("", "section")
        self.when = label("", tone="muted", wrap=True)
        self.warning = label("", tone="warning", wrap=True)
        self.card = Button(tr("Card"), context=context, icon="user-round")
        self.join_button = Button(tr("Make a member…"), context=context, icon="user-plus")
        self.remove = IconButton(context, "trash-2", tr("Remove this visit"))
        self.card.clicked.connect(self.open_card)
        self.join_button.clicked.connect(self.open_join_panel)
        self.remove.clicked.connect(self.remove_visit)
        words = column(self.name, self.when, self.warning, spacing=2)
        buttons = [(button, Qt.AlignmentFlag.AlignTop) for button in (self.join_button, self.card, self.remove)]
        self.visit, self.person = FieldColumn(context), FieldColumn(context)
        for spec in _VISIT:
            self.visit.bind(spec, edit_visit)
        for spec in _PERSON:
            self.person.bind(spec, edit_person)
        self.person.bind(_NOTE, edit_visit)
        halves = row(
            (self.visit, 1, Qt.AlignmentFlag.AlignTop), (self.person, 1, Qt.AlignmentFlag.AlignTop), spacing=24
        )
        self.join_panel = self._make_join_panel()
        add(self.body, row((words, 1), *buttons), self.join_panel, halves)

    def _make_join_panel(self) -> InlinePanel:
        context, tr = self._context, self._context.tr
        self.seat, self.start = SeatEdit(context), DateEdit(context, context.today())
        self.seat.setPlaceholderText(tr("Classification"))
        self.seat.setAccessibleName(tr("Classification"))
        self.start.setAccessibleName(tr("Member since"))
        act = PrimaryButton(tr("Make a member"))
        panel = InlinePanel(context, act, on_ground=False, stores=False, margins=(8, 0, 0, 4), spacing=4)
        panel.error.attach(self.start)
        words = label(tr("Member since"), tone="muted")
        line = row(words, self.start, (self.seat, 1), panel.act_button, panel.cancel_button)
        add(panel.body, line, self.seat.warning, panel.error)
        panel.set_enter_order(self.seat, self.start)
        panel.set_unsaved_fields(self.seat)
        panel.submitted.connect(self.make_member)
        panel.closed.connect(self._close_join_panel)
        panel.hide()
        return panel

    def show_visit(self, row: VisitRow | None, warning: str = "") -> None:
        """Show a visit (None: hide the panel), with a warning about a frequent visitor."""
        context, tr = self._context, self._context.tr
        if row is None or self.row is None or row.id != self.row.id:
            self.join_panel.close_panel()
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.name.setText(context.language.name(row.first_name, row.last_name))
        when = tr("Came on {date}", date=row.date) if row.attended else tr("Expected on {date}", date=row.date)
        self.when.setText(when)
        self.warning.setText("▲ " + warning if warning else "")
        self.warning.setVisible(bool(warning))
        self.join_button.setVisible(not row.is_member and self.join_panel.isHidden())
        self.visit.show_row(row, row.id)
        self.person.show_row(row, row.id)

    def open_join_panel(self) -> None:
        """Open the panel that makes the visitor a member."""
        if self.row is None or self.row.is_member:
            return
        self.seat.read_seats()
        self.seat.set_seat("")
        self.start.set_value(self._context.today())
        self.join_panel.open_at(self.seat)
        self.join_button.hide()

    def _close_join_panel(self) -> None:
        self.join_panel.say("")
        if self.row is not None:  # cancelling also drops a change that waits for disk space
            self._context.forget_refused(("joins", self.row.id))
            self.join_button.setVisible(not self.row.is_member)

    def make_member(self) -> None:
        """Make the visitor a member, with the inviter as sponsor."""
        row, day, context = self.row, self.start.value(), self._context
        tr = context.tr
        if row is None:
            return
        if day is None:
            self.join_panel.say(tr("The first day is missing; type it."), self.start)
            return
        act = partial(make_member, context.desk, row, day, self.seat.text())
        if self.join_panel.attempt(act, self.make_member, ("joins", row.id)):
            self.join_panel.close_panel()
            context.notify(
                tr("{name} is a member now", name=row.name),
                tr("Card"),
                lambda: context.go("members", person_id=row.person_id),
            )

    def open_card(self) -> None:
        """Go to the card of the person."""
        if self.row is not None:
            self._context.go("members", person_id=self.row.person_id)

    def remove_visit(self) -> None:
        """Remove the visit; the person stays in the file."""
        row, tr = self.row, self._context.tr
        if row is None:
            return

        def act() -> None:
            remove_visit(self._context.desk, row)
            self._context.notify_undo(tr("The visit of {name} is removed", name=row.name))

        self._context.attempt(act, key=("visit gone", row.id))
