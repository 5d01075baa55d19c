"""Tables as XLSX: one sheet each, numbers as numbers and dates as dates, and no formulas."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, BinaryIO

from chapterdesk.document.blocks import Block, Column, Form, Heading, Masthead, Table, Text, tables
from chapterdesk.document.edition import Edition
from chapterdesk.document.palette import PAPER
from chapterdesk.domain.money import Money, digits
from chapterdesk.domain.text import clean

_LONGEST = 32_767  # characters that a cell can hold
_SHEET_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def write_xlsx(target: BinaryIO, blocks: Sequence[Block], edition: Edition) -> None:
    """Write a first sheet that says what the document is, then a sheet for each of its tables."""
    import xlsxwriter

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    book = xlsxwriter.Workbook(target, options)
    formats = _Formats(book)
    tr = edition.words.tr
    names: set[str] = set()
    found = tables(blocks)
    for table in found:
        _write_table(book.add_worksheet(_sheet_name(table.name, names)), table, formats, edition.words.code)
    _write_cover(book.add_worksheet(_sheet_name(tr("About", "the document"), names)), blocks, edition, formats)
    head = next((block for block in blocks if isinstance(block, Masthead)), Masthead(""))
    made = dt.datetime.combine(edition.today, dt.time())
    book.set_properties({"title": clean(head.what), "author": clean(edition.chapter)[:200], "created": made})
    book.close()


class _Formats:
    """The formats of a workbook, made when first used."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        """Return the format with these properties."""
        properties = {"font_name": "Calibri", "font_size": 11, "valign": "top", **properties}
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a valid, unique name of a sheet: at most 31 characters, and none that Excel refuses."""
    plain = clean(name).translate(_FORBIDDEN).strip()[:_SHEET_NAME].strip() or "1"
    if plain.casefold() == "history":
        plain += " "  # Excel reserves that name
    unique, number = plain, 2
    while unique.casefold() in taken:
        ending = f" ({number})"
        unique = plain[: _SHEET_NAME - len(ending)] + ending
        number += 1
    taken.add(unique.casefold())
    return unique


def _write_table(sheet: Any, table: Table, formats: _Formats, language: str) -> None:
    columns = [column for column in table.columns if column.key]
    figures = {Form.NUMBER, Form.MONEY, Form.PERCENT, Form.RATE, Form.CHANGE}
    for at, column in enumerate(columns):
        align = "right" if column.form in figures else "center" if column.form is Form.CODE else "left"
        style = {"bold": True, "font_color": PAPER.accent, "bottom": 1, "bottom_color": PAPER.muted, "align": align}
        sheet.write_string(0, at, clean(column.key), formats.of(**style))
    rows = [*((row, False) for row in table.rows), *((row, True) for row in table.totals)]
    for number, (row, total) in enumerate(rows, 1):
        for at, column in enumerate(columns):
            _write_cell(sheet, number, at, column, column.get(row), formats, language, total=total)
    sheet.freeze_panes(1, 1)
    if columns and table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(columns) - 1)
    for at, column in enumerate(columns):
        longest = max((len(_text(column.get(row))) for row, _ in rows), default=0)
        sheet.set_column(at, at, min(max(longest + 2, len(column.key) + 4, 6), 60))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(
    sheet: Any, row: int, at: int, column: Column, value: Any, formats: _Formats, language: str, *, total: bool
) -> None:
    style: dict[str, Any] = {"bold": True, "top": 1, "top_color": PAPER.line} if total else {}
    match value:
        case None:
            sheet.write_blank(row, at, None, formats.of(**style))
        case Money():
            places = digits(value.currency)
            pattern = "#,##0" + ("." + "0" * places if places else "")
            sheet.write_number(row, at, float(value.amount), formats.of(num_format=pattern, **style))
        case dt.date():
            pattern = "dd/mm/yyyy" if language == "es" else "yyyy-mm-dd"
            day = formats.of(num_format=pattern, align="left", **style)
            sheet.write_datetime(row, at, dt.datetime.combine(value, dt.time()), day)
        case Fraction() | float():
            pattern = "0%" if column.form is Form.PERCENT else "0.00"
            sheet.write_number(row, at, float(value), formats.of(num_format=pattern, **style))
        case int() if column.form is not Form.TEXT:
            sheet.write_number(row, at, int(value), formats.of(num_format="#,##0", **style))
        case _:
            align = "center" if column.form is Form.CODE else "left"
            style |= {"align": align, "text_wrap": column.wrap}
            sheet.write_string(row, at, clean(str(value))[:_LONGEST], formats.of(**style))


def _text(value: Any) -> str:
    """Return roughly the text of a cell, to measure its width."""
    match value:
        case None:
            return ""
        case Money():
            return f"{value.amount:,.2f}"
        case Fraction() | float():
            return "00.00"
        case dt.date():
            return "0000-00-00"
        case _:
            return max(str(value).splitlines() or [""], key=len)


def _write_cover(sheet: Any, blocks: Sequence[Block], edition: Edition, formats: _Formats) -> None:
    """Write the first sheet: the chapter, the days and the headings of the document."""
    sheet.set_column(0, 0, 90)
    sheet.hide_gridlines(2)
    lines: list[tuple[str, dict[str, Any]]] = [(edition.chapter, {"bold": True, "font_color": PAPER.accent})]
    for block in blocks:
        match block:
            case Masthead(what, period):
                lines.append((" · ".join(text for text in (what, period) if text), {"font_color": PAPER.muted}))
            case Heading(text, 1):
                lines.append((text, {"bold": True, "font_size": 16}))
            case Text(text):
                lines.append((text, {}))
    tr = edition.words.tr
    made = tr("Made on {date}", date=edition.today)
    lines.append((made, {"font_color": PAPER.muted}))
    for row, (text, style) in enumerate(lines):
        sheet.write_string(row, 0, clean(text)[:_LONGEST], formats.of(text_wrap=True, **style))
