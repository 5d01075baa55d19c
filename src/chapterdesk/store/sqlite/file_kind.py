"""What kind of file a path leads to, decided by its first page alone, before SQLite touches it."""

import enum
import math
from collections import Counter
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError, ForeignError
from chapterdesk.store.sqlite.schema import APPLICATION_ID

_APPLICATION_AT = 68
"""Where the header of an SQLite file says which program it belongs to (four bytes, big-endian)."""
_HEADER = 100
_RANDOM_BITS = 7.5
"""Bits of entropy per byte of an encrypted page (4096 random bytes: 7.95 on average; text: 4 to 5, programs: 6)."""
_OTHERS = (
    *(b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"\x89PNG", b"GIF8", b"\x1f\x8b\x08\x00"),
    *(b"7z\xbc\xaf", b"Rar!", b"BZh9", b"\xfd7zXZ", b"RIFF", b"OggS", b"\x28\xb5\x2f\xfd", b"\xd0\xcf\x11\xe0"),
)
"""How compressed files of other programs begin, whose pages look random too; at least four bytes each, since a
protected desk file can begin with any bytes."""


class FileKind(enum.Enum):
    """The kinds of desk files."""

    PLAIN = "plain"
    PROTECTED = "protected"


def inspect(path: Path) -> FileKind:
    """Return the kind of the desk file at `path`.

    Raises ChapterError when there is none, DamagedError when it is one of ours that was cut or emptied, ForeignError
    when it is something else. A protected file is random from its first byte: one that looks so and is whole pages is
    taken for one, whether it is ours shows when its passphrase opens it.
    """
    if path.is_dir():
        raise ChapterError(N_("{file} is a folder; choose a file in it"), file=path.name)
    if not path.is_file():
        raise ChapterError(N_("{file} does not exist"), file=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            page = file.read(cipher.PAGE_BYTES)
    except OSError as error:
        raise ChapterError(
            N_("{file} cannot be read: the system does not let this program open it"), file=path.name
        ) from error
    if size == 0:
        raise DamagedError(N_("{file} is empty; it was left as it is"), file=path.name)
    if page.startswith(cipher.PLAIN_HEADER):
        if len(page) < _HEADER:
            raise _damaged(path)
        if int.from_bytes(page[_APPLICATION_AT : _APPLICATION_AT + 4], "big") != APPLICATION_ID:
            raise _foreign(path)
        if size % cipher.PAGE_BYTES and not _is_mended_by_sqlite(path):
            raise _damaged(path)
        return FileKind.PLAIN
    if page.startswith(_OTHERS) or len(page) < cipher.PAGE_BYTES or _bits(page) < _RANDOM_BITS:
        raise _foreign(path)
    if size % cipher.PAGE_BYTES and not _is_mended_by_sqlite(path):
        raise _damaged(path)
    return FileKind.PROTECTED


def _is_mended_by_sqlite(path: Path) -> bool:
    """Tell whether SQLite can complete the torn last page that a killed program left: a -wal or -journal is there."""
    beside = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    return any(one.exists() and one.stat().st_size > 0 for one in beside)


def _bits(page: bytes) -> float:
    """Return the entropy of the page in bits per byte (Shannon)."""
    size = len(page)
    return -sum(count / size * math.log2(count / size) for count in Counter(page).values())


def _damaged(path: Path) -> DamagedError:
    return DamagedError(N_("{file} is damaged; it was left as it is"), file=path.name)


def _foreign(path: Path) -> ForeignError:
    return ForeignError(N_("{file} is not a ChapterDesk file, or damaged; it was left as it is"), file=path.name)
