"""The lines of the ledger: slips, and the visits that count as slips, read together, narrowed and added up."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from chapterdesk.domain.meetings import COUNTING
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import FREE, KINDS, SlipKind, Tier
from chapterdesk.domain.text import N_, matches, plain
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.visits import VisitRow, visits

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

VISITOR: Final = "visitor"
"""The kind of the lines that are visits (a visitor is not entered twice)."""
_SIDES_OF_VISIT: Final = (("receiver", N_("Visitor")), ("giver", N_("Invited by")))
_FIELDS_OF_VISIT: Final = ("visit_kind", "company", "outcome", "next_contact", "note")


def sides_of(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the sides of a kind of line as they are read, "giver" and "receiver", with (translatable) titles."""
    return _SIDES_OF_VISIT if kind == VISITOR else KINDS[SlipKind(kind)].sides


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind of line besides its sides."""
    return _FIELDS_OF_VISIT if kind == VISITOR else KINDS[SlipKind(kind)].fields


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
    def words(self) -> str:
        """Everything on it that can be searched for."""
        row = self.source
        if isinstance(row, VisitRow):
            return f"{self.giver} {self.receiver} {row.company} {row.note}"
        return (
            f"{self.giver} {self.receiver} {row.third} {row.other_chapter} {row.prospect} {row.contact} "
            f"{row.place} {row.topics} {row.note}"
        )

    def value(self, field: str) -> Any:
        """Return the stored value of a field, None when this kind has none of that name.

        `kind` is that of a slip, or of a visit, which is `visit_kind` too.
        """
        if field == "visit_kind" and isinstance(self.source, VisitRow):
            return self.source.kind
        if field in ("giver_id", "giver", "receiver_id", "receiver"):
            return getattr(self, field)
        return getattr(self.source, field, None)

    def can_correct(self, field: str) -> bool:
        """Tell whether a field or a side belongs to a line of this kind and is corrected in the ledger."""
        if self.is_visit and field in {"receiver", "company"}:  # corrected where visitors are listed
            return False
        return field in fields_of(self.kind) or field in dict(sides_of(self.kind))

    def is_open(self, field: str) -> bool:
        """Tell whether a field may be corrected now: a completed meeting locks what counts in it (rule 9)."""
        return isinstance(self.source, VisitRow) or field in FREE or not self.source.locked


def slip_entry(row: SlipRow) -> LedgerEntry:
    """Return the line of a slip."""
    disclosed = "giver" in KINDS[row.kind].roles
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


class LedgerLines:
    """The lines of a period, kept while the director narrows them by person, words and kind."""

    def __init__(self, lines: Iterable[LedgerEntry] = ()) -> None:
        self.lines: list[LedgerEntry] = list(lines)
        self._plain: dict[tuple[str, int], str] = {}

    def replace(self, entry: LedgerEntry) -> bool:
        """Put a corrected line in the place of what it was; tell whether it was there."""
        for at, old in enumerate(self.lines):
            if old.key == entry.key:
                self.lines[at] = entry
                self._plain.pop(entry.key, None)
                return True
        return False

    def find(self, person_id: int | None = None, text: str = "") -> list[LedgerEntry]:
        """Return the lines that name a person, in any role, and have all the words, in any order, without accents."""
        found = self.lines
        if person_id is not None:
            found = [one for one in found if person_id in (one.giver_id, one.receiver_id, one.value("third_id"))]
        if text.strip():
            found = [one for one in found if matches(text, self._haystack(one))]
        return found

    def _haystack(self, entry: LedgerEntry) -> str:
        known = self._plain.get(entry.key)
        if known is None:
            known = self._plain[entry.key] = plain(entry.words)
        return known


@dataclass(slots=True)
class Tally:
    """What the lines of one kind come to. `figure` is their number, money in minor units, or credits."""

    count: int = 0
    waiting: int = 0
    inside: int = 0
    outside: int = 0
    figure: int = 0


def tallies(lines: Sequence[LedgerEntry]) -> dict[str, Tally]:
    """Return the totals by kind; what waits for a meeting to come is only counted as waiting (rule 10)."""
    found: dict[str, Tally] = {kind: Tally() for kind in (*SlipKind, VISITOR)}
    for entry in lines:
        tally = found[entry.kind]
        if not entry.counts:
            tally.waiting += 1
            continue
        row = entry.source
        tally.count += 1
        if isinstance(row, VisitRow):
            tally.figure += 1
            continue
        if row.tier is not None:
            tally.inside += row.tier is Tier.INSIDE
            tally.outside += row.tier is Tier.OUTSIDE
        measure = KINDS[row.kind].measure
        tally.figure += (getattr(row, measure) or 0) if measure else 1
    return found
