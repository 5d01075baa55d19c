"""Finding the places that name a person in texts: whole words, regardless of accents, capitals and order."""

import enum
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chapterdesk.domain.text import clean

_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y", "i", "van", "von", "der", "den", "san", "santa", "the"})
_SHORTEST = 3
"""The fewest letters of a part of a name that is searched alone; "Li" would be found in every other line."""
_DIGITS = 6
"""The fewest digits of a telephone number that is searched."""
_NATIONAL = 9
"""The digits of a number without the country prefix, in Spain and most of Europe."""
_BETWEEN = r"[\s.,;\-]+"
_NEXT_WORD = re.compile(r"[^\S\n]+(\w)")
_WORD = re.compile(r"\w+")
_WITHIN_PHONE = r"[\s.\-/()]*"


class TraceStrength(enum.IntEnum):
    """How certain a match is: by a part of the name, or by something that only this person has."""

    PART = 1
    FULL = 2


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A match in a text: from `start` up to `end`, and its certainty."""

    start: int
    end: int
    strength: TraceStrength


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """The search patterns of a person for flattened text; `name_patterns` makes one.

    A pattern can match only in a text that has one of the `anchors` among its words (see `words_of`).
    """

    anchors: frozenset[str]
    full: re.Pattern[str] | None
    short: re.Pattern[str] | None
    part: re.Pattern[str] | None

    def __bool__(self) -> bool:
        return any((self.full, self.short, self.part))


def name_patterns(
    names: Iterable[tuple[str, str]],
    *,
    companies: Iterable[str] = (),
    phones: Iterable[str] = (),
    addresses: Iterable[str] = (),
    common: frozenset[str] = frozenset(),
) -> NamePatterns:
    """Return the patterns for a person: all (first, last) names, companies, phones, e-mails and web addresses.

    Full are first and last name in either order, phones and addresses; the first name with the first surname is too,
    unless another name follows (Ana García Ruiz is not Ana García López). Parts are the rest, but those of whose words
    every one is `common` (flattened): others bear them too.
    """
    full: set[str] = set()
    short: set[str] = set()
    part: set[str] = set()
    anchors: set[str] = set()
    for first, last in names:
        one, other = _words(first), _words(last)
        anchors |= words_of(f"{first} {last}")
        if one and other:
            full |= {_phrase(*one, *other), _phrase(*other, *one)}
            short |= {_phrase(*one, other[0]), _phrase(one[0], *other)}
        elif len(one or other) > 1:
            full.add(_phrase(*(one or other)))
        part |= {_phrase(*words) for words in (one, other) if _is_long(words) and not common.issuperset(words)}
        part |= {_phrase(word) for word in (*one, *other) if len(word) >= _SHORTEST and word not in _PARTICLES}
    companies, addresses = list(companies), list(addresses)
    for text in (*companies, *addresses):
        anchors |= words_of(text)
    part |= {_phrase(*words) for company in companies if (words := _words(company)) and _is_long(words)}
    for phone in phones:
        digits = re.sub(r"\D", "", phone)[-_NATIONAL:]
        if len(digits) >= _DIGITS:
            anchors.add(_ending(digits))
            full.add(r"\(?(?:\+?\d{1,4}" + _WITHIN_PHONE + ")?" + _WITHIN_PHONE.join(digits))
    full |= {re.escape(flat(address)) for address in addresses if len(address.strip()) > _DIGITS}
    part -= {_phrase(word) for word in common}
    return NamePatterns(frozenset(anchors), _either(full), _either(short - full), _either(part - full - short))


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", flat(clean(name))) if word]


def _is_long(words: list[str]) -> bool:
    return sum(len(word) for word in words) >= _SHORTEST


def _phrase(*words: str) -> str:
    return _BETWEEN.join(re.escape(word) for word in words)


def _either(patterns: set[str]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    longest_first = sorted(patterns, key=lambda one: (-len(one), one))
    return re.compile(r"(?<!\w)(?:" + "|".join(longest_first) + r")(?!\w)")


def words_of(text: str) -> set[str]:
    """Return what anchors are compared with: the flattened words of a text, and the end of each number."""
    words = set(_WORD.findall(flat(text)))
    return words | {_ending(word) for word in words if word.isdecimal()}


def _ending(digits: str) -> str:
    return "#" + digits[-2:]


class PeopleFinder:
    """Several people who are searched at once: finds whom a text can name, without trying all patterns."""

    def __init__(self, wanted: Mapping[int, NamePatterns]) -> None:
        self._people: dict[str, set[int]] = defaultdict(set)
        for person, one in wanted.items():
            for anchor in one.anchors:
                self._people[anchor].add(person)

    def candidates(self, text: str) -> set[int]:
        """Return the people with a word in the text."""
        found: set[int] = set()
        for word in words_of(text) & self._people.keys():
            found |= self._people[word]
        return found


def flat(text: str) -> str:
    """Return text for comparison: case-insensitive and without accents. It is not cached."""
    return text.casefold() if text.isascii() else "".join(_of(sign) for sign in text)


def _of(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", sign).casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def name_matches(text: str, wanted: NamePatterns) -> list[NameMatch]:
    """Return the matches of a person in a text, in order; full matches replace overlapping partial ones."""
    found: list[NameMatch] = []
    seen = flat(text)
    places: list[int] = []
    for pattern, strength in (
        (wanted.full, TraceStrength.FULL),
        (wanted.short, None),
        (wanted.part, TraceStrength.PART),
    ):
        for match in pattern.finditer(seen) if pattern is not None else ():
            places = places or _places(text)
            start, end = places[match.start()], places[match.end() - 1] + 1
            if all(end <= one.start or start >= one.end for one in found):
                found.append(NameMatch(start, end, strength or _of_short(text, end)))
    return sorted(found, key=lambda hit: hit.start)


def _of_short(text: str, end: int) -> TraceStrength:
    """Return the certainty of first name and first surname: lower when another name follows."""
    follower = _NEXT_WORD.match(text, end)
    return TraceStrength.PART if follower is not None and follower[1].isupper() else TraceStrength.FULL


def _places(text: str) -> list[int]:
    """Return the position in the text for each character of the flattened text."""
    return list(range(len(text))) if text.isascii() else [at for at, sign in enumerate(text) for _ in _of(sign)]


def replaced(text: str, wanted: NamePatterns, by: str) -> str:
    """Return the text with every match replaced, including combining marks."""
    parts: list[str] = []
    last = 0
    for hit in name_matches(text, wanted):
        end = hit.end
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        parts += [text[last : hit.start], by]
        last = end
    return "".join([*parts, text[last:]])
