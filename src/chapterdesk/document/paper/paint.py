"""Colours that ReportLab draws with."""

from functools import cache

from reportlab.lib.colors import Color, HexColor


@cache
def paint(colour: str) -> Color:
    """Return what ReportLab draws with for "#RRGGBB"."""
    return HexColor(colour)
