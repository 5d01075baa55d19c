"""The painted parts of the screen Today: lines to click, attendance as bars, the month as a calendar."""

import calendar
import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.statistics import MeetingFigures
from chapterdesk.ui.widgets import lines_of
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import CENTRE, RIGHT, PaintedWidget, RowPen

ICON: Final = 16
WORDS_LEFT: Final = 32
WORDS_RIGHT: Final = 28
WEEKS: Final = 12
GAP: Final = 6
"""Pixels between two bars."""
FLOOR: Final = Fraction(1, 2)
"""The rate at the foot of the bars: most chapters have rates between 70 and 100 %."""


class ActionLine(PaintedWidget):
    """A line to click: icon, text, and muted `detail` at the right. A click, Enter or Space emits `clicked`."""

    clicked = Signal()

    def __init__(self, context: Context, icon: str, text: str, *, tone: str = "muted", detail: str = "") -> None:
        super().__init__(context)
        self._font = context.style.font("body")
        self.text, self.detail = text, detail
        self._icon, self._tone = icon, tone
        self.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _wrapped_text(self) -> str:
        metrics = QFontMetrics(self._font)
        side = metrics.horizontalAdvance(self.detail) + 12 if self.detail else 0
        return lines_of(self.text, metrics, max(self.width() - WORDS_LEFT - WORDS_RIGHT - side, 60))

    def sizeHint(self) -> QSize:
        lines = self._wrapped_text().count("\n") + 1
        return QSize(240, max(36, QFontMetrics(self._font).height() * lines + 14))  # 36: high enough for a finger

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint icon, text, detail, and an arrow under the pointer."""
        shown, line = self._wrapped_text(), QFontMetrics(self._font).height()
        top = round((box.height() - line * (shown.count("\n") + 1)) / 2 + (line - ICON) / 2)
        pen.icon(8, top, self._icon, self._tone, ICON)
        words = box.adjusted(WORDS_LEFT, 0, -WORDS_RIGHT, 0)
        pen.text(words, shown, self._font, "ink")
        pen.text(words, self.detail, self._font, "muted", RIGHT)
        if self.is_hovered or self.hasFocus():
            pen.icon(box.width() - 24, round((box.height() - ICON) / 2), "chevron-right", "muted", ICON)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class MeetingPicture(PaintedWidget):
    """Draws meetings. Arrow keys move between them; Enter or a click opens one: `opened` carries its id."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._font = context.style.font("small")
        self._line = QFontMetrics(self._font).height()
        self._ids: list[int] = []
        self._descriptions: list[str] = []
        self._at = -1
        self.setMouseTracking(True)

    def _set_meetings(self, meeting_ids: list[int], descriptions: list[str], at: int) -> None:
        """Set the meetings, their descriptions, and the index from which the arrow keys move."""
        self._ids, self._descriptions, self._at = meeting_ids, descriptions, at
        self.setAccessibleName("; ".join(descriptions))
        self.updateGeometry()
        self.update()

    def _meeting_box(self, _at: int) -> QRectF:
        """Return the area in which a click opens the meeting at an index."""
        return QRectF()

    def paint_ground(self, pen: RowPen) -> None:
        """Paint nothing: the focus ring is around one meeting."""

    def _index_at(self, point: QPointF) -> int:
        return next((at for at in range(len(self._ids)) if self._meeting_box(at).contains(point)), -1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._index_at(event.position())
        if at >= 0:
            self.opened.emit(self._ids[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._index_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        if at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._descriptions[at], self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self._ids:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._at = min(max(self._at + step, 0), len(self._ids) - 1)
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._at >= 0:
                self.opened.emit(self._ids[self._at])
            case _:
                super().keyPressEvent(event)


class AttendanceBars(MeetingPicture):
    """Draws a bar for each meeting of the last weeks: the rate above it, the day below every second one."""

    NARROWEST = 160

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.meetings: tuple[MeetingFigures, ...] = ()
        """The meetings that have a bar, the latest last."""

    def show_meetings(self, meetings: Sequence[MeetingFigures]) -> None:
        """Show the latest meetings that have marks."""
        self.meetings = tuple(row for row in meetings if row.totals.marks.rate is not None)[-WEEKS:]
        count = len(self.meetings)
        descriptions = [self.description(at) for at in range(count)]
        self._set_meetings([row.meeting_id for row in self.meetings], descriptions, count - 1)
        self.setVisible(bool(self.meetings))

    def description(self, at: int) -> str:
        """Return the description of a bar: the day, the rate, and how many members."""
        tr, language, row = self._context.tr, self._context.language, self.meetings[at]
        marks = row.totals.marks
        day, rate = language.day(row.date), language.percent(marks.rate)
        return tr("{day}: {rate}, {present} of {all}", day=day, rate=rate, present=marks.represented, all=marks.rated)

    def sizeHint(self) -> QSize:
        return QSize(360, 96 + 2 * self._line)

    def _column(self, at: int) -> QRectF:
        wide = (self.width() + GAP) / WEEKS
        left = self.width() + GAP - wide * (len(self.meetings) - at)
        return QRectF(left, self._line + 4, wide - GAP, self.height() - 2 * self._line - 10)

    def _meeting_box(self, at: int) -> QRectF:
        return self._column(at).adjusted(-GAP / 2, -self.height(), GAP / 2, self.height())

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint the bars, and the line on which they stand."""
        language, last = self._context.language, len(self.meetings) - 1
        for at, row in enumerate(self.meetings):
            column, rate = self._column(at), row.totals.marks.rate or Fraction(0)
            height = max(4.0, column.height() * float(max(Fraction(0), rate - FLOOR) / (1 - FLOOR)))
            bar = QRectF(column.left(), column.bottom() - height, column.width(), height)
            is_chosen = at == last or (at == self._at and self.hasFocus())
            pen.ground(bar, "accent" if is_chosen else "edge", 3)
            role = "ink" if at == last else "muted"
            above = QRectF(bar.left() - 4, bar.top() - self._line - 1, bar.width() + 8, self._line)
            pen.text(above, language.number(rate * 100), self._font, role, Qt.AlignmentFlag.AlignHCenter)
            if (last - at) % 2 == 0:
                day = language.locale.toString(QDate(row.date.year, row.date.month, row.date.day), "d MMM")
                below = QRectF(bar.left() - bar.width(), bar.bottom() + 4, bar.width() * 3, self._line)
                pen.text(below, day, self._font, role, Qt.AlignmentFlag.AlignHCenter)
        pen.stroke("line", 1)
        bottom = self._column(0).bottom() + 0.5
        pen.painter.drawLine(QPointF(0, bottom), QPointF(box.width(), bottom))
        if self.hasFocus() and 0 <= self._at <= last:
            pen.ring(self._column(self._at).adjusted(-3, -17, 3, 3), 4)


class MonthView(MeetingPicture):
    """Draws a month. A disc is a meeting that took place, a ring a coming one, a stroke one called off."""

    NARROWEST = 196

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._language = context.language
        self._month = context.today().replace(day=1)
        self._meetings: dict[dt.date, MeetingRow] = {}
        self._days: list[dt.date] = []

    def show_month(self, month: dt.date, meetings: Sequence[MeetingRow]) -> None:
        """Show the month of a day. Of two meetings on one day, the one that was not called off is shown."""
        self._month = month.replace(day=1)
        ordered = sorted(meetings, key=lambda row: row.status not in OFF)
        self._meetings = {row.date: row for row in ordered}
        self._days = sorted(self._meetings)
        today = self._context.today()
        at = next((at for at, day in enumerate(self._days) if day >= today), len(self._days) - 1)
        descriptions = [self.description(day) for day in self._days]
        self._set_meetings([self._meetings[day].id for day in self._days], descriptions, at)

    def description(self, day: dt.date) -> str:
        """Return the description of the meeting on a day."""
        tr, row = self._language.tr, self._meetings[day]
        kind, state = tr(row.kind.label), tr(row.status.label)
        return tr("{day}: {kind}, {state}", day=self._language.day(day), kind=kind, state=state)

    def _weeks(self) -> list[list[dt.date]]:
        return calendar.Calendar().monthdatescalendar(self._month.year, self._month.month)

    def _cell(self) -> QSize:
        return QSize(self.width() // 7, max(30, self._line + 12))

    def sizeHint(self) -> QSize:
        return QSize(260, (len(self._weeks()) + 1) * self._cell().height())

    def box_of(self, day: dt.date) -> QRectF:
        """Return the area of a day."""
        cell = self._cell()
        week, weekday = divmod((day - self._weeks()[0][0]).days, 7)
        return QRectF(weekday * cell.width(), (week + 1) * cell.height(), cell.width(), cell.height())

    def _meeting_box(self, at: int) -> QRectF:
        return self.box_of(self._days[at])

    def paint_parts(self, pen: RowPen, _box: QRect) -> None:
        """Paint the letters of the weekdays, then the days."""
        locale, cell = self._language.locale, self._cell()
        for weekday in range(7):
            name = locale.standaloneDayName(weekday + 1, locale.FormatType.NarrowFormat)
            pen.text(QRectF(weekday * cell.width(), 0, cell.width(), cell.height()), name, self._font, "muted", CENTRE)
        today = self._context.today()
        for week in self._weeks():
            for day in week:
                if day.month == self._month.month:
                    self._paint_day(pen, day, is_today=day == today)

    def _paint_day(self, pen: RowPen, day: dt.date, *, is_today: bool) -> None:
        box, row = self.box_of(day), self._meetings.get(day)
        centre, radius = box.center(), min(box.width(), box.height()) / 2 - 2
        ink = "ink" if is_today else "muted"
        if row is not None and row.status in COUNTING:
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(self._style.colour("accent"))
            pen.painter.drawEllipse(centre, radius, radius)
            ink = "on-accent"
        elif row is not None and row.status not in OFF:
            pen.stroke("accent", 1.6)
            pen.painter.drawEllipse(centre, radius, radius)
            ink = "ink"
        font = QFont(self._font)
        font.setBold(is_today or row is not None)
        pen.text(box, str(day.day), font, ink, CENTRE)
        if row is not None and row.status in OFF:
            pen.stroke("neutral", 1.4)
            pen.painter.drawLine(QPointF(centre.x() - 9, centre.y()), QPointF(centre.x() + 9, centre.y()))
        if is_today and row is None:
            pen.stroke("ink", 1.6)
            pen.painter.drawLine(QPointF(centre.x() - 7, box.bottom() - 4), QPointF(centre.x() + 7, box.bottom() - 4))
        if self.hasFocus() and 0 <= self._at < len(self._days) and day == self._days[self._at]:
            pen.ring(box, 6)
