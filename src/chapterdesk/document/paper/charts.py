"""Charts: one ReportLab drawing for paper and screen, which differ in their palettes only."""

import io
import math

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.pdfgen.canvas import Canvas

from chapterdesk.document.blocks import Chart, Series
from chapterdesk.document.edition import Words
from chapterdesk.document.palette import Palette
from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, register, width
from chapterdesk.document.paper.paint import paint

_SMALL = 7.5
_LEGEND = 22.0
_AXIS = 16.0
_STEPS = (1, 2, 5)
_LINES = 5
_WIDEST = 26.0  # points: a few bars do not get too wide


def draw_chart(chart: Chart, palette: Palette, words: Words, ink: Ink, wide: float, high: float) -> Drawing:
    """Return stacked bars in `wide` × `high` points, with a legend above, faint lines behind and a few labels below."""
    register()
    drawing = Drawing(wide, high)
    top = _top(chart)
    step = _step(top)
    highest = step * math.ceil(top / step) if top else step
    left = max(width(words.number(highest), REGULAR, _SMALL) + 8, 20)
    floor, ceiling = _AXIS, high - _LEGEND
    _legend(drawing, chart, palette, ink, wide, high)
    for value in range(0, highest + 1, step):
        y = floor + (ceiling - floor) * value / highest
        drawing.add(
            Line(left, y, wide, y, strokeColor=paint(palette.line if value else palette.muted), strokeWidth=0.5)
        )
        drawing.add(_text(left - 5, y - 2.6, words.number(value), palette.muted, anchor="end"))
    _bars(drawing, chart, palette, (left, floor, wide - left, (ceiling - floor) / highest))
    pitch = (wide - left) / max(chart.size, 1)
    after = left
    for at, text in chart.ticks:
        shown = ink.printable(text)
        x = left + pitch * at
        if x >= after and x + width(shown, REGULAR, _SMALL) <= wide + 2:
            drawing.add(_text(x, 3, shown, palette.muted))
            after = x + width(shown, REGULAR, _SMALL) + 6
    return drawing


def write_chart(chart: Chart, palette: Palette, words: Words, wide: float, high: float) -> bytes:
    """Return the chart as a PDF of one page of its own size, which the window shows through QtPdf."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(wide, high), invariant=1)
    ink = Ink()
    canvas.setTitle(ink.printable(chart.title))
    renderPDF.draw(draw_chart(chart, palette, words, ink, wide, high), canvas, 0, 0)
    canvas.save()
    return target.getvalue()


def _top(chart: Chart) -> int:
    return max((sum(one.values[at] for one in chart.series) for at in range(chart.size)), default=0)


def _step(top: int) -> int:
    """Return a round distance (1, 2, 5, 10 …) that gives at most five parts."""
    scale = 1
    while True:
        for step in _STEPS:
            if top <= step * scale * _LINES:
                return step * scale
        scale *= 10


def _bars(drawing: Drawing, chart: Chart, palette: Palette, area: tuple[float, float, float, float]) -> None:
    left, floor, wide, unit = area
    pitch = wide / max(chart.size, 1)
    bar = min(pitch * 0.6, _WIDEST)
    for at in range(chart.size):
        y = floor
        x = left + pitch * at + (pitch - bar) / 2
        for one in chart.series:
            tall = one.values[at] * unit
            if tall:
                drawing.add(_block(x, y, bar, tall, one, palette))
            y += tall


def _legend(drawing: Drawing, chart: Chart, palette: Palette, ink: Ink, wide: float, high: float) -> None:
    base = high - 9
    drawing.add(_text(0, base, ink.printable(chart.title), palette.ink, font=BOLD, size=8.5))
    x = wide
    for one in reversed(chart.series):
        label = ink.printable(one.label)
        x -= width(label, REGULAR, _SMALL)
        drawing.add(_text(x, base, label, palette.muted))
        x -= 10
        drawing.add(_block(x, base - 0.6, 6.5, 6.5, one, palette))
        x -= 14


def _block(x: float, y: float, wide: float, high: float, series: Series, palette: Palette) -> Rect:
    """Return one piece of a bar; the soft tone has an outline, since it is close to the background."""
    edge = 0.25 if series.tone == "soft" else 0.0
    fill = paint(palette.tone(series.tone))
    line = paint(palette.accent) if edge else None
    return Rect(x + edge, y + edge, wide - 2 * edge, high - 2 * edge, fillColor=fill, strokeColor=line, strokeWidth=0.5)


def _text(
    x: float, y: float, text: str, colour: str, *, font: str = REGULAR, size: float = _SMALL, anchor: str = "start"
) -> String:
    return String(x, y, text, fontName=font, fontSize=size, fillColor=paint(colour), textAnchor=anchor)
