"""Writes files in the form of BNI Connect and spreadsheet programs, with every quirk that such files have.

All data are invented.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
Value = str | int | float | dt.date | None
SUMMARY_COLUMNS = (
    "First Name",
    "Last Name",
    "P",
    "A",
    "L",
    "M",
    "S",
    "RGI",
    "RGO",
    "RRI",
    "RRO",
    "V",
    "1-2-1",
    "TYFCB",
    "CEU",
)
SLIP_COLUMNS = ("From", "To", "Slip Type", "Inside/Outside", "TYFCB Amount", "CEU Credits", "Detail")
SLIP_PLACES = (1, 2, 4, 6, 7, 9, 10)
"""Columns A, B, D, F, G, I, J of a slips file with its block of headers."""
WITH_GAPS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16)
OTHER_GAPS = (1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19)
"""Two of the ways in which countries leave gaps between the columns of a summary."""


@dataclass(frozen=True)
class Bold:
    """A bold value."""

    value: Value


@dataclass(frozen=True)
class Wide:
    """A value in a cell merged over `over` more columns."""

    value: Value
    over: int


@dataclass
class Connect:
    """A SpreadsheetML 2003 file: CR line ends, prefixed and unprefixed names of one namespace, sparse cells."""

    rows: list[str] = field(default_factory=list)

    def row(self, cells: dict[int, Any], *, index: int | None = None) -> "Connect":
        """Add a row of cells by column; every cell has its ss:Index, as in files of Connect."""
        told = f' ss:Index="{index}"' if index else ""
        body = "".join(_cell(column, value) for column, value in sorted(cells.items()))
        self.rows.append(f'<Row ss:AutoFitHeight="0"{told}>{body}</Row>')
        return self

    def line(self, values: Iterable[Any], places: Sequence[int] | None = None) -> "Connect":
        """Add a row of values, in columns 1, 2, 3 … or in the given ones; None leaves a gap."""
        known = list(values)
        return self.row({c: v for c, v in zip(places or range(1, 200), known, strict=False) if v is not None})

    def bytes(self) -> bytes:
        """The whole file."""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<?mso-application progid="Excel.Sheet"?>',
            f'<Workbook xmlns="{_SHEET}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:ss="{_SHEET}">',
            '<Styles><Style ss:ID="Default" ss:Name="Normal"><Font ss:Size="8"/></Style>',
            '<Style ss:ID="s21"><Font ss:Bold="1" ss:Size="8"/></Style>',
            '<Style ss:ID="s22" ss:Parent="s21"><Font ss:Bold="0"/></Style></Styles>',
            '<Worksheet ss:Name="Report"><ss:Table>',
            '<ss:Column ss:Width="80"/><ss:Column ss:Width="80"/>',
            *self.rows,
            "</ss:Table></Worksheet></Workbook>",
        ]
        return "\r".join(lines).encode()


def _cell(column: int, value: Any) -> str:
    style, merged = "s22", ""
    if isinstance(value, Wide):
        merged, value = f' ss:MergeAcross="{value.over}"', value.value
    if isinstance(value, Bold):
        style, value = "s21", value.value
    kind, text = "String", escape(str(value))
    if isinstance(value, int | float):
        kind = "Number"
    elif isinstance(value, dt.date):
        kind, text = "DateTime", f"{value.isoformat()}T00:00:00.000"
    return f'<Cell ss:Index="{column}"{merged} ss:StyleID="{style}"><ss:Data ss:Type="{kind}">{text}</ss:Data></Cell>'


def run_block(file: Connect, title: str, chapter: str, run_at: dt.date) -> Connect:
    """The first rows of every export with headers: title, and the labels of the run with their values below."""
    file.row({1: Wide(f"{chapter} ► {title}" if "for" not in title else title, 15)})
    file.row({1: Wide("Running User", 2), 4: Wide("Run At", 2), 7: Wide("Country", 3), 11: "Region", 14: "Chapter"})
    return file.row({1: Wide("Ada Muster", 2), 4: Wide(run_at, 2), 7: Wide("Musterland", 3), 11: "Nord", 14: chapter})


def parameters(file: Connect, chapter: str, first: dt.date, last: dt.date, *, dropped: bool = False) -> Connect:
    """The rows `Parameters`, `Chapter:`, `From:`, `To:` and sometimes `Flags:`."""
    file.row({1: Wide("Parameters", 15)})
    for label, value in (("Chapter:", chapter), ("From:", first), ("To:", last)):
        file.row({1: Wide(label, 7), 9: Wide(value, 7)})
    if dropped:
        file.row({1: Wide("Flags:", 7), 9: Wide("Include Dropped Members", 7)})
    return file


def summary_file(
    rows: Sequence[Sequence[Any]],
    *,
    chapter: str = "Grupo Alameda",
    first: dt.date | None = None,
    last: dt.date | None = None,
    run_at: dt.date = dt.date(2026, 7, 1),
    dropped: bool = False,
    columns: Sequence[str] = SUMMARY_COLUMNS,
    places: Sequence[int] = WITH_GAPS,
) -> bytes:
    """A summary; without days it has no block of headers and its headings stand in row 1."""
    file = Connect()
    if first and last:
        run_block(file, "Summary PALMS Report", chapter, run_at)
        parameters(file, chapter, first, last, dropped=dropped)
    else:
        places = tuple(range(1, 30))
    heads: dict[int, Any] = {place: Bold(name) for place, name in zip(places, columns, strict=False)}
    file.row({c: head if c + 1 in heads or c > 15 else Wide(head, 1) for c, head in heads.items()})
    for row in rows:
        file.line(row, places)
    return file.bytes()


def attendance_file(
    days: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    chapter: str = "Grupo Alameda",
) -> bytes:
    """Attendance by week: two names, an empty column, then a column per week."""
    file = Connect()
    if first and last:
        run_block(file, "Attendance Report", chapter, last)
        parameters(file, chapter, first, last)
    places = (1, 2, *range(4, 4 + len(days)))
    file.line([Bold(name) for name in ("First Name", "Last Name", *days)], places)
    for row in rows:
        file.line(row, places)
    return file.bytes()


def slips_file(
    rows: Sequence[Sequence[Any]],
    *,
    title: str = "",
    chapter: str = "Grupo Alameda",
    columns: Sequence[str] = SLIP_COLUMNS,
) -> bytes:
    """A slips file, every cell a String; with a title it has the run block and gaps."""
    file = Connect()
    places: Sequence[int] = range(1, 8)
    if title:
        run_block(file, title, chapter, dt.date(2026, 7, 1))
        places = SLIP_PLACES
    file.line([Bold(name) for name in columns], places)
    for row in rows:
        file.line(["" if value is None else value for value in row], places)
    return file.bytes()


def csv_file(rows: Iterable[Sequence[Any]], separator: str = ",", encoding: str = "utf-8", start: str = "") -> bytes:
    """A text table, cells quoted where they must be."""
    import csv
    import io

    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return (start + text.getvalue()).encode(encoding)


def xlsx_file(rows: Iterable[Sequence[Any]]) -> bytes:
    """A real workbook, with dates, numbers and bold cells."""
    import io

    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet, bold = book.add_worksheet("Report"), book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, told in enumerate(row):
                value = told.value if isinstance(told, Bold) else told
                if isinstance(value, dt.date):
                    sheet.write_datetime(number, column, dt.datetime.combine(value, dt.time()), day)
                elif value is not None:
                    sheet.write(number, column, value, bold if isinstance(told, Bold) else None)
    return target.getvalue()
