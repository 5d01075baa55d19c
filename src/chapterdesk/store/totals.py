"""Imported period totals: listed, compared with the detail, and set aside for it by the director (rule 14)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from chapterdesk.domain.figures import ACTIVITY, MARKS, RowKind, TotalGroup
from chapterdesk.domain.periods import Period
from chapterdesk.store.statistics import summary
from chapterdesk.store.tables import ImportBatch, PeriodTotal, PeriodTotalRow
from chapterdesk.store.writing import edit


@dataclass(frozen=True, slots=True)
class PeriodTotalInfo:
    """Imported totals of one group; `use_detail`: the detail counts instead. `file_name` "" when not known."""

    id: int
    group: TotalGroup
    first: dt.date
    last: dt.date
    meetings: int | None
    use_detail: bool
    file_name: str

    @property
    def period(self) -> Period:
        """The days that the totals stand for."""
        return Period(self.first, self.last)


def period_totals(session: Session, chapter_id: int) -> list[PeriodTotalInfo]:
    """All imported totals of a chapter, by their first day."""
    query = (
        select(
            PeriodTotal.id,
            PeriodTotal.group,
            PeriodTotal.first,
            PeriodTotal.last,
            PeriodTotal.meetings,
            PeriodTotal.use_detail,
            func.coalesce(ImportBatch.file_name, ""),
        )
        .outerjoin(ImportBatch, ImportBatch.id == PeriodTotal.import_batch_id)
        .where(PeriodTotal.chapter_id == chapter_id)
        .order_by(PeriodTotal.first, PeriodTotal.group)
    )
    return [PeriodTotalInfo(*row) for row in session.execute(query)]


def detail_matches(session: Session, total_id: int) -> bool:
    """Tell whether the detail of the days adds up to the totals in every column, so that it can count instead."""
    row = session.execute(
        select(PeriodTotal.chapter_id, PeriodTotal.group, PeriodTotal.first, PeriodTotal.last).where(
            PeriodTotal.id == total_id
        )
    ).one()
    names = MARKS if row.group is TotalGroup.ATTENDANCE else ACTIVITY
    columns = [func.coalesce(func.sum(getattr(PeriodTotalRow, name)), 0) for name in names]
    query = select(*columns).where(PeriodTotalRow.total_id == total_id)
    if row.group is TotalGroup.ATTENDANCE:
        query = query.where(PeriodTotalRow.row.in_((RowKind.MEMBER, RowKind.NOT_LISTED)))
    detail = summary(session, row.chapter_id, Period(row.first, row.last), totals=False).total
    return tuple(session.execute(query).one()) == tuple(getattr(detail, name) for name in names)


def count_detail(session: Session, total_id: int, *, on: bool = True) -> None:
    """Let the detail count instead of the totals, or the totals again."""
    edit(session, PeriodTotal, total_id, {"use_detail": on})
