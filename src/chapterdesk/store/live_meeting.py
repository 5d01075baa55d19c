"""The meeting that is being run: read whole once, then only what a change touched; and the order of its roll call."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from chapterdesk.domain.meetings import OFF, MeetingStatus
from chapterdesk.domain.person_search import fit
from chapterdesk.store.desk import Desk, Session
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
    """One meeting with its chapter's calendar. After a mark only the roll is read again, after a slip no visitors."""

    def __init__(self) -> None:
        self._touched: set[str] | None = None  # None: everything
        self._chapter_id: int | None = None
        self.wanted: int | None = None
        """The meeting that is to be shown; while it is not there, the usual one is."""
        self.calendar: Sequence[MeetingRow] = ()
        """All meetings of the chapter."""
        self.meeting: MeetingRow | None = None
        """The meeting that is run; None when there is none."""
        self.roll: Sequence[RollRow] = ()
        self.visits: Sequence[VisitRow] = ()
        self.slips: Sequence[SlipRow] = ()
        self.totals = MeetingTotals()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody to call and nothing was handed in."""
        return not self.roll and not self.slips and not self.visits

    def note(self, tables: frozenset[str]) -> None:
        """Remember the tables that a change touched."""
        if self._touched is not None:
            self._touched |= tables

    def forget(self) -> None:
        """Read everything the next time, as for another chapter."""
        self._touched = None

    def read(self, desk: Desk, chapter_id: int, today: dt.date) -> frozenset[str]:
        """Read what has changed in the wanted meeting; another chapter begins with its usual meeting.

        Returns what was read: "calendar", "meeting" (another one, or its day or state) and the names of PARTS.
        """
        if self._chapter_id not in (None, chapter_id):
            self.wanted = self._touched = None
        self._chapter_id = chapter_id
        touched = self._touched
        if self.wanted != (self.meeting.id if self.meeting is not None else None):
            touched = None
        self._touched = set()
        if touched is not None and not touched:
            return frozenset()
        with desk.read() as session:
            fresh = self._read_calendar(session, chapter_id, today, touched)
            if touched is not None:
                fresh |= {part for part, tables in PARTS.items() if tables & touched}
            if self.meeting is not None and self.meeting.status not in OFF:
                self._read_parts(session, self.meeting, fresh)
        return fresh

    def _read_calendar(
        self, session: Session, chapter_id: int, today: dt.date, touched: set[str] | None
    ) -> frozenset[str]:
        """Another date or state changes who is on the roll: then all of it is to be read."""
        if touched is not None and touched.isdisjoint(("meeting", "chapter")):
            return frozenset()
        known, before = self.calendar, self.meeting
        self.calendar = meetings(session, chapter_id)
        found = next((row for row in self.calendar if row.id == self.wanted), None)
        self.meeting = found or self._usual(session, chapter_id, today)
        self.wanted = self.meeting.id if self.meeting is not None else None
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
            self.totals = meeting_totals(session, row.id, count_members=False)


class RollOrder:
    """Members by surname, those without a mark first, or the result of a search. A mark moves nobody."""

    def __init__(self) -> None:
        self.everybody: list[RollRow] = []
        """All rows in the order in force, found or not."""
        self.shown: list[RollRow] = []
        self.query = ""
        """The words of the search."""
        self._places: dict[int, int] = {}

    def has_same_people(self, rows: Sequence[RollRow]) -> bool:
        """Tell whether rows are about the people who are on this roll."""
        return {row.membership_id for row in rows} == {row.membership_id for row in self.everybody}

    def set_people(self, rows: Sequence[RollRow]) -> None:
        """Replace the people by others, who are sorted by surname."""
        self.everybody = list(rows)
        self._places = {row.membership_id: at for at, row in enumerate(rows)}
        self.arrange()

    def update(self, rows: Sequence[RollRow]) -> list[int]:
        """Replace the rows of the same people, who keep their places; return the places that changed."""
        fresh = {row.membership_id: row for row in rows}
        self._places = {membership_id: at for at, membership_id in enumerate(fresh)}
        self.everybody = [fresh[row.membership_id] for row in self.everybody]
        before, self.shown = self.shown, [fresh[row.membership_id] for row in self.shown]
        return [at for at, row in enumerate(self.shown) if row != before[at]]

    def arrange(self) -> None:
        """Put those without a mark first again, each group by surname."""
        self.everybody.sort(key=lambda row: (not row.is_unmarked, self._places[row.membership_id]))
        self._show()

    def find(self, query: str) -> None:
        """Show only those whose name has all the words, beginnings of words first; nothing typed shows all anew."""
        self.query = query
        if query.strip():
            self._show()
        else:
            self.arrange()

    def _show(self) -> None:
        self.shown = list(self.everybody)
        if self.query.strip():
            ranked = [(fit(self.query, row.first_name, row.last_name), row) for row in self.everybody]
            hits = [(rank, row) for rank, row in ranked if rank is not None]
            self.shown = [row for _rank, row in sorted(hits, key=lambda hit: hit[0])]

    def position(self, membership_id: int) -> int:
        """Return where somebody is shown, -1 when not."""
        return next((at for at, row in enumerate(self.shown) if row.membership_id == membership_id), -1)

    def next_unmarked(self) -> int:
        """Return the first place where a mark is still to come, -1 when there is none."""
        return next((at for at, row in enumerate(self.shown) if row.is_unmarked), -1)
