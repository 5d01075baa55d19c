"""One line of a list that leads somewhere: an icon, a text that may take two lines, the whole line takes the click."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.ui.widgets import lines_of
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import RIGHT, PaintedLine, RowPen

_ICON: Final = 16
_LEFT: Final = 32
_RIGHT: Final = 28


class ActionLine(PaintedLine):
    """A click, Enter or Space emits `clicked`; `detail` is a muted word at the right."""

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
        super().__init__(context, parent)
        self._font = context.style.font("body")
        self.text, self.detail = text, detail
        self._icon, self._tone = icon, tone
        self.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _shown(self) -> str:
        metrics = QFontMetrics(self._font)
        side = metrics.horizontalAdvance(self.detail) + 12 if self.detail else 0
        return lines_of(self.text, metrics, max(self.width() - _LEFT - _RIGHT - side, 60))

    def sizeHint(self) -> QSize:
        # Never lower than a finger needs.
        lines = self._shown().count("\n") + 1
        return QSize(240, max(36, QFontMetrics(self._font).height() * lines + 14))

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint icon, text, detail, and an arrow under the pointer."""
        shown, line = self._shown(), QFontMetrics(self._font).height()
        top = round((box.height() - line * (shown.count("\n") + 1)) / 2 + (line - _ICON) / 2)
        pen.icon(8, top, self._icon, self._tone, _ICON)
        words = box.adjusted(_LEFT, 0, -_RIGHT, 0)
        pen.text(words, shown, self._font, "ink")
        pen.text(words, self.detail, self._font, "muted", RIGHT)
        if self.is_hovered or self.hasFocus():
            pen.icon(box.width() - 24, round((box.height() - _ICON) / 2), "chevron-right", "muted", _ICON)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)
