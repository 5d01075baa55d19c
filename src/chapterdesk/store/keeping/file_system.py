"""What the store asks of the file system: replacing a file by a finished one, and what belongs to it.

After a power cut one of the two files, the old or the new one, is there and whole.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite.faults import explain_errors

_CHUNK = 1 << 20
_LONGEST = 230
"""Bytes that a file's name may have, so that suffixes can be added for the files beside it; systems allow 255."""


def refuse_long_name(path: Path) -> None:
    """Raise ChapterError when the name of a new file is too long for the files beside it."""
    if len(os.fsencode(path.name)) > _LONGEST:
        raise ChapterError(N_("The name of the file is too long; choose a shorter one"))


COMPANIONS = ("-wal", "-shm", "-journal")
"""The suffixes of files that SQLite keeps beside a database; SQLite would apply a leftover one to the new file."""
TRIES, PAUSE = 10, 0.05
"""How often a rename is tried, and the seconds in between: on Windows a virus scanner may have the file open."""
PART = ".part"
"""The suffix of an unfinished file, which is renamed when it is whole."""


def part_of(target: Path) -> Path:
    """Return the path of the unfinished file for `target`: in the same folder, so that a rename is enough."""
    return target.with_name(f".{target.name}{PART}")


def put_in_place(new: Path, target: Path, area: str) -> None:
    """Rename `new`, written and closed in the same folder, to `target`, which nobody may have open.

    The companions of the old file go first: a stale -wal once undid a restore, and integrity_check said ok. Between
    the two steps the old file is still whole, for its -wal was written back when it was closed. `area` names the
    crash points. Raises DiskFullError when the disk refuses one of the steps, ChapterError when a program holds one.
    """
    with explain_errors(target):
        flush(new)
        crashpoint(f"{area}: new file whole")
        with _held(target):
            for companion in COMPANIONS:
                retry_while_held(partial(target.with_name(target.name + companion).unlink, missing_ok=True))
        crashpoint(f"{area}: companions gone")
        rename(new, target)
    crashpoint(f"{area}: in place")
    flush_folder(target.parent)


def rename(new: Path, target: Path) -> None:
    """Rename a finished file to `target`; raises ChapterError when a program holds one of the two for longer."""
    with _held(target):
        retry_while_held(partial(new.replace, target))


def retry_while_held(act: Callable[[], object]) -> None:
    """Try again for a moment while another program prevents it."""
    for tries_left in reversed(range(TRIES)):
        try:
            act()
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(PAUSE)
        else:
            return


@contextmanager
def _held(target: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise ChapterError(
            N_(
                "{file} could not be put in its place: another program holds it, or the folder may not be"
                " written. What was there is still there; close that program, then try again"
            ),
            file=target.name,
        ) from error


def copy_permissions(old: Path, new: Path) -> None:
    """Give the new file the permissions of the old one; its owner may always write it."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)


def copy_file(source: Path, new: Path, like: Path, progress: Progress, text: str) -> None:
    """Copy a file that nobody writes to `new`, with the permissions of the file `like`."""
    size, done = max(source.stat().st_size, 1), 0
    with source.open("rb") as reading, new.open("wb") as writing:
        copy_permissions(like, new)
        while chunk := reading.read(_CHUNK):
            writing.write(chunk)
            done += len(chunk)
            progress.step(done * 100 // size, 100, text)


def write_whole(path: Path, text: str) -> None:
    """Write a small text file, whole or not at all: under another name, then renamed."""
    part = part_of(path)
    part.write_text(text, "utf-8")
    flush(part)
    retry_while_held(partial(part.replace, path))


def flush(path: Path) -> None:
    """Have the system write a file to the disk before going on."""
    with path.open("rb+") as file:
        _to_the_disk(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the system write the entries of a folder to the disk, where that can be done (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            _to_the_disk(descriptor)
        finally:
            os.close(descriptor)


def _to_the_disk(descriptor: int) -> None:
    """Flush; on macOS fsync leaves data in the memory of the disk, and F_FULLFSYNC works on most disks."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def has_companions(path: Path) -> bool:
    """Tell whether SQLite left anything beside a file: it is open, or its program was killed."""
    return any(path.with_name(path.name + end).exists() for end in COMPANIONS)


def remove_companions(target: Path) -> None:
    """Remove the files beside a closed database, as far as the system allows it."""
    for companion in COMPANIONS:
        with suppress(OSError):
            target.with_name(target.name + companion).unlink(missing_ok=True)


def remove_parts(target: Path) -> None:
    """Remove the unfinished file that a killed process left for `target`, as far as the system allows it."""
    part = part_of(target)
    for left in (part, *(part.with_name(part.name + companion) for companion in COMPANIONS)):
        with suppress(OSError):
            left.unlink(missing_ok=True)
