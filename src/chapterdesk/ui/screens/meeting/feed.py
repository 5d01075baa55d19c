"""The feed: what was entered in this meeting, the newest first, corrected and taken away in place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chapterdesk.actions.slips import remove_slip
from chapterdesk.actions.visits import remove_guest
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import one_line
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.meeting.correction import Correction
from chapterdesk.ui.screens.meeting.feed_rows import FeedRow, slip_line, visit_line
from chapterdesk.ui.widgets.command import removes
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.party_field import Recent
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn


class FeedDelegate(QStyledItemDelegate):
    """Draws one line: icon, who, what else, figure and warning. A line being corrected is as high as its fields."""

    def __init__(self, context: Context, feed: "Feed") -> None:
        super().__init__(feed)
        self._context = context
        self._feed = feed
        self._bold = context.style.font("body")
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = context.style.font("small")
        self._height = max(50, QFontMetrics(self._bold).height() + QFontMetrics(self._small).height() + 16)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: 50 px or more, or what the fields need."""
        row: FeedRow | None = index.data(ROW)
        editor = self._feed.correction
        if editor is not None and row is not None and row.key == editor.row.key:
            return QSize(120, editor.wanted_height(self._feed.viewport().width()))
        return QSize(120, self._height)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Qt: the fields take the whole line."""
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one line of the feed."""
        row: FeedRow = index.data(ROW)
        editor = self._feed.correction
        if editor is not None and editor.row.key == row.key:
            return
        style = self._context.style
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if (current and focused) or hovered:
            painter.setPen(QPen(style.colour("accent"), 2) if current and focused else Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent-soft" if current and focused else "hover"))
            painter.drawRoundedRect(box.adjusted(3, 2, -3, -2), 7, 7)
        else:
            painter.fillRect(box.left() + 14, box.bottom(), box.width() - 28, 1, style.colour("line"))
        ratio = painter.device().devicePixelRatioF()
        picture = style.pixmap(row.icon, "accent", 20, ratio)
        painter.drawPixmap(box.left() + 16, box.center().y() - 10, picture)
        self._paint_words(painter, box.adjusted(50, 0, -16, 0), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, row: FeedRow) -> None:
        style = self._context.style
        bold, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        top = box.center().y() - (bold.height() + small.height()) // 2
        upper = QRect(box.left(), top, box.width(), bold.height())
        lower = QRect(box.left(), upper.bottom() + 1, box.width(), small.height())
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(self._bold)
        painter.setPen(style.colour("ink"))
        painter.drawText(upper, right, row.figure)
        title = bold.elidedText(
            one_line(row.title, 200), elide, upper.width() - bold.horizontalAdvance(row.figure) - 12
        )
        painter.drawText(upper, left, title)
        painter.setFont(self._small)
        warning = f"▲ {row.warning}" if row.warning else ""
        painter.setPen(style.colour("warning"))
        painter.drawText(lower, right, warning)
        painter.setPen(style.colour("muted"))
        detail = row.detail.replace("\n", " ")
        painter.drawText(
            lower, left, small.elidedText(detail, elide, lower.width() - small.horizontalAdvance(warning) - 12)
        )


class Feed(QListView):
    """The lines of one meeting. Enter corrects, Delete takes away, Esc and Up on the first go back to the strip.

    `back` asks the strip to take the focus, `letter` passes a key that begins something on to it.
    """

    back = Signal()
    letter = Signal(str)
    unlock_wanted = Signal()

    def __init__(self, context: Context, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._recent = recent
        self._ranks: dict[tuple[bool, int], int] = {}
        self._meeting_id: int | None = None
        self._waiting: list[FeedRow] | None = None
        self.correction: Correction | None = None
        self.lines = RowModel([TableColumn("", lambda row: f"{row.title}, {row.detail}")], self)
        self.setModel(self.lines)
        self.setItemDelegate(FeedDelegate(context, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(60)
        self.setAccessibleName(tr("Entered in this meeting"))
        self.doubleClicked.connect(self.correct)

    def sizeHint(self) -> QSize:
        """Qt: it takes what the others leave."""
        return self.minimumSize()

    # What is shown

    def show_rows(self, meeting_id: int, slips: Sequence[SlipRow], visits: Sequence[VisitRow]) -> None:
        """Show slips (newest first) and the visitors who came; what is being corrected stays open."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._ranks = meeting_id, {}
            self._close()
        found = [visit_line(self._context, row) for row in visits if row.attended]
        found += [slip_line(self._context, row, slips) for row in reversed(slips)]
        for line in found:
            self._ranks.setdefault(line.key, len(self._ranks))
        found.sort(key=lambda line: -self._ranks[line.key])
        if self.correction is not None and any(line.key == self.correction.row.key for line in found):
            self._waiting = found
            return
        self._close()
        self._set(found)

    def _set(self, found: Sequence[FeedRow]) -> None:
        here: FeedRow | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        at = max(self.currentIndex().row(), 0)
        if list(found) == list(self.lines.rows):
            return
        self.lines.set_rows(found)
        if here is not None and found:
            known = self.lines.position(lambda line: line.key == here.key)
            self.setCurrentIndex(self.lines.index(known if known >= 0 else min(at, len(found) - 1), 0))

    def enter(self) -> None:
        """Take the focus, on the newest line."""
        if self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: an empty feed says what it is for."""
        super().paintEvent(event)
        if self.lines.rowCount():
            return
        tr = self._context.tr
        with QPainter(self.viewport()) as painter:
            painter.setPen(self._context.style.colour("muted"))
            box = self.viewport().rect().adjusted(24, 12, -24, -12)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, tr("What is handed in appears here, the newest first."))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: correct, take away, go back, or begin something new with its letter."""
        index, key = self.currentIndex(), event.key()
        commanding = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if commanding:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.correct(index)
        elif removes(key) and index.isValid():
            self.take_away(index)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.back.emit()
        elif event.text().isalpha():
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    # Correcting

    def correct(self, index: QModelIndex) -> None:
        """Open the fields of a line in its place."""
        row: FeedRow = index.data(ROW)
        if isinstance(row.source, SlipRow) and row.source.locked:
            self.unlock_wanted.emit()
            return
        if self._context.warn_if_read_only():
            return
        self._close()
        editor = Correction(self._context, row, self._recent, self.viewport())
        editor.entry.submitted.connect(self._store)
        editor.entry.left.connect(self._give_up)
        editor.removed.connect(self._remove)
        editor.resized.connect(self._fit)
        self.correction = editor
        self.setIndexWidget(index, editor)
        self.scheduleDelayedItemsLayout()
        editor.entry.focus_start()
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _fit(self) -> None:
        """Give the line that is corrected the height that its fields need."""
        if self.correction is not None:
            self.scheduleDelayedItemsLayout()

    def _close(self) -> None:
        if self.correction is None:
            return
        had_focus = self.correction.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        index = self.lines.index(self.lines.position(self._is_corrected), 0)
        self._context.forget_refused(self.correction)
        self.correction = None
        self.setIndexWidget(index, None)  # type: ignore[arg-type] # Qt: none takes the widget away
        self.scheduleDelayedItemsLayout()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._set(waiting)

    def _is_corrected(self, row: FeedRow) -> bool:
        return self.correction is not None and row.key == self.correction.row.key

    def _give_up(self) -> None:
        self._close()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self) -> None:
        """Store the correction; when the store refuses, say so and keep all that is typed."""
        if self.correction is not None:
            self._store_from(self.correction)

    def _store_from(self, editor: Correction) -> None:
        if editor is not self.correction:
            return
        try:
            done = editor.store()
        except ChapterError as error:
            self._context.tell(error, partial(self._store_from, editor), editor, partial(editor.entry.say, ""))
            return
        if done:
            self._give_up()

    def _remove(self) -> None:
        index = self.lines.index(self.lines.position(self._is_corrected), 0)
        self._give_up()
        self.take_away(index)

    def take_away(self, index: QModelIndex) -> None:
        """Take a slip or a visitor away, with Undo at hand."""
        row: FeedRow = index.data(ROW)
        if isinstance(row.source, SlipRow) and row.source.locked:
            self.unlock_wanted.emit()
            return
        self._context.attempt(partial(self._drop, row), key=row.key)

    def _drop(self, row: FeedRow) -> None:
        tr = self._context.tr
        if isinstance(row.source, SlipRow):
            remove_slip(self._context.desk, row.source)
        else:
            remove_guest(self._context.desk, row.source)
        self._context.notify_undo(tr("Removed: {what}", what=one_line(row.title)))
