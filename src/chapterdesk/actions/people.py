"""The people in an entry: a person of the file, or a name that becomes a new person."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from chapterdesk.domain.members import Standing
from chapterdesk.domain.slips import Side
from chapterdesk.store.chapters import chapters
from chapterdesk.store.desk import Session
from chapterdesk.store.members import memberships
from chapterdesk.store.people import add_person, names, split_name
from chapterdesk.store.slips import SlipFilter, slips


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a slip: a person of the file, or a name that becomes a new person when the slip is stored."""

    person_id: int | None
    name: str
    side: Side = Side.HERE
    other_chapter: str = ""

    def fields(self, role: str) -> dict[str, Any]:
        """Return the fields that put this party into a role of a slip; the third person has no side of its own."""
        if role == "third":
            return {"third_id": self.person_id}
        found: dict[str, Any] = {f"{role}_id": self.person_id, f"{role}_side": self.side}
        return found | {"other_chapter": self.other_chapter} if self.other_chapter else found


def known_party(session: Session, chapter_id: int, today: dt.date, person_id: int, name: str) -> Party:
    """Return a person with the side of their last slip; members of other chapters of the file are recognised."""
    standing = {row.person_id: row.standing for row in names(session, chapter_id, today)}
    if standing.get(person_id) is not Standing.OTHER:
        return Party(person_id, name)
    for slip in slips(session, chapter_id, SlipFilter(person_id=person_id)):
        if person_id not in (slip.giver_id, slip.receiver_id):
            continue  # the third person of an introduction has no side
        side = slip.giver_side if slip.giver_id == person_id else slip.receiver_side
        return Party(person_id, name, side, slip.other_chapter if side is Side.ELSEWHERE else "")
    for other in chapters(session):
        if any(one.end is None for one in memberships(session, other.id, person_id)):
            return Party(person_id, name, Side.ELSEWHERE, other.name)
    return Party(person_id, name)


def id_of(session: Session, party: Party | None) -> int | None:
    """Return the id of a party, adding the person when the name is new; None when there is no party."""
    if party is None or party.person_id is not None:
        return party.person_id if party else None
    return add_named(session, party.name)


def add_named(session: Session, name: str, company: str = "") -> int:
    """Add a person by a name in one line and return the id."""
    first, last = split_name(name)
    return add_person(session, first_name=first, last_name=last, company=company)
