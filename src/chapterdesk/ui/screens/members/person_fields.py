"""The person on a card: name, company, contact and notes, each stored when its field is left."""

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.domain.text import N_
from chapterdesk.store.cards import CardRow
from chapterdesk.store.people import edit_person
from chapterdesk.ui.widgets import LineEdit, TextArea
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.stored_fields import Fields

_LINES: Final = (
    ("first_name", N_("First name"), N_("Change the first name of {name}")),
    ("last_name", N_("Last name"), N_("Change the last name of {name}")),
    ("company", N_("Company"), N_("Change the company of {name}")),
    ("phones", N_("Phones"), N_("Change the phones of {name}")),
    ("emails", N_("E-mails"), N_("Change the e-mails of {name}")),
    ("website", N_("Website"), N_("Change the website of {name}")),
    ("address", N_("Address"), N_("Change the address of {name}")),
)
"""Field of the person, its label, and what changing it is called when it is undone."""
_LISTS: Final = frozenset({"phones", "emails"})


class PersonFields(QWidget):
    """Name, company and contact as lines, notes below; several phones or e-mails are parted by commas."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._card: CardRow | None = None
        self.rows = Fields(context)
        for key, title, change in _LINES:
            hint = tr("several, parted by commas") if key in _LISTS else ""
            line = LineEdit(placeholder=hint)
            line.committed.connect(lambda text, key=key, change=change: self._store(key, change, text))
            self.rows.add(key, tr(title), line)
        notes = TextArea(placeholder=tr("What helps to know this person"))
        notes.setFixedHeight(96)
        notes.committed.connect(lambda text: self._store("notes", N_("Change the notes on {name}"), text))
        self.rows.add("notes", tr("Notes"), notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_card(self, card: CardRow) -> None:
        """Show another person, or the same one as stored now."""
        if self._card is None or self._card.person.id != card.person.id:
            self.rows.forget(card.person.id)
        self._card = card
        for key, _title, _change in _LINES:
            value: Any = getattr(card.person, key)
            self.rows.put(key, ", ".join(value) if key in _LISTS else value)
        self.rows.put("notes", card.person.notes)

    def _store(self, key: str, change: str, text: str) -> None:
        card = self._card
        if card is None:
            return
        value: Any = text
        if key in _LISTS:
            value = tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())

        def act() -> None:
            with self._context.desk.change(change, name=card.person.name) as s:
                edit_person(s, card.person.id, **{key: value})

        self.rows.attempt(key, act)
