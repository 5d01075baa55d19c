"""Whether a database is sound, checked on a raw connection, with progress and cancel; and copying one whole.

Works on files of every release, so it uses no tables but SQLite's own.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite import cipher


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a translatable text and the values that fill it in."""

    text: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.params)


EVERY = 20_000
"""Instructions of SQLite between two calls of the progress handler: about a millisecond."""
PAUSE = 0.05
"""Seconds between two reports of progress."""
_CHUNK = 1 << 20


@contextmanager
def watched(connection: Any, step: Callable[[], None]) -> Iterator[None]:
    """Call `step` regularly while a statement of the connection runs; an error that it raises stops the statement."""
    stopped: list[BaseException] = []
    next_at = time.monotonic()

    def look() -> int:
        nonlocal next_at
        if time.monotonic() < next_at:
            return 0
        next_at = time.monotonic() + PAUSE
        try:
            step()
        except BaseException as raised:  # noqa: BLE001 - the driver would swallow it; it is raised again below
            stopped.append(raised)
            return 1
        return 0

    connection.set_progress_handler(look, EVERY)
    try:
        yield
    except cipher.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def findings_of(connection: Any, progress: Progress = SILENT, *, encrypted: bool) -> list[Finding]:
    """Return what is wrong with the pages, indexes and references of a database, [] when it is sound.

    Every page of an encrypted file carries its own HMAC; all are compared, also those of free pages.
    """
    text = N_("Checking every page")
    found: list[Finding] = []
    try:
        with watched(connection, lambda: progress.step(0, 0, text)):
            found += damage_in(connection.execute("PRAGMA integrity_check"))
            if encrypted:
                found += [damaged(str(row[0])) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if not found:
                found += dangling(connection.execute("PRAGMA foreign_key_check"))
    except cipher.DatabaseError as error:
        found.append(damaged(str(error)))
    return found


def damage_in(rows: Any) -> Iterator[Finding]:
    """Yield what the rows of integrity_check, or quick_check, say is broken in pages and indexes."""
    for row in rows:
        for line in str(row[0]).splitlines():
            if line != "ok" and not line.startswith("***"):
                yield damaged(line)


def damaged(detail: str) -> Finding:
    """Return the finding that SQLite reads something wrong in the file."""
    return Finding(N_("The file is damaged: {detail}"), {"detail": detail})


def dangling(rows: Any) -> Iterator[Finding]:
    """Yield, by table, what the rows of foreign_key_check say: rows that point at missing rows."""
    broken: dict[tuple[str, str], int] = {}
    for row in rows:
        pair = (str(row[0]), str(row[2]))
        broken[pair] = broken.get(pair, 0) + 1
    for (table, target), count in sorted(broken.items()):
        yield Finding(
            N_("{count} rows of “{table}” point at rows of “{target}” that are not there"),
            {"count": count, "table": table, "target": target},
        )


def copy_whole(connection: Any, target: Path, progress: Progress = SILENT, text: str = "") -> None:
    """Write the database of a connection to `target` (which must not exist) as one compact file, its -wal included.

    It is one state of the file, whoever writes meanwhile, and encrypted with the same key. Raises the driver's own
    errors, and leaves no part of `target` behind.
    """
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    size = max(pages * int(connection.execute("PRAGMA page_size").fetchone()[0]), 1)

    def step() -> None:
        written = target.stat().st_size if target.exists() else 0
        progress.step(min(written * 100 // size, 99), 100, text)

    try:
        with watched(connection, step):
            connection.execute("VACUUM INTO ?", (cipher.sqlite_uri(target),))
    except BaseException:
        for left in (target, target.with_name(target.name + "-journal")):
            left.unlink(missing_ok=True)
        raise


def digest_of(path: Path, progress: Progress = SILENT, text: str = "") -> str:
    """Return the SHA-256 of a file."""
    size, done, digest = max(path.stat().st_size, 1), 0, hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            progress.step(done * 100 // size, 100, text)
    return digest.hexdigest()
