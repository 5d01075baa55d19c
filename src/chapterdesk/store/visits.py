"""Visits: who was or is expected at a meeting without being a member, what comes next, and the lists of visits."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, delete, exists, func, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_, full_name, matches, plain
from chapterdesk.domain.visits import GUESTS, MANY_VISITS, VisitKind, VisitOutcome
from chapterdesk.store.meetings import MeetingRow, begin, meeting, meetings
from chapterdesk.store.members import add_member
from chapterdesk.store.people import add_person, person_name
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.tables import Meeting, Membership, Person, Visit
from chapterdesk.store.writing import add, edit

Inviter = aliased(Person)


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit with its person. `visit_count`: attended visits to the chapter up to this one's day, it included."""

    id: int
    uid: str
    meeting_id: int
    date: dt.date
    person_id: int
    first_name: str
    last_name: str
    company: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    inviter_id: int | None
    inviter: str
    kind: VisitKind
    attended: bool
    outcome: VisitOutcome
    next_contact: dt.date | None
    note: str
    visit_count: int
    is_member: bool

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)


@cache
def _visits(chapter_id: int) -> Select[*tuple[Any, ...]]:
    earlier_visit, earlier = aliased(Visit), aliased(Meeting)
    count = (
        select(func.count(earlier_visit.meeting_id.distinct()))
        .select_from(earlier_visit)
        .join(earlier, earlier.id == earlier_visit.meeting_id)
        .where(
            earlier_visit.person_id == Visit.person_id,
            earlier_visit.attended,
            earlier.chapter_id == chapter_id,
            earlier.date <= Meeting.date,
        )
        .correlate(Visit, Meeting)
        .scalar_subquery()
    )
    is_member = exists().where(
        Membership.person_id == Visit.person_id,
        Membership.chapter_id == chapter_id,
        Membership.end.is_(None),
        Membership.status != Status.APPLICANT,
    )
    return (
        select(
            *columns(
                VisitRow,
                Visit,
                date=Meeting.date,
                first_name=Person.first_name,
                last_name=Person.last_name,
                company=Person.company,
                phones=Person.phones,
                emails=Person.emails,
                inviter=func.coalesce(person_name(Inviter), ""),
                visit_count=count,
                is_member=is_member,
            )
        )
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .join(Person, Person.id == Visit.person_id)
        .outerjoin(Inviter, Inviter.id == Visit.inviter_id)
        .where(Meeting.chapter_id == chapter_id)
        .order_by(Meeting.date, Meeting.sequence, Visit.id)
    )


def visits(session: Session, chapter_id: int, period: Period | None = None) -> list[VisitRow]:
    """All visits to a chapter, or those of a period, expected ones too, by date; none of meetings called off."""
    query = _visits(chapter_id).where(Meeting.status.not_in(OFF))
    if period is not None:
        query = query.where(Meeting.date.between(period.first, period.last))
    return fetch(session, query, VisitRow)


def visits_of(session: Session, meeting_id: int) -> list[VisitRow]:
    """All visits of one meeting, in the order in which they were entered."""
    row = meeting(session, meeting_id)
    return fetch(session, _visits(row.chapter_id).where(Visit.meeting_id == meeting_id), VisitRow)


def expected(session: Session, meeting_id: int) -> list[VisitRow]:
    """The visitors of a meeting who have not arrived (yet)."""
    return [row for row in visits_of(session, meeting_id) if not row.attended]


def usual_kind(session: Session, chapter_id: int, person_id: int, date: dt.date) -> VisitKind:
    """First visit, or repeat when the person attended as a guest before the day."""
    query = (
        select(Visit.id)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(
            Visit.person_id == person_id,
            Visit.attended,
            Meeting.chapter_id == chapter_id,
            Meeting.date < date,
            Meeting.status.in_(COUNTING),
        )
    )
    return VisitKind.FIRST if session.execute(query.limit(1)).first() is None else VisitKind.REPEAT


def add_visit(
    session: Session,
    meeting_id: int,
    *,
    person_id: int | None = None,
    first_name: str = "",
    last_name: str = "",
    company: str = "",
    phones: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    inviter_id: int | None = None,
    kind: VisitKind | None = None,
    attended: bool = False,
    note: str = "",
) -> int:
    """Put a visitor (known, or new by name) on a meeting and return the visit's id.

    Without a kind it is a first or a repeat visit, as the person's history says. Also a completed meeting takes a
    visit: it counts on its own date (rule 6). Raises ChapterError when the person is on that meeting already, or came
    to one that was called off.
    """
    row = meeting(session, meeting_id)
    if person_id is None:
        person_id = add_person(
            session, first_name=first_name, last_name=last_name, company=company, phones=phones, emails=emails
        )
    for known in visits_of(session, meeting_id):
        if known.person_id == person_id:
            raise ChapterError(N_("{name} already is a visitor of this meeting"), name=known.name)
    if attended:
        _arrive(session, row)
    return add(
        session,
        Visit,
        meeting_id=meeting_id,
        person_id=person_id,
        inviter_id=inviter_id,
        kind=kind or usual_kind(session, row.chapter_id, person_id, row.date),
        attended=attended,
        note=note,
    )


def edit_visit(session: Session, visit_id: int, **fields: Any) -> None:
    """Change fields of a visit; an arrival begins a planned meeting, and is refused by one that was called off."""
    edit(session, Visit, visit_id, fields)
    if fields.get("attended"):
        meeting_id = session.execute(select(Visit.meeting_id).where(Visit.id == visit_id)).scalar_one()
        _arrive(session, meeting(session, meeting_id))


def _arrive(session: Session, row: MeetingRow) -> None:
    """An arrival begins a planned meeting; nobody comes to one that was called off."""
    if row.status in OFF:
        raise ChapterError(N_("The meeting of {date} was called off; plan it again first"), date=row.date)
    begin(session, row)


def remove_visit(session: Session, visit_id: int) -> None:
    """Take a visit away; the person stays."""
    session.execute(delete(Visit).where(Visit.id == visit_id))


def make_member(session: Session, visit_id: int, start: dt.date, classification: str = "") -> int:
    """Make the visitor a member from `start` on, sponsored by who invited; returns the membership's id."""
    row = session.execute(
        select(Visit.person_id, Visit.inviter_id, Meeting.chapter_id)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(Visit.id == visit_id)
    ).first()
    if row is None:
        raise ChapterError(N_("This visit is no longer there; it may have been undone"))
    edit(session, Visit, visit_id, {"outcome": VisitOutcome.JOINED, "next_contact": None})
    return add_member(
        session,
        row.chapter_id,
        person_id=row.person_id,
        classification=classification,
        start=start,
        sponsor_id=row.inviter_id,
    )


AHEAD = 70
"""Days ahead whose meetings are offered to expect a visitor at."""
_CLOSED = (VisitOutcome.JOINED, VisitOutcome.DECLINED)
"""Outcomes after which nothing more is to be done."""


class ShownVisits(Labelled):
    """What a list of visits can show."""

    ALL = "all", N_("All visits")
    EXPECTED = "expected", N_("Expected")
    CALL = "call", N_("To follow up")
    JOINED = "joined", N_("Became members")


def rows_of(rows: Sequence[VisitRow], shown: ShownVisits, today: dt.date) -> list[VisitRow]:
    """Return the visits of one list, the latest first; of those to follow up the longest due first."""
    if shown is ShownVisits.EXPECTED:
        return [row for row in rows if not row.attended and row.date >= today]
    if shown is ShownVisits.CALL:
        latest = {row.person_id: row for row in rows if _is_waiting(row)}
        return sorted(latest.values(), key=lambda row: (row.next_contact or dt.date.max, -row.date.toordinal()))
    if shown is ShownVisits.JOINED:
        rows = [row for row in rows if row.is_member or row.outcome is VisitOutcome.JOINED]
    return list(rows[::-1])


def is_found(row: VisitRow, query: str) -> bool:
    """Tell whether a visit has all words of a query, in any order, without accents."""
    words = (row.first_name, row.last_name, row.company, row.inviter, row.note, *row.phones, *row.emails)
    return matches(query, plain(" ".join(words)))


def comes_often(row: VisitRow) -> bool:
    """Tell whether somebody who is no member has come so often that it is time to apply (rule 6)."""
    return row.kind in GUESTS and not row.is_member and row.visit_count >= MANY_VISITS


def meetings_ahead(session: Session, chapter_id: int, today: dt.date) -> list[MeetingRow]:
    """Return the meetings from today on that are not called off."""
    ahead = Period(today, today + dt.timedelta(days=AHEAD))
    return [row for row in meetings(session, chapter_id, ahead) if row.status not in OFF]


def _is_waiting(row: VisitRow) -> bool:
    """Tell whether somebody who came is still to be followed up."""
    return row.attended and row.kind in GUESTS and row.outcome not in _CLOSED and not row.is_member
