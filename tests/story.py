"""A small invented chapter in a real desk file, with methods in the words of the domain."""

import datetime as dt
from typing import Any

from sqlalchemy import select

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import RowKind
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.store import chapters, course, meetings, members, roll, slips, visits
from chapterdesk.store.desk import Session
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.statistics import Summary, SummaryRow, summary
from chapterdesk.store.tables import ChangeLog, Person

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def erased_names(session: Session) -> list[tuple[int, str]]:
    """Return everybody who was erased: the number and the new name."""
    query = select(Person.erased, Person.first_name, Person.last_name).where(Person.erased.is_not(None))
    return [(int(number or 0), f"{first} {last}".strip()) for number, first, last in session.execute(query)]


def logged(session: Session) -> list[ChangeLog]:
    """Return the whole change log, newest first."""
    return list(session.scalars(select(ChangeLog).order_by(ChangeLog.id.desc())))


class Story:
    """A chapter that meets on Thursdays, with the members Ana, Bruno and Carla."""

    def __init__(self, desk: DeskFile, kind: GroupKind = GroupKind.BUSINESS) -> None:
        self.desk = desk
        with desk.change("Begin") as s:
            self.chapter = chapters.add_chapter(s, name=f"Ribera {kind}", kind=kind, weekday=3)
        self.ana, self.bruno, self.carla = (self.member(name) for name in ("Ana", "Bruno", "Carla"))

    def do(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Run a store function as one change and return its result."""
        with self.desk.change("Act") as s:
            return function(s, *args, **kwargs)

    def ask(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Run a store function as a read."""
        with self.desk.read() as s:
            return function(s, *args, **kwargs)

    def member(self, first: str, start: dt.date | None = None) -> int:
        """Add a member and return the person's id."""
        membership = self.do(members.add_member, self.chapter, first_name=first, last_name="Ejemplo", start=start)
        return int(self.ask(members.member, membership).person_id)

    def membership(self, person: int) -> int:
        """The latest membership of a person."""
        return int(self.ask(members.memberships, self.chapter, person)[0].membership_id)

    def meeting(
        self,
        day: dt.date,
        status: MeetingStatus = MeetingStatus.COMPLETED,
        kind: MeetingKind = MeetingKind.REGULAR,
        **codes: Code,
    ) -> int:
        """Add a meeting with the codes of ana, bruno, carla given by name."""
        meeting = int(self.do(meetings.add_meeting, self.chapter, day, kind=kind))
        for name, code in codes.items():
            self.do(roll.mark, meeting, self.membership(getattr(self, name)), code)
        self.do(meetings.edit_meeting, meeting, status=status)
        return meeting

    def slip(
        self, kind: SlipKind, date: dt.date, giver: int | None = None, receiver: int | None = None, **more: Any
    ) -> int:
        """Type a slip."""
        draft = SlipDraft(kind=kind, date=date, giver_id=giver, receiver_id=receiver, **more)
        return int(self.do(slips.add_slip, self.chapter, draft))

    def visit(self, meeting: int, first: str = "", **more: Any) -> int:
        """Add a visitor to a meeting, who has arrived by default."""
        return int(self.do(visits.add_visit, meeting, first_name=first, **{"attended": True} | more))

    def summary(self, period: Period = YEAR) -> Summary:
        """The summary of a period."""
        with self.desk.read() as s:
            return summary(s, self.chapter, period)

    def row(self, person: int, period: Period = YEAR) -> SummaryRow:
        """The summary row of a member."""
        return next(row for row in self.summary(period).rows if row.person_id == person)

    def footer(self, kind: RowKind, period: Period = YEAR) -> SummaryRow:
        """One of the rows without a person."""
        return next(row for row in self.summary(period).footers if row.row is kind)

    def complete(self, meeting: int) -> None:
        """Complete a meeting, everybody unmarked absent."""
        with self.desk.change("Complete") as s:
            missing = {row.membership_id: Code.ABSENT for row in roll.roll_call(s, meeting) if row.code is None}
            course.complete(s, meeting, missing)
