"""How the state of a meeting changes: called off, planned again, completed, unlocked; and what looks unfinished.

Planned meetings follow when the chapter's weekday, region or own holidays change.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_, clean
from chapterdesk.domain.visits import GUESTS
from chapterdesk.store.calendar import days_off, ensure_meetings, following
from chapterdesk.store.chapters import chapter
from chapterdesk.store.meetings import (
    MeetingRow,
    edit_meeting,
    meeting,
    meeting_on,
    meetings,
    move_meeting,
    refuse_locked,
)
from chapterdesk.store.roll import mark, roll_call
from chapterdesk.store.tables import Slip, Visit
from chapterdesk.store.visits import visits_of


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that looks unfinished in a meeting: a key for where it is mended, a translatable text, its values."""

    kind: str  # roll, leave, substitute, visitor, inviter
    text: str
    params: dict[str, Any] = field(default_factory=dict)


def call_off(session: Session, meeting_id: int, as_status: MeetingStatus) -> None:
    """Make a meeting a holiday or discard it; its slips and expected visitors move to the next one (rule 10).

    Raises ChapterError when it is completed, or a visitor came: then it took place.
    """
    row = meeting(session, meeting_id)
    refuse_locked(row)
    if as_status not in OFF:
        raise ChapterError(N_("Choose whether the meeting falls on a holiday or is called off"))
    guests = visits_of(session, meeting_id)
    came = next((visit.name for visit in guests if visit.attended), None)
    if came is not None:
        raise ChapterError(
            N_("{name} came to the meeting of {date}, so it took place; if not, take that tick away first"),
            name=came,
            date=row.date,
        )
    edit_meeting(session, meeting_id, status=as_status)
    has_slips = session.scalar(select(Slip.id).where(Slip.meeting_id == meeting_id).limit(1)) is not None
    expected = [visit.id for visit in guests]
    if not has_slips and not expected:
        return
    target = following(session, row)
    session.execute(update(Slip).where(Slip.meeting_id == meeting_id).values(meeting_id=target.id))
    there = {visit.person_id for visit in visits_of(session, target.id)}
    session.execute(
        update(Visit).where(Visit.id.in_(expected), Visit.person_id.not_in(there)).values(meeting_id=target.id)
    )


def plan_again(session: Session, meeting_id: int) -> None:
    """Take back that a meeting was called off or a holiday: it is in progress when it has marks, else planned."""
    row = meeting(session, meeting_id)
    if row.status in OFF:
        marked = any(found.code for found in roll_call(session, meeting_id))
        edit_meeting(session, meeting_id, status=MeetingStatus.DRAFT if marked else MeetingStatus.PLANNED)


def complete(session: Session, meeting_id: int, unmarked: Mapping[int, Code | None]) -> None:
    """Complete a meeting; `unmarked` says for each membership without a mark: A, or no code (rule 1).

    Raises ChapterError when somebody unmarked is not answered for, or the meeting was called off.
    """
    row = meeting(session, meeting_id)
    if row.status in OFF:
        raise ChapterError(N_("The meeting of {date} was called off; plan it again first"), date=row.date)
    refuse_locked(row)
    missing = [found for found in roll_call(session, meeting_id) if found.code is None]
    unanswered = [found.name for found in missing if found.membership_id not in unmarked]
    if unanswered:
        raise ChapterError(
            N_("{count} members have no mark yet, {name} for one; mark them, or say they were absent"),
            count=len(unanswered),
            name=unanswered[0],
        )
    for found in missing:
        code = unmarked[found.membership_id]
        if code is not None:
            mark(session, meeting_id, found.membership_id, code)
    edit_meeting(session, meeting_id, status=MeetingStatus.COMPLETED)


def unlock(session: Session, meeting_id: int, reason: str) -> None:
    """Open a completed meeting for typing again (rule 9).

    The reason is required; the caller puts it into the label of the change, which the permanent log keeps.
    """
    row = meeting(session, meeting_id)
    if not clean(reason):
        raise ChapterError(N_("Say in a few words why the meeting is opened again; the log keeps it"))
    if row.locked:
        edit_meeting(session, meeting_id, status=MeetingStatus.DRAFT)


def unfinished(session: Session, meeting_id: int) -> list[Unfinished]:
    """What looks unfinished in a meeting, for the director to see before it is completed."""
    roll = roll_call(session, meeting_id)
    found = []
    marked = [row for row in roll if row.code is not None]
    if roll and not marked:
        found.append(Unfinished("roll", N_("Nobody is marked yet")))
    else:
        unmarked, on_leave = sum(row.is_unmarked for row in roll), sum(row.is_on_leave for row in roll)
        if unmarked:
            found.append(Unfinished("roll", N_("Not marked yet: {count}"), {"count": unmarked}))
        if on_leave:
            found.append(Unfinished("leave", N_("On leave, no code: {count}"), {"count": on_leave}))
    found += [
        Unfinished("substitute", N_("Nobody is named as substitute of {name}"), {"name": row.name})
        for row in roll
        if row.code is Code.SUBSTITUTE and row.substitute_id is None
    ]
    for visit in visits_of(session, meeting_id):
        if visit.kind in GUESTS and visit.attended and visit.inviter_id is None:
            found.append(Unfinished("inviter", N_("Who invited {name} is missing"), {"name": visit.name}))
        elif not visit.attended:
            found.append(Unfinished("visitor", N_("{name} was expected and has not arrived"), {"name": visit.name}))
    return found


AHEAD = dt.timedelta(weeks=60)
"""How far ahead planned meetings are changed."""


def replan(session: Session, chapter_id: int, today: dt.date, weekday_before: int | None = None) -> None:
    """Bring the planned meetings after today into line with the chapter as it is now.

    A meeting on the former weekday moves to the new one within its week, a planned one on a day off becomes a
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
    """Plan the meeting of a day again when that day is no longer a holiday."""
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
