"""Which days of a period are counted from detail and which from imported totals (rule 14)."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, bindparam, not_, select
from sqlalchemy.orm import Session

from chapterdesk.domain.figures import TotalGroup
from chapterdesk.domain.periods import Period
from chapterdesk.store.tables import PeriodTotal


@dataclass(frozen=True, slots=True)
class Sources:
    """The imported totals that stand wholly inside a period, by group, and the periods of those that it cuts.

    Inside totals are the one source of their days for their group. Cut ones are left out, and the report says so;
    what is known of their days by meeting counts then.
    """

    period: Period
    inside: dict[TotalGroup, list[tuple[int, Period]]] = field(default_factory=dict)
    cut: tuple[Period, ...] = ()
    meetings: int = 0  # in the inside totals of attendance, when their file says how many

    def total_ids(self) -> list[int]:
        """The ids of the totals that count."""
        return [total_id for totals in self.inside.values() for total_id, _ in totals]

    def spans(self, group: TotalGroup) -> int:
        """How many totals of a group count; the shape of the statements that leave their days out."""
        return len(self.inside.get(group, []))

    def values(self, chapter_id: int, group: TotalGroup) -> dict[str, Any]:
        """The values of the statements made with `from_detail`."""
        values: dict[str, Any] = {"chapter": chapter_id, "first": self.period.first, "last": self.period.last}
        for number, (_, period) in enumerate(self.inside.get(group, [])):
            values |= {f"first_{number}": period.first, f"last_{number}": period.last}
        return values

    def is_detail(self, day: dt.date, group: TotalGroup) -> bool:
        """Tell whether a day of the period is counted from detail."""
        return day in self.period and not any(day in period for _, period in self.inside.get(group, []))


def from_detail(day: Any, spans: int) -> ColumnElement[bool]:
    """The SQL of "this day lies in the period and none of so many totals stands for it"; Sources.values fill it in."""
    covered = [_between(day, f"first_{number}", f"last_{number}") for number in range(spans)]
    return and_(_between(day, "first", "last"), *(not_(condition) for condition in covered))


def _between(day: Any, first: str, last: str) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = day.between(bindparam(first, type_=Date), bindparam(last, type_=Date))
    return condition


_TOTALS = (
    select(PeriodTotal.id, PeriodTotal.group, PeriodTotal.first, PeriodTotal.last, PeriodTotal.meetings)
    .where(
        PeriodTotal.chapter_id == bindparam("chapter"),
        PeriodTotal.use_detail.is_(False),
        PeriodTotal.first <= bindparam("last_day"),
        PeriodTotal.last >= bindparam("first_day"),
    )
    .order_by(PeriodTotal.first, PeriodTotal.id)
)


def sources(session: Session, chapter_id: int, period: Period) -> Sources:
    """Find the sources of a period."""
    values = {"chapter": chapter_id, "first_day": period.first, "last_day": period.last}
    inside: dict[TotalGroup, list[tuple[int, Period]]] = {}
    cut: list[Period] = []
    meetings = 0
    for row in session.execute(_TOTALS, values):
        span = Period(row.first, row.last)
        if period.contains(span):
            inside.setdefault(row.group, []).append((row.id, span))
            meetings += (row.meetings or 0) if row.group is TotalGroup.ATTENDANCE else 0
        elif span not in cut:
            cut.append(span)
    return Sources(period, inside, tuple(cut), meetings)
