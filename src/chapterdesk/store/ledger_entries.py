"""The lines of the ledger: slips, and the visits that count as slips, read together."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from chapterdesk.domain.meetings import COUNTING
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store.slips import FREE, SlipFilter, SlipRow, slips
from chapterdesk.store.visits import VisitRow, visits

if TYPE_CHECKING:
    from chapterdesk.store.desk_file import Session

VISITOR: Final = "visitor"
"""The kind of the lines that are visits (DOMAIN.md §2: a visitor is not entered twice)."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A slip or a visit as the ledger lists it. `kind` is a SlipKind or VISITOR.

    The giver of closed business is never there (rule 5). `counts` is False for what waits for a meeting to come.
    """

    kind: str
    date: dt.date
    giver_id: int | None
    giver: str
    receiver_id: int | None
    receiver: str
    counts: bool
    source: SlipRow | VisitRow

    @property
    def key(self) -> tuple[str, int]:
        """Tells slips from visits and each from the others."""
        return ("visit" if self.kind == VISITOR else "slip", self.source.id)

    @property
    def is_visit(self) -> bool:
        """Whether it is a visit."""
        return self.kind == VISITOR

    @property
    def name(self) -> str:
        """Whom it is about, for the label of an undo step."""
        return self.receiver if self.is_visit else self.giver or self.receiver

    @property
    def words(self) -> str:
        """Everything on it that can be searched for."""
        row = self.source
        if isinstance(row, VisitRow):
            return f"{self.giver} {self.receiver} {row.company} {row.note}"
        return (
            f"{self.giver} {self.receiver} {row.other_chapter} {row.prospect} {row.contact} "
            f"{row.place} {row.topics} {row.note}"
        )

    def value(self, field: str) -> Any:
        """Return the stored value of a field, None when this kind has none of that name."""
        if field in ("giver_id", "giver", "receiver_id", "receiver"):
            return getattr(self, field)
        return getattr(self.source, field, None)

    def is_open(self, field: str) -> bool:
        """Tell whether a field may be corrected now: a completed meeting locks what counts in it (rule 9)."""
        return isinstance(self.source, VisitRow) or field in FREE or not self.source.locked


def slip_entry(row: SlipRow) -> LedgerEntry:
    """Return the line of a slip."""
    disclosed = row.kind is not SlipKind.CLOSED_BUSINESS
    return LedgerEntry(
        kind=row.kind,
        date=row.date,
        giver_id=row.giver_id if disclosed else None,
        giver=row.giver if disclosed else "",
        receiver_id=row.receiver_id,
        receiver=row.receiver,
        counts=row.meeting_status is None or row.meeting_status in COUNTING,
        source=row,
    )


def visit_entry(row: VisitRow) -> LedgerEntry:
    """Return the line of a visit: given by who invited, "received" by who came."""
    return LedgerEntry(
        kind=VISITOR,
        date=row.date,
        giver_id=row.inviter_id,
        giver=row.inviter,
        receiver_id=row.person_id,
        receiver=row.name,
        counts=row.attended,
        source=row,
    )


def entries(session: "Session", chapter_id: int, period: Period | None) -> list[LedgerEntry]:
    """Return slips and attended visits of a chapter, the newest first; `period` None means all there are."""
    found = [slip_entry(row) for row in slips(session, chapter_id, SlipFilter(period=period))]
    found += [visit_entry(row) for row in visits(session, chapter_id, period) if row.attended]
    found.sort(key=lambda entry: entry.date, reverse=True)  # stable: slips of a day keep their order
    return found
