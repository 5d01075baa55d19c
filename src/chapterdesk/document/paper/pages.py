"""Documents on paper: A4 or Letter, with header and footer, fonts embedded, the same bytes for the same blocks."""

import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage

from chapterdesk.document import blocks as b
from chapterdesk.document.edition import Edition
from chapterdesk.document.palette import PAPER, Palette
from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, shorten
from chapterdesk.document.paper.grid import lay_out
from chapterdesk.document.paper.paint import paint
from chapterdesk.document.paper.parts import KeyFigures, PaperChart, name_columns, paragraphs, section, title
from chapterdesk.document.paper.slips import SlipSheet
from chapterdesk.document.paper.table import PaperTable

# Nothing that is printed can make the program fetch a file or an address.
rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []
rl_config.useA85 = 0  # streams as bytes, not as text: smaller, and quicker to write

MARGIN = 16 * mm
_HEAD = 9 * mm  # from the margin to the text
_FOOT = 7 * mm
_LOGO = (30 * mm, 7 * mm)
_SIZES = {b.Paper.A4: A4, b.Paper.LETTER: LETTER}
_MOST_MISSING = 24  # characters named one by one


def write_pages(target: BinaryIO, blocks: Sequence[b.Block], edition: Edition) -> None:
    """Write a document; the first block is its Masthead."""
    head = next((block for block in blocks if isinstance(block, b.Masthead)), b.Masthead(""))
    ink = Ink()
    page = _Page(head, edition, ink, PAPER)
    story = _Story(edition, ink, PAPER, page.room).of(blocks)
    page.write(target, story)


class _Page:
    """The page: its size, the frame for the text, header and footer."""

    def __init__(self, head: b.Masthead, edition: Edition, ink: Ink, palette: Palette) -> None:
        size = _SIZES[head.paper]
        self._size = landscape(size) if head.landscape else size
        self._bare = head.bare
        self._edition = edition
        self._palette = palette
        self._what = ink.printable(head.what)
        self._chapter = ink.printable(edition.chapter)
        self._about = " · ".join(text for text in (self._what, ink.printable(head.period)) if text)
        tr = edition.words.tr
        self._made = ink.printable(tr("Made on {date}", date=edition.today))
        self._logo = _image(edition.logo)
        self.room = self._size[0] - (0 if head.bare else 2 * MARGIN)

    def write(self, target: BinaryIO, story: list[Flowable]) -> None:
        """Lay out the story on pages."""
        wide, high = self._size
        if self._bare:
            frame = Frame(0, 0, wide, high, 0, 0, 0, 0)
        else:
            foot = MARGIN + _FOOT
            frame = Frame(MARGIN, foot, self.room, high - MARGIN - _HEAD - foot, 0, 0, 0, 0)
        document = BaseDocTemplate(
            target,
            pagesize=self._size,
            title=f"{self._about} · {self._chapter}",
            author=self._chapter,
            creator="ChapterDesk",
            lang=self._edition.words.code,
            invariant=1,
            pageTemplates=[PageTemplate("page", [frame])],
        )
        document.build(story, canvasmaker=self._canvas)

    def _canvas(self, *arguments: Any, **options: Any) -> Canvas:
        return _CountingCanvas(self._furnish, *arguments, **options | {"initialFontName": REGULAR})

    def _furnish(self, canvas: Canvas, number: int, count: int) -> None:
        """Draw header and footer of page `number` of `count`."""
        if self._bare:
            return
        wide, high = self._size
        tr = self._edition.words.tr
        palette = self._palette
        base = high - MARGIN + 1.5 * mm
        left, room = MARGIN, self.room
        if self._logo is not None:
            image, image_wide, image_high = self._logo
            canvas.drawImage(image, left, base - 2 * mm, image_wide, image_high, mask="auto")
            left += image_wide + 3 * mm
        canvas.setFillColor(paint(palette.ink))
        canvas.setFont(BOLD, 8.5)
        canvas.drawString(left, base, shorten(self._chapter, BOLD, 8.5, room * 0.45))
        canvas.setFillColor(paint(palette.muted))
        canvas.setFont(REGULAR, 8.5)
        canvas.drawRightString(wide - MARGIN, base, shorten(self._about, REGULAR, 8.5, room * 0.5))
        canvas.setStrokeColor(paint(palette.line))
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, base - 3 * mm, wide - MARGIN, base - 3 * mm)
        canvas.setFont(REGULAR, 8)
        canvas.drawString(MARGIN, MARGIN - 2 * mm, self._made)
        pages = tr("Page {page} of {pages}", page=number, pages=count)
        canvas.drawRightString(wide - MARGIN, MARGIN - 2 * mm, pages)


class _Story:
    """Turns blocks into flowables of ReportLab."""

    def __init__(self, edition: Edition, ink: Ink, palette: Palette, room: float) -> None:
        self._edition, self._ink, self._palette, self._room = edition, ink, palette, room

    def of(self, blocks: Sequence[b.Block]) -> list[Flowable]:
        """Return the flowables; a heading is never alone at the bottom of a page."""
        parts = [self._parts(block) for block in blocks]
        story: list[Flowable] = []
        for at, (block, found) in enumerate(zip(blocks, parts, strict=True)):
            if isinstance(block, b.Heading):
                follower = next((part[0] for part in parts[at + 1 :] if part), None)
                story.append(CondPageBreak(found[0].least + getattr(follower, "least", 0)))
            story.extend(found)
        if missing := self._missing():
            story.extend(missing)
        return story or [Spacer(1, 1)]

    def _parts(self, block: b.Block) -> list[Flowable]:
        ink, palette, room, words = self._ink, self._palette, self._room, self._edition.words
        match block:
            case b.Masthead():
                return []
            case b.Heading(text, 1):
                return [title(text, ink, palette, room)]
            case b.Heading(text):
                return [section(text, ink, palette, room)]
            case b.Text(text, tone):
                return [*paragraphs(text, tone, ink, palette, room)]
            case b.Figures(items):
                return [KeyFigures(items, ink, palette, room)] if items else []
            case b.Chart():
                return [PaperChart(block, words, ink, palette, room)] if block.size else []
            case b.Entries(items, columns):
                return [*name_columns(items, columns, ink, palette, room)]
            case b.BlankSlips(items):
                return [
                    SlipSheet(items[at : at + 4], self._edition.chapter, ink, palette) for at in range(0, len(items), 4)
                ]
            case b.PageBreak():
                return [NewPage()]
            case b.Table():
                return self._table(block)

    def _table(self, table: b.Table) -> list[Flowable]:
        if not any(column.title for column in table.columns):
            return []  # a table for files only: paper shows the data in another way
        if not table.rows and not table.totals:
            text = table.empty
            return [*paragraphs(text, "muted", self._ink, self._palette, self._room)] if text else []
        grid = lay_out(table, self._edition.words, self._ink, self._room)
        return [PaperTable(grid, grid.lines, self._palette)]

    def _missing(self) -> list[Flowable]:
        codes = self._ink.missing
        if not codes:
            return []
        tr = self._edition.words.tr
        text = tr("Characters that the fonts do not have stand as their code: {codes}", codes=_list(codes))
        return [Spacer(1, 10), *paragraphs(text, "muted", self._ink, self._palette, self._room)]


def _list(codes: Sequence[str]) -> str:
    more = ", …" if len(codes) > _MOST_MISSING else ""
    return ", ".join(codes[:_MOST_MISSING]) + more


class _CountingCanvas(Canvas):  # type: ignore[misc]
    """Delays the pages until their number is known."""

    def __init__(self, furnish: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._furnish = furnish
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep a finished page."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Number the pages and write them."""
        count = len(self._kept)
        for number, state in enumerate(self._kept, 1):
            kept = self._kept
            self.__dict__.update(state)
            self._kept = kept
            self._furnish(self, number, count)
            super().showPage()
        super().save()


def _image(data: bytes | None) -> tuple[ImageReader, float, float] | None:
    """Return a logo with its size on paper; None when there is no logo, or its bytes are not an image."""
    if not data:
        return None
    try:
        image = ImageReader(io.BytesIO(data))
        wide, high = image.getSize()
        scale = min(_LOGO[0] / wide, _LOGO[1] / high)
    except (OSError, ValueError, ZeroDivisionError):
        return None  # a report is complete without its logo
    return image, wide * scale, high * scale
