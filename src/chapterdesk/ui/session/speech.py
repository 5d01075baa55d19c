"""What the window says: in which language, in the notice at the bottom, and in the banners above the screens.

A notice goes away by itself; a banner stays until it is dealt with. Neither is a dialog: everything else can be used
meanwhile.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from chapterdesk.i18n import Language

T = TypeVar("T")
Words = Callable[[], str]
"""Gives a text in the language of that moment."""


@dataclass(frozen=True, slots=True)
class Banner:
    """One thing to deal with. `tone` is warning, bad or accent; an action is its words and what it does.

    `close_words` are the words of the small button that closes it, and `on_close` what that does besides.
    """

    key: str
    icon: str
    tone: str
    words: Words
    actions: tuple[tuple[Words, Callable[[], object]], ...]
    close_words: Words | None = None
    on_close: Callable[[], object] | None = None


class Banners(QObject):
    """All banners, the latest at the end; one of each key."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, Banner] = {}

    def __iter__(self) -> Iterator[Banner]:
        return iter(tuple(self._all.values()))

    def find(self, key: str) -> Banner | None:
        """Return the banner of this key, None when there is none."""
        return self._all.get(key)

    def put(self, banner: Banner) -> None:
        """Show a banner, in the place of the one with the same key."""
        self._all[banner.key] = banner
        self.changed.emit()

    def remove(self, key: str) -> None:
        """Remove a banner: it is dealt with."""
        if self._all.pop(key, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Remove all banners, as when the file is closed."""
        if self._all:
            self._all = {}
            self.changed.emit()


class Speech(QObject):
    """Language, notices and banners. While it is held (the window is locked), the last notice is kept for later."""

    noticed = Signal(str, str, object, str)
    """A notice: its text, the words of its action and the action (None without one), and its key ("" without one)."""
    withdrawn = Signal(str)
    """The reason of the notice with this key is gone; "": whatever is said is out of date."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.banners = Banners(self)
        self._is_held = False
        self._kept: tuple[str, str, Callable[[], object] | None, str] | None = None

    def tr(  # type: ignore[override]
        self, text: str, comment: str = "", n: int | None = None, /, **params: Any
    ) -> str:
        """Translate; in code take `tr = speech.tr` first, since lupdate reads only a bare `tr("…")`."""
        return self.language.tr(text, comment, n, **params)

    def in_language(self, language: Language, make: Callable[[], T]) -> T:
        """Return what `make` makes in another language than the one that is spoken; nothing is shown meanwhile."""
        spoken, self.language = self.language, language
        try:
            return make()
        finally:
            self.language = spoken

    def notify(
        self, text: str, action_text: str = "", action: Callable[[], object] | None = None, key: str = ""
    ) -> None:
        """Say something (translated) in the notice at the bottom, with at most one action.

        With a `key` it can be withdrawn before its time is over.
        """
        if self._is_held:
            self._kept = (text, action_text, action, key)
        else:
            self.noticed.emit(text, action_text, action, key)

    def withdraw(self, key: str = "") -> None:
        """Remove the notice with this key, because its reason is gone; without a key whatever notice there is."""
        self.withdrawn.emit(key)
        if self._kept is not None and key in {"", self._kept[3]}:
            self._kept = None

    def hold(self) -> None:
        """Say nothing from now on; the last notice is kept."""
        self._is_held = True

    def release(self) -> None:
        """Speak again, and say the notice that was kept."""
        self._is_held = False
        kept, self._kept = self._kept, None
        if kept is not None:
            self.notify(*kept)
