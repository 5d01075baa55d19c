"""The table of the ledger: lines that are corrected where they stand, with Enter, F2 or a double click on a cell."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from chapterdesk.ui.screens.slips.cell_editors import CellDelegate
from chapterdesk.ui.screens.slips.ledger_lines import LedgerEntry
from chapterdesk.ui.screens.slips.line_columns import columns
from chapterdesk.ui.widgets.command import removes
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW, RowModel, RowTable

Index = QModelIndex | QPersistentModelIndex
NARROWEST_NAME: Final = 150
"""Pixels of a name in a narrow window."""
NOTE_WIDTH: Final = 120
"""Pixels that are kept for the note where it takes the room that is left."""


class LedgerModel(RowModel):
    """The lines of one kind, or of all ("")."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        self.places = columns(context, kind)
        super().__init__([place.column for place in self.places], parent)

    def take(self, lines: Sequence[LedgerEntry]) -> None:
        """Show these lines; when they are the same ones corrected, each stays where it is, and what is open in it."""
        fresh = {line.key: line for line in lines}
        if len(fresh) != len(self._rows) or any(row.key not in fresh for row in self._rows):
            self.set_rows(lines)
            return
        self._rows = [fresh[row.key] for row in self._rows]
        self._texts = {}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def field(self, index: Index) -> str:
        """Return the field that is corrected in a cell, "" when none is."""
        row = self.row(index.row())
        return "" if row is None else self.places[index.column()].field(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a cell can be edited when it holds a field that is open."""
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        if row is not None and (field := self.field(index)) and row.is_open(field):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


class LedgerTable(RowTable):
    """The view of the ledger.

    `refused` tells a line whose meeting is completed, when one of its locked cells was to be corrected; `removed` a
    line on which Delete was pressed.
    """

    refused = Signal(object)
    removed = Signal(object)

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        self.lines = LedgerModel(context, kind)
        super().__init__(self.lines, parent)
        self._context = context
        self.lines.setParent(self)
        self.horizontalHeader().setMinimumSectionSize(72)
        tr = context.tr
        self.setAccessibleName(tr("Slips"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.cells = CellDelegate(context, self)
        self.setItemDelegate(self.cells)
        self.cells.failed.connect(self._open_again)
        self.kind = kind

    def take(self, lines: Sequence[LedgerEntry]) -> None:
        """Show these lines; the current one stays current, in its column, where it is on the screen."""
        current = self.current_row()
        column = max(self.currentIndex().column(), 0)
        at, scroll = max(self.currentIndex().row(), 0), self.verticalScrollBar().value()
        self.lines.take(lines)
        if self.currentIndex().isValid() or not lines:
            return
        place = self.lines.position(lambda row: row.key == current.key) if current is not None else -1
        if place < 0:
            place = min(at, len(lines) - 1)
        self.setCurrentIndex(self.lines.index(place, column))
        self.verticalScrollBar().setValue(scroll)

    def show_entry(self, key: tuple[str, int]) -> bool:
        """Make a line the current one; tell whether it is in the list."""
        found = self.select(lambda row: row.key == key)
        if found:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: F2 corrects as Enter does, Delete takes the line away."""
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif removes(event.key()) and self.current_row() is not None:
            self.removed.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def _spread(self) -> None:
        """Set the widths: names give way down to what can still be told apart, then the list scrolls sideways."""
        places = self.lines.places
        names = [at for at, place in enumerate(places) if place.key in ("giver", "receiver") and at in self._wanted]
        room = self.viewport().width() - NOTE_WIDTH * any(place.column.grow for place in places)
        room -= sum(width for at, width in self._wanted.items() if at not in names)
        each = max(NARROWEST_NAME, room // max(len(names), 1))
        for at, width in self._wanted.items():
            self.horizontalHeader().resizeSection(at, min(width, each) if at in names else width)

    def _open(self, index: QModelIndex) -> None:
        """Correct a cell; from one that is not corrected (the date), the first that is."""
        row = index.data(ROW)
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if not self.lines.field(index):
            columns = (self.lines.index(index.row(), at) for at in range(self.lines.columnCount()))
            first = next((one for one in columns if self.lines.field(one) and row.is_open(self.lines.field(one))), None)
            index = first if first is not None else index
        field = self.lines.field(index)
        if field and not row.is_open(field):
            self.refused.emit(row)
        elif field and not self._context.refusals.refuses_to_write():
            self.setCurrentIndex(index)
            self.edit(index)

    def _open_again(self, index: QPersistentModelIndex) -> None:
        """Open a cell whose text was refused, with what was typed and the error beside it."""

        def again() -> None:
            if index.isValid() and self.isVisible() and self.state() != QAbstractItemView.State.EditingState:
                place = self.lines.index(index.row(), index.column())
                self.setCurrentIndex(place)
                self.edit(place)

        QTimer.singleShot(0, self, again)
