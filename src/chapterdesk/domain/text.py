"""Text as people type it: marked for translation, folded for comparing, stripped for searching and sorting."""

import re
import unicodedata
from functools import lru_cache

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"\s+")


def N_(text: str) -> str:  # noqa: N802 - the name that gettext and lupdate know
    """Mark `text` for translation and return it unchanged; the edge of the program translates it."""
    return text


def clean(text: str) -> str:
    """Return `text` as it may be stored: no control characters (line feeds and tabs stay), no outer blanks."""
    return _CONTROL.sub("", text).strip()


@lru_cache(maxsize=20_000)
def one_line(text: str, longest: int = 60) -> str:
    """Return text in one line, cut with an ellipsis after `longest` characters; a name may hold line feeds."""
    joined = " ".join(text[: longest * 4].split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"


def full_name(first_name: str, last_name: str) -> str:
    """Return first and last name with one blank, or the one there is."""
    return f"{first_name} {last_name}".strip()


def fold(name: str) -> str:
    """Return a name as it is compared (FORMATS.md §7): inner blanks folded, NFKC, caseless; accents count."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", name)).strip().casefold()


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return `text` as it is searched: folded and without accents, so that "garc" finds García."""
    flat = unicodedata.normalize("NFKD", fold(text))
    return "".join(mark for mark in flat if not unicodedata.combining(mark))


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """Return the key by which names are put in order: accents ignored, ñ a letter of its own after n."""
    return plain(fold(text).replace("ñ", "n\uffff"))


def matches(query: str, haystack: str) -> bool:
    """Tell whether every word of `query` begins or is part of a word of `haystack`, in any order.

    `haystack` is already `plain`; the query is made so here.
    """
    return all(word in haystack for word in plain(query).split())


def match_rank(query: str, haystack: str) -> int | None:
    """Return how well `query` fits a `plain` haystack: 0 when all its words begin words, 1 when they are inside.

    None when it does not match.
    """
    if not matches(query, haystack):
        return None
    words = haystack.split()
    return 0 if all(any(word.startswith(part) for word in words) for part in plain(query).split()) else 1
