"""The picture that is shown until the window opens: icon, name and version."""

import time

from PySide6.QtCore import QEventLoop, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from chapterdesk import __version__
from chapterdesk.paths import APPLICATION
from chapterdesk.ui.look.brand import program_icon
from chapterdesk.ui.look.colours import colours, current_theme

SIZE = QSize(420, 264)
ICON = 104
PATIENCE = 0.08
"""Seconds to wait until the system shows the picture; after that loading begins all the same."""


class Splash(QWidget):
    """The splash in a theme (system, light, dark); a QWidget, since QSplashScreen can wait a second for the system."""

    def __init__(self, theme: str) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(APPLICATION)
        self.setFixedSize(SIZE)
        screen = QGuiApplication.primaryScreen()
        self.picture = picture(theme, screen.devicePixelRatio())
        self.move(screen.availableGeometry().center() - self.rect().center())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self.picture)

    def show_painted(self) -> None:
        """Show it, and return when it is painted."""
        self.show()
        end = time.monotonic() + PATIENCE
        handle = self.windowHandle()
        quiet = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        while not handle.isExposed() and time.monotonic() < end:
            QGuiApplication.processEvents(quiet, 10)
        self.repaint()

    def close_soon(self) -> None:
        """Close it after the pending events of the window."""
        QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        self.close()
        self.deleteLater()


def picture(theme: str, ratio: float) -> QPixmap:
    """Return the picture for a screen of a pixel ratio: the icon over the edge of a round table."""
    table = colours(current_theme(theme))
    pixmap = QPixmap(SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(table["raised"]))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = SIZE.width(), SIZE.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(table["accent-soft"]))
        painter.drawEllipse(QPointF(width / 2, height + 60), width * 0.62, 116)
        painter.drawPixmap(QPointF((width - ICON) / 2, 34), program_icon(ICON, ratio))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for text, top, size, weight, role in (
            (APPLICATION, 150, 26, QFont.Weight.DemiBold, "ink"),
            (__version__, 220, 14, QFont.Weight.Normal, "muted"),
        ):
            font = QFont(QGuiApplication.font())
            font.setPixelSize(size)
            font.setWeight(weight)
            painter.setFont(font)
            painter.setPen(QColor(table[role]))
            painter.drawText(QRectF(0, top, width, 36), middle, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(table["line"]))
        painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    return pixmap
