"""Bringing back an earlier value or a removed row from the change log: an ordinary change that can be undone.

It uses the functions that the screens use, so that the same rules apply.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.text import N_
from chapterdesk.store.log.return_rules import AFTERWARDS, RULES, TOGETHER, WRITERS, Values, write_plainly
from chapterdesk.store.log.values import typed
from chapterdesk.store.meetings import meeting, refuse_locked
from chapterdesk.store.row_facts import present_values
from chapterdesk.store.tables import ChangeLog, ImportBatch, Person
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import LoggedField, facts_of, targets_of, thing_of
from chapterdesk.store.writing import is_there


def can_bring_back(table: str, column: str) -> bool:
    """Whether earlier values of a field can be brought back at all."""
    field = LoggedField.of(table, column)
    return field is not None and not field.facts.fixed


def can_return(table: str) -> bool:
    """Whether a removed row of this table can be brought back whole."""
    return facts_of(table).returns


def bring_back(session: Session, line_id: int, column: str, today: dt.date) -> None:
    """Set a field to the value before a line of the log, with the fields that make sense only together with it.

    Raises ChapterError, saying why, when the row or what the value points at is gone, when a rule forbids it, or when
    the field has this value already.
    """
    line = _line(session, line_id)
    table: str = line.table_name
    before: dict[str, Any] = json.loads(line.before or "{}")
    if not can_bring_back(table, column):
        raise ChapterError(N_("This cannot be brought back from the change log"))
    if line.action != "update" or column not in before:
        raise ChapterError(N_("The change log no longer holds this value"))
    here = _present(session, line)
    group = next((one for one in TOGETHER.get(table, ()) if column in one), frozenset({column}))
    wanted = {name: typed(table, name, before[name]) for name in before if name in group | {column}}
    if wanted[column] == here[column]:
        field = LoggedField.of(table, column)
        raise ChapterError(N_("{field} has this value already; nothing was changed"), field=field)
    changed = {name: value for name, value in wanted.items() if value != here[name]}
    _refuse_gone(session, table, changed)
    _refuse_erased(session, table, {name: here[name] for name in ("id", "person_id") if name in here} | changed)
    write = WRITERS.get(table) or write_plainly(table)
    with _fitting():
        write(session, here, changed, today)


def return_row(session: Session, line_id: int, today: dt.date) -> None:
    """Insert a removed row as it was, with its id. Rows that were removed with it have lines of their own.

    Raises ChapterError when the row is in the file already, when something that it points at is gone, or when a rule
    forbids it.
    """
    line = _line(session, line_id)
    name: str = line.table_name
    table = Model.metadata.tables[name]
    before: dict[str, Any] = json.loads(line.before or "{}")
    if not can_return(name) or line.action != "delete":
        raise ChapterError(N_("This cannot be brought back from the change log"))
    if {"id", "uid"} - before.keys():
        raise ChapterError(N_("The change log no longer holds this value"))
    if session.execute(select(table.c.id).where(table.c.uid == line.row_uid)).first() is not None:
        raise ChapterError(N_("This is in the file already; nothing was changed"))
    values = {column: typed(name, column, value) for column, value in before.items() if column in table.columns}
    _forget_imports(session, name, values)
    _refuse_gone(session, name, values)
    _refuse_erased(session, name, values)
    RULES.get(name, _free)(session, values, today)
    with _fitting():
        session.execute(insert(table).values(values))
    AFTERWARDS.get(name, _free)(session, values, today)


def _free(_session: Session, _row: Values, _today: dt.date) -> None:
    """No rule applies but the constraints of the file."""


@contextmanager
def _fitting() -> Iterator[None]:
    """Raise ChapterError when a constraint of the file refuses."""
    try:
        yield
    except IntegrityError as error:
        raise ChapterError(
            N_("This no longer fits what is in the file now; nothing was changed. Change it by hand where it stands")
        ) from error


def _line(session: Session, line_id: int) -> Any:
    query = select(ChangeLog.table_name, ChangeLog.row_uid, ChangeLog.action, ChangeLog.before)
    line = session.execute(query.where(ChangeLog.id == line_id)).first()
    if line is None or thing_of(line.table_name) is None:
        raise ChapterError(N_("The change log no longer holds this value"))
    return line


def _present(session: Session, line: Any) -> Values:
    found = present_values(session, line.table_name, [line.row_uid])
    if not found:
        raise ChapterError(N_("What this belongs to is no longer in the file; nothing was changed"))
    return found[line.row_uid]


def _refuse_gone(session: Session, table: str, values: Mapping[str, Any]) -> None:
    """Refuse a value that points at a row that is gone, or at a meeting that is completed or called off."""
    for column, target in targets_of(table).items():
        value = values.get(column)
        if value is None:
            continue
        if not is_there(session, target, value):
            field = LoggedField.of(table, column) or thing_of(target)
            raise ChapterError(
                N_("{field}: what stood there is no longer in the file; nothing was changed"), field=field
            )
        if target == "meeting":
            row = meeting(session, value)
            if table != "visit":  # a completed meeting still takes a visit (rule 6)
                refuse_locked(row)
            if row.status in OFF:
                raise ChapterError(N_("The meeting of {date} was called off; plan it again first"), date=row.date)


def _refuse_erased(session: Session, table: str, values: Mapping[str, Any]) -> None:
    """Refuse to write anything about a person whose data were erased."""
    people = {value for column, value in values.items() if targets_of(table).get(column) == "person"}
    if table == "person":
        people.add(values.get("id"))
    query = select(Person.id).where(Person.id.in_({one for one in people if one}), Person.erased.is_not(None))
    if session.execute(query).first() is not None:
        raise ChapterError(N_("The data of this person were erased and stay so; nothing was changed"))


def _forget_imports(session: Session, table: str, values: dict[str, Any]) -> None:
    """Drop the reference to an import that was undone since: the row returns without it."""
    for column, target in targets_of(table).items():
        if target == "import_batch" and values.get(column) is not None:
            batch = select(ImportBatch.id).where(ImportBatch.id == values[column])
            values[column] = session.scalar(batch)
