"""A desk file in another place: a copy with an identity of its own, or the same file moved."""

from contextlib import closing, suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_
from chapterdesk.paths import DESK_SUFFIX
from chapterdesk.store.keeping.file_system import (
    copy_file,
    copy_permissions,
    flush_folder,
    has_companions,
    part_of,
    put_in_place,
    refuse_long_name,
    remove_parts,
)
from chapterdesk.store.keeping.integrity import copy_whole, digest_of, findings_of
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.file_kind import inspect
from chapterdesk.store.sqlite.lock import DeskLock
from chapterdesk.store.tables.base import new_uid


def with_suffix(path: Path) -> Path:
    """Return the path of a desk file whose name was typed, perhaps without the suffix."""
    return path if path.suffix.casefold() == DESK_SUFFIX else path.with_name(path.name + DESK_SUFFIX)


def save_copy(desk: DeskFile, target: Path, progress: Progress = SILENT) -> None:
    """Write a copy of an open desk file to `target`: a new file with its own identity and its own backups.

    Works for files that can only be read. Raises ChapterError when there is a file at `target`, or no room for one.
    """
    _refuse_taken(target)
    remove_parts(target)
    part = part_of(target)
    try:
        _write_copy(desk, part, progress)
        crashpoint("copy: written")
        put_in_place(part, target, "copy")
    except BaseException as error:
        remove_parts(target)
        if isinstance(error, OSError | cipher.DatabaseError):
            raise _write_error(error, target) from error
        raise


def _write_copy(desk: DeskFile, part: Path, progress: Progress) -> None:
    with closing(cipher.connect(desk.source, desk.key)) as connection:
        copy_whole(connection, part, progress, N_("Copying the file"))
    copy_permissions(desk.path, part)
    with closing(cipher.connect(part, desk.key)) as connection:
        if found := findings_of(connection, progress, encrypted=desk.key is not None):
            raise DamagedError(N_("No copy was made: the file itself is damaged. {detail}"), detail=str(found[0]))
        connection.execute("UPDATE desk SET uid = ?", (new_uid(),))
        connection.execute("PRAGMA journal_mode=delete").fetchall()


def move(path: Path, target: Path, progress: Progress = SILENT) -> None:
    """Move a closed desk file to `target`; the old one is removed once the new one is written, compared and on disk.

    The file keeps its identity, and with it its backups. Raises ChapterError when it is open somewhere, was not closed
    well, or there is a file or no room at `target`; the old one is then where it was. A link to it is left behind.
    """
    path = real_path(path)
    inspect(path)
    _refuse_taken(target)
    lock = DeskLock(path)
    lock.acquire()
    try:
        _refuse_hot(path)
        remove_parts(target)
        part = part_of(target)
        try:
            copy_file(path, part, path, progress, N_("Copying the file"))
            _compare(path, part, progress)
            crashpoint("move: compared")
            put_in_place(part, target, "move")
        except BaseException as error:
            remove_parts(target)
            if isinstance(error, OSError):
                raise _write_error(error, target) from error
            raise
        try:
            path.unlink()
        except OSError as error:  # with two files the director could go on in the wrong one
            with suppress(OSError):
                target.unlink()
            raise _write_error(error, path) from error
        crashpoint("move: old file gone")
        flush_folder(path.parent)
    finally:
        lock.release()


def _compare(path: Path, part: Path, progress: Progress) -> None:
    """Raise DiskFullError when the new file reads differently from the old one."""
    text = N_("Comparing the two")
    if digest_of(part, progress, text) != digest_of(path, progress, text):
        raise DiskFullError(
            N_("What was written to {folder} is not what was read; choose another. The file is where it was"),
            folder=str(part.parent),
        )


def _refuse_hot(path: Path) -> None:
    if has_companions(path):
        raise ChapterError(N_("{file} was not closed well; open it once, then move it"), file=path.name)


def _refuse_taken(target: Path) -> None:
    refuse_long_name(target)
    if target.exists() or target.is_symlink():
        raise ChapterError(N_("{file} already exists; choose another name"), file=target.name)
    if not target.parent.is_dir():
        raise ChapterError(N_("The folder {folder} is not there; choose another"), folder=str(target.parent))


def _write_error(error: Exception, target: Path) -> ChapterError:
    """Return the error for the director when writing failed."""
    return DiskFullError(
        N_("{file} could not be written to {folder}: {reason}. Choose another folder; nothing was changed"),
        file=target.name,
        folder=str(target.parent),
        reason=reason_of(error) if isinstance(error, OSError) else str(error),
    )


def unused_name(wanted: Path) -> Path:
    """Return `wanted` with the suffix of desk files, and with a number when that file exists."""
    for number in range(1, 1000):
        path = wanted.with_name(f"{wanted.name}{'' if number == 1 else f' {number}'}{DESK_SUFFIX}")
        if not path.exists():
            return path
    return path
