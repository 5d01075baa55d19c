"""The SQL of what counts: marks, the credits of slips to givers and receivers, and first visits to inviters.

Statements are built once for each shape and filled in with Sources.values: building them costs more than running them.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import CTE

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import COUNTING, counting_kinds
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.domain.visits import GUESTS
from chapterdesk.store.models import Attendance, Meeting, Membership, Slip, Visit
from chapterdesk.store.statistics.sources import from_detail

AnySelect = Select[*tuple[Any, ...]]
CHAPTER: Any = bindparam("chapter")
_COLUMNS = ("kind", "tier", "giver_id", "receiver_id", "giver_side", "receiver_side", "amount", "credits")


@cache
def weeks_of(kind: GroupKind) -> Any:
    """The SQL of "this meeting's codes count as weeks" (rule 1)."""
    kinds = counting_kinds(meets_by_events=kind.meets_by_events)
    return and_(Meeting.status.in_(COUNTING), Meeting.kind.in_(kinds))


@cache
def marks(kind: GroupKind, spans: int) -> AnySelect:
    """Codes by person: person_id, code, how many."""
    return (
        select(Membership.person_id, Attendance.code, func.count())
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .where(Meeting.chapter_id == CHAPTER, weeks_of(kind), from_detail(Meeting.date, spans))
        .group_by(Membership.person_id, Attendance.code)
    )


def _counted_slips(spans: int) -> CTE:
    """Slips with the day on which they count (rule 10); those of planned or called off meetings are not there."""
    columns = [getattr(Slip, name) for name in _COLUMNS]
    at_meetings = (
        select(*columns, Meeting.date.label("day"))
        .join(Meeting, Meeting.id == Slip.meeting_id)
        .where(
            Meeting.chapter_id == CHAPTER,
            Meeting.status.in_(COUNTING),
            from_detail(Meeting.date, spans),
        )
    )
    loose = select(*columns, Slip.date.label("day")).where(
        Slip.chapter_id == CHAPTER, Slip.meeting_id.is_(None), from_detail(Slip.date, spans)
    )
    return union_all(at_meetings, loose).cte("counted")


def _total(condition: Any, value: Any = 1) -> Any:
    return func.coalesce(func.sum(case((condition, value), else_=0)), 0)


@cache
def slip_credits(spans: int) -> AnySelect:
    """Credits of slips to people of this chapter: person_id, side, day (None for a member of that day), 8 figures.

    The figures are RGI, RGO, RRI, RRO, one_to_ones, TYFCB, CEU, T. Both sides of a slip are credited each for
    itself (rules 3 to 5); people of other chapters are left out (rule 17).
    """
    slip = _counted_slips(spans)
    giving = select(
        slip, slip.c.giver_id.label("person_id"), slip.c.giver_side.label("side"), literal(1).label("gives")
    )
    taking = select(
        slip, slip.c.receiver_id.label("person_id"), slip.c.receiver_side.label("side"), literal(0).label("gives")
    )
    credit = union_all(
        giving.where(slip.c.giver_side != Side.ELSEWHERE, slip.c.kind != SlipKind.CLOSED_BUSINESS),
        taking.where(slip.c.receiver_side != Side.ELSEWHERE, slip.c.kind != SlipKind.EDUCATION),
    ).subquery("credit")
    kind, gives = credit.c.kind, credit.c.gives == 1
    outside = credit.c.tier == Tier.OUTSIDE
    inside = or_(credit.c.tier.is_(None), credit.c.tier == Tier.INSIDE)
    referral = kind == SlipKind.REFERRAL
    day = case((Membership.id.is_(None), credit.c.day), else_=None).label("day")
    covers = and_(
        Membership.chapter_id == CHAPTER,
        Membership.person_id == credit.c.person_id,
        Membership.status != Status.APPLICANT,
        or_(Membership.start.is_(None), Membership.start <= credit.c.day),
        or_(Membership.end.is_(None), Membership.end >= credit.c.day),
    )
    return (
        select(
            credit.c.person_id,
            credit.c.side,
            day,
            _total(and_(referral, gives, inside)),
            _total(and_(referral, gives, outside)),
            _total(and_(referral, ~gives, inside)),
            _total(and_(referral, ~gives, outside)),
            _total(kind == SlipKind.ONE_TO_ONE),
            _total(kind == SlipKind.CLOSED_BUSINESS, credit.c.amount),
            _total(kind == SlipKind.EDUCATION, credit.c.credits),
            _total(and_(kind == SlipKind.TESTIMONIAL, gives)),
        )
        .select_from(credit)
        .outerjoin(Membership, covers)
        .group_by(credit.c.person_id, credit.c.side, day)
    )


def first_visits() -> AnySelect:
    """First attended visits ever, of people who had not been members (rule 6): visit, person, inviter, day.

    Only guests' visits earn and use up the credit: substitutes, observers and people of other chapters do neither.
    """
    earlier_visit, earlier = aliased(Visit), aliased(Meeting)
    before = exists().where(
        earlier_visit.person_id == Visit.person_id,
        earlier_visit.attended,
        earlier_visit.kind.in_(GUESTS),
        earlier.id == earlier_visit.meeting_id,
        earlier.chapter_id == CHAPTER,
        earlier.status.in_(COUNTING),
        or_(
            earlier.date < Meeting.date,
            and_(earlier.date == Meeting.date, earlier.sequence < Meeting.sequence),
        ),
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
