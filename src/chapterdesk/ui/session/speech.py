"""What the window says: its language, the notice at the bottom, and the banners above the screens.

A notice disappears after some seconds; a banner stays until settled. Neither blocks the window.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from chapterdesk.i18n import Language

T = TypeVar("T")
Words = Callable[[], str]
"""Returns a text in the present language."""


@dataclass(frozen=True, slots=True)
class Banner:
    """One message to settle. `tone` is warning, bad or accent; an action is a text and a function.

    `close_words` is the text of the button that closes it, and `on_close` is called then.
    """

    key: str
    icon: str
    tone: str
    words: Words
    actions: tuple[tuple[Words, Callable[[], object]], ...]
    close_words: Words | None = None
    on_close: Callable[[], object] | None = None


class Banners(QObject):
    """All banners, the latest at the end; one for each key."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_key: dict[str, Banner] = {}

    def __iter__(self) -> Iterator[Banner]:
        return iter(tuple(self._by_key.values()))

    def find(self, key: str) -> Banner | None:
        """Return the banner with this key, or None."""
        return self._by_key.get(key)

    def put(self, banner: Banner) -> None:
        """Show a banner, replacing one with the same key."""
        self._by_key[banner.key] = banner
        self.changed.emit()

    def remove(self, key: str) -> None:
        """Remove a settled banner."""
        if self._by_key.pop(key, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Remove all banners, as when the file is closed."""
        if self._by_key:
            self._by_key = {}
            self.changed.emit()


class Speech(QObject):
    """Language, notices and banners. While the window is locked, the last notice is held back."""

    noticed = Signal(str, str, object, str)
    """A notice: its text, the text of its action, the action (or None), and its key (or "")."""
    withdrawn = Signal(str)
    """The notice with this key is out of date; with "" any notice is."""

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
        """Return the result of `make`, which runs in another language than the window's; it must show nothing."""
        before, self.language = self.language, language
        try:
            return make()
        finally:
            self.language = before

    def notify(
        self, text: str, action_text: str = "", action: Callable[[], object] | None = None, key: str = ""
    ) -> None:
        """Show a translated text as the notice, with at most one action; `key` lets `withdraw` remove it."""
        if self._is_held:
            self._kept = (text, action_text, action, key)
        else:
            self.noticed.emit(text, action_text, action, key)

    def withdraw(self, key: str = "") -> None:
        """Remove the notice with this key, which is out of date; without a key any notice."""
        self.withdrawn.emit(key)
        if self._kept is not None and key in {"", self._kept[3]}:
            self._kept = None

    def hold(self) -> None:
        """Hold notices back from now on; the last one is kept."""
        self._is_held = True

    def release(self) -> None:
        """Show notices again, first the one that was kept."""
        self._is_held = False
        kept, self._kept = self._kept, None
        if kept is not None:
            self.notify(*kept)
