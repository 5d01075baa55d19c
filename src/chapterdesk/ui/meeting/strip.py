"""The strip: one letter begins a slip or a visitor, Enter stores it, and it is ready for the next."""

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import KINDS, VISITOR_LETTER, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.meetings import MeetingRow, meeting
from chapterdesk.store.slips import slip
from chapterdesk.store.visits import visits_of
from chapterdesk.ui.command import letter_text, shortcut_text
from chapterdesk.ui.context import Context
from chapterdesk.ui.meeting.actions import Party, store_slip, store_visit
from chapterdesk.ui.meeting.entry import SlipEntry, ids
from chapterdesk.ui.meeting.guest_entry import GuestEntry
from chapterdesk.ui.meeting.party import Recent
from chapterdesk.ui.meeting.tile import Tile
from chapterdesk.ui.meeting.words import one_line
from chapterdesk.ui.widgets import Card, label, typed_in

VISITOR: Final = "visitor"


class Strip(Card):
    """Always ready. While it is empty, a letter chooses the kind; who gave the last slip is kept as the giver.

    `to_feed`: Up or Down in the empty strip.
    """

    to_feed = Signal()
    resized = Signal()
    """It needs more room, or less."""

    def __init__(self, context: Context, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=12)
        tr = context.tr
        self._context = context
        self._recent = recent
        self._meeting: MeetingRow | None = None
        self._speaker: Party | None = None
        self._arrived = True
        self.entry: SlipEntry | GuestEntry | None = None
        self._kinds: dict[str, SlipKind | str] = {KINDS[kind].letter: kind for kind in context.chapter.kind.slip_kinds}
        self._kinds[VISITOR_LETTER] = VISITOR
        self.body.setSpacing(8)
        self.ready = QWidget()
        column = QVBoxLayout(self.ready)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.tiles: dict[str, Tile] = {}
        for letter, kind in self._kinds.items():
            words = tr(N_("Visitor")) if kind == VISITOR else tr(SlipKind(kind).label)
            tile = Tile(letter, words)
            tile.clicked.connect(lambda _=False, key=letter: self.begin(key))
            keys = shortcut_text(f"Alt+{letter}")
            tile.setToolTip(tr("{what}: {letter}, or {keys} from anywhere", what=words, letter=letter, keys=keys))
            self.tiles[letter] = tile
            row.addWidget(tile, 1)
        column.addLayout(row)
        self.hint = label("", "small", wrap=True)
        column.addWidget(self.hint)
        self.body.addWidget(self.ready)
        self.head_row = QWidget()
        head = QHBoxLayout(self.head_row)
        head.setContentsMargins(0, 0, 0, 0)
        self.what = label("", "section")
        self.picture = QLabel()
        head.addWidget(self.picture)
        head.addWidget(self.what, 1)
        head.addWidget(label(tr("Enter stores, Esc leaves"), "small"))
        self.head_row.hide()
        self.body.addWidget(self.head_row)
        self._usual(next(iter(self.tiles)))

    @property
    def letters(self) -> dict[str, str]:
        """The letters in use with what they begin (translated)."""
        return {letter: tile.accessibleName() for letter, tile in self.tiles.items()}

    def show_meeting(self, row: MeetingRow) -> None:
        """Say for which meeting it types; another meeting starts with nobody speaking."""
        if self._meeting is None or self._meeting.id != row.id:
            self._speaker = None
        self._meeting = row
        self._say_hint()

    def _say_hint(self) -> None:
        tr = self._context.tr
        if self._meeting is not None and self._meeting.locked:
            self.hint.setText(tr("This meeting is completed: slips typed now go to the next one."))
        elif self._speaker is not None:
            self.hint.setText(tr("Speaking: {name}", name=one_line(self._speaker.name)))
        else:
            self.hint.setText(tr("Press a letter here, or {keys} and the letter from anywhere.", keys=letter_text()))

    def _usual(self, letter: str) -> None:
        """Make the tile used last the one that the focus goes to."""
        for key, tile in self.tiles.items():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == letter else Qt.FocusPolicy.ClickFocus)
        self._last = letter

    def focus_start(self) -> None:
        """Put the focus where typing goes on: into what was begun, else on the empty strip."""
        if self.entry is not None:
            if not self.entry.here():
                self.entry.focus_start()
            else:
                focus = self.entry.focusWidget()
                if focus is not None:
                    focus.setFocus()
        else:
            self.tiles[self._last].setFocus()

    # Beginning

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: letters begin, Up and Down go to the feed, Left and Right from tile to tile."""
        letter = event.text().upper()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if self.entry is None and plain and letter in self.tiles:
            self.begin(letter)
        elif self.entry is None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.to_feed.emit()
        elif self.entry is None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            letters = list(self.tiles)
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            self._usual(letters[(letters.index(self._last) + by) % len(letters)])
            self.focus_start()
        elif self.entry is None and event.key() == Qt.Key.Key_Escape and self._speaker is not None:
            self._speaker = None
            self._say_hint()
        else:
            super().keyPressEvent(event)

    def begin(self, letter: str, *, arrived: bool = True) -> None:
        """Begin a slip or a visitor (who walks in, or is expected); what was begun and has words in it stays."""
        if letter not in self._kinds or (self.entry is not None and self._has_words()):
            self.focus_start()
            return
        if self._context.refusals.refuses_to_write():
            return
        self._clear()
        self._usual(letter)
        tr = self._context.tr
        kind = self._kinds[letter]
        if kind == VISITOR:
            self.entry = GuestEntry(self._context, self._recent)
            self._arrived = arrived
            self.what.setText(tr("Visitor") if arrived else tr("Expected visitor"))
            icon = "user-plus"
        else:
            slip_kind = SlipKind(kind)
            self.entry = SlipEntry(self._context, slip_kind, self._recent)
            self.entry.set_giver(self._speaker)
            self.what.setText(tr(slip_kind.label))
            icon = KINDS[slip_kind].icon
        self.picture.setPixmap(self._context.style.pixmap(icon, "accent", 20, self.devicePixelRatioF()))
        self.entry.submitted.connect(self.store)
        self.entry.left.connect(self.leave)
        self.ready.hide()
        self.head_row.show()
        self.body.addWidget(self.entry)
        self.entry.show()
        self._chain(letter, self.entry)
        self.resized.emit()
        self.entry.focus_start()

    def _chain(self, letter: str, entry: QWidget) -> None:
        """Let Tab go from field to field, and not to where Qt puts what is made last."""
        stops = [
            part
            for part in entry.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is self.window()
        ]
        for before, after in pairwise([self.tiles[letter], *stops]):
            QWidget.setTabOrder(before, after)

    def expect(self) -> None:
        """Begin the line of a visitor who is expected."""
        self.begin(VISITOR_LETTER, arrived=False)

    def _has_words(self) -> bool:
        """Tell whether something was typed that was not there at the beginning."""
        if self.entry is None:
            return False
        giver = self.entry.fields.get("giver")
        if giver is not None and not giver.is_empty:
            named = giver.input.read()  # None for a name that nobody has
            if named is None or named != self._speaker:
                return True
        typed = [self.entry.fields[name] for name in self.entry.stops if name not in ("giver", "credits")]
        return any(not field.is_empty for field in typed)

    def half_typed(self) -> tuple[str, ...]:
        """Return what is typed and not stored yet."""
        return typed_in(self.entry) if self.entry is not None and self._has_words() else ()

    def _clear(self) -> None:
        if self.entry is not None:
            self._context.refusals.settle(self.entry)
            self.entry.hide()
            self.body.removeWidget(self.entry)
            self.entry.deleteLater()
            self.entry = None
        self.head_row.hide()
        self.ready.show()
        self.resized.emit()

    def forget(self) -> None:
        """Begin anew, as for another chapter."""
        self._speaker = None
        self._clear()

    def leave(self) -> None:
        """Give up what was begun."""
        self._clear()
        self.focus_start()

    # Storing

    def store(self) -> None:
        """Store what is typed; when the store refuses, say so and keep all of it."""
        if self.entry is not None and self._meeting is not None:
            self._store(self.entry, self._meeting)

    def _store(self, entry: SlipEntry | GuestEntry, row: MeetingRow) -> None:
        """Store what was typed for a meeting, unless it was given up meanwhile."""
        if entry is not self.entry:
            return
        try:
            done = self._store_slip(entry, row) if isinstance(entry, SlipEntry) else self._store_visit(entry, row)
        except ChapterError as error:
            self._context.tell(error, partial(self._store, entry, row), entry, partial(entry.say, ""))
            return
        if done:
            self._clear()
            self._say_hint()
            self.focus_start()

    def _store_slip(self, entry: SlipEntry, row: MeetingRow) -> bool:
        if (found := entry.collect()) is None:
            return False
        values, parties = found
        slip_id = store_slip(self._context, row, entry.kind, values, parties)
        with self._context.desk.read() as s:
            stored = slip(s, slip_id)
            home = meeting(s, stored.meeting_id) if stored.meeting_id is not None else row
        for role, party in parties.items():
            self._recent.use(stored.giver_id if role == "giver" else stored.receiver_id)
            if role == "giver":
                known = Party(stored.giver_id, party.name, party.side, party.other_chapter)
                self._speaker = known
        if home.id != row.id:
            tr = self._context.tr
            self._context.notify_undo(tr("Stored for the meeting of {date}", date=home.date))
        return True

    def _store_visit(self, entry: GuestEntry, row: MeetingRow) -> bool:
        if (guest := entry.collect()) is None:
            return False
        visit_id = store_visit(self._context, row, guest, attended=self._arrived)
        for person_id in ids([guest.inviter]):
            self._recent.use(person_id)
        with self._context.desk.read() as s:
            stored = next(visit for visit in visits_of(s, row.id) if visit.id == visit_id)
        self._recent.use(stored.person_id)
        if stored.visit_count >= MANY_VISITS:
            tr = self._context.tr
            self._context.notify(
                tr(
                    "Visit number {count} of {name}: time to ask about joining",
                    count=stored.visit_count,
                    name=stored.name,
                )
            )
        return True
