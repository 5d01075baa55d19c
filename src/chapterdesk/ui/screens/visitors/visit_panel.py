"""One visit, edited in place below the list: who invited, what became of it, when to call; and making a member."""

import datetime as dt
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.members import Standing
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.people import edit_person
from chapterdesk.store.visits import VisitRow, edit_visit, make_member, remove_visit
from chapterdesk.ui.widgets import (
    Button,
    Card,
    Choice,
    DateEdit,
    FieldError,
    IconButton,
    LineEdit,
    PersonEdit,
    PrimaryButton,
    label,
)
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.seat_field import SeatEdit
from chapterdesk.ui.widgets.stored_fields import Fields, attempt, on_person

_CHANGES: Final = {
    "inviter_id": N_("Change who invited {name}"),
    "kind": N_("Change the kind of visit of {name}"),
    "outcome": N_("Change the outcome of the visit of {name}"),
    "next_contact": N_("Change the next contact with {name}"),
    "note": N_("Change the note on the visit of {name}"),
}
_PERSON: Final = {
    "company": N_("Change the company of {name}"),
    "phones": N_("Change the phones of {name}"),
    "emails": N_("Change the e-mails of {name}"),
}
"""What changing a field is called when it is undone."""


class VisitPanel(Card):
    """The visit that is chosen in the list; what is typed is stored when its field is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=16)
        self._context = context
        self._row: VisitRow | None = None
        tr = context.tr
        self.name = label("", "section")
        self.told = label("", tone="muted", wrap=True)
        self.warning = label("", tone="warning", wrap=True)
        self.card = Button(tr("Card"), context=context, icon="user-round")
        self.join = Button(tr("Make a member…"), context=context, icon="user-plus")
        self.remove = IconButton(context, "trash-2", tr("Remove this visit"))
        self.card.clicked.connect(self.open_card)
        self.join.clicked.connect(self.begin_join)
        self.remove.clicked.connect(self.remove_visit)
        top = QHBoxLayout()
        top.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        for word in (self.name, self.told, self.warning):
            words.addWidget(word)
        top.addLayout(words, 1)
        for button in (self.join, self.card, self.remove):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.visit, self.person = Fields(context), Fields(context)
        self._add_fields()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.addWidget(self.visit, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.person, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.joining = self._make_joining()
        self.body.setSpacing(8)
        self.body.addLayout(top)
        self.body.addWidget(self.joining)
        self.body.addLayout(grid)

    def _add_fields(self) -> None:
        context, tr = self._context, self._context.tr
        inviter = PersonEdit(context, standings=frozenset({Standing.MEMBER, Standing.FORMER}))
        self.visit.add("inviter_id", tr("Invited by"), inviter)
        unknown = tr("Nobody has this name; choose somebody from the list.")
        on_person(inviter, self.visit.errors["inviter_id"], lambda found: self._store("inviter_id", found), unknown)
        outcome = Choice([(value, tr(value.label)) for value in VisitOutcome])
        outcome.picked.connect(lambda value: self._store("outcome", value))
        self.visit.add("outcome", tr("Outcome"), outcome)
        contact = DateEdit(context)
        contact.changed.connect(lambda day: self._store("next_contact", day))
        self.visit.add("next_contact", tr("Next contact"), contact)
        kind = Choice([(value, tr(value.label)) for value in VisitKind])
        kind.picked.connect(lambda value: self._store("kind", value))
        self.visit.add("kind", tr("Visit"), kind)
        for key, title in (("company", tr("Company")), ("phones", tr("Phones")), ("emails", tr("E-mails"))):
            line = LineEdit()
            line.committed.connect(lambda text, key=key: self._store_person(key, text))
            self.person.add(key, title, line)
        note = LineEdit(placeholder=tr("What was said, what was promised"))
        note.committed.connect(lambda text: self._store("note", text))
        self.person.add("note", tr("Note"), note)

    def _make_joining(self) -> QWidget:
        context, tr = self._context, self._context.tr
        part = QWidget()
        self.seat = SeatEdit(context)
        self.seat.setPlaceholderText(tr("Classification"))
        self.seat.setAccessibleName(tr("Classification"))
        self.start = DateEdit(context, context.today())
        self.start.setAccessibleName(tr("Member since"))
        self.start_error = FieldError(self.start)
        done, cancel = PrimaryButton(tr("Make a member")), Button(tr("Cancel"))
        done.clicked.connect(self.make_member)
        cancel.clicked.connect(self.end_join)
        self.seat.returnPressed.connect(self.start.setFocus)
        self.start.returnPressed.connect(self.make_member)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Member since"), tone="muted"))
        row.addWidget(self.start)
        row.addWidget(self.seat, 1)
        row.addWidget(done)
        row.addWidget(cancel)
        column = QVBoxLayout(part)
        column.setContentsMargins(8, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.seat.warning)
        column.addWidget(self.start_error)
        part.hide()
        return part

    @property
    def row(self) -> VisitRow | None:
        """The visit that is shown."""
        return self._row

    def show_visit(self, row: VisitRow | None, many: str = "") -> None:
        """Show another visit, or the same one as stored now; `many` says that this person comes again and again."""
        context, tr = self._context, self._context.tr
        moved = row is None or self._row is None or row.id != self._row.id
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        if moved:
            self.visit.forget(row.id)
            self.person.forget(row.id)
            self.joining.hide()
        self.name.setText(context.language.name(row.first_name, row.last_name))
        told = tr("Came on {date}", date=row.date) if row.attended else tr("Expected on {date}", date=row.date)
        self.told.setText(told)
        self.warning.setText("▲ " + many if many else "")
        self.warning.setVisible(bool(many))
        self.join.setVisible(not row.is_member and self.joining.isHidden())
        self.visit.put("inviter_id", row.inviter_id, row.inviter)
        for key in ("outcome", "next_contact", "kind"):
            self.visit.put(key, getattr(row, key))
        self.person.put("company", row.company)
        self.person.put("phones", ", ".join(row.phones))
        self.person.put("emails", ", ".join(row.emails))
        self.person.put("note", row.note)

    def _store(self, key: str, value: dt.date | VisitKind | VisitOutcome | int | str | None) -> None:
        row = self._row
        if row is None:
            return

        def act() -> None:
            with self._context.desk.change(_CHANGES[key], name=row.name) as s:
                edit_visit(s, row.id, **{key: value})

        (self.person if key == "note" else self.visit).attempt(key, act)

    def _store_person(self, key: str, text: str) -> None:
        row = self._row
        if row is None:
            return
        value: Any = text if key == "company" else tuple(part.strip() for part in text.replace(";", ",").split(","))

        def act() -> None:
            with self._context.desk.change(_PERSON[key], name=row.name) as s:
                edit_person(s, row.person_id, **{key: value})

        self.person.attempt(key, act)

    def begin_join(self) -> None:
        """Ask for the first day and the seat, in place."""
        if self._row is None or self._row.is_member:
            return
        self.seat.learn()
        self.seat.set_seat("")
        self.start.set_value(self._context.today())
        self.joining.show()
        self.join.hide()
        self.seat.setFocus()

    def end_join(self) -> None:
        """Let it be."""
        self.joining.hide()
        self.start_error.say("")
        self.join.setVisible(self._row is not None and not self._row.is_member)

    def make_member(self) -> None:
        """Make the visitor a member, sponsored by who invited; nothing is retyped."""
        row, day, context = self._row, self.start.value(), self._context
        tr = context.tr
        if row is None:
            return
        if day is None:
            self.start_error.say(tr("The first day is missing; type it."))
            self.start.setFocus()
            return

        def act() -> None:
            with context.desk.change(N_("{name} becomes a member"), name=row.name) as s:
                make_member(s, row.id, day, self.seat.text())

        if attempt(context, self.start_error, act, self.make_member, ("joins", row.id)):
            self.end_join()
            context.notify(
                tr("{name} is a member now", name=row.name),
                tr("Card"),
                lambda: context.go("members", person_id=row.person_id),
            )

    def open_card(self) -> None:
        """Go to the card of the person."""
        if self._row is not None:
            self._context.go("members", person_id=self._row.person_id)

    def remove_visit(self) -> None:
        """Take the visit away; the person stays in the file."""
        row, tr = self._row, self._context.tr
        if row is None:
            return

        def act() -> None:
            with self._context.desk.change(N_("Remove the visit of {name}"), name=row.name) as s:
                remove_visit(s, row.id)
            self._context.notify_undo(tr("The visit of {name} is removed", name=row.name))

        self._context.attempt(act, key=("visit gone", row.id))
