"""A desk file has one writer, also at the moment when one program releases the lock and another takes it."""

import sys
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from chapterdesk.store.sqlite import lock
from chapterdesk.store.sqlite.faults import HeldError
from chapterdesk.store.sqlite.lock import DeskLock

HOLDS_WHAT_IS_OPEN = pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")


@HOLDS_WHAT_IS_OPEN
def test_a_lock_whose_file_was_just_removed_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.chapterdesk"
    times = []

    class TakenAway(FileLock):
        """The previous holder removes the lock file only after it was opened and locked here."""

        def acquire(self, *told: Any, **more: Any) -> Any:
            taken = super().acquire(*told, **more)
            times.append(ours.file.exists())
            if len(times) == 1:
                ours.file.unlink()
            return taken

    with monkeypatch.context() as patched:
        patched.setattr(lock, "FileLock", TakenAway)
        ours = DeskLock(path)
    theirs = DeskLock(path)
    ours.acquire()
    with pytest.raises(HeldError):
        theirs.acquire()
    assert len(times) == 2
    ours.release()


@HOLDS_WHAT_IS_OPEN
def test_a_lock_that_another_program_takes_at_once_is_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.chapterdesk"

    class TakenAtOnce(FileLock):
        """Another program takes the lock at the moment of its release."""

        def release(self, *told: Any, **more: Any) -> None:
            super().release(*told, **more)
            theirs.acquire()

    with monkeypatch.context() as patched:
        patched.setattr(lock, "FileLock", TakenAtOnce)
        ours = DeskLock(path)
    theirs, third = DeskLock(path), DeskLock(path)
    ours.acquire()
    ours.release()
    assert theirs.file.exists()
    with pytest.raises(HeldError):
        third.acquire()
    theirs.release()
    assert list(tmp_path.iterdir()) == []
