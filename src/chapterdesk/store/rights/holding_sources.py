"""Where a person can stand in the file: one source for each column that points at a person, derived from the facts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select
from sqlalchemy.orm import Session

from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.store.row_facts import is_of, meaning_of
from chapterdesk.store.tables import Chapter
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import HeldSection
from chapterdesk.store.tables.overview import fact_of, facts_of, person_columns, recorded_tables, targets_of

_PEOPLE = frozenset({"person", "membership"})


@dataclass(frozen=True, slots=True)
class HeldValue:
    """One value of an entry: what it is called, its SQL, and whether it is money or somebody else's secret."""

    label: str
    expression: ColumnElement[Any]
    money: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Entries of one section: the rows of `table` whose `column` means the person; None: the person's record itself.

    `values` stand by the names that files use: first what foreign keys mean, then the columns of the table itself.
    """

    section: HeldSection
    table: Table
    column: Column[Any] | None
    values: dict[str, HeldValue]


def sources() -> list[Source]:
    """Return all sources in the order in which they are handed out."""
    own = [_source(table, None, section) for table in recorded_tables() if (section := facts_of(table).section)]
    pointed = [_source(one.table, one, section) for one in person_columns() if (section := fact_of(one).section)]
    return sorted([*own, *pointed], key=lambda one: one.section.place)


def entries_of(session: Session, source: Source, person_id: int) -> Iterator[dict[str, Any]]:
    """Yield the entries of a source for a person; money as Money."""
    table, wanted = source.table, source.values
    mine = table.c.id == person_id if source.column is None else is_of(source.column, person_id)
    order = table.c[source.section.order]
    amounts = [name for name, one in wanted.items() if one.money]
    currency = [_of_chapter(table, Chapter.currency).label("currency")] if amounts else []
    query = select(*(one.expression.label(name) for name, one in wanted.items()), *currency).where(mine)
    ordered = query.order_by(meaning_of(order) if order.foreign_keys else order, table.c.id)
    for row in session.execute(ordered).mappings():
        values = {name: row[name] for name in wanted}
        for name in amounts:
            if row["currency"] and values[name] is not None:
                values[name] = Money(values[name], row["currency"])
        yield values


def _source(table: Table, column: Column[Any] | None, section: HeldSection) -> Source:
    found: dict[str, HeldValue] = {}
    for one in table.columns:
        if one.foreign_keys and one is not column and fact_of(one).held:
            for name, value in _meanings(one).items():
                if name in found:  # two parties to a slip are both the other one to a third: by its own name then
                    found[one.name.removesuffix("_id")] = replace(value, label=fact_of(one).title)
                else:
                    found[name] = value
    for one in table.columns:
        facts = fact_of(one)
        if not one.foreign_keys and facts.held:
            found[one.name] = HeldValue(facts.held, one, facts.money, facts.secret)
    if section.fields is not None:
        found = {name: found[name] for name in section.fields}
    return Source(section, table, column, found)


def _meanings(column: Column[Any]) -> dict[str, HeldValue]:
    """Return what a foreign key means: a name, or what a row without a chapter tells of the whole it is a part of."""
    facts, target = fact_of(column), targets_of(column.table.name)[column.name]
    if not _is_part(column):
        return {facts.called or column.name.removesuffix("_id"): HeldValue(facts.held, meaning_of(column))}
    whole = Model.metadata.tables[target]
    told = facts_of(whole).told or facts_of(whole).named_by
    found = {name: HeldValue(fact_of(whole.c[name]).held, meaning_of(column, name)) for name in told}
    return found | {"chapter": HeldValue(N_("Chapter"), _of_chapter(column.table, Chapter.name))}


def _is_part(column: Column[Any]) -> bool:
    """Whether a foreign key leads from a row that has no chapter of its own to the whole that has one."""
    target = targets_of(column.table.name)[column.name]
    return (
        target not in _PEOPLE and "chapter_id" not in column.table.c and "chapter_id" in Model.metadata.tables[target].c
    )


def _of_chapter(table: Any, wanted: Any) -> ColumnElement[Any]:
    """The SQL of a column of the chapter that a row belongs to, itself or by the whole that it is a part of."""
    own = next(one for one in table.columns if one.name == "chapter_id" or (one.foreign_keys and _is_part(one)))
    chapter: Any = own if own.name == "chapter_id" else meaning_of(own, "chapter_id")
    return select(wanted).where(Chapter.id == chapter).scalar_subquery()
