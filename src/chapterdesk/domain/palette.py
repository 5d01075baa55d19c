"""The entries of the command palette, and the search in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chapterdesk.domain.text import match_rank, plain

SHOWN = 60
"""The most entries that a search returns."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One entry of the palette: its title, its kind, and the text that is searched."""

    title: str
    detail: str
    run: Callable[[], object]
    icon: str
    shortcut: str
    plain: str


def find(entries: Iterable[PaletteEntry], query: str) -> list[PaletteEntry]:
    """Return the entries that match the query: first those with words that begin with it, otherwise in their order."""
    found = []
    for at, one in enumerate(entries):
        rank = match_rank(query, one.plain)
        if rank is not None:
            in_title = 0 if match_rank(query, plain(one.title)) is not None else 1
            found.append(((in_title, rank, at), one))
    return [one for _rank, one in sorted(found, key=lambda hit: hit[0])[:SHOWN]]
