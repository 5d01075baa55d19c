"""Who is meant by letters that are typed: names before companies and seats, beginnings before middles."""

from chapterdesk.domain.text import plain

Fit = tuple[int, int]
"""How well a person fits, the smaller the better; see `fit`."""

BEGINS, INSIDE, ABOUT, INSIDE_ABOUT = range(4)
_SMALL = frozenset({"a", "da", "das", "de", "del", "do", "dos", "e", "el", "i", "la", "las", "los", "van", "von", "y"})
"""Words before a surname that are not what it is found by: de la Peña is called Peña first."""


def fit(query: str, first_name: str, last_name: str, about: str = "") -> Fit | None:
    """Return how well a person fits what is typed; None when some of its words is found nowhere.

    The first number is that of the word that fits worst: 0 it begins a word of the name, 1 it is inside one, 2 it
    begins a word of `about` (company, seat), 3 it is inside one of those. The second tells whether all words begin
    what somebody is called by, the first name or the first surname (0), or something behind it (1).
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
    """Return the first word of a name, and the small ones before it."""
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


def matched_beside(query: str, name: str, *about: str) -> str:
    """Return which of `about` has the words of the query that the name has not; empty when the name has them all."""
    missing = [part for part in plain(query).split() if part not in plain(name)]
    return " · ".join(text for text in about if any(part in plain(text) for part in missing))


def from_match(query: str, text: str) -> str:
    """Return `text` from the word on in which the query is found first, with an ellipsis; whole when in none."""
    parts = plain(query).split()
    words = text.split()
    at = next((at for at, word in enumerate(words) if any(part in plain(word) for part in parts)), 0)
    return text if at == 0 else "… " + " ".join(words[at:])
