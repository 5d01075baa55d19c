"""The icon of the program, drawn from resources/brand at the size at which it is shown."""

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from chapterdesk.paths import resources

SMALL = 24
"""Pixels up to which the drawing with fewer and thicker shapes is used."""
SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
"""Sizes in pixels of the icon in window frames, task bars and switchers."""


def program_icon(size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon of the program, `size` units wide, for a screen of a pixel ratio."""
    side = round(size * ratio)
    name = "icon-small.svg" if side <= SMALL else "icon.svg"
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(str(resources() / "brand" / name)).render(painter, QRectF(0, 0, side, side))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def window_icon() -> QIcon:
    """Return the icon of the windows, sharp in every size; empty on macOS, whose Dock shows that of the bundle."""
    icon = QIcon()
    if sys.platform != "darwin":
        for size in SIZES:
            icon.addPixmap(program_icon(size))
    return icon
