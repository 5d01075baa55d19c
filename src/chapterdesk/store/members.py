"""Members: who belongs to a chapter on a day, how memberships begin, change and end (rule 11), the lists of members."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.members import LEFT, Status
from chapterdesk.domain.text import N_, fold, full_name, matches, plain, sort_key
from chapterdesk.store.people import add_person, covers, person, person_name
from chapterdesk.store.roles import role_terms
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.seats import seat_id
from chapterdesk.store.tables import Classification, Membership, Person
from chapterdesk.store.writing import add, edit

RENEWAL_DAYS = 30
"""How many days before it is due a renewal is shown."""
Sponsor = aliased(Person)
Mentor = aliased(Person)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A membership with its person. Roles are those of the day asked for; start None means always."""

    membership_id: int
    person_id: int
    uid: str  # the membership's
    first_name: str
    last_name: str
    company: str
    classification: str
    status: Status
    start: dt.date | None
    end: dt.date | None
    end_reason: str
    renewal_due: dt.date | None
    sponsor_id: int | None
    sponsor: str
    mentor_id: int | None
    mentor: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    roles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)


@cache
def _memberships() -> Select[*tuple[Any, ...]]:
    return (
        select(
            *columns(
                MemberRow,
                Membership,
                membership_id=Membership.id,
                first_name=Person.first_name,
                last_name=Person.last_name,
                company=Person.company,
                classification=func.coalesce(Classification.name, ""),
                sponsor=func.coalesce(person_name(Sponsor), ""),
                mentor=func.coalesce(person_name(Mentor), ""),
                phones=Person.phones,
                emails=Person.emails,
            )
        )
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(Classification, Classification.id == Membership.classification_id)
        .outerjoin(Sponsor, Sponsor.id == Membership.sponsor_id)
        .outerjoin(Mentor, Mentor.id == Membership.mentor_id)
    )


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[MemberRow]:
    rows = fetch(session, query, MemberRow)
    rows.sort(key=lambda row: (sort_key(row.last_name), sort_key(row.first_name), row.membership_id))
    return rows


def members(session: Session, chapter_id: int, on: dt.date) -> list[MemberRow]:
    """The members of the chapter on a day, by surname; people on leave are members, applicants are not yet."""
    held = defaultdict(list)
    for term in role_terms(session, chapter_id, on):
        held[term.person_id].append(term.role)
    found = _rows(session, _memberships().where(Membership.chapter_id == chapter_id, covers(on)))
    return [replace(row, roles=tuple(held[row.person_id])) if row.person_id in held else row for row in found]


def former_members(session: Session, chapter_id: int, on: dt.date) -> list[MemberRow]:
    """The last membership of everybody who was a member before the day but not on it, by surname.

    Erased people are left out.
    """
    current = select(Membership.person_id).where(Membership.chapter_id == chapter_id, covers(on))
    query = _memberships().where(
        Membership.chapter_id == chapter_id,
        Membership.end < on,
        Membership.person_id.not_in(current),
        Person.erased.is_(None),
    )
    last: dict[int, MemberRow] = {}
    for row in _rows(session, query):
        known = last.get(row.person_id)
        if known is None or (row.end or on) > (known.end or on):
            last[row.person_id] = row
    return list(last.values())


def applicants(session: Session, chapter_id: int) -> list[MemberRow]:
    """Everybody who has applied and is not yet a member, by surname."""
    return _rows(
        session, _memberships().where(Membership.chapter_id == chapter_id, Membership.status == Status.APPLICANT)
    )


def member(session: Session, membership_id: int) -> MemberRow:
    """The membership of an id; raises ChapterError when gone."""
    rows = _rows(session, _memberships().where(Membership.id == membership_id))
    if not rows:
        raise ChapterError(N_("This membership is no longer there; it may have been undone"))
    return rows[0]


def memberships(session: Session, chapter_id: int, person_id: int) -> list[MemberRow]:
    """All memberships of a person in a chapter, the latest first."""
    rows = _rows(session, _memberships().where(Membership.chapter_id == chapter_id, Membership.person_id == person_id))
    return sorted(rows, key=lambda row: row.start or dt.date.min, reverse=True)


def add_member(
    session: Session,
    chapter_id: int,
    *,
    person_id: int | None = None,
    first_name: str = "",
    last_name: str = "",
    company: str = "",
    phones: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    classification: str = "",
    start: dt.date | None = None,
    sponsor_id: int | None = None,
    renewal_due: dt.date | None = None,
    status: Status = Status.ACTIVE,
) -> int:
    """Make a person (known, or new by name) a member from `start` on and return the membership's id.

    Raises ChapterError when the name is missing, or when the person is a member at that time already.
    """
    if person_id is None:
        person_id = add_person(
            session, first_name=first_name, last_name=last_name, company=company, phones=phones, emails=emails
        )
    refuse_overlap(session, chapter_id, person_id, start, None)
    return add(
        session,
        Membership,
        chapter_id=chapter_id,
        person_id=person_id,
        classification_id=seat_id(session, chapter_id, classification),
        sponsor_id=sponsor_id,
        start=start,
        renewal_due=renewal_due,
        status=status,
    )


def edit_membership(session: Session, membership_id: int, **fields: Any) -> None:
    """Change fields of a membership; `classification` is a name, and its seat is made when it is new."""
    now = member(session, membership_id)
    chapter_id = _chapter_of(session, membership_id)
    if "classification" in fields:
        fields["classification_id"] = seat_id(session, chapter_id, fields.pop("classification"))
    if {"start", "end"} & fields.keys():
        start, end = fields.get("start", now.start), fields.get("end", now.end)
        if start and end and end < start:
            raise ChapterError(N_("The membership would end before it begins; change one of the days"))
        refuse_overlap(session, chapter_id, now.person_id, start, end, but=membership_id)
    edit(session, Membership, membership_id, fields)


def leave(
    session: Session, membership_id: int, end: dt.date, reason: str = "", status: Status = Status.RESIGNED
) -> None:
    """End a membership on a day, its last; history stays in the totals as "Not listed" (rule 11)."""
    if status not in LEFT:
        raise ChapterError(N_("Choose how the membership ended: resigned, dropped or transferred"))
    edit_membership(session, membership_id, end=end, end_reason=reason, status=status)


def seat_conflicts(
    session: Session, chapter_id: int, classification: str, on: dt.date, except_membership: int | None = None
) -> list[MemberRow]:
    """The members who already hold that seat on the day, for the warning where seats are exclusive."""
    if not fold(classification):
        return []
    return [
        row
        for row in members(session, chapter_id, on)
        if fold(row.classification) == fold(classification) and row.membership_id != except_membership
    ]


def _chapter_of(session: Session, membership_id: int) -> int:
    return int(session.execute(select(Membership.chapter_id).where(Membership.id == membership_id)).scalar_one())


def refuse_overlap(
    session: Session,
    chapter_id: int,
    person_id: int,
    start: dt.date | None,
    end: dt.date | None,
    but: int | None = None,
) -> None:
    """Raise ChapterError when the days would overlap another membership of the person in this chapter."""
    query = select(Membership.id).where(
        Membership.chapter_id == chapter_id,
        Membership.person_id == person_id,
        Membership.id != (but or 0),
        or_(Membership.end.is_(None), Membership.end >= (start or dt.date.min)),
        or_(Membership.start.is_(None), Membership.start <= (end or dt.date.max)),
    )
    if session.execute(query).first() is not None:
        raise ChapterError(
            N_("{name} is a member at that time already; end that membership first"),
            name=person(session, person_id).name,
        )


class ShownMembers(Labelled):
    """What a list of members can show."""

    MEMBERS = "members", N_("Members")
    LEAVE = "leave", N_("On leave")
    RENEWAL = "renewal", N_("Renewal pending")
    ROLES = "roles", N_("With a role")
    APPLICANTS = "applicants", N_("Applicants")
    FORMER = "former", N_("Former members")
    SEATS = "seats", N_("Seats, wanted and held")


@dataclass(frozen=True, slots=True)
class MemberLists:
    """Everybody of a chapter on a day: those who belong, those who did, those who would."""

    today: dt.date
    members: tuple[MemberRow, ...] = ()
    former: tuple[MemberRow, ...] = ()
    applicants: tuple[MemberRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody belongs, did or would."""
        return not (self.members or self.former or self.applicants)

    @property
    def on_leave(self) -> int:
        """How many members are on leave."""
        return len(self._of(ShownMembers.LEAVE))

    def find(self, shown: ShownMembers, query: str) -> list[MemberRow]:
        """Return those of one list that have all words of a query, in any order, without accents."""
        return [row for row in self._of(shown) if matches(query, _words(row))]

    def _of(self, shown: ShownMembers) -> list[MemberRow]:
        match shown:
            case ShownMembers.MEMBERS:
                return [*self.members]
            case ShownMembers.FORMER:
                return [*self.former]
            case ShownMembers.APPLICANTS:
                return [*self.applicants]
            case ShownMembers.LEAVE:
                return [row for row in self.members if row.status is Status.LEAVE]
            case ShownMembers.RENEWAL:
                until = self.today + dt.timedelta(days=RENEWAL_DAYS)
                due = (Status.RENEWAL_DUE, Status.LATE)
                return [row for row in self.members if row.status in due or (row.renewal_due or dt.date.max) <= until]
            case ShownMembers.ROLES:
                return [row for row in self.members if row.roles]
            case _:
                return []


def member_lists(session: Session, chapter_id: int, today: dt.date) -> MemberLists:
    """Read everybody of a chapter on a day."""
    return MemberLists(
        today,
        tuple(members(session, chapter_id, today)),
        tuple(former_members(session, chapter_id, today)),
        tuple(applicants(session, chapter_id)),
    )


def _words(row: MemberRow) -> str:
    words = (row.first_name, row.last_name, row.company, row.classification, *row.phones, *row.emails, *row.roles)
    return plain(" ".join(words))
