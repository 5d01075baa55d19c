"""The other cards of the first screen: what needs attention, and the month at a glance."""

import datetime as dt
from functools import partial
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.figures import Metric
from chapterdesk.domain.slips import SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store.attention import Attention, Concern
from chapterdesk.store.statistics import SummaryRow
from chapterdesk.ui.screens.members.member_list import ShownMembers
from chapterdesk.ui.screens.today.action_line import ActionLine
from chapterdesk.ui.screens.today.meeting_cards import clear
from chapterdesk.ui.screens.today.month_view import MonthView
from chapterdesk.ui.screens.today.today_data import TodayRow
from chapterdesk.ui.widgets import Card, LinkButton, badge, label
from chapterdesk.ui.widgets.amounts import whole_money
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.figure import FigureView

SHOWN: Final = 2
"""Lines of one kind that stand on the first screen; the rest is one line away."""
_LOOKS: Final = {
    Concern.DRAFT: ("clipboard-check", "warning"),
    Concern.FORGOTTEN: ("calendar-off", "warning"),
    Concern.CALL: ("phone", "accent"),
    Concern.VISITOR: ("door-open", "muted"),
    Concern.RENEWAL: ("rotate-ccw", "muted"),
    Concern.REFERRAL: ("share-2", "muted"),
}
_FIGURES: Final[dict[str, tuple[str, Metric | None]]] = {
    "attendance": (N_("Attendance"), Metric.A),
    "referrals": (N_("Referrals"), None),
    "one_to_ones": (N_("Credits of one-to-ones"), Metric.ONE_TO_ONES),
    "V": (N_("Visitors"), Metric.V),
    "TYFCB": (N_("Closed business"), Metric.TYFCB),
}
"""Figures of the month: the label, and what lists what they were counted from (None: all referrals)."""


class AttentionCard(Card):
    """What waits for the director, by kind; each line leads to where it is mended."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=16)
        tr = context.tr
        self._context = context
        self._shown: tuple[Attention, ...] | None = None
        self.lines: list[ActionLine] = []
        heading = label(tr("Needs attention"), "section")
        heading.setContentsMargins(8, 4, 0, 0)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.body.setSpacing(4)
        self.body.addWidget(heading)
        self.body.addLayout(self.list)

    def show_day(self, data: TodayRow) -> None:
        """Show what waits, or that nothing does."""
        context, tr = self._context, self._context.tr
        if data.attention == self._shown:
            return
        self._shown = data.attention
        clear(self.list)
        self.lines = []
        if not data.attention:
            self.list.addWidget(self._quiet(tr("Nothing is waiting. Meetings, visitors and renewals are in order.")))
        for concern, found in groupby(data.attention, key=lambda item: item.concern):
            items = list(found)
            self.list.addWidget(self._title(tr(concern.label), len(items)))
            for item in items[:SHOWN]:
                icon, tone = _LOOKS[concern]
                line = ActionLine(context, icon, self._words(item), tone="bad" if item.overdue else tone)
                line.clicked.connect(partial(self.mend, item))
                self.list.addWidget(line)
                self.lines.append(line)
            if len(items) > SHOWN:
                more = LinkButton(tr("{count} more", count=len(items) - SHOWN))
                more.clicked.connect(partial(self.mend_all, concern))
                row = QHBoxLayout()
                row.setContentsMargins(24, 0, 0, 0)
                holder = QWidget()
                holder.setLayout(row)
                row.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
                self.list.addWidget(holder)

    def _title(self, text: str, count: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 10, 4, 2)
        row.addWidget(label(text, "eyebrow", wrap=True), 1)
        row.addWidget(badge(self._context.language.number(count)))
        return holder

    def _quiet(self, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(8)
        picture = label()
        picture.setPixmap(self._context.style.pixmap("circle-check", "good", 18, self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, tone="muted", wrap=True), 1)
        return holder

    def _words(self, item: Attention) -> str:
        """Return the text of a line, its days as shortly as they can be said."""
        language, tr = self._context.language, self._context.tr
        year = self._context.today().year
        params: dict[str, Any] = {
            name: (language.day(value) if value.year == year else language.short_date(value))
            if isinstance(value, dt.date)
            else value
            for name, value in item.params.items()
        }
        return tr(item.text, **params)

    def mend(self, item: Attention) -> None:
        """Go to where one thing is mended."""
        context = self._context
        if item.meeting_id is not None:
            context.go("meeting", meeting_id=item.meeting_id)
        elif item.visit_id is not None:
            context.go("visitors", visit_id=item.visit_id)
        elif item.slip_id is not None:
            context.go("slips", slip_id=item.slip_id)
        else:
            context.go("members", person_id=item.person_id)

    def mend_all(self, concern: Concern) -> None:
        """Go to the list that holds all of a kind."""
        context = self._context
        match concern:
            case Concern.DRAFT | Concern.FORGOTTEN:
                context.go("meeting")
            case Concern.CALL | Concern.VISITOR:
                context.go("visitors", shown="call")
            case Concern.RENEWAL:
                context.go("members", shown=ShownMembers.RENEWAL)
            case Concern.REFERRAL:
                context.go("slips", kind=SlipKind.REFERRAL)


class CalendarCard(Card):
    """The calendar of the month with its meetings."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=16)
        self._context = context
        self.heading = label("", "section")
        self.heading.setContentsMargins(8, 4, 0, 0)
        self.calendar = MonthView(context)
        self.calendar.opened.connect(lambda meeting_id: context.go("meeting", meeting_id=meeting_id))
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.calendar)

    def show_day(self, data: TodayRow) -> None:
        """Show the month of today."""
        month = self._context.language.month(data.month_period.first)
        self.heading.setText(month[0].upper() + month[1:])
        self.calendar.show_month(data.month_period.first, data.calendar)


class MonthCard(Card):
    """The figures of the month so far, beside those of the month before."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=16)
        tr = context.tr
        self._context = context
        self._data: TodayRow | None = None
        self.heading = label(tr("This month so far"), "eyebrow")
        self.heading.setContentsMargins(8, 4, 0, 0)
        self.figures = {name: FigureView(context, tr(title)) for name, (title, _metric) in _FIGURES.items()}
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, figure in self.figures.items():
            row.addWidget(figure, 4 if name == "TYFCB" else 3, Qt.AlignmentFlag.AlignTop)
            figure.opened.connect(partial(self.why, _FIGURES[name][1]))
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
        self.body.addLayout(row)

    def show_day(self, data: TodayRow) -> None:
        """Show the month of today; a month without anything yet and none before it is not there."""
        language, tr = self._context.language, self._context.tr
        self._data = data
        self.setVisible(bool(data.recent) or any(row.marks.weeks for row in (data.month, data.month_before)))
        for name, figure in self.figures.items():
            now, before = self._text(data.month, name), self._text(data.month_before, name)
            note = tr("before: {value}", value=before)
            figure.set_value(now, note=note, quiet=now in {"0", language.percent(None)})
        self.figures["TYFCB"].setVisible(self._context.chapter.kind.money_counts)

    def _text(self, row: SummaryRow, name: str) -> str:
        language = self._context.language
        match name:
            case "attendance":
                return language.percent(row.attendance)
            case "referrals":
                return language.number(row.RGI + row.RGO)
            case "TYFCB":
                return whole_money(self._context, row.TYFCB)
            case _:
                return language.number(getattr(row, name))

    def why(self, metric: Metric | None) -> None:
        """List what a figure of the month was counted from."""
        if self._data is None:
            return
        period = self._data.month_period
        if metric is None:
            self._context.go("slips", kind=SlipKind.REFERRAL, period=period)
        else:
            self._context.go("slips", metric=metric, period=period)
