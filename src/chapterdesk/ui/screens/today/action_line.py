"""One line of a list that leads somewhere: an icon, a text that may take two lines, the whole line takes the click."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.why_figure import two_lines

_ICON: Final = 16
_LEFT: Final = 32
_RIGHT: Final = 28


class ActionLine(QWidget):
    """A click, Enter or Space tells `clicked`; `detail` is a muted word at the right."""

    clicked = Signal()

    def __init__(
        self,
        context: Context,
        icon: str,
        text: str,
        *,
        tone: str = "muted",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = context.style
        self.text, self.detail = text, detail
        self._icon, self._tone = icon, tone
        self._hovered = False
        self.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _shown(self) -> str:
        metrics = QFontMetrics(self._style.font("body"))
        side = metrics.horizontalAdvance(self.detail) + 12 if self.detail else 0
        return two_lines(self.text, metrics, max(self.width() - _LEFT - _RIGHT - side, 60))

    def sizeHint(self) -> QSize:
        """Qt: one line or two, never lower than a finger needs."""
        lines = self._shown().count("\n") + 1
        return QSize(240, max(36, QFontMetrics(self._style.font("body")).height() * lines + 14))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow lines are shortened."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the width decides whether it takes two lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: icon, text, detail, and an arrow under the pointer."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style, box = self._style, self.rect()
            if self._hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.colour("hover"))
                painter.drawRoundedRect(box, 6, 6)
            if self.hasFocus():
                painter.setPen(QPen(style.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
            ratio = self.devicePixelRatioF()
            line = QFontMetrics(style.font("body")).height()
            top = round((box.height() - line * (self._shown().count("\n") + 1)) / 2 + (line - _ICON) / 2)
            painter.drawPixmap(8, top, style.pixmap(self._icon, self._tone, _ICON, ratio))
            painter.setFont(style.font("body"))
            painter.setPen(style.colour("ink"))
            words = QRect(_LEFT, 0, box.width() - _LEFT - _RIGHT, box.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._shown())
            painter.setPen(style.colour("muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.detail)
            if self._hovered or self.hasFocus():
                middle = round((box.height() - _ICON) / 2)
                painter.drawPixmap(box.width() - 24, middle, style.pixmap("chevron-right", "muted", _ICON, ratio))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Space go there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer is over it."""
        super().enterEvent(event)
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer has gone."""
        super().leaveEvent(event)
        self._hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: show the ring."""
        super().focusInEvent(event)
        self.update()
