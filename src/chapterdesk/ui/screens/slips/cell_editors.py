"""How a cell of the ledger is corrected: the field to type in by what the cell holds, and the error beside it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money, digits, parse_amount
from chapterdesk.domain.slips import FollowUp, Tier
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.ui.screens.slips.cell_error import CellError
from chapterdesk.ui.screens.slips.ledger_lines import LedgerEntry
from chapterdesk.ui.screens.slips.line_actions import correct, party_fields
from chapterdesk.ui.screens.slips.line_columns import shown, stored
from chapterdesk.ui.widgets import Choice, DateEdit
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import mark_wrong
from chapterdesk.ui.widgets.party_field import PartyEdit, Recent
from chapterdesk.ui.widgets.table import ROW

Index = QModelIndex | QPersistentModelIndex
PARTIES: Final = ("giver", "receiver")
_NOT_FOUND = N_("“{name}” is not in this file; choose somebody from the list")


@dataclass(frozen=True, slots=True)
class _Refused:
    """What was typed into a cell and why it was not stored."""

    key: tuple[str, int]
    field: str
    typed: str
    error: str


class CellDelegate(QStyledItemDelegate):
    """Makes the fields of the table. `failed` tells the cell whose text was refused, for it to be opened again."""

    failed = Signal(object)
    storing = Signal(object)
    """The key of the line that is about to be stored, and None when that is over."""

    def __init__(self, context: Context, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._recent = Recent(context)
        self._refused: _Refused | None = None
        self._settling = False
        self._open: QWidget | None = None
        self.error = CellError(view.viewport())

    # Making

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: the field for a cell."""
        field = self._field(index)
        choices = self._choices(field)
        editor: QWidget
        if choices is not None:
            editor = Choice(choices, parent)
            editor.activated.connect(lambda _at: self._done(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        elif field in PARTIES:
            editor = PartyEdit(self._context, self._recent)
            editor.setParent(parent)
            editor.setMinimumSize(0, 0)
            editor.settled.connect(lambda: self._done(editor))
        elif field == "next_contact":
            editor = DateEdit(self._context, None, parent)
        else:
            editor = QLineEdit(parent)
            if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _text: self._forget(editor))
        self._open = editor
        editor.setAutoFillBackground(True)
        editor.setAcceptDrops(False)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: show what is stored, or what was typed and refused, with the reason."""
        entry, field = self._entry(index), self._field(index)
        if isinstance(editor, Choice):
            editor.set_value(stored(entry, field))
        elif isinstance(editor, PartyEdit):
            person_id = entry.giver_id if field == "giver" else entry.receiver_id
            editor.set_person(person_id, entry.giver if field == "giver" else entry.receiver)
            other = entry.receiver_id if field == "giver" else entry.giver_id
            editor.exclude(frozenset() if other is None else frozenset({other}))
        elif isinstance(editor, DateEdit):
            editor.set_value(stored(entry, field))
        elif isinstance(editor, QLineEdit):
            editor.setText(self._typed_form(entry, field))
        refused, self._refused = self._refused, None
        if isinstance(editor, QLineEdit):
            if refused is not None and (refused.key, refused.field) == (entry.key, field):
                editor.setText(refused.typed)
                self._say(editor, refused.error)
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the field fills the cell, and is wide enough to read what is typed."""
        wanted = 200 if isinstance(editor, QLineEdit) and self._field(index) in (*PARTIES, "contact", "prospect") else 0
        if isinstance(editor, Choice):
            wanted = editor.sizeHint().width()
        room = self._view.viewport().width()
        rect = option.rect.adjusted(0, 1, 0, -1)
        rect.setWidth(min(max(rect.width(), wanted), room))
        rect.moveLeft(max(0, min(rect.left(), room - rect.width())))
        editor.setGeometry(rect)
        self.error.stand_under(editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Qt: the error goes with the field it belongs to."""
        self.error.hide()
        self._open = None
        super().destroyEditor(editor, index)

    # Storing

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002 - Qt's
        """Qt: store what was typed; what is refused is opened again with the reason, and is not lost."""
        entry, field = self._entry(index), self._field(index)
        typed = isinstance(editor, QLineEdit) and self._view.isVisible()

        def say(text: str) -> None:
            if text and isinstance(editor, QLineEdit):
                self._refused = _Refused(entry.key, field, editor.text(), text)
                self.failed.emit(QPersistentModelIndex(index))

        try:
            fields = self._fields(editor, entry, field)
        except ChapterError as error:
            self._context.tell(error, say=say if typed else None)
            return
        again = partial(self._write, entry, fields)
        self._context.attempt(again, say if typed else None, again=again, key=(entry.key, field))

    def _write(self, entry: LedgerEntry, fields: dict[str, Any]) -> None:
        self.storing.emit(entry.key)
        try:
            correct(self._context, entry, fields)
        finally:
            self.storing.emit(None)

    def _fields(self, editor: QWidget, entry: LedgerEntry, field: str) -> dict[str, Any]:
        """Return what is to be stored by field of the store; raises ChapterError when it cannot be understood."""
        if isinstance(editor, Choice):
            return {"kind" if field == "visit_kind" else field: editor.value()}
        if isinstance(editor, PartyEdit):
            if not editor.text().strip():
                return party_fields(entry, field, None)
            if editor.person_id() is not None and editor.person_id() == entry.value(f"{field}_id"):
                return {}
            party = editor.party()
            if party is None:
                raise ChapterError(_NOT_FOUND, name=editor.text().strip())
            return party_fields(entry, field, party)
        if isinstance(editor, DateEdit):
            return {field: _day(editor)}
        assert isinstance(editor, QLineEdit)  # noqa: S101 - createEditor() makes no other
        return {field: self._understood(editor.text().strip(), field)}

    def _understood(self, text: str, field: str) -> Any:
        match field:
            case "amount":
                return parse_amount(text, self._context.chapter.currency) if text else None
            case "credits":
                if text and not (text.isdecimal() and 1 <= int(text) <= 999):
                    raise ChapterError(N_("“{text}” is no number of credits; type a number from 1 up"), text=text[:20])
                return int(text) if text else None
            case _:
                return text

    def _typed_form(self, entry: LedgerEntry, field: str) -> str:
        """Return a value as it would be typed: an amount without its symbol."""
        value = stored(entry, field)
        if field == "amount" and value is not None:
            currency = self._context.chapter.currency
            return self._context.language.number(Fraction(Money(value, currency).amount), digits(currency))
        return shown(self._context, entry, field)

    # Keys and errors

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: suggestions have the first word on Tab and Esc; a drop-down list is stored when something is picked."""
        if isinstance(watched, PartyEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched.is_open and event.key() == Qt.Key.Key_Escape:
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._settle(watched)
                self._done(watched)
                return True
            if event.key() == Qt.Key.Key_Tab:
                self._settle(watched)
        return super().eventFilter(watched, event)

    def _settle(self, editor: PartyEdit) -> None:
        """Let a name take the marked suggestion, or who is meant beyond doubt, without storing it yet."""
        self._settling = True
        editor.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
        self._settling = False

    def _done(self, editor: QWidget) -> None:
        """Store and close a field, unless it is closed already."""
        if self._settling or editor is not self._open:
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _forget(self, editor: QWidget) -> None:
        mark_wrong(editor, wrong=False)
        self.error.hide()

    def _say(self, editor: QWidget, text: str) -> None:
        mark_wrong(editor, wrong=True)
        editor.setAccessibleDescription(text)
        self.error.say(text)
        self.error.stand_under(editor)

    def _entry(self, index: Index) -> LedgerEntry:
        entry: LedgerEntry = index.data(ROW)
        return entry

    def _field(self, index: Index) -> str:
        from chapterdesk.ui.screens.slips.ledger_table import LedgerModel

        model = index.model()
        return model.field(index) if isinstance(model, LedgerModel) else ""

    def _choices(self, field: str) -> Sequence[tuple[Any, str]] | None:
        tr = self._context.tr
        nothing: tuple[Any, str] = (None, "–")
        match field:
            case "tier":
                return [(one, tr(one.label)) for one in Tier]
            case "follow_up":
                return [nothing, *((one, tr(one.label)) for one in FollowUp)]
            case "heat":
                return [nothing, *((heat, str(heat)) for heat in range(1, 6))]
            case "repeat_business":
                return [(False, tr("New")), (True, tr("Repeat"))]
            case "gave_card" | "told_them":
                return [(False, tr("No")), (True, tr("Yes"))]
            case "visit_kind":
                return [(one, tr(one.label)) for one in VisitKind]
            case "outcome":
                return [(one, tr(one.label)) for one in VisitOutcome]
            case _:
                return None


def _day(editor: DateEdit) -> dt.date | None:
    if not editor.is_valid():
        raise ChapterError(N_("“{text}” is no day; type it like 5/3/2026"), text=editor.text()[:20])
    return editor.value()
