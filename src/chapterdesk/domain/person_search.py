"""Which person fits typed letters: names before companies and seats, beginnings before middles of words."""

from chapterdesk.domain.text import plain

Fit = tuple[int, int]
"""How well a person fits, the smaller the better; see `fit`."""

BEGINS, INSIDE, ABOUT, INSIDE_ABOUT = range(4)
_SMALL = frozenset({"a", "da", "das", "de", "del", "do", "dos", "e", "el", "i", "la", "las", "los", "van", "von", "y"})
"""Particles before a surname, which the search skips: "de la Peña" is found by Peña."""


def fit(query: str, first_name: str, last_name: str, about: str = "") -> Fit | None:
    """Return how well a person fits the query, smaller is better; None when a word of the query is not found.

    The first number is the worst of the words: 0 begins a word of the name, 1 is inside one, 2 begins a word of `about`
    (company, seat), 3 is inside one of those. The second is 0 when all words begin the first name or the first surname,
    else 1.
    """
    names = [*plain(first_name).split(), *plain(last_name).split()]
    called = {*_called(first_name), *_called(last_name)}
    others = plain(about).split()
    worst, behind = BEGINS, 0
    for part in plain(query).split():
        found = _place(part, names, others)
        if found is None:
            return None
        worst = max(worst, found)
        if not any(word.startswith(part) for word in called):
            behind = 1
    return worst, behind


def _called(name: str) -> list[str]:
    """Return the first word of a name, with the particles before it."""
    words = plain(name).split()
    at = next((at for at, word in enumerate(words) if word not in _SMALL), len(words) - 1)
    return words[: at + 1]


def _place(part: str, names: list[str], others: list[str]) -> int | None:
    for begins, inside, words in ((BEGINS, INSIDE, names), (ABOUT, INSIDE_ABOUT, others)):
        if any(word.startswith(part) for word in words):
            return begins
        if any(part in word for word in words):
            return inside
    return None


def matches_outside_name(query: str, name: str, *about: str) -> str:
    """Return those texts of `about` that contain the words which the name lacks; empty when the name has all words."""
    missing = [part for part in plain(query).split() if part not in plain(name)]
    return " · ".join(text for text in about if any(part in plain(text) for part in missing))


def text_from_match(query: str, text: str) -> str:
    """Return `text` from the first word that contains the query, after an ellipsis; else the whole text."""
    parts = plain(query).split()
    words = text.split()
    at = next((at for at, word in enumerate(words) if any(part in plain(word) for part in parts)), 0)
    return text if at == 0 else "… " + " ".join(words[at:])
