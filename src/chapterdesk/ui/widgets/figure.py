"""Numbers with their captions. Double click or Enter lists what a number was counted from."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.labels import lines_of
from chapterdesk.ui.widgets.row_painter import PaintedWidget, RowPen

_PAD: Final = 6
_SMALLEST: Final = 7.5
"""Points; a caption that needs a smaller font is cut."""


class FigureView(PaintedWidget):
    """A number with its caption; `opened` asks for what it was counted from."""

    RADIUS = 8
    NARROWEST = 72
    opened = Signal()

    def __init__(self, context: Context, title: str, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._title, self._large, self._tr = title, large, context.tr
        self._fitted_width, self._fitted = -1, (QFont(), QFont())
        self.set_value("")

    @property
    def is_hovered(self) -> bool:
        """Whether the pointer is over a number that opens."""
        return self._opens and super().is_hovered

    def set_value(self, value: str, *, note: str = "", quiet: bool = False, opens: bool = True) -> None:
        """Show a number with a note below its caption; `quiet` mutes it, without `opens` it cannot be opened."""
        tr = self._tr
        self.value, self.note, self._opens = value, note, opens
        self._tone = "muted" if quiet else "ink"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        spoken = f"{self._title}: {value}"
        self.setAccessibleName(f"{spoken}, {note}" if note else spoken)
        self.setToolTip(tr("Double click or Enter: what it was counted from") if opens else "")
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        """Return the fonts of number and caption, computed once for each width because Qt asks often."""
        room = max(self.width() - 2 * _PAD, 40)
        if room != self._fitted_width:
            small = self._style.font("small")
            while small.pointSizeF() > _SMALLEST and any(
                QFontMetrics(small).horizontalAdvance(word) > room for word in self._title.split()
            ):
                small.setPointSizeF(small.pointSizeF() - 0.5)
            self._fitted_width, self._fitted = room, (self._style.font("figure" if self._large else "section"), small)
        return self._fitted

    def sizeHint(self) -> QSize:
        big, small = (QFontMetrics(font) for font in self._fonts())
        lines = lines_of(self._title, small, self.width() - 2 * _PAD).count("\n") + 1 + bool(self.note)
        return QSize(max(96, big.horizontalAdvance(self.value) + 2 * _PAD), big.height() + small.height() * lines + 12)

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint the number (smaller if it has no room), the caption and the note."""
        full_size, small = self._fonts()
        big = QFont(full_size)
        height = QFontMetrics(big).height()
        inner = box.adjusted(_PAD, 6, -_PAD, -6)
        while QFontMetrics(big).horizontalAdvance(self.value) > inner.width() and big.pointSizeF() > 9:
            big.setPointSizeF(big.pointSizeF() - 0.5)
        pen.text(QRect(inner.left(), inner.top(), inner.width(), height), self.value, big, self._tone)
        metrics = QFontMetrics(small)
        lines = [lines_of(self._title, metrics, inner.width())]
        if self.note:
            lines.append(metrics.elidedText(self.note, Qt.TextElideMode.ElideRight, inner.width()))
        pen.text(inner.adjusted(0, height, 0, 0), "\n".join(lines), small, "muted", Qt.AlignmentFlag.AlignLeft)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self._opens:
            self.opened.emit()
