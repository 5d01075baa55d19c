"""How a row of the roll call looks: the name, the seat or who stood in, and the mark as a colour with its word."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chapterdesk.actions.people import Party
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import one_line
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.widgets import PersonEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW

Index = QModelIndex | QPersistentModelIndex
TONES: Final[dict[Code, str]] = {
    Code.PRESENT: "good",
    Code.ABSENT: "bad",
    Code.LATE: "warning",
    Code.MEDICAL: "neutral",
    Code.SUBSTITUTE: "accent",
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CHIP: Final = 32
"""Pixels of a chip, at least; large text needs more."""
GAP: Final = 4
PAD: Final = 12


class StandIn(PersonEdit):
    """The field that asks, in the row, who stood in. Space in the empty field steps on instead."""

    def __init__(self, context: Context, parent: QWidget, stepped: Callable[[], None]) -> None:
        tr = context.tr
        super().__init__(context, parent, placeholder=tr("Who stood in? A name, or Enter"))
        self._stepped = stepped
        self.setAccessibleName(tr("Who stood in"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space in an empty field is a step of the roll call."""
        if event.key() == Qt.Key.Key_Space and not self.text():
            self._stepped()
            return
        super().keyPressEvent(event)

    def party(self) -> Party | None:
        """Return who is meant: the chosen person or a new name; None when empty."""
        text = self.text().strip()
        if self.person_id() is not None:
            return Party(self.person_id(), text)
        return Party(None, text) if text else None


class RollDelegate(QStyledItemDelegate):
    """Draws the rows and asks for the substitute in place."""

    def __init__(
        self,
        context: Context,
        view: QAbstractItemView,
        stepped: Callable[[], None],
        store: Callable[[RollRow, Code, Party | None], bool],
    ) -> None:
        super().__init__(view)
        self._store = store
        self._view = view
        self._context = context
        self._stepped = stepped
        tr = context.tr
        self._words = {code: tr(code.label) for code in Code}
        self._leave = tr(Status.LEAVE.label)
        self._asks = tr("Who stood in? Press Enter")
        self._small = context.style.font("small")
        self._body = context.style.font("body")
        self._bold = context.style.font("body")
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._letter = context.style.font("body")
        self._letter.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(self._small)
        key = metrics.horizontalAdvance("0") + QFontMetrics(self._letter).horizontalAdvance("M")
        self._chip = max(CHIP, key + 11)
        self._word_width = max(metrics.horizontalAdvance(word) for word in (*self._words.values(), self._leave))
        self._height = max(46, QFontMetrics(self._bold).height() + metrics.height() + 14)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt: every row has the same height, 46 px or more."""
        return QSize(120, self._height)

    # Where things are

    def marks_width(self, width: int, row: RollRow, *, choosing: bool) -> int:
        """Return how much of a row's width belongs to the marks: all five to choose from, or the one that is held."""
        if choosing:
            return len(Code) * self._chip + (len(Code) - 1) * GAP + PAD
        return PAD + self._chip + (0 if row.is_unmarked else min(self._word_width + 10, width // 3))

    def chip(self, row: QRect, at: int) -> QRect:
        """Return the place of the chip of a code (0 to 4) in a row."""
        left = row.right() - PAD - (len(Code) - at) * self._chip - (len(Code) - 1 - at) * GAP + 1
        return QRect(left, row.center().y() - CHIP // 2 + 1, self._chip, CHIP)

    def code_at(self, row: QRect, x: int) -> Code | None:
        """Return the code whose chip stands at a place of a row."""
        for at, code in enumerate(Code):
            chip = self.chip(row, at)
            if chip.left() - GAP // 2 <= x <= chip.right() + GAP // 2:
                return code
        return None

    # Looks

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one member."""
        row: RollRow = index.data(ROW)
        style = self._context.style
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        inner = box.adjusted(3, 2, -3, -2)
        if current or hovered:
            painter.setPen(QPen(style.colour("accent"), 2) if current and focused else Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent-soft" if current else "hover"))
            painter.drawRoundedRect(inner, 7, 7)
        else:
            painter.fillRect(box.left() + PAD, box.bottom(), box.width() - 2 * PAD, 1, style.colour("line"))
        choosing = (current or hovered) and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        marks = self.marks_width(box.width(), row, choosing=choosing)
        asking = current and self._view.indexWidget(self._view.currentIndex()) is not None
        if asking:
            marks = box.width() - self._asked_at(box.width())
        words = box.adjusted(PAD, 0, -marks - 8, 0)
        self._paint_name(painter, words, row, choosing=choosing)
        if asking:
            pass  # the field stands there
        elif choosing:
            self._paint_chips(painter, box, row.code)
        else:
            self._paint_mark(painter, box, row)
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRect, row: RollRow, *, choosing: bool) -> None:
        bold, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        top = box.center().y() - (bold.height() + small.height()) // 2
        line = QRect(box.left(), top, box.width(), bold.height())
        below = QRect(box.left(), line.bottom() + 1, box.width(), small.height())
        surname, first = one_line(row.last_name or row.first_name), one_line(row.first_name if row.last_name else "")
        text, role = self._second_line(row, choosing=choosing)
        used = bold.horizontalAdvance(surname + " ")
        room = line.width() - used
        if first and QFontMetrics(self._body).horizontalAdvance(first) > room:
            if row.code is not Code.SUBSTITUTE and not (row.is_on_leave and choosing):
                text, role, first = first, "ink", ""  # who it is comes before what they do
            elif QFontMetrics(self._body).horizontalAdvance(first[:1] + "…") > room:
                surname, first = f"{surname} {first}", ""  # cut with the surname, and seen to be
        self._write(painter, line, surname, self._bold, "ink")
        if first:
            self._write(painter, line.adjusted(used, 0, 0, 0), first, self._body, "ink")
        self._write(painter, below, text, self._small, role)

    def _second_line(self, row: RollRow, *, choosing: bool) -> tuple[str, str]:
        """Return what stands under the name, and its colour; on leave is said here while the codes are to be chosen."""
        if row.code is Code.SUBSTITUTE:
            return (f"↳ {row.substitute}", "accent") if row.substitute else (self._asks, "warning")
        about = row.classification or row.company
        if row.is_on_leave and choosing:
            return "  ·  ".join(part for part in (f"◆ {self._leave}", about) if part), "neutral"
        return about, "muted"

    def _write(self, painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
        shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._context.style.colour(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_chips(self, painter: QPainter, box: QRect, held: Code | None) -> None:
        style = self._context.style
        painter.setFont(self._letter)
        for at, code in enumerate(Code):
            chip = self.chip(box, at)
            on = code is held
            painter.setPen(Qt.PenStyle.NoPen if on else QPen(style.colour("edge"), 1))
            painter.setBrush(style.colour(TONES[code]) if on else style.colour("raised"))
            painter.drawRoundedRect(chip, 7, 7)
            painter.setPen(style.colour("raised" if on else TONES[code]))
            painter.drawText(chip.adjusted(7, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, code.value)
            painter.setFont(self._small)  # the digit that gives the code, as the legend has it
            painter.setPen(style.colour("raised" if on else "muted"))
            painter.drawText(chip.adjusted(5, 0, 0, 0), _LEFT, str(at + 1))
            painter.setFont(self._letter)

    def _paint_mark(self, painter: QPainter, box: QRect, row: RollRow) -> None:
        style = self._context.style
        last = self.chip(box, len(Code) - 1)
        if row.is_unmarked:
            painter.setPen(QPen(style.colour("edge"), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(last.adjusted(1, 1, -1, -1), 7, 7)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        code = row.code
        tone, letter, words = (TONES[code], code.value, self._words[code]) if code else ("neutral", "◆", self._leave)
        soft = "accent-soft" if tone == "accent" else f"{tone}-soft"
        painter.setBrush(style.colour(soft))
        painter.drawRoundedRect(last, 7, 7)
        painter.setPen(style.colour(tone))
        painter.setFont(self._letter)
        painter.drawText(last, Qt.AlignmentFlag.AlignCenter, letter)
        painter.setFont(self._small)
        room = self.marks_width(box.width(), row, choosing=False) - PAD - self._chip - 8
        word = QFontMetrics(self._small).elidedText(words, Qt.TextElideMode.ElideRight, room)
        beside = QRect(last.left() - 8 - room, last.top(), room, last.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)

    # Asking for the substitute

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Qt: the field that asks who stood in."""
        return StandIn(self._context, parent, self._stepped)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Qt: it takes the place of the marks, and more where the name is short; the name stays in sight."""
        box = QRect(option.rect)
        editor.setGeometry(box.adjusted(self._asked_at(box.width()), 3, -6, -4))

    @staticmethod
    def _asked_at(width: int) -> int:
        """Return where in a row the field for the substitute begins."""
        return width * 9 // 20

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: show who stood in so far."""
        row: RollRow = index.data(ROW)
        if isinstance(editor, StandIn):
            editor.exclude(frozenset({row.person_id}))
            if not editor.text() and row.substitute:
                editor.set_person(row.substitute_id, row.substitute)
                editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Qt: store S and who stood in, as one action."""
        row: RollRow = index.data(ROW)
        if not isinstance(editor, StandIn):
            return
        party = editor.party()
        if row.code is not Code.SUBSTITUTE or (party.name if party else "") != row.substitute:
            self._store(row, Code.SUBSTITUTE, party)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt: Esc hides the suggestions first; Enter and Tab take the marked one and store at once."""
        if not isinstance(editor, StandIn) or not isinstance(event, QKeyEvent):
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
