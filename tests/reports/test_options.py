"""The options of reports: relative by default, fixed where dates are given."""

import dataclasses
import datetime as dt

from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, reports

DAY = dt.date(2026, 3, 6)


def test_dates_are_relative_to_today_unless_a_period_is_given() -> None:
    assert Dates().on(DAY) == Span.SIX_MONTHS.on(DAY)
    assert Dates(Span.LAST_MONTH).on(DAY) == Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    fixed = Period(DAY, DAY)
    assert Dates(period=fixed).on(dt.date(2030, 1, 1)) == fixed


def test_no_default_is_a_date() -> None:
    for report in reports().values():
        for one in dataclasses.fields(report.options):
            assert one.metadata["label"]
            value = getattr(report.options(), one.name)
            assert not isinstance(value, dt.date | Period)
            assert getattr(value, "date", None) is None
            assert getattr(value, "period", None) is None
