"""Blank slips: four on a sheet, with any data in the file."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from chapterdesk.document.blocks import BlankSlips, Paper
from chapterdesk.domain.groups import GroupKind
from chapterdesk.reports.paper_slips import PaperKinds
from chapterdesk.store import chapters

from .conftest import Press


def titles(press: Press, **options: Any) -> list[str]:
    (block,) = [block for block in press.blocks("paper-slips", **options) if isinstance(block, BlankSlips)]
    return [slip.title for slip in block.items]


def test_one_slip_of_each_kind_is_the_default(empty: Press) -> None:
    assert titles(empty) == ["Referral", "One-to-one", "Closed business", "Visitor"]


def test_where_money_does_not_count_a_testimonial_is_printed_instead(empty: Press) -> None:
    empty.act(chapters.edit_chapter, empty.chapter, kind=GroupKind.CULTURAL)
    assert titles(empty) == ["Referral", "One-to-one", "Testimonial", "Visitor"]


@pytest.mark.parametrize("kind", [kind for kind in PaperKinds if kind is not PaperKinds.MIXED])
@pytest.mark.parametrize("language", ["es", "en"])
def test_four_of_a_kind_with_all_their_fields_on_paper(empty: Press, kind: PaperKinds, language: str) -> None:
    (slips,) = [block for block in empty.blocks("paper-slips", language, kinds=kind) if isinstance(block, BlankSlips)]
    assert len(slips.items) == 4
    text = PdfReader(io.BytesIO(empty.pdf("paper-slips", language, kinds=kind))).pages[0].extract_text()
    assert text.count(slips.items[0].title) >= 4
    for blank in slips.items[0].blanks:
        assert blank.label in text
        assert all(choice in text for choice in blank.choices)


@pytest.mark.parametrize(("sheets", "pages"), [(1, 1), (3, 3), (0, 1), (99, 50)])
def test_as_many_sheets_as_wanted_within_reason(empty: Press, sheets: int, pages: int) -> None:
    assert len(PdfReader(io.BytesIO(empty.pdf("paper-slips", sheets=sheets))).pages) == pages


def test_letter_paper(empty: Press) -> None:
    page = PdfReader(io.BytesIO(empty.pdf("paper-slips", paper=Paper.LETTER))).pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)
