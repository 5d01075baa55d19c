"""The seats of a chapter: who holds them, which are vacant, and which are wanted."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from chapterdesk.actions.chapter import set_seat_wanted, want_seat
from chapterdesk.domain.members import SeatState
from chapterdesk.store.seats import SeatRow, find_seats
from chapterdesk.ui.widgets import Button, Card, LineEdit, PrimaryButton, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import TypedTexts
from chapterdesk.ui.widgets.layout import STRETCH, add, column, row
from chapterdesk.ui.widgets.list_page import fill_table
from chapterdesk.ui.widgets.panel import InlinePanel
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn


class SeatList(QWidget):
    """Lists all seats, the wanted ones first; a line adds a wanted seat."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        state = TableColumn(
            tr("Holder"), self._holder, icon=self._icon, colour=self._colour, width=24, tip=self._holder
        )
        name = TableColumn(tr("Classification"), lambda row: row.name, tip=lambda row: row.name, grow=True)
        self.model = RowModel([name, state], self)
        self.table = RowTable(self.model, self)
        self.table.setAccessibleName(tr("Seats"))
        self.table.chosen.connect(self.chosen)
        self.setFocusProxy(self.table)
        self.line = InlinePanel(
            context, Button(tr("Add")), is_permanent=True, on_ground=False, margins=(12, 12, 12, 4), spacing=4
        )
        self.new = LineEdit(placeholder=tr("A seat that is wanted: Notary, Florist…"))
        self.new.setAccessibleName(tr("Wanted seat"))
        self.line.error.attach(self.new)
        context.session.unsaved.add_part(TypedTexts(self.new))
        add(self.line.body, row((self.new, 1), self.line.act_button))
        column(self.line, self.line.error, (self.table, 1), spacing=4, parent=self)
        self.line.submit_on_enter(self.new)
        self.line.submitted.connect(self.add)

    def refresh(self, query: str) -> None:
        """Show the seats that match a query."""
        context, before = self._context, self.table.current_row()
        with context.desk.read() as s:
            rows = find_seats(s, context.chapter.id, context.today(), query)
        if list(self.model.rows) != rows:
            fill_table(self.table, rows, lambda row: before is not None and row.id == before.id)

    def _holder(self, row: SeatRow) -> str:
        return row.holder or self._context.tr(row.state.label)

    def _icon(self, row: SeatRow) -> Any:
        if row.state is SeatState.WANTED:
            return self._context.style.icon("search", "accent", 14)
        return None if row.holder else self._context.style.icon("diamond", "neutral", 14)

    def _colour(self, row: SeatRow) -> Any:
        style = self._context.style
        if row.state is SeatState.WANTED:
            return style.colour("accent")
        return None if row.holder else style.colour("muted")

    def add(self) -> None:
        """Add a wanted seat."""
        context = self._context
        want = partial(want_seat, context.desk, context.chapter.id, self.new.text().strip())
        if self.line.attempt(want, self.add):
            self.new.set_stored("")
            self.new.setFocus()


class SeatCard(Card):
    """Shows one seat: who holds it and whether it is wanted; a button adds a member for it."""

    fill_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=24)
        tr = context.tr
        self._context = context
        self._row: SeatRow | None = None
        self.name = label("", "title", wrap=True)
        self.holder = label("", tone="muted", wrap=True)
        self.wanted = QCheckBox(tr("We look for somebody for this seat"))
        self.fill = PrimaryButton(tr("Add a member for this seat"), context=context, icon="user-plus")
        self.wanted.clicked.connect(self._set_wanted)
        self.fill.clicked.connect(lambda: self.fill_requested.emit(self.name.text()))
        add(self.body, self.name, self.holder, self.wanted, row(self.fill, STRETCH), STRETCH)

    def show_seat(self, row: SeatRow | None) -> None:
        """Show a seat; None asks to choose one."""
        tr = self._context.tr
        self._row = row
        self.name.setText(row.name if row is not None else tr("Seats"))
        about = tr("Choose a seat in the list, or write down one that is wanted.")
        if row is not None:
            about = tr("Held by {names}", names=row.holder) if row.holder else tr("Nobody holds this seat.")
        self.holder.setText(about)
        self.wanted.setVisible(row is not None)
        self.fill.setVisible(row is not None and not row.holder)
        self.wanted.setChecked(row is not None and row.state is SeatState.WANTED)

    def _set_wanted(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal gives it
        row = self._row
        if row is None:
            return
        act = partial(set_seat_wanted, self._context.desk, row, wanted=checked)
        self._context.attempt(act, key=("wanted", row.id))
