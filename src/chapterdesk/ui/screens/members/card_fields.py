"""What is edited on a card: the fields of membership and person, and the lists of roles and consents."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.members import (
    edit_membership,
    edit_person,
    end_role,
    record_consent,
    start_role,
    withdraw_consent,
)
from chapterdesk.domain.members import LEFT, Role, Status
from chapterdesk.domain.text import N_, fold
from chapterdesk.store.cards import CardRow
from chapterdesk.store.history import role_label
from chapterdesk.ui.widgets import Button, Choice, DateEdit, FieldError, LineEdit, PersonEdit, TextArea, label
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec, Kind
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import check_day
from chapterdesk.ui.widgets.layout import clear, column, grid, row
from chapterdesk.ui.widgets.popup import WordSuggestions
from chapterdesk.ui.widgets.seat_field import SeatEdit

_PERSON: Final = (
    FieldSpec("first_name", N_("First name")),
    FieldSpec("last_name", N_("Last name")),
    FieldSpec("company", N_("Company")),
    FieldSpec("phones", N_("Phones"), Kind.LIST, N_("several, parted by commas")),
    FieldSpec("emails", N_("E-mails"), Kind.LIST, N_("several, parted by commas")),
    FieldSpec("website", N_("Website")),
    FieldSpec("address", N_("Address")),
)


class MembershipFields(FieldColumn):
    """The fields of the membership that runs, or of the last one; its end stands there once there is one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seat, self.status = SeatEdit(context), Choice()
        seat = FieldSpec("classification", N_("Classification"), Kind.SEAT, beside="membership_id")
        self.bind(seat, edit_membership, self.seat)
        self.bind(FieldSpec("status", N_("Status"), Kind.CHOICE), edit_membership, self.status)
        for spec in (
            FieldSpec("start", N_("Member since"), Kind.DAY, N_("always")),
            FieldSpec("renewal_due", N_("Renews on"), Kind.DAY),
            FieldSpec("sponsor_id", N_("Sponsor"), Kind.PERSON, beside="sponsor"),
            FieldSpec("mentor_id", N_("Mentor"), Kind.PERSON, beside="mentor"),
            FieldSpec("end", N_("Last day"), Kind.DAY),
            FieldSpec("end_reason", N_("Why it ended"), placeholder=N_("reason, if you like")),
        ):
            self.bind(spec, edit_membership)

    def show_card(self, card: CardRow) -> None:
        """Show another membership, or the same one as stored now."""
        tr, row = self._context.tr, card.membership
        if row is None:
            self.forget()
            return
        offered = [status for status in Status if (status in LEFT) == (row.status in LEFT)]
        self.status.set_choices([(status, tr(status.label)) for status in offered])
        self.show_row(row, row.membership_id)
        for field in self.bound.values():
            if isinstance(field.editor, PersonEdit):
                field.editor.exclude(frozenset({row.person_id}))
        for names, shown in (
            (("end", "end_reason"), row.end is not None),
            (("renewal_due", "mentor_id"), row.end is None),
        ):
            for name in names:
                self.bound[name].set_shown(shown=shown)


class PersonFields(FieldColumn):
    """Name, company and contact as lines, notes below; several phones or e-mails are parted by commas."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        for spec in _PERSON:
            self.bind(spec, edit_person)
        tr = context.tr
        notes = TextArea(placeholder=tr("What helps to know this person"))
        notes.setFixedHeight(96)
        self.bind(FieldSpec("notes", N_("Notes"), Kind.TEXT), edit_person, notes)

    def show_card(self, card: CardRow) -> None:
        """Show another person, or the same one as stored now."""
        self.show_row(card.person, card.person.id)


class CardTerm(NamedTuple):
    """What a person is or has agreed to, from a day on, and perhaps until another one."""

    id: int
    text: str
    start: dt.date
    end: dt.date | None


class AddLine(QWidget):
    """A line that is always ready: a text, a day, and Add. `added` tells both; the text offers `known` ones.

    With `about`, the placeholder of a note, `note` is a field under them.
    """

    added = Signal(str, object)

    def __init__(
        self, context: Context, placeholder: str, known: list[str], parent: QWidget | None = None, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self.text = LineEdit(placeholder=placeholder)
        self.text.setAccessibleName(placeholder)
        self.day = DateEdit(context, context.today())
        self.day.setAccessibleName(tr("From", "a day"))
        self.day.setMaximumWidth(150)
        self.button = Button(tr("Add"))
        self.error = FieldError(self.text)
        self.suggest = WordSuggestions(self.text, known)
        self.note = LineEdit(placeholder=about)
        self.note.setAccessibleName(about)
        self.note.setVisible(bool(about))
        line = row((self.text, 1), self.day, self.button)
        column(line, self.note, self.error, spacing=4, parent=self)
        self.button.clicked.connect(self.add)
        for field in (self.text, self.day, self.note):
            field.returnPressed.connect(self.add)

    def add(self) -> None:
        """Tell what is typed, once there is a day."""
        day = self.day.value()
        if not check_day(self._context, self.day, self.error) or day is None:
            self.day.setFocus()
            return
        self.added.emit(self.text.text().strip(), day)

    def done(self, text: str) -> None:
        """Be ready for the next one, when what is typed is what was stored just now."""
        if self.text.text().strip() == text:
            self.clear()
            self.text.setFocus()

    def clear(self) -> None:
        """Be ready for the next one."""
        self.error.say("")
        self.note.set_stored("")
        self.text.set_stored("")
        self.day.set_value(self._context.today())


class TermLines(QWidget):
    """Lines of a text, since when, and a day on which it ended, typed in place. `ended` tells the id and the day."""

    ended = Signal(int, object)

    def __init__(self, context: Context, end_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("stores", "true")
        self._context = context
        self._end_text = end_text
        self._shown: list[CardTerm] | None = None
        self.ends: dict[int, DateEdit] = {}
        self.errors: dict[int, FieldError] = {}
        self._grid = grid((), down=6, parent=self, stretch=0)

    def show_terms(self, terms: list[CardTerm]) -> None:
        """Show each term; nothing is touched while they are as shown already."""
        if terms == self._shown:
            return
        self._shown = terms
        clear(self._grid)
        self.ends, self.errors = {}, {}
        for at, term in enumerate(terms):
            self._add_term(2 * at, term)

    def _add_term(self, at: int, term: CardTerm) -> None:
        context, tr = self._context, self._context.tr
        over = term.end is not None and term.end < context.today()
        since = tr("since {day}", day=context.language.short_date(term.start))
        field = DateEdit(context, term.end)
        field.setProperty("bare", "true")
        field.setPlaceholderText(self._end_text)
        field.setAccessibleName(f"{term.text}: {self._end_text}")
        field.setMaximumWidth(170)
        error = FieldError(field)
        field.editingFinished.connect(lambda: check_day(context, field, error))
        field.changed.connect(lambda day: self.ended.emit(term.id, day))
        words = label(term.text, "" if over else "strong", tone="muted" if over else "", wrap=True)
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(label(since, tone="muted", wrap=True), at, 1)
        self._grid.addWidget(field, at, 2)
        self._grid.addWidget(error, at + 1, 0, 1, 3)
        self.ends[term.id], self.errors[term.id] = field, error


class _PersonTerms(QWidget):
    """The terms of the person on a card, and the line that begins another one."""

    def __init__(self, context: Context, lines: TermLines, new: AddLine) -> None:
        super().__init__()
        self._context = context
        self._card: CardRow | None = None
        self.lines, self.new = lines, new
        column(lines, new, margins=(8, 0, 0, 0), parent=self)

    def _show(self, card: CardRow, terms: Iterable[CardTerm]) -> None:
        if self._card is None or self._card.person.id != card.person.id:
            self.new.clear()
        self._card = card
        self.lines.show_terms(list(terms))


class RoleLines(_PersonTerms):
    """Every role that the person held, with its days; a usual role is offered as it is typed, any other is taken."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        self._usual = {fold(tr(role.label)): role for role in Role}
        new = AddLine(context, tr("New role"), [tr(role.label) for role in Role])
        super().__init__(context, TermLines(context, tr("ends on…")), new)
        self.lines.ended.connect(self.end)
        self.new.added.connect(self.start)

    def show_card(self, card: CardRow) -> None:
        """Show the roles of a person."""
        show = self._context.language.show
        self._show(
            card, (CardTerm(row.id, show(role_label(row.role)), row.start, row.end) for row in reversed(card.roles))
        )

    def start(self, text: str, day: dt.date) -> None:
        """Give the person a role from a day on."""
        context, card = self._context, self._card
        if card is None:
            return
        role, chapter_id = self._usual.get(fold(text), text), context.chapter.id

        def act() -> None:
            start_role(context.desk, chapter_id, card.person, role, day)
            self.new.done(text)

        context.attempt(act, self.new.error.say, key=("role", card.person.id, text))

    def end(self, term_id: int, day: dt.date | None) -> None:
        """End a role on a day, or let it go on."""
        context, card = self._context, self._card
        if card is None:
            return
        act = partial(end_role, context.desk, card.person, term_id, day)
        context.attempt(act, self.lines.errors[term_id].say, key=("end of role", term_id))


class ConsentLines(_PersonTerms):
    """What the person has agreed to, since when, and until when."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        usual = [tr("Photo"), tr("Contact data in the list of members"), tr("Messages of the chapter")]
        new = AddLine(context, tr("New consent"), usual, about=tr("note: how it was given"))
        super().__init__(context, TermLines(context, tr("withdrawn on…")), new)
        self.lines.ended.connect(self.withdraw)
        self.new.added.connect(self.give)

    def show_card(self, card: CardRow) -> None:
        """Show the consents of a person."""
        self._show(
            card,
            (
                CardTerm(row.id, " · ".join(filter(None, (row.purpose, row.note))), row.given_on, row.withdrawn_on)
                for row in card.consents
            ),
        )

    def give(self, purpose: str, day: dt.date) -> None:
        """Record what the person agrees to."""
        context, card = self._context, self._card
        if card is None:
            return
        note = self.new.note.text()

        def act() -> None:
            record_consent(context.desk, card.person, purpose, day, note)
            self.new.done(purpose)

        context.attempt(act, self.new.error.say, key=("consent", card.person.id, purpose))

    def withdraw(self, consent_id: int, day: dt.date | None) -> None:
        """Record the day on which a consent was withdrawn, or that it holds after all."""
        context, card = self._context, self._card
        if card is None:
            return
        act = partial(withdraw_consent, context.desk, card.person, consent_id, day)
        context.attempt(act, self.lines.errors[consent_id].say, key=("end of consent", consent_id))
