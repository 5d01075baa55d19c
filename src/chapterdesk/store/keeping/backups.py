"""Backups of a desk file: made whole or not at all, checked before they count, thinned by a rule that keeps the newest.

A backup is a compact copy of one state of the file (VACUUM INTO: the -wal is in it, whoever writes meanwhile),
encrypted with the same key. It is made under another name, checked, flushed to the disk and renamed.
"""

import datetime as dt
import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock, Timeout

from chapterdesk import paths
from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.backup_thinning import BackupMoment, kept_backups
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress, WorkShare
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backup_metadata
from chapterdesk.store.keeping.backup_metadata import SEAL, Backup, Reason, folder_of, listed, listed_for
from chapterdesk.store.keeping.counts import Counts, counts_of, identity_of, mark_of
from chapterdesk.store.keeping.file_system import PART, copy_permissions, part_of, put_in_place
from chapterdesk.store.keeping.integrity import Finding, copy_whole, damaged, digest_of, findings_of
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError, FolderGoneError
from chapterdesk.store.sqlite.schema import APPLICATION_ID

__all__ = [
    "Backup",
    "Counts",
    "Reason",
    "listed",
    "listed_for",
    "make",
    "make_of",
    "remove_half_made",
    "thin",
    "verify",
]

EARLIER_PASSPHRASE = N_("The backup has another passphrase, an earlier one")
"""The finding for a backup that the key of the file does not open, though it may be sound."""
NEEDS_PASSPHRASE = N_("The backup needs its passphrase to be checked")
"""The finding for an encrypted backup of a file that has no passphrase now."""
PATIENCE = 30
"""Seconds that a backup waits while another program makes one of the same file."""
_LOCK = ".making.lock"
Verdicts = dict[Path, tuple[Finding, ...]]
"""What was found wrong, by the path of the backup."""


class OpenFile(Protocol):
    """What a backup needs of an open desk file: its path, the file that is really read, and its key."""

    @property
    def path(self) -> Path:
        """The file that the director knows."""
        ...

    @property
    def source(self) -> Path:
        """The file that is read: the same, or a private copy of it."""
        ...

    @property
    def key(self) -> str | None:
        """The key of an encrypted file, None for a plain one."""
        ...


def now() -> dt.datetime:
    """Return the present time in UTC without a zone, as in backups."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def make(desk: OpenFile, folder: Path, reason: Reason, now: dt.datetime, progress: Progress = SILENT) -> Backup:
    """Make a backup of an open desk file below `folder` and return it; `now` is UTC without a zone.

    Raises DiskFullError, FolderGoneError or DamagedError; then no file was made and the desk file was not changed.
    """
    return make_of(desk.path, desk.key, folder, reason, now, progress, source=desk.source)


def make_of(
    path: Path,
    key: str | None,
    folder: Path,
    reason: Reason,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    source: Path | None = None,
    identity: str = "",
) -> Backup:
    """Make a backup of the desk file at `path`, open or not; see `make`. `identity` is for a file that has none yet.

    `source` is the file that is read, when that is a private copy of the one at `path`.
    """
    path = real_path(path)
    with _explain_errors(path, folder), closing(cipher.connect(source or path, key)) as connection:
        identity = identity_of(connection) or identity
        place = folder_of(folder, identity, path.stem)
        _prepare(folder, place)
        with one_at_a_time(place):
            _remove_parts(place)
            target = backup_metadata.free_name(place, path.stem, now)
            part = part_of(target)
            try:
                copy_whole(connection, part, progress, N_("Copying the file"))
                copy_permissions(path, part)
                crashpoint("backup: copied")
                held = _checked(part, key, progress)
                number = 1 + max((one.number for one in listed(folder, identity)), default=0)
                backup = Backup(
                    path=target, at=now, reason=reason, name=path.stem, identity=identity, size=part.stat().st_size,
                    digest=digest_of(part, progress, N_("Sealing the backup")), counts=held.counts,
                    version=held.version, number=number, mark=held.mark, made_of=str(path.absolute()),
                )  # fmt: skip
                backup_metadata.write_seal(backup)
                put_in_place(part, target, "backup")
            except BaseException:
                _forget(part, target)
                raise
    return backup


@dataclass(frozen=True, slots=True)
class _Content:
    """What a copy holds, read from the copy itself."""

    counts: Counts
    mark: str
    version: int


def _checked(part: Path, key: str | None, progress: Progress) -> _Content:
    """Check the copy and return what it holds; raises DamagedError when it, and so the file, is not sound."""
    with closing(cipher.connect(part, key, mode="ro")) as connection:
        if found := findings_of(connection, progress, encrypted=key is not None):
            raise DamagedError(N_("No backup was made: the file itself is damaged. {detail}"), detail=str(found[0]))
        crashpoint("backup: checked")
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return _Content(counts_of(connection), mark_of(connection), version)


def verify(backup: Backup, key: str | None, progress: Progress = SILENT) -> list[Finding]:
    """Return what is wrong with a backup, [] when it can be restored: its seal, its pages, its references.

    `key` is the desk file's; it is not used for a plain backup.
    """
    try:
        if backup.is_sealed and not backup.is_whole:
            return [Finding(N_("The backup was cut short or changed after it was made"))]
        if backup.is_sealed and digest_of(backup.path, progress, N_("Comparing with the seal")) != backup.digest:
            return [Finding(N_("The backup was changed or damaged after it was made"))]
        key = key if cipher.is_encrypted(backup.path) else None
        if key is None and cipher.is_encrypted(backup.path):
            return [Finding(NEEDS_PASSPHRASE)]
        with closing(cipher.connect(backup.path, key, mode="ro")) as connection:
            return _readable(connection, backup.path, key) or findings_of(
                connection, progress, encrypted=key is not None
            )
    except OSError as error:
        return [Finding(N_("The backup cannot be read: {reason}"), {"reason": reason_of(error)})]


def listed_in(folders: Sequence[Path], identity: str) -> list[Backup]:
    """Return the backups of a file in all folders, newest first; unfinished ones are removed."""
    found: dict[Path, Backup] = {}
    for folder in folders:
        remove_half_made(folder, identity)
        found |= {one.path: one for one in listed(folder, identity)}
    return sorted(found.values(), key=lambda one: (one.at, one.number), reverse=True)


def verify_each(
    backups: Sequence[Backup], key: str | None, tell: Callable[[Verdicts], object], progress: Progress = SILENT
) -> None:
    """Verify backups one after the other; `tell` is called after each."""
    for done, one in enumerate(backups):
        progress.step(done, len(backups), one.path.name)
        tell({one.path: tuple(verify(one, key, WorkShare(progress, done, len(backups))))})


def is_locked(findings: Sequence[Finding]) -> bool:
    """Tell whether the only finding is that the backup has another passphrase: then nothing is wrong with it."""
    return bool(findings) and all(one.text in (EARLIER_PASSPHRASE, NEEDS_PASSPHRASE) for one in findings)


def _readable(connection: Any, path: Path, key: str | None) -> list[Finding]:
    """Return why a backup cannot be read at all, or is not a backup of ChapterDesk."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except cipher.DatabaseError as error:
        if key is not None and not cipher.is_for(key, path):
            return [Finding(EARLIER_PASSPHRASE)]
        return [damaged(str(error))]
    return [] if application == APPLICATION_ID else [Finding(N_("This is no backup of ChapterDesk"))]


def thin(folder: Path, identity: str, now: dt.datetime) -> list[Backup]:
    """Remove the backups of a desk file that the rule no longer keeps (domain/backup_thinning.py) and return them.

    Backups of files with another name (copies with the same identity) are thinned separately. A backup without a seal
    is never removed.
    """
    gone: list[Backup] = []
    by_name: dict[str, list[Backup]] = {}
    for backup in listed(folder, identity):
        if backup.is_sealed:
            by_name.setdefault(backup.name, []).append(backup)
    for backups in by_name.values():
        made = {backup: BackupMoment(backup_metadata.local(backup.at), backup.number) for backup in backups}
        keep = kept_backups(list(made.values()), backup_metadata.local(now))
        gone += [backup for backup in backups if made[backup] not in keep]
    for backup in gone:
        with suppress(OSError):  # held open, or the stick is read-only: removed another time
            backup_metadata.remove(backup)
    return gone


def remove_half_made(folder: Path, identity: str) -> None:
    """Remove unfinished backups of killed processes below `folder`, unless one is being made now.

    Of all files: one of the first release has no identity yet, and its next backup goes to another place. `identity` is
    that of the file that is open, whose own place comes first.
    """
    with suppress(OSError):
        for place in sorted(folder.iterdir(), key=lambda place: not place.name.endswith(identity)):
            if (place / _LOCK).is_file():
                with suppress(OSError, Timeout), FileLock(place / _LOCK, timeout=0):
                    _remove_parts(place)


def _remove_parts(place: Path) -> None:
    """Remove unfinished files, and seals whose backup never got its name. The caller holds the lock."""
    for left in (*place.glob(f".*{PART}"), *place.glob(f".*{PART}-*")):
        left.unlink(missing_ok=True)
    for seal in place.glob(f"*{SEAL}"):
        if not seal.with_name(seal.name.removesuffix(SEAL)).exists():
            seal.unlink(missing_ok=True)


def _forget(part: Path, target: Path) -> None:
    """Remove an unfinished backup; its folder may be gone by now."""
    with suppress(OSError):
        part.unlink(missing_ok=True)
        if not target.exists():
            backup_metadata.seal_of(target).unlink(missing_ok=True)


@contextmanager
def one_at_a_time(place: Path) -> Iterator[None]:
    """Let no other program make a backup of the same file meanwhile; not every stick can lock files."""
    lock = FileLock(place / _LOCK, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise ChapterError(N_("Another program is making a backup of this file; try again in a moment")) from None
    except (OSError, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _prepare(folder: Path, place: Path) -> None:
    """Make the folder of a file's backups; raises FolderGoneError when its disk or stick is not there."""
    if not folder.is_dir() and not folder.parent.is_dir() and folder != paths.backup_folder():
        raise _gone(folder)
    place.mkdir(parents=True, exist_ok=True)


@contextmanager
def _explain_errors(path: Path, folder: Path) -> Iterator[None]:
    """Turn errors about the folder, the disk or the file into a ChapterError that says what can be done."""
    try:
        yield
    except cipher.DatabaseError as error:
        said = str(error)
        if any(words in said for words in ("database or disk is full", "disk I/O error")):
            raise _full(folder) from error
        if "unable to open" in said and path.is_file():
            raise _gone(folder) from error
        if any(words in said for words in ("malformed", "not a database", "encrypted")):
            raise DamagedError(N_("{file} is damaged; go on with a backup"), file=path.name) from error
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise _full(folder) from error
        raise _gone(folder) from error


def _full(folder: Path) -> DiskFullError:
    return DiskFullError(
        N_("There is no room for a backup in {folder}; make room or choose another folder. Your data are stored"),
        folder=str(folder),
    )


def _gone(folder: Path) -> FolderGoneError:
    return FolderGoneError(
        N_(
            "The folder of the backups cannot be reached: {folder}. Connect the stick or the disk, "
            "or choose another folder. Your data are stored"
        ),
        folder=str(folder),
    )
