"""Where a file really is, and that as a key: the same for every path that leads to it.

SQLite keeps the -wal beside the file itself, and a rename would replace a link by a file: so the lock, the unfinished
file and the new file all belong to the path that the link leads to.

The window needs it before its first picture: only the standard library is imported here.
"""

import hashlib
import os
import unicodedata
from pathlib import Path


def real_path(path: Path) -> Path:
    """Return the path that a link leads to, and any other path unchanged; links among its folders do no harm."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # links in a circle: there is no file
        return path


def location_key(path: Path) -> str:
    """Return the path of a file in one spelling: two paths to one location give the same text."""
    return unicodedata.normalize("NFC", os.path.normcase(real_path(path).absolute()))


def location_digest(path: Path) -> str:
    """Return a digest of the path of a file, to be used as a key: preferences then hold no names."""
    return path_digest(location_key(path))


def path_digest(text: str) -> str:
    """Return a short digest of a text with paths in it, from which nothing can be read."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]
