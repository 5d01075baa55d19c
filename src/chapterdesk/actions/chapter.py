"""Actions on a chapter: adding it, its data, logo, holidays, and wanted seats."""

import datetime as dt
from typing import Any

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store import calendar, chapters, course, seats
from chapterdesk.store.chapters import ChapterRow, HolidayRow
from chapterdesk.store.desk import Desk
from chapterdesk.store.seats import SeatRow

_REPLANNED = frozenset({"weekday", "country", "subdivision"})
"""The fields of a chapter that decide on its meeting days."""


def add_chapter(desk: Desk, today: dt.date | None = None, **fields: Any) -> int:
    """Add a chapter and plan its next weeks from `today` on (None plans nothing yet); returns its id."""
    with desk.change(N_("Add chapter {name}"), name=fields["name"]) as s:
        chapter_id = chapters.add_chapter(s, **fields)
        if today is not None:
            calendar.ensure_meetings(s, chapter_id, today)
        return chapter_id


def edit_chapter(desk: Desk, row: ChapterRow, today: dt.date, **fields: Any) -> None:
    """Change fields of a chapter; changed meeting days plan the coming meetings again."""
    with desk.change(N_("Change the data of {chapter}"), chapter=row.name) as s:
        chapters.edit_chapter(s, row.id, **fields)
        if not _REPLANNED.isdisjoint(fields):
            course.replan(s, row.id, today, row.weekday if "weekday" in fields else None)


def set_logo(desk: Desk, row: ChapterRow, data: bytes | None) -> None:
    """Store the logo of a chapter, or remove it (None)."""
    label = N_("Change the logo") if data is not None else N_("Remove the logo")
    with desk.change(label, chapter=row.name) as s:
        chapters.set_logo(s, row.id, data)


def add_holiday(desk: Desk, chapter_id: int, day: dt.date, name: str, today: dt.date) -> None:
    """Add a holiday of the chapter; a meeting that is planned for the day is called off."""
    with desk.change(N_("Add the holiday of {day}"), day=day) as s:
        chapters.add_holiday(s, chapter_id, day, name)
        course.replan(s, chapter_id, today)


def remove_holiday(desk: Desk, chapter_id: int, row: HolidayRow) -> None:
    """Remove a holiday of the chapter; its meeting is planned again."""
    with desk.change(N_("Remove the holiday of {day}"), day=row.date) as s:
        chapters.remove_holiday(s, row.id)
        course.meet_after_all(s, chapter_id, row.date)


def want_seat(desk: Desk, chapter_id: int, name: str) -> None:
    """Add a typed seat as wanted."""
    if not name:
        raise ChapterError(N_("The seat is missing; type its name"))
    with desk.change(N_("Look for somebody for the seat {seat}"), seat=name) as s:
        found = seats.seat_id(s, chapter_id, name)
        if found is not None:
            seats.set_wanted(s, found, wanted=True)


def set_seat_wanted(desk: Desk, row: SeatRow, *, wanted: bool) -> None:
    """Set whether a seat is wanted."""
    label = N_("Look for somebody for the seat {seat}") if wanted else N_("Look no more for the seat {seat}")
    with desk.change(label, seat=row.name) as s:
        seats.set_wanted(s, row.id, wanted=wanted)
