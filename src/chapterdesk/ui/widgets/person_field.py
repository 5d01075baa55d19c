"""Fields with suggestions for people (by name parts in any order, without accents), parties of slips, and seats."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from chapterdesk.actions.people import Party, known_party
from chapterdesk.domain.members import Standing
from chapterdesk.domain.person_search import matches_outside_name, text_from_match
from chapterdesk.domain.text import fold
from chapterdesk.store.members import members
from chapterdesk.store.people import NameRow, names, offered
from chapterdesk.store.seats import seats
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.fields import LineEdit
from chapterdesk.ui.widgets.labels import label
from chapterdesk.ui.widgets.popup import Suggestions, WordSuggestions
from chapterdesk.ui.widgets.row_painter import RIGHT, RowPainter, RowPen, RowState
from chapterdesk.ui.widgets.table import ROW, Index, RowModel, TableColumn

SHOWN = 8


class PersonEdit(QLineEdit):
    """A field for one person of the file.

    Enter and Tab take the marked suggestion. `chosen` is emitted with the id of the person, `unresolved` with an
    unknown name on Enter or when the focus leaves. `standings` limits the suggestions.
    """

    chosen = Signal(object)
    unresolved = Signal(str)
    cleared = Signal()
    """Typing changed the name of the chosen person, so nobody is chosen."""
    emptied = Signal()
    """The name of a chosen person was deleted."""

    def __init__(
        self,
        context: Context,
        *,
        standings: frozenset[Standing] | None = None,
        placeholder: str = "",
        people: Callable[[], Sequence[NameRow]] | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._standings = standings
        self._people = people or self._people_of_file
        self._excluded: frozenset[int] = frozenset()
        self._known: Sequence[NameRow] | None = None
        self._person_id: int | None = None
        self._reported = ""
        self._was_cleared = False
        self._last_choice: tuple[int | None, str] = (None, "")
        tr = context.tr
        self.setPlaceholderText(placeholder or tr("Name"))
        self.suggestions = RowModel([TableColumn("", self._name)], self)
        self._list = Suggestions(
            self,
            self.suggestions,
            tr("Suggestions"),
            delegate=partial(_NamePainter, context, self),
            width=340,
            marks_first=True,
        )
        self._list.taken.connect(lambda index: self._take(index.data(ROW)))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._finish)

    def person_id(self) -> int | None:
        """Return the id of the chosen person, None while nobody is chosen."""
        return self._person_id

    def set_person(self, person_id: int | None, name: str = "") -> None:
        """Choose a person (None: empty the field) without emitting a signal."""
        self._person_id = person_id
        self._reported = name
        self._was_cleared = False
        self._last_choice = person_id, name
        self.setText(name)
        if not self.hasFocus():
            self.home(False)  # noqa: FBT003 - Qt's own signature; a long name shows its beginning
        self._list.hide()

    def exclude(self, person_ids: frozenset[int]) -> None:
        """Leave these people out of the suggestions, such as the giver for the receiver."""
        self._excluded = person_ids

    def _people_of_file(self) -> Sequence[NameRow]:
        with self._context.desk.read() as s:
            return names(s, self._context.chapter.id, self._context.today())

    def _name(self, row: NameRow) -> str:
        return self._context.language.name(row.first_name, row.last_name)

    def offers(self, query: str) -> list[NameRow]:
        """Return the suggestions for a query, best first."""
        if self._known is None:
            self._known = self._people()
        return offered(self._known, query, standings=self._standings, excluded=self._excluded)[:SHOWN]

    def beside(self, row: NameRow) -> tuple[str, bool]:
        """Return the detail beside a name, and whether the query matched there."""
        tr = self._context.tr
        matched = matches_outside_name(self.text(), self._name(row), row.classification, row.company)
        about = matched or row.classification or row.company
        if row.standing is not Standing.MEMBER:
            about = tr(row.standing.label) if not about else f"{about} · {tr(row.standing.label)}"
        return about, bool(matched)

    def is_unsaved(self) -> bool:
        """Return whether the text was changed and nobody is chosen yet."""
        return self.isModified() and self._person_id is None and self.text().strip() != self._reported

    def revert(self) -> None:
        """Choose the person who was chosen last."""
        self.set_person(*self._last_choice)

    def _typed(self, text: str) -> None:
        if self._person_id is not None:
            self._person_id, self._was_cleared = None, True
            self.cleared.emit()
        self.suggestions.set_rows(self.offers(text) if text.strip() else [])
        self._list.show()

    def _take(self, row: NameRow) -> None:
        self.set_person(row.person_id, self._name(row))
        self.chosen.emit(row.person_id)

    def _resolve(self) -> None:
        """Choose the only person with exactly this name, else emit `unresolved`."""
        text = self.text().strip()
        if self._person_id is not None or not text:
            return
        exact = [row for row in self.offers(text) if fold(self._name(row)) == fold(text)]
        if len(exact) == 1:
            self._take(exact[0])
        elif text != self._reported:
            self._reported = text
            self.unresolved.emit(text)

    def _finish(self) -> None:
        if self._was_cleared and not self.text().strip():
            self._was_cleared = False
            self.emptied.emit()

    @property
    def is_open(self) -> bool:
        """Whether suggestions are shown."""
        return self._list.is_open

    def take_marked(self) -> bool:
        """Take the marked suggestion, else the person of a full name; return whether a suggestion was taken."""
        if self._list.take_marked():
            return True
        self._reported = ""
        self._resolve()
        return False

    def event(self, event: QEvent) -> bool:
        return (isinstance(event, QKeyEvent) and self._list.consume_key(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.take_marked():
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._known = None  # people are read again each time the field gets the focus

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._list.hide()
        self._resolve()
        self.home(False)  # noqa: FBT003 - Qt's own signature; a long name shows its beginning


class _NamePainter(RowPainter):
    """Paints one suggestion: the name, and beside it the seat or the company, and the standing of non-members.

    When the query matched outside the name, that text is in the accent colour.
    """

    def __init__(self, context: Context, field: PersonEdit, parent: QWidget) -> None:
        super().__init__(context, parent, lowest=36, room=16)
        self._field = field

    def paint_row(self, pen: RowPen, box: QRect, index: Index, state: RowState) -> None:
        """Paint the name in ink and the rest muted."""
        if state.is_current or state.is_hovered:
            pen.ground(box, "accent-soft", 6)
        name = box.adjusted(10, 0, -10, 0)
        rest = name.adjusted(pen.words(name, str(index.data()), self.body, "ink") + 16, 0, 0, 0)
        about, is_why = self._field.beside(index.data(ROW))
        if is_why and QFontMetrics(self.body).horizontalAdvance(about) > rest.width():
            about = text_from_match(self._field.text(), about)
        pen.words(rest, about, self.body, "accent" if is_why else "muted", RIGHT)


class RecentPeople:
    """The people of the latest slips and visits, who are suggested first."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._last: dict[int, int] = {}

    def use(self, person_id: int | None) -> None:
        """Make a person the first one."""
        if person_id is not None:
            self._last[person_id] = max(self._last.values(), default=0) + 1

    def people(self) -> Sequence[NameRow]:
        """Return all people of the file, the latest first; PersonEdit keeps members before others."""
        with self._context.desk.read() as s:
            known = names(s, self._context.chapter.id, self._context.today())
        return sorted(known, key=lambda row: -self._last.get(row.person_id, -1))


class PartyEdit(PersonEdit):
    """A field for a party, with `new` also an unknown name; `settled` asks the owner to move the focus on."""

    settled = Signal()

    def __init__(
        self,
        context: Context,
        recent: RecentPeople,
        *,
        standings: frozenset[Standing] | None = None,
        new: bool = False,
    ) -> None:
        super().__init__(context, people=recent.people, standings=standings)
        self._takes_new = new
        self._party: Party | None = None
        self._tabbing = False
        self.setProperty("tall", "true")
        self.setMinimumWidth(170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self._take_chosen)

    def party(self) -> Party | None:
        """Return the party; None while the field is empty or the name is unknown."""
        text = self.text().strip()
        if not text:
            return None
        if self.person_id() is not None:
            return self._party
        new = self._party if self._party is not None and self._party.person_id is None else None
        if new is not None and fold(new.name) == fold(text):
            return new
        return Party(None, text) if self._takes_new else None

    def set_party(self, party: Party | None) -> None:
        """Choose a party without emitting `settled`."""
        self._party = party
        self.set_person(party.person_id if party else None, party.name if party else "")

    @property
    def unknown_name(self) -> str:
        """The typed name if it is unknown, else ""."""
        return "" if self.party() is not None else self.text().strip()

    def _take_chosen(self, person_id: int) -> None:
        context = self._context
        with context.desk.read() as s:
            self._party = known_party(s, context.chapter.id, context.today(), person_id, self.text())
        if not self._tabbing:
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.person_id()
        super().keyPressEvent(event)
        if self.person_id() != before and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # an Enter that chose a person does nothing else

    def event(self, event: QEvent) -> bool:
        # Tab takes the suggestion, and Qt moves the focus.
        is_press = event.type() == QEvent.Type.KeyPress
        if not (is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab):
            return super().event(event)
        self._tabbing = True
        try:
            return super().event(event)
        finally:
            self._tabbing = False


class SeatEdit(LineEdit):
    """A field for the name of a seat. `warning` is a label with the other holders; it blocks nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._holders: dict[str, dict[int, str]] = {}
        self._membership_id: int | None = None
        self.suggest = WordSuggestions(self)
        self.warning: QLabel = label("", tone="warning", wrap=True)
        self.warning.hide()
        self.textChanged.connect(self.check)

    def set_seat(self, name: str, membership_id: int | None = None) -> None:
        """Show a seat; its own membership causes no warning."""
        self._membership_id = membership_id
        self.set_stored(name)
        self.setCursorPosition(0)
        self.check()

    def read_seats(self) -> None:
        """Read the seats of the chapter and their holders of today."""
        context = self._context
        with context.desk.read() as s:
            known = seats(s, context.chapter.id, context.today())
            held = members(s, context.chapter.id, context.today())
        self.suggest.set_known([row.name for row in known])
        self._holders = {}
        for row in held:
            name = context.language.name(row.first_name, row.last_name)
            self._holders.setdefault(fold(row.classification), {})[row.membership_id] = name
        self._holders.pop("", None)
        self.check()

    def check(self, *_: Any) -> None:
        """Show who else holds the seat, if a seat belongs to one member in this kind of group."""
        tr = self._context.tr
        names = ""
        if self._context.has_chapter and self._context.chapter.kind.exclusive_seats:
            held = self._holders.get(fold(self.text()), {})
            names = ", ".join(name for membership_id, name in held.items() if membership_id != self._membership_id)
        self.warning.setText(tr("▲ This seat is held by {names}", names=names) if names else "")
        self.warning.setVisible(bool(names))
