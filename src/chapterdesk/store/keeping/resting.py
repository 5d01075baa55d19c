"""What a plain desk file was like when it was closed last, so that a byte that changed on the disk since is noticed.

The pages of an encrypted file carry seals of their own. For a plain one its digest is kept beside the program's data,
by identity and place. It holds as long as SQLite has not written to the file since, which its header says (the size,
and the counter that every change moves on); if the digest is another one then, the disk or somebody changed it.
"""

import datetime as dt
import hashlib
import json
from contextlib import suppress
from pathlib import Path

from chapterdesk import paths
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.finding import Finding
from chapterdesk.store.keeping.soundness import digest_of
from chapterdesk.store.keeping.swapping import COMPANIONS, flush, part_of
from chapterdesk.store.sqlite.file import DeskFile

_HEADER = 100
"""Bytes of the header of an SQLite file: the counter of changes, the number of pages, the version of the schema."""


def close(desk: DeskFile, folder: Path | None = None) -> None:
    """Close a desk file and keep what it is like at rest, below the program's data or in `folder`."""
    identity = ""
    if desk.key is None and not desk.read_only:
        with suppress(ChapterError):
            identity = desk.identity
    desk.close()
    if identity:
        with suppress(OSError):
            _keep(desk.path, identity, folder)


def _keep(path: Path, identity: str, folder: Path | None) -> None:
    if any(path.with_name(path.name + end).exists() for end in COMPANIONS):
        return
    seal, header = _seal(path, identity, folder), _header(path)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    told = {"header": header.hex(), "size": path.stat().st_size, "digest": digest_of(path), "at": now}
    if _header(path) != header:
        return  # another window has it already
    seal.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(seal)
    part.write_text(json.dumps(told), "utf-8")
    flush(part)
    part.replace(seal)


def forget(path: Path, identity: str, folder: Path | None = None) -> None:
    """Forget what the file at `path` was like: another is put in its place."""
    with suppress(OSError):
        _seal(path, identity, folder).unlink(missing_ok=True)


def compare(path: Path, identity: str, progress: Progress = SILENT, folder: Path | None = None) -> list[Finding] | None:
    """Return what differs between a closed plain file and how it was closed, [] when nothing does.

    None when that cannot be told: it is open, was changed since in the proper way, or was never closed here.
    """
    try:
        told = json.loads(_seal(path, identity, folder).read_text("utf-8"))
        known = (bytes.fromhex(told["header"]), int(told["size"]), str(told["digest"]))
        at = dt.datetime.fromisoformat(told["at"])
        if any(path.with_name(path.name + end).exists() for end in COMPANIONS):
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


def _seal(path: Path, identity: str, folder: Path | None) -> Path:
    name = hashlib.sha256(f"{identity}\n{path.absolute()}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return (folder or paths.resting_folder()) / f"{name}.json"


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)
