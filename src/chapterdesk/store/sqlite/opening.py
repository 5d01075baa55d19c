"""How a desk file is opened: inspected, unlocked, migrated; or refused, with the reason."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from chapterdesk import paths
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backups
from chapterdesk.store.keeping.file_system import part_of, put_in_place, remove_parts
from chapterdesk.store.keeping.private_folder import PrivateCopy
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import (
    DamagedError,
    PassphraseNeededError,
    disk_full,
    explain_errors,
    is_of_the_disk,
)
from chapterdesk.store.sqlite.file_kind import FileKind, inspect
from chapterdesk.store.tables.base import new_uid


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is ready to be worked with: the file that is really opened, its key, and its private copy, if any."""

    source: Path
    key: str | None
    private: PrivateCopy | None


def make_filled(path: Path, rows: schema.Rows) -> None:
    """Make a new desk file at `path`, which must not exist, that begins with `rows`: outside undo and the change log.

    When it fails, no file is left. Raises ChapterError when there already is a file.
    """
    if path.exists():
        raise ChapterError(N_("{file} already exists; choose another name"), file=path.name)
    with _unfinished(path) as part:
        schema.make(part, None, rows)
        put_in_place(part, path, "filled file")


def make(path: Path, passphrase: str | None) -> Opened:
    """Make a new file under another name and rename it, so that a killed program leaves no file or a whole one."""
    with _unfinished(path) as part:
        key = cipher.key_for(part, passphrase) if passphrase else None
        schema.make(part, key)
        put_in_place(part, path, "new file")
    return Opened(path, key, None)


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Give the path of the unfinished file for `path`; it is removed when making it fails."""
    try:
        with explain_errors(path):
            remove_parts(path)
            yield part_of(path)
    except BaseException:
        with suppress(OSError):
            remove_parts(path)
        raise


def prepare(
    path: Path,
    passphrase: str | None,
    *,
    read_only: bool,
    key: str | None = None,
    backups: Path | None = None,
    progress: Progress = SILENT,
) -> Opened:
    """Inspect the file at `path`, unlock it and migrate it; a file that cannot be opened is left as it is.

    Raises a ChapterError of store.sqlite.faults. A file that is only read and needs a writer first (an older one, or
    one whose writer was killed) is worked with as a copy in a private folder. `key` saves the derivation when it is
    known. Before an older file is brought to date, it is backed up below `backups`, the program's own folder without
    it.
    """
    key = _unlocked(path, passphrase, key)
    private = PrivateCopy(path) if read_only and _is_hot(path) else None
    try:
        mode = "ro" if read_only and private is None else "rw"
        version = schema.verify(_inside(private, path), key, mode=mode)
        if version < schema.VERSION and read_only:
            private = private or PrivateCopy(path)
        if version < schema.VERSION and private is not None:
            with explain_errors(path):
                schema.migrate(_inside(private, path), key, version)
        elif version < schema.VERSION:
            _migrate(path, key, version, backups or paths.backup_folder(), progress)
    except BaseException as error:
        if private is not None:
            private.cleanup()
        if isinstance(error, cipher.DatabaseError | UnicodeDecodeError):  # a message that quotes what is damaged
            raise (disk_full(path) if is_of_the_disk(error) else _refusal(path, key)) from error
        if isinstance(error, ChapterError):
            error.params["file"] = path.name  # the director knows the file, not its private copy
        raise
    return Opened(_inside(private, path), key, private)


def _migrate(path: Path, key: str | None, version: int, folder: Path, progress: Progress) -> None:
    """Back up an older file, then migrate it.

    A file of the first release gets its identity from its backup, so that the two belong together.
    """
    before = next((one for one in backups.listed_for(folder, path) if one.version == version), None)
    identity = before.identity if before is not None and version < schema.FIRST_WITH_IDENTITY else new_uid()
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    made = backups.make_of(path, key, folder, backups.Reason.MIGRATION, now, progress, identity=identity)
    with explain_errors(path):
        schema.migrate(path, key, version, identity=made.identity)


def _unlocked(path: Path, passphrase: str | None, key: str | None) -> str | None:
    """Return the key of the file: None for a plain one; raises PassphraseNeededError without a passphrase."""
    if inspect(path) is FileKind.PLAIN:
        return None
    if key is not None:
        return key
    if not passphrase:
        raise PassphraseNeededError(N_("{file} needs its passphrase"), file=path.name)
    usual, *others = cipher.keys_for(path, passphrase)
    return next((key for key in others if cipher.opens(path, key)), usual)


def unlock(path: Path, passphrase: str) -> str:
    """Return the key of the protected file at `path`, to open it with; takes 80 ms, so a window asks on another thread.

    Raises PassphraseNeededError when the passphrase is wrong, and what `inspect` raises.
    """
    inspect(path)
    for key in cipher.keys_for(path, passphrase):
        if cipher.opens(path, key):
            return key
    raise _refusal(path, "")


def _refusal(path: Path, key: str | None) -> DamagedError | PassphraseNeededError:
    """Return the error for the director when the first read of a file fails."""
    if key is not None:
        return PassphraseNeededError(N_("Wrong passphrase, or {file} is damaged; it was left as it is"), file=path.name)
    return DamagedError(N_("{file} is damaged; it was left as it is"), file=path.name)


def _is_hot(path: Path) -> bool:
    """Tell whether a crash left a -wal or a -journal that a read-only connection cannot read.

    SQLite cannot read a hot -wal without its -shm in a read-only folder, and immutable shows the old state.
    """
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size > 0:
        return True
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0 and not path.with_name(path.name + "-shm").exists()


def _inside(private: PrivateCopy | None, path: Path) -> Path:
    """Return the file that is really opened: the private copy, or the file itself."""
    return path if private is None else private.path
