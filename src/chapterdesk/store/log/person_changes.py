"""The change log on a person's card: changes of the record, the photo, consents, memberships and roles."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from chapterdesk.store.log.details import FieldChange
from chapterdesk.store.log.row_changes import ChangeRow, changes
from chapterdesk.store.log.values import LoggedNames
from chapterdesk.store.row_facts import rows_of
from chapterdesk.store.tables.facts import OWN, Subject
from chapterdesk.store.tables.overview import LoggedField


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One logged action: when (UTC), its translatable label with values, how (change, undo, redo), and the fields."""

    when: dt.datetime
    via: str
    label: str
    params: dict[str, Any]
    fields: tuple[FieldChange, ...]


def person_changes(session: Session, chapter_id: int, person_id: int) -> list[PersonChange]:
    """Return the logged actions that changed a person's card in a chapter, the newest first."""
    found: list[ChangeRow] = []
    for table, uid in rows_of(session, person_id, OWN, (Subject.PEOPLE, Subject.MEMBERSHIPS), chapter_id):
        found += changes(session, table, uid)
    names = LoggedNames(session)
    for side in (1, 2):
        names.learn((row.table, {change[0]: change[side] for change in row.changes}) for row in found)
    actions: dict[tuple[dt.datetime, str], PersonChange] = {}
    for row in sorted(found, key=lambda one: one.when, reverse=True):
        fields = _fields(names, row)
        known = actions.get((row.when, row.label))
        if known is not None:
            fields = (*known.fields, *fields)
        actions[row.when, row.label] = PersonChange(row.when, row.via, row.label, row.params, fields)
    return list(actions.values())


def _fields(names: LoggedNames, row: ChangeRow) -> tuple[FieldChange, ...]:
    if row.action != "update":
        return ()
    found = ((LoggedField.of(row.table, name), name, before, after) for name, before, after in row.changes)
    return tuple(
        FieldChange(field, names.of(row.table, name, before), names.of(row.table, name, after))
        for field, name, before, after in found
        if field is not None
    )
