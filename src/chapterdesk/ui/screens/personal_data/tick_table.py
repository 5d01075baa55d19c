"""A table whose rows are ticked with the mouse, Space or Enter."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from chapterdesk.ui.widgets.table import Index, RowModel, RowTable, TableColumn

ROWS_SHOWN: Final = 7
"""Most rows shown without scrolling."""
BOX_WIDTH: Final = 30
"""Width in pixels of a box and the gap beside it."""


class TickModel(RowModel):
    """Rows with a box in the first column; `key` identifies a row, `ticked` holds the keys of the ticked rows."""

    changed = Signal()

    def __init__(
        self, columns: Sequence[TableColumn], key: Callable[[Any], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._key = key
        self.ticked: set[Hashable] = set()

    def show_rows(self, rows: Sequence[Any], ticked: Iterable[Hashable]) -> None:
        """Show these rows, and tick those with these keys."""
        self.ticked = set(ticked)
        self.set_rows(rows)
        self.changed.emit()

    def ticked_rows(self) -> list[Any]:
        """Return the ticked rows."""
        return [row for row in self.rows if self._key(row) in self.ticked]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            is_ticked = self._key(self.rows[index.row()]) in self.ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self.rows[index.row()]], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[Any], *, on: bool) -> None:
        """Tick or untick these rows."""
        keys = {self._key(row) for row in rows}
        self.ticked = self.ticked | keys if on else self.ticked - keys
        if rows:
            last = self.index(len(self.rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()

    def toggle(self, row: Any) -> None:
        """Tick a row, or untick it if it is ticked."""
        self.tick([row], on=self._key(row) not in self.ticked)


class TickTable(RowTable):
    """Shows a TickModel, as high as its rows up to ROWS_SHOWN. Enter or a double click toggles a row."""

    def __init__(self, model: TickModel, name: str) -> None:
        super().__init__(model)
        self._ticks = model
        self.setAccessibleName(name)
        self.setSortingEnabled(False)
        model.modelReset.connect(self.fit_height)
        self.opened.connect(model.toggle)
        self.fit_height()

    def fit(self) -> None:
        """Add the width of the box to the first column."""
        super().fit()
        if 0 in self._widths:
            self._widths[0] += BOX_WIDTH
            self._spread()

    def fit_height(self) -> None:
        """Take the height of the rows, at most of ROWS_SHOWN."""
        rows = min(max(self._ticks.rowCount(), 1), ROWS_SHOWN)
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 8)
