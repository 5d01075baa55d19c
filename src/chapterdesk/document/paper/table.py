"""Tables on paper: drawn straight from measured lines, eight times as fast as a paragraph in every cell."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from chapterdesk.document.blocks import Align, Form
from chapterdesk.document.palette import Palette
from chapterdesk.document.paper.fonts import BOLD, REGULAR, shorten
from chapterdesk.document.paper.grid import Grid, GridLine
from chapterdesk.document.paper.paint import paint

_TOGETHER = 3  # rows that stay together at the top and at the end, so that no row is alone
_BELOW = 4.0  # points of white space below a table


class PaperTable(Flowable):  # type: ignore[misc]
    """A measured table; its heading is repeated on each page."""

    def __init__(self, grid: Grid, lines: tuple[GridLine, ...], palette: Palette, first: int = 0) -> None:
        super().__init__()
        self._grid = grid
        self._lines = lines
        self._palette = palette
        self._first = first  # rows on earlier pages: the bands continue

    @property
    def least(self) -> float:
        """The height in points that must be left on a page for the table to begin there."""
        return self._grid.head_height + sum(line.height for line in self._lines[:_TOGETHER])

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points."""
        del available_width, available_height
        self.width = sum(self._grid.widths)
        self.height = self._grid.head_height + sum(line.height for line in self._lines) + _BELOW
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split the table between this page and the next; no row is left alone on either."""
        del available_width
        room = available_height - self._grid.head_height - _BELOW
        fits = 0
        for line in self._lines:
            room -= line.height
            if room < 0:
                break
            fits += 1
        totals = sum(line.total for line in self._lines)
        keep = min(len(self._lines), totals + 2)
        fits = min(fits, len(self._lines) - keep)
        if fits < 2:
            return []
        return [
            PaperTable(self._grid, self._lines[:fits], self._palette, self._first),
            PaperTable(self._grid, self._lines[fits:], self._palette, self._first + fits),
        ]

    def draw(self) -> None:
        """Draw heading and rows, the origin at the lower left corner."""
        grid, canvas, palette = self._grid, self.canv, self._palette
        canvas.saveState()
        canvas.setLineWidth(0.5)
        top = self.height
        self._draw_head(canvas, top)
        top -= grid.head_height
        canvas.setStrokeColor(paint(palette.muted))
        canvas.line(0, top, self.width, top)
        above = False
        for at, line in enumerate(self._lines, self._first):
            if line.total:
                canvas.setStrokeColor(paint(palette.line if above else palette.muted))
                canvas.line(0, top, self.width, top)
            self._draw_line(canvas, line, top, banded=at % 2 == 1 and not grid.roomy and not line.total)
            above = line.total
            top -= line.height
        canvas.restoreState()

    def _draw_head(self, canvas: Canvas, top: float) -> None:
        grid, palette = self._grid, self._palette
        small = grid.size - 0.5 if grid.size > 6.5 else grid.size
        canvas.setFont(BOLD, small)
        canvas.setStrokeColor(paint(palette.line))
        for first, last, text in grid.groups:
            left = grid.lefts[first] + grid.pad
            right = grid.lefts[last] + grid.widths[last] - grid.pad
            canvas.setFillColor(paint(palette.accent))
            base = top - grid.head_height + grid.title_height(first, last) + 4.5
            align: Align = "center" if grid.columns[first].align != "left" else "left"
            _place(canvas, shorten(text, BOLD, small, right - left + 2 * grid.pad), left, right, base, align)
            canvas.line(left, base - 3.2, right, base - 3.2)
        canvas.setFillColor(paint(palette.muted))
        bottom = top - grid.head_height + 4.5
        for column, left, wide, lines in zip(grid.columns, grid.lefts, grid.widths, grid.titles, strict=True):
            for at, text in enumerate(reversed(lines)):
                _place(canvas, text, left + grid.pad, left + wide - grid.pad, bottom + at * grid.leading, column.align)

    def _draw_line(self, canvas: Canvas, line: GridLine, top: float, *, banded: bool) -> None:
        grid, palette = self._grid, self._palette
        bottom = top - line.height
        if banded:
            canvas.setFillColor(paint(palette.band))
            canvas.rect(0, bottom, self.width, line.height, stroke=0, fill=1)
        if grid.roomy:
            canvas.setStrokeColor(paint(palette.line))
            canvas.line(0, bottom, self.width, bottom)
        drop = (line.height - max(len(cell) for cell in line.cells) * grid.leading) / 2
        base = top - drop - grid.leading * 0.75
        if grid.roomy:
            base = bottom + 7 + (max(len(cell) for cell in line.cells) - 1) * grid.leading
        look: tuple[bool, str] | None = None
        for at, (column, cell, tone) in enumerate(zip(grid.columns, line.cells, line.tones, strict=True)):
            left, right = grid.lefts[at] + grid.pad, grid.lefts[at] + grid.widths[at] - grid.pad
            heavy = line.total or column.strong or (column.form is Form.CODE and tone not in {"", "muted"})
            if (heavy, tone) != look:  # each change of font costs as much as drawing a word
                look = (heavy, tone)
                canvas.setFont(BOLD if heavy else REGULAR, grid.size)
                canvas.setFillColor(paint(palette.tone(tone)))
            for number, text in enumerate(cell):
                if text:
                    _place(canvas, text, left, right, base - number * grid.leading, column.align)


def _place(canvas: Canvas, text: str, left: float, right: float, base: float, align: Align) -> None:
    """Draw a text between two edges."""
    if align == "right":
        canvas.drawRightString(right, base, text)
    elif align == "center":
        canvas.drawCentredString((left + right) / 2, base, text)
    else:
        canvas.drawString(left, base, text)
