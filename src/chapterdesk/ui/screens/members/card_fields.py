"""The fields of a person's card: membership, person, roles and consents."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

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
from chapterdesk.store.people import PersonRow
from chapterdesk.ui.widgets import Button, Choice, DateEdit, FieldError, LineEdit, PersonEdit, TextArea, label
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import TypedTexts, check_day
from chapterdesk.ui.widgets.layout import box, clear, column, grid, row
from chapterdesk.ui.widgets.person_field import SeatEdit
from chapterdesk.ui.widgets.popup import WordSuggestions

Action = Callable[[], object]
"""Stores one change, now or once the disk has room."""
_PERSON: Final = (
    FieldSpec("first_name", N_("First name")),
    FieldSpec("last_name", N_("Last name")),
    FieldSpec("company", N_("Company")),
    FieldSpec("phones", N_("Phones"), placeholder=N_("several, parted by commas")),
    FieldSpec("emails", N_("E-mails"), placeholder=N_("several, parted by commas")),
    FieldSpec("website", N_("Website")),
    FieldSpec("address", N_("Address")),
)


class MembershipFields(FieldColumn):
    """The fields of the current or the last membership; those of its end are shown once it has one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seat, self.status = SeatEdit(context), Choice()
        seat = FieldSpec("classification", N_("Classification"), SeatEdit, extra_attribute="membership_id")
        self.bind(seat, edit_membership, self.seat)
        self.bind(FieldSpec("status", N_("Status"), Choice), edit_membership, self.status)
        for spec in (
            FieldSpec("start", N_("Member since"), DateEdit, N_("always")),
            FieldSpec("renewal_due", N_("Renews on"), DateEdit),
            FieldSpec("sponsor_id", N_("Sponsor"), PersonEdit, extra_attribute="sponsor"),
            FieldSpec("mentor_id", N_("Mentor"), PersonEdit, extra_attribute="mentor"),
            FieldSpec("end", N_("Last day"), DateEdit),
            FieldSpec("end_reason", N_("Why it ended"), placeholder=N_("reason, if you like")),
        ):
            self.bind(spec, edit_membership)

    def show_card(self, card: CardRow) -> None:
        """Show the membership of a card."""
        tr, row = self._context.tr, card.membership
        if row is None:
            self.forget()
            return
        statuses = [status for status in Status if (status in LEFT) == (row.status in LEFT)]
        self.status.set_choices([(status, tr(status.label)) for status in statuses])
        self.show_row(row, row.membership_id)
        for field in self.bound.values():
            if isinstance(field.editor, PersonEdit):
                field.editor.exclude(frozenset({row.person_id}))
        for names, is_shown in (
            (("end", "end_reason"), row.end is not None),
            (("renewal_due", "mentor_id"), row.end is None),
        ):
            for name in names:
                self.bound[name].set_shown(shown=is_shown)


class PersonFields(FieldColumn):
    """The fields of the person; commas separate several phones or e-mails."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        for spec in _PERSON:
            self.bind(spec, edit_person)
        tr = context.tr
        notes = TextArea(placeholder=tr("What helps to know this person"))
        notes.setFixedHeight(96)
        self.bind(FieldSpec("notes", N_("Notes"), TextArea), edit_person, notes)

    def show_card(self, card: CardRow) -> None:
        """Show the person of a card."""
        self.show_row(card.person, card.person.id)


class CardTerm(NamedTuple):
    """A role or a consent: its first day and its last, if it has ended."""

    id: int
    text: str
    start: dt.date
    end: dt.date | None


class TermList(QWidget):
    """Lists the terms of the person on a card; a term is ended in its line, and the last line begins another one.

    `terms` reads them from the card. `begin(person, text, day, note)` and `end(person, id, day)` return an Action.
    `known` texts are suggested while typing; `about` is the placeholder of the note, empty for none.
    """

    def __init__(
        self,
        context: Context,
        name: str,
        caption: str,
        end_text: str,
        known: list[str],
        terms: Callable[[CardRow], list[CardTerm]],
        begin: Callable[[PersonRow, str, dt.date, str], Action],
        end: Callable[[PersonRow, int, dt.date | None], Action],
        *,
        about: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("stores", "true")
        tr = context.tr
        self._context, self._name, self._end_text = context, name, end_text
        self._terms, self._begin, self._end = terms, begin, end
        self._card: CardRow | None = None
        self._shown: list[CardTerm] | None = None
        self.ends: dict[int, DateEdit] = {}
        self.errors: dict[int, FieldError] = {}
        self.text = LineEdit(placeholder=caption)
        self.text.setAccessibleName(caption)
        self.day = DateEdit(context, context.today())
        self.day.setAccessibleName(tr("From", "a day"))
        self.day.setMaximumWidth(150)
        self.button = Button(tr("Add"))
        self.error = FieldError(self.text)
        self.suggest = WordSuggestions(self.text, known)
        self.note = LineEdit(placeholder=about)
        self.note.setAccessibleName(about)
        self.note.setVisible(bool(about))
        self._grid = grid((), down=6, stretch=0)
        line = column(row((self.text, 1), self.day, self.button), self.note, self.error, spacing=4)
        column(box(self._grid), line, margins=(8, 0, 0, 0), parent=self)  # a layout without lines would leave no room
        context.session.unsaved.add_part(TypedTexts(self.text, self.note))
        self.button.clicked.connect(self.add)
        for field in (self.text, self.day, self.note):
            field.returnPressed.connect(self.add)

    def show_card(self, card: CardRow) -> None:
        """Show the terms of a person; if they are unchanged, their fields stay."""
        if self._card is None or self._card.person.id != card.person.id:
            self._clear()
        self._card = card
        terms = self._terms(card)
        if terms == self._shown:
            return
        self._shown = terms
        clear(self._grid)
        self.ends, self.errors = {}, {}
        for at, term in enumerate(terms):
            self._add_term(2 * at, term)

    def _add_term(self, at: int, term: CardTerm) -> None:
        context, tr = self._context, self._context.tr
        is_over = term.end is not None and term.end < context.today()
        since = tr("since {day}", day=context.language.short_date(term.start))
        field = DateEdit(context, term.end)
        field.setProperty("bare", "true")
        field.setPlaceholderText(self._end_text)
        field.setAccessibleName(f"{term.text}: {self._end_text}")
        field.setMaximumWidth(170)
        error = FieldError(field)
        field.editingFinished.connect(lambda: check_day(context, field, error))
        field.changed.connect(lambda day: self.end(term.id, day))
        words = label(term.text, "" if is_over else "strong", tone="muted" if is_over else "", wrap=True)
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(label(since, tone="muted", wrap=True), at, 1)
        self._grid.addWidget(field, at, 2)
        self._grid.addWidget(error, at + 1, 0, 1, 3)
        self.ends[term.id], self.errors[term.id] = field, error

    def add(self) -> None:
        """Store the typed term if its day is valid, and clear the line."""
        context, card, day, text = self._context, self._card, self.day.value(), self.text.text().strip()
        if card is None:
            return
        if not check_day(context, self.day, self.error) or day is None:
            self.day.setFocus()
            return
        begin = self._begin(card.person, text, day, self.note.text())

        def act() -> None:
            begin()
            if self.text.text().strip() == text:  # a full disk may have delayed this
                self._clear()
                self.text.setFocus()

        context.attempt(act, self.error.say, key=(self._name, card.person.id, text))

    def end(self, term_id: int, day: dt.date | None) -> None:
        """End a term on a day; None lets it continue."""
        if self._card is not None:
            act = self._end(self._card.person, term_id, day)
            self._context.attempt(act, self.errors[term_id].say, key=(f"end of {self._name}", term_id))

    def _clear(self) -> None:
        self.error.say("")
        self.note.set_stored("")
        self.text.set_stored("")
        self.day.set_value(self._context.today())


def role_list(context: Context) -> TermList:
    """Return the list of the person's roles; usual roles are suggested, other texts are accepted too."""
    tr = context.tr
    usual = {fold(tr(role.label)): role for role in Role}
    return TermList(
        context,
        "role",
        tr("New role"),
        tr("ends on…"),
        [tr(role.label) for role in Role],
        lambda card: [
            CardTerm(row.id, context.language.show(role_label(row.role)), row.start, row.end)
            for row in reversed(card.roles)
        ],
        lambda person, text, day, _note: partial(
            start_role, context.desk, context.chapter.id, person, usual.get(fold(text), text), day
        ),
        lambda person, term_id, day: partial(end_role, context.desk, person, term_id, day),
    )


def consent_list(context: Context) -> TermList:
    """Return the list of the person's consents."""
    tr = context.tr
    return TermList(
        context,
        "consent",
        tr("New consent"),
        tr("withdrawn on…"),
        [tr("Photo"), tr("Contact data in the list of members"), tr("Messages of the chapter")],
        lambda card: [
            CardTerm(row.id, " · ".join(filter(None, (row.purpose, row.note))), row.given_on, row.withdrawn_on)
            for row in card.consents
        ],
        lambda person, purpose, day, note: partial(record_consent, context.desk, person, purpose, day, note),
        lambda person, consent_id, day: partial(withdraw_consent, context.desk, person, consent_id, day),
        about=tr("note: how it was given"),
    )
