"""Where the table begins: the row of headings in any known language, and the block of labels above it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from chapterdesk.domain.text import plain
from chapterdesk.importers.reading.sheet import Row, Sheet, Value
from chapterdesk.importers.values import date_readings, month_first, to_date

LOOKED_AT = 30  # rows among which the headings are

_LABELS = {
    "chapter": "chapter chapitre capitulo grupo groupe unternehmerteam chapitrenom",
    "from": "from du de von desde apartirdu fechadesde",
    "to": "to au a bis hasta jusquau fechahasta",
    "run_at": "runat executele executea ausgefuhrtam ejecutadoel ejecutadoa",
}
_BELOW = {"chapter", "run_at"}  # labels without a colon, whose value stands in the row below


@dataclass(frozen=True, slots=True)
class Field:
    """A column that a format knows: its key, its name for people, the words of headings, whether it must be there."""

    key: str
    title: str
    words: frozenset[str]
    needed: bool = False


def field(key: str, title: str, words: str, *, needed: bool = False) -> Field:
    """Make a Field; `words` are headings as `heading_key` gives them, parted by blanks."""
    return Field(key, title, frozenset(words.split()), needed)


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings: the column of each field that was found, and the columns that nobody knows."""

    row: Row
    columns: Mapping[str, int]
    unknown: tuple[int, ...] = ()

    def missing(self, fields: Iterable[Field]) -> list[Field]:
        """The needed fields without a column."""
        return [known for known in fields if known.needed and known.key not in self.columns]

    def data(self, sheet: Sheet) -> tuple[Row, ...]:
        """The rows below."""
        return tuple(row for row in sheet.rows if row.number > self.row.number)


@dataclass(frozen=True, slots=True)
class Block:
    """What the labels above the headings say; None or "" where they say nothing."""

    title: str = ""
    chapter: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    run_at: dt.date | None = None


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """Return a heading as it is compared: letters and figures only, small, without accents."""
    return "".join(mark for mark in plain(text) if mark.isalnum())


def top(sheet: Sheet) -> list[Row]:
    """The rows among which headings are looked for."""
    return [row for row in sheet.rows[:LOOKED_AT] if row.number <= LOOKED_AT * 2]


def read_headings(row: Row, fields: Iterable[Field], ignored: frozenset[str] = frozenset()) -> Headings:
    """Take a row as headings; of two equal ones the first counts."""
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
    """The row that knows the most fields, at least `least` of them; None when there is none."""
    known = tuple(fields)
    best = max((read_headings(row, known, ignored) for row in top(sheet)), key=lambda h: len(h.columns), default=None)
    return best if best is not None and len(best.columns) >= least else None


def signature(row: Row) -> str:
    """Return what a row of headings is known by, wherever its columns stand."""
    return "|".join(heading_key(row.text(column)) for column in sorted(row.cells))


def read_block(sheet: Sheet, headings: Headings) -> Block:
    """Read the labels above the headings (FORMATS.md §5): `Label:` to the right, `Label` below.

    Days written in figures whose order nothing settles are left open, so that they are asked for.
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
    return Block(_title(above), str(found.get("chapter") or "").strip(), first, last, run_at)


def _title(above: list[Row]) -> str:
    return " ".join(above[0].text(column) for column in sorted(above[0].cells)) if above else ""


def _label(text: str) -> str | None:
    key = heading_key(text)
    return next((label for label, words in _LABELS.items() if key in words.split()), None) if len(text) < 40 else None
