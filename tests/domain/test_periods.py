"""Periods and relative spans."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period, Span, expires_on, six_months_ending

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.THIS_MONTH, (2026, 3, 1), (2026, 3, 31)),
        (Span.LAST_MONTH, (2026, 2, 1), (2026, 2, 28)),
        (Span.SIX_MONTHS, (2025, 9, 18), (2026, 3, 17)),
        (Span.THIS_HALF_YEAR, (2026, 1, 1), (2026, 6, 30)),
        (Span.LAST_HALF_YEAR, (2025, 7, 1), (2025, 12, 31)),
        (Span.THIS_YEAR, (2026, 1, 1), (2026, 12, 31)),
        (Span.LAST_YEAR, (2025, 1, 1), (2025, 12, 31)),
    ],
)
def test_a_span_means_days_relative_to_today(
    span: Span, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span.on(dt.date(2026, 3, 17)) == Period(dt.date(*first), dt.date(*last))


@given(DAYS)
def test_every_span_exists_on_every_day(day: dt.date) -> None:
    for span in Span:
        assert span.on(day).days >= 28


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ChapterError, match="exchange"):
        Period(dt.date(2026, 1, 2), dt.date(2026, 1, 1))


def test_the_period_before_whole_months_is_as_many_whole_months() -> None:
    quarter = Period(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
    assert quarter.before() == Period(dt.date(2025, 10, 1), dt.date(2025, 12, 31))
    week = Period(dt.date(2026, 3, 2), dt.date(2026, 3, 8))
    assert week.before() == Period(dt.date(2026, 2, 23), dt.date(2026, 3, 1))


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlapping_is_sharing_a_day(a: dt.date, b: dt.date, c: dt.date, d: dt.date) -> None:
    one, two = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    assert one.overlaps(two) == (max(one.first, two.first) <= min(one.last, two.last))
    assert one.contains(two) == (two.first in one and two.last in one)


@given(DAYS)
def test_an_absence_is_in_every_window_until_it_expires_and_in_none_after(day: dt.date) -> None:
    expires = expires_on(day)
    assert day in six_months_ending(expires - dt.timedelta(1))
    assert all(day not in six_months_ending(expires + dt.timedelta(n)) for n in range(5))
