"""What happens to the planned meetings when the chapter's weekday, region or own holidays change."""

import datetime as dt

from sqlalchemy.orm import Session

from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.store.calendar import days_off, ensure_meetings
from chapterdesk.store.chapters import chapter
from chapterdesk.store.course import call_off, plan_again
from chapterdesk.store.meetings import MeetingRow, meeting_on, meetings, move_meeting

AHEAD = dt.timedelta(weeks=60)
"""How far ahead planned meetings are looked at."""


def replan(session: Session, chapter_id: int, today: dt.date, weekday_before: int | None = None) -> None:
    """Bring the planned meetings after today into line with the chapter as it is now.

    A meeting on the weekday of before moves to the new one within its week, a planned one on a day off becomes a
    holiday, and missing ones are made. A meeting that the director called off stays called off.
    """
    row = chapter(session, chapter_id)
    if row.weekday is not None and weekday_before is not None:
        step = dt.timedelta(days=row.weekday - weekday_before)
        for meeting in _planned(session, chapter_id, today):
            day = meeting.date + step
            usual = meeting.date.weekday() == weekday_before
            if usual and day > today and meeting_on(session, chapter_id, day) is None:
                move_meeting(session, meeting.id, day)
    planned = _planned(session, chapter_id, today)
    off = days_off(session, row, {meeting.date.year for meeting in planned})
    for meeting in planned:
        if meeting.date in off:
            call_off(session, meeting.id, MeetingStatus.HOLIDAY)
    ensure_meetings(session, chapter_id, today)


def meet_after_all(session: Session, chapter_id: int, day: dt.date) -> None:
    """Plan the meeting of a day again that was a holiday and is none any more."""
    row = chapter(session, chapter_id)
    found = meeting_on(session, chapter_id, day)
    if found is not None and found.status is MeetingStatus.HOLIDAY and day not in days_off(session, row, {day.year}):
        plan_again(session, found.id)


def _planned(session: Session, chapter_id: int, today: dt.date) -> list[MeetingRow]:
    """The planned regular meetings after today."""
    span = Period(today + dt.timedelta(days=1), today + AHEAD)
    return [
        row
        for row in meetings(session, chapter_id, span)
        if row.status is MeetingStatus.PLANNED and row.kind is MeetingKind.REGULAR
    ]
