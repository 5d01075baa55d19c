"""The card of one person, with three tabs: the data, the history, the changes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import KINDS
from chapterdesk.reports import change_words
from chapterdesk.store.cards import CardRow
from chapterdesk.store.cards import card as read_card
from chapterdesk.store.history import HistoryKind, HistoryRow, history
from chapterdesk.store.log.person_changes import person_changes
from chapterdesk.ui.screens.members.card_fields import MembershipFields, PersonFields, consent_list, role_list
from chapterdesk.ui.screens.members.card_head import PersonHead
from chapterdesk.ui.screens.members.member_figures import FiguresCard
from chapterdesk.ui.screens.members.membership_panels import EndMembershipPanel, JoinPanel
from chapterdesk.ui.widgets import Card, EmptyState, LinkButton, Rule, Segments, TallColumn, label, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, row
from chapterdesk.ui.widgets.table import RowModel, RowTable, TableColumn

TABS = ("card", "history", "changes")
_ICONS = {
    HistoryKind.APPLIED: "file-text",
    HistoryKind.JOINED: "user-check",
    HistoryKind.LEFT: "log-out",
    HistoryKind.ROLE: "star",
    HistoryKind.MEETING: "calendar-check",
    HistoryKind.VISIT: "door-open",
}


class PersonCard(Card):
    """Shows everything about one person and edits it in place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=0, spacing=0)
        tr = context.tr
        self._context = context
        self.person_id: int | None = None
        self.card: CardRow | None = None
        """None while nobody is shown."""
        self.head_part = PersonHead(context)
        self.tabs = Segments([(TABS[0], tr("Card")), (TABS[1], tr("History")), (TABS[2], tr("Changes"))])
        self.figures = FiguresCard(context)
        self.membership = MembershipFields(context)
        self.person = PersonFields(context)
        self.roles = role_list(context)
        self.consents = consent_list(context)
        self.end_panel = EndMembershipPanel(context)
        self.join_panel = JoinPanel(context)
        self.history = HistoryList(context)
        self.changes = ChangeList(context)
        self.pages = QStackedWidget()
        for page in (self._make_page(), self.history, self.changes):
            self.pages.addWidget(page)
        self.nobody = EmptyState(
            context,
            "user-round",
            tr("Nobody is chosen"),
            tr("Choose somebody in the list: standing, figures, history and contact appear here."),
        )
        top = column(
            *(self.head_part, self.end_panel, self.join_panel, row(self.tabs, margins=(-8, 0, 0, 0))),
            spacing=12,
            margins=(24, 20, 24, 8),
        )
        self._content = box(column(top, Rule(), (self.pages, 1), spacing=0))
        add(self.body, (self.nobody, 1), (self._content, 1))
        self.tabs.picked.connect(self.show_tab)
        self.head_part.end_requested.connect(self.open_end_panel)
        self.head_part.join_requested.connect(self.open_join_panel)
        self.show_person(None)

    def _make_page(self) -> QWidget:
        tr = self._context.tr
        inner = TallColumn()
        titles = tr("Last six months"), tr("Membership"), tr("Person"), tr("Roles"), tr("Consents")
        parts = self.figures, self.membership, self.person, self.roles, self.consents
        headings = [label(title, "section") for title in titles]
        self.figures_title, self.membership_title = headings[:2]
        page = column(margins=(16, 16, 24, 24), parent=inner)
        for heading, part in zip(headings, parts, strict=True):
            heading.setContentsMargins(8, 0, 0, 0)
            add(page, *((12,) if page.count() else ()), heading, part)
        page.addStretch(1)
        self.area = scrolled(inner)
        return self.area

    def read_chapter(self) -> None:
        """Read what the cards of all members need: the figures and seats of the chapter."""
        self.figures.read()
        self.membership.seat.read_seats()

    def show_person(self, person_id: int | None) -> None:
        """Show a person as stored now; None or a removed person leaves the card empty."""
        is_other = person_id != self.person_id
        self.person_id, self.card = person_id, None
        if person_id is not None:
            try:
                with self._context.desk.read() as s:
                    self.card = read_card(s, self._context.chapter.id, person_id, self._context.today())
            except ChapterError:
                self.person_id = None
        self.nobody.setVisible(self.card is None)
        self._content.setVisible(self.card is not None)
        if self.card is None:
            return
        if is_other:
            self.end_panel.close_panel()
            self.join_panel.close_panel()
            self.area.verticalScrollBar().setValue(0)
        self._fill(self.card)

    def _fill(self, card: CardRow) -> None:
        self.head_part.show_card(card)
        has_figures = self.figures.show_person(card.person.id)
        self.figures.setVisible(has_figures)
        self.figures_title.setVisible(has_figures)
        for part in (self.membership, self.person, self.roles, self.consents):
            part.show_card(card)
        self.membership.setVisible(card.membership is not None)
        self.membership_title.setVisible(card.membership is not None)
        self.show_tab(self.tabs.value())

    def show_tab(self, tab: str) -> None:
        """Show the card itself, the history or the changes."""
        self.tabs.set_value(tab)
        if self.person_id is not None and tab == TABS[1]:
            self.history.show_person(self.person_id)
        elif self.person_id is not None and tab == TABS[2]:
            self.changes.show_person(self.person_id)
        self.pages.setCurrentIndex(TABS.index(tab))

    def open_end_panel(self) -> None:
        """Open the panel that ends the membership."""
        if self.card is not None and self.card.membership is not None:
            self.join_panel.close_panel()
            self.end_panel.begin(self.card)

    def open_join_panel(self) -> None:
        """Open the panel that begins a membership."""
        if self.card is not None:
            self.end_panel.close_panel()
            self.join_panel.begin(self.card)

    def focus_start(self) -> None:
        """Put the focus on the first field."""
        self.show_tab(TABS[0])
        self.membership.seat.setFocus(Qt.FocusReason.OtherFocusReason)


def _icon(row: HistoryRow) -> str:
    """Return the name of the icon of a line; a slip has the icon of its kind."""
    return _ICONS[row.kind] if row.slip_kind is None else KINDS[row.slip_kind].icon


class HistoryList(QWidget):
    """Lists memberships, roles, meetings, slips and visits, the newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language = context.tr, context.language
        self._context = context
        self.model = RowModel(
            [
                TableColumn(tr("Date"), lambda row: row.date, language.short_date, width=12),
                TableColumn(
                    tr("What happened"),
                    lambda row: tr(row.text, **row.params),
                    icon=lambda row: context.style.icon(_icon(row), "muted", 16),
                    tip=lambda row: tr(row.text, **row.params),
                    grow=True,
                ),
            ],
            self,
        )
        self.table = RowTable(self.model, self)
        self.table.setAccessibleName(tr("History"))
        self.table.opened.connect(self.open)
        column((self.table, 1), spacing=0, parent=self)

    def show_person(self, person_id: int) -> None:
        """Read the history of a person."""
        with self._context.desk.read() as s:
            rows = history(s, self._context.chapter.id, person_id)
        if list(self.model.rows) != rows:
            self.model.set_rows(rows)

    def open(self, row: HistoryRow) -> None:
        """Open the slip, the visit or the meeting of a line."""
        if row.slip_id is not None:
            self._context.go("slips", slip_id=row.slip_id)
        elif row.visit_id is not None:
            self._context.go("visitors", visit_id=row.visit_id)
        elif row.kind is HistoryKind.MEETING:
            self._context.go("meeting", meeting_id=row.meeting_id)


class ChangeList(QWidget):
    """Lists the changes of the card with the values before and after, the newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, language = context.tr, context.language
        self._context = context
        self.model = RowModel(
            [
                TableColumn(tr("When"), lambda row: row.when, language.short_moment, width=17),
                TableColumn(
                    tr("What was changed"),
                    partial(change_words.values_text, language),
                    tip=partial(change_words.card_text, language),
                    grow=True,
                ),
            ],
            self,
        )
        self.table = RowTable(self.model, self)
        self.table.setAccessibleName(tr("Changes"))
        self._person_id: int | None = None
        self.all = LinkButton(tr("All changes"), context=context, icon="history")
        self.all.setToolTip(tr("All changes, with slips, visits and attendance"))
        self.all.clicked.connect(lambda: context.go("changes", person_id=self._person_id))
        foot = row(self.all, STRETCH, margins=(16, 4, 16, 8))
        column((self.table, 1), foot, spacing=0, parent=self)

    def show_person(self, person_id: int) -> None:
        """Read what was changed on a person's card."""
        self._person_id = person_id
        with self._context.desk.read() as s:
            rows = person_changes(s, self._context.chapter.id, person_id)
        if list(self.model.rows) != rows:
            self.model.set_rows(rows)
