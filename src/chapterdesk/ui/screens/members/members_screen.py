"""Members: the list with search and filters, and beside it the card of one person, edited in place."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk.domain.members import Status
from chapterdesk.store.members import MemberRow, applicants, former_members, members
from chapterdesk.ui.screens.members import SCREEN
from chapterdesk.ui.screens.members.add_member import AddMember
from chapterdesk.ui.screens.members.member_list import SEAT, MemberModel, ShownMembers, fits, narrowed
from chapterdesk.ui.screens.members.person_card import TABS, PersonCard
from chapterdesk.ui.screens.members.seats import SeatCard, SeatList
from chapterdesk.ui.widgets import Card, Choice, EmptyState, PrimaryButton, SearchEdit, label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Command, Screen
from chapterdesk.ui.widgets.stored_fields import narrow
from chapterdesk.ui.widgets.table import table_view

LIST_WIDTH, NARROW_LIST, CARD_WIDTH = 380, 236, 372
"""Pixels that the list keeps whatever the card would like, those it is left with in the smallest window, where the
seats are not listed, and those that the card needs there."""


class MembersScreen(Screen):
    """Everybody who belongs, did or would; `show_item` takes `person_id=`, `shown=` one of Shown, or `add=True`."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:

        super().__init__(context, parent)
        tr = context.tr
        self._filling = False
        self._chapter_id = context.chapter.id
        self._known: dict[ShownMembers, list[MemberRow]] = {ShownMembers.MEMBERS: []}
        self.add_button = PrimaryButton(tr("Add member"), context=context, icon="plus")
        self.add_button.clicked.connect(self.begin_add)
        self.add_header(actions=[self.add_button])
        self.search = SearchEdit(context, tr("Name, seat, company…"))
        self.shown = Choice([(shown, tr(shown.label)) for shown in ShownMembers])
        self.shown.setAccessibleName(tr("Show"))
        narrow(self.shown)
        self.new = AddMember(context)
        self.model = MemberModel(context, self)
        self.table = table_view(self.model, self)
        self.table.setAccessibleName(tr("Members"))
        self.seats = SeatList(context)
        self.card = PersonCard(context)
        self.seat_card = SeatCard(context)
        self.seat_card.setMinimumWidth(320)  # a long word on it must not push the list out
        self.none_found = label("", tone="muted", wrap=True)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none_found.setContentsMargins(24, 24, 24, 24)
        self.lists = QStackedWidget()
        for part in (self.table, self.none_found, self.seats):
            self.lists.addWidget(part)
        self.cards = QStackedWidget()
        self.cards.addWidget(self.card)
        self.cards.addWidget(self.seat_card)
        self.empty = EmptyState(
            context,
            "users",
            tr("Who belongs to the chapter"),
            tr("Add the members one by one, or import a list: a spreadsheet, or an export of BNI Connect."),
            [
                Command(tr("Add member"), self.begin_add, icon="plus"),
                Command(tr("Import members…"), lambda: context.go("import"), icon="download"),
            ],
        )
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill_list())
        self.search.left.connect(self._to_list)
        self.shown.picked.connect(lambda _shown: self._fill_list())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.card.focus_start())
        self.seats.chosen.connect(self.seat_card.show_seat)
        self.seat_card.fill_asked.connect(self._fill_seat)
        self.new.added.connect(self._added)

    def _lay_out(self) -> None:
        find = QHBoxLayout()
        find.setSpacing(8)
        find.addWidget(self.search, 3)
        find.addWidget(self.shown, 2)
        self._list_card = list_card = Card(padding=0)
        list_card.setMinimumWidth(LIST_WIDTH)
        list_card.body.addWidget(self.lists)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(find)
        left.addWidget(self.new)
        left.addWidget(list_card, 1)
        self.full = QWidget()
        row = QHBoxLayout(self.full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 10)
        row.addWidget(self.cards, 11)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.full)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window the list gives way to the card, and leaves the seats to it."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 16
        card = round(CARD_WIDTH * max(self.context.style.points() / 10, 1))
        narrow_list = max(min(room - card, LIST_WIDTH), NARROW_LIST)
        self._list_card.setMinimumWidth(narrow_list)
        self.cards.setMinimumWidth(min(card, room - narrow_list))
        self._show_columns()

    def _show_columns(self) -> None:
        """Show the seats where there is room for them: not in a narrow list, and not beside the roles."""
        narrow_list = self._list_card.minimumWidth() < LIST_WIDTH
        self.table.setColumnHidden(SEAT, narrow_list or self.shown.value() is ShownMembers.ROLES)

    # What is shown

    def refresh(self) -> None:
        """Read the chapter again; who is chosen stays chosen."""
        context, tr = self.context, self.context.tr
        with context.desk.read() as s:
            self._known = {
                ShownMembers.MEMBERS: members(s, context.chapter.id, context.today()),
                ShownMembers.FORMER: former_members(s, context.chapter.id, context.today()),
                ShownMembers.APPLICANTS: applicants(s, context.chapter.id),
            }
        if context.chapter.id != self._chapter_id:  # another chapter: nobody of the one before stays on the card
            self._chapter_id = context.chapter.id
            self.new.close_panel()
            self.card.show_person(None)
        current = self._known[ShownMembers.MEMBERS]
        nobody = not any(self._known.values())
        words = [tr("%n member(s)", "", len(current))]
        away = sum(row.status is Status.LEAVE for row in current)
        if away:
            words.append(tr("{count} on leave", count=away))
        self.set_subtitle("" if nobody else " · ".join(words))
        empty = nobody and self.new.isHidden() and self.card.person_id is None
        self.pages.setCurrentWidget(self.empty if empty else self.full)
        self.add_button.setVisible(not empty)
        self.card.read_chapter()
        self._fill_list()

    def _fill_list(self) -> None:
        tr, shown = self.context.tr, self.shown.value()
        of_seats = shown is ShownMembers.SEATS
        self.cards.setCurrentWidget(self.seat_card if of_seats else self.card)
        if of_seats:
            self._fill_seats()
            return
        rows = self._known.get(shown) or narrowed(self._known[ShownMembers.MEMBERS], shown, self.context.today())
        found = [row for row in rows if fits(row, self.search.text())]
        self._filling = True
        self.model.shown = shown
        self.model.set_rows(found)
        self._show_columns()
        person_id = self.card.person_id
        if not self.table.select(lambda row: row.person_id == person_id) and person_id is None and found:
            self.table.setCurrentIndex(self.model.index(0, 0))
            person_id = self.table.current_row().person_id
        self._filling = False
        nothing = tr("Nobody here has all these words. Try fewer letters, or another list.")
        if not self.search.text().strip():
            nothing = tr("Nobody is in this list now.")
        self.none_found.setText(nothing)
        self.lists.setCurrentWidget(self.table if found else self.none_found)
        self.card.show_person(person_id)

    def _fill_seats(self) -> None:
        self.seats.refresh(self.search.text())
        self.lists.setCurrentWidget(self.seats)
        self.seat_card.show_seat(self.seats.table.current_row())

    def _choose(self, row: MemberRow | None) -> None:
        if row is not None and not self._filling:
            self.card.show_person(row.person_id)

    def show_item(self, **what: Any) -> None:
        """Show the card of `person_id=`, a choice of the list (`shown=`), or begin a new member with `add=True`."""
        if what.get("add"):
            self.begin_add()
        elif "shown" in what:
            self.search.clear()
            self.shown.set_value(ShownMembers(what["shown"]))
            self._fill_list()
            self._to_list()
        elif (person_id := what.get("person_id")) is not None:
            self.search.clear()
            self.shown.set_value(ShownMembers.MEMBERS)
            self.card.show_person(person_id)
            self.card.show_tab(TABS[0])
            self.pages.setCurrentWidget(self.full)
            self._fill_list()
            if self.table.current_row() is not None:
                self.table.setFocus()  # an empty choice would take the first row with the focus
            else:
                self.card.tabs.setFocus()

    # What is done

    def commands(self) -> list[Command]:
        """Add, find, end a membership, and the parts of the card."""
        tr = self.context.tr
        return [
            Command(tr("Add member"), self.begin_add, "Ctrl+N", "user-plus"),
            Command(tr("Find a member"), self._to_search, "Ctrl+F", "search"),
            Command(tr("End the membership of who is shown"), self.card.begin_leave, "Ctrl+Shift+E", "log-out"),
            Command(tr("Make who is shown a member"), self.card.begin_join, "Ctrl+Shift+M", "user-plus"),
            Command(tr("Card of who is shown"), lambda: self.card.show_tab(TABS[0]), "Alt+1", "user-round"),
            Command(tr("History of who is shown"), lambda: self.card.show_tab(TABS[1]), "Alt+2", "history"),
            Command(tr("Changes of who is shown"), lambda: self.card.show_tab(TABS[2]), "Alt+3", "pencil"),
            Command(tr("Personal data of who is shown"), self.card.head_part.show_rights, "", "shield-check"),
            Command(tr("Show the seats"), self._show_seats, "Ctrl+Shift+A", "briefcase"),
        ]

    def begin_add(self, seat: str = "") -> None:
        """Open the line that adds a member."""
        self.pages.setCurrentWidget(self.full)
        self.add_button.show()
        self.new.begin(seat if isinstance(seat, str) else "")

    def _fill_seat(self, seat: str) -> None:
        self.shown.set_value(ShownMembers.MEMBERS)
        self._fill_list()
        self.begin_add(seat)

    def _added(self, person_id: int) -> None:
        self.card.show_person(person_id)

    def _show_seats(self) -> None:
        self.shown.set_value(ShownMembers.SEATS)
        self._fill_list()
        self.seats.table.setFocus()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        table = self.seats.table if self.shown.value() is ShownMembers.SEATS else self.table
        if table.current_row() is None and table.rows_model.rowCount():
            table.setCurrentIndex(table.rows_model.index(0, 0))
        table.setFocus()

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the name that was begun and is not added yet."""
        return self.new.unsaved_text()

    def focus_start(self) -> None:
        """Be ready to find somebody by typing."""
        self._to_search()
