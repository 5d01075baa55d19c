"""The passphrase of a desk file: added, changed and removed, all in one way.

The whole content is written anew beside the file, under its new key or none, compared with the old table by table, and
put in its place by a rename. So there is one moment, the rename, at which the old state becomes the new one, and a
power cut leaves one of the two whole. (SQLCipher's own rekey works inside the file and cannot add or remove a key.)

What is left of the old file: its name is gone at once and, where the system lets us, its bytes are overwritten after
the rename. On the magnetic disk of a simple file system nothing remains. On an SSD, or a file system that writes
elsewhere what it changes (APFS, Btrfs, ZFS), the old blocks are freed but may be read with a laboratory's means until
they are used again; the same holds for snapshots, system backups and the version history of synced folders. Only
encrypting the disk itself answers that. On Windows a file that is open cannot be renamed over, so it is freed only.
"""

import datetime as dt
import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Cancelled, Progress, WorkShare
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backup_metadata, closed_file
from chapterdesk.store.keeping.backups import Backup, Reason, make_of, one_at_a_time
from chapterdesk.store.keeping.file_system import copy_permissions, part_of, put_in_place, remove_parts
from chapterdesk.store.keeping.integrity import digest_of, watched
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import PassphraseNeededError, explain_errors
from chapterdesk.store.sqlite.lock import DeskLock

AREA = "re-encryption"
_PARTS = 100
_COPYING = 60
"""Percent of the work that is copying; the rest is comparing."""
_BLOCK = 1 << 20


def set_passphrase(path: Path, key: str | None, passphrase: str | None, progress: Progress = SILENT) -> str | None:
    """Protect the closed file at `path` with a passphrase, change it, or remove it (None); return the new key.

    `key` is the one that the file has now, None when it is plain. Nothing else of the content changes: every row, every
    number that was given, the identity. Raises HeldError when somebody has the file open, DiskFullError when there is
    no room for a second copy, PassphraseNeededError when `key` does not open it, Cancelled; the file is then as before.
    """
    if passphrase is not None and not passphrase:
        raise ChapterError(N_("The passphrase is empty; type at least a few words"))
    path = real_path(path)  # a rename onto a link would leave the file that it leads to unprotected
    lock = DeskLock(path)
    lock.acquire()
    try:
        return _set(path, key, passphrase, progress)
    finally:
        lock.release()


def rekey_backups(
    folder: Path,
    identity: str,
    old_key: str | None,
    passphrase: str | None,
    progress: Progress = SILENT,
    *,
    only: Collection[Path] | None = None,
) -> int:
    """Write the backups of a desk file below `folder` anew that `old_key` opens; return how many were done.

    `passphrase` is the new one, or better the new key of the file itself: it then opens all of them, also at the next
    change; None takes it off. When a passphrase is given, plain backups get it too, whatever came before. `only` names
    those that are meant, else all. Each gets a new name and seal before the old one is removed: a power cut leaves both
    whole. Raises what `set_passphrase` raises; those done by then stay done.
    """
    meant = [
        backup
        for backup in backup_metadata.listed(folder, identity)
        if (only is None or backup.path in only) and _opening(backup, old_key, plain_too=passphrase is not None)
    ]
    new_key = None if passphrase is None else cipher.new_key(passphrase)
    for done, backup in enumerate(meant):
        progress.step(done, len(meant), N_("Writing the backups anew"))
        key = old_key if cipher.is_encrypted(backup.path) else None
        with explain_errors(backup.path):
            _rekey_backup(backup, key, new_key)
        crashpoint(f"{AREA}: backup done")
    return len(meant)


def _opening(backup: Backup, key: str | None, *, plain_too: bool) -> bool:
    """Tell whether a backup is to be written anew: the old key opens it, or it is plain and `plain_too`."""
    try:
        encrypted = cipher.is_encrypted(backup.path)
        if not encrypted:
            return (key is None or plain_too) and cipher.opens(backup.path, None)
        return key is not None and cipher.is_for(key, backup.path) and cipher.opens(backup.path, key)
    except OSError:
        return False


def _rekey_backup(backup: Backup, key: str | None, new_key: str | None) -> None:
    target = backup_metadata.free_name(backup.path.parent, backup.name, backup.at)
    with one_at_a_time(backup.path.parent), _written_anew(backup.path, key, target, new_key, SILENT) as new:
        if backup.is_sealed:
            backup_metadata.write_seal(replace(backup, path=target, size=new.stat().st_size, digest=digest_of(new)))
        try:
            put_in_place(new, target, AREA)
        except BaseException:
            with suppress(OSError):
                if not target.exists():
                    backup_metadata.seal_of(target).unlink(missing_ok=True)
            raise
    with _wiping(backup.path, wanted=new_key is not None):
        backup_metadata.remove(backup)


def _set(path: Path, key: str | None, passphrase: str | None, progress: Progress) -> str | None:
    new_key = None if passphrase is None else cipher.new_key(passphrase)
    with _written_anew(path, key, path, new_key, progress) as new, _wiping(path, wanted=passphrase is not None):
        put_in_place(new, path, AREA)
    return new_key


@contextmanager
def _written_anew(path: Path, key: str | None, target: Path, new_key: str | None, progress: Progress) -> Iterator[Path]:
    """Give a copy of the file at `path` under another key, compared with it, to be renamed to `target`."""
    if not cipher.opens(path, key):
        raise PassphraseNeededError(N_("Wrong passphrase, or {file} is damaged; it was left as it is"), file=path.name)
    remove_parts(target)
    new = part_of(target)
    try:
        with explain_errors(path):
            _copy(path, key, new, new_key, progress)
            crashpoint(f"{AREA}: copied")
            _compare(path, key, new, new_key, progress)
        crashpoint(f"{AREA}: compared")
        copy_permissions(path, new)
        yield new
    except BaseException:
        remove_parts(target)
        raise


def _copy(path: Path, key: str | None, new: Path, new_key: str | None, progress: Progress) -> None:
    """Write the whole content of the file at `path` to `new`."""
    connection = cipher.connect(path, key)
    with closing(connection):
        # What a killed process left in a -wal belongs to the file, and the file must be whole until the rename.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode=delete").fetchall()
        kept = {name: _number(connection, name) for name in ("application_id", "user_version", "auto_vacuum")}
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (cipher.sqlite_uri(new), new_key or ""))
        # No journal is needed, nor left in the folder: if this fails, the unfinished file is removed.
        connection.execute("PRAGMA fresh.journal_mode=off").fetchall()
        connection.execute("PRAGMA fresh.synchronous=off")
        connection.execute(f"PRAGMA fresh.auto_vacuum={kept['auto_vacuum']}")
        whole = max(path.stat().st_size, 1)

        def look() -> None:
            written = new.stat().st_size if new.exists() else 0
            progress.step(min(_COPYING * written // whole, _COPYING), _PARTS, N_("Writing the file anew"))

        with watched(connection, look):
            connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        for name in ("application_id", "user_version"):
            connection.execute(f"PRAGMA fresh.{name}={kept[name]}")
        connection.execute("DETACH DATABASE fresh")


def _number(connection: Any, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _compare(path: Path, key: str | None, new: Path, new_key: str | None, progress: Progress) -> None:
    """Raise ChapterError unless the new file is sound and holds exactly what the old one holds."""
    with (
        closing(cipher.connect(path, key, mode="ro")) as old,
        closing(cipher.connect(new, new_key, mode="ro")) as fresh,
    ):
        sound = [
            row
            for pragma in ("integrity_check", "foreign_key_check", "cipher_integrity_check")
            for row in fresh.execute(f"PRAGMA {pragma}").fetchall()
        ]
        names = tables(old)
        same = sound == [("ok",)] and _settings(old) == _settings(fresh)
        for done, name in enumerate(names):
            progress.step(_COPYING + (_PARTS - _COPYING) * done // len(names), _PARTS, N_("Comparing old and new"))
            same = same and digest(old, name) == digest(fresh, name)
    if not same:
        raise ChapterError(N_("{file} could not be written anew; it was left as it is. Check it first"), file=path.name)


def _settings(connection: Any) -> list[Any]:
    """Return what must be equal besides the rows: the application id, the version, the schema."""
    pragmas = ("application_id", "user_version", "auto_vacuum", "encoding")
    schema_rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    return [*(connection.execute(f"PRAGMA {name}").fetchone() for name in pragmas), schema_rows.fetchall()]


def tables(connection: Any) -> list[str]:
    """Return the names of all tables of a file, with sqlite_sequence, which holds the highest ids ever given."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [str(row[0]) for row in rows]


def digest(connection: Any, table: str) -> str:
    """Return a digest of all rows of a table: each value with its type, in the order of the rows."""
    found = hashlib.sha256()
    for row in connection.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid'):  # noqa: S608 - names of the schema
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


@contextmanager
def _wiping(path: Path, *, wanted: bool) -> Iterator[None]:
    """Keep the old file open while a new one takes its name, then overwrite it; the module says what that is worth.

    A file that still has another name (a hard link can be somebody's backup) is not overwritten.
    """
    descriptor = os.open(path, os.O_RDWR) if wanted and os.name == "posix" else None
    try:
        yield
        if descriptor is not None:
            with suppress(OSError):  # its name is gone from the folder in any case
                _overwrite(descriptor)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor)
    if left.st_nlink:
        return
    for start in range(0, left.st_size, _BLOCK):
        os.pwrite(descriptor, bytes(min(_BLOCK, left.st_size - start)), start)
    os.fsync(descriptor)


_SHARES = 3
"""The backup, the file, the backups: each is a third of the progress."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What was done: the new key of the file (None: plain), how many backups have it too, what went wrong with them."""

    key: str | None
    backups: int
    error: ChapterError | None = None


def protect(
    path: Path,
    key: str | None,
    passphrase: str | None,
    folder: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    all_backups: bool = True,
    others: Sequence[Path] = (),
) -> Protected:
    """Set, change or (None) remove the passphrase of the closed file at `path`, and of its backups below `folder`.

    The present state is backed up first; that backup always gets the new passphrase, the older ones if `all_backups`,
    also those below `others`: folders where backups were kept before. An error in one folder does not stop the others.
    Raises what make_of and set_passphrase raise, nothing is changed then. What goes wrong after the file itself is done
    is returned: the file has its new key then. `now` is UTC without a zone.
    """
    lock = DeskLock(path)  # an open file is refused before anything is made
    lock.acquire()
    lock.release()
    backup = make_of(path, key, folder, Reason.PASSPHRASE, now, WorkShare(progress, 0, _SHARES))
    closed_file.forget_digest(path, backup.identity)  # the program itself writes it anew
    new_key = set_passphrase(path, key, passphrase, WorkShare(progress, 1, _SHARES))
    only = None if all_backups else frozenset({backup.path})
    done, wrong = 0, None
    folders = list(dict.fromkeys((folder, *others)))
    for at, place in enumerate(folders):
        part = WorkShare(WorkShare(progress, 2, _SHARES), at, len(folders))
        try:
            done += rekey_backups(place, backup.identity, key, new_key, part, only=only)
        except ChapterError as error:
            wrong = wrong or error
        except Cancelled:
            text = N_("The file is done; some of its backups are as they were before")
            return Protected(new_key, done, ChapterError(text))
        except OSError:
            text = N_("The file is done; some backups could not be written anew and are as they were before")
            wrong = wrong or ChapterError(text)
    return Protected(new_key, done, wrong)
