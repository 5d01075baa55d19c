"""Opening a desk file for writing where that is allowed, and opening one again after work on it while it was closed."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.store.keeping.whereabouts import real
from chapterdesk.store.sqlite.file import DeskFile


@dataclass(frozen=True, slots=True)
class ReopenAs:
    """How a job left the file: where it is, the key that opens it, and the result of the job."""

    path: Path
    key: str | None
    result: Any = None


ClosedJob = Callable[[Path, str | None, Progress], ReopenAs]
"""Work on a closed desk file: its path, its key, progress."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A file that is open again, the result of the job, and what went wrong with it."""

    desk: DeskFile
    result: Any = None
    error: BaseException | None = None


def open_as_allowed(path: Path, passphrase: str, key: str | None, backups: Path, *, read_only: bool) -> DeskFile:
    """Open a file for writing where that is allowed, else to read only."""
    writable = os.access(path, os.W_OK) and os.access(real(path).parent, os.W_OK)
    if not read_only and (writable or not path.is_file()):
        with suppress(PermissionError):  # the system said that it may be written, the disk says otherwise
            return DeskFile.open(path, passphrase or None, key=key, backups=backups)
    return DeskFile.open(path, passphrase or None, read_only=True, key=key)


def create_with(path: Path, passphrase: str | None, fill: Callable[[DeskFile], object]) -> DeskFile:
    """Make a desk file and have it filled; where that fails, no file stands in the way of the next try.

    What `fill` did is no change of an open file, so there is nothing to undo.
    """
    desk = DeskFile.create(path, passphrase)
    try:
        fill(desk)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    desk.forget_undo()
    return desk


def run_and_reopen(job: ClosedJob, path: Path, key: str | None, progress: Progress, *, read_only: bool) -> Reopened:
    """Run a job on a closed file and open it where the job left it; whatever goes wrong, it is opened as it was."""
    try:
        left = job(path, key, progress)
    except BaseException as error:  # noqa: BLE001 - the file is opened again first, then it is told
        return Reopened(DeskFile.open(path, key=key, read_only=read_only), error=error)
    try:
        return Reopened(DeskFile.open(left.path, key=left.key, read_only=read_only), left.result)
    except ChapterError as error:
        return Reopened(DeskFile.open(path, key=key, read_only=read_only), error=error)
