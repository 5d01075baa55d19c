"""CSV: exact headings and forms, and no cell that a spreadsheet takes for a formula."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from fractions import Fraction

import pytest

from chapterdesk.document.blocks import Block, Column, Form, Heading, Masthead, Table
from chapterdesk.document.csv import guarded, write_csv
from chapterdesk.document.edition import Edition
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import clean
from chapterdesk.i18n import Language
from tests.hostile_texts import HOSTILE_TEXTS

ROW = ('Núñez; Ana, "la"', 3, Money(123456, "EUR"), Fraction(23, 24), dt.date(2026, 3, 5), None, Money(500, "JPY"))
COLUMNS = (
    Column("Name", "", lambda row: row[0]),
    Column("Weeks", "Weeks", lambda row: row[1], Form.NUMBER),
    Column("Amount", "Amount", lambda row: row[2], Form.MONEY),
    Column("Share", "Share", lambda row: row[3], Form.PERCENT),
    Column("Day", "Day", lambda row: row[4], Form.DATE),
    Column("Nothing", "Nothing", lambda row: row[5]),
    Column("Yen", "Yen", lambda row: row[6], Form.MONEY),
    Column("", "Only on paper", lambda row: "paper"),
)


def edition(code: str) -> Edition:
    return Edition("Grupo", dt.date(2026, 3, 5), Language(code))


def written(blocks: Sequence[Block], code: str = "en") -> bytes:
    target = io.BytesIO()
    write_csv(target, blocks, edition(code))
    return target.getvalue()


def test_english_has_commas_points_and_iso_dates() -> None:
    data = written([Masthead("Summary"), Heading("A title"), Table("T", COLUMNS, [ROW], totals=[ROW])])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == [
        "Name,Weeks,Amount,Share,Day,Nothing,Yen",
        '"Núñez; Ana, ""la""",3,1234.56,0.9583,2026-03-05,,500',
    ]


def test_spanish_has_semicolons_commas_and_its_own_dates() -> None:
    lines = written([Table("T", COLUMNS, [ROW])], "es").decode("utf-8-sig").splitlines()
    assert lines[0] == "Name;Weeks;Amount;Share;Day;Nothing;Yen"
    assert lines[1] == '"Núñez; Ana, ""la""";3;1234,56;0,9583;05/03/2026;;500'


def test_totals_are_there_only_where_they_belong_to_the_data() -> None:
    assert len(written([Table("T", COLUMNS, [ROW], totals=[ROW])]).splitlines()) == 2
    assert len(written([Table("T", COLUMNS, [ROW], totals=[ROW], totals_are_data=True)]).splitlines()) == 3


def test_only_the_first_table_of_data_is_written() -> None:
    first, second = Table("A", COLUMNS[:1], [("one",)]), Table("B", COLUMNS[:1], [("two",)])
    paper = Table("P", COLUMNS[:1], [("paper",)], data=False)
    assert written([paper, first, second]).decode("utf-8-sig").split() == ["Name", "one"]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "-x", "\tx", "\rx", " =x"], ids=range(len(HOSTILE_TEXTS) + 4))
def test_hostile_text_comes_back_as_text_and_never_as_a_formula(text: str) -> None:
    data = written([Table("T", COLUMNS[:1], [(text,)])]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert len(rows) == 2
    assert rows[1][0] in {clean(text), f"'{clean(text)}"}
    assert not rows[1][0].lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


def test_negative_numbers_are_numbers_and_not_guarded() -> None:
    data = written([Table("T", (Column("N", "N", lambda row: row, Form.CHANGE),), [-3])])
    assert data.decode("utf-8-sig").split() == ["N", "-3"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    assert guarded(f"1{start}") == f"1{start}"
