"""How documents reach the disk: under a safe name, whole or not at all (written beside their place, then renamed)."""

import io
import os
import re
import secrets
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_, clean

_NAMES = 99  # names tried when the wished one is taken, or held by a viewer
_LONGEST = 120
"""Bytes of a name without its ending; every file system in use takes 255."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TRIES, _PAUSE = 5, 0.05  # how often, and after how many seconds, a rename is tried
_PART = re.compile(r"\.chapterdesk-[0-9a-f]{12}\.part")
_MOMENT = 600
"""Seconds that no writing takes, since what is written is whole in memory: an older part is of a killed process."""


def safe_name(*parts: str) -> str:
    """Return parts joined by dashes as a file name without an ending: Summary - Almadía - 2026."""
    words = [_FORBIDDEN.sub(" ", clean(unicodedata.normalize("NFC", part)).replace("\n", " ")) for part in parts]
    visible = ["".join(sign for sign in word if unicodedata.category(sign) not in ("Cf", "Cs", "Co")) for word in words]
    name = " - ".join(" ".join(word.split()) for word in visible if word.strip())
    while len(name.encode()) > _LONGEST:
        name = name[:-1]
    name = name.strip(" .")
    return f"{name} -" if _RESERVED.fullmatch(name) else name or "ChapterDesk"


def free_path(path: Path) -> Path:
    """Return a path at which nothing is: itself, else with the first number that is free."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def write_beside(target: Path, write: Callable[[BinaryIO], None]) -> Path:
    """Call `write` with a stream, put what it wrote at `target` and return the path it is at.

    That is another path when the target is held open by a viewer (Windows): "Summary (2).pdf". The old file is whole
    until the new one is; nothing is left behind when writing fails. Raises ChapterError when the folder cannot be
    written to, or the disk is full.
    """
    content = io.BytesIO()
    write(content)
    beside = target.with_name(f".chapterdesk-{secrets.token_hex(6)}.part")
    _sweep(target.parent)
    try:
        with beside.open("xb") as stream:
            stream.write(content.getbuffer())
            stream.flush()
            os.fsync(stream.fileno())
        crashpoint("document: written beside")
        placed = _place(beside, target)
    except OSError as error:
        raise ChapterError(
            N_("{file} could not be written to {folder}: {reason}; choose another folder"),
            file=target.name,
            folder=str(target.parent),
            reason=reason_of(error),
        ) from error
    else:
        crashpoint("document: in place")
        return placed
    finally:
        with suppress(OSError):  # what cannot be removed now is when the next one is written
            beside.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left half-written in a folder; nothing else has such a name, and none is as old."""
    with suppress(OSError):
        for left in folder.iterdir():
            if _PART.fullmatch(left.name) and time.time() - left.stat().st_mtime > _MOMENT:
                left.unlink(missing_ok=True)


def _place(beside: Path, target: Path) -> Path:
    """Rename the finished file to `target` or, where that is held open, to the first name that is free."""
    try:
        _rename(beside, target)
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


def _rename(beside: Path, target: Path) -> None:
    """Rename the finished file; on Windows a virus scanner may just look at it, and lets go in a moment."""
    for tries_left in reversed(range(_TRIES)):
        try:
            beside.replace(target)
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def new_folder(where: Path, name: str) -> Path:
    """Make a folder of a name that was not there before, and return it: what is there stays. Raises ChapterError."""
    for number in range(1, _NAMES + 1):
        folder = where / (name if number == 1 else f"{name} ({number})")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise ChapterError(
                N_("{folder} could not be written to: {reason}; choose another folder"),
                folder=str(where),
                reason=reason_of(error),
            ) from error
        return folder
    raise ChapterError(N_("{folder} holds too many folders of this name; choose another folder"), folder=str(where))
