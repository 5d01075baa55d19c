"""Replacing the desk file by a backup; the present file is kept first.

What is there is either sound, and becomes a backup like any other, or damaged, and is kept beside its place under a
name that says so. Until the last rename it stands in its place untouched.
"""

import dataclasses
import datetime as dt
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backups, closed_file
from chapterdesk.store.keeping.backup_metadata import Backup, Reason, local
from chapterdesk.store.keeping.counts import Counts, counts_of, last_change_of, mark_of
from chapterdesk.store.keeping.file_system import (
    COMPANIONS,
    copy_file,
    flush_folder,
    has_companions,
    part_of,
    put_in_place,
    remove_parts,
)
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.keeping.private_folder import PrivateCopy
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError, ForeignError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.file_kind import inspect
from chapterdesk.store.sqlite.lock import DeskLock


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What a restore would change: what the file holds now and would hold then, and when each was changed last (UTC).

    `now` is None where the file cannot be read; `is_same` says that it is in the backup's state; `encrypted_now` and
    `encrypted_then` say whether each has a passphrase.
    """

    now: Counts | None
    then: Counts
    changed_now: dt.datetime | None
    changed_then: dt.datetime | None
    is_same: bool
    encrypted_now: bool
    encrypted_then: bool


def preview(desk: DeskFile | None, backup: Backup, key: str | None) -> RestorePreview:
    """Return what restoring a backup would change; raises a ChapterError when it cannot be read (with this key)."""
    then, changed_then, mark = _look(backup.path, _key_for(backup.path, key))
    now, changed_now, mark_now = _look(desk.source, desk.key) if desk is not None else (None, None, None)
    return RestorePreview(
        now,
        then,
        changed_now,
        changed_then,
        is_same=mark == mark_now,
        encrypted_now=desk is not None and desk.key is not None,
        encrypted_then=cipher.is_encrypted(backup.path),
    )


def _look(path: Path, key: str | None) -> tuple[Counts, dt.datetime | None, str]:
    try:
        with closing(cipher.connect(path, key, mode="ro")) as connection:
            return counts_of(connection), last_change_of(connection), mark_of(connection)
    except cipher.DatabaseError as error:
        raise _unreadable(path, key) from error


def _key_for(path: Path, key: str | None) -> str | None:
    """Return the key where the file needs one; raises ChapterError when there is no file or no key."""
    if not path.is_file():
        raise ChapterError(N_("The backup {file} is no longer there"), file=path.name)
    if not cipher.is_encrypted(path):
        return None
    if key is None:
        raise PassphraseNeededError(N_("{file} needs its passphrase"), file=path.name)
    return key


def _unreadable(path: Path, key: str | None) -> ChapterError:
    if key is not None and not cipher.is_for(key, path):
        return PassphraseNeededError(N_("{file} has another passphrase, an earlier one"), file=path.name)
    return DamagedError(N_("The backup {file} is damaged; choose another. Nothing was changed"), file=path.name)


def restore(
    backup: Backup,
    target: Path,
    key: str | None,
    folder: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    present_key: str | None = None,
) -> Path | None:
    """Put a checked copy of a backup at `target`, which the caller has closed (or which is not there).

    A sound file at `target` is backed up below `folder` first; a damaged one is kept beside it, and that path is
    returned. `key` opens the backup, `present_key` the file where that is another. Raises a ChapterError when the
    backup is not sound, the disk is full, or another window holds the file: then nothing was changed.
    """
    target, key = real_path(target), _key_for(backup.path, key)
    lock = DeskLock(target)
    lock.acquire()
    try:
        remove_parts(target)
        part = part_of(target)
        try:
            _copy(backup.path, part, target, progress)
            _check(backup, part, key, progress)
            crashpoint("restore: copy checked")
            damaged = _keep_present(target, present_key or key, folder, now, progress)
            if damaged is None and target.exists():
                _lay_to_rest(target, present_key or key)
            crashpoint("restore: present state kept")
            closed_file.forget_digest(target, backup.identity)
            put_in_place(part, target, "restore")
        except BaseException:
            remove_parts(target)
            raise
        return damaged
    finally:
        lock.release()


def _copy(source: Path, part: Path, target: Path, progress: Progress) -> None:
    """Copy a file that nobody writes, with the rights of `target`; raises DiskFullError when there is no room."""
    try:
        copy_file(source, part, target, progress, N_("Copying the backup"))
    except OSError as error:
        raise DiskFullError(
            N_("The backup could not be copied to {folder}: {reason}. Nothing was changed; make room, then try again"),
            folder=str(part.parent),
            reason=reason_of(error),
        ) from error


def _check(backup: Backup, part: Path, key: str | None, progress: Progress) -> None:
    """Raise when the copy is not what the backup's seal says, not sound, or of a newer release."""
    if backups.verify(dataclasses.replace(backup, path=part), key, progress):
        raise _unreadable(backup.path, key)
    schema.verify(part, key)


def _keep_present(target: Path, key: str | None, folder: Path, now: dt.datetime, progress: Progress) -> Path | None:
    """Keep what is at `target`: as a backup when it is sound, else beside its place; return the path beside it."""
    if not target.exists():
        return None
    try:
        inspect(target)
        own_key = key if cipher.is_encrypted(target) else None
        with _source(target) as source:
            backups.make_of(target, own_key, folder, Reason.RESTORE, now, progress, source=source)
    except (DamagedError, ForeignError, PassphraseNeededError, cipher.DatabaseError):
        return _keep_beside(target, now)
    return None


def _lay_to_rest(target: Path, key: str | None) -> None:
    """Write back what a crash left in a -wal: until the rename the file must be whole without its companions."""
    own_key = key if cipher.is_encrypted(target) else None
    if has_companions(target):
        with suppress(cipher.DatabaseError), closing(cipher.connect(target, own_key)) as last:
            last.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            last.execute("PRAGMA journal_mode=delete").fetchall()


@contextmanager
def _source(target: Path) -> Iterator[Path]:
    """Give the file to back up: a private copy where a crash left a -wal beside it, that must stay as it is."""
    if not has_companions(target):
        yield target
        return
    with PrivateCopy(target) as copy:
        yield copy.path


def _keep_beside(target: Path, now: dt.datetime) -> Path:
    """Give a damaged file, with what SQLite left beside it, a second name that no file has; return that.

    The file keeps its first name too, until the restored one takes it: there is no moment without a file.
    """
    stem = f"{target.stem} (damaged {local(now):%Y-%m-%d})"
    beside, number = target.with_name(f"{stem}{target.suffix}"), 1
    while any(beside.with_name(beside.name + end).exists() for end in ("", *COMPANIONS)):
        number += 1
        beside = target.with_name(f"{stem} ({number}){target.suffix}")
    for end in (*COMPANIONS, ""):
        own = target.with_name(target.name + end)
        if own.exists():
            _second_name(own, beside.with_name(beside.name + end))
    flush_folder(target.parent)
    crashpoint("restore: damaged file kept")
    return beside


def _second_name(path: Path, other: Path) -> None:
    """Let a file be found under another name too; a copy where the disk knows no second names."""
    try:
        os.link(path, other)
    except OSError:
        part = part_of(other)
        with suppress(OSError):
            shutil.copyfile(path, part)
            part.replace(other)
            return
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DiskFullError(
            N_("There is no room to keep the damaged {file}; make room, then try again. Nothing was changed"),
            file=path.name,
        ) from None
