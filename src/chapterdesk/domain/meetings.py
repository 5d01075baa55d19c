"""Meetings: kinds, states and the weekly schedule."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class MeetingKind(Labelled):
    """The kinds of meeting."""

    REGULAR = "regular", N_("Meeting")
    EVENT = "event", N_("Event")
    ASSEMBLY = "assembly", N_("Assembly")
    COMMITTEE = "committee", N_("Committee")


class MeetingStatus(Labelled):
    """The states of a meeting."""

    PLANNED = "planned", N_("Planned")
    DRAFT = "draft", N_("In progress")
    COMPLETED = "completed", N_("Completed")
    HOLIDAY = "holiday", N_("Holiday")
    DISCARDED = "discarded", N_("Called off")


COUNTING = (
    MeetingStatus.DRAFT,
    MeetingStatus.COMPLETED,
)  # rule 1: planned, discarded and holiday meetings count nowhere
OFF = (MeetingStatus.HOLIDAY, MeetingStatus.DISCARDED)


def counting_kinds(*, meets_by_events: bool) -> tuple[MeetingKind, ...]:
    """Return the kinds of meeting in which a mark counts as one week of attendance (rule 1)."""
    return (MeetingKind.REGULAR, MeetingKind.EVENT) if meets_by_events else (MeetingKind.REGULAR,)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day on which the chapter usually meets, and whether it falls on a holiday."""

    date: dt.date
    holiday: bool


def schedule(
    weekday: int, today: dt.date, weeks: int, holidays: Container[dt.date], taken: Iterable[dt.date] = ()
) -> list[PlannedDay]:
    """Return the usual meeting days of the next `weeks` weeks that have no meeting yet.

    `weekday` 0 is Monday. A week (Monday to Sunday) that already has a regular meeting, even a moved or called-off one,
    is skipped; `taken` holds the dates of those meetings.
    """
    first = today + dt.timedelta((weekday - today.weekday()) % 7)
    used = {day.isocalendar()[:2] for day in taken}
    days = (first + dt.timedelta(weeks=n) for n in range(weeks))
    return [PlannedDay(day, day in holidays) for day in days if day.isocalendar()[:2] not in used]
