"""What is done with a meeting as a whole: completed, unlocked, called off, moved, added. Each is one change."""

import datetime as dt
from collections.abc import Mapping

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.text import N_
from chapterdesk.store.calendar import ensure_meetings, missing_meetings
from chapterdesk.store.course import call_off, complete, plan_again, unlock
from chapterdesk.store.meetings import MeetingRow, add_meeting, last_meeting, meeting_on, meetings, move_meeting
from chapterdesk.store.meetings import next_meeting as coming_meeting
from chapterdesk.ui.widgets.context import Context


def usual_meeting(context: Context) -> int | None:
    """Return the meeting to show first: today's, else the next, else the last one; None when there is none."""
    chapter_id, today = context.chapter.id, context.today()
    with context.desk.read() as s:
        row = meeting_on(s, chapter_id, today) or coming_meeting(s, chapter_id, today)
        row = row or last_meeting(s, chapter_id, today)
        if row is None:
            known = meetings(s, chapter_id)
            row = known[-1] if known else None
    return row.id if row is not None else None


def can_plan(context: Context) -> bool:
    """Tell whether meetings of the next weeks are missing."""
    with context.desk.read() as s:
        return bool(missing_meetings(s, context.chapter.id, context.today()))


def plan_weeks(context: Context) -> None:
    """Make the meetings of the next weeks from the usual weekday and the holidays."""
    with context.desk.change(N_("Plan the meetings of the next weeks")) as s:
        ensure_meetings(s, context.chapter.id, context.today())


def complete_meeting(context: Context, row: MeetingRow, unmarked: Mapping[int, Code | None]) -> None:
    """Complete a meeting; `unmarked` gives a code, or none, to each member without a mark."""
    with context.desk.change(N_("Complete the meeting of {date}"), date=row.date) as s:
        complete(s, row.id, unmarked)


def unlock_meeting(context: Context, row: MeetingRow, reason: str) -> None:
    """Open a completed meeting again; the reason goes into the log."""
    with context.desk.change(N_("Unlock the meeting of {date}: {reason}"), date=row.date, reason=reason) as s:
        unlock(s, row.id, reason)


def set_off(context: Context, row: MeetingRow, status: MeetingStatus) -> None:
    """Make a meeting a holiday or call it off; its slips go to the next one."""
    holiday = status is MeetingStatus.HOLIDAY
    label = N_("{date} is a holiday") if holiday else N_("Call off the meeting of {date}")
    with context.desk.change(label, date=row.date) as s:
        call_off(s, row.id, status)


def set_on(context: Context, row: MeetingRow) -> None:
    """Plan a meeting again that was called off."""
    with context.desk.change(N_("Plan the meeting of {date} again"), date=row.date) as s:
        plan_again(s, row.id)


def move(context: Context, row: MeetingRow, day: dt.date) -> None:
    """Move a meeting to another day."""
    with context.desk.change(N_("Move the meeting of {date} to {day}"), date=row.date, day=day) as s:
        move_meeting(s, row.id, day)


def add(context: Context, day: dt.date, kind: MeetingKind) -> int:
    """Add a meeting with the chapter's usual place and time; returns its id."""
    home = context.chapter
    with context.desk.change(N_("Add a meeting on {date}"), date=day) as s:
        return add_meeting(s, home.id, day, kind=kind, place=home.place, start_time=home.start_time)
