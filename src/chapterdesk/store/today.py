"""What the first screen shows, read in one go."""

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from chapterdesk.domain.periods import DAY, Period, month_end, six_months_ending
from chapterdesk.store.attention import Attention, attention
from chapterdesk.store.meetings import MeetingRow, meetings, next_meeting
from chapterdesk.store.members import members
from chapterdesk.store.statistics import MeetingFigures, SummaryRow, by_meeting, summary
from chapterdesk.store.visits import VisitRow, visits_of


@dataclass(frozen=True, slots=True)
class TodayRow:
    """The chapter on a day. `recent` are the meetings of six months that took place, the latest last, without `next`.

    `month` is this month so far, `month_before` all of the one before.
    """

    members: int
    next: MeetingRow | None
    guests: tuple[VisitRow, ...]
    recent: tuple[MeetingFigures, ...]
    attention: tuple[Attention, ...]
    calendar: tuple[MeetingRow, ...]
    month: SummaryRow
    month_period: Period
    month_before: SummaryRow

    @property
    def is_empty(self) -> bool:
        """Whether nothing has happened in the chapter yet."""
        return not self.members and not self.recent

    @property
    def last(self) -> MeetingFigures | None:
        """The last meeting that took place."""
        return self.recent[-1] if self.recent else None


def read_today(session: Session, chapter_id: int, today: dt.date) -> TodayRow:
    """Read what the first screen shows on a day."""
    coming = next_meeting(session, chapter_id, today)
    month = Period(today.replace(day=1), month_end(today))
    before = Period(month.first - relativedelta(months=1), month.first - DAY)
    recent = by_meeting(session, chapter_id, six_months_ending(today))
    return TodayRow(
        len(members(session, chapter_id, today)),
        coming,
        tuple(visits_of(session, coming.id)) if coming is not None else (),
        tuple(row for row in recent if coming is None or row.meeting_id != coming.id),
        tuple(attention(session, chapter_id, today)),
        tuple(meetings(session, chapter_id, month)),
        summary(session, chapter_id, month).total,
        month,
        summary(session, chapter_id, before).total,
    )
