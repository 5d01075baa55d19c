"""The text of values on paper, by the form of their column and in the language of the document."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from chapterdesk.document.blocks import Column, Form
from chapterdesk.document.cell_text import cell_text
from chapterdesk.domain.money import Money
from chapterdesk.i18n import Language


@pytest.mark.parametrize(
    ("form", "value", "spanish", "english"),
    [
        (Form.TEXT, "Ana", "Ana", "Ana"),
        (Form.TEXT, 1234, "1234", "1234"),
        (Form.TEXT, None, "", ""),
        (Form.NUMBER, 1234, "1.234", "1,234"),
        (Form.MONEY, Money(123456, "EUR"), "1.234,56", "1,234.56"),
        (Form.MONEY, Money(500, "JPY"), "500", "500"),
        (Form.MONEY, None, "", ""),
        (Form.PERCENT, Fraction(23, 24), "96\N{NO-BREAK SPACE}%", "96%"),
        (Form.PERCENT, None, "–", "–"),
        (Form.RATE, Fraction(1, 3), "0,33", "0.33"),
        (Form.RATE, None, "–", "–"),
        (Form.DATE, dt.date(2026, 3, 5), "05/03/2026", "05/03/2026"),
        (Form.CODE, "P", "P", "P"),
        (Form.CHANGE, 3, "+3", "+3"),
        (Form.CHANGE, 0, "–", "–"),
    ],
)
def test_values_read_as_people_of_the_language_write_them(form: Form, value: Any, spanish: str, english: str) -> None:
    column = Column("", "Title", lambda row: row, form)
    assert cell_text(column, value, Language("es")) == spanish
    assert cell_text(column, value, Language("en")) == english


def test_negative_numbers_have_the_minus_of_the_language() -> None:
    column = Column("", "Title", lambda row: row, Form.CHANGE)
    for code in ("es", "en"):
        assert cell_text(column, -3, Language(code)) == Language(code).number(-3)


def test_a_column_can_show_its_values_itself() -> None:
    column = Column("", "Title", lambda row: row, Form.NUMBER, show=lambda value: f"({value})")
    assert cell_text(column, None, Language("en")) == "(None)"


@pytest.mark.parametrize(
    ("form", "align"),
    [(Form.TEXT, "left"), (Form.DATE, "left"), (Form.CODE, "center"), (Form.NUMBER, "right"), (Form.PERCENT, "right")],
)
def test_figures_are_right_aligned_words_left_and_codes_centred(form: Form, align: str) -> None:
    assert Column("", "Title", lambda row: row, form).align == align
