"""Actions on a line of the ledger, which is a slip or a visit: correcting and removing it."""

from typing import Any

from chapterdesk.actions.slips import correct_slip, remove_slip
from chapterdesk.actions.visits import correct_visit, remove_guest
from chapterdesk.store.desk import Desk
from chapterdesk.store.ledger_entries import LedgerEntry
from chapterdesk.store.visits import VisitRow


def correct_line(desk: Desk, line: LedgerEntry, fields: dict[str, Any]) -> None:
    """Correct fields of a line, by their names in the store; equal values make no change."""
    if isinstance(line.source, VisitRow):
        correct_visit(desk, line.source, **fields)
    else:
        correct_slip(desk, line.source, fields, {})


def remove_line(desk: Desk, line: LedgerEntry) -> None:
    """Remove a line; a slip is refused while its meeting is completed."""
    if isinstance(line.source, VisitRow):
        remove_guest(desk, line.source)
    else:
        remove_slip(desk, line.source)
