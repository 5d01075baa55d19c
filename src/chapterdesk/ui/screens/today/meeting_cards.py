"""The cards of the meetings on the first screen: the next one and the last one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.today.action_line import ActionLine
from chapterdesk.ui.screens.today.attendance_bars import AttendanceBars
from chapterdesk.ui.screens.today.today_data import TodayRow
from chapterdesk.ui.widgets import Button, Card, LinkButton, PrimaryButton, badge, label, set_tone
from chapterdesk.ui.widgets.amounts import whole_money
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.figure import FigureView

GUESTS_SHOWN = 3


class NextMeeting(Card):
    """When and where the chapter meets next, who is expected, and the way into the meeting."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=24)
        tr = context.tr
        self._context = context
        self._meeting: MeetingRow | None = None
        self.eyebrow = label(tr("Next meeting"), "eyebrow")
        self.state = badge("", "accent")
        self.day = label("", "title", wrap=True)
        self.place = label("", tone="muted", wrap=True)
        self.guests_title = label("", "strong")
        self.guests = QVBoxLayout()
        self.guests.setSpacing(0)
        self.open = PrimaryButton(tr("Open the meeting"), context=context, icon="clipboard-check")
        self.expect = Button(tr("Expect a visitor"), context=context, icon="user-plus")
        self.plan = PrimaryButton(tr("Choose when the chapter meets"), context=context, icon="calendar-days")
        self.open.clicked.connect(self.open_meeting)
        self.expect.clicked.connect(lambda: context.go("visitors", add=True))
        self.plan.clicked.connect(lambda: context.go("settings"))
        top = QHBoxLayout()
        top.addWidget(self.eyebrow)
        top.addStretch(1)
        top.addWidget(self.state)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open, self.plan, self.expect):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.setSpacing(6)
        self.body.addLayout(top)
        self.body.addWidget(self.day)
        self.body.addWidget(self.place)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)
        self.body.addSpacing(8)
        self.body.addWidget(self.guests_title)
        self.body.addLayout(self.guests)

    def show_day(self, data: TodayRow) -> None:
        """Show the next meeting, or how to plan one."""
        context, tr, row = self._context, self._context.tr, data.next
        self._meeting = row
        for part in (self.open, self.expect, self.state, self.guests_title):
            part.setVisible(row is not None)
        self.plan.setVisible(row is None)
        clear(self.guests)
        if row is None:
            self.day.setText(tr("No meeting is planned"))
            self.place.setText(tr("With a weekday in the settings the meetings of eight weeks plan themselves."))
            return
        when = f"{context.language.weekday(row.date.weekday())}, {context.language.date(row.date)}"
        self.day.setText(when[0].upper() + when[1:])
        time = context.language.time(row.start_time) if row.start_time is not None else ""
        self.place.setText(" · ".join(part for part in (time, row.place) if part))
        self.place.setVisible(bool(self.place.text()))
        self._say_state(row)
        here = sum(guest.attended for guest in data.guests)
        if not data.guests:
            self.guests_title.setText(tr("No visitor is expected yet"))
        elif here:
            self.guests_title.setText(tr("Visitors: {here} of {all} are here", here=here, all=len(data.guests)))
        else:
            self.guests_title.setText(tr("Expected visitors: {count}", count=len(data.guests)))
        guests = sorted(data.guests, key=lambda guest: guest.attended)
        for guest in guests[:GUESTS_SHOWN]:
            icon = ("circle-check", "good") if guest.attended else ("user-round", "muted")
            name = context.language.name(guest.first_name, guest.last_name)
            host = tr("invited by {name}", name=guest.inviter) if guest.inviter else tr("invited by nobody yet")
            line = ActionLine(context, icon[0], name, tone=icon[1], detail=host)
            line.clicked.connect(partial(context.go, "visitors", visit_id=guest.id))
            self.guests.addWidget(line)
        if len(data.guests) > GUESTS_SHOWN:
            more = LinkButton(tr("{count} more", count=len(data.guests) - GUESTS_SHOWN))
            more.clicked.connect(lambda: context.go("visitors", visit_id=guests[GUESTS_SHOWN].id))
            self.guests.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_state(self, row: MeetingRow) -> None:
        tr, away = self._context.tr, (row.date - self._context.today()).days
        if row.status is MeetingStatus.DRAFT:
            text, tone = tr("In progress"), "good"
        elif away == 0:
            text, tone = tr("Today"), "accent"
        elif away == 1:
            text, tone = tr("Tomorrow"), "accent"
        else:
            text, tone = tr("In %n day(s)", "", away), "neutral"
        self.state.setText(text)
        set_tone(self.state, tone)

    def open_meeting(self) -> None:
        """Go into the meeting."""
        if self._meeting is not None:
            self._context.go("meeting", meeting_id=self._meeting.id)


class LastMeeting(Card):
    """The figures of the last meeting in large type, and attendance over the last weeks as bars."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=24)
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
        top = QHBoxLayout()
        top.addWidget(self.eyebrow, 1)
        top.addWidget(self.sheet)
        figures = QHBoxLayout()
        figures.setSpacing(4)
        for figure in (self.attendance, self.referrals, self.meetings, self.visitors, self.money):
            figures.addWidget(figure, 4 if figure is self.money else 3, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(8)
        self.body.setContentsMargins(16, 16, 24, 20)
        self.eyebrow.setContentsMargins(8, 0, 0, 0)
        self.bars_title.setContentsMargins(8, 8, 0, 0)
        self.body.addLayout(top)
        self.body.addLayout(figures)
        self.body.addWidget(self.bars_title)
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 0, 0)
        inset.addWidget(self.bars)
        self.body.addLayout(inset)

    def show_day(self, data: TodayRow) -> None:
        """Show the last meeting that took place; without one the card is not there."""
        context, tr, last = self._context, self._context.tr, data.last
        self.setVisible(last is not None)
        if last is None:
            return
        language, totals = context.language, last.totals
        self._id, self._period = last.meeting_id, Period(last.date, last.date)
        self.eyebrow.setText(tr("Last meeting, {day}", day=language.day(last.date)))
        marks = totals.marks
        there = tr("{present} of {all}", present=marks.here, all=marks.weeks - marks.M)
        self.attendance.set_value(language.percent(marks.rate), note=there)
        split = tr("{inside} in · {outside} out", inside=totals.inside, outside=totals.outside)
        self.referrals.set_value(language.number(totals.referrals), note=split, quiet=not totals.referrals)
        self.meetings.set_value(language.number(totals.one_to_ones), quiet=not totals.one_to_ones)
        self.visitors.set_value(language.number(totals.visitors), quiet=not totals.visitors)
        amount = whole_money(context, totals.closed_business)
        self.money.set_value(amount, quiet=not totals.closed_business)
        self.money.setVisible(context.chapter.kind.money_counts)
        self.bars.show_meetings(data.recent)
        self.bars_title.setVisible(bool(self.bars.meetings))

    def _open_sheet(self) -> None:
        if self._period is not None:
            self._context.go("reports", report="meeting", date=self._period.first)


def clear(layout: QVBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
