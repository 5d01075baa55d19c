"""Names in files, compared whole, never by a part; an ambiguous name is never guessed."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from chapterdesk.domain.text import clean, fold

_SUFFIX = re.compile(r"\s*#\s*\d+\s*$")

OTHERS = frozenset({"bni"})
VISITORS = frozenset({"visitors", "visitor", "visiteurs", "invités", "besucher", "gäste", "visitantes", "invitados"})
TOTAL = frozenset({"total", "totals", "totaux", "gesamt", "summe", "totales"})
NOBODY = OTHERS | VISITORS | TOTAL
"""Words in the column of names that are never a person."""


@lru_cache(maxsize=20_000)
def bare(name: str) -> str:
    """Return a name without the member number at its end (`Muster # 738405`), with one blank between words."""
    text = clean(name)
    if "#" in text:
        text = _SUFFIX.sub("", text) or text
    return " ".join(text.split())


def is_nobody(name: str) -> bool:
    """Return whether the text is a footer such as `BNI`, `Visitors` or `Total`, which is never a person."""
    return fold(bare(name)) in NOBODY


def full(first_name: str, last_name: str) -> str:
    """Return first and last name in one line."""
    return " ".join(f"{first_name} {last_name}".split())


@lru_cache(maxsize=20_000)
def _words(name: str) -> str:
    return " ".join(sorted(fold(bare(name)).replace(",", " ").split()))


def _swapped(name: str) -> str:
    last, _, first = bare(name).partition(",")
    return fold(f"{first} {last}")


class NameIndex:
    """People by their names. A name is looked up in three steps: exact, `Last, First`, the same words in any order."""

    STEPS = 3

    def __init__(self, people: Iterable[tuple[int, str]] = ()) -> None:
        self._names: dict[str, list[int]] = defaultdict(list)
        self._by_words: dict[str, list[int]] | None = None
        for person, name in people:
            self.add(person, name)

    def add(self, person: int, name: str) -> None:
        """Add a person under a name; one person can have several."""
        known = self._names[fold(name)]
        if person not in known:
            known.append(person)
        if self._by_words is not None:  # a file of unknown people adds one after the other, so it is not rebuilt
            self._put(self._by_words, name, person)

    @staticmethod
    def _put(by_words: dict[str, list[int]], name: str, person: int) -> None:
        found = by_words[_words(name)]
        if person not in found:
            found.append(person)

    def at(self, step: int, name: str) -> tuple[int, ...]:
        """Return everybody whom a name means at one of the steps 0, 1 and 2."""
        if step == 0:
            return tuple(self._names.get(fold(name)) or self._names.get(fold(bare(name))) or ())
        if step == 1:
            return tuple(self._names.get(_swapped(name), ())) if "," in name else ()
        if self._by_words is None:
            self._by_words = defaultdict(list)
            for known, people in self._names.items():
                for person in people:
                    self._put(self._by_words, known, person)
        return tuple(self._by_words.get(_words(name), ()))

    def find(self, name: str) -> tuple[int, ...]:
        """Return everybody whom a name means at the first step with a result; several people make it ambiguous."""
        return next((found for step in range(self.STEPS) if (found := self.at(step, name))), ())
