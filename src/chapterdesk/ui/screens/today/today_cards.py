"""The cards of the screen Today: the next meeting, the last one, what needs attention, and the month."""

import datetime as dt
from functools import partial
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import Qt

from chapterdesk.domain.figures import Metric
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store.attention import Attention, Concern
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.statistics import SummaryRow
from chapterdesk.store.today import TodayRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.today.today_painting import ActionLine, AttendanceBars, MonthView
from chapterdesk.ui.widgets import Button, Card, LinkButton, PrimaryButton, badge, label, picture, set_tone
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.figure import FigureView
from chapterdesk.ui.widgets.layout import STRETCH, add, box, clear, column, row

GUESTS_SHOWN: Final = 3
SHOWN: Final = 2
"""Lines shown of one kind; a link leads to the others."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_TOP: Final = Qt.AlignmentFlag.AlignTop
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
"""Figures of the month: the label, and the metric whose list they open (None: all referrals)."""


class NextMeeting(Card):
    """Shows when and where the chapter meets next, and who is expected; a button opens the meeting."""

    def __init__(self, context: Context) -> None:
        super().__init__(padding=24, spacing=6)
        tr = context.tr
        self._context = context
        self._meeting: MeetingRow | None = None
        self.eyebrow = label(tr("Next meeting"), "eyebrow")
        self.state = badge("", "accent")
        self.day = label("", "title", wrap=True)
        self.place = label("", tone="muted", wrap=True)
        self.guests_title = label("", "strong")
        self.guests = column(spacing=0)
        self.open = PrimaryButton(tr("Open the meeting"), context=context, icon="clipboard-check")
        self.expect = Button(tr("Expect a visitor"), context=context, icon="user-plus")
        self.plan = PrimaryButton(tr("Choose when the chapter meets"), context=context, icon="calendar-days")
        self.open.clicked.connect(self.open_meeting)
        self.expect.clicked.connect(lambda: context.go("visitors", add=True))
        self.plan.clicked.connect(lambda: context.go("settings"))
        top = row(self.eyebrow, STRETCH, self.state)
        buttons = row(self.open, self.plan, self.expect, STRETCH)
        add(self.body, top, self.day, self.place, 8, buttons, 8, self.guests_title, self.guests)

    def show_day(self, data: TodayRow) -> None:
        """Show the next meeting, or how to plan one."""
        context, tr, meeting = self._context, self._context.tr, data.next
        self._meeting = meeting
        for part in (self.open, self.expect, self.state, self.guests_title):
            part.setVisible(meeting is not None)
        self.plan.setVisible(meeting is None)
        clear(self.guests)
        if meeting is None:
            self.day.setText(tr("No meeting is planned"))
            self.place.setText(tr("With a weekday in the settings the meetings of eight weeks plan themselves."))
            return
        self.day.setText(context.language.full_date(meeting.date))
        time = context.language.time(meeting.start_time) if meeting.start_time is not None else ""
        self.place.setText(" · ".join(part for part in (time, meeting.place) if part))
        self.place.setVisible(bool(self.place.text()))
        self._show_state(meeting)
        self._show_guests(sorted(data.guests, key=lambda guest: guest.attended))

    def _show_state(self, meeting: MeetingRow) -> None:
        tr, away = self._context.tr, (meeting.date - self._context.today()).days
        if meeting.status is MeetingStatus.DRAFT:
            text, tone = tr("In progress"), "good"
        elif away == 0:
            text, tone = tr("Today"), "accent"
        elif away == 1:
            text, tone = tr("Tomorrow"), "accent"
        else:
            text, tone = tr("In %n day(s)", "", away), "neutral"
        self.state.setText(text)
        set_tone(self.state, tone)

    def _show_guests(self, guests: list[VisitRow]) -> None:
        context, tr = self._context, self._context.tr
        here = sum(guest.attended for guest in guests)
        if not guests:
            self.guests_title.setText(tr("No visitor is expected yet"))
        elif here:
            self.guests_title.setText(tr("Visitors: {here} of {all} are here", here=here, all=len(guests)))
        else:
            self.guests_title.setText(tr("Expected visitors: {count}", count=len(guests)))
        for guest in guests[:GUESTS_SHOWN]:
            icon = ("circle-check", "good") if guest.attended else ("user-round", "muted")
            name = context.language.name(guest.first_name, guest.last_name)
            host = tr("invited by {name}", name=guest.inviter) if guest.inviter else tr("invited by nobody yet")
            line = ActionLine(context, icon[0], name, tone=icon[1], detail=host)
            line.clicked.connect(partial(context.go, "visitors", visit_id=guest.id))
            self.guests.addWidget(line)
        if len(guests) > GUESTS_SHOWN:
            more = LinkButton(tr("{count} more", count=len(guests) - GUESTS_SHOWN))
            more.clicked.connect(lambda: context.go("visitors", visit_id=guests[GUESTS_SHOWN].id))
            add(self.guests, (more, _LEFT))

    def open_meeting(self) -> None:
        """Open the meeting."""
        if self._meeting is not None:
            self._context.go("meeting", meeting_id=self._meeting.id)


class LastMeeting(Card):
    """Shows the figures of the last meeting in large type, and attendance of the last weeks as bars."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=8)
        tr = context.tr
        self._context = context
        self._id = 0
        self._period: Period | None = None
        self.eyebrow = label("", "eyebrow")
        self.sheet = LinkButton(tr("Sheet"), context=context, icon="file-text")
        self.sheet.clicked.connect(self._open_sheet)
        self.attendance = FigureView(context, tr("Attendance"), large=True)
        self.referrals = FigureView(context, tr("Referrals"), large=True)
        self.meetings = FigureView(context, tr("One-to-ones"), large=True)
        self.money = FigureView(context, tr("Closed business"), large=True)
        self.visitors = FigureView(context, tr("Visitors"), large=True)
        self.attendance.opened.connect(lambda: context.go("meeting", meeting_id=self._id))
        self.visitors.opened.connect(lambda: context.go("visitors", meeting_id=self._id))
        for figure, kind in (
            (self.referrals, SlipKind.REFERRAL),
            (self.meetings, SlipKind.ONE_TO_ONE),
            (self.money, SlipKind.CLOSED_BUSINESS),
        ):
            figure.opened.connect(lambda kind=kind: context.go("slips", kind=kind, period=self._period))
        self.bars = AttendanceBars(context)
        self.bars.opened.connect(lambda meeting_id: context.go("meeting", meeting_id=meeting_id))
        self.bars_title = label(tr("Attendance of the last weeks, %"), "small")
        self.eyebrow.setContentsMargins(8, 0, 0, 0)
        self.bars_title.setContentsMargins(8, 8, 0, 0)
        figures = self.attendance, self.referrals, self.meetings, self.visitors
        self.body.setContentsMargins(16, 16, 24, 20)
        add(
            self.body,
            row((self.eyebrow, 1), self.sheet),
            row(*((figure, 3, _TOP) for figure in figures), (self.money, 4, _TOP), spacing=4),
            self.bars_title,
            row(self.bars, margins=(8, 0, 0, 0)),
        )

    def show_day(self, data: TodayRow) -> None:
        """Show the last meeting that took place; without one hide the card."""
        context, tr, last = self._context, self._context.tr, data.last
        self.setVisible(last is not None)
        if last is None:
            return
        language, totals = context.language, last.totals
        self._id, self._period = last.meeting_id, Period(last.date, last.date)
        self.eyebrow.setText(tr("Last meeting, {day}", day=language.day(last.date)))
        marks = totals.marks
        counts = tr("{present} of {all}", present=marks.represented, all=marks.rated)
        self.attendance.set_value(language.percent(marks.rate), note=counts)
        split = tr("{inside} in · {outside} out", inside=totals.inside, outside=totals.outside)
        self.referrals.set_value(language.number(totals.referrals), note=split, quiet=not totals.referrals)
        self.meetings.set_value(language.number(totals.one_to_ones), quiet=not totals.one_to_ones)
        self.visitors.set_value(language.number(totals.visitors), quiet=not totals.visitors)
        amount = context.language.whole_money(totals.closed_business, context.chapter.currency)
        self.money.set_value(amount, quiet=not totals.closed_business)
        self.money.setVisible(context.chapter.kind.money_counts)
        self.bars.show_meetings(data.recent)
        self.bars_title.setVisible(bool(self.bars.meetings))

    def _open_sheet(self) -> None:
        if self._period is not None:
            self._context.go("reports", report="meeting", date=self._period.first)


class AttentionCard(Card):
    """Lists the items that need attention, by kind; each line opens the screen where its item is settled."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=4)
        tr = context.tr
        self._context = context
        self._shown: tuple[Attention, ...] | None = None
        self.lines: list[ActionLine] = []
        heading = label(tr("Needs attention"), "section")
        heading.setContentsMargins(8, 4, 0, 0)
        self.list = column(spacing=0)
        add(self.body, heading, self.list)

    def show_day(self, data: TodayRow) -> None:
        """List the items, or show that there are none."""
        context, tr = self._context, self._context.tr
        if data.attention == self._shown:
            return
        self._shown = data.attention
        clear(self.list)
        self.lines = []
        if not data.attention:
            nothing = tr("Nothing is waiting. Meetings, visitors and renewals are in order.")
            good = picture(context, "circle-check", "good", 18)
            words = label(nothing, tone="muted", wrap=True)
            self.list.addWidget(box(row((good, _TOP), (words, 1), margins=(8, 4, 8, 8))))
        for concern, group in groupby(data.attention, key=lambda item: item.concern):
            items = list(group)
            title, count = label(tr(concern.label), "eyebrow", wrap=True), badge(context.language.number(len(items)))
            self.list.addWidget(box(row((title, 1), count, margins=(8, 10, 4, 2))))
            for item in items[:SHOWN]:
                icon, tone = _LOOKS[concern]
                line = ActionLine(context, icon, self._text(item), tone="bad" if item.overdue else tone)
                line.clicked.connect(partial(self.open_item, item))
                self.list.addWidget(line)
                self.lines.append(line)
            if len(items) > SHOWN:
                more = LinkButton(tr("{count} more", count=len(items) - SHOWN))
                more.clicked.connect(partial(self.open_all, concern))
                self.list.addWidget(box(row((more, _LEFT), margins=(24, 0, 0, 0))))

    def _text(self, item: Attention) -> str:
        """Return the text of a line, with short dates."""
        language, tr = self._context.language, self._context.tr
        year = self._context.today().year
        params: dict[str, Any] = {
            name: (language.day(value) if value.year == year else language.short_date(value))
            if isinstance(value, dt.date)
            else value
            for name, value in item.params.items()
        }
        return tr(item.text, **params)

    def open_item(self, item: Attention) -> None:
        """Open the screen where an item is settled."""
        context = self._context
        if item.meeting_id is not None:
            context.go("meeting", meeting_id=item.meeting_id)
        elif item.visit_id is not None:
            context.go("visitors", visit_id=item.visit_id)
        elif item.slip_id is not None:
            context.go("slips", slip_id=item.slip_id)
        else:
            context.go("members", person_id=item.person_id)

    def open_all(self, concern: Concern) -> None:
        """Open the list of all items of a kind."""
        context = self._context
        match concern:
            case Concern.DRAFT | Concern.FORGOTTEN:
                context.go("meeting")
            case Concern.CALL | Concern.VISITOR:
                context.go("visitors", shown="call")
            case Concern.RENEWAL:
                context.go("members", shown="renewal")
            case Concern.REFERRAL:
                context.go("slips", kind=SlipKind.REFERRAL)


class MonthCard(Card):
    """Shows the figures of the month so far, and those of the month before."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=8)
        tr = context.tr
        self._context = context
        self._data: TodayRow | None = None
        self.heading = label(tr("This month so far"), "eyebrow")
        self.heading.setContentsMargins(8, 4, 0, 0)
        self.figures = {name: FigureView(context, tr(title)) for name, (title, _metric) in _FIGURES.items()}
        for name, figure in self.figures.items():
            figure.opened.connect(partial(self.open_list, _FIGURES[name][1]))
        cells = ((figure, 4 if name == "TYFCB" else 3, _TOP) for name, figure in self.figures.items())
        add(self.body, self.heading, row(*cells, spacing=4))

    def show_day(self, data: TodayRow) -> None:
        """Show the month of today; without meetings now and in the month before hide the card."""
        language, tr = self._context.language, self._context.tr
        self._data = data
        self.setVisible(bool(data.recent) or any(total.marks.weeks for total in (data.month, data.month_before)))
        for name, figure in self.figures.items():
            now, before = self._text(data.month, name), self._text(data.month_before, name)
            note = tr("before: {value}", value=before)
            figure.set_value(now, note=note, quiet=now in {"0", language.percent(None)})
        self.figures["TYFCB"].setVisible(self._context.chapter.kind.money_counts)

    def _text(self, total: SummaryRow, name: str) -> str:
        language = self._context.language
        match name:
            case "attendance":
                return language.percent(total.attendance)
            case "referrals":
                return language.number(total.RGI + total.RGO)
            case "TYFCB":
                return language.whole_money(total.TYFCB, self._context.chapter.currency)
            case _:
                return language.number(getattr(total, name))

    def open_list(self, metric: Metric | None) -> None:
        """Open the list that a figure of the month counts."""
        if self._data is None:
            return
        period = self._data.month_period
        if metric is None:
            self._context.go("slips", kind=SlipKind.REFERRAL, period=period)
        else:
            self._context.go("slips", metric=metric, period=period)


class CalendarCard(Card):
    """Shows the calendar of the month with its meetings."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=8)
        self._context = context
        self.heading = label("", "section")
        self.heading.setContentsMargins(8, 4, 0, 0)
        self.calendar = MonthView(context)
        self.calendar.opened.connect(lambda meeting_id: context.go("meeting", meeting_id=meeting_id))
        add(self.body, self.heading, self.calendar)

    def show_day(self, data: TodayRow) -> None:
        """Show the month of today."""
        month = self._context.language.month(data.month_period.first)
        self.heading.setText(month[0].upper() + month[1:])
        self.calendar.show_month(data.month_period.first, data.calendar)
