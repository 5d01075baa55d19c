"""Putting a finished file in the place of a closed desk file, so that a power cut leaves one of the two whole."""

import os
from contextlib import suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.store.faults import meaning

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; one left over from another file would be played into the new one."""
PART = ".part"
"""How the name of a file ends that is still being made beside its place; what a killed process left is none of ours."""


def part_of(target: Path) -> Path:
    """Return where the file that will stand at `target` is made: in the same folder, so that a rename is enough."""
    return target.with_name(f".{target.name}{PART}")


def put_in_place(new: Path, target: Path, area: str) -> None:
    """Rename `new`, written and closed in the same folder, to `target`, which nobody may have open.

    The companions of the old file go first: a stale -wal once undid a restore, and integrity_check said ok. Between
    the two steps the old file is still whole, for its -wal was written back when it was closed. `area` names the
    crash points. Raises DiskFullError when the disk refuses one of the steps.
    """
    with meaning(target):
        flush(new)
        crashpoint(f"{area}: new file whole")
        for companion in COMPANIONS:
            target.with_name(target.name + companion).unlink(missing_ok=True)
        crashpoint(f"{area}: companions gone")
        new.replace(target)
    crashpoint(f"{area}: in place")
    flush_folder(target.parent)


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
