"""What is to be dealt with and stands above the screens until it is: a full disk, damage, a folder that is synced.

A notice at the bottom goes by itself; these do not. They are no dialogs: everything else can be used meanwhile.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

Words = Callable[[], str]
"""Gives a text in the language of that moment."""


@dataclass(frozen=True, slots=True)
class Banner:
    """One thing to deal with. `tone` is warning, bad or accent; an action is its words and what it does.

    `cross` are the words of the small button that puts it away, and `put_away` what that does besides.
    """

    key: str
    icon: str
    tone: str
    words: Words
    actions: tuple[tuple[Words, Callable[[], object]], ...]
    cross: Words | None = None
    put_away: Callable[[], object] | None = None


class Banners(QObject):
    """All that is to be dealt with, the latest at the end; one of each key."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, Banner] = {}

    def __iter__(self) -> Iterator[Banner]:
        return iter(tuple(self._all.values()))

    def find(self, key: str) -> Banner | None:
        """Return the one of this key, None when it does not stand there."""
        return self._all.get(key)

    def put(self, standing: Banner) -> None:
        """Have it stand there, in the place of the one of its key."""
        self._all[standing.key] = standing
        self.changed.emit()

    def take(self, key: str) -> None:
        """Take one away: it is dealt with."""
        if self._all.pop(key, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Take all away, as when the file is closed."""
        if self._all:
            self._all = {}
            self.changed.emit()
