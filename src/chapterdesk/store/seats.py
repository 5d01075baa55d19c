"""Classifications: the seats of a chapter, who holds them, and which are wanted."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, and_, bindparam, func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.members import SeatState
from chapterdesk.domain.text import clean, fold, matches, plain, sort_key
from chapterdesk.store.people import covers, person_name
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.tables import Classification, Membership, Person
from chapterdesk.store.writing import add, edit


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat and the names of the members who hold it ("" when free)."""

    id: int
    name: str
    state: SeatState
    holder: str


@cache
def _seats() -> Select[*tuple[Any, ...]]:
    on: Any = bindparam("on", type_=Date)
    return (
        select(*columns(SeatRow, Classification, holder=func.coalesce(person_name(), "")))
        .outerjoin(Membership, and_(Membership.classification_id == Classification.id, covers(on)))
        .outerjoin(Person, Person.id == Membership.person_id)
        .order_by(Classification.id, Membership.id)
    )


def seats(session: Session, chapter_id: int, on: dt.date) -> list[SeatRow]:
    """All seats of the chapter with their holders on a day, by name."""
    found: dict[int, SeatRow] = {}
    for row in fetch(session, _seats().where(Classification.chapter_id == chapter_id), SeatRow, {"on": on}):
        known = found.get(row.id)
        found[row.id] = row if known is None else replace(known, holder=f"{known.holder}, {row.holder}")
    return sorted(found.values(), key=lambda row: sort_key(row.name))


def find_seats(session: Session, chapter_id: int, on: dt.date, query: str) -> list[SeatRow]:
    """The seats whose name or holders have all words of a query: first those wanted, then those nobody holds."""
    rows = sorted(seats(session, chapter_id, on), key=lambda row: (row.state is not SeatState.WANTED, bool(row.holder)))
    return [row for row in rows if matches(query, plain(f"{row.name} {row.holder}"))]


def seat_id(session: Session, chapter_id: int, name: str) -> int | None:
    """The id of the seat of that name, made when there is none yet; None for an empty name."""
    name = clean(name)
    if not name:
        return None
    query = select(Classification.id, Classification.name).where(Classification.chapter_id == chapter_id)
    for row in session.execute(query):
        if fold(row.name) == fold(name):
            return int(row.id)
    return add(session, Classification, chapter_id=chapter_id, name=name)


def set_wanted(session: Session, classification_id: int, *, wanted: bool) -> None:
    """Say whether a member for this seat is being looked for."""
    edit(session, Classification, classification_id, {"state": SeatState.WANTED if wanted else SeatState.OPEN})
