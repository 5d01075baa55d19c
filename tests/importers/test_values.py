"""Numbers and days as files write them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.errors import ChapterError
from chapterdesk.importers.headings import heading_key
from chapterdesk.importers.values import (
    date_readings,
    decimal_mark,
    month_day,
    month_first,
    to_count,
    to_date,
    to_decimal,
    to_minor,
)


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["400.00", "1.234"], "."),
        (["1.234,56", "1.234"], ","),
        (["1 234,5"], ","),
        (["1,234,567"], "."),
        (["2,60,000.00"], "."),
        (["Rs. 1400", "12.5"], "."),
        (["1.234", "12"], None),
        (["1.5", "1,5"], None),
        ([], None),
    ],
)
def test_the_column_settles_the_decimal_mark(column: list[str], mark: str | None) -> None:
    assert decimal_mark(column) == mark


@pytest.mark.parametrize(
    ("text", "mark", "minor"),
    [
        ("1.234", ".", 123),
        ("1.234", ",", 123400),
        ("1,234", ",", 123),
        ("1,234", ".", 123400),
        ("1.234", None, 123400),
        ("Rs. 1400", ".", 140000),
        ("1.856610963E+10", ".", 1856610963000),
        ("1 234,56", ",", 123456),
        ("", ".", 0),
    ],
)
def test_amounts_are_read_with_the_mark_of_their_column(text: str, mark: str | None, minor: int) -> None:
    assert to_minor(text or None, "EUR", mark) == minor


def test_numbers_of_spreadsheets_are_exact() -> None:
    assert to_minor(24850.1, "EUR") == 2485010
    assert to_minor(1.856610963e10, "EUR") == 1856610963000
    assert to_minor(1400, "JPY") == 1400
    assert to_decimal(0.1) == Decimal("0.1")
    assert to_count(31.0) == 31
    assert to_count(None) == 0


@pytest.mark.parametrize("value", ["x", -1, 0.5, 10**12, "1,5"])
def test_text_that_is_not_a_count_is_refused(value: object) -> None:
    with pytest.raises(ChapterError):
        to_count(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["x", -1, 1e200, "-3"])
def test_text_that_is_not_an_amount_is_refused(value: object) -> None:
    with pytest.raises(ChapterError):
        to_minor(value, "EUR")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Slips Audit Report for 13/02/2025", [(2025, 2, 13)]),
        ("02/13/2025", [(2025, 2, 13)]),
        ("03/04/2025", [(2025, 4, 3), (2025, 3, 4)]),
        ("04/04/25", [(2025, 4, 4)]),
        ("2026-02-04T00:00:00", [(2026, 2, 4)]),
        ("4.2.2026", [(2026, 2, 4), (2026, 4, 2)]),
        ("Feb 4, 2026", [(2026, 2, 4)]),
        ("4 de febrero de 2026", [(2026, 2, 4)]),
        ("31/31/2026", []),
        ("Feb 30, 2026", []),
        ("no day", []),
    ],
)
def test_a_text_can_mean_one_day_two_or_none(text: str, days: list[tuple[int, int, int]]) -> None:
    assert list(date_readings(text)) == [dt.date(*day) for day in days]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (dt.date(2026, 2, 4), dt.date(2026, 2, 4)),
        (46057, dt.date(2026, 2, 4)),
        (46057.0, dt.date(2026, 2, 4)),
        ("46057", dt.date(2026, 2, 4)),
        ("04/02/2026", dt.date(2026, 2, 4)),
        (12, None),
        ("soon", None),
        (None, None),
    ],
)
def test_days_come_as_dates_serial_numbers_and_texts(value: object, day: dt.date | None) -> None:
    assert to_date(value) == day  # type: ignore[arg-type]


def test_a_number_over_twelve_settles_the_order_of_a_column() -> None:
    assert month_first(["03/04/2024", "25/04/2024"]) is False
    assert month_first(["03/04/2024", None, "04/25/2024"]) is True
    assert month_first(["03/04/2024", "2024-05-25"]) is None
    assert to_date("03/04/2024", month_first=True) == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Apr 08", (4, 8)),
        ("8. April", (4, 8)),
        ("08-abr-26", (4, 8)),
        ("8 févr.", (2, 8)),
        ("3 de mayo de 2026", (5, 3)),
        ("Dez 24", (12, 24)),
        ("Apr", None),
        ("08", None),
        ("Apr 45", None),
        ("Apr May 3", None),
    ],
)
def test_a_heading_gives_month_and_day(text: str, found: tuple[int, int] | None) -> None:
    assert month_day(text) == found


@given(st.text(max_size=60))
def test_no_text_causes_a_fault(text: str) -> None:
    date_readings(text)
    month_day(text)
    heading_key(text)
    decimal_mark([text])
    to_date(text)
    for read in (to_count, lambda value: to_minor(value, "EUR", ".")):
        try:
            assert read(text) >= 0
        except (ChapterError, ArithmeticError):
            continue
