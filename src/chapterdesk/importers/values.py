"""Numbers and dates as files write them; the whole column decides on their form, never one cell."""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from decimal import ROUND_HALF_EVEN, Decimal

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import digits, parse_amount, parse_decimal
from chapterdesk.domain.text import N_, plain
from chapterdesk.importers.reading.sheet import Value

_FIRST_SERIAL = dt.date(1899, 12, 30)  # of the serial numbers of spreadsheets
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_DATE = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)")
_NUMBER = re.compile(r"[\d.,\s\u00a0\u202f'’-]*\d")
_TRIM = re.compile(r"^[^\d]+|[^\d]+$")
_LARGEST = 10**9  # of a count

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv ene enero jän jänner",
            "feb february februar fevrier fev fevr febrero",
            "mar march märz mrz mars marzo mär",
            "apr april avril avr abr abril",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet juil julio",
            "aug august août aoû ago agosto",
            "sep sept september septembre septiembre",
            "oct october okt oktober octobre octubre",
            "nov november novembre noviembre",
            "dec december dez dezember decembre dic diciembre",
        ),
        1,
    )
    for name in map(plain, names.split())
}
_WORDS = re.compile(r"[^\W\d_]+|\d+")


def decimal_mark(texts: Iterable[str]) -> str | None:
    """Return the decimal mark of a column, "." or ",", when its cells show it unambiguously; else None."""
    votes: set[str] = set()
    for text in texts:
        bare = _TRIM.sub("", text)
        last = max(bare.rfind("."), bare.rfind(","))
        if last < 0:
            continue
        mark, rest = bare[last], bare[last + 1 :]
        other = "," if mark == "." else "."
        alone = bare.count(mark) == 1
        if alone and (other in bare[:last] or len(rest) != 3):
            votes.add(mark)
        elif not alone:
            votes.add(other)
    return votes.pop() if len(votes) == 1 else None


def to_decimal(value: Value, mark: str | None = None) -> Decimal:
    """Return a number, 0 for an empty cell; raises ChapterError when it is not a number."""
    if value is None:
        return Decimal(0)
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value))
    return parse_decimal(_marked(str(value), mark))


def _marked(text: str, mark: str | None) -> str:
    """Return the text without the grouping marks of the column, so that at most one mark is left."""
    if mark is None or not _NUMBER.search(text) or re.search(r"\d[eE][-+]?\d", text):
        return text
    other = "," if mark == "." else "."
    bare = text.replace(other, "")
    return re.sub(rf"({re.escape(mark)}\d{{3}})(?!\d)", r"\g<1>0", bare)  # three decimals are not thousands


def to_count(value: Value, mark: str | None = None) -> int:
    """Return a count from 0 up; raises ChapterError when it is not a count."""
    number = to_decimal(value, mark)
    if number != number.to_integral_value() or not 0 <= number <= _LARGEST:
        raise ChapterError(N_("“{text}” is not a count"), text=str(value)[:40])
    return int(number)


def to_minor(value: Value, currency: str, mark: str | None = None) -> int:
    """Return an amount in minor units of the currency, 0 for an empty cell; raises ChapterError when it is not one."""
    if value is None:
        return 0
    if isinstance(value, str):
        return parse_amount(_marked(value, mark), currency)
    number = to_decimal(value).scaleb(digits(currency)).to_integral_value(ROUND_HALF_EVEN)
    if not 0 <= number <= 10**15:
        raise ChapterError(N_("“{text}” is not an amount"), text=str(value)[:40])
    return int(number)


def date_readings(text: str) -> tuple[dt.date, ...]:
    """Return the days that a text can mean: none, one, or two when day and month can be exchanged."""
    found = _DATE.search(text)
    if found is None:
        return _worded(text)
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        return _days((first, second, third))
    year = third + 2000 if third < 100 else third
    return _days((year, second, first), (year, first, second))


def _worded(text: str) -> tuple[dt.date, ...]:
    words = _WORDS.findall(plain(text))
    month_day_ = month_day(text)
    years = [int(word) for word in words if word.isdigit() and len(word) == 4]
    return _days((years[0], *month_day_)) if month_day_ and years else ()


def _days(*candidates: tuple[int, int, int]) -> tuple[dt.date, ...]:
    days = []
    for candidate in candidates:
        with suppress(ValueError):
            days.append(dt.date(*candidate))
    return tuple(dict.fromkeys(days))


def to_date(value: Value, *, month_first: bool = False) -> dt.date | None:
    """Return the day of a date cell, a serial number or a text; None when it is not a day."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float):
        return _FIRST_SERIAL + dt.timedelta(int(value)) if int(value) in _SERIALS else None
    readings = date_readings(value or "")
    if not readings:
        return to_date(int(value)) if value and value.isdecimal() and len(value) == 5 else None
    return readings[-1 if month_first else 0]


def month_first(values: Iterable[Value]) -> bool | None:
    """Return whether the dates of a column have the month first. A part over 12 decides; None means ambiguous."""
    for value in values:
        found = _DATE.search(value) if isinstance(value, str) else None
        if found and len(found[1]) < 4:
            if int(found[1]) > 12:
                return False
            if int(found[3]) > 12:
                return True
    return None


def month_day(text: str) -> tuple[int, int] | None:
    """Return month and day of a heading such as `Apr 08`, `8 avr.` or `08-abr-26`; None for other texts."""
    words = _WORDS.findall(plain(text))
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    days = [int(word) for word in words if word.isdigit() and len(word) < 3 and 1 <= int(word) <= 31]
    if len(months) != 1 or not days or len(words) > 4 + words.count("de"):
        return None
    return months[0], days[0]
