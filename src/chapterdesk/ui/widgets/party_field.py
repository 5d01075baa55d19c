"""The parties of a slip: a name with type-ahead, those used last first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from chapterdesk.actions.people import Party
from chapterdesk.domain.members import Standing
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import fold
from chapterdesk.store.chapters import chapters
from chapterdesk.store.members import memberships
from chapterdesk.store.people import NameRow, names
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.ui.widgets import PersonEdit
from chapterdesk.ui.widgets.context import Context


class Recent:
    """Who stood on a slip or a visit lately; they are offered before the others."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._last: dict[int, int] = {}

    def use(self, person_id: int | None) -> None:
        """Put somebody in front."""
        if person_id is not None:
            self._last[person_id] = len(self._last) + max(self._last.values(), default=0)

    def people(self) -> Sequence[NameRow]:
        """Everybody of the file for type-ahead, those used last first; PersonEdit keeps members before others."""
        with self._context.desk.read() as s:
            known = names(s, self._context.chapter.id, self._context.today())
        return sorted(known, key=lambda row: -self._last.get(row.person_id, -1))


class PartyEdit(PersonEdit):
    """One party. `settled` tells that somebody was chosen, so that the focus can go on to the next field."""

    settled = Signal()

    def __init__(
        self, context: Context, recent: Recent, *, standings: frozenset[Standing] | None = None, free: bool = False
    ) -> None:
        super().__init__(context, people=recent.people, standings=standings)
        self._file = context
        self._free = free
        self._party: Party | None = None
        self._tabbing = False
        self.setProperty("tall", "true")
        self.setMinimumWidth(170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self._take_chosen)

    def party(self) -> Party | None:
        """Return who is meant; None while empty or while the name is nobody yet."""
        text = self.text().strip()
        if not text:
            return None
        if self.person_id() is not None or (self._party is not None and fold(self._party.name) == fold(text)):
            return self._party
        return Party(None, text) if self._free else None

    def set_party(self, party: Party | None) -> None:
        """Show somebody as chosen, without going on."""
        self._party = party
        self.set_person(party.person_id if party else None, party.name if party else "")

    @property
    def unknown_name(self) -> str:
        """The name that nobody in the file has; empty when all is well."""
        return "" if self.party() is not None else self.text().strip()

    def _take_chosen(self, person_id: int) -> None:
        self._party = self._with_side(person_id)
        if not self._tabbing:
            self.settled.emit()

    def _with_side(self, person_id: int) -> Party:
        """Return the person with the side where they stood last; members of other chapters of the file are known."""
        context, name = self._file, self.text()
        with context.desk.read() as s:
            known = {row.person_id: row for row in names(s, context.chapter.id, context.today())}
            row = known.get(person_id)
            if row is None or row.standing is not Standing.OTHER:
                return Party(person_id, name)
            for slip in slips(s, context.chapter.id, SlipFilter(person_id=person_id)):
                side = slip.giver_side if slip.giver_id == person_id else slip.receiver_side
                return Party(person_id, name, side, slip.other_chapter if side is Side.ELSEWHERE else "")
            for other in chapters(s):
                if any(one.end is None for one in memberships(s, other.id, person_id)):
                    return Party(person_id, name, Side.ELSEWHERE, other.name)
        return Party(person_id, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.person_id()
        super().keyPressEvent(event)
        if self.person_id() != before and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # an Enter that settled who is meant is used up

    def event(self, event: QEvent) -> bool:
        # Tab takes the suggestion and moves on by itself.
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not (is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab):
            return super().event(event)
        self._tabbing = True
        try:
            return super().event(event)
        finally:
            self._tabbing = False
