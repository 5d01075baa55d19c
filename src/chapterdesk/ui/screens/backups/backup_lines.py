"""The backups of a file in words (when, how large, whether sound), as a table, and as a strip of time."""

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

SIZE: Final = 3
"""The column of the size."""
WIDE: Final = 76
"""Characters of width that all columns take."""
TICKS: Final = (
    (0, N_("now")),
    (1, N_("1 day")),
    (7, N_("1 week")),
    (30, N_("1 month")),
    (91, N_("3 months")),
    (365, N_("1 year")),
)
"""Days back at which the strip has a mark, and what stands there."""
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
        # where there is no room for all columns the size gives way; the card says it too
        self.setColumnHidden(SIZE, event.size().width() < WIDE * self.fontMetrics().averageCharWidth())
        super().resizeEvent(event)

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """List these; the one that was chosen stays so."""
        kept = self.current_row()
        path = kept.backup.path if kept is not None else None
        fill_table(self, lines, lambda line: line.backup.path == path, or_first=False)

    def choose(self, path: object) -> bool:
        """Make the backup at a path the current one; tell whether it is there."""
        return self.select(lambda line: line.backup.path == path)


class TimeStrip(QWidget):
    """One mark a backup: a dot, a square when it is damaged, a diamond when its seal is gone. The arrows go along."""

    chosen = Signal(object)
    """The path of the backup that was chosen here."""

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
        """Show these backups as seen from `moment` (UTC)."""
        self._lines = sorted(lines, key=lambda line: line.backup.at)
        self._now = moment
        tr = self._context.tr
        self.setAccessibleName(tr("Backups over time"))
        self.setAccessibleDescription(summary(self._context.language, [line.backup for line in lines]))
        self.update()

    def mark(self, path: object) -> None:
        """Show which backup is looked at."""
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
        """Return where so many days ago is: now at the right; each further day takes less room."""
        share = math.log1p(max(days, 0.0) * 4) / math.log1p(self._span() * 4)
        return self.width() - _EDGE - share * (self.width() - 2 * _EDGE)

    def _place(self, line: BackupLine) -> QPointF:
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
            taken = self.width() + 20.0
            for days, text in TICKS:
                if days > self._span() * 1.01:
                    continue
                x, said = self._x(days), tr(text)
                wide = small.horizontalAdvance(said)
                left = min(max(x - wide / 2, 0.0), self.width() - wide)
                painter.setPen(QPen(style.colour("edge"), 1))
                painter.drawLine(QPointF(x, 22), QPointF(x, 28))
                if left + wide < taken - 8:
                    painter.setPen(style.colour("muted"))
                    painter.drawText(QRectF(left, 30, wide + 2, small.height()), Qt.AlignmentFlag.AlignLeft, said)
                    taken = left
            for line in self._lines:
                self._draw(painter, line)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(style.colour("accent"), 1))
                painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, self.height() - 2), 6, 6)

    def _draw(self, painter: QPainter, line: BackupLine) -> None:
        state, style = line.state, self._context.style
        current = line.backup.path == self._current
        place, radius = self._place(line), _DOT + (2 if current else 0)
        painter.setPen(QPen(style.colour("raised"), 1.5))
        painter.setBrush(style.colour("accent" if state.tone in ("good", "neutral") else state.tone))
        if state.icon == "octagon-alert":
            painter.drawRect(QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius))
        elif state.icon == "diamond":
            sides = ((0, -1), (1, 0), (0, 1), (-1, 0))
            painter.drawPolygon([QPointF(place.x() + x * radius, place.y() + y * radius) for x, y in sides])
        else:
            painter.drawEllipse(place, radius, radius)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colour("ink"), 1.5))
            painter.drawEllipse(place, radius + 3, radius + 3)

    def _hit(self, point: QPointF) -> BackupLine | None:
        near = [(abs(self._place(line).x() - point.x()), at, line) for at, line in enumerate(self._lines)]
        best = min(near, key=lambda one: one[:2], default=None)
        return best[2] if best is not None and best[0] <= 2 * _DOT else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (line := self._hit(event.position())) is not None:
            self.chosen.emit(line.backup.path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._hit(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if line is not None else Qt.CursorShape.ArrowCursor)
        if line is not None:
            tr = self._context.tr
            said = f"{self._context.language.moment(line.backup.at)} · {tr(line.backup.reason.label)}"
            QToolTip.showText(event.globalPosition().toPoint(), said, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not self._lines:
            super().keyPressEvent(event)
            return
        paths = [line.backup.path for line in self._lines]
        at = paths.index(self._current) if self._current in paths else len(paths)
        at = min(max(at + (1 if event.key() == Qt.Key.Key_Right else -1), 0), len(paths) - 1)
        self.chosen.emit(paths[at])
