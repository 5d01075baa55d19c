"""The roll call under the fingers: letters find, digits mark and move on, Space and a click step through."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget

from chapterdesk.actions.meeting import set_mark
from chapterdesk.actions.people import Party
from chapterdesk.domain.attendance import Code
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.screens.meeting.roll_model import RollModel, step_after
from chapterdesk.ui.screens.meeting.roll_paint import RollDelegate
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW, Index

DIGITS = {str(at): code for at, code in enumerate(Code, start=1)}
ALL_PRESENT = "0"


class RollView(QListView):
    """The members as a list. It never types by itself: what is looked for is told by `typed`, for the field above."""

    typed = Signal(str)
    """Letters to put behind what is looked for."""
    erased = Signal()
    """The last letter of what is looked for goes."""
    cleared = Signal()
    """Nothing is looked for any more."""
    rest_present = Signal()
    refused = Signal()
    """A mark was asked for while the meeting is completed."""
    stored = Signal()
    """A mark was stored and is to be shown."""
    left_below = Signal()
    """Down on the last row."""

    def __init__(self, context: Context, model: RollModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._nobody = tr("Nobody here is called that. Esc shows everybody again.")
        self.roll = model
        self.setModel(model)
        self.rows_delegate = RollDelegate(context, self, self._step_from_editor, self.store)
        self.setItemDelegate(self.rows_delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Roll call"))
        model.modelReset.connect(self._restore)
        self.meeting_id: int | None = None
        """The meeting that is marked."""
        self._asking: int | None = None
        self._current: int | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the rows; where nobody fits what is looked for, it says so."""
        super().paintEvent(event)
        if self.roll.rowCount() == 0:
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._context.style.colour("muted"))
                wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.viewport().rect().adjusted(16, 16, -16, -16), wrapped, self._nobody)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: who is current stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the whole roll call by keys."""
        text, key = event.text(), event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif text in DIGITS:
            self.mark(DIGITS[text])
        elif text == ALL_PRESENT:
            self.rest_present.emit()
        elif key == Qt.Key.Key_Space:
            if self.roll.query:
                self.typed.emit(" ")
            else:
                self.step()
        elif key == Qt.Key.Key_Backspace:
            self.erased.emit()
        elif key == Qt.Key.Key_Escape and self.roll.query:
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row_code() is Code.SUBSTITUTE:
            self.ask(self.currentIndex())
        elif key == Qt.Key.Key_Down and self.currentIndex().row() == self.roll.rowCount() - 1:
            self.left_below.emit()
        elif text.isalpha() or text in ("'", "-", ".", "’"):
            if text:
                self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _row_code(self) -> Code | None:
        row: RollRow | None = self.currentIndex().data(ROW)
        return row.code if row is not None else None

    # Marking

    def mark(self, code: Code) -> None:
        """Give the current member a code and move on; S asks first who stood in."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if code is Code.SUBSTITUTE:
            self.ask(index)
        elif self.store(index.data(ROW), code):
            self.move_on()

    def step(self) -> None:
        """Step the current member one code further and stay."""
        index = self.currentIndex()
        if not index.isValid():
            return
        after = step_after(self._row_code())
        if after is Code.SUBSTITUTE:
            self.ask(index)
        else:
            self.store(index.data(ROW), after)

    def store(self, row: RollRow, code: Code | None, substitute: Party | None = None) -> bool:
        """Store the mark of a member, None to take it away; tell whether it was stored."""
        if not self.roll.open or self.meeting_id is None:
            self.refused.emit()
            return False
        act = partial(set_mark, self._context.desk, self.meeting_id, row, code, substitute)
        if not self._context.attempt(act, key=("mark", self.meeting_id, row.membership_id)):
            return False
        self.stored.emit()
        return True

    def ask(self, index: QModelIndex) -> None:
        """Ask in the row who stood in."""
        if not self.roll.open:
            self.refused.emit()
            return
        self._asking = index.data(ROW).membership_id
        self.edit(index)

    def move_on(self) -> None:
        """Go to the next member; after finding somebody, show all again with those without a mark first."""
        row: RollRow = self.currentIndex().data(ROW)
        if not self.roll.query:
            below = self.roll.index(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
            return
        self.cleared.emit()
        at = self.roll.next_unmarked()
        self._go(at if at >= 0 else self.roll.position(row.membership_id))

    def _go(self, at: int) -> None:
        index = self.roll.index(max(at, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to(self, membership_id: int | None = None) -> None:
        """Make somebody the current one; without an id the first who has no mark, else the first."""
        at = self.roll.position(membership_id) if membership_id is not None else self.roll.next_unmarked()
        self._go(at)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt: remember who is current, for when the list is shown anew."""
        super().currentChanged(current, previous)
        row: RollRow | None = current.data(ROW) if current.isValid() else None
        if row is not None:
            self._current = row.membership_id

    def _restore(self) -> None:
        found = self.roll.position(self._current) if self._current is not None and not self.roll.query else 0
        self._go(found)

    # The field for the substitute

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: after the answer the roll call goes on; Esc leaves the mark as it was."""
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        asked, self._asking = self._asking, None
        row: RollRow | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if asked is not None and row is not None and row.membership_id == asked and not given_up:
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
        """Qt: a click on a code gives it, a click elsewhere in the row steps through."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._press(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: the second of two quick clicks is a click."""
        self._press(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the press has done it all."""
        event.accept()

    def _press(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        code = self.rows_delegate.code_at(self.visualRect(index), place.x())
        row: RollRow = index.data(ROW)
        if code is None:
            self.step()
        elif code is Code.SUBSTITUTE and row.code is not code:
            QTimer.singleShot(0, self, lambda: self.ask(self.currentIndex()))
        else:
            self.store(row, None if row.code is code else code)
