"""The field of a classification: the seats of the chapter appear as letters are typed; a taken one is told beside."""

from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from chapterdesk.domain.text import fold
from chapterdesk.store.members import seat_conflicts
from chapterdesk.store.seats import seats
from chapterdesk.ui.context import Context
from chapterdesk.ui.widgets import LineEdit, label


class SeatEdit(LineEdit):
    """A line for the seat's name. `warning` is the label that says who holds it already; it blocks nothing."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._known: list[str] = []
        self._membership_id: int | None = None
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.warning: QLabel = label("", tone="warning", wrap=True)
        self.warning.hide()
        self.textChanged.connect(self.check)

    def set_seat(self, name: str, membership_id: int | None = None) -> None:
        """Show a seat and remember whose membership it is, who is no conflict."""
        self._membership_id = membership_id
        self.set_stored(name)
        self.check()

    def learn(self) -> None:
        """Read the seats of the chapter, to offer them."""
        context = self._context
        with context.desk.read() as s:
            self._known = [row.name for row in seats(s, context.chapter.id, context.today())]
        if self._known != self._model.stringList():
            self._model.setStringList(self._known)

    def check(self, *_: Any) -> None:
        """Say who holds the seat already, where a seat belongs to one member."""
        context, tr = self._context, self._context.tr
        names = ""
        if context.chapter.kind.exclusive_seats and fold(self.text()) in {fold(name) for name in self._known}:
            with context.desk.read() as s:
                found = seat_conflicts(s, context.chapter.id, self.text(), context.today(), self._membership_id)
            names = ", ".join(context.language.name(row.first_name, row.last_name) for row in found)
        self.warning.setText(tr("▲ This seat is held by {names}", names=names) if names else "")
        self.warning.setVisible(bool(names))
