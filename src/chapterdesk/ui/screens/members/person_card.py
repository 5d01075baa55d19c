"""The card of one person: standing, figures, membership, contact, roles, consents; history; changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.cards import CardRow
from chapterdesk.store.cards import card as read_card
from chapterdesk.ui.screens.members.card_fields import MembershipFields, PersonFields
from chapterdesk.ui.screens.members.card_head import PersonHead
from chapterdesk.ui.screens.members.member_figures import FiguresCard
from chapterdesk.ui.screens.members.membership_panels import JoinPanel, LeavePanel
from chapterdesk.ui.screens.members.past import ChangeList, HistoryList
from chapterdesk.ui.screens.members.roles_and_consents import ConsentLines, RoleLines
from chapterdesk.ui.widgets import Card, EmptyState, Rule, Segments, TallColumn, label, scrolled
from chapterdesk.ui.widgets.context import Context

TABS = ("card", "history", "changes")


class PersonCard(Card):
    """Everything about one person, edited in place; Enter on a figure lists what it was counted from."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=0)
        tr = context.tr
        self._context = context
        self._person_id: int | None = None
        self._card: CardRow | None = None
        self.head_part = PersonHead(context)
        self.tabs = Segments([(TABS[0], tr("Card")), (TABS[1], tr("History")), (TABS[2], tr("Changes"))])
        self.figures = FiguresCard(context)
        self.membership = MembershipFields(context)
        self.person = PersonFields(context)
        self.roles = RoleLines(context)
        self.consents = ConsentLines(context)
        self.leave = LeavePanel(context)
        self.join = JoinPanel(context)
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
        self._content = self._make_content()
        self.body.setSpacing(0)
        self.body.addWidget(self.nobody, 1)
        self.body.addWidget(self._content, 1)
        self.tabs.picked.connect(self.show_tab)
        self.head_part.leave_asked.connect(self.begin_leave)
        self.head_part.join_asked.connect(self.begin_join)
        self.show_person(None)

    def _make_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 8)
        top.setSpacing(12)
        top.addWidget(self.head_part)
        top.addWidget(self.leave)
        top.addWidget(self.join)
        row = QHBoxLayout()
        row.setContentsMargins(-8, 0, 0, 0)
        row.addWidget(self.tabs)
        top.addLayout(row)
        column.addLayout(top)
        column.addWidget(Rule())
        column.addWidget(self.pages, 1)
        return content

    def _make_page(self) -> QWidget:
        tr = self._context.tr
        inner = TallColumn()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 24, 24)
        column.setSpacing(8)
        self.figures_title = self._section(column, tr("Last six months"), self.figures)
        self.membership_title = self._section(column, tr("Membership"), self.membership)
        self._section(column, tr("Person"), self.person)
        self._section(column, tr("Roles"), self.roles)
        self._section(column, tr("Consents"), self.consents)
        column.addStretch(1)
        self.area = scrolled(inner)
        return self.area

    @staticmethod
    def _section(column: QVBoxLayout, title: str, part: QWidget) -> QLabel:
        if column.count():
            column.addSpacing(12)
        heading = label(title, "section")
        heading.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(part)
        return heading

    @property
    def person_id(self) -> int | None:
        """Who is shown."""
        return self._person_id

    @property
    def card(self) -> CardRow | None:
        """What is shown, None while nobody is."""
        return self._card

    def read_chapter(self) -> None:
        """Read what the cards of all members need: the figures of the chapter, its seats."""
        self.figures.read()
        self.membership.seat.learn()

    def show_person(self, person_id: int | None) -> None:
        """Show somebody else, or the same person as stored now; somebody who is gone leaves the card empty."""
        moved = person_id != self._person_id
        self._person_id, self._card = person_id, None
        if person_id is not None:
            try:
                with self._context.desk.read() as s:
                    self._card = read_card(s, self._context.chapter.id, person_id, self._context.today())
            except ChapterError:
                self._person_id = None
        self.nobody.setVisible(self._card is None)
        self._content.setVisible(self._card is not None)
        if self._card is None:
            return
        if moved:
            self.leave.close_panel()
            self.join.close_panel()
            self.area.verticalScrollBar().setValue(0)
        self._fill(self._card)

    def _fill(self, card: CardRow) -> None:
        self.head_part.show_card(card)
        has_figures = self.figures.show_person(card.person.id)
        self.figures.setVisible(has_figures)
        self.figures_title.setVisible(has_figures)
        self.membership.show_card(card)
        self.membership.setVisible(card.membership is not None)
        self.membership_title.setVisible(card.membership is not None)
        self.person.show_card(card)
        self.roles.show_card(card)
        self.consents.show_card(card)
        self.show_tab(self.tabs.value())

    def show_tab(self, tab: str) -> None:
        """Show the card itself, the history or the changes."""
        self.tabs.set_value(tab)
        if self._person_id is not None and tab == TABS[1]:
            self.history.show_person(self._person_id)
        elif self._person_id is not None and tab == TABS[2]:
            self.changes.show_person(self._person_id)
        self.pages.setCurrentIndex(TABS.index(tab))

    def begin_leave(self) -> None:
        """Ask for the last day, in place."""
        if self._card is not None and self._card.membership is not None:
            self.join.close_panel()
            self.leave.begin(self._card)

    def begin_join(self) -> None:
        """Ask for the first day, in place."""
        if self._card is not None:
            self.leave.close_panel()
            self.join.begin(self._card)

    def focus_start(self) -> None:
        """Put the focus on the first field."""
        self.show_tab(TABS[0])
        self.membership.seat.setFocus(Qt.FocusReason.OtherFocusReason)
