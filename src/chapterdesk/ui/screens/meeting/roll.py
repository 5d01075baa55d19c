"""The left half: how many members are here, the search, and the roll call, marked with single keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QSizePolicy, QWidget

from chapterdesk.actions.meeting import mark_everyone_else, set_mark
from chapterdesk.actions.people import Party
from chapterdesk.domain.attendance import Code, MarkCounts
from chapterdesk.reports.meeting_text import mark_in_words, roll_in_words
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.screens.meeting.roll_rows import TONES, RollModel, RollPainter
from chapterdesk.ui.widgets import Card, FittingButton, SearchEdit, label
from chapterdesk.ui.widgets.command import COMMAND_KEYS
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, Flow, add, column, row
from chapterdesk.ui.widgets.row_painter import PaintedList
from chapterdesk.ui.widgets.table import ROW, Index

DIGITS = {str(at): code for at, code in enumerate(Code, start=1)}
ALL_PRESENT = "0"
STEPS: tuple[Code | None, ...] = (None, *Code)
"""The codes that Space and a click step through."""


class RollView(PaintedList):
    """The members as a list: letters search (in `finder`), digits mark and move on, Space and a click step."""

    refused = Signal()
    """A mark was refused because the meeting is completed."""
    stored = Signal()
    """Marks were stored and must be shown."""
    left_below = Signal()
    """Down was pressed on the last row."""

    def __init__(self, context: Context, model: RollModel) -> None:
        tr = context.tr
        nobody = tr("Nobody here is called that. Esc shows everybody again.")
        super().__init__(context, tr("Roll call"), nobody)
        self._context, self._session = context, context.session
        self.meeting_id: int | None = None
        """The meeting that is marked."""
        self.roll, self.order = model, model.order
        self.finder = FindEdit(context, self)
        self.finder.textChanged.connect(model.find)
        self.finder.moved_down.connect(self.setFocus)
        self._asking: int | None = None
        self._current: int | None = None
        self.setModel(model)
        self.painter = RollPainter(context, self)
        self.painter.answered.connect(lambda row, party: self.store(row, Code.SUBSTITUTE, party))
        self.painter.stepped.connect(self._step_from_editor)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        model.modelReset.connect(self._restore)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), event.key()
        if event.modifiers() & COMMAND_KEYS:
            super().keyPressEvent(event)
        elif text in DIGITS:
            self.mark(DIGITS[text])
        elif text == ALL_PRESENT:
            self.mark_rest()
        elif key == Qt.Key.Key_Space and not self.order.query:
            self.step()
        elif key == Qt.Key.Key_Backspace:
            self.finder.setText(self.finder.text()[:-1])
        elif key == Qt.Key.Key_Escape and self.order.query:
            self.finder.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current_code() is Code.SUBSTITUTE:
            self.ask(self.currentIndex())
        elif key == Qt.Key.Key_Down and self.currentIndex().row() == self.roll.rowCount() - 1:
            self.left_below.emit()
        elif text.isalpha() or text in (" ", "'", "-", ".", "’"):
            self.finder.setText(self.finder.text() + text)
        else:
            super().keyPressEvent(event)

    def _current_code(self) -> Code | None:
        row: RollRow | None = self.currentIndex().data(ROW)
        return row.code if row is not None else None

    # Marking

    def mark(self, code: Code) -> None:
        """Mark the current member and move on; a substitute is asked for first."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if code is Code.SUBSTITUTE:
            self.ask(index)
        elif self.store(index.data(ROW), code):
            self.move_on()

    def step(self) -> None:
        """Give the current member the next code and stay."""
        index = self.currentIndex()
        if not index.isValid():
            return
        after = STEPS[(STEPS.index(self._current_code()) + 1) % len(STEPS)]
        if after is Code.SUBSTITUTE:
            self.ask(index)
        else:
            self.store(index.data(ROW), after)

    def store(self, row: RollRow, code: Code | None, substitute: Party | None = None) -> bool:
        """Store the mark of a member, or remove it (None); return whether that succeeded."""
        if not self.roll.open or self.meeting_id is None:
            self.refused.emit()
            return False
        act = partial(set_mark, self._session.desk, self.meeting_id, row, code, substitute)
        if not self._context.attempt(act, key=("mark", self.meeting_id, row.membership_id)):
            return False
        self.stored.emit()
        return True

    def mark_rest(self) -> None:
        """Mark all unmarked members present."""
        if not self.roll.open or self.meeting_id is None:
            self.refused.emit()
        elif self._context.attempt(partial(self._mark_rest, self.meeting_id), key=("mark the rest", self.meeting_id)):
            self.setFocus()

    def _mark_rest(self, meeting_id: int) -> None:
        tr = self._context.tr
        count = mark_everyone_else(self._context.desk, meeting_id)
        self.stored.emit()
        if count:
            self._context.notify_undo(tr("%n member(s) marked present", "", count))
        else:
            on_leave = sum(row.is_on_leave for row in self.order.everybody)
            words = tr("Everybody has a mark already, except %n on leave.", "", on_leave) if on_leave else ""
            self._context.notify(words or tr("Everybody has a mark already."))

    def ask(self, index: QModelIndex) -> None:
        """Ask for the substitute in the row."""
        if not self.roll.open:
            self.refused.emit()
            return
        self._asking = index.data(ROW).membership_id
        self.edit(index)

    def move_on(self) -> None:
        """Go to the next member; after a search show all members again and go to the first unmarked one."""
        row: RollRow = self.currentIndex().data(ROW)
        if not self.order.query:
            below = self.roll.index(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
            return
        self.finder.clear()
        at = self.order.next_unmarked()
        self._go(at if at >= 0 else self.order.position(row.membership_id))

    def _go(self, at: int) -> None:
        index = self.roll.index(max(at, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to_unmarked(self) -> None:
        """Make the first member without a mark the current one, else the first."""
        self._go(self.order.next_unmarked())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row: RollRow | None = current.data(ROW) if current.isValid() else None
        if row is not None:
            self._current = row.membership_id  # to restore it when the list is reset

    def _restore(self) -> None:
        at = self.order.position(self._current) if self._current is not None and not self.order.query else 0
        self._go(at)

    # The field for the substitute

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        # After an answer the next member is current; Esc keeps the mark.
        cancelled = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        asked, self._asking = self._asking, None
        row: RollRow | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if asked is not None and row is not None and row.membership_id == asked and not cancelled:
            self.move_on()

    def _step_from_editor(self) -> None:
        index = self.currentIndex()
        editor = self.indexWidget(index)
        if editor is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.setFocus()
        if index.isValid():
            self.store(index.data(ROW), None)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._press(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press(event.position().toPoint())  # the second of two quick clicks is a click too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press did everything

    def _press(self, place: QPoint) -> None:
        """Give the code that was clicked; a click elsewhere in the row steps."""
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        code = self.painter.code_at(self.visualRect(index), place.x())
        row: RollRow = index.data(ROW)
        if code is None:
            self.step()
        elif code is Code.SUBSTITUTE and row.code is not code:
            QTimer.singleShot(0, self, lambda: self.ask(self.currentIndex()))
        else:
            self.store(row, None if row.code is code else code)


class FindEdit(SearchEdit):
    """The search field; digits mark as they do in the list."""

    def __init__(self, context: Context, view: RollView) -> None:
        tr = context.tr
        super().__init__(context, tr("Type letters to find a name"))
        self._view = view
        self.setProperty("tall", "true")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in DIGITS or event.text() == ALL_PRESENT or event.key() == Qt.Key.Key_Up:
            self._view.setFocus()
            self._view.keyPressEvent(event)
            return
        super().keyPressEvent(event)


class Steady(QWidget):
    """Holds a part whose text changes, and updates the layout only when the part needs another size."""

    def __init__(self, part: QWidget, *, wraps: bool = False) -> None:
        super().__init__()
        self._part, self._wraps = part, wraps
        self._height = 0
        part.setParent(self)
        policy = part.sizePolicy()
        policy.setHeightForWidth(wraps)  # a QLabel reports it only with a text
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._fits():
            self.updateGeometry()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._height = self.sizeHint().height()
        self.updateGeometry()  # a hidden widget does not update the layout

    def _fits(self) -> bool:
        if self._wraps:
            return self.heightForWidth(self.width()) == self.height()
        needed, before = self.sizeHint(), self._height
        self._height = needed.height()
        return needed.width() <= self.width() and needed.height() == before

    def heightForWidth(self, width: int) -> int:
        return self._part.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._part.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part.resize(event.size())


class Roll(Card):
    """The roll call of one meeting, with the number of members here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=1, spacing=0)
        tr = context.tr
        self._language = context.language
        self.model = RollModel(lambda row: mark_in_words(row, self._language), self)
        self.view = RollView(context, self.model)
        self.finder = self.view.finder
        self.counter = label("", "figure")
        self.counter.setAccessibleName(tr("Members here"))
        self.counter.setToolTip(tr("Present, late or with a substitute"))
        self.summary = label("", "small", wrap=True)
        words = (
            tr("All others present: key {key}", key=ALL_PRESENT),
            tr("Others: {key}", key=ALL_PRESENT),
            ALL_PRESENT,
        )
        self.rest = FittingButton(words, context=context, icon="list-checks")
        self.rest.setProperty("tall", "true")
        self.rest.setToolTip(tr("Mark everyone who has no mark yet as present: press {key}", key=ALL_PRESENT))
        self.rest.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.legend = QWidget()
        flow = Flow(self.legend, across=8, down=2)
        flow.setContentsMargins(14, 6, 8, 10)
        for digit, code in DIGITS.items():
            flow.addWidget(label(f"{digit} {tr(code.label)}", "small", tone=TONES[code]))
        self.legend.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        top = row(Steady(self.counter), STRETCH, self.rest)
        head = column(top, Steady(self.summary, wraps=True), self.finder, margins=(16, 12, 12, 8))
        add(self.body, head, (self.view, 1), self.legend)
        self.rest.clicked.connect(self.view.mark_rest)

    def show_roll(self, meeting: MeetingRow, rows: Sequence[RollRow]) -> None:
        """Show the roll of a meeting; another meeting than before starts sorted and without a search."""
        is_other, self.view.meeting_id = self.view.meeting_id != meeting.id, meeting.id
        if self.model.open == meeting.locked:
            self.model.open = not meeting.locked
            self.view.viewport().update()
        self.model.set_rows(rows)
        if is_other:
            self.arrange()
        tr = self._language.tr
        marks = MarkCounts.of(row.code for row in rows)
        self.counter.setText(tr("{here} of {all}", here=marks.represented, all=len(rows)))
        self.summary.setText(roll_in_words(rows, self._language))
        self.rest.setVisible(self.model.open and any(row.is_unmarked for row in rows))

    def arrange(self) -> None:
        """Sort unmarked members first again, and go to the first of them."""
        self.finder.clear()
        self.model.arrange()
        self.view.go_to_unmarked()
