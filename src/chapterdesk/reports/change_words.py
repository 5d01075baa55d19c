"""The change log in words: actions, things and values."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from chapterdesk.document.edition import Words
from chapterdesk.domain.countries import COUNTRIES, LANGUAGES
from chapterdesk.domain.text import N_
from chapterdesk.store.log.details import Details, FieldChange, LoggedRow
from chapterdesk.store.log.person_changes import PersonChange
from chapterdesk.store.log.search import Action
from chapterdesk.store.log.values import given
from chapterdesk.store.tables.overview import LoggedField

VIA: Final = {"undo": N_("Undone: {what}"), "redo": N_("Redone: {what}")}
COUNTS: Final = {"insert": N_("Added: {what}"), "update": N_("Changed: {what}"), "delete": N_("Removed: {what}")}
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
"""The icon of an action: that of undo or redo, else the one of the table of its last row."""
LONGEST: Final = 600
"""How many characters of one value are shown."""


def action_text(words: Words, action: Action) -> str:
    """Return the text of an action, which begins with a word of its own for an undo or a redo."""
    return label_text(words, action.via, action.label, action.params)


def label_text(words: Words, via: str, label: str, params: Mapping[str, Any]) -> str:
    """Return a filled-in label, which says so when the action was undone or redone."""
    tr = words.tr
    said = tr(label, **params)
    return tr(VIA[via], what=said) if via in VIA else said


def icon_of(action: Action) -> str:
    """Return the name of an action's icon."""
    return ICONS.get(action.via) or ICONS.get(action.table, "upload")


def counted_action_text(words: Words, action: Action) -> str:
    """Return the text of an action, with the number of entries when there are several."""
    tr, said = words.tr, shortened(action_text(words, action))
    count = tr("%n entries", "", action.rows)
    return said if action.rows == 1 else f"{said} · {count}"


def day_title(words: Words, day: dt.date, today: dt.date) -> str:
    """Return the title over the actions of a day; days near today have a name."""
    tr = words.tr
    said = f"{words.weekday(day.weekday())}, {words.date(day)}"
    near = {0: tr("Today"), 1: tr("Yesterday")}.get((today - day).days)
    return f"{near} · {said}" if near else said[:1].upper() + said[1:]


def moment_title(words: Words, action: Action) -> str:
    """Return the day and the time of an action in words."""
    moment = action.local
    said = f"{words.weekday(moment.weekday())}, {words.show(moment.replace(tzinfo=None))}"
    return said[:1].upper() + said[1:]


def counts(words: Words, found: Details) -> list[str]:
    """Return how many things of each kind an action added, changed and removed; empty when it changed one row only."""
    if len(found.counts) <= 1 and not found.left:
        return []
    tr, lines = words.tr, []
    for kind, text in COUNTS.items():
        counted = [f"{tr(thing.label)} × {words.number(n)}" for thing, how, n in found.counts if how == kind]
        if counted:
            lines.append(tr(text, what=", ".join(counted)))
    return lines


def row_content(words: Words, row: LoggedRow) -> str:
    """Return the content of an added or a removed row, one line for each field."""
    tr, lines = words.tr, []
    for one in row.fields:
        what_stood = one.after if row.action == "insert" else one.before
        if what_stood is not None and what_stood is not False:
            lines.append(tr("{field}: {value}", field=one.field, value=value(words, one.field, what_stood)))
    return "\n".join(lines)


def row_title(words: Words, row: LoggedRow) -> str:
    """Return what identifies a row: names, days and kinds."""
    tr = words.tr
    parts = [shortened(_shown(words, part)) for part in row.about]
    return " · ".join(parts) or tr("no longer in the file")


def value(words: Words, field: LoggedField, held: Any) -> str:
    """Return a value in words; an empty value has a word too."""
    tr = words.tr
    match field, held:
        case _, None:
            return tr("nothing")
        case "slip.repeat_business", _:
            return tr("Repeat") if held else tr("New")
        case _, bool():
            return tr("Yes") if held else tr("No")
        case "chapter.weekday", int():
            return words.weekday(held)
        case "chapter.language", str():
            return LANGUAGES.get(held, held)
        case "chapter.country", str():
            return tr(dict(COUNTRIES).get(held, held))
        case _:
            return shortened(_shown(words, held).replace("\n", ", "))


def before_and_after(words: Words, change: FieldChange) -> tuple[str, str]:
    """Return the value of a field before a change and after it."""
    return value(words, change.field, change.before), value(words, change.field, change.after)


def values_text(words: Words, change: PersonChange) -> str:
    """Return the values before and after, or the action when it did not change one single field."""
    fields = " · ".join(_values(words, one) for one in change.fields) if change.via == "change" else ""
    return fields or card_text(words, change)


def card_text(words: Words, change: PersonChange) -> str:
    """Return a change of a person as the card shows it."""
    return label_text(words, change.via, change.label, given(change.params))


def _values(words: Words, change: FieldChange) -> str:
    tr, (before, after) = words.tr, before_and_after(words, change)
    return tr("{field}: {before} → {after}", field=change.field, before=before, after=after)


def shortened(text: str) -> str:
    """Return the text, shortened to fit the panel."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _shown(words: Words, part: Any) -> str:
    if isinstance(part, dt.date) and not isinstance(part, dt.datetime):
        return words.short_date(part)
    return words.show(part)
