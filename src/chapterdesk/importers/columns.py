"""The columns that several formats share, and reading figures from them."""

from collections.abc import Iterable, Mapping

from chapterdesk.domain.errors import ChapterError, Problem
from chapterdesk.domain.names import OTHERS, TOTAL, VISITORS, bare
from chapterdesk.domain.text import N_, fold
from chapterdesk.importers.headings import Field, Headings, field
from chapterdesk.importers.reading.sheet import Row
from chapterdesk.importers.values import decimal_mark, to_count, to_minor

FIRST_NAME = field("first_name", N_("First name"), "firstname prenom vorname nombre givenname", needed=True)
LAST_NAME = field(
    "last_name", N_("Last name"), "lastname nom nachname apellidos apellido surname familyname", needed=True
)
_FOOTERS = {"visitors": VISITORS, "others": OTHERS, "total": TOTAL}


def footer(row: Row, headings: Headings) -> str | None:
    """Return "visitors", "others" or "total" when the row is one of these footers, which are not people."""
    if fold(row.text(headings.columns.get("last_name"))):
        return None
    word = fold(row.text(headings.columns.get("first_name")) or row.text(headings.columns.get("name")))
    return next((kind for kind, words in _FOOTERS.items() if word in words), None)


def tidy(text: str) -> str:
    """Return text in one line with one blank between words."""
    return " ".join(text.split())


class Names:
    """First and last names of rows, without the member numbers that some files append.

    The number is kept when two rows would have the same name without it.
    """

    def __init__(self, headings: Headings, rows: Iterable[Row]) -> None:
        self._first, self._last = headings.columns.get("first_name"), headings.columns.get("last_name")
        seen: set[str] = set()
        self._same: set[str] = set()
        for row in rows:
            name = fold(" ".join(map(bare, self._raw(row))))
            (self._same if name in seen else seen).add(name)

    def _raw(self, row: Row) -> tuple[str, str]:
        return row.text(self._first), row.text(self._last)

    def of(self, row: Row) -> tuple[str, str]:
        """Return first and last name of a row."""
        first, last = self._raw(row)
        if fold(f"{bare(first)} {bare(last)}") in self._same:
            return tidy(first), tidy(last)
        return bare(first), bare(last)


class FigureColumns:
    """Reads the figures of rows.

    Text that is not a figure becomes a problem and counts as 0. The whole column decides whether point or comma is the
    decimal mark.
    """

    def __init__(
        self,
        fields: Iterable[Field],
        headings: Headings,
        rows: Iterable[Row],
        currency: str,
        problems: list[Problem],
    ) -> None:
        known = tuple(rows)
        self._currency = currency
        self._problems = problems
        self._columns = {item.key: headings.columns[item.key] for item in fields if item.key in headings.columns}
        self._headings = headings
        self._marks = {
            key: decimal_mark(value for row in known if isinstance(value := row.cell(column).value, str))
            for key, column in self._columns.items()
        }

    def of(self, row: Row) -> Mapping[str, int]:
        """Return the figures of a row by their keys; TYFCB in minor units."""
        return {key: self._figure(row, key, column) for key, column in self._columns.items()}

    def _figure(self, row: Row, key: str, column: int) -> int:
        value, mark = row.cell(column).value, self._marks[key]
        try:
            return to_minor(value, self._currency, mark) if key == "TYFCB" else to_count(value, mark)
        except (ChapterError, ArithmeticError) as error:
            text = N_("“{text}” is not a figure; it counts as 0")
            heading = self._headings.row.text(column)
            self._problems.append(Problem(row.number, heading, text, {"text": row.text(column)[:40]}))
            _ = error
            return 0
