"""Actions on slips, in a meeting or in the ledger: adding, correcting, removing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from chapterdesk.actions.people import Party, add_named
from chapterdesk.domain.slips import KINDS, SlipDraft, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.store import slips
from chapterdesk.store.desk import Desk, Session
from chapterdesk.store.slips import SlipRow


def add_slip(
    desk: Desk,
    chapter_id: int,
    kind: SlipKind,
    day: dt.date,
    values: Mapping[str, Any],
    parties: Mapping[str, Party],
    *,
    meeting_id: int | None = None,
) -> SlipRow:
    """Store a slip that was handed in on a day, with the new people that it names, and return it.

    `parties`: the people on the slip, by role. Rule 8 chooses its meeting, with `meeting_id` as the first choice.
    """
    names = {role: party.name for role, party in parties.items()}
    with desk.change(KINDS[kind].added, **names) as s:
        fields = _fields(values, parties) | _new_people(s, parties)
        draft = SlipDraft(kind=kind, date=day, meeting_id=meeting_id, **fields)
        return slips.slip(s, slips.add_slip(s, chapter_id, draft))


def correct_slip(desk: Desk, row: SlipRow, values: Mapping[str, Any], parties: Mapping[str, Party]) -> None:
    """Correct a slip. Only different values are written.

    So fields that change no figure can still be corrected when the meeting is completed.
    """
    fields = _fields(values, parties)
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed and all(party.person_id is not None for party in parties.values()):
        return
    with desk.change(N_("Correct slip of {name}"), name=row.giver or row.receiver) as s:
        slips.edit_slip(s, row.id, **changed | _new_people(s, parties))


def remove_slip(desk: Desk, row: SlipRow) -> None:
    """Remove a slip; refused while its meeting is completed."""
    with desk.change(N_("Remove slip of {name}"), name=row.giver or row.receiver) as s:
        slips.remove_slip(s, row.id)


def _fields(values: Mapping[str, Any], parties: Mapping[str, Party]) -> dict[str, Any]:
    """Return the values of a slip by field; a new person has no id yet."""
    fields = dict(values)
    for role in reversed(list(parties)):  # if both people are of other chapters, only the first one's chapter is stored
        fields |= parties[role].fields(role)
    return fields


def _new_people(session: Session, parties: Mapping[str, Party]) -> dict[str, int]:
    """Add the new people and return their ids by field."""
    new = {role: party for role, party in parties.items() if party.person_id is None}
    return {f"{role}_id": add_named(session, party.name) for role, party in new.items()}
