"""Meetings: found, added, moved and edited; store/course.py changes their state."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.store.rows import columns, fetch, fetch_first
from chapterdesk.store.tables import Meeting
from chapterdesk.store.writing import add, edit


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting. The sequence (1, 2 …) tells two meetings of one day apart."""

    id: int
    uid: str
    chapter_id: int
    date: dt.date
    sequence: int
    kind: MeetingKind
    status: MeetingStatus
    place: str
    start_time: dt.time | None
    agenda: str
    notes: str

    @property
    def locked(self) -> bool:
        """Whether it is completed and so closed against typing (rule 9)."""
        return self.status is MeetingStatus.COMPLETED


@cache
def _meetings() -> Select[*tuple[Any, ...]]:
    return select(*columns(MeetingRow, Meeting))


def meetings(session: Session, chapter_id: int, period: Period | None = None) -> list[MeetingRow]:
    """All meetings of the chapter, or those of a period, by date and sequence, whatever their state."""
    query = _meetings().where(Meeting.chapter_id == chapter_id).order_by(Meeting.date, Meeting.sequence)
    if period is not None:
        query = query.where(Meeting.date.between(period.first, period.last))
    return fetch(session, query, MeetingRow)


def meeting(session: Session, meeting_id: int) -> MeetingRow:
    """The meeting of an id; raises ChapterError when gone."""
    row = fetch_first(session, _meetings().where(Meeting.id == meeting_id), MeetingRow)
    if row is None:
        raise ChapterError(N_("This meeting is no longer there; it may have been undone"))
    return row


def meeting_on(session: Session, chapter_id: int, date: dt.date) -> MeetingRow | None:
    """The meeting of a day: the first that was not called off, else the first; None when there is none."""
    found = meetings(session, chapter_id, Period(date, date))
    return next((row for row in found if row.status not in OFF), found[0] if found else None)


def next_meeting(session: Session, chapter_id: int, today: dt.date) -> MeetingRow | None:
    """The first meeting from today on that is planned or in progress; None when nothing is planned."""
    return _first(
        session,
        _meetings()
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date >= today,
            Meeting.status.in_((MeetingStatus.PLANNED, MeetingStatus.DRAFT)),
        )
        .order_by(Meeting.date, Meeting.sequence),
    )


def open_meeting_after(session: Session, row: MeetingRow) -> MeetingRow | None:
    """The first meeting after this one that slips can still go to: of the regular kind or an event, not completed."""
    return _first(
        session,
        _meetings()
        .where(
            Meeting.chapter_id == row.chapter_id,
            (Meeting.date > row.date) | ((Meeting.date == row.date) & (Meeting.sequence > row.sequence)),
            Meeting.status.in_((MeetingStatus.PLANNED, MeetingStatus.DRAFT)),
            Meeting.kind.in_((MeetingKind.REGULAR, MeetingKind.EVENT)),
        )
        .order_by(Meeting.date, Meeting.sequence),
    )


def last_meeting(session: Session, chapter_id: int, today: dt.date) -> MeetingRow | None:
    """The latest meeting up to today that took place: completed or in progress; None when there is none."""
    return _first(
        session,
        _meetings()
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date <= today,
            Meeting.status.in_((MeetingStatus.COMPLETED, MeetingStatus.DRAFT)),
            Meeting.kind.in_((MeetingKind.REGULAR, MeetingKind.EVENT)),
        )
        .order_by(Meeting.date.desc(), Meeting.sequence.desc()),
    )


def _first(session: Session, query: Select[*tuple[Any, ...]]) -> MeetingRow | None:
    return fetch_first(session, query.limit(1), MeetingRow)


def add_meeting(
    session: Session,
    chapter_id: int,
    date: dt.date,
    *,
    kind: MeetingKind = MeetingKind.REGULAR,
    status: MeetingStatus = MeetingStatus.PLANNED,
    place: str = "",
    start_time: dt.time | None = None,
) -> int:
    """Add a meeting and return its id; a second one on a day follows the first."""
    return add(
        session,
        Meeting,
        chapter_id=chapter_id,
        date=date,
        sequence=_free_sequence(session, chapter_id, date),
        kind=kind,
        status=status,
        place=place,
        start_time=start_time,
    )


def _free_sequence(session: Session, chapter_id: int, date: dt.date) -> int:
    query = select(func.max(Meeting.sequence)).where(Meeting.chapter_id == chapter_id, Meeting.date == date)
    return (session.scalar(query) or 0) + 1


def edit_meeting(session: Session, meeting_id: int, **fields: Any) -> None:
    """Change kind, place, time, agenda or notes of a meeting; its state and date have their own functions."""
    edit(session, Meeting, meeting_id, fields)


def begin(session: Session, row: MeetingRow) -> None:
    """Make a planned meeting one in progress: the first mark, slip or arrival of its day does."""
    if row.status is MeetingStatus.PLANNED:
        session.execute(update(Meeting).where(Meeting.id == row.id).values(status=MeetingStatus.DRAFT))


def move_meeting(session: Session, meeting_id: int, date: dt.date) -> None:
    """Move a meeting, with all that belongs to it, to another day; a completed one is locked (rule 9)."""
    row = meeting(session, meeting_id)
    refuse_locked(row)
    if date != row.date:
        sequence = _free_sequence(session, row.chapter_id, date)
        edit(session, Meeting, meeting_id, {"date": date, "sequence": sequence})


def refuse_locked(row: MeetingRow) -> None:
    """Raise ChapterError when the meeting is completed and so locked against typing (rule 9)."""
    if row.locked:
        raise ChapterError(N_("The meeting of {date} is completed; unlock it first to change it"), date=row.date)
