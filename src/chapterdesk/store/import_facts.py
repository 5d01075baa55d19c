"""What the desk file knows that matters to an import: people and names, earlier imports, what stands on a day."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import TotalGroup
from chapterdesk.domain.meetings import OFF, MeetingKind, MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.domain.text import fold
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

__all__ = ["Session"]  # importers name the type of a session without knowing SQLAlchemy

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
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


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
    period: Period
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties people to the chapter beside memberships: visitors, parties to slips, those of other chapters."""

    visitors: frozenset[int]
    parties: frozenset[int]
    elsewhere: Mapping[int, frozenset[str]]  # person: names of the other chapters


@dataclass(frozen=True, slots=True)
class TypedSlip:
    """A typed slip that an import may claim (rule 16)."""

    id: int
    kind: SlipKind
    giver: int | None
    receiver: int | None
    giver_side: Side
    receiver_side: Side
    tier: Tier | None
    amount: int | None
    credits: int | None


@dataclass(frozen=True, slots=True)
class KnownVisit:
    """A visit that stands on a day already."""

    id: int
    person_id: int
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class KnownMark:
    """A mark that stands on a day already; `batch_id` None: it was typed."""

    id: int
    code: Code
    batch_id: int | None


def people(session: Session) -> list[tuple[int, str, str]]:
    """Everybody in the file but who was erased: id, first name, last name."""
    query = select(Person.id, Person.first_name, Person.last_name).where(Person.erased.is_(None))
    rows = session.connection().execute(query)
    return [(person, first, last) for person, first, last in rows]


def memberships(session: Session, chapter_id: int) -> list[MembershipFact]:
    """All memberships of the chapter, past ones too."""
    query = select(Membership.id, Membership.person_id, Membership.start, Membership.end).where(
        Membership.chapter_id == chapter_id, Membership.status != Status.APPLICANT
    )
    return [MembershipFact(*row) for row in session.execute(query)]


def ties(session: Session, chapter_id: int, wanted: Iterable[int]) -> Ties:
    """What ties these people to the chapter.

    Asked by person alone, and the chapter looked at afterwards: a chapter has tens of thousands of slips, and a name
    that is looked for has a few.
    """
    ids = sorted(wanted)
    visitors: set[int] = set()
    parties: set[int] = set()
    elsewhere: dict[int, set[str]] = defaultdict(set)
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        for column, found in ((Visit.person_id, visitors), (Visit.inviter_id, parties)):
            visited = select(column, Meeting.chapter_id).join(Meeting, Meeting.id == Visit.meeting_id)
            rows = session.execute(visited.where(column.in_(some)))
            found |= {person_id or 0 for person_id, of_chapter in rows if of_chapter == chapter_id}
        given = select(Slip.giver_id, Slip.giver_side, Slip.other_chapter, Slip.chapter_id).where(
            Slip.giver_id.in_(some)
        )
        taken = select(Slip.receiver_id, Slip.receiver_side, Slip.other_chapter, Slip.chapter_id).where(
            Slip.receiver_id.in_(some)
        )
        for party, side, other, of_chapter in session.execute(union(given, taken)):
            if of_chapter == chapter_id and side == Side.ELSEWHERE:
                elsewhere[party or 0].add(fold(other))
            elif of_chapter == chapter_id:
                parties.add(party or 0)
    return Ties(frozenset(visitors), frozenset(parties), {key: frozenset(names) for key, names in elsewhere.items()})


def aliases(session: Session, chapter_id: int) -> dict[str, tuple[int, Side]]:
    """The director's answers about names: folded name to person and side."""
    query = select(Alias.name, Alias.person_id, Alias.side).where(Alias.chapter_id == chapter_id)
    return {name: (person_id, side) for name, person_id, side in session.execute(query)}


def batches(session: Session, chapter_id: int) -> list[BatchFact]:
    """Earlier imports into the chapter, the latest first."""
    query = (
        select(
            ImportBatch.id,
            ImportBatch.format,
            ImportBatch.file_name,
            ImportBatch.digest,
            ImportBatch.at,
            ImportBatch.first,
            ImportBatch.last,
        )
        .where(ImportBatch.chapter_id == chapter_id)
        .order_by(ImportBatch.id.desc())
    )
    return [BatchFact(*row) for row in session.execute(query)]


def totals(session: Session, chapter_id: int) -> list[TotalFact]:
    """Imported totals of the chapter."""
    query = select(
        PeriodTotal.id, PeriodTotal.group, PeriodTotal.first, PeriodTotal.last, PeriodTotal.import_batch_id
    ).where(PeriodTotal.chapter_id == chapter_id)
    return [TotalFact(row.id, row.group, Period(row.first, row.last), row[4]) for row in session.execute(query)]


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
    typed = select(
        Slip.id,
        Slip.kind,
        Slip.giver_id,
        Slip.receiver_id,
        Slip.giver_side,
        Slip.receiver_side,
        Slip.tier,
        Slip.amount,
        Slip.credits,
        Slip.import_batch_id,
    )
    of_meeting = typed.where(Slip.meeting_id == (meeting_id or 0))
    loose = typed.where(Slip.chapter_id == chapter_id, Slip.meeting_id.is_(None), Slip.date == day)
    rows: list[Any] = [row for query in (of_meeting, loose) for row in session.execute(query)]
    return sorted((TypedSlip(*row[:-1]) for row in rows if row.import_batch_id is None), key=lambda slip: slip.id)


def claimed(session: Session, slip_ids: Iterable[int]) -> dict[int, int]:
    """Which of the typed slips an earlier import has claimed, and the batch."""
    query = select(Slip.id, Slip.claimed_by_id).where(Slip.id.in_(list(slip_ids)), Slip.claimed_by_id.is_not(None))
    return {row[0]: row[1] or 0 for row in session.execute(query)}


def visits_at(session: Session, meeting_id: int | None) -> list[KnownVisit]:
    """The visits of a meeting."""
    query = select(Visit.id, Visit.person_id, Visit.import_batch_id).where(Visit.meeting_id == (meeting_id or 0))
    return [KnownVisit(*row) for row in session.execute(query.order_by(Visit.id))]


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
    query: Any = (
        select(Meeting.date, Attendance.membership_id, Attendance.id, Attendance.code, Attendance.import_batch_id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date.in_(list(days)),
            Meeting.kind.in_((MeetingKind.REGULAR, MeetingKind.EVENT)),
        )
    )
    return {(row[0], row[1]): KnownMark(*row[2:]) for row in session.execute(query)}


def column_answers(session: Session) -> dict[str, tuple[str, dict[str, int]]]:
    """The answers about unknown headings: signature to format and, by field, the place of the heading."""
    query = select(ColumnMapping.signature, ColumnMapping.format, ColumnMapping.mapping)
    return {row.signature: (row.format, json.loads(row.mapping)) for row in session.execute(query)}
