"""The fonts on paper: Noto Sans, embedded, and the treatment of characters that it lacks."""

import re
import unicodedata
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from chapterdesk.domain.text import clean
from chapterdesk.paths import resources

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
ITALIC = "NotoSans-Italic"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf", ITALIC: "NotoSans-Italic.ttf"}
_ELLIPSIS = "…"
_BLANKS = re.compile(r"\s+")
_SAME = str.maketrans({"\N{MINUS SIGN}": "\N{EN DASH}", "\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": None})


@cache
def _covered() -> frozenset[str]:
    """Register the fonts and return the characters that all of them have."""
    faces = []
    for name, file in _FILES.items():
        font = TTFont(name, str(resources() / "fonts" / file))
        pdfmetrics.registerFont(font)
        faces.append(frozenset(map(chr, font.face.charToGlyph)))
    return frozenset.intersection(*faces)


def register() -> None:
    """Make the fonts known to ReportLab; costs a few hundredths of a second once."""
    _covered()


class Ink:
    """Makes text printable, and remembers the characters that no font has.

    Such a character prints as U+XXXX, never as an empty box. One Ink serves one document.
    """

    def __init__(self) -> None:
        self._have = _covered()
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes (U+XXXX) of the characters so far that no font has, in order."""
        return tuple(self._missing)

    def printable(self, text: str) -> str:
        """Return `text` as one printable line: line feeds and tabs become blanks."""
        if text.isascii() and text.isprintable():
            return text.strip()
        flat = unicodedata.normalize("NFC", _BLANKS.sub(_blank, clean(text))).translate(_SAME).strip()
        if self._have.issuperset(flat):
            return flat
        parts: list[str] = []
        coded = False
        for mark in flat:
            if mark in self._have:
                parts.append(mark)
                coded = False
            elif unicodedata.category(mark) != "Cc":
                code = f"U+{ord(mark):04X}"
                self._missing[code] = None
                parts.append(f" {code}" if coded else code)
                coded = True
        return "".join(parts)

    def printable_lines(self, text: str) -> list[str]:
        """Return `text` as printable paragraphs, one for each typed line."""
        return [self.printable(part) for part in text.splitlines()] or [""]


def _blank(hit: re.Match[str]) -> str:
    """Return one blank for a run of blanks; a single no-break space is kept."""
    return hit[0] if hit[0] == "\N{NO-BREAK SPACE}" else " "


@lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """Return the width of a printable text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def shorten(text: str, font: str, size: float, room: float) -> str:
    """Return `text`, or its beginning that fits into `room` points with an ellipsis."""
    if width(text, font, size) <= room:
        return text
    fits = _fitting(text, font, size, room - width(_ELLIPSIS, font, size))
    return text[:fits].rstrip() + _ELLIPSIS


def wrap(text: str, font: str, size: float, room: float, most: int = 0) -> list[str]:
    """Return `text` in lines of at most `room` points, broken at blanks, and inside words that are too long.

    With `most`, no more than that many lines; the last one then ends in an ellipsis.
    """
    found: list[str] = []
    rest = text
    while rest:
        if most and len(found) == most - 1:
            return [*found, shorten(rest, font, size, room)]
        if width(rest, font, size) <= room:
            return [*found, rest]
        fits = max(1, _fitting(rest, font, size, room))
        blank = rest.rfind(" ", 0, fits + 1)
        cut = blank if blank > 0 else fits
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return found or [""]


def _fitting(text: str, font: str, size: float, room: float) -> int:
    """Return how many of the first characters of `text` fit into `room` points."""
    # only combining marks are narrower than an eighth of the size
    low, high = 0, min(len(text), int(room / size * 8) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if pdfmetrics.stringWidth(text[:middle], font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return low
