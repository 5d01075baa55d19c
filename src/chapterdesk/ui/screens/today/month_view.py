"""The month as a small calendar: meetings that took place, that come, and days off; Enter or a click opens one."""

import calendar
import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.widgets.context import Context


class MonthView(QWidget):
    """Monday to Sunday. A filled circle is a meeting that took place, a ring one that comes, a stroke a day off."""

    opened = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._month = context.today().replace(day=1)
        self._meetings: dict[dt.date, MeetingRow] = {}
        self._at: dt.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_month(self, month: dt.date, meetings: Sequence[MeetingRow]) -> None:
        """Show the month of a day with its meetings; of two on a day the one that was not called off."""
        self._month = month.replace(day=1)
        ordered = sorted(meetings, key=lambda row: row.status not in OFF)
        self._meetings = {row.date: row for row in ordered}
        days = sorted(self._meetings)
        today = self._context.today()
        self._at = next((day for day in days if day >= today), days[-1] if days else None)
        self.setAccessibleName("; ".join(self.words(day) for day in days))
        self.updateGeometry()
        self.update()

    def words(self, day: dt.date) -> str:
        """Return what a day of a meeting is."""
        tr, language = self._context.tr, self._context.language
        row = self._meetings[day]
        kind, state = tr(row.kind.label), tr(row.status.label)
        return tr("{day}: {kind}, {state}", day=language.day(day), kind=kind, state=state)

    def _weeks(self) -> list[list[dt.date]]:
        return calendar.Calendar().monthdatescalendar(self._month.year, self._month.month)

    def _cell(self) -> QSize:
        line = QFontMetrics(self._context.style.font("small")).height()
        return QSize(self.width() // 7, max(30, line + 12))

    def sizeHint(self) -> QSize:
        """Qt: as many rows as the month has weeks."""
        line = QFontMetrics(self._context.style.font("small")).height()
        return QSize(260, (len(self._weeks()) + 1) * max(30, line + 12))

    def minimumSizeHint(self) -> QSize:
        """Qt: figures of two digits fit."""
        return QSize(196, self.sizeHint().height())

    def _box(self, day: dt.date) -> QRectF:
        cell, first = self._cell(), self._weeks()[0][0]
        week, weekday = divmod((day - first).days, 7)
        return QRectF(weekday * cell.width(), (week + 1) * cell.height(), cell.width(), cell.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the letters of the weekdays, then the days."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style, locale, cell = self._context.style, self._context.language.locale, self._cell()
            painter.setFont(style.font("small"))
            painter.setPen(style.colour("muted"))
            for weekday in range(7):
                name = locale.standaloneDayName(weekday + 1, locale.FormatType.NarrowFormat)
                painter.drawText(
                    QRectF(weekday * cell.width(), 0, cell.width(), cell.height()), Qt.AlignmentFlag.AlignCenter, name
                )
            for week in self._weeks():
                for day in week:
                    if day.month == self._month.month:
                        self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        style, box = self._context.style, self._box(day)
        row, centre = self._meetings.get(day), box.center()
        radius = min(box.width(), box.height()) / 2 - 2
        ink = "ink" if day == self._context.today() else "muted"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row is not None and row.status in COUNTING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawEllipse(centre, radius, radius)
            ink = "on-accent"
        elif row is not None and row.status not in OFF:
            painter.setPen(QPen(style.colour("accent"), 1.6))
            painter.drawEllipse(centre, radius, radius)
            ink = "ink"
        font = style.font("small")
        font.setBold(day == self._context.today() or row is not None)
        painter.setFont(font)
        painter.setPen(style.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if row is not None and row.status in OFF:
            painter.setPen(QPen(style.colour("neutral"), 1.4))
            painter.drawLine(QPointF(centre.x() - 9, centre.y()), QPointF(centre.x() + 9, centre.y()))
        if day == self._context.today() and row is None:
            painter.setPen(QPen(style.colour("ink"), 1.6))
            painter.drawLine(QPointF(centre.x() - 7, box.bottom() - 4), QPointF(centre.x() + 7, box.bottom() - 4))
        if day == self._at and self.hasFocus():
            painter.setPen(QPen(style.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _hit(self, point: QPointF) -> dt.date | None:
        return next((day for day in self._meetings if self._box(day).contains(point)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a meeting opens it."""
        day = self._hit(event.position())
        if day is not None:
            self.opened.emit(self._meetings[day].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: say what a day is."""
        day = self._hit(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if day else Qt.CursorShape.ArrowCursor)
        if day is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.words(day), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows go from meeting to meeting, Enter opens."""
        days = sorted(self._meetings)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self._at in self._meetings:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                at = min(max(days.index(self._at) + step, 0), len(days) - 1)
                self._at = days[at]
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._at in self._meetings:
                self.opened.emit(self._meetings[self._at].id)
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
