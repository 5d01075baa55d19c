"""What rows are in SQL, by the facts of their tables: what they are called, and whose they are."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, or_, select
from sqlalchemy.orm import Session

from chapterdesk.store.people import person_name
from chapterdesk.store.tables import Membership, Person
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import BELONGING, Subject, Tie
from chapterdesk.store.tables.overview import columns_to, facts_of, person_columns, plain_columns, target_of


def name_of(table: str, columns: Any) -> ColumnElement[Any]:
    """The SQL of what a row is called, by the first column that names it: through a foreign key too.

    `columns` are those of the table or of an alias of it.
    """
    if table == "person":
        return person_name(columns)
    column = columns[facts_of(table).named_by[0]]
    return meaning_of(column) if column.foreign_keys else column


def meaning_of(column: Column[Any], wanted: str = "") -> ColumnElement[Any]:
    """The SQL of what a foreign key means: what the row that it points at is called, or one of its columns."""
    target = target_of(column)
    there = Model.metadata.tables[target].alias().c
    meant = select(there[wanted] if wanted else name_of(target, there)).where(there.id == column)
    return meant.correlate(column.table).scalar_subquery()


def is_of(column: Column[Any], person_id: int) -> ColumnElement[bool]:
    """The SQL of "this column means the person"."""
    if target_of(column) == "person":
        return column == person_id
    return column.in_(select(Membership.id).where(Membership.person_id == person_id))


def takes_part(table: str, person: Any) -> ColumnElement[bool]:
    """The SQL of "a person takes part in a row of this table"; the person is an id or the SQL of one."""
    return or_(*(column == person for column in columns_to("person", ties=BELONGING) if column.table.name == table))


def present_values(session: Session, table: str, uids: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the present values of rows by uid, without pictures."""
    there = Model.metadata.tables[table]
    query = select(*plain_columns(there)).where(there.c.uid.in_(uids))
    return {row["uid"]: dict(row) for row in session.execute(query).mappings()}


def rows_of(
    session: Session,
    person_id: int,
    ties: Collection[Tie],
    subjects: Collection[Subject] | None = None,
    chapter_id: int | None = None,
) -> dict[tuple[str, str], None]:
    """Return the rows that are the person's by some ties, table by table: the person first, then by id.

    `subjects` leaves out tables that are about something else, `chapter_id` what belongs to another chapter.
    """
    found = {("person", uid): None for uid in session.scalars(select(Person.uid).where(Person.id == person_id))}
    for column in person_columns(ties):
        table = column.table
        if subjects is not None and facts_of(table.name).subject not in subjects:
            continue
        query = select(table.c.uid).where(is_of(column, person_id)).order_by(table.c.id)
        if chapter_id is not None and "chapter_id" in table.c:
            query = query.where(table.c.chapter_id == chapter_id)
        found |= {(table.name, uid): None for uid in session.scalars(query)}
    return found
