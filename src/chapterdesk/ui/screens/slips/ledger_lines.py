"""The lines of a period while the director narrows them, which of them were corrected, and what they add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.domain.text import matches, plain
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry, slip_entry
from chapterdesk.store.slips import slip
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets.context import Context

_OF_A_SLIP: Final = frozenset({"slip", "change_log"})
"""The tables that a correction of one slip touches."""


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
        """Return the lines with a person on either side and with all the words, in any order and without accents."""
        found = self.lines
        if person_id is not None:
            found = [one for one in found if person_id in (one.giver_id, one.receiver_id)]
        if text.strip():
            found = [one for one in found if matches(text, self._haystack(one))]
        return found

    def _haystack(self, entry: LedgerEntry) -> str:
        known = self._plain.get(entry.key)
        if known is None:
            known = self._plain[entry.key] = plain(entry.words)
        return known


class Corrections(QObject):
    """Which slips were corrected in place since the lines were read, as long as nothing else in the file has changed.

    With it a correction in a long list does not read all of it again.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._storing: tuple[str, int] | None = None
        self._slips: set[int] = set()
        self._alone = True
        context.changed.connect(self._take_change)
        context.chapter_changed.connect(self._forget)

    def set_storing(self, key: tuple[str, int] | None) -> None:
        """Note that a line is about to be stored (its key), or that this is over (None)."""
        self._storing = key

    def _take_change(self, tables: frozenset[str]) -> None:
        if self._storing is not None and self._storing[0] == "slip" and tables <= _OF_A_SLIP:
            self._slips.add(self._storing[1])
        else:
            self._forget()

    def _forget(self) -> None:
        self._alone = False

    def update(self, ledger: LedgerLines) -> bool:
        """Read the corrected slips again in a list that was read; False when all of it has to be read again."""
        ids, alone = self._slips, self._alone
        self._slips, self._alone = set(), True
        if not ids or not alone:
            return False
        with self._context.desk.read() as s:
            return all(ledger.replace(slip_entry(slip(s, slip_id))) for slip_id in ids)


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
        match row.kind:
            case SlipKind.CLOSED_BUSINESS:
                tally.figure += row.amount or 0
            case SlipKind.EDUCATION:
                tally.figure += row.credits or 0
            case _:
                tally.figure += 1
    return found
