"""The visitors of the meeting: a tick on arrival, and a line to expect another one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chapterdesk.actions.visits import set_arrived
from chapterdesk.domain.text import one_line
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets import Card, FittingQuietButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn

LINES = 3
"""How many visitors are seen without scrolling."""


class DoorDelegate(QStyledItemDelegate):
    """Draws one visitor: the box to tick, the name, the company and who invited."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bold = context.style.font("body")
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = context.style.font("small")
        self.height = max(44, QFontMetrics(self._bold).height() + QFontMetrics(self._small).height() + 12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt: 44 px or more."""
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one visitor."""
        row: VisitRow = index.data(ROW)
        style, tr = self._context.style, self._context.tr
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if focused or hovered:
            painter.setPen(QPen(style.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent-soft" if focused else "hover"))
            painter.drawRoundedRect(box.adjusted(3, 2, -3, -2), 7, 7)
        tick = QRectF(box.left() + 14, box.center().y() - 10, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen if row.attended else QPen(style.colour("muted"), 1.5))
        painter.setBrush(style.colour("good" if row.attended else "raised"))
        painter.drawRoundedRect(tick, 6, 6)
        if row.attended:
            picture = style.pixmap("check", "raised", 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPoint(int(tick.left()) + 3, int(tick.top()) + 3), picture)
        words = box.adjusted(48, 0, -12, 0)
        bold, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        top = box.center().y() - (bold.height() + small.height()) // 2
        upper = QRect(words.left(), top, words.width(), bold.height())
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), small.height())
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(self._bold)
        painter.setPen(style.colour("ink"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft, bold.elidedText(one_line(row.name), elide, upper.width()))
        painter.setFont(self._small)
        painter.setPen(style.colour("muted"))
        about = [row.company, tr("invited by {name}", name=row.inviter) if row.inviter else ""]
        text = "  ·  ".join(part for part in about if part) or tr(row.kind.label)
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft, small.elidedText(one_line(text, 200), elide, lower.width()))
        painter.restore()


class DoorList(QListView):
    """The visitors; Space, Enter and a click tick. `left_above`: Up on the first."""

    ticked = Signal(object)
    left_above = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: tick, or go back up to the roll call."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.ticked.emit(index.data(ROW))
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the whole row takes the click."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            self.ticked.emit(index.data(ROW))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: the second of two quick clicks is a click."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the press has done it all."""
        event.accept()


class Expected(Card):
    """Who is expected and who has come. `asked`: somebody else is expected; `back`: back to the roll call."""

    asked = Signal()
    back = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr_title(context), parent, padding=1)
        tr = context.tr
        self._context = context
        self._room = LINES
        self.body.setSpacing(4)
        self.count = label("", "small")
        self.add = FittingQuietButton((tr("Expect a visitor"), tr("Expect"), ""), context=context, icon="plus")
        self.add.setProperty("tall", "true")
        self.add.setToolTip(tr("Expect a visitor"))
        self.add.clicked.connect(self.asked)
        if self.head is not None:
            self.head.setContentsMargins(15, 6, 8, 0)
            self.head.addWidget(self.count)
            self.head.addWidget(self.add)
        self.lines = RowModel([TableColumn("", self._say)], self)
        self.view = DoorList()
        self.view.setModel(self.lines)
        self._delegate = DoorDelegate(context, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.view.setTabKeyNavigation(False)
        self.view.setAccessibleName(tr("Visitors of this meeting"))
        self.body.addWidget(self.view)
        self.view.ticked.connect(self.tick)
        self.view.left_above.connect(self.back)

    def show_visits(self, visits: Sequence[VisitRow]) -> None:
        """Show the visitors of a meeting, those who came with a tick; nobody changes place."""
        tr = self._context.tr
        here = self.view.currentIndex().row()
        if list(visits) != list(self.lines.rows):
            self.lines.set_rows(list(visits))
            if visits:
                self.view.setCurrentIndex(self.lines.index(min(max(here, 0), len(visits) - 1), 0))
        came = sum(row.attended for row in visits)
        self.count.setText(tr("{here} of {all}", here=came, all=len(visits)) if visits else "")
        self.view.setVisible(bool(visits))
        self._fit()

    def set_low(self, *, low: bool) -> None:
        """Take less room in a low window."""
        self._room = LINES - 1 if low else LINES
        self._fit()

    def _fit(self) -> None:
        self.view.setFixedHeight(min(self.lines.rowCount(), self._room) * self._delegate.height + 6)

    def _say(self, row: VisitRow) -> str:
        """Return what a screen reader says of a visitor."""
        tr = self._context.tr
        return tr("{name} has arrived", name=row.name) if row.attended else tr("{name} has not arrived", name=row.name)

    def enter(self) -> bool:
        """Take the focus on the first visitor; tell whether there is one."""
        if not self.lines.rowCount():
            return False
        self.view.setCurrentIndex(self.lines.index(0, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tick(self, row: VisitRow) -> None:
        """Say that a visitor has come, or has not."""
        act = partial(set_arrived, self._context.desk, row, arrived=not row.attended)
        self._context.attempt(act, key=("arrived", row.id))


def tr_title(context: Context) -> str:
    """Return the title of the card."""
    tr = context.tr
    return tr("Visitors")
