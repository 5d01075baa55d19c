"""The history of one person in a chapter: memberships, roles, meetings, slips and visits, the newest first."""

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.domain.members import Role, Status
from chapterdesk.domain.slips import KINDS, ROLES, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store.members import memberships
from chapterdesk.store.people import person_name
from chapterdesk.store.roles import role_terms
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.tables import Attendance, Meeting, Membership, Person, Visit


class HistoryKind(enum.Enum):
    """What a line of the history is about."""

    APPLIED = enum.auto()
    JOINED = enum.auto()
    LEFT = enum.auto()
    ROLE = enum.auto()
    MEETING = enum.auto()
    SLIP = enum.auto()
    VISIT = enum.auto()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened: its day (None: before what is known), a translatable text with values, and its ids."""

    date: dt.date | None
    kind: HistoryKind
    text: str
    params: dict[str, Any] = field(default_factory=dict)
    meeting_id: int | None = None
    slip_id: int | None = None
    visit_id: int | None = None
    slip_kind: SlipKind | None = None


def history(session: Session, chapter_id: int, person_id: int) -> list[HistoryRow]:
    """Everything that is known of a person in a chapter, the newest first; the unknown start comes last."""
    found = [
        *_memberships(session, chapter_id, person_id),
        *_roles(session, chapter_id, person_id),
        *_marks(session, chapter_id, person_id),
        *_slips(session, chapter_id, person_id),
        *_visits(session, chapter_id, person_id),
    ]
    return sorted(found, key=lambda row: row.date or dt.date.min, reverse=True)


def _memberships(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    for row in memberships(session, chapter_id, person_id):
        params = {"seat": row.classification, "status": row.status, "reason": row.end_reason}
        if row.status is Status.APPLICANT:
            yield HistoryRow(row.start, HistoryKind.APPLIED, N_("Applied"), params)
            continue
        text = N_("Became a member: {seat}") if row.classification else N_("Became a member")
        yield HistoryRow(row.start, HistoryKind.JOINED, text, params)
        if row.end is not None:
            text = N_("Left: {status}, {reason}") if row.end_reason else N_("Left: {status}")
            yield HistoryRow(row.end, HistoryKind.LEFT, text, params)


def _roles(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    for row in role_terms(session, chapter_id, person_id=person_id):
        params = {"role": role_label(row.role)}
        yield HistoryRow(row.start, HistoryKind.ROLE, N_("Began as {role}"), params)
        if row.end is not None:
            yield HistoryRow(row.end, HistoryKind.ROLE, N_("Ended as {role}"), params)


def role_label(role: str) -> str | Role:
    """Return one of the usual roles, whose label can be translated, or the text as it was typed."""
    return Role(role) if role in set(Role) else role


def _marks(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    substitute = aliased(Person)
    query = (
        select(Attendance.meeting_id, Meeting.date, Attendance.code, person_name(substitute).label("substitute"))
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .outerjoin(substitute, substitute.id == Attendance.substitute_id)
        .where(Meeting.chapter_id == chapter_id, Membership.person_id == person_id, Meeting.status.in_(COUNTING))
        .order_by(Meeting.date, Attendance.id)
    )
    for row in session.execute(query):
        text = N_("Meeting: {mark}, represented by {substitute}") if row.substitute else N_("Meeting: {mark}")
        params = {"mark": row.code, "substitute": row.substitute or ""}
        yield HistoryRow(row.date, HistoryKind.MEETING, text, params, row.meeting_id)


def _slips(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    for row in slips(session, chapter_id, SlipFilter(person_id=person_id)):
        definition = KINDS[row.kind]
        role = next(role for role in ROLES if getattr(row, f"{role}_id") == person_id)
        text = definition.history(role, more=bool(definition.about and getattr(row, definition.about)))
        giver = row.giver or row.other_chapter or row.giver_side
        receiver = row.receiver or row.other_chapter or row.receiver_side
        params = {
            "giver": giver,
            "receiver": receiver,
            "third": row.third,
            "other": receiver if role == "giver" else giver,
            "tier": row.tier or "",
            "prospect": row.prospect,
            "topics": row.topics,
        }
        yield HistoryRow(row.date, HistoryKind.SLIP, text, params, row.meeting_id, row.id, slip_kind=row.kind)


def _visits(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    guest, inviter = aliased(Person), aliased(Person)
    query = (
        select(
            Visit.id,
            Visit.meeting_id,
            Meeting.date,
            Visit.person_id,
            Visit.kind,
            Visit.attended,
            person_name(guest).label("name"),
            person_name(inviter).label("inviter"),
        )
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .join(guest, guest.id == Visit.person_id)
        .outerjoin(inviter, inviter.id == Visit.inviter_id)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.status.not_in(OFF),
            or_(Visit.person_id == person_id, Visit.inviter_id == person_id),
        )
        .order_by(Meeting.date, Visit.id)
    )
    for row in session.execute(query):
        params = {"kind": row.kind, "name": row.name, "inviter": row.inviter or ""}
        if row.person_id != person_id:
            text = N_("Brought {name}: {kind}") if row.attended else N_("Invited {name}")
        elif not row.attended:
            text = N_("Expected as a visitor")
        else:
            text = N_("{kind}, invited by {inviter}") if row.inviter else N_("{kind}")
        yield HistoryRow(row.date, HistoryKind.VISIT, text, params, row.meeting_id, visit_id=row.id)
