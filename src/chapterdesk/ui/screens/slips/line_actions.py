"""What the director does to a line of the ledger: one function is one change, with the label that undo shows."""

import datetime as dt
from typing import Any

from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store.people import add_person, split_name
from chapterdesk.store.slips import add_slip, edit_slip, remove_slip, slip
from chapterdesk.store.visits import edit_visit, remove_visit
from chapterdesk.ui.screens.meeting.meeting_actions import ADDED, Party
from chapterdesk.ui.screens.slips.ledger_lines import LedgerEntry
from chapterdesk.ui.widgets.context import Context


def correct(context: Context, entry: LedgerEntry, fields: dict[str, Any]) -> None:
    """Write fields of a line; raises ChapterError when the store refuses. What stays the same is no change."""
    changed = {name: value for name, value in fields.items() if getattr(entry.source, name) != value}
    if not changed:
        return
    if entry.is_visit:
        with context.desk.change(N_("Correct visitor {name}"), name=entry.name) as s:
            edit_visit(s, entry.source.id, **changed)
    else:
        with context.desk.change(N_("Correct slip of {name}"), name=entry.name) as s:
            edit_slip(s, entry.source.id, **changed)


def party_fields(entry: LedgerEntry, role: str, party: Party | None) -> dict[str, Any]:
    """Return the fields that put somebody on one side of a line ("giver" or "receiver"); None leaves it empty."""
    if entry.is_visit:
        return {"inviter_id" if role == "giver" else "person_id": party.person_id if party else None}
    if party is None:
        return {f"{role}_id": None}
    fields: dict[str, Any] = {f"{role}_id": party.person_id, f"{role}_side": party.side}
    if party.other_chapter:
        fields["other_chapter"] = party.other_chapter
    return fields


def remove(context: Context, entry: LedgerEntry) -> None:
    """Take a line away; raises ChapterError when its meeting is completed."""
    if entry.is_visit:
        with context.desk.change(N_("Remove visitor {name}"), name=entry.name) as s:
            remove_visit(s, entry.source.id)
    else:
        with context.desk.change(N_("Remove slip of {name}"), name=entry.name) as s:
            remove_slip(s, entry.source.id)


def add(
    context: Context, day: dt.date, kind: SlipKind, values: dict[str, Any], parties: dict[str, Party]
) -> tuple[int, dt.date]:
    """Store a slip handed in on a day, in the meeting that the rules choose (rule 8), with people named anew.

    Returns its id and the day on which it counts.
    """
    names = {role: party.name for role, party in parties.items()}
    with context.desk.change(ADDED[kind], **names) as s:
        fields = dict(values)
        for role, party in parties.items():
            person_id = party.person_id
            if person_id is None:
                first, last = split_name(party.name)
                person_id = add_person(s, first_name=first, last_name=last)
            fields |= {f"{role}_id": person_id, f"{role}_side": party.side}
            if party.other_chapter:
                fields["other_chapter"] = party.other_chapter
        slip_id = add_slip(s, context.chapter.id, SlipDraft(kind=kind, date=day, **fields))
        return slip_id, slip(s, slip_id).date
