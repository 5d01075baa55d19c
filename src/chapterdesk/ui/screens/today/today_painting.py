"""What is painted on the first screen: lines that lead somewhere, attendance as bars, and the month as a calendar."""

import calendar
import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.statistics import MeetingFigures
from chapterdesk.ui.widgets import lines_of
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import RIGHT, PaintedLine, RowPen

ICON: Final = 16
WORDS_LEFT: Final = 32
WORDS_RIGHT: Final = 28
WEEKS: Final = 12
GAP: Final = 6
"""Pixels between two bars."""
FLOOR: Final = Fraction(1, 2)
"""The bars begin at one half: chapters live between 70 and 100 %, and the axis says so."""


class ActionLine(PaintedLine):
    """One line of a list: an icon, a text in one or two lines, and `detail`, a muted word at the right.

    A click, Enter or Space emits `clicked`.
    """

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
        return lines_of(self.text, metrics, max(self.width() - WORDS_LEFT - WORDS_RIGHT - side, 60))

    def sizeHint(self) -> QSize:
        # Never lower than a finger needs.
        lines = self._shown().count("\n") + 1
        return QSize(240, max(36, QFontMetrics(self._font).height() * lines + 14))

    def paint_parts(self, pen: RowPen, box: QRect) -> None:
        """Paint icon, text, detail, and an arrow under the pointer."""
        shown, line = self._shown(), QFontMetrics(self._font).height()
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


class MeetingMarks(QWidget):
    """Meetings as marks of a picture: the arrows go from one to the next, Enter or a click opens one.

    `opened` tells the id of the meeting.
    """

    opened = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: list[int] = []
        self._spoken: list[str] = []
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_marks(self, meeting_ids: list[int], spoken: list[str], at: int) -> None:
        """Take other meetings and what is said of each; the arrows begin at the one at a position."""
        self._ids, self._spoken, self._at = meeting_ids, spoken, at
        self.setAccessibleName("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def _mark_box(self, _at: int) -> QRectF:
        """Return where the mark at a position takes a click."""
        return QRectF()

    def _line_height(self) -> int:
        return QFontMetrics(self._context.style.font("small")).height()

    def _hit(self, point: QPointF) -> int:
        return next((at for at in range(len(self._ids)) if self._mark_box(at).contains(point)), -1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position())
        if at >= 0:
            self.opened.emit(self._ids[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._hit(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        if at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._spoken[at], self)

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


class AttendanceBars(MeetingMarks):
    """Attendance of the last weeks: one bar a meeting, the rate above it, the day below every other one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._meetings: tuple[MeetingFigures, ...] = ()

    @property
    def meetings(self) -> tuple[MeetingFigures, ...]:
        """The meetings that have a bar, the latest last."""
        return self._meetings

    def show_meetings(self, meetings: Sequence[MeetingFigures]) -> None:
        """Show the latest meetings in which somebody was marked."""
        self._meetings = tuple(row for row in meetings if row.totals.marks.rate is not None)[-WEEKS:]
        count = len(self._meetings)
        self._set_marks([row.meeting_id for row in self._meetings], [self.words(at) for at in range(count)], count - 1)
        self.setVisible(bool(self._meetings))

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

    def _mark_box(self, at: int) -> QRectF:
        return self._column(at).adjusted(-GAP / 2, -self.height(), GAP / 2, self.height())

    def sizeHint(self) -> QSize:
        return QSize(360, 96 + 2 * self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _column(self, at: int) -> QRectF:
        line = self._line_height()
        wide = (self.width() + GAP) / WEEKS
        left = self.width() + GAP - wide * (len(self._meetings) - at)
        return QRectF(left, line + 4, wide - GAP, self.height() - 2 * line - 10)

    def paintEvent(self, event: QPaintEvent) -> None:
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


class MonthView(MeetingMarks):
    """The month, Monday to Sunday.

    A filled circle is a meeting that took place, a ring one that comes, a stroke a day off.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._month = context.today().replace(day=1)
        self._meetings: dict[dt.date, MeetingRow] = {}
        self._days: list[dt.date] = []

    def show_month(self, month: dt.date, meetings: Sequence[MeetingRow]) -> None:
        """Show the month of a day with its meetings; of two on a day the one that was not called off."""
        self._month = month.replace(day=1)
        ordered = sorted(meetings, key=lambda row: row.status not in OFF)
        self._meetings = {row.date: row for row in ordered}
        self._days = sorted(self._meetings)
        today = self._context.today()
        at = next((at for at, day in enumerate(self._days) if day >= today), len(self._days) - 1)
        self._set_marks([self._meetings[day].id for day in self._days], [self.words(day) for day in self._days], at)

    def words(self, day: dt.date) -> str:
        """Return what a day of a meeting is."""
        tr, language = self._context.tr, self._context.language
        row = self._meetings[day]
        kind, state = tr(row.kind.label), tr(row.status.label)
        return tr("{day}: {kind}, {state}", day=language.day(day), kind=kind, state=state)

    def _weeks(self) -> list[list[dt.date]]:
        return calendar.Calendar().monthdatescalendar(self._month.year, self._month.month)

    def _mark_box(self, at: int) -> QRectF:
        return self.box_of(self._days[at])

    def _cell(self) -> QSize:
        return QSize(self.width() // 7, max(30, self._line_height() + 12))

    def sizeHint(self) -> QSize:
        return QSize(260, (len(self._weeks()) + 1) * self._cell().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(196, self.sizeHint().height())

    def box_of(self, day: dt.date) -> QRectF:
        """Return where a day stands in the picture."""
        cell, first = self._cell(), self._weeks()[0][0]
        week, weekday = divmod((day - first).days, 7)
        return QRectF(weekday * cell.width(), (week + 1) * cell.height(), cell.width(), cell.height())

    def paintEvent(self, event: QPaintEvent) -> None:
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
        style, box = self._context.style, self.box_of(day)
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
        if self.hasFocus() and 0 <= self._at < len(self._days) and day == self._days[self._at]:
            painter.setPen(QPen(style.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
