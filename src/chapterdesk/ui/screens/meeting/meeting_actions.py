"""What the director does in a meeting: one function is one change, with the label that undo shows.

All of them raise ChapterError when the store refuses (a completed meeting, a missing name); the caller says it where
it belongs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import Side, SlipDraft, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.people import add_person, edit_person, split_name
from chapterdesk.store.roll import RollRow, mark, mark_rest_present
from chapterdesk.store.slips import SlipRow, add_slip, edit_slip, remove_slip
from chapterdesk.store.visits import VisitRow, add_visit, edit_visit, expected, remove_visit
from chapterdesk.ui.widgets.context import Context


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of a slip: a person of the file, or a name that becomes one when the slip is stored."""

    person_id: int | None
    name: str
    side: Side = Side.HERE
    other_chapter: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor as typed: a person of the file or a new name, the company, who invited; kind None finds itself."""

    person_id: int | None
    name: str
    company: str = ""
    inviter: Party | None = None
    kind: VisitKind | None = None


ADDED: Mapping[SlipKind, str] = {
    SlipKind.REFERRAL: N_("Add referral of {giver} to {receiver}"),
    SlipKind.ONE_TO_ONE: N_("Add one-to-one of {giver} and {receiver}"),
    SlipKind.CLOSED_BUSINESS: N_("Add closed business thanks to {receiver}"),
    SlipKind.EDUCATION: N_("Add education of {giver}"),
    SlipKind.TESTIMONIAL: N_("Add testimonial of {giver} for {receiver}"),
}


def _person(s: Any, party: Party | None) -> int | None:
    """Return the id of a party, making the person when the name is new."""
    if party is None:
        return None
    if party.person_id is not None:
        return party.person_id
    first, last = split_name(party.name)
    return add_person(s, first_name=first, last_name=last)


def set_mark(context: Context, meeting_id: int, row: RollRow, code: Code | None, substitute: Party | None) -> None:
    """Give a member a code or take it away; with S, who stood in."""
    if code is None:
        with context.desk.change(N_("Take away the mark of {name}"), name=row.name) as s:
            mark(s, meeting_id, row.membership_id, None)
    elif code is Code.SUBSTITUTE and substitute is not None:
        with context.desk.change(
            N_("{substitute} stands in for {name}"), substitute=substitute.name, name=row.name
        ) as s:
            mark(s, meeting_id, row.membership_id, code, _person(s, substitute))
    else:
        with context.desk.change(N_("Mark {name}: {code}"), name=row.name, code=code) as s:
            mark(s, meeting_id, row.membership_id, code)


def mark_everyone_else(context: Context, meeting_id: int) -> int:
    """Mark everybody present who has no mark and is not on leave; returns how many."""
    with context.desk.change(N_("Mark everyone else present")) as s:
        return mark_rest_present(s, meeting_id)


def store_slip(
    context: Context, meeting: MeetingRow, kind: SlipKind, values: dict[str, Any], parties: dict[str, Party]
) -> int:
    """Store a typed slip of a meeting, with the people that it names for the first time; returns its id."""
    day = min(context.today(), meeting.date)
    names = {role: party.name for role, party in parties.items()}
    with context.desk.change(ADDED[kind], **names) as s:
        people = _parties(s, parties)
        draft = SlipDraft(kind=kind, date=day, meeting_id=meeting.id, **values, **people)
        return add_slip(s, context.chapter.id, draft)


def correct_slip(context: Context, row: SlipRow, values: dict[str, Any], parties: dict[str, Party]) -> None:
    """Correct a slip; only what differs is written, so that free fields stay open in a completed meeting."""
    with context.desk.change(N_("Correct slip of {name}"), name=row.giver or row.receiver) as s:
        wanted = values | _parties(s, parties)
        changed = {name: value for name, value in wanted.items() if value != getattr(row, name)}
        edit_slip(s, row.id, **changed)


def _parties(s: Any, parties: dict[str, Party]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for role, party in parties.items():
        fields[f"{role}_id"] = _person(s, party)
        fields[f"{role}_side"] = party.side
    fields["other_chapter"] = next((party.other_chapter for party in parties.values() if party.other_chapter), "")
    return fields


def drop_slip(context: Context, row: SlipRow) -> None:
    """Take a slip away."""
    with context.desk.change(N_("Remove slip of {name}"), name=row.giver or row.receiver) as s:
        remove_slip(s, row.id)


def store_visit(context: Context, meeting: MeetingRow, guest: Guest, *, attended: bool) -> int:
    """Store a visitor who walks in (attended) or is expected; one who was expected already is ticked."""
    label = N_("Add visitor {name}") if attended else N_("Expect {name}")
    with context.desk.change(label, name=guest.name) as s:
        inviter_id = _person(s, guest.inviter)
        known = {row.person_id: row.id for row in expected(s, meeting.id)}
        if attended and guest.person_id in known:
            found = known[guest.person_id]
            fields = {"inviter_id": inviter_id} if inviter_id is not None else {}
            edit_visit(s, found, attended=True, **fields)
            return found
        person_id = _visitor(s, guest)
        return add_visit(s, meeting.id, person_id=person_id, inviter_id=inviter_id, kind=guest.kind, attended=attended)


def _visitor(s: Any, guest: Guest) -> int:
    """Return the person of a visitor, made when new, with the company that was typed."""
    if guest.person_id is None:
        first, last = split_name(guest.name)
        return add_person(s, first_name=first, last_name=last, company=guest.company)
    if guest.company:
        edit_person(s, guest.person_id, company=guest.company)
    return guest.person_id


def correct_visit(context: Context, row: VisitRow, guest: Guest) -> None:
    """Correct a visit: a name typed anew is how the visitor is spelt, a name chosen is another visitor."""
    with context.desk.change(N_("Correct visitor {name}"), name=row.name) as s:
        person_id = row.person_id if guest.person_id is None else guest.person_id
        first, last = split_name(guest.name)
        spelling = (
            {"first_name": first, "last_name": last} if guest.person_id is None and guest.name != row.name else {}
        )
        edit_person(s, person_id, company=guest.company, **spelling)
        kind = {"kind": guest.kind} if guest.kind is not None else {}
        edit_visit(s, row.id, person_id=person_id, inviter_id=_person(s, guest.inviter), **kind)


def drop_visit(context: Context, row: VisitRow) -> None:
    """Take a visit away; the person stays in the file."""
    with context.desk.change(N_("Remove visitor {name}"), name=row.name) as s:
        remove_visit(s, row.id)


def set_arrived(context: Context, row: VisitRow, *, arrived: bool) -> None:
    """Tick an expected visitor on arrival, or take the tick away."""
    label = N_("{name} has arrived") if arrived else N_("{name} has not arrived")
    with context.desk.change(label, name=row.name) as s:
        edit_visit(s, row.id, attended=arrived)
