"""What happened to a slip or a visit, read from the permanent change log and said in words."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.changes.log import ChangeRow, changes
from chapterdesk.store.meetings import meeting
from chapterdesk.store.people import person
from chapterdesk.ui.screens.slips.ledger_lines import LedgerEntry
from chapterdesk.ui.screens.slips.line_columns import TITLES, show_value
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.store.desk_file import Session

_TITLES: Final = {
    **TITLES,
    "giver_id": N_("From"),
    "receiver_id": N_("To"),
    "inviter_id": N_("Invited by"),
    "person_id": N_("Visitor"),
    "meeting_id": N_("Meeting"),
    "kind": N_("Kind"),
    "attended": N_("Came"),
}
_ENUMS: Final[dict[str, tuple[type[Labelled], ...]]] = {
    "tier": (Tier,),
    "follow_up": (FollowUp,),
    "giver_side": (Side,),
    "receiver_side": (Side,),
    "outcome": (VisitOutcome,),
    "kind": (VisitKind, SlipKind),
}
_PEOPLE: Final = frozenset({"giver_id", "receiver_id", "inviter_id", "person_id"})
_VIA: Final = {"undo": N_("Undone: {what}"), "redo": N_("Redone: {what}")}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened: when (the director's own time), what, and what it changed."""

    when: dt.datetime
    what: str
    details: tuple[str, ...]


def history(context: Context, entry: LedgerEntry) -> list[HistoryLine]:
    """Return what happened to a line of the ledger, the newest first."""
    table = "visit" if entry.is_visit else "slip"
    with context.desk.read() as s:
        return [_line(context, s, row) for row in changes(s, table, entry.source.uid)]


def _line(context: Context, s: "Session", row: ChangeRow) -> HistoryLine:
    tr = context.tr
    what = tr(row.label, **row.params)
    if row.via in _VIA:
        what = tr(_VIA[row.via], what=what)
    when = row.when if row.when.tzinfo else row.when.replace(tzinfo=dt.UTC)
    details = tuple(_details(context, s, row)) if row.action == "update" else ()
    return HistoryLine(when.astimezone(), what, details)


def _details(context: Context, s: "Session", row: ChangeRow) -> Iterator[str]:
    tr = context.tr
    for field, before, after in row.changes:
        if field not in _TITLES or before == after:
            continue
        yield tr(
            "{field}: {before} → {after}",
            field=tr(_TITLES[field]),
            before=_said(context, s, field, before) or "–",
            after=_said(context, s, field, after) or "–",
        )


def _said(context: Context, s: "Session", field: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if field in _PEOPLE or field == "meeting_id":
        try:
            if field == "meeting_id":
                return context.language.short_date(meeting(s, int(value)).date)
            return person(s, int(value)).name
        except ChapterError:
            return "–"  # undone since
    for kind in _ENUMS.get(field, ()):
        if value in tuple(kind):
            return context.tr(kind(value).label)
    if field == "next_contact":
        value = dt.date.fromisoformat(value)
    return show_value(context, field, value) if not isinstance(value, list | dict) else json.dumps(value)
