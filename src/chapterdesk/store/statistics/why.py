"""Why a figure is what it is: the marks, slips, visits and imported totals that it was counted from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.figures import MARKS, Metric, RowKind, TotalGroup
from chapterdesk.domain.meetings import COUNTING
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import KINDS, Side
from chapterdesk.domain.text import N_
from chapterdesk.store.chapters import chapter
from chapterdesk.store.people import person_name
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.statistics import credits as sql
from chapterdesk.store.statistics.sources import Sources, sources
from chapterdesk.store.statistics.standings import StandingFigures
from chapterdesk.store.tables import Attendance, Meeting, Membership, PeriodTotalRow, Person, Visit

_KINDS = {
    metric: kind for kind, definition in KINDS.items() for party in definition.parties for metric in party.credits
}
"""The kind of slip that each figure is counted from."""


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One thing that a figure was counted from: its day, a translatable text with values, and how much it adds.

    `counted` is False for what lies inside imported totals, which count instead (rule 14).
    """

    date: dt.date
    text: str
    params: dict[str, Any] = field(default_factory=dict)
    value: int = 1
    counted: bool = True
    slip_id: int | None = None
    meeting_id: int | None = None
    visit_id: int | None = None


def why(
    session: Session,
    chapter_id: int,
    metric: Metric,
    period: Period,
    *,
    person_id: int | None = None,
    row: RowKind = RowKind.MEMBER,
) -> list[WhyRow]:
    """List what a figure of a summary was counted from, newest first: a member's, another row's, or the Total's."""
    source = sources(session, chapter_id, period)
    wanted = _Wanted(StandingFigures(session, chapter_id, period.last), row, person_id)
    group = TotalGroup.ATTENDANCE if metric.value in MARKS else TotalGroup.ACTIVITY
    if metric.value in MARKS:
        found = list(_marks(session, chapter_id, metric, source, wanted))
    elif metric is Metric.V:
        found = list(_visits(session, chapter_id, source, wanted))
    else:
        found = list(_slips(session, chapter_id, metric, source, wanted))
    found += _totals(session, metric, source, group, wanted)
    return sorted(found, key=lambda entry: entry.date, reverse=True)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which row of the summary is asked about."""

    standings: StandingFigures
    row: RowKind
    person_id: int | None

    def fits(self, place: tuple[RowKind, int | None] | None) -> bool:
        if place is None:
            return False
        return self.row is RowKind.TOTAL or place == (self.row, self.person_id)


def _marks(session: Session, chapter_id: int, metric: Metric, source: Sources, wanted: _Wanted) -> Iterator[WhyRow]:
    substitute = aliased(Person)
    query = (
        select(
            Membership.person_id,
            person_name().label("name"),
            Attendance.meeting_id,
            Meeting.date,
            person_name(substitute).label("substitute"),
        )
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(substitute, substitute.id == Attendance.substitute_id)
        .where(
            Meeting.chapter_id == chapter_id,
            sql.weeks_of(chapter(session, chapter_id).kind),
            Meeting.date.between(source.period.first, source.period.last),
            Attendance.code == metric.value,
        )
        .order_by(Attendance.id)
    )
    for row in session.execute(query):
        if wanted.fits(wanted.standings.marked(row.person_id, row.date)):
            text = N_("{name}: {mark}, represented by {substitute}") if row.substitute else N_("{name}: {mark}")
            params = {"name": row.name, "mark": metric, "substitute": row.substitute or ""}
            counted = source.is_detail(row.date, TotalGroup.ATTENDANCE)
            yield WhyRow(row.date, text, params, counted=counted, meeting_id=row.meeting_id)


def _visits(session: Session, chapter_id: int, source: Sources, wanted: _Wanted) -> Iterator[WhyRow]:
    inviter = aliased(Person)
    query = (
        sql.first_visits()
        .join(Person, Person.id == Visit.person_id)
        .join(inviter, inviter.id == Visit.inviter_id)
        .where(Meeting.date.between(source.period.first, source.period.last))
        .with_only_columns(
            Visit.id,
            Visit.inviter_id,
            Visit.meeting_id,
            Meeting.date,
            person_name().label("name"),
            person_name(inviter).label("inviter"),
        )
        .order_by(Visit.id)
    )
    for row in session.execute(query, {"chapter": chapter_id}):
        if wanted.fits(wanted.standings.row(row.inviter_id, row.date)):
            yield WhyRow(
                row.date,
                N_("First visit of {name}, invited by {inviter}"),
                {"name": row.name, "inviter": row.inviter},
                counted=source.is_detail(row.date, TotalGroup.ACTIVITY),
                meeting_id=row.meeting_id,
                visit_id=row.id,
            )


def _slips(session: Session, chapter_id: int, metric: Metric, source: Sources, wanted: _Wanted) -> Iterator[WhyRow]:
    definition = KINDS[_KINDS[metric]]
    for row in slips(session, chapter_id, SlipFilter(kinds=(definition.kind,), period=source.period)):
        if row.meeting_status is not None and row.meeting_status not in COUNTING:
            continue
        credited = 0
        for role, person, side in (
            ("giver", row.giver_id, row.giver_side),
            ("receiver", row.receiver_id, row.receiver_side),
        ):
            if definition.credit(role, row.tier) is metric:
                credited += wanted.fits(wanted.standings.row(person, row.date, side))
        if credited:
            each = (getattr(row, definition.measure) or 0) if definition.measure else 1
            yield WhyRow(
                row.date,
                definition.counted,
                {"giver": _party(row.giver, row.giver_side), "receiver": _party(row.receiver, row.receiver_side)},
                value=credited * each,
                counted=source.is_detail(row.date, TotalGroup.ACTIVITY),
                slip_id=row.id,
                meeting_id=row.meeting_id,
            )


def _party(name: str, side: Side) -> str | Side:
    return name or side


def _totals(session: Session, metric: Metric, source: Sources, group: TotalGroup, wanted: _Wanted) -> Iterator[WhyRow]:
    spans = dict(source.inside.get(group, []))
    figure = getattr(PeriodTotalRow, metric.value)
    query = (
        select(PeriodTotalRow.total_id, PeriodTotalRow.row, PeriodTotalRow.person_id, figure.label("value"))
        .where(PeriodTotalRow.total_id.in_(spans), figure != 0)
        .order_by(PeriodTotalRow.id)
    )
    for row in session.execute(query):
        if metric.value in MARKS and row.row not in (RowKind.MEMBER, RowKind.NOT_LISTED):
            continue
        place = (row.row, None) if row.person_id is None else wanted.standings.listed(row.person_id)
        if wanted.fits(place):
            span = spans[row.total_id]
            yield WhyRow(span.last, N_("Imported total of {period}"), {"period": span}, value=row.value)
