"""Days and times as people type them."""

import datetime as dt

import pytest

from chapterdesk.domain.typed_dates import parse_day, parse_time

TODAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/3/2026", dt.date(2026, 3, 5)),
        ("05.03.26", dt.date(2026, 3, 5)),
        ("31-12", dt.date(2026, 12, 31)),
        ("7", dt.date(2026, 3, 7)),
        ("2026-02-28", dt.date(2026, 2, 28)),
        (" 1 / 4 ", dt.date(2026, 4, 1)),
        ("hoy", TODAY),
        ("Ayer", dt.date(2026, 3, 4)),
        ("mañana", dt.date(2026, 3, 6)),
        ("tomorrow", dt.date(2026, 3, 6)),
        ("29/2/2028", dt.date(2028, 2, 29)),
        ("29/2/2026", None),
        ("0/3", None),
        ("5/13/2026", None),
        ("1/2/3/4", None),
        ("lunes", None),
        ("5 de marzo", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str, day: dt.date | None) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7", dt.time(7)),
        ("7:15", dt.time(7, 15)),
        ("19.30", dt.time(19, 30)),
        ("0715", dt.time(7, 15)),
        ("715", dt.time(7, 15)),
        ("7h", dt.time(7)),
        ("24", None),
        ("7:60", None),
        ("siete", None),
        ("", None),
    ],
)
def test_a_time_is_understood_as_people_write_it(text: str, time: dt.time | None) -> None:
    assert parse_time(text) == time
