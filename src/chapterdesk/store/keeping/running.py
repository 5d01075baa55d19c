"""The programs of this user that run now: each holds the lock of one place, whose number the others can call."""

from pathlib import Path

from filelock import FileLock, Timeout

PLACES = 16
"""How many programs can be called at once; nobody opens more windows."""


def take_place(folder: Path) -> tuple[FileLock | None, int]:
    """Take the first free place; its lock is let go by the system when a program is killed. None when none is free."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None, PLACES
    for number in range(PLACES):
        lock = FileLock(folder / f"{number}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            continue
        except OSError:
            break
        return lock, number
    return None, PLACES
