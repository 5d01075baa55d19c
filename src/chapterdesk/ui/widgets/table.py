"""Tables: one model of frozen rows for all of them, sorted with Python keys, and its view.

The texts of a row are made once, when it is first seen (Qt asks some 1,800 times for one repaint). The model sorts: a
proxy with a Python comparison is twenty times slower and leaves dates unsorted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from chapterdesk.domain.text import sort_key
from chapterdesk.i18n import Language

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole + 1
"""The role of the whole row object."""
NARROWEST: Final = 104
"""The least width in pixels of a column of texts."""
GROWN: Final = 160
"""Pixels reserved for a column that grows."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: the (translated) title, how to get its value from a row and how to show it.

    `sort` returns the key to sort by instead of the value; `icon`, `colour` and `tip` take the row. `width` is in
    characters (None: as wide as its contents); a column with `grow` takes the remaining room.
    """

    title: str
    get: Callable[[Any], Any]
    show: Callable[[Any], str] = str
    align: Literal["left", "right", "center"] = "left"
    sort: Callable[[Any], Any] | None = None
    icon: Callable[[Any], QIcon | None] | None = None
    colour: Callable[[Any], QColor | None] | None = None
    tip: Callable[[Any], str] | None = None
    width: int | None = None
    grow: bool = False


def name_column(title: str, language: Language, **more: Any) -> TableColumn:
    """Return the column of people's names (`first_name`, `last_name`), sorted by the last name."""

    def name(row: Any) -> str:
        return language.name(row.first_name, row.last_name)

    def key(row: Any) -> str:
        return f"{sort_key(row.last_name)}\0{sort_key(row.first_name)}"

    return TableColumn(title, lambda row: row, name, sort=key, grow=True, **({"tip": name} | more))


_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


class RowModel(QAbstractTableModel):
    """A table of frozen rows; `set_rows` keeps the sort order that the director chose."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []
        self._texts: dict[int, tuple[str, ...]] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Any]:
        """The rows in their present order."""
        return self._rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorted is not None:
            self._rows = [self._rows[at] for at in self._order(*self._sorted)]
        self._texts = {}
        self.endResetModel()

    def add_rows(self, rows: Sequence[Any]) -> None:
        """Add rows at the end, for unsorted lists that are read page by page."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row(self, at: int) -> Any:
        """Return the row at a position, None when there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def position(self, is_match: Callable[[Any], bool]) -> int:
        """Return the position of the first row that matches, or -1."""
        return next((at for at, row in enumerate(self._rows) if is_match(row)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row())[index.column()] if index.isValid() else None
        if role not in _SERVED or not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column.align]
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ForegroundRole:
                colour = column.colour(row) if column.colour else None
                return QBrush(colour) if colour is not None else None
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else None
            case _:
                return row

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        # Missing values come last in both orders; the selection stays with its row.
        if not 0 <= column < len(self.columns):
            self._sorted = None
            return
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        moved_to = self._order(column, order)
        place = {old: new for new, old in enumerate(moved_to)}
        self._rows = [self._rows[at] for at in moved_to]
        self._texts = {place[at]: texts for at, texts in self._texts.items()}
        kept = self.persistentIndexList()
        self.changePersistentIndexList(kept, [self.index(place[at.row()], at.column()) for at in kept])
        self.layoutChanged.emit()

    def _order(self, column: int, order: Qt.SortOrder) -> list[int]:
        definition = self.columns[column]
        get = definition.sort or definition.get
        keys = [_key(get(row)) for row in self._rows]
        present = [at for at, key in enumerate(keys) if key is not None]
        present.sort(key=lambda at: keys[at], reverse=order == Qt.SortOrder.DescendingOrder)
        return present + [at for at, key in enumerate(keys) if key is None]

    def _text(self, at: int) -> tuple[str, ...]:
        texts = self._texts.get(at)
        if texts is None:
            row = self._rows[at]
            values = ((column, column.get(row)) for column in self.columns)
            texts = tuple("" if value is None else column.show(value) for column, value in values)
            self._texts[at] = texts
        return texts


_SERVED: Final = frozenset(
    {
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        ROW,
    }
)


def _key(value: Any) -> Any:
    return sort_key(value) if isinstance(value, str) else value


class RowTable(QTableView):
    """The view of a RowModel: rows of a fixed height with hairlines; Enter and a double click open."""

    chosen = Signal(object)
    """Emitted with the new current row, or None."""
    opened = Signal(object)
    """Emitted with the row of an Enter or a double click."""

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._widths: dict[int, int] = {}
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(36, self.fontMetrics().height() + 18))
        titles = self.horizontalHeader()
        titles.setHighlightSections(False)
        titles.setSortIndicatorClearable(True)
        titles.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for at, column in enumerate(model.columns):
            if column.grow:
                titles.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.fit)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.fit()

    def fit(self) -> None:
        """Give each column the width of its contents (in the first rows) or its own width."""
        metrics = self.fontMetrics()
        self._widths = {}
        for at, column in enumerate(self.rows_model.columns):
            if column.grow:
                continue
            if column.width is not None:
                self._widths[at] = metrics.averageCharWidth() * column.width + 20
                continue
            count = min(self.rows_model.rowCount(), 60)
            texts = [self.rows_model.index(row, at).data() for row in range(count)]
            widest = max((metrics.horizontalAdvance(text) for text in [column.title, *texts]), default=0)
            self._widths[at] = min(widest + 32 + (24 if column.icon else 0), 360)
        self._spread()

    def _spread(self) -> None:
        """Set the widths; without enough room the widest columns of texts shrink first."""
        columns = self.rows_model.columns
        shown = {at: width for at, width in self._widths.items() if not self.isColumnHidden(at)}
        room = self.viewport().width() - sum(GROWN for column in columns if column.grow)
        words = [width for at, width in shown.items() if columns[at].align == "left"]
        room -= sum(shown.values()) - sum(words)
        widest = max(words, default=NARROWEST)
        while widest > NARROWEST and sum(min(width, widest) for width in words) > room:
            widest -= 4
        for at, width in self._widths.items():
            is_words = columns[at].align == "left"
            self.horizontalHeader().resizeSection(at, min(width, widest) if is_words else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._spread()

    def current_row(self) -> Any:
        """Return the current row, None when there is none."""
        return self.currentIndex().data(ROW)

    def select(self, is_match: Callable[[Any], bool]) -> bool:
        """Make the first row that matches the current one; return whether there is one."""
        at = self.rows_model.position(is_match)
        if at >= 0:
            self.setCurrentIndex(self.rows_model.index(at, max(self.currentIndex().column(), 0)))
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def _tell(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW))
