"""What asks for the director's attention: meetings left unfinished, visitors to call, renewals, open referrals."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.meetings import COUNTING, MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.slips import FollowUp, kinds_with
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import GUESTS, VisitOutcome
from chapterdesk.store.members import RENEWAL_DAYS, members
from chapterdesk.store.people import person_name
from chapterdesk.store.slips import Receiver, counting_date
from chapterdesk.store.tables import Meeting, Membership, Person, Slip, Visit

VISITOR_DAYS = 60
"""After how many days a visitor whom nobody has called is no longer shown."""
REFERRAL_DAYS = (21, 180)
"""After how many days an open referral is shown, and after how many no longer."""


class Concern(Labelled):
    """The kinds of things that ask for attention, the most urgent first."""

    DRAFT = "draft", N_("Meetings to complete")
    FORGOTTEN = "forgotten", N_("Meetings with nothing entered")
    CALL = "call", N_("Visitors to call")
    VISITOR = "visitor", N_("Visitors without a next step")
    RENEWAL = "renewal", N_("Renewals")
    REFERRAL = "referral", N_("Referrals still open")


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing to see to: its day, a translatable text with values, and the ids of what is to be opened."""

    concern: Concern
    date: dt.date
    text: str
    params: dict[str, Any] = field(default_factory=dict)
    overdue: bool = False
    meeting_id: int | None = None
    visit_id: int | None = None
    person_id: int | None = None
    slip_id: int | None = None


def attention(session: Session, chapter_id: int, today: dt.date) -> list[Attention]:
    """Everything that asks for attention on a day, by kind and, within it, the oldest first."""
    found = [
        *_meetings(session, chapter_id, today),
        *_visitors(session, chapter_id, today),
        *_renewals(session, chapter_id, today),
        *_referrals(session, chapter_id, today),
    ]
    order = list(Concern)
    return sorted(found, key=lambda item: (order.index(item.concern), item.date))


def _meetings(session: Session, chapter_id: int, today: dt.date) -> Iterator[Attention]:
    query = (
        select(Meeting.id, Meeting.date, Meeting.status)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.date < today,
            Meeting.status.in_((MeetingStatus.DRAFT, MeetingStatus.PLANNED)),
        )
        .order_by(Meeting.date, Meeting.sequence)
    )
    for row in session.execute(query):
        concern, text = Concern.FORGOTTEN, N_("Nothing was entered in the meeting of {date}")
        if row.status is MeetingStatus.DRAFT:
            concern, text = Concern.DRAFT, N_("The meeting of {date} is not completed")
        yield Attention(concern, row.date, text, {"date": row.date}, meeting_id=row.id)


def _visitors(session: Session, chapter_id: int, today: dt.date) -> Iterator[Attention]:
    """Guests who came and are no members: whom to call today or before, and who has no day to be called."""
    later_visit, later = aliased(Visit), aliased(Meeting)
    came_again = exists().where(
        later_visit.person_id == Visit.person_id,
        later_visit.meeting_id == later.id,
        later.chapter_id == chapter_id,
        later.date > Meeting.date,
    )
    member = exists().where(
        Membership.person_id == Visit.person_id,
        Membership.chapter_id == chapter_id,
        Membership.status != Status.APPLICANT,
        or_(Membership.end.is_(None), Membership.end >= today),
    )
    query = (
        select(Visit.id, Visit.person_id, Meeting.date, Visit.next_contact, person_name().label("name"))
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .join(Person, Person.id == Visit.person_id)
        .where(
            Meeting.chapter_id == chapter_id,
            Meeting.status.in_(COUNTING),
            Visit.attended,
            Visit.kind.in_(GUESTS),
            Visit.outcome.not_in((VisitOutcome.JOINED, VisitOutcome.DECLINED)),
            ~member,
            or_(
                Visit.next_contact <= today,
                Visit.next_contact.is_(None)
                & (Meeting.date >= today - dt.timedelta(days=VISITOR_DAYS))
                & (Meeting.date < today)
                & ~came_again,
            ),
        )
        .order_by(Meeting.date, Visit.id)
    )
    for row in session.execute(query):
        concern, text, when, overdue = Concern.VISITOR, N_("{name} came on {date}: what next?"), row.date, False
        if row.next_contact is not None:
            concern, when, overdue = Concern.CALL, row.next_contact, row.next_contact < today
            text = N_("Call {name}, due since {date}") if overdue else N_("Call {name} today")
        params = {"name": row.name, "date": when}
        yield Attention(concern, when, text, params, overdue, visit_id=row.id, person_id=row.person_id)


def _renewals(session: Session, chapter_id: int, today: dt.date) -> Iterator[Attention]:
    until = today + dt.timedelta(days=RENEWAL_DAYS)
    for row in members(session, chapter_id, today):
        if row.renewal_due is None or row.renewal_due > until:
            continue
        overdue = row.renewal_due < today
        text = N_("{name}: renewal was due on {date}") if overdue else N_("{name}: renewal due on {date}")
        yield Attention(
            Concern.RENEWAL,
            row.renewal_due,
            text,
            {"name": row.name, "date": row.renewal_due},
            overdue,
            person_id=row.person_id,
        )


def _referrals(session: Session, chapter_id: int, today: dt.date) -> Iterator[Attention]:
    youngest, oldest = (today - dt.timedelta(days=days) for days in REFERRAL_DAYS)
    query = (
        select(
            Slip.id,
            counting_date().label("day"),
            Slip.prospect,
            func.coalesce(person_name(Receiver), "").label("receiver"),
        )
        .outerjoin(Meeting, Meeting.id == Slip.meeting_id)
        .outerjoin(Receiver, Receiver.id == Slip.receiver_id)
        .where(
            Slip.chapter_id == chapter_id,
            Slip.kind.in_(kinds_with("follow_up")),
            Slip.follow_up == FollowUp.OPEN,
            counting_date().between(oldest, youngest),
        )
        .order_by(counting_date(), Slip.id)
    )
    for row in session.execute(query):
        text = N_("{receiver}: {prospect}, since {date}") if row.prospect else N_("{receiver}, since {date}")
        params = {"receiver": row.receiver, "prospect": row.prospect, "date": row.day}
        yield Attention(Concern.REFERRAL, row.day, text, params, slip_id=row.id)
