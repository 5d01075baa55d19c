"""Text functions: marking for translation, cleaning, comparing, searching and sorting."""

import re
import unicodedata
from functools import lru_cache

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"\s+")


def N_(text: str) -> str:  # noqa: N802 - the name that gettext and lupdate know
    """Mark `text` for translation and return it unchanged; it is translated where it is shown."""
    return text


def clean(text: str) -> str:
    """Return `text` for storing: without control characters (line feeds and tabs stay) and outer blanks."""
    return _CONTROL.sub("", text).strip()


@lru_cache(maxsize=20_000)
def one_line(text: str, longest: int = 60) -> str:
    """Return text in one line, cut with an ellipsis after `longest` characters; even a name can contain line feeds."""
    joined = " ".join(text[: longest * 4].split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"


def full_name(first_name: str, last_name: str) -> str:
    """Return first and last name separated by a blank, or the only one."""
    return f"{first_name} {last_name}".strip()


def fold(name: str) -> str:
    """Return a name for comparison: inner blanks folded, NFKC, case-insensitive; accents count."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", name)).strip().casefold()


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return `text` for searching: folded and without accents, so that "garc" finds García."""
    flat = unicodedata.normalize("NFKD", fold(text))
    return "".join(mark for mark in flat if not unicodedata.combining(mark))


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> str:
    """Return the sort key of names: accents are ignored, ñ is a letter after n."""
    return plain(fold(text).replace("ñ", "n\uffff"))


def matches(query: str, haystack: str) -> bool:
    """Return whether every word of `query` is part of a word of `haystack`, in any order.

    `haystack` must be `plain` already; the query need not be.
    """
    return all(word in haystack for word in plain(query).split())


def match_rank(query: str, haystack: str) -> int | None:
    """Return how well `query` fits a `plain` haystack: 0 when all its words begin words, 1 when some are inside words.

    None means no match.
    """
    if not matches(query, haystack):
        return None
    words = haystack.split()
    return 0 if all(any(word.startswith(part) for word in words) for part in plain(query).split()) else 1
