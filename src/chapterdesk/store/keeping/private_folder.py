"""Folders of our own among the temporary files, for copies that have to be plain files for a while.

Only their user can look into them, their names tell nothing, they go when they are closed or the program ends, and
what a killed process left goes at the next start.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

PREFIX = "chapterdesk-"
_LOCK = "in-use.lock"
"""Held while the folder is used; the system releases it when the process ends, however that ends."""


class PrivateFolder:
    """A new folder at `path`."""

    def __init__(self) -> None:
        remove_left_folders()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))  # 0700: nobody else may look into it
        self._lock = FileLock(self.path / _LOCK, timeout=0)
        self._lock.acquire()
        atexit.register(self.cleanup)

    def cleanup(self) -> None:
        """Remove it with all that is in it."""
        atexit.unregister(self.cleanup)
        self._lock.release(force=True)
        _remove(self.path)


class PrivateCopy:
    """A copy of a desk file with its -wal and -journal: for a read-only file that SQLite must write to first."""

    _NAME = "copy.chapterdesk"

    def __init__(self, original: Path) -> None:
        self._folder = PrivateFolder()
        self.path = self._folder.path / self._NAME
        """The path of the copy."""
        try:
            for end in ("", "-wal", "-journal"):
                part = original.with_name(original.name + end)
                if part.exists():
                    shutil.copyfile(part, self.path.with_name(self._NAME + end))
        except BaseException:
            self.cleanup()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cleanup()

    def cleanup(self) -> None:
        """Remove it."""
        self._folder.cleanup()


def _is_ours(folder: Path) -> bool:
    """Tell whether this user's program made the folder: anybody can make links and folders of this name there."""
    with suppress(OSError):
        return (
            not folder.is_symlink()
            and (os.name == "nt" or folder.stat().st_uid == os.getuid())
            and (folder / _LOCK).is_file()
        )
    return False


def remove_left_folders() -> None:
    """Remove the folders of processes that were killed; those in use are held by their lock."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not _is_ours(folder):
            continue
        with suppress(OSError, Timeout):
            with FileLock(folder / _LOCK, timeout=0):
                for part in folder.iterdir():
                    if part.name != _LOCK:
                        with suppress(OSError):
                            part.unlink()
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder that nobody uses. On Windows a file that a viewer still shows stays until another time.

    There the lock file is deleted when the lock is released; it is made again, so that the folder is known as ours.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_dir():
        with suppress(OSError):
            (folder / _LOCK).touch()
