"""The backups of a file, listed in a table and drawn on a timeline."""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chapterdesk.domain.text import N_
from chapterdesk.reports.backup_words import BackupLine, summary
from chapterdesk.store.keeping.backups import now
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.list_page import fill_table
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn

SIZE_COLUMN: Final = 3
FULL_WIDTH: Final = 76
"""Width of all columns, in characters."""
TICKS: Final = (
    (0, N_("now")),
    (1, N_("1 day")),
    (7, N_("1 week")),
    (30, N_("1 month")),
    (91, N_("3 months")),
    (365, N_("1 year")),
)
"""Marks of the timeline: how many days ago, and the label."""
_DOT: Final = 5.0
_EDGE: Final = 14


class BackupList(RowTable):
    """All backups of the open file, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr, language = context.tr, context.language

        columns = (
            TableColumn(
                tr("Made on"),
                lambda line: language.short_moment(line.backup.at),
                sort=lambda line: line.backup.at,
                tip=lambda line: str(line.backup.path),
            ),
            TableColumn(tr("Why"), lambda line: tr(line.backup.reason.label), grow=True),
            TableColumn(tr("Rows"), lambda line: line.backup.counts.rows or None, show=language.number, align="right"),
            TableColumn(
                tr("Size"),
                lambda line: language.data_size(line.backup.size),
                align="right",
                sort=lambda line: line.backup.size,
            ),
            TableColumn(
                tr("State"),
                lambda line: tr(line.state.text),
                icon=lambda line: context.style.icon(line.state.icon, line.state.tone, 16),
                colour=lambda line: context.style.colour(line.state.tone),
                tip=lambda line: "\n".join(map(language.error, line.findings or ())),
            ),
        )
        super().__init__(RowModel(columns), parent)
        self.setAccessibleName(tr("Backups"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # a narrow table hides the size, which the card shows too
        self.setColumnHidden(SIZE_COLUMN, event.size().width() < FULL_WIDTH * self.fontMetrics().averageCharWidth())
        super().resizeEvent(event)

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """List these backups; the chosen one stays chosen."""
        current = self.current_row()
        path = current.backup.path if current is not None else None
        fill_table(self, lines, lambda line: line.backup.path == path, or_first=False)

    def choose(self, path: object) -> bool:
        """Choose the backup at a path; return whether it is listed."""
        return self.select(lambda line: line.backup.path == path)


class Timeline(QWidget):
    """Draws a dot for each backup: a square if damaged, a diamond without its seal. The arrow keys choose one."""

    chosen = Signal(object)
    """The path of the backup."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[BackupLine] = []
        self._now = now()
        self._current: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[BackupLine], moment: dt.datetime) -> None:
        """Show these backups; `moment` is now (UTC)."""
        self._lines = sorted(lines, key=lambda line: line.backup.at)
        self._now = moment
        tr = self._context.tr
        self.setAccessibleName(tr("Backups over time"))
        self.setAccessibleDescription(summary(self._context.language, [line.backup for line in lines]))
        self.update()

    def set_current(self, path: object) -> None:
        """Highlight the backup that the card shows."""
        self._current = path
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 34 + QFontMetrics(self._context.style.font("small")).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _span(self) -> float:
        """Days from the oldest backup until now, at least a week."""
        oldest = self._lines[0].backup.at if self._lines else self._now
        return max((self._now - oldest) / dt.timedelta(days=1), 7.0)

    def _x(self, days: float) -> float:
        """Return the position of a moment so many days ago: now is at the right, older days take less room."""
        share = math.log1p(max(days, 0.0) * 4) / math.log1p(self._span() * 4)
        return self.width() - _EDGE - share * (self.width() - 2 * _EDGE)

    def _centre(self, line: BackupLine) -> QPointF:
        return QPointF(self._x((self._now - line.backup.at) / dt.timedelta(days=1)), 16.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style, tr = self._context.style, self._context.tr
            painter.setFont(style.font("small"))
            small = QFontMetrics(style.font("small"))
            painter.setPen(QPen(style.colour("line"), 2))
            painter.drawLine(QPointF(_EDGE, 16), QPointF(self.width() - _EDGE, 16))
            limit = self.width() + 20.0  # the left end of the label drawn before
            for days, title in TICKS:
                if days > self._span() * 1.01:
                    continue
                x, text = self._x(days), tr(title)
                width = small.horizontalAdvance(text)
                left = min(max(x - width / 2, 0.0), self.width() - width)
                painter.setPen(QPen(style.colour("edge"), 1))
                painter.drawLine(QPointF(x, 22), QPointF(x, 28))
                if left + width < limit - 8:
                    painter.setPen(style.colour("muted"))
                    painter.drawText(QRectF(left, 30, width + 2, small.height()), Qt.AlignmentFlag.AlignLeft, text)
                    limit = left
            for line in self._lines:
                self._draw_backup(painter, line)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(style.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, self.height() - 2), 6, 6)

    def _draw_backup(self, painter: QPainter, line: BackupLine) -> None:
        state, style = line.state, self._context.style
        current = line.backup.path == self._current
        centre, radius = self._centre(line), _DOT + (2 if current else 0)
        painter.setPen(QPen(style.colour("raised"), 1.5))
        painter.setBrush(style.colour("accent" if state.tone in ("good", "neutral") else state.tone))
        if state.icon == "octagon-alert":
            painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
        elif state.icon == "diamond":
            sides = ((0, -1), (1, 0), (0, 1), (-1, 0))
            painter.drawPolygon([QPointF(centre.x() + x * radius, centre.y() + y * radius) for x, y in sides])
        else:
            painter.drawEllipse(centre, radius, radius)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colour("ink"), 1.5))
            painter.drawEllipse(centre, radius + 3, radius + 3)

    def _backup_at(self, point: QPointF) -> BackupLine | None:
        distances = [(abs(self._centre(line).x() - point.x()), at, line) for at, line in enumerate(self._lines)]
        nearest = min(distances, key=lambda distance: distance[:2], default=None)
        return nearest[2] if nearest is not None and nearest[0] <= 2 * _DOT else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (line := self._backup_at(event.position())) is not None:
            self.chosen.emit(line.backup.path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._backup_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if line is not None else Qt.CursorShape.ArrowCursor)
        if line is not None:
            tr = self._context.tr
            text = f"{self._context.language.moment(line.backup.at)} · {tr(line.backup.reason.label)}"
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not self._lines:
            super().keyPressEvent(event)
            return
        paths = [line.backup.path for line in self._lines]
        at = paths.index(self._current) if self._current in paths else len(paths)
        at = min(max(at + (1 if event.key() == Qt.Key.Key_Right else -1), 0), len(paths) - 1)
        self.chosen.emit(paths[at])
