"""The line that adds a member, at the top of the list: name, seat, first day. Enter stores; ready for the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_
from chapterdesk.store.members import add_member, member
from chapterdesk.store.people import split_name
from chapterdesk.ui.widgets import DateEdit, FieldError, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, column, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.seat_field import SeatEdit
from chapterdesk.ui.widgets.stored_fields import check_day

KNOWN = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})


class AddMember(InlinePanel):
    """Takes a new name, or somebody whom the file knows (a visitor, a former member) with nothing retyped."""

    added = Signal(int)
    """The person who is a member now."""

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
        self.lead(self.name, self.seat)
        self.submit_on_enter(self.seat, self.day)
        self.set_unsaved_fields(self.name)
        self.submitted.connect(self.add)
        self.hide()

    def begin(self, seat: str = "") -> None:
        """Be ready to type, with a seat when one is to be filled."""
        self.seat.learn()
        self.seat.set_seat(seat)
        self.say("")
        self.open_at(self.name)

    def add(self) -> None:
        """Store what is typed as a member."""
        context = self.context
        tr, name = context.tr, self.name.text().strip()
        if not name:
            self.say(tr("The name is missing; type a first or a last name"), self.name)
            return
        if not check_day(context, self.day, self.day_error):
            self.day.setFocus()
            return
        first, last = split_name(name)
        made: list[int] = []

        def store() -> None:
            with context.desk.change(N_("Add member {name}"), name=name) as s:
                membership_id = add_member(
                    s,
                    context.chapter.id,
                    person_id=self.name.person_id(),
                    first_name=first,
                    last_name=last,
                    classification=self.seat.text(),
                    start=self.day.value(),
                )
                made.append(member(s, membership_id).person_id)

        if not self.attempt(store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.seat.set_seat("")
        self.seat.learn()
        context.notify_undo(tr("{name} is a member now", name=name))
        self.added.emit(made[0])
        self.name.setFocus()
