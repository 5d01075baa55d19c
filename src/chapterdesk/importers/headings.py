"""The row of headings in any known language, and the labels with their values above it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from chapterdesk.domain.text import plain
from chapterdesk.importers.reading.sheet import Row, Sheet, Value
from chapterdesk.importers.values import date_readings, month_first, to_date

SEARCHED_ROWS = 30  # filled rows that are searched for headings

_LABELS = {
    "chapter": "chapter chapitre capitulo grupo groupe unternehmerteam chapitrenom",
    "from": "from du de von desde apartirdu fechadesde",
    "to": "to au a bis hasta jusquau fechahasta",
    "run_at": "runat executele executea ausgefuhrtam ejecutadoel ejecutadoa",
}
_BELOW = {"chapter", "run_at"}  # labels without a colon; their value is in the row below


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a format: its key, its title, the words of its headings, and whether it is required."""

    key: str
    title: str
    words: frozenset[str]
    needed: bool = False


def field(key: str, title: str, words: str, *, needed: bool = False) -> Field:
    """Make a Field; `words` are headings as `heading_key` returns them, separated by blanks."""
    return Field(key, title, frozenset(words.split()), needed)


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings: the column of each field that was found, and the unknown columns."""

    row: Row
    columns: Mapping[str, int]
    unknown: tuple[int, ...] = ()

    def missing(self, fields: Iterable[Field]) -> list[Field]:
        """Return the required fields without a column."""
        return [known for known in fields if known.needed and known.key not in self.columns]

    def data(self, sheet: Sheet) -> tuple[Row, ...]:
        """Return the rows below the headings."""
        return tuple(row for row in sheet.rows if row.number > self.row.number)


@dataclass(frozen=True, slots=True)
class HeaderInfo:
    """The values of the labels above the headings; None or "" when a label is missing."""

    title: str = ""
    chapter: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    run_at: dt.date | None = None


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """Return a heading for comparison: letters and digits only, lower case, without accents."""
    return "".join(mark for mark in plain(text) if mark.isalnum())


def top(sheet: Sheet) -> list[Row]:
    """Return the rows that are searched for headings; empty rows, which are not in `rows`, may lie between."""
    return [row for row in sheet.rows[:SEARCHED_ROWS] if row.number <= SEARCHED_ROWS * 2]


def read_headings(row: Row, fields: Iterable[Field], ignored: frozenset[str] = frozenset()) -> Headings:
    """Read a row as headings; of two equal headings the first counts."""
    columns: dict[str, int] = {}
    unknown = []
    known = {word: item.key for item in fields for word in item.words}
    for column in sorted(row.cells):
        key = heading_key(row.text(column))
        found = known.get(key)
        if found is not None:
            columns.setdefault(found, column)
        elif key and key not in ignored:
            unknown.append(column)
    return Headings(row, columns, tuple(unknown))


def find_headings(
    sheet: Sheet, fields: Iterable[Field], least: int, ignored: frozenset[str] = frozenset()
) -> Headings | None:
    """Return the row with the most known fields, at least `least`; None when no row has that many."""
    known = tuple(fields)
    best = max((read_headings(row, known, ignored) for row in top(sheet)), key=lambda h: len(h.columns), default=None)
    return best if best is not None and len(best.columns) >= least else None


def signature(row: Row) -> str:
    """Return what identifies a row of headings: their keys in the order of the columns."""
    return "|".join(heading_key(row.text(column)) for column in sorted(row.cells))


def read_header_info(sheet: Sheet, headings: Headings) -> HeaderInfo:
    """Read the labels above the headings.

    The value is in the next filled cell to the right of `Label:`, or in the row below `Label` without a colon.

    If the order of day and month is unclear, the dates are None, so that the director is asked.
    """
    above = [row for row in sheet.rows if row.number < headings.row.number]
    found: dict[str, Value] = {}
    for place, row in enumerate(above):
        below = above[place + 1] if place + 1 < len(above) and above[place + 1].number == row.number + 1 else None
        for column in sorted(row.cells):
            text = row.text(column)
            label = _label(text)
            if label is None:
                continue
            if text.rstrip().endswith(":"):
                right = [cell.value for at, cell in sorted(row.cells.items()) if at > column]
                if right:
                    found[label] = right[0]
            elif label in _BELOW and below is not None:
                found.setdefault(label, below.cell(column).value)
    days = [found.get(label) for label in ("from", "to", "run_at")]
    order = month_first(days)
    unsure = order is None and any(isinstance(day, str) and len(date_readings(day)) > 1 for day in days)
    first, last, run_at = (None if unsure else to_date(day, month_first=order or False) for day in days)
    return HeaderInfo(_title(above), str(found.get("chapter") or "").strip(), first, last, run_at)


def _title(above: list[Row]) -> str:
    return " ".join(above[0].text(column) for column in sorted(above[0].cells)) if above else ""


def _label(text: str) -> str | None:
    key = heading_key(text)
    return next((label for label, words in _LABELS.items() if key in words.split()), None) if len(text) < 40 else None
