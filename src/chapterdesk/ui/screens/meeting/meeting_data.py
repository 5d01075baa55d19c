"""What the meeting screen knows of the file: read whole for another meeting, then only what a change touched."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from chapterdesk.domain.meetings import OFF
from chapterdesk.store.desk_file import Session
from chapterdesk.store.meetings import MeetingRow, last_meeting, meeting_on, meetings, next_meeting
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.statistics import MeetingTotals, meeting_totals
from chapterdesk.store.visits import VisitRow, visits_of
from chapterdesk.ui.widgets.context import Context

CALENDAR: Final = frozenset({"meeting", "chapter"})
"""A change of these tables means reading all of it: another date or state changes who is on the roll."""
PARTS: Final = {
    "roll": frozenset({"attendance", "membership", "person", "classification"}),
    "visits": frozenset({"visit", "membership", "person"}),
    "slips": frozenset({"slip", "person"}),
    "totals": frozenset({"slip", "visit", "membership", "person"}),
}
"""The tables that each part of a meeting is read from."""
ALL: Final = frozenset({"meeting", *PARTS})


class MeetingData(QObject):
    """The meeting that is shown. A mark reads the roll alone, a slip no visitors: the answer to a key is quick."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._touched: set[str] | None = None  # None: everything
        self._of: int | None = None
        self.meeting: MeetingRow | None = None
        self.known: Sequence[MeetingRow] = ()
        self.roll: Sequence[RollRow] = ()
        self.visits: Sequence[VisitRow] = ()
        self.slips: Sequence[SlipRow] = ()
        self.totals = MeetingTotals()
        context.changed.connect(self._note)

    def _note(self, tables: frozenset[str]) -> None:
        if self._touched is not None:
            self._touched |= tables

    def forget(self) -> None:
        """Read everything the next time, as for another chapter."""
        self._touched = None

    def read(self, wanted: int | None) -> frozenset[str]:
        """Read what is no longer known of the wanted meeting, or of the usual one when it is gone.

        Returns what was read: "meeting" and names of PARTS; nothing when nothing was changed.
        """
        touched = self._touched if wanted == self._of else None
        self._touched = set()
        if touched is None or touched & CALENDAR:
            fresh = ALL
            self._read_meeting(wanted)
        else:
            fresh = frozenset(part for part, tables in PARTS.items() if tables & touched)
        if fresh and self.meeting is not None and self.meeting.status not in OFF:
            self._read_parts(self.meeting, fresh)
        return fresh

    def _read_meeting(self, wanted: int | None) -> None:
        with self._context.desk.read() as s:
            self.known = meetings(s, self._context.chapter.id)
            by_id = {row.id: row for row in self.known}
            self.meeting = by_id[wanted] if wanted in by_id else self._usual_meeting(s)
        self._of = self.meeting.id if self.meeting is not None else None

    def _usual_meeting(self, s: Session) -> MeetingRow | None:
        """Return the meeting to show first: today's, else the next, else the last one."""
        chapter_id, today = self._context.chapter.id, self._context.today()
        found = meeting_on(s, chapter_id, today) or next_meeting(s, chapter_id, today)
        return found or last_meeting(s, chapter_id, today) or (self.known[-1] if self.known else None)

    def _read_parts(self, row: MeetingRow, fresh: frozenset[str]) -> None:
        with self._context.desk.read() as s:
            if "roll" in fresh:
                self.roll = roll_call(s, row.id)
            if "visits" in fresh:
                self.visits = visits_of(s, row.id)
            if "slips" in fresh:
                self.slips = slips(s, self._context.chapter.id, SlipFilter(meeting_id=row.id))
            if "totals" in fresh:
                self.totals = meeting_totals(s, row.id)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nobody to call and nothing was handed in."""
        return not self.roll and not self.slips and not self.visits
