"""Painting without child widgets: rows of lists, and widgets that are painted as a whole.

Each has a ground with hover and the focus ring, icons, and texts that are cut with an ellipsis.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chapterdesk.ui.look.style import Style
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import Index

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowPen:
    """Paints the parts of a row in the fonts and colours of the style."""

    def __init__(self, painter: QPainter, style: Style) -> None:
        self.painter = painter
        self._style = style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ground(self, box: QRect | QRectF, fill: str, radius: float, *, ring: bool = False) -> None:
        """Fill a box with round corners in the colour of a role, with the focus ring if asked."""
        self.painter.setPen(QPen(self._style.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
        self.painter.setBrush(self._style.colour(fill))
        self.painter.drawRoundedRect(box, radius, radius)

    def stroke(self, role: str, width: float) -> None:
        """Draw only outlines from now on, in the colour of a role, `width` pixels wide."""
        self.painter.setPen(QPen(self._style.colour(role), width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def ring(self, box: QRect | QRectF, radius: float) -> None:
        """Draw the focus ring inside a box."""
        self.stroke("accent", 2)
        self.painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def hairline(self, box: QRect, inset: int) -> None:
        """Draw the line below a row, `inset` pixels from both sides."""
        self.painter.fillRect(box.left() + inset, box.bottom(), box.width() - 2 * inset, 1, self._style.colour("line"))

    def icon(self, left: int, top: int, name: str, role: str, size: int) -> None:
        """Draw an icon in the colour of a role."""
        ratio = self.painter.device().devicePixelRatioF()
        self.painter.drawPixmap(left, top, self._style.pixmap(name, role, size, ratio))

    def words(self, box: QRect, text: str, font: QFont, role: str, side: Qt.AlignmentFlag = LEFT) -> int:
        """Write one line of text, cut with an ellipsis; return its width in pixels."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        self.text(box, shown, font, role, side)
        return metrics.horizontalAdvance(shown)

    def text(self, box: QRect | QRectF, text: str, font: QFont, role: str, side: Qt.AlignmentFlag = LEFT) -> None:
        """Write a text with its line breaks, uncut."""
        self.painter.setFont(font)
        self.painter.setPen(self._style.colour(role))
        self.painter.drawText(box, side, text)


@dataclass(frozen=True, slots=True)
class RowState:
    """The state of a row of a list."""

    is_current: bool
    is_hovered: bool
    is_focused: bool


class RowPainter(QStyledItemDelegate):
    """Paints the rows of a list, all equally high; a subclass paints one in `paint_row`.

    A row is as high as its text (one line in the body font, or a demi-bold and a small one) and `room` pixels, at least
    `lowest` pixels.
    """

    def __init__(self, context: Context, parent: QWidget, *, lowest: int, room: int, lines: int = 1) -> None:
        super().__init__(parent)
        self._style = context.style
        self.body, self.bold, self.small = (context.style.font(role) for role in ("body", "body", "small"))
        self.bold.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(self.body).height()
        if lines > 1:
            words = QFontMetrics(self.bold).height() + QFontMetrics(self.small).height()
        self.height = max(lowest, words + room)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flags = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus
        state = RowState(*(bool(option.state & flag) for flag in flags))
        painter.save()
        self.paint_row(RowPen(painter, self._style), QRect(option.rect), index, state)
        painter.restore()

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one row into its box."""

    def two_lines(self, box: QRect) -> tuple[QRect, QRect]:
        """Return the boxes of the demi-bold line of a row and of the small line below it."""
        upper, lower = QFontMetrics(self.bold).height(), QFontMetrics(self.small).height()
        top = box.center().y() - (upper + lower) // 2
        return QRect(box.left(), top, box.width(), upper), QRect(box.left(), top + upper, box.width(), lower)


class PaintedList(QListView):
    """A list of painted rows with hover; an empty list shows the text `empty` in its middle."""

    def __init__(self, context: Context, name: str, empty: str = "", *, inset: tuple[int, int] = (16, 16)) -> None:
        super().__init__()
        self._style, self._empty, self._inset = context.style, empty, inset
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and self.model().rowCount() == 0:
            across, down = self._inset
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._style.colour("muted"))
                wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.viewport().rect().adjusted(across, down, -across, -down), wrapped, self._empty)


class PaintedWidget(QWidget):
    """A widget that is painted as a whole; its height may depend on its width."""

    RADIUS = 6
    NARROWEST = 120
    """The minimum width in pixels; in less room the text is cut."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = context.style
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_hovered(self) -> bool:
        """Whether the pointer is over it and a press would act."""
        return self.underMouse()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            pen = RowPen(painter, self._style)
            self.paint_ground(pen)
            self.paint_parts(pen, self.rect())

    def paint_ground(self, pen: RowPen) -> None:
        """Paint the hover ground and the focus ring."""
        if self.is_hovered:
            pen.ground(self.rect(), "hover", self.RADIUS)
        if self.hasFocus():
            pen.ring(self.rect(), self.RADIUS)

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint the content."""
