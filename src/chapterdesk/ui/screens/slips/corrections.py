"""What was corrected in place since the list was read, so that a cell of a long list does not read it all again."""

from typing import Final

from PySide6.QtCore import QObject

from chapterdesk.store.slips import slip
from chapterdesk.ui.screens.slips.ledger_lines import LedgerLines, slip_entry
from chapterdesk.ui.widgets.context import Context

_OF_A_SLIP: Final = frozenset({"slip", "change_log"})


class Corrections(QObject):
    """Keeps which slips were corrected in the list, as long as nothing else in the file has changed."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._storing: tuple[str, int] | None = None
        self._slips: set[int] = set()
        self._alone = True
        context.changed.connect(self._take_change)
        context.chapter_changed.connect(self._forget)

    def store(self, key: tuple[str, int] | None) -> None:
        """A line is about to be stored (its key), or that is over (None)."""
        self._storing = key

    def _take_change(self, tables: frozenset[str]) -> None:
        if self._storing is not None and self._storing[0] == "slip" and tables <= _OF_A_SLIP:
            self._slips.add(self._storing[1])
        else:
            self._forget()

    def _forget(self) -> None:
        self._alone = False

    def patch(self, ledger: LedgerLines) -> bool:
        """Bring the corrected slips up to date in a list that was read; False when all of it has to be read again."""
        ids, alone = self._slips, self._alone
        self._slips, self._alone = set(), True
        if not ids or not alone:
            return False
        with self._context.desk.read() as s:
            return all(ledger.replace(slip_entry(slip(s, slip_id))) for slip_id in ids)
