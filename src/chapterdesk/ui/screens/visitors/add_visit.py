"""The line that expects a visitor: name, who invites, which meeting. Enter stores; ready for the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.members import Standing
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.store.meetings import meetings
from chapterdesk.store.people import split_name
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.widgets import Card, Choice, FieldError, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.stored_fields import attempt, narrow

GUESTS = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})
AHEAD = 70
"""Days ahead whose meetings are offered."""


class AddVisit(Card):
    """Takes a new name, or somebody who came before with nothing retyped; the meeting chosen last stays."""

    added = Signal(int)
    """The visit that was stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=12)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self.name = PersonEdit(context, standings=GUESTS, placeholder=tr("First and last name"))
        self.inviter = PersonEdit(context, standings=frozenset({Standing.MEMBER}), placeholder=tr("Invited by"))
        self.meeting = Choice()
        narrow(self.meeting)
        self.button = PrimaryButton(tr("Add"))
        close = IconButton(context, "x", tr("Close"))
        self.error = FieldError(self.name)
        self.inviter_error = FieldError(self.inviter)
        for field, title in (
            (self.name, tr("Name")),
            (self.inviter, tr("Invited by")),
            (self.meeting, tr("Meeting")),
        ):
            field.setAccessibleName(title)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(tr("Expected"), "strong"))
        line.addWidget(self.name, 3)
        line.addWidget(self.inviter, 3)
        line.addWidget(self.meeting, 2)
        line.addWidget(self.button)
        line.addWidget(close)
        self.body.setSpacing(4)
        self.body.addLayout(line)
        self.body.addWidget(self.error)
        self.body.addWidget(self.inviter_error)
        self.name.returnPressed.connect(self._after_name)
        self.name.chosen.connect(lambda _id: self.inviter.setFocus())
        self.inviter.returnPressed.connect(self.add)
        self.inviter.chosen.connect(lambda _id: self.inviter_error.say(""))
        self.button.clicked.connect(self.add)
        close.clicked.connect(self.hide)
        self.hide()

    def learn(self) -> None:
        """Offer the meetings from today on that are not called off."""
        context = self._context
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
        self.show()
        self.name.setFocus()

    def _after_name(self) -> None:
        if self.name.text().strip():
            self.inviter.setFocus()

    def add(self) -> None:
        """Store who is expected."""
        context, name = self._context, self.name.text().strip()
        tr = context.tr
        if not name:
            self.error.say(tr("The name is missing; type a first or a last name"))
            self.name.setFocus()
            return
        if self.inviter.text().strip() and self.inviter.person_id() is None:
            self.inviter_error.say(tr("No member has this name; choose somebody from the list, or leave it empty."))
            self.inviter.setFocus()
            return
        meeting_id = self.meeting.value()
        if meeting_id is None:
            self.error.say(tr("No meeting is planned; choose in the settings when the chapter meets."))
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
        if not attempt(context, self.error, store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.inviter.set_person(None)
        context.notify_undo(tr("{name} is expected", name=name))
        self.added.emit(made[0])
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
