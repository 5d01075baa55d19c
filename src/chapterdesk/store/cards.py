"""The card of one person in a chapter: the person, the standing in the chapter, memberships, roles, consents."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain.members import Standing, Status, is_member_on
from chapterdesk.store.members import MemberRow, memberships
from chapterdesk.store.people import ConsentRow, PersonRow, consents, person, photo
from chapterdesk.store.roles import RoleRow, role_terms
from chapterdesk.store.tables import Meeting, Visit


@dataclass(frozen=True, slots=True)
class CardRow:
    """Everything that a person's card shows. `membership` is the one of the day, else the latest."""

    person: PersonRow
    standing: Standing
    membership: MemberRow | None
    roles: tuple[RoleRow, ...]
    consents: tuple[ConsentRow, ...]
    photo: bytes | None

    @property
    def is_applicant(self) -> bool:
        """Whether the person has applied and is no member yet."""
        return self.membership is not None and self.membership.status is Status.APPLICANT

    @property
    def is_open(self) -> bool:
        """Whether a membership (or an application) is running or agreed, so that it can be edited and ended."""
        return self.membership is not None and (self.membership.end is None or self.standing is Standing.MEMBER)


def card(session: Session, chapter_id: int, person_id: int, on: dt.date) -> CardRow:
    """The card of a person on a day; raises ChapterError when the person is gone."""
    who = person(session, person_id)
    known = memberships(session, chapter_id, person_id)
    current = [row for row in known if row.status is not Status.APPLICANT and is_member_on(row.start, row.end, on)]
    standing = Standing.MEMBER if current else _standing_without(session, chapter_id, person_id, known)
    return CardRow(
        who,
        standing,
        next(iter(current or known), None),
        tuple(role_terms(session, chapter_id, person_id=person_id)),
        tuple(consents(session, person_id)),
        photo(session, person_id),
    )


def _standing_without(session: Session, chapter_id: int, person_id: int, known: list[MemberRow]) -> Standing:
    if any(row.status is not Status.APPLICANT and row.end is not None for row in known):
        return Standing.FORMER
    query = (
        select(Visit.id)
        .join(Meeting, Meeting.id == Visit.meeting_id)
        .where(Visit.person_id == person_id, Meeting.chapter_id == chapter_id)
    )
    return Standing.VISITOR if session.execute(query.limit(1)).first() is not None else Standing.OTHER
