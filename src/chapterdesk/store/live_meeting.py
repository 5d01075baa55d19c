"""The meeting that is being run: read whole once, then only what a change touched, so that each key is quick."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from chapterdesk.domain.meetings import OFF, MeetingStatus
from chapterdesk.store.desk_file import DeskFile, Session
from chapterdesk.store.meetings import MeetingRow, last_meeting, meeting_on, meetings, next_meeting
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.statistics import MeetingTotals, meeting_totals
from chapterdesk.store.visits import VisitRow, visits_of

PARTS: Final = {
    "roll": frozenset({"attendance", "membership", "person", "classification"}),
    "visits": frozenset({"visit", "membership", "person"}),
    "slips": frozenset({"slip", "person"}),
    "totals": frozenset({"slip", "visit", "membership", "person"}),
}
"""The tables that each part of a meeting is read from."""
ALL: Final = frozenset({"calendar", "meeting", *PARTS})
RUNNING: Final = frozenset({MeetingStatus.PLANNED, MeetingStatus.DRAFT})


class LiveMeeting:
    """What is known of one meeting and of its chapter's calendar. A mark reads the roll alone, a slip no visitors."""

    def __init__(self) -> None:
        self._touched: set[str] | None = None  # None: everything
        self.calendar: Sequence[MeetingRow] = ()
        """All meetings of the chapter."""
        self.meeting: MeetingRow | None = None
        """The one that is run, None while there is none."""
        self.roll: Sequence[RollRow] = ()
        self.visits: Sequence[VisitRow] = ()
        self.slips: Sequence[SlipRow] = ()
        self.totals = MeetingTotals()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody to call and nothing was handed in."""
        return not self.roll and not self.slips and not self.visits

    def note(self, tables: frozenset[str]) -> None:
        """Take which tables a change touched."""
        if self._touched is not None:
            self._touched |= tables

    def forget(self) -> None:
        """Read everything the next time, as for another chapter."""
        self._touched = None

    def read(self, desk: DeskFile, chapter_id: int, today: dt.date, wanted: int | None) -> frozenset[str]:
        """Read what is no longer known of the wanted meeting, or of the usual one when it is gone.

        Returns what was read: "calendar", "meeting" (another one, or its day or state) and the names of PARTS.
        """
        before, touched = self.meeting, self._touched
        if wanted != (before.id if before is not None else None):
            touched = None
        self._touched = set()
        if touched is not None and not touched:
            return frozenset()
        with desk.read() as session:
            fresh = self._read_calendar(session, chapter_id, today, wanted, touched)
            if touched is not None:
                fresh |= {part for part, tables in PARTS.items() if tables & touched}
            if self.meeting is not None and self.meeting.status not in OFF:
                self._read_parts(session, self.meeting, fresh)
        return fresh

    def _read_calendar(
        self, session: Session, chapter_id: int, today: dt.date, wanted: int | None, touched: set[str] | None
    ) -> frozenset[str]:
        """Another date or state changes who is on the roll: then all of it is to be read."""
        if touched is not None and touched.isdisjoint(("meeting", "chapter")):
            return frozenset()
        known, before = self.calendar, self.meeting
        self.calendar = meetings(session, chapter_id)
        found = next((row for row in self.calendar if row.id == wanted), None)
        self.meeting = found or self._usual(session, chapter_id, today)
        if touched is None or "chapter" in touched or not self._has_only_begun(known, before):
            return ALL
        return frozenset({"calendar"})

    def _usual(self, session: Session, chapter_id: int, today: dt.date) -> MeetingRow | None:
        """Return the meeting to show first: today's, else the next, else the last one."""
        found = meeting_on(session, chapter_id, today) or next_meeting(session, chapter_id, today)
        found = found or last_meeting(session, chapter_id, today)
        return found or (self.calendar[-1] if self.calendar else None)

    def _has_only_begun(self, known: Sequence[MeetingRow], before: MeetingRow | None) -> bool:
        """Tell whether the calendar is the one that is known, but that the first entry has begun the meeting."""
        now = self.meeting
        if before is None or now is None or not {before.status, now.status} <= RUNNING:
            return False
        return [replace(row, status=now.status) if row.id == now.id else row for row in known] == self.calendar

    def _read_parts(self, session: Session, row: MeetingRow, fresh: frozenset[str]) -> None:
        if "roll" in fresh:
            self.roll = roll_call(session, row.id)
        if "visits" in fresh:
            self.visits = visits_of(session, row.id)
        if "slips" in fresh:
            self.slips = slips(session, row.chapter_id, SlipFilter(meeting_id=row.id))
        if "totals" in fresh:
            self.totals = meeting_totals(session, row.id)
