"""The visitors of the meeting: a tick on arrival, and a button for another expected visitor."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QWidget

from chapterdesk.actions.visits import set_arrived
from chapterdesk.domain.text import one_line
from chapterdesk.reports.meeting_text import about_visitor, arrival_in_words
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets import Card, FittingQuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import PaintedList, RowPainter, RowPen, RowState
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn

LINES: Final = 3
"""How many visitors are shown without scrolling."""


class VisitorPainter(RowPainter):
    """Paints one visitor: the tick box, the name, the company and the inviter."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, lowest=44, room=12, lines=2)
        self._context = context

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one visitor."""
        visit: VisitRow = index.data(ROW)
        style, tr, painter = self._context.style, self._context.tr, pen.painter
        if state.is_focused or state.is_hovered:
            fill = "accent-soft" if state.is_focused else "hover"
            pen.ground(box.adjusted(3, 2, -3, -2), fill, 7, ring=state.is_focused)
        tick = QRectF(box.left() + 14, box.center().y() - 10, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen if visit.attended else QPen(style.colour("muted"), 1.5))
        painter.setBrush(style.colour("good" if visit.attended else "raised"))
        painter.drawRoundedRect(tick, 6, 6)
        if visit.attended:
            pen.icon(int(tick.left()) + 3, int(tick.top()) + 3, "check", "raised", 16)
        upper, lower = self.two_lines(box.adjusted(48, 0, -12, 0))
        text = "  ·  ".join(about_visitor(visit, self._context.language)) or tr(visit.kind.label)
        pen.words(upper, one_line(visit.name), self.bold, "ink", Qt.AlignmentFlag.AlignLeft)
        pen.words(lower, one_line(text, 200), self.small, "muted", Qt.AlignmentFlag.AlignLeft)


class VisitorList(PaintedList):
    """The visitors; Space, Enter and a click tick. Up on the first visitor emits `left_above`."""

    ticked = Signal(object)
    left_above = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.ticked.emit(index.data(ROW))
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            self.ticked.emit(index.data(ROW))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # the second of two quick clicks is a click too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press did everything


class ExpectedVisitors(Card):
    """The expected visitors and those who came, with a button for another one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        tr = context.tr
        super().__init__(tr("Visitors"), parent, padding=1, spacing=4)
        self._context = context
        self._room = LINES
        self.count = label("", "small")
        self.add = FittingQuietButton((tr("Expect a visitor"), tr("Expect"), ""), context=context, icon="plus")
        self.add.setProperty("tall", "true")
        self.add.setToolTip(tr("Expect a visitor"))
        if self.head is not None:
            self.head.setContentsMargins(15, 6, 8, 0)
            self.head.addWidget(self.count)
            self.head.addWidget(self.add)
        self.lines = RowModel([TableColumn("", lambda visit: arrival_in_words(visit, context.language))], self)
        self.view = VisitorList(context, tr("Visitors of this meeting"))
        self.view.setModel(self.lines)
        self._painter = VisitorPainter(context, self.view)
        self.view.setItemDelegate(self._painter)
        self.view.ticked.connect(self.tick)
        self.body.addWidget(self.view)

    def show_visits(self, visits: Sequence[VisitRow]) -> None:
        """Show the visitors of a meeting in their order, with ticks for those who came."""
        tr = self._context.tr
        current = self.view.currentIndex().row()
        if list(visits) != list(self.lines.rows):
            self.lines.set_rows(list(visits))
            if visits:
                self.view.setCurrentIndex(self.lines.index(min(max(current, 0), len(visits) - 1), 0))
        came = sum(visit.attended for visit in visits)
        self.count.setText(tr("{here} of {all}", here=came, all=len(visits)) if visits else "")
        self.view.setVisible(bool(visits))
        self._fit()

    def set_low(self, *, low: bool) -> None:
        """Take less room in a low window."""
        self._room = LINES - 1 if low else LINES
        self._fit()

    def _fit(self) -> None:
        self.view.setFixedHeight(min(self.lines.rowCount(), self._room) * self._painter.height + 6)

    def focus_first(self) -> bool:
        """Put the focus on the first visitor; return whether there is one."""
        if not self.lines.rowCount():
            return False
        self.view.setCurrentIndex(self.lines.index(0, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tick(self, visit: VisitRow) -> None:
        """Change whether a visitor has come."""
        act = partial(set_arrived, self._context.desk, visit, arrived=not visit.attended)
        self._context.attempt(act, key=("arrived", visit.id))
