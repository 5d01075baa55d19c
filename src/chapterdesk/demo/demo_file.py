"""Where the demo is kept: made once a day beside the program's data, opened as a copy that can be spoilt."""

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
    """Nothing can be created where the program keeps its data; `folder` is that place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(N_("Nothing can be created in the folder {folder}"), folder=str(folder))
        self.folder = folder


def prepare(today: dt.date, progress: Progress) -> Path:
    """Return a fresh copy of the demo as of `today`; making it first takes some seconds.

    Raises NoPlaceError where nothing can be created.
    """
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _fresh_copy(folder, today, progress)
    except OSError as error:
        raise NoPlaceError(folder) from error


def make_in(folder: Path, today: dt.date, progress: Progress) -> Path:
    """Return a demo that is made in a folder of the director's: it is kept, as any other file is.

    Raises NoPlaceError where nothing can be created.
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
    finally:  # nothing half made stays in a folder of the director's, not after Cancel either
        with suppress(OSError):
            for left in folder.glob(f"{part.name}*"):
                left.unlink(missing_ok=True)
    return path


def _fresh_copy(folder: Path, today: dt.date, progress: Progress) -> Path:
    from chapterdesk.demo.region import make

    original = folder / f"{today.isoformat()}.original"
    if not original.exists():
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
    """Tell whether a desk file is a copy of the demo, which is none of the director's own files."""
    return path.parent == _folder()


def _folder() -> Path:
    return backup_folder().parent / "demo"


def _is_open(path: Path) -> bool:
    """Tell whether another window holds a copy of the demo."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", timeout=0)
    try:
        with lock:
            return False
    except Timeout:
        return True
