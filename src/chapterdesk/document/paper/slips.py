"""Blank slips on paper: four on a sheet, with lines to cut along."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from chapterdesk.document.blocks import Blank, BlankSlip
from chapterdesk.document.palette import Palette
from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, shorten, width, wrap
from chapterdesk.document.paper.paint import paint

_INSET = 30.0  # points from the edge of a slip to its text
_BOX = 8.0
_PITCHES = (20.0, 37.0)  # least and greatest distance between writing lines, in points
_TOP = 98.0  # from the upper edge to the first line
_BOTTOM = 56.0  # from the last line to the lower edge
_SIZE = 9.0
_CHOICE_SIZES = (9.0, 8.0, 7.0, 6.0)
_GAP = 10.0


class SlipSheet(Flowable):  # type: ignore[misc]
    """Up to four slips that fill a whole sheet."""

    def __init__(self, slips: Sequence[BlankSlip], chapter: str, ink: Ink, palette: Palette) -> None:
        super().__init__()
        self._slips, self._chapter, self._ink, self._palette = slips, ink.printable(chapter), ink, palette
        for slip in slips:  # checks every character now, so that the document can list characters that the font lacks
            for text in (slip.title, slip.hint, slip.footer, *(blank.label for blank in slip.blanks)):
                ink.printable(text)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Tell ReportLab the size in points: the whole sheet."""
        self.width, self.height = available_width, available_height
        return available_width, available_height

    def draw(self) -> None:
        """Draw the cut lines and the slips."""
        canvas = self.canv
        slip_width, slip_height = self.width / 2, self.height / 2
        canvas.saveState()
        canvas.setStrokeColor(paint(self._palette.muted))
        canvas.setLineWidth(0.4)
        canvas.setDash(2, 4)
        canvas.line(slip_width, 0, slip_width, self.height)
        canvas.line(0, slip_height, self.width, slip_height)
        canvas.setDash()
        for at, slip in enumerate(self._slips[:4]):
            self._draw_slip(canvas, slip, (at % 2) * slip_width, (2 - at // 2) * slip_height, slip_width)
        canvas.restoreState()

    def _draw_slip(self, canvas: Canvas, slip: BlankSlip, x: float, top: float, slip_width: float) -> None:
        palette, ink = self._palette, self._ink
        left, right = x + _INSET, x + slip_width - _INSET
        canvas.setFillColor(paint(palette.accent))
        canvas.setFont(BOLD, 15)
        canvas.drawString(left, top - _INSET - 15, shorten(ink.printable(slip.title), BOLD, 15, right - left))
        canvas.setFillColor(paint(palette.muted))
        canvas.setFont(REGULAR, 8)
        y = top - _INSET - 28
        for line in wrap(ink.printable(slip.hint), REGULAR, 8, right - left, 2):
            canvas.drawString(left, y, line)
            y -= 11
        y = top - _TOP
        rows = _rows(slip.blanks)
        pitch = min(max((self.height / 2 - _TOP - _BOTTOM) / max(rows - 1, 1), _PITCHES[0]), _PITCHES[1])
        half = False
        for blank in slip.blanks:
            middle = (left + right) / 2
            if blank.half and half:
                self._draw_blank(canvas, blank, middle + 8, right, y + pitch, pitch)
                half = False
                continue
            half = blank.half
            y = self._draw_blank(canvas, blank, left, middle - 8 if half else right, y, pitch)
        canvas.setFillColor(paint(palette.muted))
        canvas.setFont(REGULAR, 7)
        base = top - self.height / 2 + 20
        canvas.drawString(left, base, shorten(self._chapter, REGULAR, 7, (right - left) * 0.5))
        canvas.drawRightString(right, base, shorten(ink.printable(slip.footer), REGULAR, 7, (right - left) * 0.5))

    def _draw_blank(self, canvas: Canvas, blank: Blank, left: float, right: float, y: float, pitch: float) -> float:
        """Draw one place to write and return the y of the next one."""
        palette, ink = self._palette, self._ink
        label = shorten(ink.printable(blank.label), REGULAR, _SIZE, right - left)
        canvas.setFillColor(paint(palette.ink))
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawString(left, y, label)
        canvas.setLineWidth(0.5)
        x = left + (width(label, REGULAR, _SIZE) + 8 if label else 0)
        if blank.choices:
            canvas.setStrokeColor(paint(palette.muted))
            x = left + max(x - left, 66) if label else left
            choices = [ink.printable(choice) for choice in blank.choices]
            size = next((one for one in _CHOICE_SIZES if x + _choices_width(choices, one) <= right), _CHOICE_SIZES[-1])
            canvas.setFont(REGULAR, size)
            for text in choices:
                canvas.rect(x, y - 1, _BOX, _BOX, stroke=1, fill=0)
                canvas.drawString(x + _BOX + 4, y, text)
                x += _choices_width([text], size) + _GAP
            return y - pitch
        canvas.setStrokeColor(paint(palette.muted))
        for line in range(blank.lines):
            canvas.line(x if line == 0 else left, y - 2, right, y - 2)
            y -= pitch
        return y


def _rows(blanks: Sequence[Blank]) -> int:
    """Return how many lines the places to write need; two half ones share a line."""
    return sum(blank.lines for blank in blanks) - sum(blank.half for blank in blanks) // 2


def _choices_width(choices: Sequence[str], size: float) -> float:
    """Return the width of tick boxes with their texts, in points."""
    return sum(_BOX + 4 + width(text, REGULAR, size) for text in choices) + _GAP * (len(choices) - 1)
