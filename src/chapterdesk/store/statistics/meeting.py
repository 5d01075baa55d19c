"""The figures of single meetings: one for the meeting screen and its sheet, many for charts."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import MarkCounts
from chapterdesk.domain.meetings import COUNTING, MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import KINDS
from chapterdesk.domain.visits import GUESTS
from chapterdesk.store.roll import on_the_roll
from chapterdesk.store.statistics.credits import summed
from chapterdesk.store.tables import Attendance, Meeting, Slip, Visit


@dataclass(frozen=True, slots=True)
class MeetingTotals:
    """What a meeting brought: marks, numbers of slips, closed business in minor units, credits of education.

    `visitors` are the guests who came; `members` how many are on the roll (0 where it was not asked for).
    """

    marks: MarkCounts = field(default_factory=MarkCounts)
    inside: int = 0
    outside: int = 0
    one_to_ones: int = 0
    closed_business: int = 0
    education: int = 0
    testimonials: int = 0
    introductions: int = 0
    visitors: int = 0
    members: int = 0

    @property
    def referrals(self) -> int:
        """Referrals of both tiers."""
        return self.inside + self.outside


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """A meeting that took place, with its totals."""

    meeting_id: int
    date: dt.date
    kind: MeetingKind
    status: MeetingStatus
    totals: MeetingTotals


def meeting_totals(session: Session, meeting_id: int, *, count_members: bool = True) -> MeetingTotals:
    """Count one meeting, whatever its state; who has its roll beside needs no `members`."""
    members = {meeting_id: on_the_roll(session, meeting_id)} if count_members else {}
    return _totals(session, [meeting_id], members)[meeting_id]


def by_meeting(session: Session, chapter_id: int, period: Period) -> list[MeetingFigures]:
    """Count every meeting of a period that took place, by date; also those inside imported totals."""
    found = session.execute(
        select(Meeting.id, Meeting.date, Meeting.kind, Meeting.status)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date.between(period.first, period.last),
            Meeting.status.in_(COUNTING),
        )
        .order_by(Meeting.date, Meeting.sequence)
    ).all()
    totals = _totals(session, [row.id for row in found], {})
    return [MeetingFigures(row.id, row.date, row.kind, row.status, totals[row.id]) for row in found]


_IDS: Any = bindparam("ids", expanding=True)
# Built once: building a statement costs more than running it.
_CODES: Select[*tuple[Any, ...]] = (
    select(Attendance.meeting_id, Attendance.code, func.count().label("number"))
    .where(Attendance.meeting_id.in_(_IDS))
    .group_by(Attendance.meeting_id, Attendance.code)
)
_SLIPS: Select[*tuple[Any, ...]] = (
    select(
        Slip.meeting_id,
        Slip.kind,
        Slip.tier,
        func.count().label("number"),
        summed(Slip.amount).label("amount"),
        summed(Slip.credits).label("credits"),
    )
    .where(Slip.meeting_id.in_(_IDS))
    .group_by(Slip.meeting_id, Slip.kind, Slip.tier)
)
_GUESTS: Select[*tuple[Any, ...]] = (
    select(Visit.meeting_id, func.count(Visit.person_id.distinct()).label("number"))
    .where(Visit.meeting_id.in_(_IDS), Visit.attended, Visit.kind.in_(GUESTS))
    .group_by(Visit.meeting_id)
)


def _totals(session: Session, ids: list[int], members: dict[int, int]) -> dict[int, MeetingTotals]:
    marks: dict[int, dict[str, int]] = defaultdict(dict)
    figures: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in session.execute(_CODES, {"ids": ids}):
        marks[row.meeting_id][row.code.value] = row.number
    for slip in session.execute(_SLIPS, {"ids": ids}):
        definition = KINDS[slip.kind]
        figures[slip.meeting_id][definition.total(slip.tier)] += getattr(slip, definition.measure or "number")
    for came in session.execute(_GUESTS, {"ids": ids}):
        figures[came.meeting_id]["visitors"] = came.number
    return {
        meeting_id: MeetingTotals(
            MarkCounts(**marks[meeting_id]), members=members.get(meeting_id, 0), **figures[meeting_id]
        )
        for meeting_id in ids
    }
