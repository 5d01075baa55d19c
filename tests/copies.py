"""Desk files that are made once and copied for each test: making takes 20 ms, with a passphrase 200, copying 1."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chapterdesk.store.sqlite.file import DeskFile

_made: dict[tuple[Any, ...], tuple[bytes, int]] = {}


def copied(path: Path, make: Callable[..., object], *told: Any) -> Path:
    """Copy to `path` the file that `make(path, *told)` makes and closes; it is made only once.

    All copies have the same identity, like one file in two places.
    """
    known = (make, *told)
    path.parent.mkdir(parents=True, exist_ok=True)
    if known in _made:
        content, mode = _made[known]
        path.write_bytes(content)
        path.chmod(mode)
    else:
        make(path, *told)
        _made[known] = path.read_bytes(), stat.S_IMODE(path.stat().st_mode)
    return path


def nothing(path: Path, passphrase: str | None = None) -> None:
    """Make a desk file without a chapter."""
    DeskFile.create(path, passphrase).close()


def empty_desk(path: Path, passphrase: str | None = None) -> DeskFile:
    """Open an empty desk file at `path`."""
    return DeskFile.open(copied(path, nothing, passphrase), passphrase)
