"""How documents reach the disk: written beside their place and renamed, so that no half of one is ever seen."""

import io
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_

_NAMES = 99  # names tried when viewers hold the wished one


def write_beside(target: Path, write: Callable[[BinaryIO], None]) -> Path:
    """Call `write` with a stream, put what it wrote at `target` and return the path it is at.

    That is another path when the target is held open by a viewer (Windows): "Summary (2).pdf". The old file is whole
    until the new one is; nothing is left behind when writing fails. Raises ChapterError when the folder cannot be
    written to, or the disk is full.
    """
    content = io.BytesIO()
    write(content)
    beside = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(content.getbuffer())
            stream.flush()
            os.fsync(stream.fileno())
        return _place(beside, target)
    except OSError as error:
        raise ChapterError(
            N_("{file} could not be written to {folder}: {reason}; choose another folder"),
            file=target.name,
            folder=str(target.parent),
            reason=error.strerror or str(error),
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _place(beside: Path, target: Path) -> Path:
    """Rename the finished file to `target` or, where that is held open, to the first name that is free."""
    try:
        beside.replace(target)
    except PermissionError:
        if target.is_dir():
            raise
        for number in range(2, _NAMES + 1):
            other = target.with_stem(f"{target.stem} ({number})")
            if not other.exists():
                beside.replace(other)
                return other
        raise
    return target
