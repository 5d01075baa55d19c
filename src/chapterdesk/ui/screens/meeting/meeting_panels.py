"""What is asked in place, under the bar: whether to complete, why to unlock, to which day to move, what to add."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind
from chapterdesk.domain.text import one_line
from chapterdesk.store.course import Unfinished
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow
from chapterdesk.ui.widgets import (
    Card,
    Choice,
    DateEdit,
    FieldError,
    LineEdit,
    PrimaryButton,
    QuietButton,
    Segments,
    label,
    scrolled,
)
from chapterdesk.ui.widgets.context import Context

LOOKS: Final = {"roll": ("bad", "▲"), "leave": ("neutral", "◆")}
"""Tone and shape of what looks unfinished, by its kind; the others are warnings. Who is on leave is none."""
MANY = 4
"""More unmarked members than this are seen by scrolling."""


class Panel(Card):
    """A question in place. Enter answers, Esc and the quiet button leave. `answered` tells the values."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, context: Context, title: str, action: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, padding=16)
        self.setProperty("stores", "true")
        tr = context.tr
        self._context = context
        self.action = PrimaryButton(action, context=context, icon=icon)
        self.close_button = QuietButton(tr("Not now"))
        for button in (self.action, self.close_button):
            button.setProperty("tall", "true")
        self.action.clicked.connect(self.answer)
        self.close_button.clicked.connect(self.left)
        self.error = FieldError()

    def finish(self, row: QHBoxLayout) -> None:
        """Put the buttons behind what was asked."""
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.action)
        self.body.addLayout(row)
        self.body.addWidget(self.error)

    def answer(self) -> None:
        """Tell the answer when it is complete."""

    def focus_start(self) -> None:
        """Put the focus where the answer is given."""
        self.action.setFocus()

    def say(self, text: str) -> None:
        """Say what stands against it."""
        self.error.say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter answers, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CompletePanel(Panel):
    """What looks unfinished, and for each member without a mark: absent, or no code. `answered` tells the codes."""

    def __init__(
        self, context: Context, meeting: MeetingRow, unfinished: Sequence[Unfinished], roll: Sequence[RollRow]
    ) -> None:
        tr = context.tr
        title = tr("Complete the meeting of {date}?", date=meeting.date)
        super().__init__(context, title, tr("Complete"), "circle-check")
        self._choices: dict[int, Segments] = {}
        self.findings: list[QLabel] = []
        for finding in unfinished:
            tone, shape = LOOKS.get(finding.kind, ("warning", "▲"))
            words = one_line(tr(finding.text, **finding.params), 160)
            self.findings.append(label(f"{shape}  {words}", tone=tone, wrap=True))
            self.body.addWidget(self.findings[-1])
        unmarked = [row for row in roll if row.code is None]
        if unmarked:
            self._ask(unmarked)
        self.finish(QHBoxLayout())

    def _ask(self, unmarked: Sequence[RollRow]) -> None:
        tr = self._context.tr
        codes = [(Code.ABSENT, tr(Code.ABSENT.label)), (None, tr("No code"))]
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 260)
        grid.setColumnStretch(2, 1)
        if len(unmarked) > 1:
            every = Segments(codes)
            every.setAccessibleName(tr("All of them"))
            every.picked.connect(self._all)
            grid.addWidget(label(tr("All of them"), "strong"), 0, 0)
            grid.addWidget(every, 0, 1)
        for at, row in enumerate(unmarked, start=1):
            name = label(row.name)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            choice = Segments(codes)
            choice.setAccessibleName(row.name)
            choice.set_value(None if row.is_on_leave else Code.ABSENT)
            self._choices[row.membership_id] = choice
            grid.addWidget(name, at, 0)
            grid.addWidget(choice, at, 1)
        if len(unmarked) > MANY:
            area = scrolled(inner)
            area.setFixedHeight(36 * MANY + 20)
            self.body.addWidget(area)
        else:
            self.body.addWidget(inner)

    def _all(self, code: Code | None) -> None:
        for choice in self._choices.values():
            choice.set_value(code)

    def codes(self) -> Mapping[int, Code | None]:
        """Return the code of each member without a mark."""
        return {membership_id: choice.value() for membership_id, choice in self._choices.items()}

    def answer(self) -> None:
        """Tell the codes."""
        self.answered.emit(self.codes())


class ReasonPanel(Panel):
    """Why a completed meeting is opened again; the log keeps it."""

    def __init__(self, context: Context, meeting: MeetingRow) -> None:
        tr = context.tr
        title = tr("Unlock the meeting of {date}", date=meeting.date)
        super().__init__(context, title, tr("Unlock"), "lock-open")
        self.reason = LineEdit(placeholder=tr("Why, in a few words; the log keeps it"))
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setProperty("tall", "true")
        row = QHBoxLayout()
        row.addWidget(self.reason, 100)
        self.finish(row)

    def focus_start(self) -> None:
        """Put the focus into the reason."""
        self.reason.setFocus()

    def answer(self) -> None:
        """Tell the reason."""
        tr = self._context.tr
        if not self.reason.text().strip():
            self.say(tr("Say in a few words why the meeting is opened again; the log keeps it"))
            self.reason.setFocus()
            return
        self.answered.emit(self.reason.text().strip())


class DayPanel(Panel):
    """A day: where a meeting is moved to, or on which one is added (then also its kind)."""

    def __init__(self, context: Context, title: str, action: str, day: dt.date, *, kinds: bool) -> None:
        super().__init__(context, title, action, "calendar-plus" if kinds else "calendar-check")
        tr = context.tr
        self.day = DateEdit(context, day)
        self.day.setAccessibleName(tr("Day"))
        self.kind = Choice([(kind, tr(kind.label)) for kind in MeetingKind])
        self.kind.setAccessibleName(tr("Kind"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.kind)
        self.kind.setVisible(kinds)
        for field in (self.day, self.kind):
            field.setProperty("tall", "true")
        self.finish(row)

    def focus_start(self) -> None:
        """Put the focus into the day."""
        self.day.setFocus()
        self.day.selectAll()

    def answer(self) -> None:
        """Tell the day and the kind."""
        tr = self._context.tr
        day = self.day.value()
        if day is None:
            self.say(tr("Type the day like 5/3/2026"))
            self.day.setFocus()
            return
        self.answered.emit((day, self.kind.value()))
