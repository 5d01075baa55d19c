"""The field of a classification: the seats of the chapter appear as letters are typed; a taken one is told beside."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from chapterdesk.domain.text import fold
from chapterdesk.store.members import members
from chapterdesk.store.seats import seats
from chapterdesk.ui.widgets import LineEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.popup import WordSuggestions


class SeatEdit(LineEdit):
    """A line for the seat's name. `warning` is the label that says who holds it already; it blocks nothing."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._holders: dict[str, dict[int, str]] = {}
        self._membership_id: int | None = None
        self.suggest = WordSuggestions(self)
        self.warning: QLabel = label("", tone="warning", wrap=True)
        self.warning.hide()
        self.textChanged.connect(self.check)

    def set_seat(self, name: str, membership_id: int | None = None) -> None:
        """Show a seat and remember whose membership it is, who is no conflict."""
        self._membership_id = membership_id
        self.set_stored(name)
        self.setCursorPosition(0)
        self.check()

    def learn(self) -> None:
        """Read the seats of the chapter and who holds them today."""
        context = self._context
        with context.desk.read() as s:
            known = seats(s, context.chapter.id, context.today())
            held = members(s, context.chapter.id, context.today())
        self.suggest.set_known([row.name for row in known])
        self._holders = {}
        for row in held:
            name = context.language.name(row.first_name, row.last_name)
            self._holders.setdefault(fold(row.classification), {})[row.membership_id] = name
        self._holders.pop("", None)
        self.check()

    def check(self, *_: Any) -> None:
        """Say who holds the seat already, where a seat belongs to one member."""
        tr = self._context.tr
        names = ""
        if self._context.has_chapter and self._context.chapter.kind.exclusive_seats:
            held = self._holders.get(fold(self.text()), {})
            names = ", ".join(name for membership_id, name in held.items() if membership_id != self._membership_id)
        self.warning.setText(tr("▲ This seat is held by {names}", names=names) if names else "")
        self.warning.setVisible(bool(names))
