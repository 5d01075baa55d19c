"""Who takes part in something that is entered: a person of the file, or a name that becomes one."""

from dataclasses import dataclass
from typing import Any

from chapterdesk.domain.slips import Side
from chapterdesk.store.desk_file import Session
from chapterdesk.store.people import add_person, split_name


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of a slip: a person of the file, or a name that becomes one when the slip is stored."""

    person_id: int | None
    name: str
    side: Side = Side.HERE
    other_chapter: str = ""

    def fields(self, role: str) -> dict[str, Any]:
        """Return the fields that put this party on one side of a slip ("giver" or "receiver")."""
        found: dict[str, Any] = {f"{role}_id": self.person_id, f"{role}_side": self.side}
        return found | {"other_chapter": self.other_chapter} if self.other_chapter else found


def id_of(session: Session, party: Party | None) -> int | None:
    """Return the person of a party, added when the name is new; None when nobody is meant."""
    if party is None or party.person_id is not None:
        return party.person_id if party else None
    return add_named(session, party.name)


def add_named(session: Session, name: str, company: str = "") -> int:
    """Add a person whose name was typed in one line and return the id."""
    first, last = split_name(name)
    return add_person(session, first_name=first, last_name=last, company=company)
