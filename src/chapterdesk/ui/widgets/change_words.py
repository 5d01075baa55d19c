"""What the change log says: actions, things and values in the director's words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from chapterdesk.domain.countries import COUNTRIES
from chapterdesk.domain.text import N_
from chapterdesk.i18n import LANGUAGES
from chapterdesk.store.changes.fields import LoggedField
from chapterdesk.store.changes.log_details import LoggedRow
from chapterdesk.store.changes.log_search import Action
from chapterdesk.ui.widgets.context import Context

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


def said(context: Context, label: str, params: Mapping[str, Any]) -> str:
    """Return a label as the director reads it."""
    tr = context.tr
    return tr(label, **params)


def what(context: Context, action: Action) -> str:
    """Return what was done, with a word before it when it was an undo or a redo."""
    return done(context, action.via, action.label, action.params)


def done(context: Context, via: str, label: str, params: Mapping[str, Any]) -> str:
    """Return a label with how it came about: itself, or that it was undone or redone."""
    tr = context.tr
    words = said(context, label, params)
    return tr(VIA[via], what=words) if via in VIA else words


def icon_of(action: Action) -> str:
    """Return the name of an action's icon."""
    return ICONS.get(action.via) or ICONS.get(action.table, "upload")


def about(context: Context, row: LoggedRow) -> str:
    """Return which row it is: names, days and kinds."""
    tr = context.tr
    parts = [shorter(_shown(context, part)) for part in row.about]
    return " · ".join(parts) or tr("no longer in the file")


def value(context: Context, field: LoggedField, held: Any) -> str:
    """Return a value as it is read; nothing has a word too."""
    tr = context.tr
    match field, held:
        case _, None:
            return tr("nothing")
        case LoggedField.SLIP_REPEAT_BUSINESS, _:
            return tr("Repeat") if held else tr("New")
        case _, bool():
            return tr("Yes") if held else tr("No")
        case LoggedField.CHAPTER_WEEKDAY, int():
            return context.language.weekday(held)
        case LoggedField.CHAPTER_LANGUAGE, str():
            return LANGUAGES.get(held, held)
        case LoggedField.CHAPTER_COUNTRY, str():
            return tr(dict(COUNTRIES).get(held, held))
        case _:
            return shorter(_shown(context, held).replace("\n", ", "))


def shorter(text: str) -> str:
    """Return a text that fits the panel."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _shown(context: Context, part: Any) -> str:
    language = context.language
    if isinstance(part, dt.date) and not isinstance(part, dt.datetime):
        return language.short_date(part)
    return language.show(part)
