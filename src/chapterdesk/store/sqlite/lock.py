"""One writer for a desk file: a lock beside the file that names who holds it.

The operating system holds the lock: it ends with its process, however that ends. A lock file left by a killed process
is therefore taken over at once, and its text is overwritten.
"""

import datetime as dt
import json
import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite.faults import HeldError, Holder, explain_errors

_LOCKED_BYTES = 1
"""Windows locks the first byte against reading too; the name of the holder follows it."""


class DeskLock:
    """The right to write a desk file. Acquire it, release it; the lock file is gone afterwards."""

    def __init__(self, path: Path) -> None:
        self._path = real_path(path)  # a file and a link to it are one file with one writer
        self.file = self._path.with_name(self._path.name + ".lock")
        self._lock = FileLock(self.file, timeout=0, thread_local=False)  # released on another thread

    def acquire(self) -> None:
        """Take the lock; raises HeldError when another process, or another window of this one, has it."""
        try:
            with explain_errors(self._path):
                self._lock.acquire()
                while not self._is_the_one_in_place():
                    self._lock.release(force=True)
                    self._lock.acquire()
        except Timeout:
            error = HeldError(
                N_("{file} is open in another window; go on there, or close it first"), file=self._path.name
            )
            error.holder = holder_of(self._path)
            raise error from None
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        text = json.dumps({"process": os.getpid(), "computer": platform.node(), "since": now})
        with suppress(OSError):  # the lock works without the text
            self._write(b" " * _LOCKED_BYTES + text.encode())

    def _write(self, told: bytes) -> None:
        """Write through the descriptor of the lock: on Windows no other can, and no other file is hit."""
        descriptor = self._descriptor
        if descriptor is not None:
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, told)

    @property
    def _descriptor(self) -> int | None:
        return self._lock._context.lock_file_fd  # filelock tells it nowhere else

    def release(self) -> None:
        """Release the lock and remove its file; nothing happens when it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):  # Windows keeps it while it is open, and filelock removes it there
                self.file.unlink(missing_ok=True)
            self._lock.release(force=True)  # from here on another program may have it

    def _is_the_one_in_place(self) -> bool:
        """Tell whether the locked file is still the one at its path: the holder before may just have removed it.

        Otherwise two programs would hold a lock each, and both write.
        """
        descriptor = self._descriptor
        if descriptor is None or os.name == "nt":
            return True
        try:
            return os.path.samestat(os.fstat(descriptor), self.file.stat())
        except FileNotFoundError:
            return False


def holder_of(path: Path) -> Holder | None:
    """Return who holds the lock beside the desk file at `path`, None when there is no lock or it names nobody."""
    try:
        place = real_path(path)
        descriptor = os.open(place.with_name(place.name + ".lock"), os.O_RDONLY)
        try:
            os.lseek(descriptor, _LOCKED_BYTES, os.SEEK_SET)
            told = json.loads(os.read(descriptor, 4096))
        finally:
            os.close(descriptor)
        return Holder(int(told["process"]), str(told["computer"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
