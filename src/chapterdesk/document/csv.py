"""Tables as CSV: UTF-8 with a byte order mark, in the form that a spreadsheet of the language reads correctly.

English: commas, decimal points, ISO dates. Spanish: semicolons, decimal commas, dates as day/month/year. There are no
titles, and no totals but the rows of the summary.
"""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, BinaryIO

from chapterdesk.document.blocks import Block, Form, tables
from chapterdesk.document.edition import Edition
from chapterdesk.domain.money import Money, digits
from chapterdesk.domain.text import clean

_RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take what follows for a formula
_PLACES = 4  # of a rate


def write_csv(target: BinaryIO, blocks: Sequence[Block], edition: Edition) -> None:
    """Write the first table of a document; without a table only the byte order mark."""
    spanish = edition.words.code == "es"
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if spanish else ",", lineterminator="\r\n")
    for table in tables(blocks)[:1]:
        columns = [column for column in table.columns if column.key]
        writer.writerow([column.key for column in columns])
        rows = [*table.rows, *(table.totals if table.totals_are_data else ())]
        writer.writerows([_cell(column.get(row), column.form, spanish=spanish) for column in columns] for row in rows)
    target.write(text.getvalue().encode("utf-8-sig"))


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: it puts an apostrophe before = + - @, tab and CR."""
    return f"'{text}" if text.startswith(_RISKY) or text.lstrip().startswith(_RISKY[:4]) else text


def _cell(value: Any, form: Form, *, spanish: bool) -> str:
    match value:
        case None:
            return ""
        case dt.date():
            return value.strftime("%d/%m/%Y") if spanish else value.isoformat()
        case Money():
            return _decimal(f"{value.amount:.{digits(value.currency)}f}", spanish=spanish)
        case Fraction() | float():
            return _decimal(f"{float(value):.{_PLACES}f}", spanish=spanish)
        case int() if form is not Form.TEXT:
            return str(int(value))
        case _:
            return guarded(clean(str(value)))


def _decimal(figure: str, *, spanish: bool) -> str:
    return figure.replace(".", ",") if spanish else figure
