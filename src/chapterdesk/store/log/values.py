"""Values of the change log as they are read: JSON as dates and enumerations, ids as names."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.types import Boolean, Date, DateTime, Enum, Time

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.members import Role
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.store.row_facts import name_of
from chapterdesk.store.tables import Chapter
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import LoggedField, fact_of, targets_of

CHUNK: Final = 500
"""Most ids in one query; other databases take fewer than SQLite."""


class Gone(Labelled):
    """What replaces the name of a row that was removed or undone."""

    GONE = "gone", N_("no longer in the file")


def typed(table: str, column: str, value: Any) -> Any:
    """Return a logged value with the type of its column: a date, a time, an enumeration; as logged when unknown."""
    columns = Model.metadata.tables[table].columns
    if value is None or column not in columns:
        return value
    kind = columns[column].type
    with suppress(ValueError, TypeError):  # a value read from its table has its type already
        if isinstance(kind, Enum) and kind.enum_class is not None:
            return kind.enum_class(value)
        if isinstance(kind, Boolean):
            return bool(value)
        for sort, read in ((DateTime, dt.datetime), (Date, dt.date), (Time, dt.time)):
            if isinstance(kind, sort):
                return read.fromisoformat(value)
    return value


def given(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a logged label with their types: the log has dates, marks and roles as text."""
    return {name: _given(name, value) for name, value in params.items()}


_LABELS: Final[dict[str, type[Labelled]]] = {"code": Code, "role": Role}


def _given(name: str, value: Any) -> Any:
    with suppress(ValueError):
        if name == "field":
            table, _, column = str(value).partition(".")
            return LoggedField.of(table, column) or value
        if name in _LABELS:
            return _LABELS[name](value)
        if name in ("date", "day"):
            return dt.date.fromisoformat(value)
    return value


class LoggedNames:
    """The names behind ids, read many at a time: call `learn` for all, then `of` for each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, int], Any] = {}
        self._currencies: dict[int, str] = {}

    def learn(self, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Read the names of everything that values point at; `rows` are pairs of a table and the values of a row."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for table, values in rows:
            for column, target in targets_of(table).items():
                value = values.get(column)
                if isinstance(value, int) and (target, value) not in self._known:
                    wanted[target].add(value)
        for target, ids in wanted.items():
            there, ordered = Model.metadata.tables[target].c, sorted(ids)
            query = select(there.id, name_of(target, there).label("name"))
            for at in range(0, len(ordered), CHUNK):
                found = self._session.execute(query.where(there.id.in_(ordered[at : at + CHUNK])))
                self._known.update({(target, row.id): row.name for row in found})

    def of(self, table: str, column: str, value: Any, chapter_id: int | None = None) -> Any:
        """Return a logged value as it is read: a name for an id, money in the chapter's currency, None for nothing."""
        if value is None or value == "":
            return None
        target = targets_of(table).get(column)
        if target is not None:
            return self._known.get((target, value), Gone.GONE)
        facts = fact_of(Model.metadata.tables[table].c[column])
        if facts.money and isinstance(value, int):
            return Money(value, self._currency(chapter_id))
        if facts.choice is not None:
            with suppress(ValueError):
                return facts.choice(value)
        return typed(table, column, value)

    def _currency(self, chapter_id: int | None) -> str:
        if not self._currencies:
            rows = self._session.execute(select(Chapter.id, Chapter.currency))
            self._currencies = {row[0]: row[1] for row in rows}
        return self._currencies.get(chapter_id or 0, next(iter(self._currencies.values()), "EUR"))
