"""The strip: one letter begins a slip or a visitor, Enter stores it, and it is ready for the next."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chapterdesk.actions.people import Party
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import KINDS, VISITOR_LETTER, SlipKind
from chapterdesk.domain.text import one_line
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.meeting.entry_area import Begun, EntryArea
from chapterdesk.ui.screens.meeting.letter_tile import Tiles
from chapterdesk.ui.screens.meeting.storing import keep_slip, keep_visit
from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets import Card, FittingLabel, label, typed_in
from chapterdesk.ui.widgets.command import letter_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.party_field import Recent
from chapterdesk.ui.widgets.slip_entry import SlipEntry

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
        self._low = False
        self._begun: Begun | None = None
        self._left: Begun | None = None
        self._kinds: dict[str, SlipKind | str] = {KINDS[kind].letter: kind for kind in context.chapter.kind.slip_kinds}
        self._kinds[VISITOR_LETTER] = VISITOR
        self.body.setSpacing(8)
        self.ready = QWidget()
        column = QVBoxLayout(self.ready)
        column.setContentsMargins(0, 0, 0, 0)
        letters = Tiles(context, {letter: self._say(kind) for letter, kind in self._kinds.items()})
        letters.pressed.connect(self.begin)
        letters.resized.connect(self.resized)
        self.tiles = letters.tiles
        column.addWidget(letters)
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
        head.addWidget(FittingLabel("small", tr("Enter stores, Esc leaves"), ""))
        self.head_row.hide()
        self.body.addWidget(self.head_row)
        self.area = EntryArea()
        self.body.addWidget(self.area)
        context.changed.connect(self._drop)
        self._usual(next(iter(self.tiles)))

    def _say(self, kind: SlipKind | str) -> str:
        tr = self._context.tr
        return tr("Visitor") if kind == VISITOR else tr(SlipKind(kind).label)

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

    def set_low(self, *, low: bool) -> None:
        """In a low window say only what is new: not how to begin."""
        if low != self._low:
            self._low = low
            self._say_hint()

    def _say_hint(self) -> None:
        tr = self._context.tr
        locked = self._meeting is not None and self._meeting.locked
        self.hint.setVisible(not self._low or locked or self._speaker is not None)
        if locked:
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
        if self._context.warn_if_read_only():
            return
        self._clear()
        self._usual(letter)
        tr = self._context.tr
        kind = self._kinds[letter]
        entry: SlipEntry | GuestEntry
        if kind == VISITOR:
            entry = GuestEntry(self._context, self._recent)
            words, icon = tr("Visitor") if arrived else tr("Expected visitor"), "user-plus"
        else:
            slip_kind = SlipKind(kind)
            entry = SlipEntry(self._context, slip_kind, self._recent)
            entry.set_giver(self._speaker)
            words, icon = self._say(kind), KINDS[slip_kind].icon
        entry.submitted.connect(self.store)
        entry.left.connect(self.leave)
        self._show(Begun(letter, entry, words, icon, arrived))
        entry.focus_start()

    def _show(self, begun: Begun) -> None:
        """Show an entry with its heading."""
        self._begun, self.entry, self._arrived = begun, begun.entry, begun.arrived
        self.what.setText(begun.words)
        self.picture.setPixmap(self._context.style.pixmap(begun.icon, "accent", 20, self.devicePixelRatioF()))
        self.ready.hide()
        self.head_row.show()
        self.area.put(begun.entry)
        self._chain(begun.letter, begun.entry)
        self.resized.emit()

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
        """Begin with a visitor who is expected."""
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

    def unsaved_text(self) -> tuple[str, ...]:
        """Return what is typed and not stored yet."""
        return typed_in(self.entry) if self.entry is not None and self._has_words() else ()

    def _clear(self, *, keep: bool = False) -> None:
        if self.entry is not None:
            self._context.forget_refused(self.entry)
            self.area.take(keep=keep)
            self.entry = None
        self.head_row.hide()
        self.ready.show()
        self.resized.emit()

    def forget(self) -> None:
        """Begin anew, as for another chapter."""
        self._speaker = None
        self._clear()
        self._drop()

    def leave(self) -> None:
        """Give up what was begun; what was typed in it can be brought back until something else is changed."""
        tr = self._context.tr
        kept = self._begun if self._has_words() else None
        at = self.entry.here() if self.entry is not None else ""
        self._clear(keep=kept is not None)
        if kept is not None:
            self._drop()
            self._left = replace(kept, at=at)
            self._context.notify(tr("Not stored: {what}", what=kept.words), tr("Bring it back"), self.bring_back)
        self.focus_start()

    def bring_back(self) -> None:
        """Show again what was given up last, with all that was typed; not over something that has words in it."""
        if self._left is not None and not self._has_words():
            begun, self._left = self._left, None
            self._clear()
            self._show(begun)
            if begun.at:
                begun.entry.fields[begun.at].come_back()
                return
        self.focus_start()

    def _drop(self) -> None:
        """Let go for good of what was given up."""
        if self._left is not None:
            self._left.entry.deleteLater()
            self._left = None

    def event(self, event: QEvent) -> bool:
        """Qt: right after Esc, Ctrl+Z is for what was given up, not for the last change of the file."""
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and self._left is not None and self.entry is None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.bring_back()
                return True
        return super().event(event)

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
            if isinstance(entry, SlipEntry):
                stored = keep_slip(self._context, self._recent, row, entry)
            else:
                stored = keep_visit(self._context, self._recent, row, entry, attended=self._arrived)
        except ChapterError as error:
            self._context.tell(error, partial(self._store, entry, row), entry, partial(entry.say, ""))
            return
        if stored is not None:
            self._speaker = stored.speaker or self._speaker
            self._clear()
            self._say_hint()
            self.focus_start()
