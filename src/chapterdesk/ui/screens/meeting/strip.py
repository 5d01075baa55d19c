"""The strip: one letter begins a slip or a visitor, Enter stores it."""

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from chapterdesk.actions.people import Party
from chapterdesk.actions.slips import add_slip
from chapterdesk.actions.visits import add_guest
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.slips import KINDS, VISITOR_ICON, VISITOR_LETTER, SlipKind
from chapterdesk.domain.text import one_line
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.people import person
from chapterdesk.ui.screens.meeting.strip_parts import EntryArea, Tiles
from chapterdesk.ui.screens.meeting.visitor_entry import GuestEntry
from chapterdesk.ui.widgets import Card, FittingLabel, label
from chapterdesk.ui.widgets.command import COMMAND_KEYS, letter_text
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add, box, column, row
from chapterdesk.ui.widgets.person_field import RecentPeople
from chapterdesk.ui.widgets.slip_entry import SlipEntry


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry with its title and icon, and the field that had the focus when it was cancelled."""

    letter: str
    entry: SlipEntry | GuestEntry
    words: str
    icon: str
    arrived: bool
    focused_field: str = ""


class Strip(Card):
    """While it is empty, a letter chooses the kind; the giver of the last slip is kept. Up and Down emit `to_feed`."""

    to_feed = Signal()
    resized = Signal()
    """It needs another height."""

    def __init__(self, context: Context, recent: RecentPeople, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=12, spacing=8)
        tr = context.tr
        self._context, self._language = context, context.language
        self.recent = recent
        self._meeting: MeetingRow | None = None
        self._speaker: Party | None = None
        self._low = False
        self._begun: OpenEntry | None = None
        self._cancelled: OpenEntry | None = None
        self._kinds: dict[str, SlipKind | None] = {KINDS[kind].letter: kind for kind in context.chapter.kind.slip_kinds}
        self._kinds[VISITOR_LETTER] = None  # no slip, but a visitor
        letters = Tiles(context, {letter: self._label(kind) for letter, kind in self._kinds.items()})
        letters.pressed.connect(self.begin)
        letters.resized.connect(self.resized)
        self.tiles = letters.tiles
        self.hint = label("", "small", wrap=True)
        self.ready = box(column(letters, self.hint, spacing=-1))
        self.what = label("", "section")
        self.picture = QLabel()
        keys = FittingLabel("small", tr("Enter stores, Esc leaves"), "")
        self.head_row = box(row(self.picture, (self.what, 1), keys, spacing=-1))
        self.head_row.hide()
        self.area = EntryArea()
        add(self.body, self.ready, self.head_row, self.area)
        self._set_tab_stop(next(iter(self.tiles)))

    def _label(self, kind: SlipKind | None) -> str:
        tr = self._context.tr
        return tr("Visitor") if kind is None else tr(kind.label)

    @property
    def letters(self) -> dict[str, str]:
        """The letters with the translated names of what they begin."""
        return {letter: tile.accessibleName() for letter, tile in self.tiles.items()}

    @property
    def entry(self) -> SlipEntry | GuestEntry | None:
        """The open entry, None while the strip is empty."""
        return self._begun.entry if self._begun is not None else None

    def show_meeting(self, meeting: MeetingRow) -> None:
        """Set the meeting of new entries; another meeting than before starts without a speaker."""
        if self._meeting is None or self._meeting.id != meeting.id:
            self._speaker = None
        self._meeting = meeting
        self._show_hint()

    def set_low(self, *, low: bool) -> None:
        """Hide the hint about the letters in a low window."""
        if low != self._low:
            self._low = low
            self._show_hint()

    def _show_hint(self) -> None:
        tr = self._language.tr
        locked = self._meeting is not None and self._meeting.locked
        self.hint.setVisible(not self._low or locked or self._speaker is not None)
        if locked:
            self.hint.setText(tr("This meeting is completed: slips typed now go to the next one."))
        elif self._speaker is not None:
            self.hint.setText(tr("Speaking: {name}", name=one_line(self._speaker.name)))
        else:
            self.hint.setText(tr("Press a letter here, or {keys} and the letter from anywhere.", keys=letter_text()))

    def forget_gone_speaker(self) -> None:
        """Forget the speaker when the person was removed, as by undoing the slip that added them."""
        if self._speaker is None or self._speaker.person_id is None:
            return
        try:
            with self._context.desk.read() as s:
                person(s, self._speaker.person_id)
        except ChapterError:
            self._speaker = None
            self._show_hint()

    # The focus

    def _set_tab_stop(self, letter: str) -> None:
        """Make the tile of a letter the only one that Tab reaches."""
        for key, tile in self.tiles.items():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == letter else Qt.FocusPolicy.ClickFocus)
        self._last = letter

    def focus_start(self) -> None:
        """Put the focus into the open entry, else on the tile used last."""
        if self.entry is None:
            self.tiles[self._last].setFocus()
        elif not self.entry.focused_field():
            self.entry.focus_start()
        elif (focus := self.entry.focusWidget()) is not None:
            focus.setFocus()

    def _set_tab_order(self, letter: str, entry: QWidget) -> None:
        """Put the fields behind the tile in the tab order; Qt puts new widgets at the end."""
        stops = [
            part
            for part in entry.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is self.window()
        ]
        for before, after in pairwise([self.tiles[letter], *stops]):
            QWidget.setTabOrder(before, after)

    # Beginning

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, key = event.text().upper(), event.key()
        if self.entry is not None:
            super().keyPressEvent(event)
        elif letter in self.tiles and not event.modifiers() & COMMAND_KEYS:
            self.begin(letter)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.to_feed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            letters = list(self.tiles)
            by = 1 if key == Qt.Key.Key_Right else -1
            self._set_tab_stop(letters[(letters.index(self._last) + by) % len(letters)])
            self.focus_start()
        elif key == Qt.Key.Key_Escape and self._speaker is not None:
            self._speaker = None
            self._show_hint()
        else:
            super().keyPressEvent(event)

    def begin(self, letter: str, *, arrived: bool = True) -> None:
        """Begin a slip or a visitor (who came, or is expected), unless an entry with text is open."""
        if letter not in self._kinds or self._has_words():
            self.focus_start()
            return
        if self._context.warn_if_read_only():
            return
        self._clear()
        self._set_tab_stop(letter)
        tr = self._context.tr
        kind = self._kinds[letter]
        entry: SlipEntry | GuestEntry
        if kind is None:
            entry = GuestEntry(self._context, self.recent)
            words, icon = tr("Visitor") if arrived else tr("Expected visitor"), VISITOR_ICON
        else:
            entry = SlipEntry(self._context, kind, self.recent)
            entry.set_giver(self._speaker)
            words, icon = self._label(kind), KINDS[kind].icon
        entry.submitted.connect(self.store)
        entry.cancelled.connect(self.cancel)
        self._show(OpenEntry(letter, entry, words, icon, arrived))
        entry.focus_start()

    def expect(self) -> None:
        """Begin an expected visitor."""
        self.begin(VISITOR_LETTER, arrived=False)

    def _show(self, begun: OpenEntry) -> None:
        """Show an entry with its heading."""
        self._begun = begun
        self._context.session.unsaved.add_part(self)
        self.what.setText(begun.words)
        self.picture.setPixmap(self._context.style.pixmap(begun.icon, "accent", 20, self.devicePixelRatioF()))
        self.ready.hide()
        self.head_row.show()
        self.area.show_entry(begun.entry)
        self._set_tab_order(begun.letter, begun.entry)
        self.resized.emit()

    # The open entry

    def _has_words(self) -> bool:
        """Return whether something was typed into the entry."""
        if self.entry is None:
            return False
        giver = self.entry.fields.get("giver")
        if giver is not None and not giver.is_empty:
            named = giver.read()  # None for an unknown name
            if named is None or named != self._speaker:
                return True
        typed = [self.entry.fields[name] for name in self.entry.stops if name not in ("giver", "credits")]
        return any(not field.is_empty for field in typed)

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the texts of the entry."""
        fields = self.entry.findChildren(QLineEdit) if self.entry is not None and self._has_words() else []
        return tuple(text for field in fields if (text := field.text().strip()))

    def _clear(self, *, keep: bool = False) -> None:
        if self.entry is not None:
            self._context.forget_refused(self.entry)
            self._context.session.unsaved.remove_part(self)
            self.area.remove_entry(keep=keep)
            self._begun = None
        self.head_row.hide()
        self.ready.show()
        self.resized.emit()

    def forget(self) -> None:
        """Discard everything, as for another chapter."""
        self._speaker = None
        self._clear()
        self._discard_cancelled()

    def cancel(self) -> None:
        """Cancel the entry; an entry with text can be brought back until the next change of the file."""
        tr = self._context.tr
        kept = self._begun if self._has_words() else None
        field = self.entry.focused_field() if self.entry is not None else ""
        self._clear(keep=kept is not None)
        if kept is not None:
            self._discard_cancelled()
            self._cancelled = replace(kept, focused_field=field)
            self._context.changed.connect(self._discard_cancelled)
            self._context.notify(tr("Not stored: {what}", what=kept.words), tr("Bring it back"), self.bring_back)
        self.focus_start()

    def bring_back(self) -> None:
        """Show the entry that was cancelled last again, unless an entry with text is open."""
        if self._cancelled is not None and not self._has_words():
            begun, self._cancelled = self._cancelled, None
            self._context.changed.disconnect(self._discard_cancelled)
            self._clear()
            self._show(begun)
            if begun.focused_field:
                begun.entry.fields[begun.focused_field].focus_end()
                return
        self.focus_start()

    def _discard_cancelled(self) -> None:
        if self._cancelled is not None:
            self._context.changed.disconnect(self._discard_cancelled)
            self._cancelled.entry.deleteLater()
            self._cancelled = None

    def event(self, event: QEvent) -> bool:
        # Right after Esc, Ctrl+Z brings the entry back; it does not undo the last change.
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and self._cancelled is not None and self.entry is None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.bring_back()
                return True
        return super().event(event)

    # Storing

    def store(self) -> None:
        """Store the entry; an error keeps its text."""
        if self._begun is not None and self._meeting is not None:
            self._store(self._begun, self._meeting)

    def _store(self, begun: OpenEntry, meeting: MeetingRow) -> None:
        """Store an entry for a meeting, unless it was cancelled since."""
        entry = begun.entry
        if entry is not self.entry:
            return
        try:
            if isinstance(entry, SlipEntry):
                stored = self._store_slip(entry, meeting)
            else:
                stored = self._store_visit(entry, meeting, attended=begun.arrived)
        except ChapterError as error:
            self._context.tell(error, partial(self._store, begun, meeting), entry, partial(entry.say, ""))
            return
        if stored:
            self._clear()
            self._show_hint()
            self.focus_start()

    def _store_slip(self, entry: SlipEntry, meeting: MeetingRow) -> bool:
        """Store a slip; return False, with an error shown, when something is missing."""
        context = self._context
        if (collected := entry.collect()) is None:
            return False
        values, parties = collected
        session, day = context.session, min(context.today(), meeting.date)
        stored = add_slip(session.desk, session.chapter.id, entry.kind, day, values, parties, meeting_id=meeting.id)
        if "giver" in parties:
            self._speaker = replace(parties["giver"], person_id=stored.giver_id)
        for role in parties:
            self.recent.use(getattr(stored, f"{role}_id"))
        if stored.meeting_id not in (None, meeting.id):
            tr = context.tr
            context.notify_undo(tr("Stored for the meeting of {date}", date=stored.date))
        return True

    def _store_visit(self, entry: GuestEntry, meeting: MeetingRow, *, attended: bool) -> bool:
        """Store a visitor; return False, with an error shown, when something is missing."""
        if (guest := entry.collect()) is None:
            return False
        stored = add_guest(self._context.desk, meeting.id, guest, attended=attended)
        if guest.inviter is not None:
            self.recent.use(guest.inviter.person_id)
        self.recent.use(stored.person_id)
        if stored.visit_count >= MANY_VISITS:
            tr = self._context.tr
            text = tr(
                "Visit number {count} of {name}: time to ask about joining", count=stored.visit_count, name=stored.name
            )
            self._context.notify(text)
        return True
