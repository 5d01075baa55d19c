"""XLSX: numbers as numbers, dates as dates, text as text whatever it looks like."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from chapterdesk.document.blocks import Block, Column, Form, Heading, Masthead, Table, Text
from chapterdesk.document.edition import Edition
from chapterdesk.document.xlsx import write_xlsx
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import clean
from chapterdesk.i18n import Language
from tests.hostile_texts import HOSTILE_TEXTS

NAME = Column("Name", "", lambda row: row[0])
COLUMNS = (
    NAME,
    Column("Weeks", "Weeks", lambda row: row[1], Form.NUMBER),
    Column("Amount", "Amount", lambda row: row[2], Form.MONEY),
    Column("Share", "Share", lambda row: row[3], Form.PERCENT),
    Column("Day", "Day", lambda row: row[4], Form.DATE),
    Column("Rate", "Rate", lambda row: row[5], Form.RATE),
    Column("", "Only on paper", lambda row: "paper"),
)
ROW = ("Ana", 3, Money(123456, "EUR"), Fraction(3, 4), dt.date(2026, 3, 5), None)


def written(blocks: Sequence[Block], code: str = "en") -> bytes:
    target = io.BytesIO()
    write_xlsx(target, blocks, Edition("Grupo Alameda", dt.date(2026, 3, 5), Language(code)))
    return target.getvalue()


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.parametrize("code", ["es", "en"])
def test_values_keep_their_types(code: str) -> None:
    head, row, total = sheets(written([Table("People", COLUMNS, [ROW], totals=[ROW])], code))["People"]
    assert head == ["Name", "Weeks", "Amount", "Share", "Day", "Rate"]
    assert row == ["Ana", 3, 1234.56, 0.75, dt.date(2026, 3, 5), ""]
    assert total == row


def test_the_heading_is_frozen_and_the_rows_can_be_filtered() -> None:
    sheet = part(written([Table("People", COLUMNS, [ROW])]), "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:F2"/>' in sheet
    assert "<cols>" in sheet


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_hostile_text_is_text(text: str) -> None:
    column = Column(text, "", lambda row: row[0])
    data = written([Masthead(text), Heading(text, 1), Text(text), Table(text, (column,), [(text,)], totals=[(text,)])])
    found = next(iter(sheets(data).values()))
    assert found[1][0] == clean(text).strip()
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        if name.startswith("xl/worksheets"):
            assert "<f>" not in part(data, name)
            assert "hyperlink" not in part(data, name)


@pytest.mark.parametrize("name", ["[a]:b*c?/\\", "History", "x" * 50, "", "'"])
def test_sheets_have_names_that_excel_accepts(name: str) -> None:
    data = written([Table(name, COLUMNS[:1], [("one",)]), Table(name, COLUMNS[:1], [("two",)])])
    names = list(sheets(data))
    assert len(names) == len({one.casefold() for one in names}) == 3
    assert all(0 < len(one) <= 31 and not set(one) & set("[]:*?/\\") for one in names)
    assert "history" not in {one.casefold() for one in names}


def test_the_last_sheet_says_what_the_document_is() -> None:
    blocks: list[Block] = [
        Masthead("Summary", "2026"),
        Heading("Attendance 91%", 1),
        Text("Provisional"),
        Table("T", COLUMNS, [ROW]),
    ]
    cover = list(sheets(written(blocks)).values())[-1]
    assert [row[0] for row in cover] == [
        "Grupo Alameda", "Summary · 2026", "Attendance 91%", "Provisional", "Made on 5 March 2026",
    ]  # fmt: skip


def test_a_very_long_text_is_cut_to_what_a_cell_holds() -> None:
    found = sheets(written([Table("T", COLUMNS[:1], [("x" * 40_000,)])]))["T"]
    assert len(str(found[1][0])) == 32_767


def test_the_same_blocks_give_the_same_bytes() -> None:
    blocks: list[Block] = [Masthead("Summary"), Table("T", COLUMNS, [ROW])]
    assert written(blocks) == written(blocks)


def test_yen_have_no_cents_and_codes_are_centred() -> None:
    columns = (
        Column("Yen", "", lambda row: row[0], Form.MONEY),
        Column("Code", "", lambda row: row[1], Form.CODE),
        Column("Float", "", lambda row: 0.5, Form.RATE),
    )
    data = written([Table("T", columns, [(Money(500, "JPY"), "P")])])
    assert sheets(data)["T"][1] == [500, "P", 0.5]
    assert 'horizontal="center"' in part(data, "xl/styles.xml")


def test_a_table_without_rows_has_its_heading() -> None:
    assert sheets(written([Table("T", COLUMNS, [])]))["T"] == [["Name", "Weeks", "Amount", "Share", "Day", "Rate"]]
