"""Roles: who held which, from when to when."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_, clean
from chapterdesk.store.people import person_name
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.tables import Person, RoleTerm
from chapterdesk.store.writing import add, edit


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role held by a person; role is a value of domain.members.Role or a free text, end None while it lasts."""

    id: int
    person_id: int
    name: str
    role: str
    start: dt.date
    end: dt.date | None


@cache
def _terms() -> Select[*tuple[Any, ...]]:
    return (
        select(*columns(RoleRow, RoleTerm, name=person_name()))
        .join(Person, Person.id == RoleTerm.person_id)
        .order_by(RoleTerm.start, RoleTerm.id)
    )


def role_terms(
    session: Session, chapter_id: int, on: dt.date | None = None, *, person_id: int | None = None
) -> list[RoleRow]:
    """The role terms of a chapter, on one day or all, of one person or all, in the order of their start."""
    query = _terms().where(RoleTerm.chapter_id == chapter_id)
    if on is not None:
        query = query.where(RoleTerm.start <= on, or_(RoleTerm.end.is_(None), RoleTerm.end >= on))
    if person_id is not None:
        query = query.where(RoleTerm.person_id == person_id)
    return fetch(session, query, RoleRow)


def start_role(
    session: Session, chapter_id: int, person_id: int, role: str, start: dt.date, end: dt.date | None = None
) -> int:
    """Give a person a role from a day on and return the term's id; raises ChapterError without a role."""
    if not clean(role):
        raise ChapterError(N_("The role is missing; choose or type one"))
    return add(session, RoleTerm, chapter_id=chapter_id, person_id=person_id, role=role, start=start, end=end)


def end_role(session: Session, term_id: int, end: dt.date | None) -> None:
    """End a role on a day, its last; None reopens it."""
    start = session.scalar(select(RoleTerm.start).where(RoleTerm.id == term_id))
    if start is not None and end is not None and end < start:
        raise ChapterError(N_("The role would end before it began; choose a later day"))
    edit(session, RoleTerm, term_id, {"end": end})
