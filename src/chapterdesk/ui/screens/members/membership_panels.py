"""In place on the card: ending a membership, and beginning one for somebody whom the file knows already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.members import LEFT, Standing, Status
from chapterdesk.domain.text import N_
from chapterdesk.store.cards import CardRow
from chapterdesk.store.members import add_member, edit_membership, leave
from chapterdesk.ui.widgets import Button, Choice, DateEdit, LineEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.seat_field import SeatEdit
from chapterdesk.ui.widgets.stored_fields import Fields


class _Panel(QFrame):
    """A few fields with one action and Cancel, on a ground of their own; hidden until asked for."""

    done = Signal()

    def __init__(self, context: Context, title: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._context = context
        self._card: CardRow | None = None
        self.rows = Fields(context)
        self.action = PrimaryButton(action)
        tr = context.tr
        self.cancel = Button(tr("Cancel"))
        self.cancel.clicked.connect(self.close_panel)
        self.action.clicked.connect(self.act)
        self.title = label(title, "strong", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.rows)
        column.addLayout(buttons)
        self.hide()

    def _end_with_buttons(self, last: QWidget) -> None:
        """Let Tab go from the last field to the buttons, now that all stand in one window: they were made first."""
        self.setTabOrder(last, self.cancel)
        self.setTabOrder(self.cancel, self.action)

    def close_panel(self) -> None:
        """Let it be."""
        self.hide()
        for error in self.rows.errors.values():
            self._context.forget_refused((error, None))
        self.rows.forget()
        self.done.emit()

    def act(self) -> None:
        """Do what the panel is for; each panel says what."""


class LeavePanel(_Panel):
    """The last day, how it ended and why; Enter in the last field ends the membership."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(context, tr("End the membership"), tr("End membership"), parent)
        self.day = DateEdit(context, context.today())
        self.how = Choice([(status, tr(status.label)) for status in Status if status in LEFT])
        self.reason = LineEdit(placeholder=tr("reason, if you like"))
        self.rows.add("end", tr("Last day"), self.day)
        self.rows.add("status", tr("How it ended"), self.how)
        self.rows.add("end_reason", tr("Why it ended"), self.reason)
        self.reason.returnPressed.connect(self.act)

    def begin(self, card: CardRow) -> None:
        """Ask about the membership of a card."""
        tr = self._context.tr
        self._card = card
        self.title.setText(tr("End the membership of {name}", name=card.person.name))
        self.day.set_value(self._context.today())
        self.how.set_value(Status.RESIGNED)
        self.reason.set_stored("")
        self.show()
        self._end_with_buttons(self.reason)
        self.day.setFocus()
        self.day.selectAll()

    def act(self) -> None:
        """End the membership; the history stays."""
        card, day, tr = self._card, self.day.value(), self._context.tr
        if card is None or card.membership is None:
            return
        if day is None:
            self.rows.errors["end"].say(tr("The last day is missing; type it."))
            self.day.setFocus()
            return
        membership_id, status, reason = card.membership.membership_id, self.how.value(), self.reason.text()

        def store() -> None:
            with self._context.desk.change(N_("End the membership of {name}"), name=card.person.name) as s:
                leave(s, membership_id, day, reason, status)

        if self.rows.attempt("end", store, self.act):
            self.close_panel()
            self._context.notify_undo(tr("The membership of {name} ended", name=card.person.name))


class JoinPanel(_Panel):
    """From when on, and the seat, for a former member, an applicant, a visitor or somebody of another chapter."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(context, tr("Make a member"), tr("Make a member"), parent)
        self.seat = SeatEdit(context)
        self.day = DateEdit(context, context.today())
        self.rows.add("classification", tr("Classification"), self.seat, self.seat.warning)
        self.rows.add("start", tr("Member since"), self.day)
        self.seat.returnPressed.connect(self.day.setFocus)
        self.day.returnPressed.connect(self.act)

    def begin(self, card: CardRow) -> None:
        """Ask about a person; the seat held last is there already."""
        tr, again = self._context.tr, card.standing is Standing.FORMER
        self._card = card
        name = card.person.name
        self.title.setText(tr("{name} rejoins", name=name) if again else tr("{name} becomes a member", name=name))
        self.action.setText(tr("Rejoin") if again else tr("Make a member"))
        self.day.set_value(self._context.today())
        self.seat.learn()
        self.seat.set_seat(card.membership.classification if card.membership is not None else "")
        self.show()
        self._end_with_buttons(self.day)
        self.seat.setFocus()
        self.seat.selectAll()

    def act(self) -> None:
        """Begin the membership."""
        card, day, tr = self._card, self.day.value(), self._context.tr
        if card is None or not self.day.is_valid():
            return
        text = N_("{name} rejoins") if card.standing is Standing.FORMER else N_("{name} becomes a member")

        def store() -> None:
            with self._context.desk.change(text, name=card.person.name) as s:
                if card.is_applicant and card.membership is not None:
                    edit_membership(
                        s,
                        card.membership.membership_id,
                        status=Status.ACTIVE,
                        start=day,
                        classification=self.seat.text(),
                    )
                else:
                    add_member(
                        s,
                        self._context.chapter.id,
                        person_id=card.person.id,
                        start=day,
                        classification=self.seat.text(),
                    )

        if self.rows.attempt("start", store, self.act):
            self.close_panel()
            self._context.notify_undo(tr("{name} is a member now", name=card.person.name))
