"""What is done with the fields of the strip when Enter stores them: the change itself, and what is said of it."""

from dataclasses import dataclass

from chapterdesk.actions.people import Party
from chapterdesk.actions.slips import add_slip
from chapterdesk.actions.visits import add_guest
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.party_field import Recent
from chapterdesk.ui.widgets.slip_entry import SlipEntry, ids


@dataclass(frozen=True, slots=True)
class Stored:
    """Something was stored; `speaker` is who gave a slip, None when nobody did."""

    speaker: Party | None = None


def keep_slip(context: Context, recent: Recent, row: MeetingRow, entry: SlipEntry) -> Stored | None:
    """Store a slip; None when something is missing, which is then said. Raises ChapterError when the store refuses."""
    if (found := entry.collect()) is None:
        return None
    values, parties = found
    day = min(context.today(), row.date)
    stored = add_slip(context.desk, context.chapter.id, entry.kind, day, values, parties, meeting_id=row.id)
    speaker = None
    for role, party in parties.items():
        recent.use(stored.giver_id if role == "giver" else stored.receiver_id)
        if role == "giver":
            speaker = Party(stored.giver_id, party.name, party.side, party.other_chapter)
    if stored.meeting_id not in (None, row.id):
        tr = context.tr
        context.notify_undo(tr("Stored for the meeting of {date}", date=stored.date))
    return Stored(speaker)


def keep_visit(
    context: Context, recent: Recent, row: MeetingRow, entry: GuestEntry, *, attended: bool
) -> Stored | None:
    """Store a visitor; None when something is missing. Raises ChapterError when the store refuses."""
    if (guest := entry.collect()) is None:
        return None
    stored = add_guest(context.desk, row.id, guest, attended=attended)
    for person_id in ids([guest.inviter]):
        recent.use(person_id)
    recent.use(stored.person_id)
    if stored.visit_count >= MANY_VISITS:
        tr = context.tr
        context.notify(
            tr("Visit number {count} of {name}: time to ask about joining", count=stored.visit_count, name=stored.name)
        )
    return Stored()
