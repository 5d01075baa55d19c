"""Where a desk file really is, behind the links that lead to it, and whether two paths tell of the same place.

SQLite keeps the -wal beside the file itself, and a rename would put a new file in the place of the link: so the lock,
what is made beside the file and what takes its place all belong to where the link leads.
"""

import hashlib
import os
import unicodedata
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_

_LONGEST = 230
"""Bytes of a file's name that leave room for the endings of what stands beside it; every system takes 255."""


def real(path: Path) -> Path:
    """Return the file that a link leads to, and any other path as it is: folders may be links, nothing is hurt."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # links that go round in a circle: there is no file
        return path


def stood_at(path: Path) -> str:
    """Return the place of a file as a word that is the same however its path is spelled on this system."""
    return unicodedata.normalize("NFC", os.path.normcase(real(path).absolute()))


def place_key(path: Path) -> str:
    """Return a digest of the place of a file, as a key: the preferences keep no more names than they need."""
    return digest(stood_at(path))


def digest(text: str) -> str:
    """Return a short digest of a text with paths in it, which tells nothing about it."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def refuse_long_name(path: Path) -> None:
    """Raise ChapterError when a new file would have a name that leaves no room for what is made beside it."""
    if len(os.fsencode(path.name)) > _LONGEST:
        raise ChapterError(N_("The name of the file is too long; choose a shorter one"))
