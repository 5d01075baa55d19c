"""The roles of a person and what the person has agreed to, begun and ended in place."""

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Role
from chapterdesk.domain.text import N_, fold
from chapterdesk.store.cards import CardRow
from chapterdesk.store.history import role_label
from chapterdesk.store.people import add_consent, withdraw_consent
from chapterdesk.store.roles import end_role, start_role
from chapterdesk.ui.screens.members.dated_lines import AddLine, TermLines
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.stored_fields import attempt


class RoleLines(QWidget):
    """Every role that the person held, with its days; a usual role is offered as it is typed, any other is taken."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._card: CardRow | None = None
        self._usual = {fold(tr(role.label)): role for role in Role}
        self.lines = TermLines(context, tr("ends on…"))
        self.new = AddLine(context, tr("New role"), [tr(role.label) for role in Role])
        self.lines.ended.connect(self.end)
        self.new.added.connect(self.start)
        _stack(self, self.lines, self.new)

    def show_card(self, card: CardRow) -> None:
        """Show the roles of a person."""
        tr, language = self._context.tr, self._context.language
        if self._card is None or self._card.person.id != card.person.id:
            self.new.clear()
        self._card = card
        self.lines.show_terms(
            [
                (
                    row.id,
                    language.show(role_label(row.role)),
                    tr("since {day}", day=language.short_date(row.start)),
                    row.end,
                )
                for row in reversed(card.roles)
            ]
        )

    def start(self, text: str, day: dt.date) -> None:
        """Give the person a role from a day on."""
        card = self._card
        if card is None:
            return
        role, chapter_id = self._usual.get(fold(text), text), self._context.chapter.id

        def act() -> None:
            with self._context.desk.change(N_("{name} becomes {role}"), name=card.person.name, role=role) as s:
                start_role(s, chapter_id, card.person.id, role, day)
            self.new.done(text)

        attempt(self._context, self.new.error, act, key=("role", card.person.id, text))

    def end(self, term_id: int, day: dt.date | None) -> None:
        """End a role on a day, or let it go on."""
        card = self._card
        if card is None:
            return
        text = N_("Change the last day of a role of {name}")

        def act() -> None:
            with self._context.desk.change(text, name=card.person.name) as s:
                end_role(s, term_id, day)

        attempt(self._context, self.lines.errors[term_id], act, key=("end of role", term_id))


class ConsentLines(QWidget):
    """What the person has agreed to, since when, and until when."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._card: CardRow | None = None
        usual = [tr("Photo"), tr("Contact data in the list of members"), tr("Messages of the chapter")]
        self.lines = TermLines(context, tr("withdrawn on…"))
        self.new = AddLine(context, tr("New consent"), usual, about=tr("note: how it was given"))
        self.lines.ended.connect(self.withdraw)
        self.new.added.connect(self.give)
        _stack(self, self.lines, self.new)

    def show_card(self, card: CardRow) -> None:
        """Show the consents of a person."""
        tr, language = self._context.tr, self._context.language
        if self._card is None or self._card.person.id != card.person.id:
            self.new.clear()
        self._card = card
        self.lines.show_terms(
            [
                (
                    row.id,
                    " · ".join(filter(None, (row.purpose, row.note))),
                    tr("since {day}", day=language.short_date(row.given_on)),
                    row.withdrawn_on,
                )
                for row in card.consents
            ]
        )

    def give(self, purpose: str, day: dt.date) -> None:
        """Record what the person agrees to."""
        card = self._card
        if card is None:
            return

        note = self.new.note.text()

        def act() -> None:
            if not purpose:
                raise ChapterError(N_("What is agreed to is missing; type it"))
            with self._context.desk.change(N_("Record a consent of {name}"), name=card.person.name) as s:
                add_consent(s, card.person.id, purpose, day, note)
            self.new.done(purpose)

        attempt(self._context, self.new.error, act, key=("consent", card.person.id, purpose))

    def withdraw(self, consent_id: int, day: dt.date | None) -> None:
        """Record the day on which a consent was withdrawn, or that it holds after all."""
        card = self._card
        if card is None:
            return

        def act() -> None:
            with self._context.desk.change(N_("Withdraw a consent of {name}"), name=card.person.name) as s:
                withdraw_consent(s, consent_id, day)

        attempt(self._context, self.lines.errors[consent_id], act, key=("end of consent", consent_id))


def _stack(part: QWidget, *inside: QWidget) -> None:
    column = QVBoxLayout(part)
    column.setContentsMargins(8, 0, 0, 0)
    column.setSpacing(8)
    for widget in inside:
        column.addWidget(widget)
