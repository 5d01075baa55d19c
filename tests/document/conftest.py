"""Fixtures of the tests of documents: both languages, an edition, and a reader of PDF."""

import datetime as dt
import io
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfReader

from chapterdesk.document.blocks import Block
from chapterdesk.document.edition import Edition
from chapterdesk.document.pdf import write_pdf
from chapterdesk.i18n import Language


@pytest.fixture(params=["es", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    """Both languages, one after the other."""
    return Language(request.param)


@pytest.fixture
def edition(language: Language) -> Edition:
    """An edition of an invented chapter."""
    return Edition("Grupo Alameda & Cía <SL>", dt.date(2026, 3, 5), language)


@pytest.fixture
def pages(edition: Edition) -> Callable[[Sequence[Block]], list[str]]:
    """Write blocks as PDF and return the text of each page."""

    def read(blocks: Sequence[Block]) -> list[str]:
        target = io.BytesIO()
        write_pdf(target, blocks, edition)
        return [page.extract_text() for page in PdfReader(target).pages]

    return read
