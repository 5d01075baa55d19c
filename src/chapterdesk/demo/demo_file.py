"""The file of the demo: made once a day in the data folder, and opened as a copy that may be changed."""

import datetime as dt
import shutil
from contextlib import suppress
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.paths import DESK_SUFFIX, backup_folder
from chapterdesk.store.keeping.file_system import rename


class NoPlaceError(ChapterError):
    """Nothing can be created in the data folder; `folder` is its path."""

    def __init__(self, folder: Path) -> None:
        super().__init__(N_("Nothing can be created in the folder {folder}"), folder=str(folder))
        self.folder = folder


def prepare(today: dt.date, progress: Progress) -> Path:
    """Return a fresh copy of the demo as of `today`; making the demo takes some seconds.

    Raises NoPlaceError when nothing can be created.
    """
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _fresh_copy(folder, today, progress)
    except OSError as error:
        raise NoPlaceError(folder) from error


def make_in(folder: Path, today: dt.date, progress: Progress) -> Path:
    """Make a demo in a folder that the user chose, where it stays like any other file.

    Raises NoPlaceError when nothing can be created.
    """
    from chapterdesk.demo.region import make

    names = (folder / f"Demo{'' if number == 1 else f' {number}'}{DESK_SUFFIX}" for number in range(1, 1000))
    path = next(name for name in names if not name.exists())
    part = path.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        make(part, today, progress)
        part.replace(path)
    except OSError as error:
        raise NoPlaceError(folder) from error
    finally:  # no unfinished file stays in a folder of the user, not even after Cancel
        with suppress(OSError):
            for left in folder.glob(f"{part.name}*"):
                left.unlink(missing_ok=True)
    return path


def _fresh_copy(folder: Path, today: dt.date, progress: Progress) -> Path:
    original = folder / f"{today.isoformat()}.original"
    if not original.exists():
        from chapterdesk.demo.region import make  # not needed on the rest of the day

        for old in folder.glob("*.original"):
            old.unlink()
        part = original.with_suffix(".part")
        part.unlink(missing_ok=True)
        make(part, today, progress)
        rename(part, original)
    for number in range(1, 10):
        copy = folder / f"Demo{'' if number == 1 else f' {number}'}{DESK_SUFFIX}"
        if not _is_open(copy):
            for left in (copy, *(copy.with_name(copy.name + end) for end in ("-wal", "-shm"))):
                left.unlink(missing_ok=True)
            shutil.copyfile(original, copy)
            return copy
    return copy


def is_demo(path: Path) -> bool:
    """Return whether a desk file is a copy of the demo and not a file of the user."""
    return path.parent == _folder()


def _folder() -> Path:
    return backup_folder().parent / "demo"


def _is_open(path: Path) -> bool:
    """Return whether another window has a copy of the demo open."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", timeout=0)
    try:
        with lock:
            return False
    except Timeout:
        return True
