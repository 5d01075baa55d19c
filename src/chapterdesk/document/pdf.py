"""Documents and charts as PDF. ReportLab is loaded when the first PDF is written."""

from collections.abc import Sequence
from typing import BinaryIO

from chapterdesk.document.blocks import Block, Chart
from chapterdesk.document.edition import Edition, Words
from chapterdesk.document.palette import Palette


def write_pdf(target: BinaryIO, blocks: Sequence[Block], edition: Edition) -> None:
    """Write a document. The first block must be a Masthead; it sets the paper size.

    Fonts are embedded, and equal blocks give equal bytes.
    """
    from chapterdesk.document.paper.pages import write_pages

    write_pages(target, blocks, edition)


def render_chart(chart: Chart, palette: Palette, words: Words, wide: float, high: float) -> bytes:
    """Return a chart as a PDF of one page of `wide` × `high` points, which the window shows through QtPdf."""
    from chapterdesk.document.paper.charts import write_chart

    return write_chart(chart, palette, words, wide, high)
