"""The rows of the roll call: their model, their painter, and the field for a substitute."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chapterdesk.actions.people import Party
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import one_line
from chapterdesk.store.live_meeting import RollOrder
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.widgets import PersonEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.row_painter import LEFT, RIGHT, RowPainter, RowPen, RowState
from chapterdesk.ui.widgets.table import ROW, Index

TONES: Final[dict[Code, str]] = {
    Code.PRESENT: "good",
    Code.ABSENT: "bad",
    Code.LATE: "warning",
    Code.MEDICAL: "neutral",
    Code.SUBSTITUTE: "accent",
}
CHIP: Final = 32
"""The least size of a chip in pixels; large text needs more."""
GAP: Final = 4
PAD: Final = 12


class RollModel(QAbstractListModel):
    """The members in their order; `arrange` and `find` move rows, a mark never does."""

    def __init__(self, describe: Callable[[RollRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self.order = RollOrder()
        self.open = True

    def set_rows(self, rows: Sequence[RollRow]) -> None:
        """Show the stored roll (by surname); the same people keep their places."""
        if not self.order.has_same_people(rows):
            self._reset(partial(self.order.set_people, rows))
        elif changed := self.order.update(rows):
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def arrange(self) -> None:
        """Sort unmarked members first again."""
        self._reset(self.order.arrange)

    def find(self, query: str) -> None:
        """Show only members whose name has all words of the query; an empty query shows all."""
        if query != self.order.query:
            self._reset(partial(self.order.find, query))

    def _reset(self, act: Callable[[], None]) -> None:
        self.beginResetModel()
        act()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.order.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.order.shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.EditRole:
                return None if row.code is None else row.code.value
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._describe(row)
            case _:
                return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.open and index.isValid() else flags


class SubstituteEdit(PersonEdit):
    """The field for a substitute, in the row. Space in the empty field emits `stepped`."""

    stepped = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        tr = context.tr
        super().__init__(context, placeholder=tr("Who stood in? A name, or Enter"))
        self.setParent(parent)
        self.setAccessibleName(tr("Who stood in"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not self.text():
            self.stepped.emit()
            return
        super().keyPressEvent(event)

    def party(self) -> Party | None:
        """Return the chosen person or a new name; None when the field is empty."""
        text = self.text().strip()
        if self.person_id() is not None:
            return Party(self.person_id(), text)
        return Party(None, text) if text else None


class RollPainter(RowPainter):
    """Paints the name, the seat or the substitute, and the mark; its editor asks for the substitute.

    `answered` is emitted with a row and the substitute (a Party or None), `stepped` when Space was pressed instead.
    """

    answered = Signal(object, object)
    stepped = Signal()

    def __init__(self, context: Context, view: QAbstractItemView) -> None:
        super().__init__(context, view, lowest=46, room=14, lines=2)
        self._view = view
        self._context = context
        tr = context.tr
        self._words = {code: tr(code.label) for code in Code}
        self._leave = tr(Status.LEAVE.label)
        self._question = tr("Who stood in? Press Enter")
        self._letter = context.style.font("body")
        self._letter.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(self.small)
        key = metrics.horizontalAdvance("0") + QFontMetrics(self._letter).horizontalAdvance("M")
        self._chip = max(CHIP, key + 11)
        self._word_width = max(metrics.horizontalAdvance(word) for word in (*self._words.values(), self._leave))

    # Geometry

    def marks_width(self, width: int, row: RollRow, *, choosing: bool) -> int:
        """Return the width of the marks of a row: all five codes while `choosing`, else the mark."""
        if choosing:
            return len(Code) * self._chip + (len(Code) - 1) * GAP + PAD
        return PAD + self._chip + (0 if row.is_unmarked else min(self._word_width + 10, width // 3))

    def chip(self, row: QRect, at: int) -> QRect:
        """Return the box of the chip of a code (0 to 4) in a row."""
        left = row.right() - PAD - (len(Code) - at) * self._chip - (len(Code) - 1 - at) * GAP + 1
        return QRect(left, row.center().y() - CHIP // 2 + 1, self._chip, CHIP)

    def code_at(self, row: QRect, x: int) -> Code | None:
        """Return the code whose chip is at the position `x` of a row, or None."""
        for at, code in enumerate(Code):
            chip = self.chip(row, at)
            if chip.left() - GAP // 2 <= x <= chip.right() + GAP // 2:
                return code
        return None

    # Painting

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint one member."""
        row: RollRow = index.data(ROW)
        is_near = state.is_current or state.is_hovered
        if is_near:
            inner, fill = box.adjusted(3, 2, -3, -2), "accent-soft" if state.is_current else "hover"
            pen.ground(inner, fill, 7, ring=state.is_current and state.is_focused)
        else:
            pen.hairline(box, PAD)
        choosing = is_near and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        marks = self.marks_width(box.width(), row, choosing=choosing)
        asking = state.is_current and self._view.indexWidget(self._view.currentIndex()) is not None
        if asking:
            marks = box.width() - self._editor_left(box.width())
        self._paint_name(pen, box.adjusted(PAD, 0, -marks - 8, 0), row, choosing=choosing)
        if asking:
            return  # the field covers the marks
        if choosing:
            self.paint_chips(pen, box, row.code)
        else:
            self._paint_mark(pen, box, row)

    def _paint_name(self, pen: RowPen, box: QRect, row: RollRow, *, choosing: bool) -> None:
        line, below = self.two_lines(box)
        surname, first = one_line(row.last_name or row.first_name), one_line(row.first_name if row.last_name else "")
        text, role = self.second_line(row, choosing=choosing)
        used = QFontMetrics(self.bold).horizontalAdvance(surname + " ")
        room = line.width() - used
        body = QFontMetrics(self.body)
        if first and body.horizontalAdvance(first) > room:
            if row.code is not Code.SUBSTITUTE and not (row.is_on_leave and choosing):
                text, role, first = first, "ink", ""  # the whole name is more important than the seat
            elif body.horizontalAdvance(first[:1] + "…") > room:
                surname, first = f"{surname} {first}", ""  # cut together with the surname
        pen.words(line, one_line(surname), self.bold, "ink")
        if first:
            pen.words(line.adjusted(used, 0, 0, 0), first, self.body, "ink")
        pen.words(below, one_line(text), self.small, role)

    def second_line(self, row: RollRow, *, choosing: bool) -> tuple[str, str]:
        """Return the text under the name and its colour; it includes the leave while the codes cover the mark."""
        if row.code is Code.SUBSTITUTE:
            return (f"↳ {row.substitute}", "accent") if row.substitute else (self._question, "warning")
        about = row.classification or row.company
        if row.is_on_leave and choosing:
            return "  ·  ".join(part for part in (f"◆ {self._leave}", about) if part), "neutral"
        return about, "muted"

    def paint_chips(self, pen: RowPen, box: QRect, held: Code | None) -> None:
        """Paint all five codes."""
        style, painter = self._context.style, pen.painter
        for at, code in enumerate(Code):
            chip = self.chip(box, at)
            is_held = code is held
            painter.setPen(Qt.PenStyle.NoPen if is_held else QPen(style.colour("edge"), 1))
            painter.setBrush(style.colour(TONES[code] if is_held else "raised"))
            painter.drawRoundedRect(chip, 7, 7)
            letter, digit = chip.adjusted(7, 0, 0, 0), chip.adjusted(5, 0, 0, 0)
            colours = ("raised", "raised") if is_held else (TONES[code], "muted")
            pen.text(letter, code.value, self._letter, colours[0], Qt.AlignmentFlag.AlignCenter)
            pen.text(digit, str(at + 1), self.small, colours[1], LEFT)  # as the legend has it

    def _paint_mark(self, pen: RowPen, box: QRect, row: RollRow) -> None:
        style, painter = self._context.style, pen.painter
        last = self.chip(box, len(Code) - 1)
        if row.is_unmarked:
            painter.setPen(QPen(style.colour("edge"), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(last.adjusted(1, 1, -1, -1), 7, 7)
            return
        code = row.code
        tone, letter, words = (TONES[code], code.value, self._words[code]) if code else ("neutral", "◆", self._leave)
        pen.ground(last, f"{tone}-soft", 7)
        pen.text(last, letter, self._letter, tone, Qt.AlignmentFlag.AlignCenter)
        room = self.marks_width(box.width(), row, choosing=False) - PAD - self._chip - 8
        pen.words(QRect(last.left() - 8 - room, last.top(), room, last.height()), words, self.small, tone, RIGHT)

    # Asking for the substitute

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = SubstituteEdit(self._context, parent)
        editor.stepped.connect(self.stepped)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        # Over the marks and more; the name stays visible.
        box = QRect(option.rect)
        editor.setGeometry(box.adjusted(self._editor_left(box.width()), 3, -6, -4))

    @staticmethod
    def _editor_left(width: int) -> int:
        return width * 9 // 20

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row: RollRow = index.data(ROW)
        if isinstance(editor, SubstituteEdit):
            editor.exclude(frozenset({row.person_id}))
            if not editor.text() and row.substitute:
                editor.set_person(row.substitute_id, row.substitute)
                editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        row: RollRow = index.data(ROW)
        if not isinstance(editor, SubstituteEdit):
            return
        party = editor.party()
        if row.code is not Code.SUBSTITUTE or (party.name if party else "") != row.substitute:
            self.answered.emit(row, party)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Esc hides the suggestions first; Enter and Tab take the marked suggestion and store.
        if not isinstance(editor, SubstituteEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and editor.is_open:
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                editor.take_marked()
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)
