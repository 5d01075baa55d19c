"""Actions on a meeting: its roll call, and the meeting as a whole."""

import datetime as dt
from collections.abc import Iterable, Mapping

from chapterdesk.actions.people import Party, id_of
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.text import N_
from chapterdesk.store import calendar, course, meetings, roll
from chapterdesk.store.chapters import ChapterRow, chapters
from chapterdesk.store.desk import Desk
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow

# The roll call


def set_mark(desk: Desk, meeting_id: int, row: RollRow, code: Code | None, substitute: Party | None = None) -> None:
    """Set the mark of a member, or remove it (None); S can have a substitute."""
    if code is None:
        with desk.change(N_("Take away the mark of {name}"), name=row.name) as s:
            roll.mark(s, meeting_id, row.membership_id, None)
    elif code is Code.SUBSTITUTE and substitute is not None:
        with desk.change(N_("{substitute} stands in for {name}"), substitute=substitute.name, name=row.name) as s:
            roll.mark(s, meeting_id, row.membership_id, code, id_of(s, substitute))
    else:
        with desk.change(N_("Mark {name}: {code}"), name=row.name, code=code) as s:
            roll.mark(s, meeting_id, row.membership_id, code)


def mark_everyone_else(desk: Desk, meeting_id: int) -> int:
    """Mark everybody present who has no mark and is not on leave; returns their number."""
    with desk.change(N_("Mark everyone else present")) as s:
        return roll.mark_rest_present(s, meeting_id)


# The meeting as a whole


def plan_weeks(desk: Desk, chapter_ids: Iterable[int], today: dt.date) -> None:
    """Make the meetings of the next weeks from the usual weekday and the holidays of each chapter."""
    with desk.change(N_("Plan the meetings of the next weeks")) as s:
        for chapter_id in chapter_ids:
            calendar.ensure_meetings(s, chapter_id, today)


def plan_missing_weeks(desk: Desk, today: dt.date) -> None:
    """Plan the next weeks of the chapters where meetings are missing; this is not an undo step."""
    with desk.read() as s:
        lacking = [row.id for row in chapters(s) if calendar.missing_meetings(s, row.id, today)]
    if lacking:
        plan_weeks(desk, lacking, today)
        desk.forget_undo()


def complete_meeting(desk: Desk, row: MeetingRow, unmarked: Mapping[int, Code | None]) -> None:
    """Complete a meeting; `unmarked` has a code, or None, for each member without a mark."""
    with desk.change(N_("Complete the meeting of {date}"), date=row.date) as s:
        course.complete(s, row.id, unmarked)


def unlock_meeting(desk: Desk, row: MeetingRow, reason: str) -> None:
    """Unlock a completed meeting; the reason is stored in the log."""
    with desk.change(N_("Unlock the meeting of {date}: {reason}"), date=row.date, reason=reason) as s:
        course.unlock(s, row.id, reason)


def call_off_meeting(desk: Desk, row: MeetingRow, status: MeetingStatus) -> None:
    """Make a meeting a holiday or call it off; its slips move to the next meeting."""
    holiday = status is MeetingStatus.HOLIDAY
    label = N_("{date} is a holiday") if holiday else N_("Call off the meeting of {date}")
    with desk.change(label, date=row.date) as s:
        course.call_off(s, row.id, status)


def plan_meeting_again(desk: Desk, row: MeetingRow) -> None:
    """Plan a called-off meeting again."""
    with desk.change(N_("Plan the meeting of {date} again"), date=row.date) as s:
        course.plan_again(s, row.id)


def move_meeting(desk: Desk, row: MeetingRow, day: dt.date) -> None:
    """Move a meeting to another day."""
    with desk.change(N_("Move the meeting of {date} to {day}"), date=row.date, day=day) as s:
        meetings.move_meeting(s, row.id, day)


def add_meeting(desk: Desk, chapter: ChapterRow, day: dt.date, kind: MeetingKind) -> int:
    """Add a meeting with the chapter's usual place and time; returns its id."""
    with desk.change(N_("Add a meeting on {date}"), date=day) as s:
        return meetings.add_meeting(s, chapter.id, day, kind=kind, place=chapter.place, start_time=chapter.start_time)
