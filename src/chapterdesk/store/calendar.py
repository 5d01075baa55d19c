"""The calendar of a chapter: its usual meetings are made from its weekday and its holidays."""

import datetime as dt

from sqlalchemy.orm import Session

from chapterdesk.domain.meetings import MeetingKind, MeetingStatus, PlannedDay, schedule
from chapterdesk.domain.periods import Period
from chapterdesk.store.chapters import ChapterRow, chapter, holidays
from chapterdesk.store.meetings import MeetingRow, add_meeting, meeting, meetings, open_meeting_after

WEEKS = 8


def public_holidays(country: str, subdivision: str, years: set[int]) -> dict[dt.date, str]:
    """The public holidays of a country (ISO 3166) and subdivision with their names; empty where it is not known."""
    if not country:
        return {}
    import holidays as library

    try:
        return dict(library.country_holidays(country, subdiv=subdivision or None, years=years).items())
    except NotImplementedError:
        return {}


def subdivisions(country: str) -> dict[str, str]:
    """The names of the parts of a country with their own public holidays, by code; empty when they are unknown."""
    if not country:
        return {}
    import holidays as library

    try:
        known = type(library.country_holidays(country))
    except NotImplementedError:
        return {}
    names: dict[str, str] = {}
    for name, code in getattr(known, "subdivisions_aliases", {}).items():
        names.setdefault(code, name)
    return {code: names.get(code, code) for code in known.subdivisions}


def days_off(session: Session, row: ChapterRow, years: set[int]) -> dict[dt.date, str]:
    """All days on which the chapter does not meet: public holidays and its own."""
    own = {holiday.date: holiday.name for holiday in holidays(session, row.id)}
    return public_holidays(row.country, row.subdivision, years) | own


def missing_meetings(session: Session, chapter_id: int, today: dt.date, weeks: int = WEEKS) -> list[PlannedDay]:
    """The usual meeting days of the next weeks without a meeting; empty for a chapter without a weekday."""
    row = chapter(session, chapter_id)
    if row.weekday is None:
        return []
    span = Period(today - dt.timedelta(days=7), today + dt.timedelta(weeks=weeks + 1))
    taken = [known.date for known in meetings(session, chapter_id, span) if known.kind is MeetingKind.REGULAR]
    planned = schedule(row.weekday, today, weeks, (), taken)
    if not planned:
        return []
    off = days_off(session, row, {day.date.year for day in planned})
    return [PlannedDay(day.date, day.date in off) for day in planned]


def ensure_meetings(session: Session, chapter_id: int, today: dt.date, weeks: int = WEEKS) -> int:
    """Make the meetings of the next weeks that are missing, as holiday where one falls on the day; returns how many."""
    row = chapter(session, chapter_id)
    planned = missing_meetings(session, chapter_id, today, weeks)
    for day in planned:
        _make(session, row, day)
    return len(planned)


def _make(session: Session, row: ChapterRow, day: PlannedDay) -> int:
    return add_meeting(
        session,
        row.id,
        day.date,
        status=MeetingStatus.HOLIDAY if day.holiday else MeetingStatus.PLANNED,
        place=row.place,
        start_time=row.start_time,
    )


def following(session: Session, row: MeetingRow) -> MeetingRow:
    """The next meeting that slips can go to after this one (rules 8 and 10), made when it is missing.

    A missing one is made on the next usual day (the chapter's weekday, else the same weekday) that is no holiday.
    """
    known = open_meeting_after(session, row)
    if known is not None:
        return known
    home = chapter(session, row.chapter_id)
    weekday = row.date.weekday() if home.weekday is None else home.weekday
    day = row.date + dt.timedelta((weekday - row.date.weekday()) % 7 or 7)
    off = days_off(session, home, {row.date.year, row.date.year + 1})
    taken = {known.date for known in meetings(session, row.chapter_id) if known.date > row.date}
    while day in off or day in taken:
        day += dt.timedelta(days=7)
    return meeting(session, _make(session, home, PlannedDay(day, holiday=False)))
