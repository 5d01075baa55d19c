"""What the change log says: actions, things and values in the director's words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from chapterdesk.document.edition import Words
from chapterdesk.domain.countries import COUNTRIES, LANGUAGES
from chapterdesk.domain.text import N_
from chapterdesk.store.changes.fields import LoggedField
from chapterdesk.store.changes.log_details import FieldChange, LoggedRow
from chapterdesk.store.changes.log_search import Action

VIA: Final = {"undo": N_("Undone: {what}"), "redo": N_("Redone: {what}")}
ICONS: Final = {
    "undo": "undo-2",
    "redo": "redo-2",
    "chapter": "building-2",
    "logo": "image",
    "holiday": "calendar-off",
    "person": "user-round",
    "photo": "image",
    "consent": "file-text",
    "classification": "briefcase",
    "membership": "user-check",
    "role_term": "star",
    "meeting": "calendar-days",
    "attendance": "list-checks",
    "visit": "user-plus",
    "slip": "receipt",
}
"""The icon of an action, by how it came about, else by the table of its last row."""
LONGEST: Final = 600
"""Characters of one value that are shown."""


def what(words: Words, action: Action) -> str:
    """Return what was done, with a word before it when it was an undo or a redo."""
    return done(words, action.via, action.label, action.params)


def done(words: Words, via: str, label: str, params: Mapping[str, Any]) -> str:
    """Return a label with how it came about: itself, or that it was undone or redone."""
    tr = words.tr
    said = tr(label, **params)
    return tr(VIA[via], what=said) if via in VIA else said


def icon_of(action: Action) -> str:
    """Return the name of an action's icon."""
    return ICONS.get(action.via) or ICONS.get(action.table, "upload")


def about(words: Words, row: LoggedRow) -> str:
    """Return which row it is: names, days and kinds."""
    tr = words.tr
    parts = [shorter(_shown(words, part)) for part in row.about]
    return " · ".join(parts) or tr("no longer in the file")


def value(words: Words, field: LoggedField, held: Any) -> str:
    """Return a value as it is read; nothing has a word too."""
    tr = words.tr
    match field, held:
        case _, None:
            return tr("nothing")
        case LoggedField.SLIP_REPEAT_BUSINESS, _:
            return tr("Repeat") if held else tr("New")
        case _, bool():
            return tr("Yes") if held else tr("No")
        case LoggedField.CHAPTER_WEEKDAY, int():
            return words.weekday(held)
        case LoggedField.CHAPTER_LANGUAGE, str():
            return LANGUAGES.get(held, held)
        case LoggedField.CHAPTER_COUNTRY, str():
            return tr(dict(COUNTRIES).get(held, held))
        case _:
            return shorter(_shown(words, held).replace("\n", ", "))


def before_and_after(words: Words, change: FieldChange) -> tuple[str, str]:
    """Return what a field held before a change, and after it."""
    return value(words, change.field, change.before), value(words, change.field, change.after)


def shorter(text: str) -> str:
    """Return a text that fits the panel."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _shown(words: Words, part: Any) -> str:
    if isinstance(part, dt.date) and not isinstance(part, dt.datetime):
        return words.short_date(part)
    return words.show(part)
