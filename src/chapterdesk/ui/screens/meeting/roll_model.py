"""The roll call as a model: the members of one meeting, found as their names are typed."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.finding import fit
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.widgets.table import ROW

Index = QModelIndex | QPersistentModelIndex
STEPS: Final[tuple[Code | None, ...]] = (None, *Code)
"""What Space and a click step through."""


class RollModel(QAbstractListModel):
    """Members by surname, those without a mark first. Only `arrange` and `find` move rows, a mark never does.

    `describe` gives what a screen reader says of a row.
    """

    def __init__(self, describe: Callable[[RollRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._all: list[RollRow] = []
        self._shown: list[RollRow] = []
        self._query = ""
        self.open = True

    @property
    def rows(self) -> Sequence[RollRow]:
        """Everybody on the roll, in the order in force, found or not."""
        return self._all

    @property
    def query(self) -> str:
        """What is being looked for."""
        return self._query

    def take(self, rows: Sequence[RollRow]) -> None:
        """Show the roll as it is stored now; the same people keep their places."""
        fresh = {row.membership_id: row for row in rows}
        if fresh.keys() != {row.membership_id for row in self._all}:
            self._all = list(rows)
            self.arrange()
            return
        self._all = [fresh[row.membership_id] for row in self._all]
        before, self._shown = self._shown, [fresh[row.membership_id] for row in self._shown]
        changed = [at for at, row in enumerate(self._shown) if row != before[at]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def arrange(self) -> None:
        """Put those without a mark first again, each group by surname."""
        places = {row.membership_id: at for at, row in enumerate(self._by_surname())}
        self._all.sort(key=lambda row: (not row.is_unmarked, places[row.membership_id]))
        self._show()

    def _by_surname(self) -> list[RollRow]:
        from chapterdesk.domain.text import sort_key

        return sorted(self._all, key=lambda row: (sort_key(row.last_name), sort_key(row.first_name), row.membership_id))

    def find(self, query: str) -> None:
        """Show only those whose name has all the words, beginnings of words first; nothing typed shows all anew."""
        if query == self._query:
            return
        self._query = query
        if query.strip():
            self._show()
        else:
            self.arrange()

    def _show(self) -> None:
        self.beginResetModel()
        if self._query.strip():
            ranked = [(fit(self._query, row.first_name, row.last_name), row) for row in self._all]
            hits = [(rank, row) for rank, row in ranked if rank is not None]
            self._shown = [row for _rank, row in sorted(hits, key=lambda hit: hit[0])]
        else:
            self._shown = list(self._all)
        self.endResetModel()

    def position(self, membership_id: int) -> int:
        """Return where somebody is shown, -1 when not."""
        return next((at for at, row in enumerate(self._shown) if row.membership_id == membership_id), -1)

    def next_unmarked(self) -> int:
        """Return the first place where a mark is still to come, -1 when there is none."""
        return next((at for at, row in enumerate(self._shown) if row.is_unmarked), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt: how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the name, the code for editing, the row for the delegate."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
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
        """Qt: rows can be marked while the meeting is open."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if self.open and index.isValid() else usual


def step_after(code: Code | None) -> Code | None:
    """Return the code that one step further gives: none, present, absent, late, medical, substitute, none."""
    return STEPS[(STEPS.index(code) + 1) % len(STEPS)]
