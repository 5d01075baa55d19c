"""One writer for a desk file, also at the moment when one program gives the lock back and another takes it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from chapterdesk.store.faults import HeldError
from chapterdesk.store.lock import DeskLock

HOLDS_WHAT_IS_OPEN = pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")


@HOLDS_WHAT_IS_OPEN
def test_a_lock_whose_file_was_just_taken_away_is_not_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = DeskLock(tmp_path / "file.chapterdesk"), DeskLock(tmp_path / "file.chapterdesk")
    real = ours._lock.acquire
    times = []

    def acquire(*told: Any, **more: Any) -> Any:
        taken = real(*told, **more)
        times.append(ours.file.exists())
        if len(times) == 1:  # the holder before removes it only now: it was opened before, and locked since
            ours.file.unlink()
        return taken

    monkeypatch.setattr(ours._lock, "acquire", acquire)
    ours.acquire()
    with pytest.raises(HeldError):
        theirs.acquire()
    assert len(times) == 2
    ours.release()


@HOLDS_WHAT_IS_OPEN
def test_what_another_program_locks_at_once_is_not_taken_away_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs, third = (DeskLock(tmp_path / "file.chapterdesk") for _ in range(3))
    ours.acquire()
    real = ours._lock.release

    def release(*told: Any, **more: Any) -> None:
        real(*told, **more)
        theirs.acquire()

    monkeypatch.setattr(ours._lock, "release", release)
    ours.release()
    assert theirs.file.exists()
    with pytest.raises(HeldError):
        third.acquire()
    theirs.release()
    assert list(tmp_path.iterdir()) == []
