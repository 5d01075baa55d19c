"""How a value of a column is shown on paper, in the language of the document."""

import datetime as dt
from fractions import Fraction
from typing import Any

from chapterdesk.document.blocks import Column, Form
from chapterdesk.document.edition import Words
from chapterdesk.domain.money import Money, digits

_NOTHING = "\N{EN DASH}"


def cell_text(column: Column, row: Any, words: Words) -> str:
    """Return the text of a cell; None is an empty cell, a rate without weeks a dash."""
    value = column.get(row)
    if column.show is not None:
        return column.show(value)
    match value:
        case None:
            return _NOTHING if column.form in {Form.PERCENT, Form.RATE} else ""
        case Money():
            return words.number(Fraction(value.amount), digits(value.currency))
        case dt.date():
            return words.short_date(value)
        case Fraction() if column.form is Form.RATE:
            return words.number(value, 2)
        case Fraction() | float() if column.form is Form.PERCENT:
            return words.percent(Fraction(value))
        case int() if column.form is Form.CHANGE:
            sign = "+" if value > 0 else ""
            return sign + words.number(value) if value else _NOTHING
        case int() if column.form is Form.NUMBER:
            return words.number(value)
        case _:
            return str(value)
