"""The parts of a page besides tables: titles, paragraphs, key figures, charts, names in columns.

Each draws plain strings; nothing here reads markup, so a name can contain any character.
"""

from collections.abc import Sequence

from reportlab.graphics import renderPDF
from reportlab.platypus import Flowable

from chapterdesk.document.blocks import Chart, Entry, Figure, Tone
from chapterdesk.document.edition import Words
from chapterdesk.document.palette import Palette
from chapterdesk.document.paper.charts import draw_chart
from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, shorten, width, wrap
from chapterdesk.document.paper.paint import paint

_TITLE_LINES = 3
_GAP = 14.0  # points between key figures
_FIGURE_SIZES = (24, 22, 20, 18, 16, 14, 12)
_TEXT_LINES = 20  # of one paragraph that stay together
_NAME_SIZES = (9.0, 8.0, 7.5, 7.0)
_NAME_ROWS = 24  # of names in columns that stay together


class Lines(Flowable):  # type: ignore[misc]
    """Lines of one size and colour, with gaps above and below, in points."""

    def __init__(self, lines: Sequence[str], font: str, size: float, colour: str, *, gaps: tuple[float, float]) -> None:
        super().__init__()
        self._lines = lines
        self._font, self._size, self._colour = font, size, colour
        self._leading = size * (1.24 if size > 12 else 1.42)
        self._above, self._below = gaps

    @property
    def least(self) -> float:
        """Its whole height in points: it is not split."""
        return float(self._above + len(self._lines) * self._leading + self._below)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points."""
        del available_height
        self.height = self.least
        return available_width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setFont(self._font, self._size)
        self.canv.setFillColor(paint(self._colour))
        top = self.height - self._above - self._size * 0.95
        for at, line in enumerate(self._lines):
            self.canv.drawString(0, top - at * self._leading, line)


def title(text: str, ink: Ink, palette: Palette, room: float) -> Lines:
    """Return the title of a document, which states its result."""
    lines = wrap(ink.printable(text), BOLD, 20, room, _TITLE_LINES)
    return Lines(lines, BOLD, 20, palette.ink, gaps=(0, 12))


def section(text: str, ink: Ink, palette: Palette, room: float) -> Lines:
    """Return the heading of a section."""
    return Lines([shorten(ink.printable(text), BOLD, 12, room)], BOLD, 12, palette.ink, gaps=(14, 5))


def paragraphs(text: str, tone: Tone, ink: Ink, palette: Palette, room: float) -> list[Lines]:
    """Return paragraphs; muted text is small. Very long text is split into parts that fit on a page."""
    size, colour = (8.0, palette.muted) if tone == "muted" else (10.0, palette.ink)
    if tone == "accent":
        size, colour = 10.0, palette.accent
    lines = [line for part in ink.printable_lines(text) for line in wrap(part, REGULAR, size, min(room, 62 * size))]
    parts = [lines[at : at + _TEXT_LINES] for at in range(0, len(lines), _TEXT_LINES)]
    return [Lines(part, REGULAR, size, colour, gaps=(0, 8 if part is parts[-1] else 0)) for part in parts]


class KeyFigures(Flowable):  # type: ignore[misc]
    """A row of figures in large type, each with a word below, between two hairlines."""

    _HEIGHT = 68.0

    def __init__(self, items: Sequence[Figure], ink: Ink, palette: Palette, room: float) -> None:
        super().__init__()
        self._palette = palette
        self._room = room
        values = [ink.printable(item.value) for item in items]
        words = [(ink.printable(item.label), ink.printable(item.note)) for item in items]
        equal = (room - _GAP * (len(items) - 1)) / len(items)
        self._size = next((size for size in _FIGURE_SIZES if self._fits(values, size, equal)), _FIGURE_SIZES[-1])
        shares = self._shares(values, words, equal)
        self._items = []
        x = 0.0
        for item, value, (label, note), share in zip(items, values, words, shares, strict=True):
            texts = shorten(value, REGULAR, self._size, share), shorten(label, BOLD, 8.5, share)
            self._items.append((x, *texts, shorten(note, REGULAR, 8, share), item.tone))
            x += share + _GAP

    def _shares(self, values: Sequence[str], words: Sequence[tuple[str, str]], equal: float) -> list[float]:
        """Return the widths: equal if all fit, else what each needs and an equal share of the rest."""
        needs = [
            max(width(value, REGULAR, self._size), width(label, BOLD, 8.5), width(note, REGULAR, 8)) + 1
            for value, (label, note) in zip(values, words, strict=True)
        ]
        spare = equal * len(needs) - sum(needs)
        if max(needs) <= equal or spare < 0:
            return [equal] * len(needs)
        return [need + spare / len(needs) for need in needs]

    @staticmethod
    def _fits(values: Sequence[str], size: float, share: float) -> bool:
        return all(width(value, REGULAR, size) <= share for value in values)

    @property
    def least(self) -> float:
        """Its whole height in points: it is not split."""
        return self._HEIGHT + 12

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points."""
        del available_height
        return available_width, self.least

    def draw(self) -> None:
        """Draw the figures."""
        canvas, palette = self.canv, self._palette
        top = self.least
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(paint(palette.line))
        canvas.line(0, top, self._room, top)
        for x, value, label, note, tone in self._items:
            canvas.setFillColor(paint(palette.tone(tone or "accent")))
            canvas.setFont(REGULAR, self._size)
            canvas.drawString(x - self._size * 0.04, top - 30, value)
            canvas.setFillColor(paint(palette.ink))
            canvas.setFont(BOLD, 8.5)
            canvas.drawString(x, top - 45, label)
            canvas.setFillColor(paint(palette.muted))
            canvas.setFont(REGULAR, 8)
            canvas.drawString(x, top - 56.5, note)
        canvas.line(0, top - self._HEIGHT, self._room, top - self._HEIGHT)


class PaperChart(Flowable):  # type: ignore[misc]
    """A chart as wide as the page."""

    def __init__(self, chart: Chart, words: Words, ink: Ink, palette: Palette, room: float) -> None:
        super().__init__()
        self._drawing = draw_chart(chart, palette, words, ink, room, 132)

    @property
    def least(self) -> float:
        """Its whole height in points: it is not split."""
        return float(self._drawing.height) + 20

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points."""
        del available_height
        return available_width, self.least

    def draw(self) -> None:
        """Draw the chart."""
        renderPDF.draw(self._drawing, self.canv, 0, 10)


class NameColumns(Flowable):  # type: ignore[misc]
    """Names in newspaper columns, each with a badge before it and a muted note after it."""

    _ROW = 15.0

    def __init__(self, items: Sequence[Entry], columns: int, ink: Ink, palette: Palette, room: float) -> None:
        super().__init__()
        self._palette = palette
        self._rows = -(-len(items) // columns)
        gap = 18.0
        self._share = (room - gap * (columns - 1)) / columns
        self._badge = max((width(ink.printable(item.badge), BOLD, 9) for item in items), default=0.0)
        self._badge += 8 if self._badge else 0
        self._items = [
            (
                (at // self._rows) * (self._share + gap),
                at % self._rows,
                ink.printable(item.badge),
                *self._fitted(ink.printable(item.name), ink.printable(item.note)),
                item.tone,
            )
            for at, item in enumerate(items)
        ]

    def _fitted(self, name: str, note: str) -> tuple[str, float, str]:
        """Return name, font size and note for one line.

        The name is shortened first, since the note may be an amount.
        """
        room = self._share - self._badge
        note = shorten(note, REGULAR, 7.5, room * 0.6)
        room -= width(note, REGULAR, 7.5) + (6 if note else 0)
        size = next((size for size in _NAME_SIZES if width(name, REGULAR, size) <= room), _NAME_SIZES[-1])
        return shorten(name, REGULAR, size, room), size, note

    @property
    def least(self) -> float:
        """Its whole height in points: it is not split."""
        return self._rows * self._ROW + 6

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points."""
        del available_height
        return available_width, self.least

    def draw(self) -> None:
        """Draw the names."""
        canvas, palette = self.canv, self._palette
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(paint(palette.line))
        for x, row, badge, name, size, note, tone in self._items:
            bottom = self.least - (row + 1) * self._ROW
            canvas.line(x, bottom, x + self._share, bottom)
            canvas.setFillColor(paint(palette.tone(tone or "muted")))
            canvas.setFont(BOLD if tone else REGULAR, 9)
            canvas.drawString(x, bottom + 4.4, badge)
            canvas.setFillColor(paint(palette.tone("" if tone == "muted" else tone)))
            canvas.setFont(REGULAR, size)
            canvas.drawString(x + self._badge, bottom + 4.4, name)
            canvas.setFillColor(paint(palette.muted))
            canvas.setFont(REGULAR, 7.5)
            canvas.drawRightString(x + self._share, bottom + 4.4, note)


def name_columns(items: Sequence[Entry], columns: int, ink: Ink, palette: Palette, room: float) -> list[NameColumns]:
    """Return the names in columns, in parts that each fit on a page."""
    part = columns * _NAME_ROWS
    return [NameColumns(items[at : at + part], columns, ink, palette, room) for at in range(0, len(items), part)]
