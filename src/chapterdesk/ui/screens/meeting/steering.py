"""The meeting as a whole, steered: complete, unlock, call off, move, add, copy, print; asks in place under the bar."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chapterdesk.actions import meeting
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store.course import unfinished
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import roll_call
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.statistics import meeting_totals
from chapterdesk.store.visits import visits_of
from chapterdesk.ui.screens.meeting.meeting_panels import CompletePanel, DayPanel, Panel, ReasonPanel
from chapterdesk.ui.screens.meeting.plain_text import meeting_text
from chapterdesk.ui.widgets.context import Context


class Steering(QWidget):
    """What is done with the meeting that is shown. `went` asks to show another one, `settled` gives the focus back."""

    went = Signal(int)
    settled = Signal()
    resized = Signal()
    """A question has come or gone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._meeting: MeetingRow | None = None
        self.panel: Panel | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_meeting(self, row: MeetingRow | None) -> None:
        """Take the meeting that is shown; a question about another one, or one that is answered elsewhere, goes."""
        before, self._meeting = self._meeting, row
        if before is None or row is None or (before.id, before.status) != (row.id, row.status):
            self.leave()

    def _ask(self, panel: Panel, answer: Callable[[Any], object]) -> None:
        if self._context.warn_if_read_only():
            panel.deleteLater()
            return
        self.leave()
        self.panel = panel
        panel.answered.connect(lambda value: self._try(lambda: answer(value)))
        panel.left.connect(self._give_up)
        self._place.addWidget(panel)
        self.resized.emit()  # first make room: Qt enlarges the window as soon as the question is shown
        self.show()
        panel.focus_start()

    def leave(self) -> None:
        """Take the question away."""
        if self.panel is not None:
            self._context.forget_refused(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self.hide()
        self.resized.emit()

    def _give_up(self) -> None:
        self.leave()
        self.settled.emit()

    def _try(self, act: Callable[[], object]) -> None:
        """Do something; what the store refuses is said in the question, or at the bottom when none is open."""
        panel = self.panel
        try:
            act()
        except ChapterError as error:
            say = panel.say if panel is not None else None
            self._context.tell(error, partial(self._try, act), panel or act, say)
            return
        if panel is self.panel:
            self._give_up()

    # The course of the meeting

    def main_action(self) -> None:
        """Do what comes next: complete, unlock, or plan again."""
        row = self._meeting
        if row is None:
            return
        if row.locked:
            self._ask(ReasonPanel(self._context, row), partial(self._unlock, row))
        elif row.status in OFF:
            self._try(lambda: meeting.plan_meeting_again(self._context.desk, row))
        else:
            self._ask_complete(row)

    def _unlock(self, row: MeetingRow, reason: str) -> None:
        meeting.unlock_meeting(self._context.desk, row, reason)

    def _ask_complete(self, row: MeetingRow) -> None:
        with self._context.desk.read() as s:
            findings, roll = unfinished(s, row.id), roll_call(s, row.id)
        if findings:
            panel = CompletePanel(self._context, row, findings, roll)
            self._ask(panel, lambda codes: self._complete(row, codes))
        else:
            self._try(lambda: self._complete(row, {}))

    def _complete(self, row: MeetingRow, codes: Mapping[int, Code | None]) -> None:
        tr = self._context.tr
        meeting.complete_meeting(self._context.desk, row, codes)
        self._context.notify(tr("Completed and locked."), tr("Open the sheet"), self.open_sheet)

    def set_off(self, status: MeetingStatus) -> None:
        """Make the meeting a holiday, or call it off."""
        tr, row = self._context.tr, self._meeting
        if row is None:
            return

        def act() -> None:
            meeting.call_off_meeting(self._context.desk, row, status)
            self._context.notify_undo(tr("No meeting on {date}", date=row.date))

        self._try(act)

    def ask_move(self) -> None:
        """Ask to which day the meeting moves."""
        tr, row = self._context.tr, self._meeting
        if row is not None:
            title = tr("Move the meeting of {date}", date=row.date)
            panel = DayPanel(self._context, title, tr("Move"), row.date, kinds=False)
            self._ask(panel, lambda answer: meeting.move_meeting(self._context.desk, row, answer[0]))

    def ask_add(self) -> None:
        """Ask for the day and the kind of another meeting."""
        tr = self._context.tr
        title = tr("Add a meeting")
        panel = DayPanel(self._context, title, tr("Add"), self._context.today(), kinds=True)
        self._ask(panel, self._add)

    def _add(self, answer: tuple[dt.date, MeetingKind]) -> None:
        self.went.emit(meeting.add_meeting(self._context.desk, self._context.chapter, *answer))

    def offer_unlock(self) -> None:
        """Say that the meeting is locked, with the way to unlock it."""
        tr = self._context.tr
        if self._meeting is not None:
            text = tr("The meeting of {date} is completed; unlock it first to change it", date=self._meeting.date)
            self._context.notify(text, tr("Unlock"), self.main_action)

    # What it gives

    def copy_text(self) -> None:
        """Put the meeting as plain text on the clipboard."""
        tr, context, row = self._context.tr, self._context, self._meeting
        if row is None:
            return
        with context.desk.read() as s:
            handed_in = slips(s, context.chapter.id, SlipFilter(meeting_id=row.id))
            text = meeting_text(
                context, row, roll_call(s, row.id), handed_in, visits_of(s, row.id), meeting_totals(s, row.id)
            )
        QGuiApplication.clipboard().setText(text)
        context.notify(tr("Copied; paste it into a message."))

    def open_sheet(self) -> None:
        """Show the sheet of the meeting as a PDF, in Reports."""
        if self._meeting is not None:
            self._context.go("reports", report="meeting", meeting_id=self._meeting.id, date=self._meeting.date)

    def why(self, figure: str) -> None:
        """List what a figure was counted from."""
        if self._meeting is None:
            return
        if figure == "visitors":
            self._context.go("visitors")
        else:
            day = Period(self._meeting.date, self._meeting.date)
            self._context.go("slips", kind=SlipKind(figure), period=day)
