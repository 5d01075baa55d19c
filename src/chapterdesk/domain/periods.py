"""Spans of days: periods, relative spans and the window of six months."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ChapterError(
                N_("The period ends ({last}) before it begins ({first}); exchange the two dates"),
                first=self.first.isoformat(),
                last=self.last.isoformat(),
            )

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.first <= day <= self.last

    def __iter__(self) -> Iterator[dt.date]:
        return (self.first + DAY * n for n in range(self.days))

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: "Period") -> bool:
        """Return whether all days of `other` are in this period."""
        return self.first <= other.first and other.last <= self.last

    def before(self) -> "Period":
        """Return the period of the same length just before, for "change from the previous period".

        Whole months are compared with as many whole months.
        """
        last = self.first - DAY
        if self.first.day == 1 and self.last == month_end(self.last):
            months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
            return Period(self.first - relativedelta(months=months), last)
        return Period(last - DAY * (self.days - 1), last)


def month_end(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def six_months_ending(day: dt.date, months: int = 6) -> Period:
    """Return the window of `months` months that ends on `day` (rule 12).

    It starts the day after `day` minus the months, clamped to the month's end: the window ending on 30 July starts
    on 31 January, so an absence of 31 January counts until 30 July.
    """
    return Period(day - relativedelta(months=months) + DAY, day)


def expires_on(absence: dt.date, months: int = 6) -> dt.date:
    """Return the first day whose window no longer holds `absence` (rule 12), from the same window."""
    day = absence + relativedelta(months=months) - DAY
    while absence in six_months_ending(day, months):
        day += DAY
    return day


class Span(Labelled):
    """A period relative to today; settings and reports store its value."""

    THIS_MONTH = "this-month", N_("This month")
    LAST_MONTH = "last-month", N_("Last month")
    THREE_MONTHS = "three-months", N_("Last three months")
    SIX_MONTHS = "six-months", N_("Last six months")
    TWELVE_MONTHS = "twelve-months", N_("Last twelve months")
    THIS_HALF_YEAR = "this-half-year", N_("This half-year")
    LAST_HALF_YEAR = "last-half-year", N_("Last half-year")
    THIS_YEAR = "this-year", N_("This year")
    LAST_YEAR = "last-year", N_("Last year")

    def on(self, today: dt.date) -> Period:
        """Return the days of the span on `today`; a current span ends today or at the end of this month."""
        month = today.replace(day=1)
        half = month.replace(month=1 if today.month < 7 else 7)
        year = month.replace(month=1)
        spans = {
            Span.THIS_MONTH: (month, month_end(today)),
            Span.LAST_MONTH: (month - relativedelta(months=1), month - DAY),
            Span.THREE_MONTHS: (six_months_ending(today, 3).first, today),
            Span.SIX_MONTHS: (six_months_ending(today).first, today),
            Span.TWELVE_MONTHS: (six_months_ending(today, 12).first, today),
            Span.THIS_HALF_YEAR: (half, half + relativedelta(months=6) - DAY),
            Span.LAST_HALF_YEAR: (half - relativedelta(months=6), half - DAY),
            Span.THIS_YEAR: (year, year.replace(month=12, day=31)),
            Span.LAST_YEAR: (year.replace(year=year.year - 1), year - DAY),
        }
        return Period(*spans[self])
