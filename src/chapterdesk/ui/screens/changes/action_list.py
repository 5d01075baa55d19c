"""The actions of the change log under the days on which they were done, read on as one scrolls."""

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
"""Pixels below the last row seen that are read already."""


class LogModel(RowModel):
    """Rows are actions, and the days (`date`) that stand over them; a day cannot be chosen."""

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
        usual = super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren if isinstance(self.row(index.row()), dt.date) else usual

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
        return change_words.with_count(self._context.language, row) if isinstance(row, Action) else ""

    def _icon(self, row: Action | dt.date) -> Any:
        return self._context.style.icon(change_words.icon_of(row), "muted", 16) if isinstance(row, Action) else None

    def _undone(self, row: Action | dt.date) -> QColor | None:
        return self._context.style.colour("muted") if isinstance(row, Action) and row.via == "undo" else None


class ActionList(RowTable):
    """The list. `progressed` is told after each slice of the log that was looked at.

    One slice is read at a time between two events, so that the window answers whatever the log holds; reading goes on
    while there is room below what is seen, and when one scrolls down.
    """

    progressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        super().__init__(LogModel(context, parent), parent)
        tr = context.tr
        self.setAccessibleName(tr("Changes"))
        self.setSortingEnabled(False)
        self.horizontalHeader().hide()
        self.search = self._begun(LogFilter())
        self._day: dt.date | None = None
        self._seek: tuple[int, int] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.read_on)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._want_more)
        bar.rangeChanged.connect(self._want_more)

    def _begun(self, wanted: LogFilter) -> LogSearch:
        tr = self._context.tr
        return LogSearch(wanted, lambda label, params: tr(label, **params))

    def look_for(self, wanted: LogFilter) -> None:
        """Begin to list what fits; the action that was current stays so while it is found again."""
        current = self.current_row()
        again = wanted == self.search.wanted
        self._seek = (current.last, len(self.rows_model.rows)) if again and isinstance(current, Action) else None
        self.search = self._begun(wanted)
        self._day = None
        self.clearSpans()
        self.rows_model.set_rows([])
        self.read_on()

    def read_on(self) -> None:
        """Look at one more slice of the log and list what fits."""
        if self.search.done or not self._context.is_open:
            return
        with self._context.desk.read() as s:
            found = self.search.more(s)
        self._append(found)
        self.progressed.emit()
        self._want_more()

    def _append(self, found: list[Action]) -> None:
        rows: list[Action | dt.date] = []
        days: list[int] = []
        for action in found:
            day = action.local.date()
            if day != self._day:
                self._day = day
                days.append(len(self.rows_model.rows) + len(rows))
                rows.append(day)
            rows.append(action)
        self.rows_model.add_rows(rows)
        for at in days:
            self.setSpan(at, 0, 1, len(self.rows_model.columns))
        if self._seek is not None:
            wanted = self._seek[0]
            if self.select(lambda row: isinstance(row, Action) and row.last == wanted):
                self._seek = None
        elif not self.currentIndex().isValid():
            self.select(lambda row: isinstance(row, Action))

    def _want_more(self) -> None:
        bar = self.verticalScrollBar()
        if self._seek is not None and len(self.rows_model.rows) > self._seek[1]:
            self._seek = None
        near = bar.value() + AHEAD >= bar.maximum() or self._seek is not None
        if near and not self.search.done and not self._next.isActive():
            self._next.start(0)
