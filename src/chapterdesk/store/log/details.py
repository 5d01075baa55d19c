"""What one action of the change log changed, row by row and field by field, with names instead of ids."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.text import full_name
from chapterdesk.store.log.search import Action
from chapterdesk.store.log.values import LoggedNames, typed
from chapterdesk.store.row_facts import present_values
from chapterdesk.store.tables import ChangeLog
from chapterdesk.store.tables.overview import LoggedField, Thing, facts_of, fields_of, thing_of, things

SHOWN: Final = 40
"""Rows of an action that are read; an import has thousands."""
COUNTED: Final = 60_000
"""Most lines of an action that are counted by kind."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field: the values before and after, with names instead of ids and None for nothing.

    `is_now`: the value before is the present value of the row.
    """

    field: LoggedField
    before: Any
    after: Any
    is_now: bool = False

    @property
    def column(self) -> str:
        """The column of the table."""
        return self.field.column


@dataclass(frozen=True, slots=True)
class LoggedRow:
    """One row that an action added, changed or removed (`action`: insert, update, delete).

    `line` is the id of the line in the log; `about` identifies the row (names, days, a kind) as far as is still known;
    `is_here`: the row is in the file now; `emptied`: its values were erased from the log. The fields of an added row
    have their present values.
    """

    line: int
    thing: Thing
    action: str
    about: tuple[Any, ...]
    is_here: bool
    fields: tuple[FieldChange, ...]
    emptied: bool = False

    @property
    def name(self) -> str:
        """The first name that identifies the row, for the label of an action; without one, the kind of thing."""
        return next((str(part) for part in self.about if type(part) is str), self.thing.label)


@dataclass(frozen=True, slots=True)
class Details:
    """The rows of an action that are shown, the number of rows left out, and how many rows of each kind changed."""

    rows: tuple[LoggedRow, ...]
    left: int
    counts: tuple[tuple[Thing, str, int], ...]


_SIDES: Final = {"giver_side": "giver_id", "receiver_side": "receiver_id"}


def details(session: Session, action: Action, limit: int = SHOWN) -> Details:
    """Return what an action changed, in order, up to `limit` rows; of the person alone when one was asked for."""
    query = select(
        ChangeLog.id, ChangeLog.table_name, ChangeLog.row_uid, ChangeLog.action, ChangeLog.before, ChangeLog.after
    )
    if action.lines is not None:
        total = len(action.lines)
        query = query.where(ChangeLog.id.in_(sorted(action.lines)[:limit]))
    else:
        total = action.rows
        query = query.where(ChangeLog.id.between(action.first, action.last))
    lines = [line for line in session.execute(query.order_by(ChangeLog.id).limit(limit)) if thing_of(line.table_name)]
    return Details(tuple(_rows(session, lines)), max(total - limit, 0), _counts(session, action))


def _counts(session: Session, action: Action) -> tuple[tuple[Thing, str, int], ...]:
    if not 1 < action.rows <= COUNTED:
        return ()
    rows = session.execute(
        select(ChangeLog.table_name, ChangeLog.action, func.count())
        .where(ChangeLog.id.between(action.first, action.last))
        .group_by(ChangeLog.table_name, ChangeLog.action)
    )
    order = things()
    found = [(thing, what, int(count)) for table, what, count in rows if (thing := thing_of(table))]
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), one[1])))


def _rows(session: Session, lines: Iterable[Any]) -> Iterator[LoggedRow]:
    """Yield the rows of some lines; all their names are read together."""
    lines = list(lines)
    now = _present(session, lines)
    before = {line.id: json.loads(line.before or "{}") for line in lines}
    after = {line.id: json.loads(line.after or "{}") for line in lines}
    names = LoggedNames(session)
    for held in (before, after):
        names.learn((line.table_name, held[line.id]) for line in lines)
    names.learn((table, values) for (table, _uid), values in now.items())
    for line in lines:
        here = now.get((line.table_name, line.row_uid))
        yield _row(names, line, here, before[line.id], after[line.id])


def _present(session: Session, lines: Iterable[Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the present values of the rows by table and uid, without pictures."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        wanted[line.table_name].add(line.row_uid)
    return {
        (name, uid): row for name, uids in wanted.items() for uid, row in present_values(session, name, uids).items()
    }


def _row(
    names: LoggedNames, line: Any, here: Mapping[str, Any] | None, before: dict[str, Any], after: dict[str, Any]
) -> LoggedRow:
    thing = Thing(line.table_name, facts_of(line.table_name).word)
    known = here if here is not None else before
    chapter_id = known.get("chapter_id")

    def said(column: str, value: Any) -> Any:
        return names.of(thing, column, value, chapter_id)

    if line.action == "insert":
        columns, before, after = list(here or {}), {}, dict(here or {})
    else:
        columns = list(before)
    fields = []
    for field in fields_of(thing):
        if field.column not in columns or _is_mute(field, before | after):
            continue
        old, new = said(field.column, before.get(field.column)), said(field.column, after.get(field.column))
        is_now = (
            line.action == "update"
            and here is not None
            and typed(thing, field.column, before.get(field.column)) == here.get(field.column)
        )
        if line.action == "update" or (old or new):
            fields.append(FieldChange(field, old, new, is_now))
    about = tuple(part for part in _about(thing, known, said) if part is not None)
    emptied = line.action != "insert" and line.before is None
    return LoggedRow(line.id, thing, line.action, about, here is not None, tuple(fields), emptied)


def _is_mute(field: LoggedField, values: Mapping[str, Any]) -> bool:
    """Whether a field is left out: the side of a slip when it is the usual one."""
    return field.column in _SIDES and values.get(field.column) == "here" and _SIDES[field.column] in values


def _about(thing: Thing, known: Mapping[str, Any], said: Any) -> Iterable[Any]:
    """Yield what identifies a row."""
    columns = facts_of(thing).named_by
    if thing == "person":
        yield full_name(*(known.get(column) or "" for column in columns)) or None
        return
    for column in columns:
        if column in known:
            yield said(column, known[column])
