"""The table of the ledger: Enter, F2 or a double click corrects a cell in place."""

import datetime as dt
from collections.abc import Hashable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chapterdesk.actions.ledger import correct_line
from chapterdesk.actions.people import Party
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slip_values import parse_value
from chapterdesk.domain.slips import ROLES, same_name
from chapterdesk.domain.text import N_
from chapterdesk.store.ledger_entries import LedgerEntry, LedgerLines, slip_entry
from chapterdesk.store.slips import slip
from chapterdesk.ui.screens.slips.ledger_columns import LedgerModel
from chapterdesk.ui.widgets import Choice, DateEdit, FieldError
from chapterdesk.ui.widgets.command import is_remove_key
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import set_wrong
from chapterdesk.ui.widgets.layout import row
from chapterdesk.ui.widgets.person_field import PartyEdit, RecentPeople
from chapterdesk.ui.widgets.popup import Popup
from chapterdesk.ui.widgets.slip_fields import ledger_words, offered
from chapterdesk.ui.widgets.table import ROW, Index, RowTable

NARROWEST_NAME: Final = 150
"""Width in pixels of a name in a narrow window."""
NOTE_WIDTH: Final = 120
"""Least width in pixels of the note, where it takes the remaining width."""
_NOT_FOUND = N_("“{name}” is not in this file; choose somebody from the list")
_TABLES_OF_A_SLIP: Final = frozenset({"slip", "change_log"})
"""The tables that a correction of one slip touches."""


class Corrections(QObject):
    """Remembers which slips were corrected in place since the list was read, unless anything else has changed.

    Thus a correction reads one line again and not a long list.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._storing: LedgerEntry | None = None
        self._slips: set[int] | None = set()
        """Their ids; None once anything else has changed."""
        context.changed.connect(self._note_change)
        context.chapter_changed.connect(self._forget)

    def store(self, entry: LedgerEntry, fields: dict[str, Any]) -> None:
        """Correct fields of a line; raises ChapterError."""
        self._storing = entry
        try:
            correct_line(self._context.desk, entry, fields)
        finally:
            self._storing = None

    def _note_change(self, tables: frozenset[str]) -> None:
        if self._storing is None or self._storing.is_visit or not tables <= _TABLES_OF_A_SLIP:
            self._forget()
        elif self._slips is not None:
            self._slips.add(self._storing.source.id)

    def _forget(self) -> None:
        self._slips = None

    def update(self, ledger: LedgerLines) -> bool:
        """Read the corrected slips again; return False if the whole list must be read again."""
        ids, self._slips = self._slips, set()
        if not ids:
            return False
        with self._context.desk.read() as s:
            return all(ledger.replace(slip_entry(slip(s, slip_id))) for slip_id in ids)


class CellError(Popup):
    """The validation message below a cell."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.text = FieldError()
        self._row = row(self.text, margins=(10, 6, 10, 6), parent=self)

    def say(self, field: QWidget, text: str) -> None:
        """Show an error below a field."""
        self.text.say(text)
        width = min(max(field.width(), 320), self._room.width() - 8)
        self.show_under(field, width, max(self._row.totalHeightForWidth(width), 32))


class CellDelegate(QStyledItemDelegate):
    """Makes the fields of the table. `failed` carries a cell whose text was refused."""

    failed = Signal(object)

    def __init__(self, context: Context, corrections: Corrections, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._context = context
        self._corrections = corrections
        self._view = view
        self._recent = RecentPeople(context)
        self._refused: tuple[Hashable, str, str] | None = None
        """The refused cell (line and field), the typed text, and the reason."""
        self._settling = False
        self._editor: QWidget | None = None
        self.error = CellError(view.viewport())

    # Making

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._field(index)
        editor: QWidget
        if choices := offered(self._context, field):
            editor = Choice(choices)
            editor.activated.connect(lambda _at: self._store_and_close(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        elif field in ROLES:
            editor = PartyEdit(self._context, self._recent)
            editor.setMinimumSize(0, 0)
            editor.settled.connect(lambda: self._store_and_close(editor))
        elif field == "next_contact":
            editor = DateEdit(self._context)
        else:
            editor = QLineEdit()
            if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _text: self._hide_error(editor))
        self._editor = editor
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAcceptDrops(False)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        entry: LedgerEntry = index.data(ROW)
        field = self._field(index)
        if isinstance(editor, Choice | DateEdit):
            editor.set_value(entry.value(field))
        elif isinstance(editor, PartyEdit):
            others = {entry.value(f"{role}_id") for role in ROLES if role != field}
            editor.set_person(entry.value(f"{field}_id"), entry.value(field))
            editor.exclude(frozenset(others - {None}))
        elif isinstance(editor, QLineEdit):
            editor.setText(ledger_words(self._context).typed(field, entry.value(field)))
        (cell, typed, error), self._refused = self._refused or (None, "", ""), None
        if isinstance(editor, QLineEdit):
            if cell == (entry.key, field):
                if isinstance(editor, PartyEdit):
                    editor.set_party(None)  # else the next Enter takes the stored person and drops the text
                editor.setText(typed)
                self._show_error(editor, error)
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        least = 200 if isinstance(editor, QLineEdit) and self._field(index) in (*ROLES, "contact", "prospect") else 0
        if isinstance(editor, Choice):
            least = editor.sizeHint().width()
        room = self._view.viewport().width()
        rect = option.rect.adjusted(0, 1, 0, -1)
        rect.setWidth(min(max(rect.width(), least), room))
        rect.moveLeft(max(0, min(rect.left(), room - rect.width())))
        editor.setGeometry(rect)
        if not self.error.isHidden():
            self.error.say(editor, self.error.text.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.error.hide()
        self._editor = None
        super().destroyEditor(editor, index)

    # Storing

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002 - Qt's
        entry: LedgerEntry = index.data(ROW)
        field = self._field(index)
        typed = isinstance(editor, QLineEdit) and self._view.isVisible()

        def say(text: str) -> None:
            if text and isinstance(editor, QLineEdit):
                self._refused = ((entry.key, field), editor.text(), text)
                self.failed.emit(QPersistentModelIndex(index))

        try:
            fields = self._fields(editor, entry, field)
        except ChapterError as error:
            self._context.tell(error, say=say if typed else None)
            return
        store = partial(self._corrections.store, entry, fields)
        self._context.attempt(store, say if typed else None, again=store, key=(entry.key, field))

    def _fields(self, editor: QWidget, entry: LedgerEntry, field: str) -> dict[str, Any]:
        """Return the values to store, by field; raises ChapterError for an invalid value."""
        if isinstance(editor, Choice):
            return {"kind" if field == "visit_kind" else field: editor.value()}
        if isinstance(editor, PartyEdit):
            if not editor.text().strip():
                return _party_fields(entry, field, None)
            if editor.person_id() is not None and editor.person_id() == entry.value(f"{field}_id"):
                return {}
            party = editor.party()
            if party is None:
                if same := same_name(field, editor.text(), {role: entry.value(role) or "" for role in ROLES}):
                    raise ChapterError(same)
                raise ChapterError(_NOT_FOUND, name=editor.text().strip())
            return _party_fields(entry, field, party)
        if isinstance(editor, DateEdit):
            return {field: _day(editor)}
        assert isinstance(editor, QLineEdit)  # noqa: S101 - createEditor() makes no other
        return {field: parse_value(field, editor.text(), self._context.chapter.currency)}

    # Keys and errors

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, PartyEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched.is_open and event.key() == Qt.Key.Key_Escape:
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._settle(watched)
                self._store_and_close(watched)
                return True
            if event.key() == Qt.Key.Key_Tab:
                self._settle(watched)
        return super().eventFilter(watched, event)

    def _settle(self, editor: PartyEdit) -> None:
        """Let the field take the highlighted suggestion or the only match, without storing it yet."""
        self._settling = True
        editor.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
        self._settling = False

    def _store_and_close(self, editor: QWidget) -> None:
        """Store the value of a field and close it, unless it is closed already."""
        if self._settling or editor is not self._editor:
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _hide_error(self, editor: QWidget) -> None:
        set_wrong(editor, wrong=False)
        self.error.hide()

    def _show_error(self, editor: QWidget, text: str) -> None:
        set_wrong(editor, wrong=True)
        editor.setAccessibleDescription(text)
        self.error.say(editor, text)

    def _field(self, index: Index) -> str:
        model = index.model()
        return model.field(index) if isinstance(model, LedgerModel) else ""


class LedgerTable(RowTable):
    """Shows the ledger. `refused` carries a line whose locked cell was to be corrected, `removed` one to delete."""

    refused = Signal(object)
    removed = Signal(object)

    def __init__(self, context: Context, kind: str, corrections: Corrections) -> None:
        self.lines = LedgerModel(context, kind)
        super().__init__(self.lines)
        self._context = context
        self.lines.setParent(self)
        self.horizontalHeader().setMinimumSectionSize(72)
        tr = context.tr
        self.setAccessibleName(tr("Slips"))
        self.cells = CellDelegate(context, corrections, self)
        self.setItemDelegate(self.cells)
        self.cells.failed.connect(self._reopen)
        self.kind = kind

    def show_lines(self, lines: Sequence[LedgerEntry]) -> None:
        """Show these lines; the current cell and the scroll position stay."""
        current = self.current_row()
        column = max(self.currentIndex().column(), 0)
        at, scroll = max(self.currentIndex().row(), 0), self.verticalScrollBar().value()
        self.lines.show_lines(lines)
        if self.currentIndex().isValid() or not lines:
            return
        line = self.lines.position(lambda row: row.key == current.key) if current is not None else -1
        if line < 0:
            line = min(at, len(lines) - 1)
        self.setCurrentIndex(self.lines.index(line, column))
        self.verticalScrollBar().setValue(scroll)

    def show_entry(self, key: tuple[str, int]) -> None:
        """Choose a line, if it is listed, and scroll to it."""
        if self.select(lambda row: row.key == key):
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif is_remove_key(event.key()) and self.current_row() is not None:
            self.removed.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def _spread(self) -> None:
        """Set the widths: names get narrower, down to NARROWEST_NAME, before the list scrolls sideways."""
        columns = self.lines.columns
        names = [at for at, column in enumerate(columns) if column.key in ROLES and at in self._widths]
        room = self.viewport().width() - NOTE_WIDTH * any(column.grow for column in columns)
        room -= sum(width for at, width in self._widths.items() if at not in names)
        each = max(NARROWEST_NAME, room // max(len(names), 1))
        for at, width in self._widths.items():
            self.horizontalHeader().resizeSection(at, min(width, each) if at in names else width)

    def _open(self, index: QModelIndex) -> None:
        """Correct a cell; from a cell that cannot be corrected (the date), the first one that can."""
        row = index.data(ROW)
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if not self.lines.field(index):
            cells = (self.lines.index(index.row(), at) for at in range(self.lines.columnCount()))
            index = next((cell for cell in cells if (field := self.lines.field(cell)) and row.is_open(field)), index)
        field = self.lines.field(index)
        if field and not row.is_open(field):
            self.refused.emit(row)
        elif field and not self._context.warn_if_read_only():
            self.setCurrentIndex(index)
            self.edit(index)

    def _reopen(self, index: QPersistentModelIndex) -> None:
        """Open a refused cell again, with the typed text and the error."""

        def reopen() -> None:
            if index.isValid() and self.isVisible() and self.state() != QAbstractItemView.State.EditingState:
                cell = self.lines.index(index.row(), index.column())
                self.setCurrentIndex(cell)
                self.edit(cell)

        QTimer.singleShot(0, self, reopen)


def _day(editor: DateEdit) -> dt.date | None:
    if not editor.is_valid():
        raise ChapterError(N_("“{text}” is no day; type it like 5/3/2026"), text=editor.text()[:20])
    return editor.value()


def _party_fields(entry: LedgerEntry, role: str, party: Party | None) -> dict[str, Any]:
    """Return the fields that store a party of a line; None empties it."""
    if entry.is_visit:
        return {"inviter_id" if role == "giver" else "person_id": party.person_id if party else None}
    return party.fields(role) if party is not None else {f"{role}_id": None}
