"""Who was there and when: the marks of a period by member and meeting."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code, MarkCounts
from chapterdesk.domain.meetings import COUNTING, counting_kinds
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import full_name, sort_key
from chapterdesk.store.chapters import chapter
from chapterdesk.store.meetings import MeetingRow, meetings
from chapterdesk.store.members import members
from chapterdesk.store.people import covers
from chapterdesk.store.tables import Attendance, Meeting, Membership, Person


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person's codes, one a meeting of the grid (None: no mark). `listed`: a member on the period's last day."""

    person_id: int
    first_name: str
    last_name: str
    codes: tuple[Code | None, ...]
    listed: bool

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)

    @property
    def marks(self) -> MarkCounts:
        """The counts of the codes."""
        return MarkCounts.of(self.codes)


@dataclass(frozen=True, slots=True)
class AttendanceGrid:
    """The meetings of a period that count as weeks, and a row for everybody with a mark or a seat in it."""

    meetings: tuple[MeetingRow, ...]
    rows: tuple[GridRow, ...]


def attendance_grid(session: Session, chapter_id: int, period: Period) -> AttendanceGrid:
    """Read the marks of a period, also those inside imported totals (rule 14); members first, then who has left."""
    kinds = counting_kinds(meets_by_events=chapter(session, chapter_id).kind.meets_by_events)
    columns = tuple(
        row for row in meetings(session, chapter_id, period) if row.status in COUNTING and row.kind in kinds
    )
    place = {row.id: number for number, row in enumerate(columns)}
    listed = members(session, chapter_id, period.last)
    names = {row.person_id: (row.first_name, row.last_name) for row in listed}
    codes: dict[int, list[Code | None]] = {row.person_id: [None] * len(columns) for row in listed}
    query = (
        select(Membership.person_id, Person.first_name, Person.last_name, Attendance.meeting_id, Attendance.code)
        .join(Membership, Membership.id == Attendance.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.meeting_id.in_(place), covers(Meeting.date))  # weeks as a member (rule 11)
        .order_by(Attendance.id)
    )
    for row in session.execute(query):
        names.setdefault(row.person_id, (row.first_name, row.last_name))
        codes.setdefault(row.person_id, [None] * len(columns))[place[row.meeting_id]] = row.code
    current = {row.person_id for row in listed}
    rows = [GridRow(person, *names[person], tuple(marks), person in current) for person, marks in codes.items()]
    rows.sort(key=lambda one: (not one.listed, sort_key(one.last_name), sort_key(one.first_name), one.person_id))
    return AttendanceGrid(columns, tuple(rows))
