"""A sheet: sparse rows of cells, with limits to its size."""

import datetime as dt
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from chapterdesk.domain.errors import ChapterError, Problem
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_, clean

MAX_BYTES = 20_000_000
MAX_EXPANDED = 100_000_000
MAX_RATIO = 200
MAX_ROWS = 20_000
MAX_COLUMNS = 100
LAST_COLUMN = 16_384  # the last column of any spreadsheet program; a larger index means damage
MAX_TEXT = 10_000  # characters of one cell
SECONDS = 60.0

Value = str | int | float | dt.date | None


class Cell(NamedTuple):
    """A value, and whether it is bold, which has a meaning in slips."""

    value: Value
    bold: bool = False

    @property
    def text(self) -> str:
        """The value as text: whole numbers without a point, dates as ISO."""
        value = self.value
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return str(value)


EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number (1-based, as the spreadsheet shows it) and its filled cells by column (1-based)."""

    number: int
    cells: dict[int, Cell]

    def cell(self, column: int | None) -> Cell:
        """Return the cell of a column; an empty cell when there is none."""
        return self.cells.get(column or 0, EMPTY)

    def text(self, column: int | None) -> str:
        """Return the text of a column, "" when there is none."""
        return self.cell(column).text


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled rows of one sheet, and the problems found while reading."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


class UnreadableError(ChapterError):
    """A file that cannot be read, with the row and column of the fault; 0 and "" mean the whole file."""

    def __init__(self, text: str, /, row: int = 0, column: str = "", **params: object) -> None:
        super().__init__(text, **params)
        self.row = row
        self.column = column


def letter(column: int) -> str:
    """Return the letters of a column (1-based): 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


@dataclass(slots=True)
class SheetBuilder:
    """Collects rows within the limits, and checks the deadline."""

    progress: Progress = SILENT
    size: int = 0  # bytes of the file, for the progress
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _until: float = field(default_factory=lambda: time.monotonic() + SECONDS)
    _told: set[str] = field(default_factory=set)

    def add(self, number: int, cells: dict[int, Cell]) -> None:
        """Add a row unless it is empty; raises UnreadableError beyond the limit of rows."""
        if not cells:
            return
        if len(self.rows) >= MAX_ROWS:
            raise UnreadableError(
                N_("The file has more than {count} rows; divide it and import the parts"), row=number, count=MAX_ROWS
            )
        self.rows.append(Row(number, cells))

    def add_values(self, number: int, values: Iterable[object], bold: frozenset[tuple[int, int]] = frozenset()) -> None:
        """Add a row of plain values that starts in column 1; `bold` contains (row, column) of bold cells."""
        cells = {}
        for column, value in enumerate(values, 1):
            kept = as_value(value)
            if kept is not None and self.fits(number, column):
                cells[column] = Cell(kept, (number, column) in bold)
        self.add(number, cells)

    def fits(self, row: int, column: int) -> bool:
        """Return whether a column is within the limits; the first one beyond them becomes a problem."""
        if column <= MAX_COLUMNS:
            return True
        self.problem_once(row, letter(column), N_("Columns after the first {count} are not read"), count=MAX_COLUMNS)
        return False

    def problem_once(self, row: int, column: str, text: str, /, **params: object) -> None:
        """Add a problem, once for each text."""
        if text not in self._told:
            self._told.add(text)
            self.problems.append(Problem(row, column, text, params))

    def tick(self, done: int) -> None:
        """Report how many bytes are read; raises Cancelled, and UnreadableError after the deadline."""
        self.progress.step(done, self.size)
        if time.monotonic() > self._until:
            raise UnreadableError(N_("Reading the file takes too long; it may be damaged"))

    def sheet(self) -> Sheet:
        """Return the collected rows; raises UnreadableError when there are none."""
        if not self.rows:
            raise UnreadableError(N_("The file has no rows"))
        return Sheet(tuple(self.rows), tuple(self.problems))


def as_value(value: object) -> Value:
    """Convert a value of any library: clean text, a number, a day, or None when it is empty."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        text = value.strip()
        return (text if text.isprintable() else clean(text))[:MAX_TEXT] or None
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) < 1e300 else None  # noqa: PLR0124 - not a number
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return clean(str(value))[:MAX_TEXT] or None
