"""Colours that ReportLab draws with."""

from functools import cache

from reportlab.lib.colors import Color, HexColor


@cache
def paint(colour: str) -> Color:
    """Return the colour of ReportLab for "#RRGGBB"."""
    return HexColor(colour)
