"""The screen Members: the list with search and filters, and the card of one person beside it."""

import datetime as dt
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_
from chapterdesk.store.history import role_label
from chapterdesk.store.members import MemberLists, MemberRow, ShownMembers, member_lists
from chapterdesk.ui.screens.members import SCREEN
from chapterdesk.ui.screens.members.membership_panels import AddMemberPanel
from chapterdesk.ui.screens.members.person_card import TABS, PersonCard
from chapterdesk.ui.screens.members.seats import SeatCard, SeatList
from chapterdesk.ui.widgets import Choice, EmptyState, PrimaryButton, SearchEdit
from chapterdesk.ui.widgets.choices import limit_width
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import column, row, stack
from chapterdesk.ui.widgets.list_page import ListPage
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn, name_column

SEAT, STATE = 1, 2
"""Columns of the list."""
LIST_WIDTH, NARROW_LIST, CARD_WIDTH = 380, 236, 372
"""Widths in pixels: of the list, of the list in a narrow window, where it hides the seats, and of the card."""
_ICONS: Final = {
    Status.LEAVE: ("diamond", "neutral"),
    Status.PROBATION: ("clock", "accent"),
    Status.APPLICANT: ("file-text", "accent"),
    Status.RENEWAL_DUE: ("triangle-alert", "warning"),
    Status.LATE: ("square", "bad"),
}
"""Icon and tone of each current status but Active."""
_TITLES: Final = {
    ShownMembers.FORMER: N_("Last day"),
    ShownMembers.RENEWAL: N_("Renews on"),
    ShownMembers.ROLES: N_("Role"),
}
"""Titles of the last column in lists where it does not show the status."""


class MemberModel(RowModel):
    """Name, seat, and what the list is about: the status, the last day, the renewal or the roles."""

    def __init__(self, context: Context, parent: Any = None) -> None:
        tr = context.tr
        self._context = context
        self.shown = ShownMembers.MEMBERS
        seat = TableColumn(
            tr("Classification"), lambda row: row.classification or None, width=15, tip=lambda row: row.classification
        )
        state = TableColumn(
            tr("Status"), self._state, self._show_state, icon=self._icon, colour=self._colour, tip=self._state_tip
        )
        super().__init__([name_column(tr("Name"), context.language), seat, state], parent)

    def _state(self, row: MemberRow) -> dt.date | str | None:
        if self.shown is ShownMembers.FORMER:
            return row.end
        if self.shown is ShownMembers.RENEWAL:
            return row.renewal_due
        tr = self._context.tr
        if self.shown is ShownMembers.ROLES:
            return ", ".join(self._context.language.show(role_label(role)) for role in row.roles)
        return tr(row.status.label) if row.status in _ICONS else None

    def _show_state(self, value: dt.date | str) -> str:
        if isinstance(value, str):
            return value if self.shown is ShownMembers.ROLES else ""  # the icon shows the status, its tip names it
        return self._context.language.short_date(value)

    def _state_tip(self, row: MemberRow) -> str:
        roles = self._state(row) if self.shown is ShownMembers.ROLES else None
        return str(roles or self._context.tr(row.status.label))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        title = super().headerData(section, orientation, role)
        if section == STATE and isinstance(title, str) and self.shown in _TITLES:
            return self._context.tr(_TITLES[self.shown])
        return title

    def _icon(self, row: MemberRow) -> QIcon | None:
        if row.status not in _ICONS or self.shown in (ShownMembers.FORMER, ShownMembers.ROLES):
            return None
        return self._context.style.icon(*_ICONS[row.status], 14)

    def _colour(self, row: MemberRow) -> QColor | None:
        due = row.renewal_due
        if self.shown is ShownMembers.RENEWAL and due is not None and due < self._context.today():
            return self._context.style.colour("bad")
        return None


class MembersScreen(Screen):
    """Members and applicants, also former ones. `show_item` takes `person_id=`, `shown=` or `add=True`."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self._chapter_id = context.chapter.id
        self._lists = MemberLists(context.today())
        self.add_button = PrimaryButton(tr("Add member"), context=context, icon="plus")
        self.add_button.clicked.connect(self.open_add_panel)
        self.add_header(actions=[self.add_button])
        self.search = SearchEdit(context, tr("Name, seat, company…"))
        self.shown = Choice([(shown, tr(shown.label)) for shown in ShownMembers])
        self.shown.setAccessibleName(tr("Show"))
        limit_width(self.shown)
        self.new = AddMemberPanel(context)
        self.model = MemberModel(context, self)
        self.table = RowTable(self.model, self)
        self.table.setAccessibleName(tr("Members"))
        self.seats = SeatList(context)
        self.card = PersonCard(context)
        self.seat_card = SeatCard(context)
        self.seat_card.setMinimumWidth(320)  # a long word on it must not push the list aside
        self.cards = stack(self.card, self.seat_card)
        self.empty = EmptyState(
            context,
            "users",
            tr("Who belongs to the chapter"),
            tr("Add the members one by one, or import a list: a spreadsheet, or an export of BNI Connect."),
            [
                Command(tr("Add member"), self.open_add_panel, icon="plus"),
                Command(tr("Import members…"), lambda: context.go("import"), icon="download"),
            ],
        )
        self.page = ListPage(self.table, self.empty, search=self.search, choice=self.shown)
        self.page.lists.addWidget(self.seats)
        self.page.card.setMinimumWidth(LIST_WIDTH)
        find = row((self.search, 3), (self.shown, 2))
        left = column(find, self.new, (self.page.card, 1), spacing=12)
        row((left, 10), (self.cards, 11), spacing=16, parent=self.page.full)
        self.body.addWidget(self.page, 1)
        self.page.filter_changed.connect(self._fill_list)
        self.page.chosen.connect(lambda row: self.card.show_person(row.person_id))
        self.table.opened.connect(lambda _row: self.card.focus_start())
        self.seats.chosen.connect(self.seat_card.show_seat)
        self.seat_card.fill_requested.connect(self._fill_seat)
        self.new.added.connect(self.card.show_person)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # a narrow window has a narrow list without seats
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 16
        card = round(CARD_WIDTH * max(self.context.style.points() / 10, 1))
        narrow_list = max(min(room - card, LIST_WIDTH), NARROW_LIST)
        self.page.card.setMinimumWidth(narrow_list)
        self.cards.setMinimumWidth(min(card, room - narrow_list))
        self._show_columns()

    def _show_columns(self) -> None:
        """Show the column of the seats, unless the list is narrow or shows roles."""
        narrow_list = self.page.card.minimumWidth() < LIST_WIDTH
        self.table.setColumnHidden(SEAT, narrow_list or self.shown.value() is ShownMembers.ROLES)

    # What is shown

    def refresh(self) -> None:
        """Read the chapter again; the chosen person stays chosen."""
        context, tr = self.context, self.context.tr
        with context.desk.read() as s:
            self._lists = lists = member_lists(s, context.chapter.id, context.today())
        if context.chapter.id != self._chapter_id:  # a person of another chapter must not stay on the card
            self._chapter_id = context.chapter.id
            self.new.close_panel()
            self.card.show_person(None)
        words = [tr("%n member(s)", "", len(lists.members))]
        if lists.on_leave:
            words.append(tr("{count} on leave", count=lists.on_leave))
        self.set_subtitle("" if lists.is_empty else " · ".join(words))
        empty = lists.is_empty and self.new.isHidden() and self.card.person_id is None
        self.page.set_empty(is_empty=empty)
        self.add_button.setVisible(not empty)
        self.card.read_chapter()
        self._fill_list()

    def _fill_list(self) -> None:
        tr, shown = self.context.tr, self.shown.value()
        self.cards.setCurrentWidget(self.seat_card if shown is ShownMembers.SEATS else self.card)
        if shown is ShownMembers.SEATS:
            self.seats.refresh(self.page.query)
            self.page.lists.setCurrentWidget(self.seats)
            self.seat_card.show_seat(self.seats.table.current_row())
            return
        rows = self._lists.find(shown, self.page.query)
        empty_text = tr("Nobody here has all these words. Try fewer letters, or another list.")
        if not self.page.query:
            empty_text = tr("Nobody is in this list now.")
        person_id = self.card.person_id
        self.model.shown = shown
        current = self.page.fill(rows, lambda row: row.person_id == person_id, empty_text, or_first=person_id is None)
        self._show_columns()
        self.card.show_person(current.person_id if current is not None else person_id)

    def show_item(self, **what: Any) -> None:
        """Show the card of `person_id=`, a choice of the list (`shown=`), or begin a new member with `add=True`."""
        if what.get("add"):
            self.open_add_panel()
        elif "shown" in what:
            self.search.clear()
            self._show_list(ShownMembers(what["shown"]))
        elif (person_id := what.get("person_id")) is not None:
            self.page.set_choice(ShownMembers.MEMBERS)
            self.card.show_person(person_id)
            self.card.show_tab(TABS[0])
            self.page.set_empty(is_empty=False)
            self._fill_list()
            if self.table.current_row() is not None:
                self.table.setFocus()  # without a current row, the focus would choose the first one
            else:
                self.card.tabs.setFocus()

    # Commands and focus

    def commands(self) -> list[Command]:
        """Add, find, end a membership, show the parts of the card."""
        tr, show_tab = self.context.tr, self.card.show_tab
        return [
            Command(tr("Add member"), self.open_add_panel, "Ctrl+N", "user-plus"),
            Command(tr("Find a member"), self.page.focus_search, "Ctrl+F", "search"),
            Command(tr("End the membership of who is shown"), self.card.open_end_panel, "Ctrl+Shift+E", "log-out"),
            Command(tr("Make who is shown a member"), self.card.open_join_panel, "Ctrl+Shift+M", "user-plus"),
            Command(tr("Card of who is shown"), partial(show_tab, TABS[0]), "Alt+1", "user-round"),
            Command(tr("History of who is shown"), partial(show_tab, TABS[1]), "Alt+2", "history"),
            Command(tr("Changes of who is shown"), partial(show_tab, TABS[2]), "Alt+3", "pencil"),
            Command(tr("Personal data of who is shown"), self.card.head_part.open_personal_data, "", "shield-check"),
            Command(tr("Show the seats"), partial(self._show_list, ShownMembers.SEATS), "Ctrl+Shift+A", "briefcase"),
        ]

    def open_add_panel(self, seat: str = "") -> None:
        """Open the panel that adds a member."""
        self.page.set_empty(is_empty=False)
        self.add_button.show()
        self.new.begin(seat if isinstance(seat, str) else "")

    def _fill_seat(self, seat: str) -> None:
        self.shown.set_value(ShownMembers.MEMBERS)
        self._fill_list()
        self.open_add_panel(seat)

    def _show_list(self, shown: ShownMembers) -> None:
        self.shown.set_value(shown)
        self._fill_list()
        self.page.focus_list()

    def focus_start(self) -> None:
        """Put the focus on the search."""
        self.page.focus_search()
