"""What the facts of all tables tell together: things, fields, and which columns point at which table.

Everything is read from `Model.metadata` when it is asked for, so that a table is covered as soon as it exists.
"""

from collections.abc import Collection
from functools import cache
from typing import Any, Self

from sqlalchemy import Column, LargeBinary, Table, Text

from chapterdesk.domain.labels import Word
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import ColumnFacts, Subject, TableFacts, Tie


class Thing(Word):
    """What a row of a table is, in the director's words; the value is the table's name."""


class LoggedField(Word):
    """One field of a row in the director's words; the value is the table and the column."""

    @property
    def table(self) -> str:
        """The table that it is a column of."""
        return self.partition(".")[0]

    @property
    def column(self) -> str:
        """The column."""
        return self.partition(".")[2]

    @property
    def facts(self) -> ColumnFacts:
        """The facts of the column."""
        return fact_of(Model.metadata.tables[self.table].c[self.column])

    @classmethod
    def of(cls, table: str, column: str) -> Self | None:
        """Return the field of a column; None for a column that is not shown, or not known."""
        there = Model.metadata.tables.get(table)
        title = fact_of(there.c[column]).title if there is not None and column in there.c else ""
        return cls(f"{table}.{column}", title) if title else None


def facts_of(table: str | Table) -> TableFacts:
    """Return the facts of a table; raises KeyError when it has none."""
    found: TableFacts = (Model.metadata.tables[table] if isinstance(table, str) else table).info["facts"]
    return found


def fact_of(column: Column[Any]) -> ColumnFacts:
    """Return the facts of a column; raises KeyError when it has none."""
    found: ColumnFacts = column.info["facts"]
    return found


def recorded_tables() -> list[Table]:
    """Return the tables that undo and the change log record, in the order in which they are declared."""
    return [table for table in Model.metadata.tables.values() if facts_of(table).word]


def things() -> list[Thing]:
    """Return what rows of recorded tables are, in the order of the tables."""
    return [Thing(table.name, facts_of(table).word) for table in recorded_tables()]


def tables_about(subject: Subject) -> frozenset[str]:
    """Return the names of the tables whose changes are about a subject."""
    return frozenset(table.name for table in recorded_tables() if facts_of(table).subject is subject)


def thing_of(table: str) -> Thing | None:
    """Return what the rows of a table are; None for a table that is not recorded or no longer exists."""
    there = Model.metadata.tables.get(table)
    return Thing(table, facts_of(there).word) if there is not None and facts_of(there).word else None


def fields_of(table: str) -> tuple[LoggedField, ...]:
    """Return the fields of a table in the order in which they are read."""
    return _fields(Model.metadata.tables[table])


@cache
def _fields(table: Table) -> tuple[LoggedField, ...]:
    first = facts_of(table).first
    columns = [*(table.c[name] for name in first), *(column for column in table.columns if column.name not in first)]
    found = (LoggedField.of(table.name, column.name) for column in columns)
    return tuple(field for field in found if field is not None)


def targets_of(table: str) -> dict[str, str]:
    """Return the columns of a table that point at another row, with the table that each points at."""
    return _targets_of(Model.metadata.tables[table])


@cache
def _targets_of(table: Table) -> dict[str, str]:
    return {column.name: target_of(column) for column in table.columns if column.foreign_keys}


def target_of(column: Column[Any]) -> str:
    """Return the name of the table that a foreign key points at."""
    return next(iter(column.foreign_keys)).column.table.name


def columns_to(*targets: str, ties: Collection[Tie] | None = None) -> list[Column[Any]]:
    """Return the columns of recorded tables that point at any of these tables; with `ties` those of such a tie."""
    return [
        table.c[name]
        for table in recorded_tables()
        for name, target in _targets_of(table).items()
        if target in targets and (ties is None or fact_of(table.c[name]).tie in ties)
    ]


def person_columns(ties: Collection[Tie] | None = None) -> list[Column[Any]]:
    """Return the columns that point at a person, straight or by a membership; with `ties` those of such a tie."""
    return columns_to("person", "membership", ties=ties)


def plain_columns(table: Table) -> list[Column[Any]]:
    """Return the columns without pictures, which are logged by their digest."""
    return [column for column in table.columns if not isinstance(column.type, LargeBinary)]


def texts_of(table: Table) -> list[Column[Any]]:
    """Return the columns that hold free text: they are looked through for names of people."""
    return [column for column in table.columns if type(column.type) is Text]
