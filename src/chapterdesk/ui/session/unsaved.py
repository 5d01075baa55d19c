"""What is not stored: text that is typed and not stored yet, and changes that a full disk refused.

It holds the file open once. It is also the place where an error that the director can act on is said: beside its field,
with the help that there is, or at the bottom.
"""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError, ReadOnlyError
from chapterdesk.ui.session.speech import Banner, Speech

FULL, DAMAGED = "full", "damaged"
"""Keys of the banners."""
CLOSING = "closing"
"""Key of the notice that warns of unsaved text before the file is closed."""
Act = Callable[[], object]
Say = Callable[[str], object]


class UnsavedPart(Protocol):
    """A part of the window that can hold text which is typed and not stored yet."""

    def unsaved_text(self) -> tuple[str, ...]:
        """Return what is typed and would be lost if the window were closed now, the main thing first."""
        ...

    def revert(self) -> object:
        """Discard what is unsaved in the focused field, so that leaving the field does not store it."""
        ...


class Unsaved(QObject):
    """Knows what is unsaved, keeps refused changes to be tried again, and says errors."""

    copy_asked = Signal()
    """The director wants to go on with a copy of the file."""
    backups_asked = Signal()
    """The director wants to see the backups of the open file, which is damaged."""
    _look_wanted = Signal()

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._parts: list[UnsavedPart] = []
        self._refused: dict[Hashable, Act] = {}
        self._warned_of_refused = False
        self._warned: dict[str, tuple[str, ...]] = {}
        self._look_wanted.connect(self._look, Qt.ConnectionType.QueuedConnection)

    # Errors, and changes that a full disk refused

    @property
    def refused(self) -> int:
        """How many changes wait to be stored once there is room."""
        return len(self._refused)

    def tell(
        self, error: ChapterError, again: Act | None = None, key: Hashable | None = None, say: Say | None = None
    ) -> None:
        """Say an error and offer what helps. `say` says it beside its field, without it the notice does.

        `again` does exactly the same once more; it is kept while the disk is full. `key` names what is changed: a newer
        try takes the place of an older one.
        """
        text = self._speech.language.error(error)
        if say is not None and is_alive(say):
            say(text)
        if isinstance(error, DiskFullError):
            self._enqueue(error, again, key, said=say is not None)
        elif isinstance(error, DamagedError):
            self._show_damaged(error)
        elif isinstance(error, ReadOnlyError):
            self.offer_copy(text)
        elif say is None:
            self._speech.notify(text)

    def offer_copy(self, text: str) -> None:
        """Say why a copy would help, and offer to make one."""
        tr = self._speech.tr
        self._speech.notify(text, tr("Save a copy"), self.copy_asked.emit)

    def attempt(
        self, act: Act, say: Say | None = None, *, again: Act | None = None, key: Hashable | None = None
    ) -> bool:
        """Do something that the store may refuse, and say that; returns whether it was done.

        `say` says it beside its field ("" removes it). After a full disk `again`, or else the same, is tried again;
        `key` names what is changed, so that an older try of the same is forgotten.
        """
        try:
            act()
        except ChapterError as error:
            self.tell(error, again or partial(self.attempt, act, say, key=key), key, say)
            return False
        if key is not None:
            self.forget_refused(key)
        if say is not None and is_alive(say):
            say("")
        return True

    def forget_refused(self, key: Hashable) -> None:
        """Forget the change that waits under a key: it is stored, or the director gave it up."""
        if self._refused.pop(key, None) is not None:
            self._show_full()

    def try_again(self) -> None:
        """Do once more all that waits, in the order in which it was done first."""
        waiting, self._refused = self._refused, {}
        for key, again in waiting.items():
            if not is_alive(again):
                continue
            try:
                again()
            except ChapterError as error:
                self.tell(error, again, key)
        self._show_full()
        if not self._refused:
            tr = self._speech.tr
            self._speech.notify(tr("Everything is stored now."))

    def forget(self) -> None:
        """Give up all that waits."""
        self._refused = {}
        self._warned_of_refused = False
        self._speech.banners.remove(FULL)

    def _enqueue(self, error: DiskFullError, again: Act | None, key: Hashable | None, *, said: bool) -> None:
        speech, tr = self._speech, self._speech.tr
        if again is not None:
            self._refused[again if key is None else key] = again
            self._warned_of_refused = False
            self._show_full()
        elif not said and not self._refused:
            words = lambda: speech.language.error(error)  # noqa: E731 - said in the language of the moment
            speech.banners.put(Banner(FULL, "triangle-alert", "bad", words, (), partial(tr, N_("Close"))))

    def _show_full(self) -> None:
        """Say how much waits; when nothing does, remove the banner."""
        tr, count = self._speech.tr, len(self._refused)
        if not count:
            self._speech.banners.remove(FULL)
            return
        self._speech.banners.put(
            Banner(
                FULL,
                "triangle-alert",
                "bad",
                lambda: tr(
                    "The disk is full or cannot be written: %n change(s) could not be stored."
                    " What you typed is still here. Make room, then try again.",
                    "",
                    count,
                ),
                ((partial(tr, N_("Try again")), self.try_again),),
                partial(tr, N_("Do without it")),
                self.forget,
            )
        )

    def _show_damaged(self, error: ChapterError) -> None:
        speech, tr = self._speech, self._speech.tr
        speech.banners.put(
            Banner(
                DAMAGED,
                "octagon-alert",
                "bad",
                lambda: speech.language.error(error),
                ((partial(tr, N_("Show the backups")), self.backups_asked.emit),),
                partial(tr, N_("Close")),
            )
        )

    # Unsaved text

    def add_part(self, part: UnsavedPart) -> None:
        """Ask a part of the window for its unsaved text from now on: one in which something was begun."""
        if part not in self._parts:
            self._parts.append(part)

    def remove_part(self, part: UnsavedPart) -> None:
        """Ask a part no more: it is closed."""
        if part in self._parts:
            self._parts.remove(part)

    def discard(self) -> None:
        """Discard what is unsaved in the focused field: when its part goes, leaving the field would store it."""
        for part in self._parts:
            part.revert()

    def clear_parts(self) -> None:
        """Discard what is unsaved, and ask nobody any more: whatever is typed holds nothing open."""
        self.discard()
        self._parts.clear()

    def text(self) -> tuple[str, ...]:
        """Return what is typed in the window and not stored yet, what was begun last first."""
        return tuple(dict.fromkeys(text for part in reversed(self._parts) for text in part.unsaved_text()))

    def warn(self, key: str, text: str) -> None:
        """Say something about the unsaved text, under a key; withdrawn as soon as other text is unsaved, or none."""
        self._warned[key] = self.text()
        self._speech.notify(text, key=key)

    def note_change(self) -> None:
        """Something was typed, stored or left: look at the next turn of the event loop whether warnings still hold."""
        if self._warned:
            self._look_wanted.emit()

    @Slot()
    def _look(self) -> None:
        text = self.text()
        for key in [key for key, warned_of in self._warned.items() if warned_of != text]:
            del self._warned[key]
            self._speech.withdraw(key)

    # Closing the file

    def request_leave(self) -> bool:
        """Store what waits or warn of it, warn of unsaved text; returns whether the file may be closed.

        Each warning holds the file open once. Unsaved text that was warned of before is discarded.
        """
        if self._refused:
            warned = self._warned_of_refused
            self.try_again()
            if self._refused:
                self._warned_of_refused = True
                if warned:
                    self.discard()
                return warned
        words = self.text()
        if not words or words == self._warned.get(CLOSING):
            self.discard()
            return True
        tr = self._speech.tr
        self.warn(
            CLOSING,
            tr("“{words}” is typed and not stored yet. Store it, or close again to leave without it.", words=words[0]),
        )
        return False


def is_alive(act: Callable[..., Any]) -> bool:
    """Return whether the widget that a call belongs to is still there."""
    while isinstance(act, partial):
        act = act.func
    owner = getattr(act, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
