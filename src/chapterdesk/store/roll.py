"""The roll call: one code per member and meeting (rule 1)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Date, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_, full_name, sort_key
from chapterdesk.store.meetings import MeetingRow, begin, meeting, refuse_locked
from chapterdesk.store.people import covers, person_name
from chapterdesk.store.rows import columns, fetch
from chapterdesk.store.tables import Attendance, Classification, Membership, Person
from chapterdesk.store.writing import refuse_gone_people

Substitute = aliased(Person)


@dataclass(frozen=True, slots=True)
class RollRow:
    """A member at a meeting; `code` is None without a mark, only S has a substitute."""

    membership_id: int
    person_id: int
    first_name: str
    last_name: str
    company: str
    classification: str
    status: Status
    code: Code | None
    substitute_id: int | None
    substitute: str

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first_name, self.last_name)

    @property
    def is_on_leave(self) -> bool:
        """On leave and without a mark: no code is expected (rule 1)."""
        return self.code is None and self.status is Status.LEAVE

    @property
    def is_unmarked(self) -> bool:
        """A mark is still to come."""
        return self.code is None and self.status is not Status.LEAVE


_MEETING: Any = bindparam("meeting")
_ON_ROLL = (
    Attendance,
    and_(Attendance.membership_id == Membership.id, Attendance.meeting_id == _MEETING),
)
_HERE = and_(
    Membership.chapter_id == bindparam("chapter"),
    or_(covers(bindparam("day", type_=Date)), Attendance.id.is_not(None)),
)
_ROLL: Select[*tuple[Any, ...]] = (
    select(
        *columns(
            RollRow,
            Attendance,
            membership_id=Membership.id,
            person_id=Membership.person_id,
            first_name=Person.first_name,
            last_name=Person.last_name,
            company=Person.company,
            classification=func.coalesce(Classification.name, ""),
            status=Membership.status,
            substitute=func.coalesce(person_name(Substitute), ""),
        )
    )
    .select_from(Membership)
    .join(Person, Person.id == Membership.person_id)
    .outerjoin(Classification, Classification.id == Membership.classification_id)
    .outerjoin(*_ON_ROLL)
    .outerjoin(Substitute, Substitute.id == Attendance.substitute_id)
    .where(_HERE)
)
_ATTENDANCE: Any = Attendance.__table__
_MARK = insert(_ATTENDANCE)
_COUNT = select(func.count()).select_from(Membership).outerjoin(*_ON_ROLL).where(_HERE)


def _values(session: Session, meeting_id: int) -> dict[str, Any]:
    row = meeting(session, meeting_id)
    return {"meeting": row.id, "chapter": row.chapter_id, "day": row.date}


def roll_call(session: Session, meeting_id: int) -> list[RollRow]:
    """Everybody who is a member on the meeting's day, or has a mark in it, by surname."""
    rows = fetch(session, _ROLL, RollRow, _values(session, meeting_id))
    rows.sort(key=lambda found: (sort_key(found.last_name), sort_key(found.first_name), found.membership_id))
    return rows


def on_the_roll(session: Session, meeting_id: int) -> int:
    """How many stand on the roll of a meeting."""
    return session.scalar(_COUNT, _values(session, meeting_id)) or 0


def mark(
    session: Session, meeting_id: int, membership_id: int, code: Code | None, substitute_id: int | None = None
) -> None:
    """Give a member a code at a meeting, or remove it (None). Only S takes a substitute.

    Raises ChapterError when the meeting is completed (rule 9) or called off, or when the substitute is gone.
    """
    row = meeting(session, meeting_id)
    _open(row)
    begin(session, row)
    where = (Attendance.meeting_id == meeting_id, Attendance.membership_id == membership_id)
    if code is None:
        session.execute(delete(Attendance).where(*where))
        return
    values = {"code": code, "substitute_id": substitute_id if code is Code.SUBSTITUTE else None}
    if substitute_id is not None:
        refuse_gone_people(session, "attendance", values)
    changed = session.execute(update(Attendance).where(*where).values(values).returning(Attendance.id)).first()
    if changed is None:
        session.connection().execute(_MARK, {"meeting_id": meeting_id, "membership_id": membership_id, **values})


def mark_rest_present(session: Session, meeting_id: int) -> int:
    """Mark everybody present who has no mark yet and is not on leave; returns how many."""
    row = meeting(session, meeting_id)
    _open(row)
    rest = [found.membership_id for found in roll_call(session, meeting_id) if found.is_unmarked]
    if rest:
        begin(session, row)
        session.execute(
            insert(Attendance),
            [{"meeting_id": meeting_id, "membership_id": found, "code": Code.PRESENT} for found in rest],
        )
    return len(rest)


def _open(row: MeetingRow) -> None:
    refuse_locked(row)
    if row.status not in (MeetingStatus.PLANNED, MeetingStatus.DRAFT):
        raise ChapterError(N_("The meeting of {date} was called off; plan it again first"), date=row.date)
