"""The line that adds a member, at the top of the list: name, seat, first day. Enter stores; ready for the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_
from chapterdesk.store.members import add_member, member
from chapterdesk.store.people import split_name
from chapterdesk.ui.widgets import Card, DateEdit, FieldError, IconButton, PersonEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.seat_field import SeatEdit
from chapterdesk.ui.widgets.stored_fields import attempt, check_day

KNOWN = frozenset({Standing.VISITOR, Standing.FORMER, Standing.OTHER})


class AddMember(Card):
    """Takes a new name, or somebody whom the file knows (a visitor, a former member) with nothing retyped."""

    added = Signal(int)
    """The person who is a member now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=12)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self.name = PersonEdit(context, standings=KNOWN, placeholder=tr("First and last name"))
        self.seat = SeatEdit(context)
        self.seat.setPlaceholderText(tr("Classification"))
        self.day = DateEdit(context, context.today())
        self.day.setMaximumWidth(150)
        self.button = PrimaryButton(tr("Add"))
        close = IconButton(context, "x", tr("Close"))
        self.error = FieldError(self.name)
        self.day_error = FieldError(self.day)
        for field, title in (
            (self.name, tr("Name")),
            (self.seat, tr("Classification")),
            (self.day, tr("Member since")),
        ):
            field.setAccessibleName(title)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label(tr("New member"), "strong"), 1)
        top.addWidget(close)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.seat, 1)
        line.addWidget(label(tr("Member since"), "small", tone="muted"))
        line.addWidget(self.day)
        line.addWidget(self.button)
        self.body.setSpacing(6)
        self.body.addLayout(top)
        self.body.addWidget(self.name)
        self.body.addWidget(self.error)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.seat.warning)
        column.addWidget(self.day_error)
        self.body.addLayout(column)
        self.name.returnPressed.connect(self._after_name)
        self.name.chosen.connect(lambda _id: self.seat.setFocus())
        self.seat.returnPressed.connect(self.add)
        self.day.returnPressed.connect(self.add)
        self.button.clicked.connect(self.add)
        close.clicked.connect(self.hide)
        self.hide()

    def begin(self, seat: str = "") -> None:
        """Be ready to type, with a seat when one is to be filled."""
        self.seat.learn()
        self.seat.set_seat(seat)
        self.error.say("")
        self.show()
        self.name.setFocus()

    def _after_name(self) -> None:
        if self.name.text().strip():
            self.seat.setFocus()

    def add(self) -> None:
        """Store what is typed as a member."""
        context = self._context
        tr, name = context.tr, self.name.text().strip()
        if not name:
            self.error.say(tr("The name is missing; type a first or a last name"))
            self.name.setFocus()
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

        if not attempt(context, self.error, store, self.add):
            self.name.setFocus()
            return
        self.name.set_person(None)
        self.seat.set_seat("")
        self.seat.learn()
        context.notify_undo(tr("{name} is a member now", name=name))
        self.added.emit(made[0])
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
