"""Putting a finished file in the place of a closed desk file, so that a power cut leaves one of the two whole."""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.faults import meaning

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; one left over from another file would be played into the new one."""
TRIES, PAUSE = 10, 0.05
"""How often, and after how many seconds, a rename is tried: on Windows a virus scanner may just look at the file."""
PART = ".part"
"""How the name of a file ends that is still being made beside its place; what a killed process left is none of ours."""


def part_of(target: Path) -> Path:
    """Return where the file that will stand at `target` is made: in the same folder, so that a rename is enough."""
    return target.with_name(f".{target.name}{PART}")


def put_in_place(new: Path, target: Path, area: str) -> None:
    """Rename `new`, written and closed in the same folder, to `target`, which nobody may have open.

    The companions of the old file go first: a stale -wal once undid a restore, and integrity_check said ok. Between
    the two steps the old file is still whole, for its -wal was written back when it was closed. `area` names the
    crash points. Raises DiskFullError when the disk refuses one of the steps, ChapterError when a program holds one.
    """
    with meaning(target):
        flush(new)
        crashpoint(f"{area}: new file whole")
        for companion in COMPANIONS:
            target.with_name(target.name + companion).unlink(missing_ok=True)
        crashpoint(f"{area}: companions gone")
        _rename(new, target)
    crashpoint(f"{area}: in place")
    flush_folder(target.parent)


def _rename(new: Path, target: Path) -> None:
    for tries_left in reversed(range(TRIES)):
        try:
            new.replace(target)
        except PermissionError as error:
            if not tries_left:
                raise ChapterError(
                    N_(
                        "{file} could not be put in its place: another program holds it, or the folder may not be"
                        " written. What was there is still there; close that program, then try again"
                    ),
                    file=target.name,
                ) from error
            time.sleep(PAUSE)
        else:
            return


def keep_rights(old: Path, new: Path) -> None:
    """Let the same accounts read the new file as the old one: nobody else may because it is new. Its owner writes."""
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)


def flush(path: Path) -> None:
    """Have the system write a file to the disk before going on."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the system write the names in a folder to the disk, where a folder can be flushed (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep_companions(target: Path) -> None:
    """Remove what SQLite no longer needs beside a file at rest, as far as the system lets us."""
    for companion in COMPANIONS:
        with suppress(OSError):
            target.with_name(target.name + companion).unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove what a killed process left half-made beside `target`, as far as the system lets us."""
    part = part_of(target)
    for left in (part, *(part.with_name(part.name + companion) for companion in COMPANIONS)):
        with suppress(OSError):
            left.unlink(missing_ok=True)
