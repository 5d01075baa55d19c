"""The history of one person in a chapter: memberships, roles, meetings, slips and visits, the newest first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.meetings import COUNTING, OFF
from chapterdesk.domain.members import Role, Status
from chapterdesk.domain.slips import Side, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store.members import memberships
from chapterdesk.store.people import person_name
from chapterdesk.store.roles import role_terms
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.tables import Attendance, Meeting, Membership, Person, Visit


class HistoryKind(Labelled):
    """What a line of the history is about."""

    MEMBERSHIP = "membership", N_("Membership")
    ROLE = "role", N_("Role")
    MEETING = "meeting", N_("Meeting")
    SLIP = "slip", N_("Slip")
    VISIT = "visit", N_("Visit")


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
    icon: str = ""


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
            yield HistoryRow(row.start, HistoryKind.MEMBERSHIP, N_("Applied"), params, icon="file-text")
            continue
        text = N_("Became a member: {seat}") if row.classification else N_("Became a member")
        yield HistoryRow(row.start, HistoryKind.MEMBERSHIP, text, params, icon="user-check")
        if row.end is not None:
            text = N_("Left: {status}, {reason}") if row.end_reason else N_("Left: {status}")
            yield HistoryRow(row.end, HistoryKind.MEMBERSHIP, text, params, icon="log-out")


def _roles(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    for row in role_terms(session, chapter_id, person_id=person_id):
        params = {"role": role_label(row.role)}
        yield HistoryRow(row.start, HistoryKind.ROLE, N_("Began as {role}"), params, icon="star")
        if row.end is not None:
            yield HistoryRow(row.end, HistoryKind.ROLE, N_("Ended as {role}"), params, icon="star")


def role_label(role: str) -> str | Role:
    """Return one of the usual roles, whose label can be translated, or the text as it was typed."""
    return Role(role) if role in set(Role) else role


def _marks(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    substitute = aliased(Person)
    query = (
        select(Meeting.id, Meeting.date, Attendance.code, person_name(substitute))
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .outerjoin(substitute, substitute.id == Attendance.substitute_id)
        .where(Meeting.chapter_id == chapter_id, Membership.person_id == person_id, Meeting.status.in_(COUNTING))
    )
    for meeting_id, day, code, stood_in in session.execute(query):
        text = N_("Meeting: {mark}, represented by {substitute}") if stood_in else N_("Meeting: {mark}")
        params = {"mark": Code(code), "substitute": stood_in or ""}
        yield HistoryRow(day, HistoryKind.MEETING, text, params, meeting_id=meeting_id, icon="calendar-check")


def _slips(session: Session, chapter_id: int, person_id: int) -> Iterator[HistoryRow]:
    for row in slips(session, chapter_id, SlipFilter(person_id=person_id)):
        gave = row.giver_id == person_id
        params = {
            "other": _other(row, gave=gave),
            "tier": row.tier or "",
            "prospect": row.prospect,
            "topics": row.topics,
        }
        yield HistoryRow(
            row.date, HistoryKind.SLIP, _sentence(row, gave=gave), params, row.meeting_id, row.id, icon=_ICONS[row.kind]
        )


_ICONS = {
    SlipKind.REFERRAL: "share-2",
    SlipKind.ONE_TO_ONE: "coffee",
    SlipKind.CLOSED_BUSINESS: "handshake",
    SlipKind.EDUCATION: "graduation-cap",
    SlipKind.TESTIMONIAL: "quote",
}


def _other(row: SlipRow, *, gave: bool) -> str | Side:
    name, side = (row.receiver, row.receiver_side) if gave else (row.giver, row.giver_side)
    return name or row.other_chapter or side


def _sentence(row: SlipRow, *, gave: bool) -> str:
    match row.kind:
        case SlipKind.REFERRAL if gave and row.prospect:
            return N_("Referral to {other}: {prospect}")
        case SlipKind.REFERRAL if gave:
            return N_("Referral to {other}")
        case SlipKind.REFERRAL if row.prospect:
            return N_("Referral received from {other}: {prospect}")
        case SlipKind.REFERRAL:
            return N_("Referral received from {other}")
        case SlipKind.ONE_TO_ONE:
            return N_("One-to-one with {other}")
        case SlipKind.CLOSED_BUSINESS:
            return N_("Was thanked for closed business")
        case SlipKind.EDUCATION:
            return N_("Education: {topics}") if row.topics else N_("Education")
        case SlipKind.TESTIMONIAL:
            return N_("Testimonial for {other}") if gave else N_("Testimonial received from {other}")


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
            person_name(guest),
            person_name(inviter),
        )
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .join(guest, guest.id == Visit.person_id)
        .outerjoin(inviter, inviter.id == Visit.inviter_id)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.status.not_in(OFF),
            or_(Visit.person_id == person_id, Visit.inviter_id == person_id),
        )
    )
    for visit_id, meeting_id, day, who, kind, attended, name, invited_by in session.execute(query):
        params = {"kind": kind, "name": name, "inviter": invited_by or ""}
        if who != person_id:
            text = N_("Brought {name}: {kind}") if attended else N_("Invited {name}")
        elif not attended:
            text = N_("Expected as a visitor")
        else:
            text = N_("{kind}, invited by {inviter}") if invited_by else N_("{kind}")
        yield HistoryRow(day, HistoryKind.VISIT, text, params, meeting_id, visit_id=visit_id, icon="door-open")
