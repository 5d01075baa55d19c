"""Passphrases: how they are spelled as bytes, and how hard they are to guess.

A file is opened by the bytes of its passphrase, so two ways of writing the same letters would be two passphrases. New
passphrases use Unicode's composed form (NFC), which keyboards produce on every system, so that the passphrase opens the
file in any other program too. The stronger NFKC is not used: it changes typed letters (ﬁ, ２, ½), and such a file would
open only here. Files from before this rule keep their spelling, which is tried second.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_

_PART = re.compile(r"[^\W\d_]+|\d+|\s+|[\W_]", re.UNICODE)
_YEAR = re.compile(r"(19|20)\d\d")
_VOWELS = frozenset("aeiouy")
_LOOKED_AT = 64
"""How many first letters are examined; a passphrase of that length is strong whatever follows."""
FREE_TRIES = 2
"""Wrong passphrases without a pause, since everybody mistypes."""
LONGEST_PAUSE = 60
"""Seconds."""


class Level(Labelled):
    """How long a passphrase resists somebody who has the file and eight graphics cards.

    They try about 40,000 a second, since each try costs 256,000 rounds: weak lasts hours, fair at most months, good at
    most centuries, strong longer.
    """

    WEAK = "weak", N_("Weak")
    FAIR = "fair", N_("Fair")
    GOOD = "good", N_("Good")
    STRONG = "strong", N_("Strong")

    @property
    def rank(self) -> int:
        """1 to 4: how many of four bars are filled."""
        return list(Level).index(self) + 1


_BEGINS = ((15.0, Level.STRONG), (12.0, Level.GOOD), (9.0, Level.FAIR))
"""The fewest guesses (as a power of ten) of each level."""


@dataclass(frozen=True, slots=True)
class Strength:
    """The strength of a new passphrase: its level, and one translatable sentence of advice."""

    level: Level
    advice: str


def spelling(passphrase: str) -> str:
    """Return the spelling of a passphrase from which a new key is derived."""
    return unicodedata.normalize("NFC", passphrase)


def spellings(passphrase: str) -> tuple[str, ...]:
    """Return the spellings that may open a file, the usual one first; nearly always there is just one."""
    usual = spelling(passphrase)
    return (usual,) if usual == passphrase else (usual, passphrase)


def strength(passphrase: str, known: Iterable[str] = ()) -> Strength:
    """Return the strength of a passphrase; `known` are words that a thief tries first (the name of the file).

    The lower of two estimates counts. zxcvbn knows popular choices (lists, keyboards, dates), but only English words,
    and takes "tren lluvia" for eleven random letters. The other one counts each word of any language as one choice of
    ten thousand.
    """
    if not passphrase:
        return Strength(Level.WEAK, N_("Four words that have nothing to do with each other are a good passphrase."))
    head = spelling(passphrase)[:_LOOKED_AT]
    named = {word for text in known for word in text.casefold().split() if len(word) > 2}
    listed, by_words = _listed(head, sorted(named)), _by_words(head, named)
    guesses = min(listed, by_words)
    level = next((level for begin, level in _BEGINS if guesses >= begin), Level.WEAK)
    return Strength(level, _advice(level, common=listed < 6, named=any(word in head.casefold() for word in named)))


def _advice(level: Level, *, common: bool, named: bool) -> str:
    if level is Level.STRONG:
        return N_("Hard to guess.")
    if common:
        return N_("This is among the first that are tried; take four words that have nothing to do with each other.")
    if named:
        return N_("Names of the group are tried first; take words that have nothing to do with it.")
    return {
        Level.WEAK: N_("Guessed within hours; take four words that have nothing to do with each other."),
        Level.FAIR: N_("It holds for some weeks; with one or two more words it would be hard to guess."),
        Level.GOOD: N_("Good against a thief; with one more word it would be strong."),
    }[level]


def _listed(passphrase: str, known: list[str]) -> float:
    """Return the guesses by zxcvbn, as a power of ten."""
    from zxcvbn import zxcvbn  # its word lists take 30 ms to load

    return float(zxcvbn(passphrase, user_inputs=known, max_length=_LOOKED_AT)["guesses_log10"])


def _by_words(passphrase: str, known: set[str]) -> float:
    """Return the guesses, as a power of ten, if every word is one choice of a list."""
    seen: set[str] = set()
    guesses = 0.0
    for part in _PART.findall(passphrase):
        folded = part.casefold()
        if folded in seen:  # a repeated word
            guesses += 0.3
            continue
        seen.add(folded)
        guesses += _part(folded, known=folded in known)
        if part[1:] != folded[1:]:  # capitals inside
            guesses += min(len(part), 4) * 0.3
    return guesses


def _part(part: str, *, known: bool) -> float:
    if part.isspace():
        return 0.0
    if part.isdigit():
        return 2.0 if _YEAR.fullmatch(part) else float(len(part))
    if not part.isalpha():
        return 1.5
    if known:
        return 1.0
    if len(part) <= 3:
        return 1.2 * len(part)
    if not _is_pronounced(part):
        return len(part) * math.log10(26)
    return 4.0 * math.ceil(len(part) / 9)  # words written together


def _is_pronounced(part: str) -> bool:
    """Return whether letters look like a word and not random; other alphabets always do."""
    flat = unicodedata.normalize("NFKD", part)
    letters = "".join(letter for letter in flat if letter.isascii() and letter.isalpha())
    if len(letters) < len(part):
        return True
    vowels = sum(letter in _VOWELS for letter in letters)
    longest = max(len(run) for run in re.split("[aeiouy]", letters))
    return 0.2 <= vowels / len(letters) <= 0.7 and longest <= 4


def pause_after(tries: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: 0, 0, 1, 2, 4 … 60."""
    return 0 if tries <= FREE_TRIES else min(2 ** (tries - FREE_TRIES - 1), LONGEST_PAUSE)
