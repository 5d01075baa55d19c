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

_NAMES = 99  # names tried when the wanted one is taken, or held by a viewer
_LONGEST = 120
"""Most bytes of a name without its ending; every file system in use allows 255 in all."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TRIES, _PAUSE = 5, 0.05  # how often, and after how many seconds, a rename is tried
_PART = re.compile(r"\.chapterdesk-[0-9a-f]{12}\.part")
_MOMENT = 600
"""Seconds after which an unfinished file must be of a killed process: the content is complete before writing starts."""


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
    """Return the path if it is free, else the path with the first free number."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def write_beside(target: Path, write: Callable[[BinaryIO], None]) -> Path:
    """Call `write` with a stream, store the result at `target` and return its path.

    That is another path when the target is held open by a viewer (Windows): "Summary (2).pdf". The old file stays
    until the new one is complete; a failure leaves no temporary file. Raises ChapterError when the folder cannot be
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
        with suppress(OSError):  # a file that cannot be removed now is removed at the next writing
            beside.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove the half-written files that killed processes left in a folder, recognised by name and age."""
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
    """Rename the finished file; on Windows a virus scanner may hold it for a moment."""
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
    """Make a new folder, with a number when the name is taken, and return it. Raises ChapterError."""
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
