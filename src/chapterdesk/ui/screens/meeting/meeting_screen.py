"""The meeting: roll call at the left, strip, totals and feed at the right, all usable by the keyboard."""

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chapterdesk.domain.meetings import OFF, MeetingStatus
from chapterdesk.store.live_meeting import ALL, LiveMeeting
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.meeting import SCREEN
from chapterdesk.ui.screens.meeting.expected_visitors import ExpectedVisitors
from chapterdesk.ui.screens.meeting.feed import Feed
from chapterdesk.ui.screens.meeting.meeting_bar import MeetingBar
from chapterdesk.ui.screens.meeting.roll import Roll, Steady
from chapterdesk.ui.screens.meeting.steering import Steering, called_off, no_meeting, no_members
from chapterdesk.ui.screens.meeting.strip import Strip
from chapterdesk.ui.screens.meeting.totals import Totals
from chapterdesk.ui.widgets import Card, EmptyState
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, box, column, row
from chapterdesk.ui.widgets.person_field import RecentPeople
from chapterdesk.ui.widgets.screen import Command, Screen

LOW = 700
"""Pixels; a lower screen hides the legend of the digits, and the totals while something is typed."""
NARROW = 860
"""Pixels; in a narrower screen both halves are equally wide, so that names have room."""
LEFT = 42
"""Per cent of the width for the roll call in a wider screen."""
FRAME = 120
"""Pixels of the height for the margins and the bar."""
GAPS = 40
"""Pixels of the height for the gaps between cards."""


class MeetingScreen(Screen):
    """One meeting of the chapter, today's or the next at first. `show_item(meeting_id=…)` shows another."""

    entry = SCREEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chapter_id = context.chapter.id
        self.empty: EmptyState | None = None
        """Replaces both halves without a meeting or members, and for a cancelled meeting."""
        self._low: bool | None = None
        self.data = LiveMeeting()
        context.changed.connect(self._note)
        recent = RecentPeople(context)
        self.steering = Steering(context, lambda: self.data.meeting)
        self.bar = MeetingBar(context, self.steering.open_sheet, self._more)
        self.roll = Roll(context)
        self.expected = ExpectedVisitors(context)
        self.strip = Strip(context, recent)
        self.totals = Totals(context)
        self.feed = Feed(context, recent)
        self._build()
        self._connect()

    def _build(self) -> None:
        card = Card(padding=1)
        card.body.addWidget(self.feed)
        left = box(column((self.roll, 1), self.expected, spacing=12))
        right = box(column(self.strip, self.totals, (card, 1), spacing=12))
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as their shares
        self._row = row((left, LEFT), (right, 100 - LEFT), spacing=16)
        self.halves, self.rest = box(self._row), QWidget()
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(12)
        add(self.body, Steady(self.bar), self.steering, (self.halves, 1), (self.rest, 1))
        rest = (self.feed, self.roll.finder, self.expected.view, self.expected.add, *self.totals.figures.values())
        for before, after in pairwise((self.roll.view, *self.strip.tiles.values(), *rest)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.bar.meeting_chosen.connect(self.show_meeting)
        self.bar.primary.clicked.connect(self.steering.main_action)
        self.bar.picker_closed.connect(self.focus_start)
        self.steering.meeting_chosen.connect(self.show_meeting)
        self.steering.closed.connect(self.focus_start)
        self.roll.view.stored.connect(self.refresh)
        self.roll.view.refused.connect(self.steering.offer_unlock)
        self.roll.view.left_below.connect(self.expected.focus_first)
        self.expected.add.clicked.connect(self.strip.expect)
        self.strip.resized.connect(self._make_room)
        self.steering.resized.connect(self._make_room)
        self.expected.view.left_above.connect(self.roll.view.setFocus)
        self.strip.to_feed.connect(self.feed.focus_first)
        self.feed.back.connect(self.strip.focus_start)
        self.feed.letter.connect(self.strip.begin)
        self.feed.unlock_wanted.connect(self.steering.offer_unlock)
        self.totals.why.connect(self.steering.show_why)

    # Data

    @property
    def meeting(self) -> MeetingRow | None:
        """The present meeting, or None."""
        return self.data.meeting

    def _note(self, tables: frozenset[str]) -> None:
        self.data.note(tables)

    def show_item(self, **what: Any) -> None:
        """Show the meeting of `meeting_id`."""
        if "meeting_id" in what:
            self.show_meeting(what["meeting_id"])
            self.focus_start()

    def show_meeting(self, meeting_id: int) -> None:
        """Show another meeting."""
        self.data.wanted = meeting_id
        self.refresh()

    def refresh(self) -> None:
        """Read what changed and show it; a deleted meeting is replaced by the default one.

        After a mark this is called at once; the later call by the workspace finds nothing new.
        """
        session, data = self.context.session, self.data
        if self._chapter_id != session.chapter.id:
            self._chapter_id = session.chapter.id
            self.strip.forget()
        fresh = data.read(session.desk, self._chapter_id, session.today())
        if not fresh:
            return
        meeting = data.meeting
        if "calendar" in fresh and self.steering.panel is not None:
            self.steering.withdraw_outdated()
        if "meeting" in fresh or meeting is None:
            self.bar.show_meeting(meeting, data.calendar)
        elif "calendar" in fresh:
            self.bar.update_state(meeting, data.calendar)
        if meeting is None:
            self._show_empty(no_meeting(self.context, self.steering))
        elif meeting.status in OFF:
            self._show_empty(called_off(self.context, self.steering, partial(self.bar.step, 1), meeting))
        elif data.is_empty:
            self._show_empty(no_members(self.context))
        else:
            self._show_halves(meeting, fresh)

    def _show_halves(self, meeting: MeetingRow, fresh: frozenset[str]) -> None:
        data = self.data
        if self.empty is not None:
            self._show_empty(None)
            fresh = ALL
        if {"roll", "slips"} <= fresh:  # people were changed
            self.strip.forget_gone_speaker()
        if "roll" in fresh:
            self.roll.show_roll(meeting, data.roll)
        if "visits" in fresh:
            self.expected.show_visits(data.visits)
        if "meeting" in fresh:
            self.strip.show_meeting(meeting)
        if "totals" in fresh:
            self.totals.show_totals(data.totals)
        if not fresh.isdisjoint(("slips", "visits")):
            self.feed.show_rows(meeting.id, data.slips, data.visits)

    def _show_empty(self, state: EmptyState | None) -> None:
        if self.empty is not None:
            self.body.removeWidget(self.empty)
            self.empty.hide()
            self.empty.deleteLater()
        self.empty = state
        for action in (self.bar.primary, self.bar.sheet):
            action.setVisible(state is None)
        if state is not None:
            self.body.insertWidget(self.body.count() - 1, state, 1)
        self._make_room()

    # The focus

    def focus_start(self) -> None:
        """Put the focus on the roll call while somebody is unmarked, else on the strip."""
        if self.empty is not None:
            (self.empty.buttons[0] if self.empty.buttons else self.bar.choose).setFocus()
        elif self.roll.model.order.next_unmarked() >= 0 and self.roll.model.open:
            self.roll.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.strip.focus_start()

    def switch_half(self) -> None:
        """Move the focus to the other half."""
        focus = self.focusWidget()
        at_left = focus is not None and (self.roll.isAncestorOf(focus) or self.expected.isAncestorOf(focus))
        if at_left:
            self.strip.focus_start()
        else:
            self.roll.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Show what the height allows: a question rather than the halves, the entry rather than the totals."""
        question = self.steering.panel
        scale = max(self.context.style.points() / 10, 1)
        left = 50 if self.width() < NARROW * scale else LEFT
        self._row.setStretch(0, left)
        self._row.setStretch(1, 100 - left)
        low = self.height() < LOW * scale or question is not None
        if low != self._low:
            self._low = low
            self.roll.legend.setVisible(not low)
            for part in (self.expected, self.strip, self.totals):
                part.set_low(low=low)
        self.totals.setVisible(not (low and self.strip.entry is not None))
        room = self.height() - FRAME - (question.sizeHint().height() if question is not None else 0)
        names = self.roll.minimumSizeHint().height() + self.expected.minimumSizeHint().height()
        fits = question is None or room >= max(names, self.strip.sizeHint().height()) + GAPS
        self.halves.setVisible(self.empty is None and fits)
        self.rest.setVisible(self.empty is None and not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # Commands

    def commands(self) -> list[Command]:
        """Return all commands of the meeting."""
        tr = self.context.tr
        letters = [
            Command(words, partial(self.strip.begin, letter), f"Alt+{letter}", "plus")
            for letter, words in self.strip.letters.items()
        ]
        main = self.bar.primary.accessibleName() or tr("Complete")
        return [
            *letters,
            Command(tr("Go over to the other half"), self.switch_half, "F6", "arrow-left-right"),
            Command(tr("All others present"), self.roll.view.mark_rest, "F8", "list-checks"),
            Command(tr("Those without a mark first"), self.roll.arrange, "F5", "list-checks"),
            Command(tr("Choose a meeting"), self.bar.pick, "Ctrl+G", "calendar-days"),
            Command(tr("Earlier meeting"), lambda: self.bar.step(-1), "Alt+Left", "chevron-left"),
            Command(tr("Later meeting"), lambda: self.bar.step(1), "Alt+Right", "chevron-right"),
            Command(tr("Expect a visitor"), self.strip.expect, "Alt+N", "user-plus"),
            Command(main, self.steering.main_action, "Ctrl+Return", "circle-check"),
            Command(tr("Sheet as PDF"), self.steering.open_sheet, "Ctrl+P", "file-text"),
            *self._more(),
        ]

    def _more(self) -> list[Command]:
        """Return the commands of the menu of the bar that are possible now."""
        tr, meeting = self.context.tr, self.meeting
        commands = [
            Command(tr("Copy as text"), self.steering.copy_text, "Ctrl+Shift+C", "copy"),
            Command(tr("Add a meeting"), self.steering.ask_add, "", "calendar-plus"),
        ]
        if meeting is None or meeting.status in OFF or meeting.locked:
            return commands
        return [
            *commands,
            Command(tr("Move to another day"), self.steering.ask_move, "", "calendar-check"),
            Command(tr("It is a holiday"), lambda: self.steering.set_off(MeetingStatus.HOLIDAY), "", "sun"),
            Command(tr("Call off"), lambda: self.steering.set_off(MeetingStatus.DISCARDED), "", "calendar-off"),
        ]
