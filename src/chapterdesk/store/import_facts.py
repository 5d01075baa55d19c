"""What an import has to know of the desk: people and names, earlier imports, and what a day holds already."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import TotalGroup
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.members import Status, is_member_on
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.domain.text import fold
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.tables import (
    Alias,
    Attendance,
    ColumnMapping,
    ImportBatch,
    Meeting,
    Membership,
    PeriodTotal,
    Person,
    Slip,
    Visit,
)

_MANY = 900  # values of one IN list


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """A membership of the chapter; an applicant's is not there."""

    id: int | None
    person_id: int
    start: dt.date | None
    end: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Tell whether the day belongs to it (rule 11)."""
        return is_member_on(self.start, self.end, day)


@dataclass(frozen=True, slots=True)
class BatchFact:
    """An earlier import. `at` is UTC."""

    id: int
    format: str
    file_name: str
    digest: str
    at: dt.datetime
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class TotalFact:
    """Imported totals of a period."""

    id: int
    group: TotalGroup
    first: dt.date
    last: dt.date
    batch_id: int | None

    @property
    def period(self) -> Period:
        """The days that the totals stand for."""
        return Period(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties people to the chapter beside memberships: visitors, parties to slips, those of other chapters."""

    visitors: frozenset[int]
    parties: frozenset[int]
    elsewhere: Mapping[int, frozenset[str]]  # person: names of the other chapters


@dataclass(frozen=True, slots=True)
class TypedSlip:
    """A typed slip that an import may claim (rule 16): no import has made it, and `batch_id` is None."""

    id: int
    kind: SlipKind
    giver: int | None
    receiver: int | None
    giver_side: Side
    receiver_side: Side
    tier: Tier | None
    amount: int | None
    credits: int | None
    third: int | None
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class KnownVisit:
    """A visit that a day holds already."""

    id: int
    person_id: int
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A mark that a day holds already; `batch_id` None: it was typed."""

    id: int
    code: Code
    batch_id: int | None


def people(session: Session) -> list[tuple[int, str, str]]:
    """Everybody in the file but erased people: id, first name, last name."""
    query = select(Person.id, Person.first_name, Person.last_name).where(Person.erased.is_(None)).order_by(Person.id)
    return [(row.id, row.first_name, row.last_name) for row in session.connection().execute(query)]


def memberships(session: Session, chapter_id: int) -> list[MembershipFact]:
    """All memberships of the chapter, past ones too."""
    query = select(*columns(MembershipFact, Membership)).order_by(Membership.id)
    here = (Membership.chapter_id == chapter_id, Membership.status != Status.APPLICANT)
    return fetch(session, query.where(*here), MembershipFact)


def ties(session: Session, chapter_id: int, wanted: Iterable[int]) -> Ties:
    """What ties these people to the chapter.

    The query is by person, and the chapter is compared afterwards: a chapter has tens of thousands of slips, a person
    has a few.
    """
    ids = sorted(wanted)
    visitors: set[int] = set()
    parties: set[int] = set()
    elsewhere: dict[int, set[str]] = defaultdict(set)
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        for column, found in ((Visit.person_id, visitors), (Visit.inviter_id, parties)):
            visited = select(column.label("person_id"), Meeting.chapter_id)
            visited = visited.join(Meeting, Meeting.id == Visit.meeting_id).where(column.in_(some))
            found |= {row.person_id for row in session.execute(visited) if row.chapter_id == chapter_id}
        sides = ((Slip.giver_id, Slip.giver_side), (Slip.receiver_id, Slip.receiver_side), (Slip.third_id, null()))
        for party, side in sides:
            named = (party.label("person_id"), side.label("side"), Slip.other_chapter, Slip.chapter_id)
            for row in session.execute(select(*named).where(party.in_(some)).distinct()):
                if row.chapter_id == chapter_id and row.side is Side.ELSEWHERE:
                    elsewhere[row.person_id].add(fold(row.other_chapter))
                elif row.chapter_id == chapter_id:
                    parties.add(row.person_id)
    return Ties(frozenset(visitors), frozenset(parties), {key: frozenset(names) for key, names in elsewhere.items()})


def aliases(session: Session, chapter_id: int) -> dict[str, tuple[int, Side]]:
    """The director's answers about names: folded name to person and side."""
    query = select(Alias.name, Alias.person_id, Alias.side).where(Alias.chapter_id == chapter_id)
    return {row.name: (row.person_id, row.side) for row in session.execute(query)}


def batches(session: Session, chapter_id: int) -> list[BatchFact]:
    """Earlier imports into the chapter, the latest first."""
    query = select(*columns(BatchFact, ImportBatch)).where(ImportBatch.chapter_id == chapter_id)
    return fetch(session, query.order_by(ImportBatch.id.desc()), BatchFact)


def totals(session: Session, chapter_id: int) -> list[TotalFact]:
    """Imported totals of the chapter."""
    query = select(*columns(TotalFact, PeriodTotal, batch_id=PeriodTotal.import_batch_id))
    return fetch(session, query.where(PeriodTotal.chapter_id == chapter_id).order_by(PeriodTotal.id), TotalFact)


def meeting_of(session: Session, chapter_id: int, day: dt.date) -> tuple[int, MeetingStatus] | None:
    """The meeting that an import of that day writes into, whatever its state: one that was not called off first."""
    query = (
        select(Meeting.id, Meeting.status)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date == day,
            Meeting.kind.in_((MeetingKind.REGULAR, MeetingKind.EVENT)),
        )
        .order_by(Meeting.status.in_(OFF), Meeting.sequence)
    )
    row = session.execute(query.limit(1)).first()
    return None if row is None else (row.id, row.status)


def typed_slips(session: Session, chapter_id: int, day: dt.date, meeting_id: int | None) -> list[TypedSlip]:
    """The slips of the meeting, or of the day without a meeting, that no import has made or claimed."""
    people = {"giver": Slip.giver_id, "receiver": Slip.receiver_id, "third": Slip.third_id}
    typed = select(*columns(TypedSlip, Slip, **people, batch_id=Slip.import_batch_id))
    of_meeting = typed.where(Slip.meeting_id == (meeting_id or 0))
    loose = typed.where(Slip.chapter_id == chapter_id, Slip.meeting_id.is_(None), Slip.date == day)
    found = [*fetch(session, of_meeting, TypedSlip), *fetch(session, loose, TypedSlip)]
    return sorted((slip for slip in found if slip.batch_id is None), key=lambda slip: slip.id)


def claimed(session: Session, slip_ids: Iterable[int]) -> dict[int, int]:
    """Which of the typed slips an earlier import has claimed, and the batch."""
    query = select(Slip.id, Slip.claimed_by_id).where(Slip.id.in_(list(slip_ids)), Slip.claimed_by_id.is_not(None))
    return {row.id: row.claimed_by_id for row in session.execute(query)}


def visits_at(session: Session, meeting_id: int | None) -> list[KnownVisit]:
    """The visits of a meeting."""
    query = select(*columns(KnownVisit, Visit, batch_id=Visit.import_batch_id)).order_by(Visit.id)
    return fetch(session, query.where(Visit.meeting_id == (meeting_id or 0)), KnownVisit)


def attended_before(session: Session, chapter_id: int, wanted: Iterable[int], day: dt.date) -> set[int]:
    """Which of these people came to a meeting of the chapter before the day."""
    query = (
        select(Visit.person_id)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(Visit.person_id.in_(list(wanted)), Visit.attended, Meeting.chapter_id == chapter_id, Meeting.date < day)
    )
    return set(session.scalars(query))


def marks_on(session: Session, chapter_id: int, days: Iterable[dt.date]) -> dict[tuple[dt.date, int], KnownMark]:
    """The marks of those days, by day and membership."""
    query = (
        select(Meeting.date, Attendance.membership_id, Attendance.id, Attendance.code, Attendance.import_batch_id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date.in_(list(days)),
            Meeting.kind.in_((MeetingKind.REGULAR, MeetingKind.EVENT)),
        )
        .order_by(Attendance.id)
    )
    return {
        (row.date, row.membership_id): KnownMark(row.id, row.code, row.import_batch_id)
        for row in session.execute(query)
    }


def column_answers(session: Session) -> dict[str, tuple[str, dict[str, int]]]:
    """The answers about unknown headings: signature to format and, by field, the place of the heading."""
    query = select(ColumnMapping.signature, ColumnMapping.format, ColumnMapping.mapping)
    return {row.signature: (row.format, json.loads(row.mapping)) for row in session.execute(query)}
