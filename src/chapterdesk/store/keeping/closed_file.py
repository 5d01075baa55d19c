"""A closed desk file: its digest, work on it, and how it is made, opened and opened again.

The pages of an encrypted file carry seals of their own. Of a plain one the digest is kept when it is closed, beside the
program's data, by identity and place, so that a byte that changed on the disk since is noticed. It holds as long as
SQLite has not written to the file since, which its header says (the size, and the counter that every change moves on);
if the digest is another one then, the disk or somebody changed it.
"""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chapterdesk import paths
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.file_system import has_companions, write_whole
from chapterdesk.store.keeping.integrity import Finding, digest_of
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite.file import DeskFile

_HEADER = 100
"""Bytes of the header of an SQLite file: the counter of changes, the number of pages, the version of the schema."""


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
    writable = os.access(path, os.W_OK) and os.access(real_path(path).parent, os.W_OK)
    if not read_only and (writable or not path.is_file()):
        with suppress(PermissionError):  # the system allowed it, the disk does not
            return DeskFile.open(path, passphrase or None, key=key, backups=backups)
    return DeskFile.open(path, passphrase or None, read_only=True, key=key)


def create_with(path: Path, passphrase: str | None, fill: Callable[[DeskFile], object]) -> DeskFile:
    """Make a desk file and let `fill` fill it; if that fails, no file is left that would block the next try.

    Afterwards there is nothing to undo.
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


def close_with_digest(desk: DeskFile) -> None:
    """Close a desk file and store its digest below the program's data."""
    identity = ""
    if desk.key is None and not desk.read_only:
        with suppress(ChapterError):
            identity = desk.identity
    desk.close()
    if identity:
        with suppress(OSError):
            _keep(desk.path, identity)


def _keep(path: Path, identity: str) -> None:
    if has_companions(path):
        return
    seal, header = _seal(path, identity), _header(path)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    told = {"header": header.hex(), "size": path.stat().st_size, "digest": digest_of(path), "at": now}
    if _header(path) != header:
        return  # another window has opened it already
    seal.parent.mkdir(parents=True, exist_ok=True)
    write_whole(seal, json.dumps(told))


def forget_digest(path: Path, identity: str) -> None:
    """Remove the stored digest of the file at `path`: the program itself replaces that file."""
    with suppress(OSError):
        _seal(path, identity).unlink(missing_ok=True)


def changes_since_close(path: Path, identity: str, progress: Progress = SILENT) -> list[Finding] | None:
    """Return how a closed plain file differs from its digest of the last close, [] when it does not.

    None when that is not known: the file is open, was changed by SQLite since, or was never closed here.
    """
    try:
        told = json.loads(_seal(path, identity).read_text("utf-8"))
        known = (bytes.fromhex(told["header"]), int(told["size"]), str(told["digest"]))
        at = dt.datetime.fromisoformat(told["at"])
        if has_companions(path):
            return None
        if (_header(path), path.stat().st_size) != known[:2]:
            return None
        if digest_of(path, progress, N_("Comparing with the last close")) == known[2]:
            return []
    except (OSError, ValueError, KeyError, TypeError):
        return None
    text = N_(
        "The file was changed on the disk, by something other than ChapterDesk, after it was closed on {at} (UTC)"
    )
    return [Finding(text, {"at": at})]


def _seal(path: Path, identity: str) -> Path:
    name = hashlib.sha256(f"{identity}\n{path.absolute()}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return paths.resting_folder() / f"{name}.json"


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)
