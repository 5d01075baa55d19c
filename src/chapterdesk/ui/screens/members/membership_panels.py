"""Panels that add a member, end a membership, and begin one."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from chapterdesk.actions import members
from chapterdesk.domain.members import LEFT, Standing, Status
from chapterdesk.domain.text import N_
from chapterdesk.store.cards import CardRow
from chapterdesk.ui.widgets import Choice, DateEdit, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import FieldError, LineEdit, check_day
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.person_field import SeatEdit

KNOWN: Final = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
"""The standings of people who are suggested as new members."""


class AddMemberPanel(InlinePanel):
    """Adds a member: a new name, or a known visitor or former member, whose data need not be typed again."""

    added = Signal(object)
    """The id of the person who became a member."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        close = IconButton(context, "x", tr("Close"))
        super().__init__(context, PrimaryButton(tr("Add")), cancel=close, margins=12, spacing=6, parent=parent)
        self.name = PersonEdit(context, standings=KNOWN, placeholder=tr("First and last name"))
        self.seat = SeatEdit(context)
        self.seat.setPlaceholderText(tr("Classification"))
        self.day = DateEdit(context, context.today())
        self.day.setMaximumWidth(150)
        self.error.attach(self.name)
        self.day_error = FieldError(self.day)
        self.name.setAccessibleName(tr("Name"))
        self.seat.setAccessibleName(tr("Classification"))
        self.day.setAccessibleName(tr("Member since"))
        since = label(tr("Member since"), "small", tone="muted")
        line = row((self.seat, 1), since, self.day, self.act_button)
        add(
            self.body,
            row((label(tr("New member"), "strong"), 1), self.cancel_button),
            self.name,
            self.error,
            column(line, self.seat.warning, self.day_error, spacing=4),
        )
        self.set_next_field(self.name, self.seat)
        self.submit_on_enter(self.seat, self.day)
        self.set_unsaved_fields(self.name, self.seat)
        self.submitted.connect(self.add)
        self.hide()

    def begin(self, seat: str = "") -> None:
        """Open the panel, with a seat if one is to be filled."""
        self.seat.read_seats()
        self.seat.set_seat(seat)
        self.propose_present(self.seat)
        self.say("")
        self.open_at(self.name)

    def add(self) -> None:
        """Add the typed member."""
        context = self.context
        tr, name = context.tr, self.name.text().strip()
        if not name:
            self.say(tr("The name is missing; type a first or a last name"), self.name)
            return
        if not check_day(context, self.day, self.day_error):
            self.day.setFocus()
            return
        person_ids: list[int] = []

        def store() -> None:
            person_id, seat, day = self.name.person_id(), self.seat.text(), self.day.value()
            row = members.add_member(
                context.desk, context.chapter.id, name, person_id=person_id, classification=seat, start=day
            )
            person_ids.append(row.person_id)

        if not self.attempt(store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.seat.set_seat("")
        self.seat.read_seats()
        self.propose_present(self.seat)
        context.notify_undo(tr("{name} is a member now", name=name))
        self.added.emit(person_ids[0])
        self.name.setFocus()


class CardPanel(InlinePanel):
    """A few fields about the person of a card; `begin` opens the panel."""

    def __init__(self, context: Context, title: str, act: str) -> None:
        heading = label(title, "strong", wrap=True)
        super().__init__(context, PrimaryButton(act), heading, margins=(16, 12, 16, 12))
        self.title = heading
        self.card: CardRow | None = None
        self.rows = FieldColumn(context)
        self.submitted.connect(self.act)
        self.closed.connect(self._discard_unsaved)
        self.hide()

    def _discard_unsaved(self) -> None:
        for field in self.rows.bound.values():
            field.discard_refused()

    def act(self) -> None:
        """Do what the panel is for."""

    def _begin_at(self, field: QLineEdit) -> None:
        self.open_at(field)
        field.selectAll()


class EndMembershipPanel(CardPanel):
    """Asks for the last day, how the membership ended and why; then ends it."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        super().__init__(context, tr("End the membership"), tr("End membership"))
        self.day = DateEdit(context, context.today())
        self.how = Choice([(status, tr(status.label)) for status in Status if status in LEFT])
        self.reason = LineEdit(placeholder=tr("reason, if you like"))
        self.rows.bind(FieldSpec("end", N_("Last day")), editor=self.day)
        self.rows.bind(FieldSpec("status", N_("How it ended")), editor=self.how)
        self.rows.bind(FieldSpec("end_reason", N_("Why it ended")), editor=self.reason)
        self.body.addWidget(self.rows)
        self.add_foot()
        self.submit_on_enter(self.reason)
        self.set_unsaved_fields(self.reason)

    def begin(self, card: CardRow) -> None:
        """Open the panel for the membership of a card."""
        tr = self.context.tr
        self.card = card
        self.title.setText(tr("End the membership of {name}", name=card.person.name))
        self.day.set_value(self.context.today())
        self.how.set_value(Status.RESIGNED)
        self.reason.set_stored("")
        self._begin_at(self.day)

    def act(self) -> None:
        """End the membership."""
        card, day, tr = self.card, self.day.value(), self.context.tr
        if card is None or card.membership is None:
            return
        if day is None:
            self.rows.errors["end"].say(tr("The last day is missing; type it."))
            self.day.setFocus()
            return
        end = partial(members.end_membership, self.context.desk, card.membership, day)
        if self.rows.bound["end"].attempt(partial(end, self.reason.text(), self.how.value()), self.act):
            self.close_panel()
            self.context.notify_undo(tr("The membership of {name} ended", name=card.person.name))


class JoinPanel(CardPanel):
    """Asks for seat and first day of a former member, applicant, visitor or member of another chapter."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        super().__init__(context, tr("Make a member"), tr("Make a member"))
        self.seat = SeatEdit(context)
        self.day = DateEdit(context, context.today())
        self.rows.bind(FieldSpec("classification", N_("Classification")), editor=self.seat)
        self.rows.bind(FieldSpec("start", N_("Member since")), editor=self.day)
        self.body.addWidget(self.rows)
        self.add_foot()
        self.set_enter_order(self.seat, self.day)
        self.set_unsaved_fields(self.seat)

    def begin(self, card: CardRow) -> None:
        """Open the panel for a person, with the seat held last."""
        tr, rejoins, name = self.context.tr, card.standing is Standing.FORMER, card.person.name
        self.card = card
        self.title.setText(tr("{name} rejoins", name=name) if rejoins else tr("{name} becomes a member", name=name))
        self.act_button.setText(tr("Rejoin") if rejoins else tr("Make a member"))
        self.day.set_value(self.context.today())
        self.seat.read_seats()
        self.seat.set_seat(card.membership.classification if card.membership is not None else "")
        self.propose_present(self.seat)
        self._begin_at(self.seat)

    def act(self) -> None:
        """Begin the membership."""
        card, context, tr = self.card, self.context, self.context.tr
        if card is None or not self.day.is_valid():
            return
        join = partial(members.join, context.desk, context.chapter.id, card, self.day.value(), self.seat.text())
        if self.rows.bound["start"].attempt(join, self.act):
            self.close_panel()
            context.notify_undo(tr("{name} is a member now", name=card.person.name))
