"""The line that expects a visitor: name, who invites, which meeting. Enter stores; ready for the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.members import Standing
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.store.meetings import meetings
from chapterdesk.store.people import split_name
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.widgets import Choice, FieldError, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, row
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.stored_fields import narrow

GUESTS = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
AHEAD = 70
"""Days ahead whose meetings are offered."""


class AddVisit(InlinePanel):
    """Takes a new name, or somebody who came before with nothing retyped; the meeting chosen last stays."""

    added = Signal(int)
    """The visit that was stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        close = IconButton(context, "x", tr("Close"))
        super().__init__(context, PrimaryButton(tr("Add")), cancel=close, margins=12, spacing=4, parent=parent)
        self.name = PersonEdit(context, standings=GUESTS, placeholder=tr("First and last name"))
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
        self.lead(self.name, self.inviter)
        self.submit_on_enter(self.inviter)
        self.set_unsaved_fields(self.name)
        self.inviter.chosen.connect(lambda _id: self.inviter_error.say(""))
        self.submitted.connect(self.add)
        self.hide()

    def learn(self) -> None:
        """Offer the meetings from today on that are not called off."""
        context = self.context
        today = context.today()
        with context.desk.read() as s:
            found = meetings(s, context.chapter.id, Period(today, today.fromordinal(today.toordinal() + AHEAD)))
        offered = [(row.id, context.language.day(row.date)) for row in found if row.status not in OFF]
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
        first, last = split_name(name)
        made: list[int] = []

        def store() -> None:
            with context.desk.change(N_("Expect {name} as a visitor"), name=name) as s:
                made.append(
                    add_visit(
                        s,
                        meeting_id,
                        person_id=self.name.person_id(),
                        first_name=first,
                        last_name=last,
                        inviter_id=self.inviter.person_id(),
                    )
                )

        self.inviter_error.say("")
        if not self.attempt(store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.inviter.set_person(None)
        context.notify_undo(tr("{name} is expected", name=name))
        self.added.emit(made[0])
        self.name.setFocus()
