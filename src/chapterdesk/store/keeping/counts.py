"""How much a desk file holds, in numbers that a director knows; read from any release's file, in plain SQL."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from chapterdesk.store.tables.overview import facts_of, recorded_tables


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each; `members` counts memberships, also ended ones; `marks` are of attendance."""

    chapters: int = 0
    people: int = 0
    members: int = 0
    meetings: int = 0
    marks: int = 0
    slips: int = 0
    visits: int = 0

    @property
    def rows(self) -> int:
        """All of them together."""
        return sum(getattr(self, one.name) for one in fields(self))


def counts_of(connection: Any) -> Counts:
    """Count what the file of a raw connection holds; a table that it does not have yet counts as empty."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = {
        facts_of(table).counted: int(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])  # noqa: S608 - our own names
        for table in recorded_tables()
        if facts_of(table).counted and table.name in there
    }
    return Counts(**found)


def last_change_of(connection: Any) -> dt.datetime | None:
    """Return when the file was changed last (UTC), None when its log is empty or missing."""
    if not _has(connection, "change_log"):
        return None
    said = connection.execute("SELECT at FROM change_log ORDER BY id DESC LIMIT 1").fetchone()
    return dt.datetime.fromisoformat(said[0]) if said else None


def identity_of(connection: Any) -> str:
    """Return the identity of the file, "" for one of a release that gave none."""
    if not _has(connection, "desk"):
        return ""
    said = connection.execute("SELECT uid FROM desk").fetchone()
    return str(said[0]) if said else ""


def mark_of(connection: Any) -> str:
    """Return a word for the state of the file: it is another after each change, and never the same again.

    The last line of the log names it, as that line's uid is random; erasing somebody is not logged and adds its count.
    """
    if not _has(connection, "change_log"):
        return ""
    last = connection.execute("SELECT id, uid FROM change_log ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
    columns = {row[1] for row in connection.execute("PRAGMA table_info(person)")}
    asked = "SELECT count(*) FROM person WHERE erased IS NOT NULL"
    erased = connection.execute(asked).fetchone()[0] if "erased" in columns else 0
    return f"{last[0]}-{last[1]}-{erased}"


def _has(connection: Any, table: str) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(asked, (table,)).fetchone() is not None
