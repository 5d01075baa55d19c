"""The summary of a chapter over a period: one row a member, then Not listed, Others, Visitors and Total."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import MarkCounts
from chapterdesk.domain.figures import ACTIVITY, MARKS, RowKind, TotalGroup
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import full_name, sort_key
from chapterdesk.store.people import covers
from chapterdesk.store.statistics import credits as sql
from chapterdesk.store.statistics.sources import Sources, from_detail, sources
from chapterdesk.store.statistics.standings import StandingFigures
from chapterdesk.store.tables import Chapter, Meeting, Membership, PeriodTotalRow, Person

_FIGURES = MARKS + ACTIVITY
_KIND = select(Chapter.kind).where(Chapter.id == sql.CHAPTER)
_NAMES = (
    select(Person.id, Person.first_name, Person.last_name)
    .join(Membership, Membership.person_id == Person.id)
    .where(Membership.chapter_id == sql.CHAPTER, covers(bindparam("last", type_=Date)))
)
_Tally = dict[tuple[RowKind, int | None], dict[str, int]]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One row: whole figures, TYFCB in minor units of the chapter's currency; the two rates are exact or None."""

    row: RowKind
    person_id: int | None = None
    first_name: str = ""
    last_name: str = ""
    P: int = 0
    A: int = 0
    L: int = 0
    M: int = 0
    S: int = 0
    RGI: int = 0
    RGO: int = 0
    RRI: int = 0
    RRO: int = 0
    V: int = 0
    one_to_ones: int = 0
    TYFCB: int = 0
    CEU: int = 0
    T: int = 0

    @property
    def name(self) -> str:
        """First and last name; empty for the rows without a person."""
        return full_name(self.first_name, self.last_name)

    @property
    def marks(self) -> MarkCounts:
        """The five codes."""
        return MarkCounts(self.P, self.A, self.L, self.M, self.S)

    @property
    def attendance(self) -> Fraction | None:
        """(P+L+S)/(P+A+L+S), exact (rule 18)."""
        return self.marks.rate

    @property
    def referrals_per_week(self) -> Fraction | None:
        """Referrals given per week: (RGI+RGO)/(P+A+L+M+S), exact; None without a week."""
        return Fraction(self.RGI + self.RGO, self.marks.weeks) if self.marks.weeks else None


@dataclass(frozen=True, slots=True)
class Summary:
    """The rows of a summary; Total is all of it, its marks those of members and Not listed only.

    `meetings` counts the meetings that took place, `provisional` those of them still in progress (rule 1);
    `cut_totals` are imported totals that the dates cut and that are left out (rule 14).
    """

    period: Period
    rows: tuple[SummaryRow, ...]
    not_listed: SummaryRow
    others: SummaryRow
    visitors: SummaryRow
    total: SummaryRow
    meetings: int
    provisional: int
    cut_totals: tuple[Period, ...]

    @property
    def footers(self) -> tuple[SummaryRow, ...]:
        """Not listed, Others, Visitors and Total, in this order."""
        return self.not_listed, self.others, self.visitors, self.total


def summary(session: Session, chapter_id: int, period: Period) -> Summary:
    """Count a period, live."""
    kind: GroupKind = session.execute(_KIND, {"chapter": chapter_id}).scalar_one()
    source = sources(session, chapter_id, period)
    tally = _tally(session, chapter_id, kind, source)
    names = session.execute(_NAMES, {"chapter": chapter_id, "last": period.last}).all()
    ordered = sorted(names, key=lambda row: (sort_key(row.last_name), sort_key(row.first_name), row.id))
    rows = tuple(_row(RowKind.MEMBER, tally, one.id, one.first_name, one.last_name) for one in ordered)
    footers = {row: _row(row, tally) for row in (RowKind.NOT_LISTED, RowKind.OTHERS, RowKind.VISITORS)}
    everything = (*rows, *footers.values())
    total = SummaryRow(RowKind.TOTAL, **{name: sum(getattr(row, name) for row in everything) for name in _FIGURES})
    meetings, provisional = _meetings(session, chapter_id, kind, source)
    return Summary(
        period,
        rows,
        footers[RowKind.NOT_LISTED],
        footers[RowKind.OTHERS],
        footers[RowKind.VISITORS],
        total,
        meetings,
        provisional,
        source.cut,
    )


def _row(row: RowKind, tally: _Tally, person_id: int | None = None, first: str = "", last: str = "") -> SummaryRow:
    figures: dict[str, Any] = tally.get((row, person_id), {})
    return SummaryRow(row=row, person_id=person_id, first_name=first, last_name=last, **figures)


def _tally(session: Session, chapter_id: int, kind: GroupKind, source: Sources) -> _Tally:
    """Add up every figure by row."""
    standings = StandingFigures(session, chapter_id, source.period.last)
    activity = source.values(chapter_id, TotalGroup.ACTIVITY)
    tally: _Tally = defaultdict(lambda: dict.fromkeys(_FIGURES, 0))
    for found in session.execute(
        sql.marks(kind, source.spans(TotalGroup.ATTENDANCE)), source.values(chapter_id, TotalGroup.ATTENDANCE)
    ):
        person_id = found.person_id
        marked = standings.listed(person_id) if found.day is None else standings.marked(person_id, found.day)
        tally[marked][found.code.value] += found.number
    spans = source.spans(TotalGroup.ACTIVITY)
    steady = activity | {"steady": standings.steady(source.period.first)}
    for gives in (True, False):
        for slip in session.execute(sql.slip_credits(spans, gives=gives), steady).all():
            row = standings.row(slip.person_id, slip.day or source.period.last, slip.side)
            if row is not None:
                name, figure = sql.figure(slip, gives=gives)
                tally[row][name] += figure
    for visit in session.execute(sql.visitor_credits(spans), activity):
        row = standings.row(visit.inviter_id, visit.date)
        if row is not None:
            tally[row]["V"] += 1
    _add_totals(session, source, standings, tally)
    return tally


def _add_totals(session: Session, source: Sources, standings: StandingFigures, tally: _Tally) -> None:
    ids = source.total_ids()
    if not ids:
        return
    columns: list[Any] = [getattr(PeriodTotalRow, name) for name in _FIGURES]
    query = select(PeriodTotalRow.row, PeriodTotalRow.person_id, *columns).where(PeriodTotalRow.total_id.in_(ids))
    for found in session.execute(query):
        row = (found.row, None) if found.person_id is None else standings.listed(found.person_id)
        for name in _FIGURES:
            if name not in MARKS or found.row in (RowKind.MEMBER, RowKind.NOT_LISTED):  # marks are members' only
                tally[row][name] += getattr(found, name)


def _meetings(session: Session, chapter_id: int, kind: GroupKind, source: Sources) -> tuple[int, int]:
    """Count the meetings that took place and those of them in progress; totals stand for the meetings they cover."""
    statement = _states(kind, source.spans(TotalGroup.ATTENDANCE))
    rows = session.execute(statement, source.values(chapter_id, TotalGroup.ATTENDANCE))
    counts = {row.status: row.number for row in rows}
    return sum(counts.values()) + source.meetings, counts.get(MeetingStatus.DRAFT, 0)


@cache
def _states(kind: GroupKind, spans: int) -> Any:
    return (
        select(Meeting.status, func.count().label("number"))
        .where(Meeting.chapter_id == sql.CHAPTER, sql.weeks_of(kind), from_detail(Meeting.date, spans))
        .group_by(Meeting.status)
    )
