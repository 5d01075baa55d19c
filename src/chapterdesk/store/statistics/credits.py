"""The SQL of what counts: marks, the credits of slips to givers and receivers, and first visits to inviters.

Statements are built once for each shape and filled in with Sources.values: building them costs more than running them.
"""

from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, and_, bindparam, case, exists, func, or_, select, union_all
from sqlalchemy.orm import aliased

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import COUNTING, counting_kinds
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import KINDS, Side, SlipKind, Tier
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


@cache
def marks(kind: GroupKind, spans: int) -> AnySelect:
    """Codes by person: person_id, code, day (None when the membership covers it, rule 11), how many."""
    day = case((covers(Meeting.date), None), else_=Meeting.date)
    return (
        select(Membership.person_id, Attendance.code, day, func.count())
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .where(Meeting.chapter_id == CHAPTER, weeks_of(kind), from_detail(Meeting.date, spans))
        .group_by(Membership.person_id, Attendance.code, day)
    )


@cache
def slip_credits(spans: int, *, gives: bool) -> CompoundSelect[*tuple[Any, ...]]:
    """Slips by those who give them, or receive them: person_id, side, day, kind, tier, number, sums of amount, credits.

    Both sides of a slip are credited each for itself (rules 3 to 5); people of other chapters are left out (rule 17).
    The day is None for a member of that day, and for the people named in STEADY, which saves looking.
    """
    at_meetings = _credits(Meeting.date, gives=gives).join(Meeting, Meeting.id == Slip.meeting_id)
    at_meetings = at_meetings.where(
        Meeting.chapter_id == CHAPTER, Meeting.status.in_(COUNTING), from_detail(Meeting.date, spans)
    )
    loose = _credits(Slip.date, gives=gives).where(
        Slip.chapter_id == CHAPTER, Slip.meeting_id.is_(None), from_detail(Slip.date, spans)
    )
    return union_all(at_meetings, loose)


def _credits(day: Any, *, gives: bool) -> AnySelect:
    person, side = (Slip.giver_id, Slip.giver_side) if gives else (Slip.receiver_id, Slip.receiver_side)
    role = "giver" if gives else "receiver"
    nothing = [kind for kind, definition in KINDS.items() if definition.credit(role, None) is None]
    member = exists().where(
        Membership.chapter_id == CHAPTER,
        Membership.person_id == person,
        Membership.status != Status.APPLICANT,
        or_(Membership.start.is_(None), Membership.start <= day),
        or_(Membership.end.is_(None), Membership.end >= day),
    )
    by = (person, side, case((person.in_(STEADY), None), (member, None), else_=day), Slip.kind, Slip.tier)
    return (
        select(*by, func.count(), func.sum(Slip.amount), func.sum(Slip.credits))
        .where(side != Side.ELSEWHERE, Slip.kind.not_in(nothing))
        .group_by(*by)
    )


def figure(
    kind: SlipKind, tier: Tier | None, count: int, amount: int | None, credits_: int | None, *, gives: bool
) -> tuple[str, int]:
    """Return which figure slips of a kind are credited as to one side of them, and how much."""
    definition = KINDS[kind]
    metric = definition.credit("giver" if gives else "receiver", tier)
    measured = {"": count, "amount": amount or 0, "credits": credits_ or 0}
    return str(metric), measured[definition.measure]


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
