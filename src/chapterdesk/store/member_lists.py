"""The lists of members that are offered: who belongs, is on leave, is due for renewal, has a role, has left."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_, matches, plain
from chapterdesk.store.attention import RENEWAL_DAYS
from chapterdesk.store.members import MemberRow, applicants, former_members, members


class ShownMembers(Labelled):
    """What a list of members can show."""

    MEMBERS = "members", N_("Members")
    LEAVE = "leave", N_("On leave")
    RENEWAL = "renewal", N_("Renewal pending")
    ROLES = "roles", N_("With a role")
    APPLICANTS = "applicants", N_("Applicants")
    FORMER = "former", N_("Former members")
    SEATS = "seats", N_("Seats, wanted and held")


@dataclass(frozen=True, slots=True)
class MemberLists:
    """Everybody of a chapter on a day: those who belong, those who did, those who would."""

    today: dt.date
    members: tuple[MemberRow, ...] = ()
    former: tuple[MemberRow, ...] = ()
    applicants: tuple[MemberRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody belongs, did or would."""
        return not (self.members or self.former or self.applicants)

    @property
    def on_leave(self) -> int:
        """How many members are on leave."""
        return len(self._of(ShownMembers.LEAVE))

    def find(self, shown: ShownMembers, query: str) -> list[MemberRow]:
        """Return those of one list that have all words of a query, in any order, without accents."""
        return [row for row in self._of(shown) if matches(query, _words(row))]

    def _of(self, shown: ShownMembers) -> list[MemberRow]:
        match shown:
            case ShownMembers.MEMBERS:
                return [*self.members]
            case ShownMembers.FORMER:
                return [*self.former]
            case ShownMembers.APPLICANTS:
                return [*self.applicants]
            case ShownMembers.LEAVE:
                return [row for row in self.members if row.status is Status.LEAVE]
            case ShownMembers.RENEWAL:
                until = self.today + dt.timedelta(days=RENEWAL_DAYS)
                due = (Status.RENEWAL_DUE, Status.LATE)
                return [row for row in self.members if row.status in due or (row.renewal_due or dt.date.max) <= until]
            case ShownMembers.ROLES:
                return [row for row in self.members if row.roles]
            case _:
                return []


def member_lists(session: Session, chapter_id: int, today: dt.date) -> MemberLists:
    """Read everybody of a chapter on a day."""
    return MemberLists(
        today,
        tuple(members(session, chapter_id, today)),
        tuple(former_members(session, chapter_id, today)),
        tuple(applicants(session, chapter_id)),
    )


def _words(row: MemberRow) -> str:
    words = (row.first_name, row.last_name, row.company, row.classification, *row.phones, *row.emails, *row.roles)
    return plain(" ".join(words))
