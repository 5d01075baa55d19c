"""What is not stored: unsaved text, and changes that a full disk refused. Both hold the file open once.

A ChapterError is shown here too: beside its field, as a banner with its remedy, or as a notice.
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
    """A part of the window that can hold unsaved text."""

    def unsaved_text(self) -> tuple[str, ...]:
        """Return the texts that closing the window now would lose, the main one first."""
        ...


class Unsaved(QObject):
    """Knows the unsaved text, keeps refused changes to try them again, and shows errors."""

    copy_requested = Signal()
    """The director asks for a copy of the file."""
    backups_requested = Signal()
    """The director asks for the backups of the open file, which is damaged."""
    discarding = Signal()
    """The focused field must revert, so that losing the focus does not store its text."""
    _check_requested = Signal()

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._parts: list[UnsavedPart] = []
        self._refused: dict[Hashable, Act] = {}
        self._warned_of_refused = False
        self._warned: dict[str, tuple[str, ...]] = {}
        self._check_requested.connect(self._check_warnings, Qt.ConnectionType.QueuedConnection)

    # Errors, and changes that a full disk refused

    @property
    def refused(self) -> int:
        """How many changes wait for room on the disk."""
        return len(self._refused)

    def tell(
        self, error: ChapterError, again: Act | None = None, key: Hashable | None = None, say: Say | None = None
    ) -> None:
        """Show an error with its remedy: by `say` beside its field, else as a notice.

        `again` repeats the change; it is kept while the disk is full. `key` names what is changed: a newer change
        replaces an older one.
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
        """Show a text with an action that makes a copy."""
        tr = self._speech.tr
        self._speech.notify(text, tr("Save a copy"), self.copy_requested.emit)

    def attempt(
        self, act: Act, say: Say | None = None, *, again: Act | None = None, key: Hashable | None = None
    ) -> bool:
        """Call `act`, show the error if the store refuses, and return whether it succeeded.

        `say` shows the error beside its field ("" removes it). After a full disk `again`, or
        else `act`, is tried again; `key` names what is changed, so that a newer change replaces an older one.
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
        """Forget the refused change with this key: it is stored or discarded."""
        if self._refused.pop(key, None) is not None:
            self._show_full()

    def try_again(self) -> None:
        """Try all refused changes again, in their first order."""
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
        """Discard all refused changes."""
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
            words = lambda: speech.language.error(error)  # noqa: E731 - in the present language
            speech.banners.put(Banner(FULL, "triangle-alert", "bad", words, (), partial(tr, N_("Close"))))

    def _show_full(self) -> None:
        """Show how many changes wait; remove the banner when none does."""
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
                ((partial(tr, N_("Show the backups")), self.backups_requested.emit),),
                partial(tr, N_("Close")),
            )
        )

    # Unsaved text

    def add_part(self, part: UnsavedPart) -> None:
        """Ask a part of the window for its unsaved text from now on."""
        if part not in self._parts:
            self._parts.append(part)

    def remove_part(self, part: UnsavedPart) -> None:
        """Stop asking a part, which is closed."""
        if part in self._parts:
            self._parts.remove(part)

    def clear_parts(self) -> None:
        """Discard unsaved text, and stop asking all parts."""
        self.discarding.emit()
        self._parts.clear()

    def text(self) -> tuple[str, ...]:
        """Return the unsaved texts of the window, the part that was added last first; a deleted part has none."""
        self._parts = [part for part in self._parts if is_alive(part.unsaved_text)]
        return tuple(dict.fromkeys(text for part in reversed(self._parts) for text in part.unsaved_text()))

    def warn(self, key: str, text: str) -> None:
        """Show a notice about the unsaved text; it is withdrawn when that text changes."""
        self._warned[key] = self.text()
        self._speech.notify(text, key=key)

    def note_change(self) -> None:
        """Check the warnings at the next turn of the event loop: the unsaved text may have changed."""
        if self._warned:
            self._check_requested.emit()

    @Slot()
    def _check_warnings(self) -> None:
        text = self.text()
        for key in [key for key, warned_of in self._warned.items() if warned_of != text]:
            del self._warned[key]
            self._speech.withdraw(key)

    # Closing the file

    def confirm_discard(self) -> bool:
        """Return whether the file may be closed: warn once of refused changes, and once of unsaved text.

        Refused changes are tried again first. Text that has been warned of is discarded.
        """
        if self._refused:
            warned = self._warned_of_refused
            self.try_again()
            if self._refused:
                self._warned_of_refused = True
                if warned:
                    self.discarding.emit()
                return warned
        words = self.text()
        if not words or words == self._warned.get(CLOSING):
            self.discarding.emit()
            return True
        tr = self._speech.tr
        self.warn(
            CLOSING,
            tr("“{words}” is typed and not stored yet. Store it, or close again to leave without it.", words=words[0]),
        )
        return False


def is_alive(act: Callable[..., Any]) -> bool:
    """Return whether a callback belongs to no QObject or to one that still exists."""
    while isinstance(act, partial):
        act = act.func
    owner = getattr(act, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def call_if_alive(callback: Callable[..., object] | None, *values: object) -> None:
    """Call a callback, unless it is None or its widget is deleted."""
    if callback is not None and is_alive(callback):
        callback(*values)
