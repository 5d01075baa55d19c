"""Searching the change log by action, the newest first, by person, subject, days and words.

The log can have hundreds of thousands of lines. It is read in slices from the end, by its key: each call of `more`
reads at most SLICE lines, however few of them fit.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Column, Select, select
from sqlalchemy.orm import Session

from chapterdesk.domain.periods import DAY, Period
from chapterdesk.domain.text import matches, plain
from chapterdesk.store.log.values import given
from chapterdesk.store.row_facts import rows_of
from chapterdesk.store.tables import ChangeLog, Membership
from chapterdesk.store.tables.facts import BELONGING
from chapterdesk.store.tables.overview import columns_to, person_columns, target_of

PAGE: Final = 60
"""Most actions returned at once."""
SLICE: Final = 1_000
"""Most lines of the log read for one page; fewer when the filter leaves nothing out."""
KEPT: Final = 200
"""Most lines of one action that are remembered as concerning the person."""

Said = Callable[[str, Mapping[str, Any]], str]
"""Turns a label and its values into what the director reads."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which actions are wanted; None and "" mean any. `words` are found without accents, in any order."""

    person_id: int | None = None
    tables: frozenset[str] | None = None
    period: Period | None = None
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it leaves out nothing."""
        return self == LogFilter()


@dataclass(frozen=True, slots=True)
class Action:
    """One action of the director: when (UTC), how (change, undo, redo), its label with values, and its lines.

    `first` and `last` are the ids of its first and last line; `lines` are those that concern the person asked for, None
    when nobody was. `table` is the table of its last line; its icon follows from it.
    """

    when: dt.datetime
    via: str
    label: str
    params: dict[str, Any]
    table: str
    first: int
    last: int
    lines: tuple[int, ...] | None = None

    @property
    def rows(self) -> int:
        """How many rows it changed; the lines of one action are written together, with no gap."""
        return self.last - self.first + 1

    @property
    def local(self) -> dt.datetime:
        """When, on the clock of this computer."""
        return local(self.when)


def local(moment: dt.datetime) -> dt.datetime:
    """Return a moment of the log (UTC) on the clock of this computer."""
    return moment.replace(tzinfo=dt.UTC).astimezone()


def _utc(day: dt.date) -> dt.datetime:
    """Return when a day of this computer begins, as the log has it."""
    return dt.datetime.combine(day, dt.time()).astimezone(dt.UTC).replace(tzinfo=None)


@dataclass(slots=True)
class _Begun:
    """An action whose lines are still being read."""

    newest: Any
    oldest: int
    wanted: bool
    hit: bool = False
    lines: list[int] = field(default_factory=list)

    def same(self, line: Any) -> bool:
        """Whether a line belongs to this action."""
        newest = self.newest  # not the params: lines of an erased person have other values of the label
        return (line.at, line.via, line.label) == (newest.at, newest.via, newest.label)


class LogSearch:
    """Reads the log from its end. Call `more` until `done`; it is valid for one state of the file (Desk.revision)."""

    def __init__(self, wanted: LogFilter, said: Said) -> None:
        self.wanted = wanted
        self.done = False
        self._said = said
        self.at = sys.maxsize
        """The id of the line that was read last; the search goes on below it."""
        self._begun: _Begun | None = None
        self._uids: set[tuple[str, str]] | None = None
        self._memberships: set[int] = set()
        self._owners: list[Column[Any]] = []
        self._named: frozenset[str] = frozenset()
        self._fits: dict[tuple[str, str], bool] = {}
        self._size = 4 * PAGE if wanted.is_open else SLICE
        span = wanted.period
        self._span = None if span is None else (_utc(span.first), _utc(span.last + DAY))

    def more(self, session: Session) -> list[Action]:
        """Return the next actions that fit; when there are none in this slice, call again."""
        if self.wanted.person_id is not None and self._uids is None:
            self._uids = self._rows_of(session, self.wanted.person_id)
        found: list[Action] = []
        lines = session.execute(self._slice()).all()
        for line in lines:
            if self._begun is not None and not self._begun.same(line):
                self._finish(found)
                if len(found) == PAGE:
                    return found
            self._take(line)
        if len(lines) < self._size:
            self._finish(found)
            self.done = True
        else:
            self._leap(session)
        return found

    def _slice(self) -> Select[*tuple[Any, ...]]:
        values = (ChangeLog.before, ChangeLog.after) if self.wanted.person_id is not None else ()
        return (
            select(
                ChangeLog.id, ChangeLog.at, ChangeLog.via, ChangeLog.label, ChangeLog.params,
                ChangeLog.table_name, ChangeLog.row_uid, ChangeLog.action, *values,
            )
            .where(ChangeLog.id < self.at)
            .order_by(ChangeLog.id.desc())
            .limit(self._size)
        )  # fmt: skip

    def _take(self, line: Any) -> None:
        begun = self._begun
        if begun is None:
            begun = self._begun = _Begun(line, line.id, self._wants(line))
        self.at = begun.oldest = line.id
        fits = self.wanted.tables is None or line.table_name in self.wanted.tables
        if self._uids is not None and self._concerns(line, self._uids):
            if len(begun.lines) < KEPT:
                begun.lines.append(line.id)
        elif self._uids is not None:
            fits = False
        begun.hit = begun.hit or fits

    def _finish(self, found: list[Action]) -> None:
        begun, self._begun = self._begun, None
        if begun is None or not (begun.wanted and begun.hit):
            return
        newest = begun.newest
        lines = tuple(begun.lines) if self._uids is not None else None
        params = given(json.loads(newest.params))
        found.append(
            Action(newest.at, newest.via, newest.label, params, newest.table_name, begun.oldest, newest.id, lines)
        )

    def _leap(self, session: Session) -> None:
        """Skip to the first line of an action whose other lines do not matter; an import has thousands."""
        begun = self._begun
        if begun is None or begun.newest.id - begun.oldest < self._size // 2:
            return
        if self._uids is None and (begun.hit or not begun.wanted):
            self.at = begun.oldest = _first(session, begun)

    def _wants(self, line: Any) -> bool:
        """Whether the day and the words fit; they are the same for all lines of an action."""
        if self._span is not None and not self._span[0] <= line.at < self._span[1]:
            return False
        if not self.wanted.words.strip():
            return True
        key = (line.label, line.params)
        if key not in self._fits:
            said = self._said(line.label, given(json.loads(line.params)))
            self._fits[key] = matches(self.wanted.words, plain(said))
        return self._fits[key]

    # Which lines concern the person

    def _rows_of(self, session: Session, person_id: int) -> set[tuple[str, str]]:
        """Return table and uid of all rows that are the person's now."""
        self._memberships = set(session.scalars(select(Membership.id).where(Membership.person_id == person_id)))
        self._owners = person_columns(BELONGING)
        self._named = frozenset(column.name for column in columns_to("person"))
        return set(rows_of(session, person_id, BELONGING))

    def _concerns(self, line: Any, uids: set[tuple[str, str]]) -> bool:
        """Whether a line is about the person: the row is the person's, was when it was removed, or named the person."""
        key = (line.table_name, line.row_uid)
        if key in uids:
            return True
        if line.action == "delete" and line.before and self._held(line.table_name, json.loads(line.before)):
            uids.add(key)  # its older lines follow
            return True
        person = str(self.wanted.person_id)
        return any(
            person in text and any(json.loads(text).get(name) == self.wanted.person_id for name in self._named)
            for text in (line.before or "", line.after or "")
        )

    def _held(self, table: str, values: Mapping[str, Any]) -> bool:
        """Whether a removed row was the person's."""
        ids: dict[str, set[int]] = {"person": {self.wanted.person_id or 0}, "membership": self._memberships}
        own = (table == "person" and values.get("id") == self.wanted.person_id) or any(
            column.table.name == table and values.get(column.name) in ids[target_of(column)] for column in self._owners
        )
        if own and table == "membership":
            self._memberships.add(values.get("id", 0))
        return own


def _first(session: Session, begun: _Begun) -> int:
    """Return the id of the oldest line of an action in few steps: its lines have no gaps."""

    def at_most(line_id: int) -> Any:
        columns = (ChangeLog.id, ChangeLog.at, ChangeLog.via, ChangeLog.label)
        query = select(*columns).where(ChangeLog.id <= line_id).order_by(ChangeLog.id.desc()).limit(1)
        return session.execute(query).first()

    inside, outside, step = begun.oldest, 0, SLICE
    while inside - step > 0:
        line = at_most(inside - step)
        if line is None or not begun.same(line):
            outside = inside - step
            break
        inside, step = line.id, step * 2
    while inside - outside > 1:
        middle = (inside + outside) // 2
        line = at_most(middle)
        if line is not None and begun.same(line):
            inside = line.id
        else:
            outside = middle
    return int(inside)
