"""A list that is searched: its search and choice, its table, the words when nothing is found, and its empty state."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.ui.widgets.cards import Card, EmptyState
from chapterdesk.ui.widgets.choices import Choice
from chapterdesk.ui.widgets.fields import SearchEdit
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.table import RowTable

IsWanted = Callable[[Any], bool]


class ListPage(QStackedWidget):
    """Two pages: `full`, on which the screen lays out the parts of the list, and what an empty list says.

    The parts are `search` and `choice`, when there are any, and `card`: it holds `lists`, which shows the table, or the
    words that stand there while nothing is found; a screen may add other lists. What is searched for is no unsaved
    text. Down and Enter lead from the search to the list; what was current in it stays so when it is filled again.
    """

    chosen = Signal(object)
    """The row that became the current one because somebody chose it, not because the list was filled."""
    narrowed = Signal()
    """Other words or another choice: the list is to be filled again."""

    def __init__(
        self,
        table: RowTable,
        empty: EmptyState,
        *,
        search: SearchEdit | None = None,
        choice: Choice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table, self.empty, self.search, self.choice = table, empty, search, choice
        self._is_filling = False
        self.none_found = label("", tone="muted", wrap=True)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none_found.setContentsMargins(24, 24, 24, 24)
        self.lists = QStackedWidget()
        self.lists.addWidget(table)
        self.lists.addWidget(self.none_found)
        self.card = Card(padding=0)
        self.card.body.addWidget(self.lists)
        self.full = QWidget()
        self.addWidget(self.full)
        self.addWidget(empty)
        table.chosen.connect(self._tell)
        if search is not None:
            search.textChanged.connect(lambda _text: self.narrowed.emit())
            search.moved_down.connect(self.focus_list)
        if choice is not None:
            choice.picked.connect(lambda _value: self.narrowed.emit())

    @property
    def query(self) -> str:
        """The words that are searched for, without the space around them."""
        return "" if self.search is None else self.search.text().strip()

    def set_empty(self, *, is_empty: bool) -> None:
        """Show what an empty list says, or the list."""
        self.setCurrentWidget(self.empty if is_empty else self.full)

    def set_choice(self, value: Any) -> None:
        """Search for nothing, and show another choice of the list; it is not filled yet."""
        if self.search is not None:
            self.search.clear()
        if self.choice is not None:
            self.choice.set_value(value)

    def fill(self, rows: Sequence[Any], is_wanted: IsWanted, nothing: str, *, or_first: bool = True) -> Any:
        """List these rows, or say `nothing`; return the current row, see `fill_table`."""
        self._is_filling = True
        current = fill_table(self.table, rows, is_wanted, or_first=or_first)
        self._is_filling = False
        self.none_found.setText(nothing)
        self.lists.setCurrentWidget(self.table if rows else self.none_found)
        return current

    def focus_search(self) -> None:
        """Be ready to find something by typing."""
        if self.search is not None:
            self.search.setFocus()
            self.search.selectAll()

    def focus_list(self) -> None:
        """Put the focus on the list that is shown, on its first row when none is current."""
        shown = self.lists.currentWidget()
        if shown is not None and shown not in (self.table, self.none_found):
            shown.setFocus()
            return
        if self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self.table.setFocus()

    def _tell(self, row: Any) -> None:
        if row is not None and not self._is_filling:
            self.chosen.emit(row)


def fill_table(table: RowTable, rows: Sequence[Any], is_wanted: IsWanted, *, or_first: bool = True) -> Any:
    """Show rows in a table and return the current one: the one wanted, or else the first one if asked for."""
    table.rows_model.set_rows(rows)
    if not table.select(is_wanted) and or_first and rows:
        table.setCurrentIndex(table.rows_model.index(0, 0))
    return table.current_row()
