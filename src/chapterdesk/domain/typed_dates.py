"""Days and times as people type them."""

import datetime as dt
import re
from typing import Final

from chapterdesk.domain.text import plain

_DAYS: Final = {"hoy": 0, "today": 0, "ayer": -1, "yesterday": -1, "manana": 1, "tomorrow": 1}


def parse_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day of a typed text: 5/3/26, 5.3., 5 (of this month), 2026-03-05, today, hoy, ayer; else None.

    Day before month, as both languages of the program write it; a year of two figures is of this century.
    """
    word = plain(text)
    if word in _DAYS:
        return today + dt.timedelta(days=_DAYS[word])
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if not parts or len(parts) > 3 or re.search(r"[^\d\s/.\-]", text):
        return None
    if parts[0] > 31:
        parts.reverse()
    day, month, year = (*parts, *(today.day, today.month, today.year)[len(parts) :])
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def parse_time(text: str) -> dt.time | None:
    """Return the time of a typed text; None when it is not a time."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*h?\s*", text)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return dt.time(int(found[1]), int(found[2] or 0))
