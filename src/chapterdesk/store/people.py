"""People: one record for life, whatever they are to a chapter."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, exists, func, or_, select
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Standing, Status
from chapterdesk.domain.names import NameIndex
from chapterdesk.domain.person_search import fit
from chapterdesk.domain.text import N_, clean, fold, full_name, matches, plain, sort_key
from chapterdesk.store.rows import columns, fetch, fetch_first
from chapterdesk.store.tables import Classification, Consent, Meeting, Membership, Person, Photo, Visit
from chapterdesk.store.writing import add, edit, lines

_OFFERED = (Standing.MEMBER, Standing.VISITOR, Standing.FORMER, Standing.OTHER)
"""Who is offered before whom, of those who fit alike."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person. The first phone and e-mail are the main ones."""

    id: int
    uid: str
    first_name: str
    last_name: str
    company: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    website: str
    address: str
    notes: str

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class NameRow:
    """A person as type-ahead needs them; `plain` is what a query is matched with."""

    person_id: int
    first_name: str
    last_name: str
    company: str
    classification: str
    standing: Standing
    plain: str

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a person has agreed to; withdrawn_on None while it holds."""

    id: int
    purpose: str
    given_on: dt.date
    withdrawn_on: dt.date | None
    note: str


def person_name(table: Any = Person) -> ColumnElement[str]:
    """The SQL of a person's full name, for reads that only show it; NULL without a person."""
    return func.trim(table.first_name + " " + table.last_name)


def covers(day: Any) -> ColumnElement[bool]:
    """The SQL of "this membership covers the day" (rule 11); an applicant is no member yet."""
    return and_(
        Membership.status != Status.APPLICANT,
        or_(Membership.start.is_(None), Membership.start <= day),
        or_(Membership.end.is_(None), Membership.end >= day),
    )


def person(session: Session, person_id: int) -> PersonRow:
    """The person of an id; raises ChapterError when gone."""
    row = fetch_first(session, select(*columns(PersonRow, Person)).where(Person.id == person_id), PersonRow)
    if row is None:
        raise ChapterError(N_("This person is no longer in the file; the entry may have been undone"))
    return row


def add_person(
    session: Session,
    *,
    first_name: str = "",
    last_name: str = "",
    company: str = "",
    phones: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    website: str = "",
    address: str = "",
    notes: str = "",
) -> int:
    """Add a person and return the id; raises ChapterError without a name."""
    _check_name(first_name, last_name)
    return add(
        session,
        Person,
        first_name=first_name,
        last_name=last_name,
        company=company,
        phones=phones,
        emails=emails,
        website=website,
        address=address,
        notes=notes,
    )


def edit_person(session: Session, person_id: int, **fields: Any) -> None:
    """Change fields of a person; raises ChapterError when no name would be left."""
    if {"first_name", "last_name"} & fields.keys():
        now = person(session, person_id)
        _check_name(fields.get("first_name", now.first_name), fields.get("last_name", now.last_name))
    edit(session, Person, person_id, fields)


def _check_name(first_name: str, last_name: str) -> None:
    if not clean(first_name) and not clean(last_name):
        raise ChapterError(N_("The name is missing; type a first or a last name"))


def split_name(text: str) -> tuple[str, str]:
    """Split a name typed in one line: the first word is the first name, or all that follows a comma."""
    last, comma, first = text.partition(",")
    if comma:
        return clean(first), clean(last)
    first, _, last = clean(text).partition(" ")
    return first, last.strip()


def names(session: Session, chapter_id: int, on: dt.date) -> list[NameRow]:
    """Everybody in the file for type-ahead: members of the chapter on the day first, then former, visitors, others.

    Erased people are left out.
    """
    mine = and_(Membership.person_id == Person.id, Membership.chapter_id == chapter_id)
    visited = exists().where(
        Visit.person_id == Person.id, Visit.meeting_id == Meeting.id, Meeting.chapter_id == chapter_id
    )
    standing = case(
        (exists().where(mine, covers(on)), Standing.MEMBER.value),
        (exists().where(mine, Membership.status != Status.APPLICANT), Standing.FORMER.value),
        (visited, Standing.VISITOR.value),
        else_=Standing.OTHER.value,
    )
    seat = (
        select(Classification.name)
        .join(Membership, Membership.classification_id == Classification.id)
        .where(mine, covers(on))
        .order_by(Membership.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    query = select(
        Person.id,
        Person.first_name,
        Person.last_name,
        Person.company,
        func.coalesce(seat, "").label("seat"),
        standing.label("standing"),
    )
    found = [
        NameRow(
            row.id,
            row.first_name,
            row.last_name,
            row.company,
            row.seat,
            Standing(row.standing),
            plain(f"{row.first_name} {row.last_name} {row.company} {row.seat}"),
        )
        for row in session.execute(query.where(Person.erased.is_(None)).order_by(Person.id))
    ]
    order = list(Standing)
    found.sort(key=lambda row: (order.index(row.standing), sort_key(row.last_name), sort_key(row.first_name)))
    return found


def offered(
    known: Sequence[NameRow],
    query: str,
    *,
    standings: frozenset[Standing] | None = None,
    excluded: frozenset[int] = frozenset(),
) -> list[NameRow]:
    """Return who fits what is typed, best first (see `fit`); of those who fit alike members come before others.

    Matches in first names and first surnames come before later names, then the order of `known` decides.
    `standings` limits who is offered.
    """
    found: list[tuple[tuple[int, int, int, int], NameRow]] = []
    for at, row in enumerate(known):
        if row.person_id in excluded or (standings and row.standing not in standings) or not matches(query, row.plain):
            continue
        fits = fit(query, row.first_name, row.last_name, f"{row.company} {row.classification}")
        if fits is not None:
            found.append(((fits[0], _OFFERED.index(row.standing), fits[1], at), row))
    return [row for _rank, row in sorted(found, key=lambda hit: hit[0])]


def person_named(session: Session, name: str) -> int:
    """Return the id of the only person of a name or an e-mail; raises ChapterError when it is nobody or several.

    The name is compared as in imported files: whole, in either order, never by a part.
    """
    rows = session.execute(
        select(Person.id, Person.first_name, Person.last_name, Person.emails).where(Person.erased.is_(None))
    ).all()
    index = NameIndex((row.id, full_name(row.first_name, row.last_name)) for row in rows)
    found = index.find(name) or tuple(row.id for row in rows if fold(name) in map(fold, lines(row.emails)))
    if not found:
        raise ChapterError(N_("Nobody in the file is called “{name}”; give the whole name, or the e-mail"), name=name)
    if len(found) > 1:
        raise ChapterError(
            N_("{count} people are called “{name}”; give the e-mail instead, or choose the person in the window"),
            count=len(found),
            name=name,
        )
    return found[0]


def photo(session: Session, person_id: int) -> bytes | None:
    """A person's photo (PNG or JPEG), None when there is none."""
    return session.scalar(select(Photo.data).where(Photo.person_id == person_id))


def set_photo(session: Session, person_id: int, data: bytes | None) -> None:
    """Store a photo (PNG or JPEG), or remove it."""
    session.execute(delete(Photo).where(Photo.person_id == person_id))
    if data is not None:
        add(session, Photo, person_id=person_id, digest=hashlib.sha256(data).hexdigest(), data=data)


def consents(session: Session, person_id: int) -> list[ConsentRow]:
    """What a person has agreed to, newest first."""
    query = select(*columns(ConsentRow, Consent)).where(Consent.person_id == person_id)
    return fetch(session, query.order_by(Consent.given_on.desc(), Consent.id), ConsentRow)


def add_consent(session: Session, person_id: int, purpose: str, given_on: dt.date, note: str = "") -> int:
    """Record a consent and return its id."""
    return add(session, Consent, person_id=person_id, purpose=purpose, given_on=given_on, note=note)


def withdraw_consent(session: Session, consent_id: int, on: dt.date | None) -> None:
    """Record the day on which a consent was withdrawn; None: it holds after all."""
    edit(session, Consent, consent_id, {"withdrawn_on": on})
