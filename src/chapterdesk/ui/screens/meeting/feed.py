"""The feed: the slips and visitors of this meeting, the newest first, corrected and removed in place."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyleOptionViewItem, QWidget

from chapterdesk.actions.slips import correct_slip, remove_slip
from chapterdesk.actions.visits import correct_guest, remove_guest
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import one_line
from chapterdesk.reports.meeting_text import FeedLine, slip_line, visit_line
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets import QuietButton, label
from chapterdesk.ui.widgets.command import COMMAND_KEYS, is_remove_key
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import TypedTexts
from chapterdesk.ui.widgets.layout import column, row
from chapterdesk.ui.widgets.person_field import RecentPeople
from chapterdesk.ui.widgets.row_painter import PaintedList, RowPainter, RowPen, RowState
from chapterdesk.ui.widgets.slip_entry import SlipEntry
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn

FRAME: Final = 1
"""Pixels of the frame of a correction at each side."""


class Correction(QFrame):
    """The fields of a line that is corrected in its place. `resized` is emitted when they need another height."""

    removed = Signal()
    resized = Signal()

    def __init__(self, context: Context, line: FeedLine, recent: RecentPeople, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self.line = line
        self.setObjectName("popup")
        self.setAutoFillBackground(True)
        source = line.source
        self.entry: SlipEntry | GuestEntry
        if isinstance(source, SlipRow):
            self.entry = SlipEntry(context, source.kind, recent)
            self.entry.load(source)
            what = tr(source.kind.label)
        else:
            self.entry = GuestEntry(context, recent, row=source)
            what = tr("Visitor")
        self.typed = TypedTexts(*self.entry.findChildren(QLineEdit))
        remove = QuietButton(tr("Remove"), context=context, icon="trash-2")
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.clicked.connect(self.removed)
        head = row((label(what, "strong"), 1), label(tr("Enter stores, Esc leaves"), "small"), remove)
        self._column = column(head, self.entry, margins=(14, 10, 14, 10), parent=self)

    def height_at(self, width: int) -> int:
        """Return the height that the fields need at a width."""
        inner = width - 2 * FRAME
        return max(self._column.heightForWidth(inner), self._column.minimumSize().height()) + 2 * FRAME

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()  # an error or a question changes the height
        return super().event(event)

    def store(self) -> bool:
        """Store the correction; return False when something is missing. Raises ChapterError when the store refuses."""
        if isinstance(self.entry, SlipEntry) and isinstance(self.line.source, SlipRow):
            collected = self.entry.collect()
            if collected is None:
                return False
            values, parties = collected
            values["other_chapter"] = ""  # a party of another chapter sets it
            correct_slip(self._context.desk, self.line.source, values, parties)
            return True
        if isinstance(self.entry, GuestEntry) and isinstance(self.line.source, VisitRow):
            guest = self.entry.collect()
            if guest is None:
                return False
            correct_guest(self._context.desk, self.line.source, guest)
        return True


class FeedPainter(RowPainter):
    """Paints one line: icon, title, detail, figure and warning. A line being corrected is as high as its fields."""

    def __init__(self, context: Context, feed: "Feed") -> None:
        super().__init__(context, feed, lowest=50, room=16, lines=2)
        self._feed = feed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        editor = self._feed.correction
        if editor is not None and self._feed.is_corrected(index.data(ROW)):
            return QSize(120, editor.height_at(self._feed.viewport().width()))
        return super().sizeHint(option, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one line, unless it is being corrected."""
        line: FeedLine = index.data(ROW)
        if self._feed.is_corrected(line):
            return
        is_focused = state.is_current and state.is_focused
        if is_focused or state.is_hovered:
            pen.ground(box.adjusted(3, 2, -3, -2), "accent-soft" if is_focused else "hover", 7, ring=is_focused)
        else:
            pen.hairline(box, 14)
        pen.icon(box.left() + 16, box.center().y() - 10, line.icon, "accent", 20)
        upper, lower = self.two_lines(box.adjusted(50, 0, -16, 0))
        warning = f"▲ {line.warning}" if line.warning else ""
        for part, text, figure, font, colours in (
            (upper, one_line(line.title, 200), line.figure, self.bold, ("ink", "ink")),
            (lower, line.detail.replace("\n", " "), warning, self.small, ("muted", "warning")),
        ):
            used = QFontMetrics(font).horizontalAdvance(figure) + 12
            pen.text(part, figure, font, colours[1], Qt.AlignmentFlag.AlignRight)
            pen.words(part.adjusted(0, 0, -used, 0), text, font, colours[0], Qt.AlignmentFlag.AlignLeft)


class Feed(PaintedList):
    """The lines of one meeting. Enter corrects, Delete removes, Esc and Up on the first line return to the strip.

    `back` asks the strip to take the focus; `letter` passes a typed letter to it.
    """

    back = Signal()
    letter = Signal(str)
    unlock_wanted = Signal()

    def __init__(self, context: Context, recent: RecentPeople) -> None:
        tr = context.tr
        empty = tr("What is handed in appears here, the newest first.")
        super().__init__(context, tr("Entered in this meeting"), empty, inset=(24, 12))
        self._context, self._language = context, context.language
        self._recent = recent
        self._ranks: dict[tuple[bool, int], int] = {}
        self._meeting_id: int | None = None
        self._waiting: list[FeedLine] | None = None
        self.correction: Correction | None = None
        self.lines = RowModel([TableColumn("", lambda row: f"{row.title}, {row.detail}")], self)
        self.setModel(self.lines)
        self.setItemDelegate(FeedPainter(context, self))
        self.setUniformItemSizes(True)  # until a line is corrected
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(60)
        self.doubleClicked.connect(self.correct)

    def sizeHint(self) -> QSize:
        return self.minimumSize()  # it gets the remaining room

    # Lines

    def show_rows(self, meeting_id: int, slips: Sequence[SlipRow], visits: Sequence[VisitRow]) -> None:
        """Show slips (newest first) and the visitors who came; an open correction stays open."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._ranks = meeting_id, {}
            self._close()
        language, currency = self._language, self._context.session.chapter.currency
        lines = [visit_line(row, language) for row in visits if row.attended]
        lines += [slip_line(row, slips, currency, language) for row in reversed(slips)]
        for line in lines:
            self._ranks.setdefault(line.key, len(self._ranks))
        lines.sort(key=lambda line: -self._ranks[line.key])
        if any(self.is_corrected(line) for line in lines):
            self._waiting = lines
            return
        self._close()
        self._set_lines(lines)

    def _set_lines(self, lines: Sequence[FeedLine]) -> None:
        current: FeedLine | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        at = max(self.currentIndex().row(), 0)
        if list(lines) == list(self.lines.rows):
            return
        newest = bool(lines) and self.lines.position(lambda line: line.key == lines[0].key) < 0
        self.lines.set_rows(lines)
        if current is not None and lines:
            known = self.lines.position(lambda line: line.key == current.key)
            self.setCurrentIndex(self.lines.index(known if known >= 0 else min(at, len(lines) - 1), 0))
        if newest and not self.hasFocus():
            self.scrollToTop()  # what was just handed in is seen whole, whatever line is the current one

    def focus_first(self) -> None:
        """Put the focus on the newest line."""
        if self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if event.modifiers() & COMMAND_KEYS:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.correct(index)
        elif is_remove_key(key) and index.isValid():
            self.remove(index.data(ROW))
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.back.emit()
        elif event.text().isalpha():
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    # Correcting

    def correct(self, index: QModelIndex) -> None:
        """Open the fields of a line in its place."""
        line: FeedLine = index.data(ROW)
        if line.is_locked:
            self.unlock_wanted.emit()
            return
        if self._context.warn_if_read_only():
            return
        self._close()
        editor = Correction(self._context, line, self._recent, self.viewport())
        editor.entry.submitted.connect(self.store)
        editor.entry.cancelled.connect(self._cancel)
        editor.removed.connect(partial(self._remove_corrected, line))
        editor.resized.connect(self.scheduleDelayedItemsLayout)
        self.correction = editor
        self._context.session.unsaved.add_part(editor.typed)
        self.setUniformItemSizes(False)
        self.setIndexWidget(index, editor)
        self.scheduleDelayedItemsLayout()
        editor.entry.focus_start()
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _close(self) -> None:
        if self.correction is None:
            return
        had_focus = self.correction.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        index = self.lines.index(self.lines.position(self.is_corrected), 0)
        self._context.forget_refused(self.correction)
        self._context.session.unsaved.remove_part(self.correction.typed)
        self.correction = None
        self.setUniformItemSizes(True)
        self.setIndexWidget(index, None)  # type: ignore[arg-type] # None removes the widget
        self.scheduleDelayedItemsLayout()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._set_lines(waiting)

    def is_corrected(self, row: FeedLine) -> bool:
        """Return whether a line is being corrected."""
        return self.correction is not None and row.key == self.correction.line.key

    def _cancel(self) -> None:
        self._close()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def store(self) -> None:
        """Store the correction; an error keeps the typed text."""
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
            self._cancel()

    def _remove_corrected(self, line: FeedLine) -> None:
        self._cancel()
        self.remove(line)

    def remove(self, line: FeedLine) -> None:
        """Remove a slip or a visitor; the notice offers Undo."""
        if line.is_locked:
            self.unlock_wanted.emit()
        else:
            self._context.attempt(partial(self._remove, line), key=line.key)

    def _remove(self, line: FeedLine) -> None:
        tr = self._context.tr
        if isinstance(line.source, SlipRow):
            remove_slip(self._context.desk, line.source)
        else:
            remove_guest(self._context.desk, line.source)
        self._context.notify_undo(tr("Removed: {what}", what=one_line(line.title)))
