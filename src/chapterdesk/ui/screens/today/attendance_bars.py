"""Attendance of the last weeks as small bars; a click or Enter on one opens its meeting."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chapterdesk.store.statistics import MeetingFigures
from chapterdesk.ui.widgets.context import Context

WEEKS: Final = 12
_GAP: Final = 6
FLOOR: Final = Fraction(1, 2)
"""The bars begin at one half: chapters live between 70 and 100 %, and the axis says so."""


class AttendanceBars(QWidget):
    """One bar a meeting; the arrows go from one to the next, `opened` tells the meeting's id."""

    opened = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._meetings: tuple[MeetingFigures, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def meetings(self) -> tuple[MeetingFigures, ...]:
        """The meetings that have a bar, the latest last."""
        return self._meetings

    def show_meetings(self, meetings: Sequence[MeetingFigures]) -> None:
        """Show the latest meetings in which somebody was marked."""
        self._meetings = tuple(row for row in meetings if row.totals.marks.rate is not None)[-WEEKS:]
        self._at = len(self._meetings) - 1
        self.setAccessibleName("; ".join(self.words(at) for at in range(len(self._meetings))))
        self.setVisible(bool(self._meetings))
        self.update()

    def words(self, at: int) -> str:
        """Return what a bar says: the day, the rate, and how many."""
        tr, language, row = self._context.tr, self._context.language, self._meetings[at]
        marks = row.totals.marks
        return tr(
            "{day}: {rate}, {present} of {all}",
            day=language.day(row.date),
            rate=language.percent(marks.rate),
            present=marks.here,
            all=marks.weeks - marks.M,
        )

    def sizeHint(self) -> QSize:
        """Qt: a strip."""
        return QSize(360, 96 + 2 * QFontMetrics(self._context.style.font("small")).height())

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow bars are still bars."""
        return QSize(160, self.sizeHint().height())

    def _column(self, at: int) -> QRectF:
        line = QFontMetrics(self._context.style.font("small")).height()
        wide = (self.width() + _GAP) / WEEKS
        left = self.width() + _GAP - wide * (len(self._meetings) - at)
        return QRectF(left, line + 4, wide - _GAP, self.height() - 2 * line - 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bars, the rate over each, the day under every other one."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style, language = self._context.style, self._context.language
            painter.setFont(style.font("small"))
            small = QFontMetrics(style.font("small"))
            centre = Qt.AlignmentFlag.AlignHCenter
            for at, row in enumerate(self._meetings):
                box, rate = self._column(at), row.totals.marks.rate or Fraction(0)
                share = float(max(Fraction(0), rate - FLOOR) / (1 - FLOOR))
                height = max(4.0, box.height() * share)
                bar = QRectF(box.left(), box.bottom() - height, box.width(), height)
                last = at == len(self._meetings) - 1
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.colour("accent" if last or (at == self._at and self.hasFocus()) else "edge"))
                painter.drawRoundedRect(bar, 3, 3)
                painter.setPen(style.colour("ink" if last else "muted"))
                text = language.number(rate * 100)
                above = QRectF(box.left() - 4, bar.top() - small.height() - 1, box.width() + 8, small.height())
                painter.drawText(above, centre, text)
                if (len(self._meetings) - 1 - at) % 2 == 0:
                    day = language.locale.toString(QDate(row.date.year, row.date.month, row.date.day), "d MMM")
                    below = QRectF(box.left() - box.width(), box.bottom() + 4, box.width() * 3, small.height())
                    painter.setPen(style.colour("ink" if last else "muted"))
                    painter.drawText(below, centre, day)
            painter.setPen(QPen(style.colour("line"), 1))
            bottom = self._column(0).bottom() + 0.5
            painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
            if self.hasFocus() and 0 <= self._at < len(self._meetings):
                painter.setPen(QPen(style.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._column(self._at).adjusted(-2, -16, 2, 2), 4, 4)

    def _hit(self, point: QPointF) -> int:
        for at in range(len(self._meetings)):
            box = self._column(at)
            if box.left() - _GAP / 2 <= point.x() <= box.right() + _GAP / 2:
                return at
        return -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click opens the meeting."""
        at = self._hit(event.position())
        if at >= 0:
            self.opened.emit(self._meetings[at].meeting_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: say what a bar is."""
        at = self._hit(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        if at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self.words(at), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows go along, Enter opens."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._at = min(max(self._at + step, 0), len(self._meetings) - 1)
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._at >= 0:
                self.opened.emit(self._meetings[self._at].meeting_id)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: show the ring."""
        super().focusInEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer has gone."""
        super().leaveEvent(event)
        self.unsetCursor()
