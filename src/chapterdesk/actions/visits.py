"""Actions on visits, at a meeting or in the list of visitors. A removed visit leaves the person in the file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chapterdesk.actions.people import Party, add_named, id_of
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store import visits
from chapterdesk.store.desk import Desk, Session
from chapterdesk.store.people import edit_person, split_name
from chapterdesk.store.visits import VisitRow

_EDIT: Mapping[str, str] = {
    "inviter_id": N_("Change who invited {name}"),
    "kind": N_("Change the kind of visit of {name}"),
    "outcome": N_("Change the outcome of the visit of {name}"),
    "next_contact": N_("Change the next contact with {name}"),
    "note": N_("Change the note on the visit of {name}"),
}

# At the meeting


@dataclass(frozen=True, slots=True)
class Guest:
    """A typed visitor: a person of the file or a new name, the company, the inviter.

    The store chooses a kind that is None.
    """

    person_id: int | None
    name: str
    company: str = ""
    inviter: Party | None = None
    kind: VisitKind | None = None


def add_guest(desk: Desk, meeting_id: int, guest: Guest, *, attended: bool) -> VisitRow:
    """Store a visitor who walks in (attended) or is expected, and return the visit.

    An expected visitor who walks in is ticked.
    """
    label = N_("Add visitor {name}") if attended else N_("Expect {name}")
    with desk.change(label, name=guest.name) as s:
        inviter_id = id_of(s, guest.inviter)
        known = [row.id for row in visits.expected(s, meeting_id) if row.person_id == guest.person_id]
        if attended and known:
            (visit_id,) = known
            fields = {"inviter_id": inviter_id} if inviter_id is not None else {}
            visits.edit_visit(s, visit_id, attended=True, **fields)
        else:
            person_id = _person_of(s, guest)
            visit_id = visits.add_visit(
                s, meeting_id, person_id=person_id, inviter_id=inviter_id, kind=guest.kind, attended=attended
            )
        return next(row for row in visits.visits_of(s, meeting_id) if row.id == visit_id)


def _person_of(session: Session, guest: Guest) -> int:
    """Return the person of a visitor, adding a new one, with the typed company."""
    if guest.person_id is None:
        return add_named(session, guest.name, guest.company)
    if guest.company:
        edit_person(session, guest.person_id, company=guest.company)
    return guest.person_id


def correct_guest(desk: Desk, row: VisitRow, guest: Guest) -> None:
    """Correct a visit: a typed name corrects the spelling, a chosen person replaces the visitor."""
    with desk.change(N_("Correct visitor {name}"), name=row.name) as s:
        person: dict[str, Any] = {"company": guest.company}
        if guest.person_id is None and guest.name != row.name:
            person["first_name"], person["last_name"] = split_name(guest.name)
        person_id = row.person_id if guest.person_id is None else guest.person_id
        edit_person(s, person_id, **person)
        visit: dict[str, Any] = {"person_id": person_id, "inviter_id": id_of(s, guest.inviter)}
        if guest.kind is not None:
            visit["kind"] = guest.kind
        visits.edit_visit(s, row.id, **visit)


def correct_visit(desk: Desk, row: VisitRow, **fields: Any) -> None:
    """Correct fields of a visit; equal values make no change."""
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if changed:
        with desk.change(N_("Correct visitor {name}"), name=row.name) as s:
            visits.edit_visit(s, row.id, **changed)


def remove_guest(desk: Desk, row: VisitRow) -> None:
    """Remove a visitor from a meeting."""
    with desk.change(N_("Remove visitor {name}"), name=row.name) as s:
        visits.remove_visit(s, row.id)


def set_arrived(desk: Desk, row: VisitRow, *, arrived: bool) -> None:
    """Tick an expected visitor on arrival, or untick."""
    label = N_("{name} has arrived") if arrived else N_("{name} has not arrived")
    with desk.change(label, name=row.name) as s:
        visits.edit_visit(s, row.id, attended=arrived)


# The list of visitors


def expect_visitor(
    desk: Desk, meeting_id: int, name: str, *, person_id: int | None = None, inviter_id: int | None = None
) -> int:
    """Expect a person of the file, or a new person with a typed name; returns the id of the visit."""
    first, last = split_name(name)
    with desk.change(N_("Expect {name} as a visitor"), name=name) as s:
        return visits.add_visit(
            s, meeting_id, person_id=person_id, first_name=first, last_name=last, inviter_id=inviter_id
        )


def edit_visit(desk: Desk, row: VisitRow, field: str, value: Any) -> None:
    """Change one field of a visit."""
    with desk.change(_EDIT[field], name=row.name) as s:
        visits.edit_visit(s, row.id, **{field: value})


def make_member(desk: Desk, row: VisitRow, start: dt.date, classification: str) -> None:
    """Make a visitor a member from a day on; the inviter is the sponsor."""
    with desk.change(N_("{name} becomes a member"), name=row.name) as s:
        visits.make_member(s, row.id, start, classification)


def remove_visit(desk: Desk, row: VisitRow) -> None:
    """Remove a visit."""
    with desk.change(N_("Remove the visit of {name}"), name=row.name) as s:
        visits.remove_visit(s, row.id)
