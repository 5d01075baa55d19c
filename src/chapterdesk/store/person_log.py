"""The change log of one person's card: what was changed in the person, the memberships, roles and consents."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain.text import N_
from chapterdesk.store.log import ChangeRow, changes
from chapterdesk.store.models import Classification, Consent, Membership, Person, Photo, RoleTerm
from chapterdesk.store.people import person_name

_NAMED = {"person_id": Person, "sponsor_id": Person, "mentor_id": Person, "classification_id": Classification}
"""Columns that hold an id, and whose name is shown instead."""
GONE = N_("no longer in the file")
"""What stands instead of a name when the row that had it was removed or undone."""
_UNTOLD = frozenset({"chapter_id", "import_batch_id", "digest", "person_id"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after: text, dates as `date`, names instead of ids, None for nothing."""

    field: str
    before: str | dt.date | None
    after: str | dt.date | None


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One logged action: when (UTC), its translatable label with values, how (change, undo, redo), and the fields."""

    when: dt.datetime
    via: str
    label: str
    params: dict[str, Any]
    fields: tuple[FieldChange, ...]


def person_changes(session: Session, chapter_id: int, person_id: int) -> list[PersonChange]:
    """What happened to a person's card in a chapter, the newest first; one line for an action."""
    found: list[ChangeRow] = []
    for table, uid in _rows_of(session, chapter_id, person_id):
        found += changes(session, table, uid)
    actions: dict[tuple[dt.datetime, str], PersonChange] = {}
    for row in sorted(found, key=lambda one: one.when, reverse=True):
        fields = _fields(session, row)
        known = actions.get((row.when, row.label))
        if known is not None:
            fields = (*known.fields, *fields)
        actions[row.when, row.label] = PersonChange(row.when, row.via, row.label, row.params, fields)
    return list(actions.values())


def _rows_of(session: Session, chapter_id: int, person_id: int) -> list[tuple[str, str]]:
    """Return table and uid of everything that the card shows."""
    queries: tuple[tuple[str, Any], ...] = (
        ("person", select(Person.uid).where(Person.id == person_id)),
        ("photo", select(Photo.uid).where(Photo.person_id == person_id)),
        ("consent", select(Consent.uid).where(Consent.person_id == person_id)),
        ("membership", _here(Membership, chapter_id, person_id)),
        ("role_term", _here(RoleTerm, chapter_id, person_id)),
    )
    return [(table, uid) for table, query in queries for uid in session.scalars(query)]


def _here(model: type[Membership | RoleTerm], chapter_id: int, person_id: int) -> Any:
    return select(model.uid).where(model.chapter_id == chapter_id, model.person_id == person_id)


def _fields(session: Session, row: ChangeRow) -> tuple[FieldChange, ...]:
    if row.action != "update":
        return ()
    return tuple(
        FieldChange(name, _value(session, name, before), _value(session, name, after))
        for name, before, after in row.changes
        if name not in _UNTOLD
    )


def _value(session: Session, name: str, value: Any) -> str | dt.date | None:
    if value is None or value == "":
        return None
    if name in _NAMED:
        table = _NAMED[name]
        column: Any = person_name() if table is Person else Classification.name
        return session.scalar(select(column).where(table.id == value)) or GONE
    if name in {"start", "end", "renewal_due", "given_on", "withdrawn_on"}:
        return dt.date.fromisoformat(value)
    return str(value).replace("\n", ", ")
