"""The screen Today, shown first: the next meeting, the last one, what needs attention, the month."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from chapterdesk.store.today import read_today
from chapterdesk.ui.screens.today import SCREEN
from chapterdesk.ui.screens.today.today_cards import AttentionCard, CalendarCard, LastMeeting, MonthCard, NextMeeting
from chapterdesk.ui.widgets import EmptyState, scrolled
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column, row, stack
from chapterdesk.ui.widgets.screen import Command, Screen

NARROW = 700
"""Width in pixels below which the cards stand in one column, at the normal text size."""


class TodayScreen(Screen):
    """Shows what a director wants to know before a meeting; each line opens the screen where it is settled."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        tr = context.tr
        self.add_header()
        self.next = NextMeeting(context)
        self.last = LastMeeting(context)
        self.attention = AttentionCard(context)
        self.month = MonthCard(context)
        self.calendar = CalendarCard(context)
        inner = QWidget()
        self.halves = (
            column(self.next, self.last, self.month, STRETCH, spacing=16),
            column(self.attention, self.calendar, STRETCH, spacing=16),
        )
        self.columns = row((self.halves[0], 5), (self.halves[1], 3), spacing=16, margins=(0, 0, 4, 0), parent=inner)
        self.area = scrolled(inner)
        self.empty = EmptyState(
            context,
            "sun",
            tr("The chapter is still empty"),
            tr("Bring in what you have, or add the members: the next meeting and its figures will stand here."),
            [
                Command(tr("Import…"), lambda: context.go("import"), icon="download"),
                Command(tr("Add member"), lambda: context.go("members", add=True), icon="user-plus"),
            ],
        )
        self.pages = stack(self.area, self.empty)
        self.body.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Read the day again."""
        context = self.context
        today = context.today()
        with context.desk.read() as s:
            data = read_today(s, context.chapter.id, today)
        self.set_subtitle(context.language.full_date(today))
        self.pages.setCurrentWidget(self.empty if data.is_empty else self.area)
        for card in (self.next, self.last, self.month, self.attention, self.calendar):
            card.show_day(data)
        self._arrange()

    def commands(self) -> list[Command]:
        """Open the meeting, add an expected visitor."""
        tr, context = self.context.tr, self.context
        return [
            Command(tr("Open the meeting"), self.next.open_meeting, "Ctrl+Return", "clipboard-check"),
            Command(tr("Expect a visitor"), lambda: context.go("visitors", add=True), "Ctrl+N", "user-plus"),
        ]

    def focus_start(self) -> None:
        """Put the focus on the button that opens or plans a meeting."""
        button = self.next.open if self.next.open.isVisibleTo(self) else self.next.plan
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the two halves side by side if they fit, else one below the other."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = sum(half.minimumSize().width() for half in self.halves) + self.columns.spacing()
        narrow = room < max(NARROW * max(self.context.style.points() / 10, 1), needed)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.columns.direction() is not direction:
            self.columns.setDirection(direction)
