"""Actions on people: their memberships, roles, consents and photos, edited field by field."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Role, Standing, Status
from chapterdesk.domain.text import N_
from chapterdesk.store import members, people, roles
from chapterdesk.store.cards import CardRow
from chapterdesk.store.desk import Desk
from chapterdesk.store.members import MemberRow
from chapterdesk.store.people import PersonRow
from chapterdesk.store.visits import VisitRow

_EDIT_PERSON: Mapping[str, str] = {
    "first_name": N_("Change the first name of {name}"),
    "last_name": N_("Change the last name of {name}"),
    "company": N_("Change the company of {name}"),
    "phones": N_("Change the phones of {name}"),
    "emails": N_("Change the e-mails of {name}"),
    "website": N_("Change the website of {name}"),
    "address": N_("Change the address of {name}"),
    "notes": N_("Change the notes on {name}"),
}
_EDIT_MEMBERSHIP: Mapping[str, str] = {
    "classification": N_("Change the seat of {name}"),
    "start": N_("Change since when {name} is a member"),
    "renewal_due": N_("Change the renewal of {name}"),
    "status": N_("Change the status of {name}"),
    "sponsor_id": N_("Change the sponsor of {name}"),
    "mentor_id": N_("Change the mentor of {name}"),
    "end": N_("Change the last day of {name}"),
    "end_reason": N_("Change why {name} left"),
}

# The person


def edit_person(desk: Desk, row: PersonRow | VisitRow, field: str, value: Any) -> None:
    """Change one field of a person, or of the person of a visit."""
    person_id = row.id if isinstance(row, PersonRow) else row.person_id
    with desk.change(_EDIT_PERSON[field], name=row.name) as s:
        people.edit_person(s, person_id, **{field: value})


def set_photo(desk: Desk, person: PersonRow, data: bytes | None) -> None:
    """Store a photo (PNG or JPEG) of a person, or remove it (None)."""
    label = N_("Change the photo of {name}") if data is not None else N_("Remove the photo of {name}")
    with desk.change(label, name=person.name) as s:
        people.set_photo(s, person.id, data)


def record_consent(desk: Desk, person: PersonRow, purpose: str, day: dt.date, note: str) -> None:
    """Record what a person consents to, and how."""
    if not purpose:
        raise ChapterError(N_("What is agreed to is missing; type it"))
    with desk.change(N_("Record a consent of {name}"), name=person.name) as s:
        people.add_consent(s, person.id, purpose, day, note)


def withdraw_consent(desk: Desk, person: PersonRow, consent_id: int, day: dt.date | None) -> None:
    """Record the day on which a consent was withdrawn; None means that it is still valid."""
    with desk.change(N_("Withdraw a consent of {name}"), name=person.name) as s:
        people.withdraw_consent(s, consent_id, day)


# The membership


def add_member(
    desk: Desk,
    chapter_id: int,
    name: str,
    *,
    person_id: int | None = None,
    classification: str = "",
    start: dt.date | None = None,
) -> MemberRow:
    """Make a person of the file, or a new person with a typed name, a member; returns the membership."""
    first, last = people.split_name(name)
    with desk.change(N_("Add member {name}"), name=name) as s:
        membership_id = members.add_member(
            s,
            chapter_id,
            person_id=person_id,
            first_name=first,
            last_name=last,
            classification=classification,
            start=start,
        )
        return members.member(s, membership_id)


def join(desk: Desk, chapter_id: int, card: CardRow, start: dt.date | None, classification: str) -> None:
    """Make a known person a member: an applicant, a visitor, or a former member who rejoins."""
    label = N_("{name} rejoins") if card.standing is Standing.FORMER else N_("{name} becomes a member")
    with desk.change(label, name=card.person.name) as s:
        if card.is_applicant and card.membership is not None:
            fields = {"status": Status.ACTIVE, "start": start, "classification": classification}
            members.edit_membership(s, card.membership.membership_id, **fields)
        else:
            members.add_member(s, chapter_id, person_id=card.person.id, start=start, classification=classification)


def edit_membership(desk: Desk, row: MemberRow, field: str, value: Any) -> None:
    """Change one field of a membership; an empty last day means that it continues."""
    fields = {field: value}
    if field == "end" and value is None:
        fields |= {"status": Status.ACTIVE, "end_reason": ""}
    with desk.change(_EDIT_MEMBERSHIP[field], name=row.name) as s:
        members.edit_membership(s, row.membership_id, **fields)


def end_membership(desk: Desk, row: MemberRow, day: dt.date, reason: str, status: Status) -> None:
    """End a membership after its last day; `status` says how it ended."""
    with desk.change(N_("End the membership of {name}"), name=row.name) as s:
        members.leave(s, row.membership_id, day, reason, status)


# Roles


def start_role(desk: Desk, chapter_id: int, person: PersonRow, role: Role | str, day: dt.date) -> None:
    """Give a person a role from a day on: a usual role, or any other by its name."""
    with desk.change(N_("{name} becomes {role}"), name=person.name, role=role) as s:
        roles.start_role(s, chapter_id, person.id, role, day)


def end_role(desk: Desk, person: PersonRow, term_id: int, day: dt.date | None) -> None:
    """End a role of a person on a day, or continue it (None)."""
    with desk.change(N_("Change the last day of a role of {name}"), name=person.name) as s:
        roles.end_role(s, term_id, day)
