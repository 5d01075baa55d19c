"""The ledger: every slip and visit of a period, with headings that scripts rely on."""

import csv
import io
from typing import Any

import pytest

from chapterdesk.document.blocks import Figures, Heading, Table, Text
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.reports import Dates
from chapterdesk.reports.slips import ListedKinds
from chapterdesk.store import chapters, slips

from .conftest import MEETINGS, NEXT, Press

HEADINGS = "date,kind,giver,receiver,tier,amount,credits,other chapter,note"
ALL = Dates(period=Period(MEETINGS[0], NEXT))


def rows_of(press: Press, language: str = "en", **options: Any) -> list[list[str]]:
    text = press.file("slips", "csv", language, **({"period": ALL} | options)).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "es" else ","))


def test_the_headings_are_exactly_those_of_the_contract(small: Press, empty: Press) -> None:
    assert ",".join(rows_of(small)[0]) == HEADINGS
    assert rows_of(empty) == [HEADINGS.split(",")]


def test_every_slip_and_every_visit_is_a_line_by_date_and_kind(small: Press) -> None:
    assert rows_of(small)[1:] == [
        ["2026-02-26", "referral", "Ana García López", "Directors and guests", "", "", "", "Grupo Ribera", ""],
        ["2026-03-05", "referral", "Ana García López", "Bruno Martín Ruiz", "inside", "", "", "", ""],
        ["2026-03-05", "referral", "Bruno Martín Ruiz", "Ana García López", "outside", "", "", "", ""],
        ["2026-03-05", "one_to_one", "Carmen Núñez Peña", "Diego Ortega Sanz", "", "", "", "", ""],
        ["2026-03-05", "closed_business", "", "Ana García López", "", "1234.56", "", "", "'+ IVA"],
        ["2026-03-05", "education", "Diego Ortega Sanz", "", "", "", "3", "", ""],
        ["2026-03-05", "testimonial", "Ana García López", "Carmen Núñez Peña", "", "", "", "", "'=1+1"],
        ["2026-03-05", "visitor", "Ana García López", "Iker Zabala", "", "", "", "", ""],
        ["2026-03-12", "referral", "Ana García López", "Diego Ortega Sanz", "", "", "", "", ""],
    ]


def test_spanish_has_its_own_words(small: Press) -> None:
    rows = rows_of(small, "es")
    assert rows[0] != HEADINGS.split(",")
    assert rows[5][5] == "1234,56"


@pytest.mark.parametrize("kind", list(ListedKinds))
def test_one_kind_can_be_asked_for(small: Press, kind: ListedKinds) -> None:
    found = {row[1] for row in rows_of(small, kinds=kind)[1:]}
    assert len(found) == (6 if kind is ListedKinds.ALL else kind is not ListedKinds.INTRODUCTION)
    assert kind is ListedKinds.ALL or found <= {kind.value}


def test_the_choice_of_kinds_has_them_all() -> None:
    assert [*ListedKinds] == ["all", *SlipKind, "visitor"]


def test_the_third_person_of_an_introduction_has_a_column_and_stands_on_paper(small: Press) -> None:
    ana, bruno, carmen = small.people[:3]
    draft = SlipDraft(
        kind=SlipKind.INTRODUCTION, date=MEETINGS[0], giver_id=ana, receiver_id=bruno, third_id=carmen, note="local"
    )
    small.act(slips.add_slip, small.chapter, draft)
    rows = rows_of(small, kinds=ListedKinds.INTRODUCTION)
    assert ",".join(rows[0]) == f"{HEADINGS},introduced to"
    assert rows[1][1:4] == ["introduction", "Ana García López", "Bruno Martín Ruiz"]
    assert rows[1][-1] == "Carmen Núñez Peña"
    (table,) = [block for block in small.blocks("slips", period=ALL) if isinstance(block, Table)]
    about = next(column for column in table.columns if column.title == "About")
    told = [about.get(line) for line in table.rows if line.third]
    assert told == ["introduced to Carmen Núñez Peña · for Thu 12 Mar · local"]


def test_a_slip_without_meeting_says_that_it_does_not_count_yet(small: Press) -> None:
    blocks = small.blocks("slips", period=ALL)
    assert Text("1 slip for a meeting that is still to come counts nowhere yet", "muted") in blocks
    table = next(block for block in blocks if isinstance(block, Table))
    about = next(column for column in table.columns if column.title == "About")
    assert about.get(table.rows[-1]) == "for Thu 12 Mar"
    assert about.get(table.rows[1]) == "Obra"
    assert about.get(table.rows[2]) == "Outside"
    assert about.get(table.rows[5]) == "3 credits"


def test_key_figures_count_by_kind(small: Press) -> None:
    figures = next(block for block in small.blocks("slips", period=ALL) if isinstance(block, Figures))
    assert [(item.label, item.value) for item in figures.items] == [
        ("Referrals", "4"), ("One-to-ones", "1"), ("Closed business", "€1,234.56"), ("Education", "3"),
        ("Testimonials", "1"), ("Visitors", "1"),
    ]  # fmt: skip


def test_an_empty_period_says_so(empty: Press) -> None:
    assert Heading("Nothing was handed in", 1) in empty.blocks("slips")


def test_where_money_does_not_count_there_is_no_column_of_amounts_on_paper(small: Press) -> None:
    small.act(chapters.edit_chapter, small.chapter, kind=GroupKind.CULTURAL)
    table = next(block for block in small.blocks("slips") if isinstance(block, Table))
    assert "Amount" not in {column.title for column in table.columns}
