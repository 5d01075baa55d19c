"""The SQL of what counts: marks, the credits of slips to givers and receivers, and first visits to inviters.

Statements are built once for each shape and filled in with Sources.values: building them costs more than running them.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import COUNTING, counting_kinds
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import KINDS, Side
from chapterdesk.domain.visits import GUESTS
from chapterdesk.store.people import covers
from chapterdesk.store.statistics.sources import from_detail
from chapterdesk.store.tables import Attendance, Meeting, Membership, Slip, Visit

AnySelect = Select[*tuple[Any, ...]]
CHAPTER: Any = bindparam("chapter")
STEADY: Any = bindparam("steady", expanding=True)


@cache
def weeks_of(kind: GroupKind) -> Any:
    """The SQL of "this meeting's codes count as weeks" (rule 1)."""
    kinds = counting_kinds(meets_by_events=kind.meets_by_events)
    return and_(Meeting.status.in_(COUNTING), Meeting.kind.in_(kinds))


def summed(column: Any) -> ColumnElement[int]:
    """Return the SQL of a sum: 0 of nothing, and a whole number where a database would make a decimal one of it."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


@cache
def marks(kind: GroupKind, spans: int) -> AnySelect:
    """Codes by person: person_id, code, day (None when the membership covers it, rule 11), how many."""
    found = (
        select(
            Membership.person_id,
            Attendance.code,
            case((covers(Meeting.date), None), else_=Meeting.date).label("day"),
        )
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .where(Meeting.chapter_id == CHAPTER, weeks_of(kind), from_detail(Meeting.date, spans))
        .subquery()
    )
    by = (found.c.person_id, found.c.code, found.c.day)
    return select(*by, func.count().label("number")).group_by(*by)


@cache
def slip_credits(spans: int, *, gives: bool) -> CompoundSelect[*tuple[Any, ...]]:
    """Slips by those who give them, or receive them: person_id, side, day, kind, tier, number, sums of amount, credits.

    Both sides of a slip are credited each for itself (rules 3 to 5); people of other chapters are left out (rule 17).
    The day is None for a member of that day, and for the people named in STEADY, which saves looking.
    """
    at_meetings = (
        _credited(Meeting.date, spans, gives=gives)
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(Meeting.chapter_id == CHAPTER, Meeting.status.in_(COUNTING))
    )
    loose = _credited(Slip.date, spans, gives=gives).where(Slip.chapter_id == CHAPTER, Slip.meeting_id.is_(None))
    return union_all(*map(_added_up, (at_meetings, loose)))


def _credited(day: Any, spans: int, *, gives: bool) -> AnySelect:
    person, side = (Slip.giver_id, Slip.giver_side) if gives else (Slip.receiver_id, Slip.receiver_side)
    role = "giver" if gives else "receiver"
    nothing = [kind for kind, definition in KINDS.items() if definition.credit(role, None) is None]
    member = exists().where(Membership.chapter_id == CHAPTER, Membership.person_id == person, covers(day))
    return select(
        person.label("person_id"),
        side.label("side"),
        case((person.in_(STEADY), None), (member, None), else_=day).label("day"),
        Slip.kind,
        Slip.tier,
        Slip.amount,
        Slip.credits,
    ).where(side != Side.ELSEWHERE, Slip.kind.not_in(nothing), from_detail(day, spans))


def _added_up(slips: AnySelect) -> AnySelect:
    found = slips.subquery()  # what is grouped by is labelled: not every database takes a CASE with parameters there
    by = (found.c.person_id, found.c.side, found.c.day, found.c.kind, found.c.tier)
    sums = (summed(found.c.amount).label("amount"), summed(found.c.credits).label("credits"))
    return select(*by, func.count().label("number"), *sums).group_by(*by)


def figure(slips: Any, *, gives: bool) -> tuple[str, int]:
    """Return which figure a row of `slip_credits` is credited as to that side, and how much."""
    definition = KINDS[slips.kind]
    metric = definition.credit("giver" if gives else "receiver", slips.tier)
    return str(metric), getattr(slips, definition.measure or "number")


def first_visits() -> AnySelect:
    """First attended visits ever, of people who had not been members (rule 6): visit, person, inviter, day.

    Only guests' visits earn and use up the credit: substitutes, observers and people of other chapters do neither.
    """
    earlier_visit, earlier = aliased(Visit), aliased(Meeting)
    # Read through the visit's own meeting: left to itself, SQLite reads all the meetings before this one.
    earlier_meeting = (
        exists()
        .correlate(earlier_visit, Meeting, Visit)
        .where(
            earlier.id == earlier_visit.meeting_id,
            earlier.chapter_id == CHAPTER,
            earlier.status.in_(COUNTING),
            or_(
                earlier.date < Meeting.date,
                and_(earlier.date == Meeting.date, earlier.sequence < Meeting.sequence),
                and_(earlier.id == Meeting.id, earlier_visit.id < Visit.id),  # a file may name a visitor twice
            ),
        )
    )
    before = exists().where(
        earlier_visit.person_id == Visit.person_id,
        earlier_visit.attended,
        earlier_visit.kind.in_(GUESTS),
        earlier_meeting,
    )
    had_been_member = exists().where(
        Membership.person_id == Visit.person_id,
        Membership.chapter_id == CHAPTER,
        Membership.status != Status.APPLICANT,
        or_(Membership.start.is_(None), Membership.start <= Meeting.date),
    )
    return (
        select(Visit.id, Visit.person_id, Visit.inviter_id, Meeting.date)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(
            Meeting.chapter_id == CHAPTER,
            Meeting.status.in_(COUNTING),
            Visit.attended,
            Visit.kind.in_(GUESTS),
            ~before,
            ~had_been_member,
        )
    )


@cache
def visitor_credits(spans: int) -> AnySelect:
    """First visits of the period whose inviter is known: inviter_id, day."""
    found = first_visits().where(Visit.inviter_id.is_not(None), from_detail(Meeting.date, spans))
    return found.with_only_columns(Visit.inviter_id, Meeting.date)
