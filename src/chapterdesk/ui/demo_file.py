"""Where the demo is kept: made once a day beside the program's data, opened as a copy that can be spoilt."""

import datetime as dt
import shutil
from pathlib import Path

from chapterdesk.domain.progress import Progress
from chapterdesk.paths import backup_folder
from chapterdesk.store.desk_file import SUFFIX
from chapterdesk.store.keeping.swapping import rename


def prepare(today: dt.date, progress: Progress) -> Path:
    """Return a fresh copy of the demo as of `today`; making it first takes some seconds."""
    from chapterdesk.demo import make

    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    original = folder / f"{today.isoformat()}.original"
    if not original.exists():
        for old in folder.glob("*.original"):
            old.unlink()
        part = original.with_suffix(".part")
        part.unlink(missing_ok=True)
        make(part, today, progress)
        rename(part, original)
    for number in range(1, 10):
        copy = folder / f"Demo{'' if number == 1 else f' {number}'}{SUFFIX}"
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
