"""Actions on the whole meeting (complete, unlock, call off, move, add, copy, print), with panels under the bar."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from chapterdesk.actions import meeting
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.domain.text import one_line
from chapterdesk.reports.meeting_text import VISITORS, meeting_text
from chapterdesk.store.calendar import missing_meetings
from chapterdesk.store.course import Unfinished, unfinished
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.ui.widgets import (
    Choice,
    DateEdit,
    EmptyState,
    LineEdit,
    PrimaryButton,
    QuietButton,
    Segments,
    label,
    scrolled,
)
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import box, column, grid
from chapterdesk.ui.widgets.panel import InlinePanel

LOOKS: Final = {"roll": ("bad", "▲"), "leave": ("neutral", "◆")}
"""Tone and shape of unfinished things by their kind; other kinds are warnings."""
MANY: Final = 4
"""How many unmarked members are shown without scrolling."""


class MeetingPanel(InlinePanel):
    """A question in place. Enter answers, Esc and the quiet button cancel. `answered` is emitted with the values."""

    answered = Signal(object)

    def __init__(self, context: Context, title: str, action: str, icon: str) -> None:
        tr = context.tr
        buttons = PrimaryButton(action, context=context, icon=icon), QuietButton(tr("Not now"))
        for button in buttons:
            button.setProperty("tall", "true")
        super().__init__(context, buttons[0], title, cancel=buttons[1], enter_submits=True, spacing=12)
        self.submitted.connect(self.answer)
        self.first: QWidget = self.act_button
        """The field that gets the focus first."""

    def answer(self) -> None:
        """Emit `answered` if the answer is complete."""

    def focus_start(self) -> None:
        """Put the focus on the first field, with its text selected."""
        self.first.setFocus()
        if isinstance(self.first, QLineEdit):
            self.first.selectAll()


class CompletePanel(MeetingPanel):
    """Lists what is unfinished, and asks for each unmarked member: absent, or no code. The answer is the codes."""

    def __init__(
        self, context: Context, meeting: MeetingRow, unfinished: Sequence[Unfinished], roll: Sequence[RollRow]
    ) -> None:
        tr = context.tr
        title = tr("Complete the meeting of {date}?", date=meeting.date)
        super().__init__(context, title, tr("Complete"), "circle-check")
        self.choices: dict[int, Segments] = {}
        self.findings: list[QLabel] = []
        for finding in unfinished:
            tone, shape = LOOKS.get(finding.kind, ("warning", "▲"))
            words = one_line(tr(finding.text, **finding.params), 160)
            self.findings.append(label(f"{shape}  {words}", tone=tone, wrap=True))
            self.body.addWidget(self.findings[-1])
        unmarked = [row for row in roll if row.code is None]
        if unmarked:
            self._add_choices(unmarked)
        self.add_foot(spacing=12)

    def _add_choices(self, unmarked: Sequence[RollRow]) -> None:
        tr = self.context.tr
        codes = [(Code.ABSENT, tr(Code.ABSENT.label)), (None, tr("No code"))]
        lines: list[tuple[QWidget, QWidget]] = []
        if len(unmarked) > 1:
            every = Segments(codes)
            every.setAccessibleName(tr("All of them"))
            every.picked.connect(self._set_all)
            lines.append((label(tr("All of them"), "strong"), every))
        for row in unmarked:
            name = label(row.name)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            choice = self.choices[row.membership_id] = Segments(codes)
            choice.setAccessibleName(row.name)
            choice.set_value(None if row.is_on_leave else Code.ABSENT)
            lines.append((name, choice))
        table = grid(lines, across=-1, down=2, margins=(0, 0, 8, 0), stretch=2)
        table.setColumnMinimumWidth(0, 260)
        inner: QWidget = box(table)
        if len(unmarked) > MANY:
            inner = scrolled(inner)
            inner.setFixedHeight(36 * MANY + 20)
        self.body.addWidget(inner)

    def _set_all(self, code: Code | None) -> None:
        for choice in self.choices.values():
            choice.set_value(code)

    def codes(self) -> Mapping[int, Code | None]:
        """Return the code of each member without a mark."""
        return {membership_id: choice.value() for membership_id, choice in self.choices.items()}

    def answer(self) -> None:
        """Emit the codes."""
        self.answered.emit(self.codes())


class ReasonPanel(MeetingPanel):
    """Asks why a completed meeting is unlocked; the change log keeps the reason."""

    def __init__(self, context: Context, meeting: MeetingRow) -> None:
        tr = context.tr
        title = tr("Unlock the meeting of {date}", date=meeting.date)
        super().__init__(context, title, tr("Unlock"), "lock-open")
        self.reason = self.first = LineEdit(placeholder=tr("Why, in a few words; the log keeps it"))
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setProperty("tall", "true")
        self.set_unsaved_fields(self.reason)
        self.add_foot((self.reason, 100), spacing=12)

    def answer(self) -> None:
        """Emit the reason, or show that it is missing."""
        tr = self.context.tr
        reason = self.reason.text().strip()
        if not reason:
            self.say(tr("Say in a few words why the meeting is opened again; the log keeps it"), self.reason)
            return
        self.answered.emit(reason)


class DayPanel(MeetingPanel):
    """Asks for the day of a moved meeting, or for the day and the kind of a new one."""

    def __init__(self, context: Context, title: str, action: str, day: dt.date, *, kinds: bool) -> None:
        super().__init__(context, title, action, "calendar-plus" if kinds else "calendar-check")
        tr = context.tr
        self.day = self.first = DateEdit(context, day)
        self.day.setAccessibleName(tr("Day"))
        self.kind = Choice([(kind, tr(kind.label)) for kind in MeetingKind])
        self.kind.setAccessibleName(tr("Kind"))
        for field in (self.day, self.kind):
            field.setProperty("tall", "true")
        self.add_foot(self.day, self.kind)
        self.kind.setVisible(kinds)

    def answer(self) -> None:
        """Emit the day and the kind, or show that the day is missing."""
        tr = self.context.tr
        day = self.day.value()
        if day is None:
            self.say(tr("Type the day like 5/3/2026"), self.day)
            return
        self.answered.emit((day, self.kind.value()))


class Steering(QWidget):
    """The actions on the present meeting. `meeting_chosen` asks to show another meeting.

    `closed` is emitted when a question was answered or cancelled, so that the focus can move.
    """

    meeting_chosen = Signal(object)
    closed = Signal()
    resized = Signal()
    """A question was opened or closed."""

    def __init__(self, context: Context, shown: Callable[[], MeetingRow | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = shown
        self._asked_about: MeetingRow | None = None
        self.panel: MeetingPanel | None = None
        self._place = column(parent=self)
        self.hide()

    def withdraw_outdated(self) -> None:
        """Withdraw a question about another meeting than the present one, or about another state of it."""
        before, row = self._asked_about, self._shown()
        if before is None or row is None or (before.id, before.status) != (row.id, row.status):
            self.withdraw()

    def _ask(self, panel: MeetingPanel, answer: Callable[[Any], object]) -> None:
        if self._context.warn_if_read_only():
            panel.deleteLater()
            return
        self.withdraw()
        self.panel, self._asked_about = panel, self._shown()
        panel.answered.connect(lambda value: self._try(lambda: answer(value)))
        panel.cancelled.connect(self._close)
        self._place.addWidget(panel)
        self.resized.emit()  # before it is shown: without room for it Qt enlarges the window
        self.show()
        self._context.session.unsaved.add_part(panel)
        panel.focus_start()

    def withdraw(self) -> None:
        """Close the question without an answer."""
        if self.panel is None:
            return
        self._context.forget_refused(self.panel)
        self._context.session.unsaved.remove_part(self.panel)
        self.panel.hide()
        self.panel.deleteLater()
        self.panel = None
        self.hide()
        self.resized.emit()

    def _close(self) -> None:
        self.withdraw()
        self.closed.emit()

    def _try(self, act: Callable[[], object]) -> None:
        """Call `act`; show an error in the question, or as a notice when none is open."""
        panel = self.panel
        try:
            act()
        except ChapterError as error:
            say = panel.say if panel is not None else None
            self._context.tell(error, partial(self._try, act), panel or act, say)
            return
        if panel is self.panel:
            self._close()

    # Changes of the meeting

    def main_action(self) -> None:
        """Complete the meeting, unlock a completed one, or plan a cancelled one again."""
        row = self._shown()
        if row is None:
            return
        if row.locked:
            self._ask(ReasonPanel(self._context, row), partial(meeting.unlock_meeting, self._context.desk, row))
        elif row.status in OFF:
            self._try(lambda: meeting.plan_meeting_again(self._context.desk, row))
        else:
            self._ask_complete(row)

    def _ask_complete(self, row: MeetingRow) -> None:
        with self._context.desk.read() as s:
            findings, roll = unfinished(s, row.id), roll_call(s, row.id)
        if findings:
            self._ask(CompletePanel(self._context, row, findings, roll), partial(self._complete, row))
        else:
            self._try(partial(self._complete, row, {}))

    def _complete(self, row: MeetingRow, codes: Mapping[int, Code | None]) -> None:
        tr = self._context.tr
        meeting.complete_meeting(self._context.desk, row, codes)
        self._context.notify(tr("Completed and locked."), tr("Open the sheet"), self.open_sheet)

    def set_off(self, status: MeetingStatus) -> None:
        """Make the meeting a holiday, or call it off."""
        if (row := self._shown()) is not None:
            self._try(partial(self._call_off, row, status))

    def _call_off(self, row: MeetingRow, status: MeetingStatus) -> None:
        tr = self._context.tr
        meeting.call_off_meeting(self._context.desk, row, status)
        self._context.notify_undo(tr("No meeting on {date}", date=row.date))

    def ask_move(self) -> None:
        """Ask for the new day of the meeting."""
        tr, row = self._context.tr, self._shown()
        if row is not None:
            title = tr("Move the meeting of {date}", date=row.date)
            panel = DayPanel(self._context, title, tr("Move"), row.date, kinds=False)
            self._ask(panel, lambda answer: meeting.move_meeting(self._context.desk, row, answer[0]))

    def ask_add(self) -> None:
        """Ask for the day and the kind of another meeting."""
        tr = self._context.tr
        title = tr("Add a meeting")
        panel = DayPanel(self._context, title, tr("Add"), self._context.today(), kinds=True)
        desk, chapter = self._context.desk, self._context.chapter
        self._ask(panel, lambda answer: self.meeting_chosen.emit(meeting.add_meeting(desk, chapter, *answer)))

    def offer_unlock(self) -> None:
        """Say that the meeting is completed, with an action that unlocks it."""
        tr = self._context.tr
        if (row := self._shown()) is not None:
            text = tr("The meeting of {date} is completed; unlock it first to change it", date=row.date)
            self._context.notify(text, tr("Unlock"), self.main_action)

    # Output

    def copy_text(self) -> None:
        """Copy the meeting as plain text to the clipboard."""
        tr, context, row = self._context.tr, self._context, self._shown()
        if row is None:
            return
        with context.desk.read() as s:
            text = meeting_text(s, context.chapter, row, context.language)
        QGuiApplication.clipboard().setText(text)
        context.notify(tr("Copied; paste it into a message."))

    def open_sheet(self) -> None:
        """Show the sheet of the meeting as a PDF, in Reports."""
        if (row := self._shown()) is not None:
            self._context.go("reports", report="meeting", meeting_id=row.id, date=row.date)

    def show_why(self, figure: str) -> None:
        """Show the list from which a figure was counted."""
        if figure == VISITORS:
            self._context.go("visitors")
        elif (row := self._shown()) is not None:
            self._context.go("slips", kind=SlipKind(figure), period=Period(row.date, row.date))


def no_members(context: Context) -> EmptyState:
    """Return the empty state of a chapter without members on the day."""
    tr, go = context.tr, context.go
    return EmptyState(
        context,
        "users",
        tr("Nobody to call yet"),
        tr("The roll call shows the members of the day. Add them, or import the list you have."),
        [
            Command(tr("Add members"), lambda: go("members", add=True), icon="user-plus"),
            Command(tr("Import"), lambda: go("import"), icon="upload"),
        ],
    )


def no_meeting(context: Context, steering: Steering) -> EmptyState:
    """Return the empty state of a chapter without meetings."""
    tr = context.tr
    actions = [Command(tr("Add a meeting"), steering.ask_add, icon="calendar-plus")]
    with context.desk.read() as s:
        can_plan = bool(missing_meetings(s, context.chapter.id, context.today()))
    if can_plan:
        plan = partial(meeting.plan_weeks, context.desk, [context.chapter.id], context.today())
        words = tr("Plan the next eight weeks")
        actions.insert(0, Command(words, lambda: context.attempt(plan, key="plan"), icon="calendar-days"))
    words = tr("Plan the next weeks from the usual weekday, or add a single day.")
    return EmptyState(context, "calendar-days", tr("No meeting yet"), words, actions)


def called_off(context: Context, steering: Steering, later: Callable[[], object], row: MeetingRow) -> EmptyState:
    """Return the empty state of a holiday or a cancelled meeting; `later` shows the next meeting."""
    tr = context.tr
    if row.status is MeetingStatus.HOLIDAY:
        icon, title = "sun", tr("A holiday: no meeting on {date}", date=row.date)
    else:
        icon, title = "calendar-off", tr("The meeting of {date} was called off", date=row.date)
    words = tr("Slips and expected visitors of this day went to the next meeting.")
    actions = [
        Command(tr("Plan again"), steering.main_action, icon="rotate-ccw"),
        Command(tr("Later meeting"), later, icon="chevron-right"),
    ]
    return EmptyState(context, icon, title, words, actions)
