"""The actions of the change log, grouped by day; more are read as the user scrolls."""

import datetime as dt
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from chapterdesk.reports import change_words
from chapterdesk.store.log.search import Action, LogFilter, LogSearch
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn

Index = QModelIndex | QPersistentModelIndex
AHEAD: Final = 400
"""How many pixels of rows are read beyond the visible ones."""


class LogModel(RowModel):
    """Rows are actions; above those of one day is a row with the day (a `date`), which cannot be chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        muted = context.style.colour("muted")
        super().__init__(
            [
                TableColumn("", lambda row: row, self._moment, colour=lambda _row: muted, width=7),
                TableColumn(
                    "", lambda row: row, self._what, icon=self._icon, colour=self._undone, tip=self._what, grow=True
                ),
            ],
            parent,
        )
        self._bold = QFont(context.style.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren if isinstance(self.row(index.row()), dt.date) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if isinstance(self.row(index.row()), dt.date) else None
        return super().data(index, role)

    def _moment(self, row: Action | dt.date) -> str:
        language = self._context.language
        if isinstance(row, Action):
            return language.time(row.local.time())
        return change_words.day_title(language, row, self._context.today())

    def _what(self, row: Action | dt.date) -> str:
        return change_words.counted_action_text(self._context.language, row) if isinstance(row, Action) else ""

    def _icon(self, row: Action | dt.date) -> Any:
        return self._context.style.icon(change_words.icon_of(row), "muted", 16) if isinstance(row, Action) else None

    def _undone(self, row: Action | dt.date) -> QColor | None:
        return self._context.style.colour("muted") if isinstance(row, Action) and row.via == "undo" else None


class ActionList(RowTable):
    """Lists actions slice by slice; `progressed` is emitted after each slice.

    Events are processed between two slices, so that the window responds however long the log is. Reading continues
    while the end of the list is near the visible rows.
    """

    progressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        super().__init__(LogModel(context, parent), parent)
        tr = context.tr
        self.setAccessibleName(tr("Changes"))
        self.setSortingEnabled(False)
        self.horizontalHeader().hide()
        self.search = self._new_search(LogFilter())
        self._day: dt.date | None = None
        self._seek: tuple[int, int] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.read_more)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._read_if_near_end)
        bar.rangeChanged.connect(self._read_if_near_end)

    def _new_search(self, log_filter: LogFilter) -> LogSearch:
        tr = self._context.tr
        return LogSearch(log_filter, lambda label, params: tr(label, **params))

    def start_search(self, log_filter: LogFilter) -> None:
        """List the actions that match; the current action stays current if the same filter finds it again."""
        current = self.current_row()
        again = log_filter == self.search.wanted
        self._seek = (current.last, len(self.rows_model.rows)) if again and isinstance(current, Action) else None
        self.search = self._new_search(log_filter)
        self._day = None
        self.clearSpans()
        self.rows_model.set_rows([])
        self.read_more()

    def read_more(self) -> None:
        """Read one more slice of the log and list the actions that match."""
        if self.search.done or not self._context.is_open:
            return
        with self._context.desk.read() as s:
            actions = self.search.more(s)
        self._append(actions)
        self.progressed.emit()
        self._read_if_near_end()

    def _append(self, actions: list[Action]) -> None:
        rows: list[Action | dt.date] = []
        day_rows: list[int] = []
        for action in actions:
            day = action.local.date()
            if day != self._day:
                self._day = day
                day_rows.append(len(self.rows_model.rows) + len(rows))
                rows.append(day)
            rows.append(action)
        self.rows_model.add_rows(rows)
        for at in day_rows:
            self.setSpan(at, 0, 1, len(self.rows_model.columns))
        if self._seek is not None:
            last = self._seek[0]
            if self.select(lambda row: isinstance(row, Action) and row.last == last):
                self._seek = None
        elif not self.currentIndex().isValid():
            self.select(lambda row: isinstance(row, Action))

    def _read_if_near_end(self) -> None:
        bar = self.verticalScrollBar()
        if self._seek is not None and len(self.rows_model.rows) > self._seek[1]:
            self._seek = None
        near = bar.value() + AHEAD >= bar.maximum() or self._seek is not None
        if near and not self.search.done and not self._next.isActive():
            self._next.start(0)
