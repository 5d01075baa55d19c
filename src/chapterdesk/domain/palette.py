"""What the command palette offers, and what of it fits the letters that are typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chapterdesk.domain.text import match_rank, plain

SHOWN = 60
"""How many are found at most."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing that the palette offers: what it is called, what kind of thing it is, and what to find it by."""

    title: str
    detail: str
    run: Callable[[], object]
    icon: str
    shortcut: str
    plain: str


def find(entries: Iterable[PaletteEntry], query: str) -> list[PaletteEntry]:
    """Return the entries that fit what is typed, those where words begin with it first, else in their order."""
    found = []
    for at, one in enumerate(entries):
        rank = match_rank(query, one.plain)
        if rank is not None:
            in_title = 0 if match_rank(query, plain(one.title)) is not None else 1
            found.append(((in_title, rank, at), one))
    return [one for _rank, one in sorted(found, key=lambda hit: hit[0])[:SHOWN]]
