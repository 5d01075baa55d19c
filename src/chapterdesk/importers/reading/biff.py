"""Workbooks of Excel 97 (.xls, BIFF), read by xlrd.

Calamine reads them too, but a few wrong bytes make it request gigabytes of memory, and without them the whole program
aborts. xlrd is written in Python: it stores filled cells only, and every fault is an exception.
"""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.text import N_
from chapterdesk.importers.reading.sheet import Sheet, SheetBuilder, UnreadableError

_DAMAGED = N_("The spreadsheet is damaged; open it in your spreadsheet program and save it again")


def read(data: bytes, builder: SheetBuilder) -> Sheet:
    """Read the first sheet that holds rows; raises UnreadableError."""
    import xlrd

    builder.tick(0)
    try:
        book = xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), on_demand=True, ragged_rows=True, formatting_info=True
        )
        for number in range(book.nsheets):
            builder.tick(0)
            sheet = book.sheet_by_index(number)
            for row, values in enumerate(_rows(book, sheet), 1):
                if row % 1000 == 0:
                    builder.tick(0)
                builder.add_values(row, values, frozenset(_bold(book, sheet, row)))
            book.unload_sheet(number)
            if builder.rows:
                break
    except (UnreadableError, Cancelled):
        raise
    except Exception as error:
        raise UnreadableError(_DAMAGED) from error
    return builder.sheet()


def _rows(book: Any, sheet: Any) -> Iterator[list[object]]:
    """Yield the values of each row: text, numbers, days; the error of a formula is an empty cell."""
    for row in range(sheet.nrows):
        yield [_value(book, cell) for cell in sheet.row(row)]


def _value(book: Any, cell: Any) -> object:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        return day_or_number(book, cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return None
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    return cell.value


def day_or_number(book: Any, value: float) -> object:
    """Return the day of a number with a date format; the number itself when it is not a day."""
    import xlrd

    try:
        found: dt.datetime = xlrd.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError):
        return value
    return found


def _bold(book: Any, sheet: Any, number: int) -> Iterator[tuple[int, int]]:
    """Yield the positions (row and column, 1-based) of the bold cells of a row."""
    for column in range(sheet.row_len(number - 1)):
        style = sheet.cell_xf_index(number - 1, column)
        if book.font_list[book.xf_list[style].font_index].bold:
            yield number, column + 1
