"""What can be wrong with a desk file: each fault is a class of ChapterError, so that the window can offer help.

The program never repairs, overwrites or deletes a file that it could not open.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite.cipher import DatabaseError


class DamagedError(ChapterError):
    """The file is a desk file, or was one, and cannot be read any more; a backup helps."""


class ForeignError(ChapterError):
    """The file is something else: a letter, a picture, the database of another program."""


class NewerError(ChapterError):
    """The file was made by a newer release of the program; only that release can open it."""


class PassphraseNeededError(ChapterError):
    """The file is protected and the passphrase is missing or wrong (or the file is damaged: that looks the same)."""


class ReadOnlyError(ChapterError):
    """The file is open for reading only; a copy helps."""


class DiskFullError(ChapterError):
    """The disk has no room, or refuses to write: nothing of the change was stored, the file is as it was before."""


class FolderGoneError(ChapterError):
    """The folder of the backups cannot be reached: a stick that was taken out, a disk that is not connected."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a desk file: the process and the computer; `since` is ISO time (UTC). No name of a person."""

    process: int
    computer: str
    since: str


class HeldError(ChapterError):
    """Another window or program holds the file; `holder` says who, None when that is not known."""

    holder: Holder | None = None


_FULL = ("database or disk is full", "disk I/O error", "unable to open database")
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
_DAMAGED = ("malformed", "file is not a database", "file is encrypted", "Could not decode")


@contextmanager
def explain_errors(path: Path) -> Iterator[None]:
    """Turn errors of the driver and the system about a full disk or a damaged file into a ChapterError.

    Every other error passes: it is a fault of the program. SQLite has rolled the transaction back by then.
    """
    try:
        yield
    except (DBAPIError, DatabaseError) as error:
        if is_of_the_disk(error):
            raise disk_full(path) from error
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        if any(words in said for words in _DAMAGED):
            raise _damaged(path) from error
        raise
    except UnicodeDecodeError as error:  # a message, or a text, that contains damaged bytes
        raise _damaged(path) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise disk_full(path) from error
        raise


def is_of_the_disk(error: Exception) -> bool:
    """Tell whether the driver says that the disk is full or refuses to write."""
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    return any(words in said for words in _FULL)


def _damaged(path: Path) -> DamagedError:
    return DamagedError(N_("{file} is damaged; go on with a backup"), file=path.name)


def disk_full(path: Path) -> DiskFullError:
    """Return the error that says that the disk is full."""
    return DiskFullError(
        N_("The disk is full or cannot be written: nothing was stored. Make room, then try again"), file=path.name
    )
