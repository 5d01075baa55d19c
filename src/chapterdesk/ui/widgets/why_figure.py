"""A figure that answers "why?": a double click or Enter lists what it was counted from (SCREENS.md, rule 5)."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
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

_PAD: Final = 6
_SMALLEST: Final = 7.5


class WhyFigure(QWidget):
    """A number with the word that says what it is under it. `opened` asks what it was counted from."""

    opened = Signal()

    def __init__(self, context: Context, title: str, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = context.style
        self._title, self._value, self._note, self._tone = title, "", "", "ink"
        self._large = large
        self._hovered = False
        self._opens = True
        self._tr = context.tr
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value("")

    @property
    def value(self) -> str:
        """The number as it is shown."""
        return self._value

    @property
    def note(self) -> str:
        """The word under it, for example what it was before."""
        return self._note

    def set_value(self, value: str, *, note: str = "", quiet: bool = False, opens: bool = True) -> None:
        """Show a number; a quiet one (nothing counted) is muted, and without `opens` it cannot be asked why."""
        tr = self._tr
        self._value, self._note, self._opens = value, note, opens
        self._tone = "muted" if quiet else "ink"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        spoken = f"{self._title}: {value}"
        self.setAccessibleName(f"{spoken}, {note}" if note else spoken)
        self.setToolTip(tr("Double click or Enter: what it was counted from") if opens else "")
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        small = self._style.font("small")
        room = max(self.width() - 2 * _PAD, 40)
        while small.pointSizeF() > _SMALLEST and any(
            QFontMetrics(small).horizontalAdvance(word) > room for word in self._title.split()
        ):
            small.setPointSizeF(small.pointSizeF() - 0.5)
        return self._style.font("figure" if self._large else "section"), small

    def sizeHint(self) -> QSize:
        """Qt: room for the number and the words under it, as many lines as they take in this width."""
        big, small = (QFontMetrics(font) for font in self._fonts())
        lines = two_lines(self._title, small, self.width() - 2 * _PAD).count("\n") + 1 + bool(self._note)
        return QSize(max(96, big.horizontalAdvance(self._value) + 2 * _PAD), big.height() + small.height() * lines + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the width decides how many lines the words take."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow figures are drawn smaller."""
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the number, the word under it, and the ring of the focus."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style, box = self._style, self.rect()
            if self._hovered and self._opens:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.colour("hover"))
                painter.drawRoundedRect(box, 8, 8)
            if self.hasFocus():
                painter.setPen(QPen(style.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
            inner = box.adjusted(_PAD, 6, -_PAD, -6)
            big, small = self._fonts()
            while QFontMetrics(big).horizontalAdvance(self._value) > inner.width() and big.pointSizeF() > 9:
                big.setPointSizeF(big.pointSizeF() - 0.5)
            height = QFontMetrics(self._fonts()[0]).height()
            painter.setFont(big)
            painter.setPen(style.colour(self._tone))
            left = Qt.AlignmentFlag.AlignLeft
            top = QRect(inner.left(), inner.top(), inner.width(), height)
            painter.drawText(top, left | Qt.AlignmentFlag.AlignVCenter, self._value)
            words = QRect(inner.left(), inner.top() + height, inner.width(), inner.height() - height)
            painter.setFont(small)
            painter.setPen(style.colour("muted"))
            text = two_lines(self._title, QFontMetrics(small), inner.width())
            if self._note:
                note = QFontMetrics(small).elidedText(self._note, Qt.TextElideMode.ElideRight, inner.width())
                text = f"{text}\n{note}"
            painter.drawText(words, left | Qt.AlignmentFlag.AlignTop, text)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: ask why."""
        super().mouseDoubleClickEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter asks why."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        if self._opens:
            self.opened.emit()

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


def two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text broken into at most two lines of a width; what does not fit ends with an ellipsis."""
    words = text.split()
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if not words:
        return first
    return f"{first}\n{metrics.elidedText(' '.join(words), Qt.TextElideMode.ElideRight, width)}"
