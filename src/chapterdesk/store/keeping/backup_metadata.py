"""Backups in their folder: the file, and beside it a small file, its seal, that says what it is without opening it.

Below the chosen folder each desk file has a folder of its own, whose name ends with the file's identity. A seal holds
numbers, times and the path of the file; nothing of its content.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_
from chapterdesk.paths import DESK_SUFFIX
from chapterdesk.store.keeping.counts import Counts, counts_of, identity_of
from chapterdesk.store.keeping.file_system import flush, part_of, rename
from chapterdesk.store.keeping.locations import location_key, real_path
from chapterdesk.store.sqlite import cipher

SEAL = ".seal"
"""What is appended to the whole name of a backup to name its seal."""
_STEM = 60
"""How many letters of the desk file's name are used in the name of a backup."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NAME = re.compile(r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d{6})( \(\d+\))?")


class Reason(Labelled):
    """Why a backup was made."""

    CLOSE = "close", N_("On closing")
    ASKED = "asked", N_("Asked for")
    IMPORT = "import", N_("Before an import")
    RESTORE = "restore", N_("Before a restore")
    MIGRATION = "migration", N_("Before an update")
    PASSPHRASE = "passphrase", N_("Before a new passphrase")
    UNKNOWN = "unknown", N_("Not known")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: `at` is UTC without a zone, like the change log's; `size` in bytes, `digest` its SHA-256.

    `name` is the stem of the desk file and `made_of` was its path. A backup whose seal is lost has an empty digest;
    its counts are read from it unless it is encrypted (then they are zeros); see `is_sealed`.
    """

    path: Path
    at: dt.datetime
    reason: Reason
    name: str
    identity: str
    size: int
    digest: str
    counts: Counts
    version: int = 0
    number: int = 0
    """Backups of a file are numbered in the order they were made; a clock can be set back, this cannot."""
    mark: str = ""
    """The state of the file that it holds; see counts.mark_of."""
    made_of: str = ""

    @property
    def is_sealed(self) -> bool:
        """Whether its seal exists, so that a changed byte is noticed."""
        return bool(self.digest)

    @property
    def is_whole(self) -> bool:
        """Whether the file exists and is as large as it was when it was made."""
        try:
            return self.path.stat().st_size == self.size
        except OSError:
            return False


def seal_of(path: Path) -> Path:
    """Return where the seal of the backup at `path` is."""
    return path.with_name(path.name + SEAL)


def is_backup(path: Path) -> bool:
    """Tell whether the file at `path` is a sealed backup, which is opened for reading only."""
    return seal_of(path).is_file()


def local(at: dt.datetime) -> dt.datetime:
    """Turn a time in UTC without a zone into local time without a zone."""
    return at.replace(tzinfo=dt.UTC).astimezone().replace(tzinfo=None)


def folder_of(folder: Path, identity: str, stem: str = "") -> Path:
    """Return the folder of a desk file's backups below `folder`; it need not exist."""
    there = sorted(one for one in _folders(folder) if one.name == identity or one.name.endswith(f" {identity}"))
    return there[0] if there else folder / f"{safe_stem(stem)} {identity}".strip()


def free_name(folder: Path, stem: str, at: dt.datetime) -> Path:
    """Return an unused name for a backup in a folder: the desk file's stem, local date and time."""
    name = f"{safe_stem(stem)} {local(at):%Y-%m-%d %H%M%S}"
    path, number = folder / f"{name}{DESK_SUFFIX}", 1
    while path.exists() or seal_of(path).exists():
        number += 1
        path = folder / f"{name} ({number}){DESK_SUFFIX}"
    return path


def safe_stem(stem: str) -> str:
    """Return the stem of a desk file without what some file system, such as a stick's, does not allow in a name."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", stem))
    name = "".join(sign for sign in name if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"))
    name = " ".join(name.split())[:_STEM].strip(" .")
    while len(name.encode()) > 2 * _STEM:
        name = name[:-1].strip(" .")
    return f"{name} -" if _RESERVED.fullmatch(name) else name or "ChapterDesk"


def write_seal(backup: Backup) -> None:
    """Write the seal of a backup, whole or not at all."""
    told = asdict(backup) | {"at": backup.at.isoformat(), "reason": backup.reason.value}
    del told["path"]
    seal = seal_of(backup.path)
    part = part_of(seal)
    part.write_text(json.dumps(told, indent=1), "utf-8")
    flush(part)
    rename(part, seal)
    crashpoint("backup: sealed")


def remove(backup: Backup) -> None:
    """Delete a backup and its seal."""
    backup.path.unlink(missing_ok=True)
    crashpoint("backup: thinned")
    seal_of(backup.path).unlink(missing_ok=True)


def listed(folder: Path, identity: str) -> list[Backup]:
    """Return the backups of the desk file with this identity, newest first; [] where the folder cannot be reached."""
    own = folder_of(folder, identity)
    return _sorted(one for one in _all(folder, own) if one.identity == identity)


def listed_for(folder: Path, path: Path) -> list[Backup]:
    """Return the backups of a desk file that cannot be read any more, found by its path; newest first.

    If the file was moved, its backups name the old path, where there is no file: then they are found by its name.
    """
    found, here = list(_all(folder, None)), location_key(path)
    own = [one for one in found if location_key(Path(one.made_of)) == here]
    moved = (one for one in found if one.name == real_path(path).stem and not Path(one.made_of).exists())
    return _sorted(own or moved)


def _sorted(found: Iterable[Backup]) -> list[Backup]:
    return sorted(found, key=lambda one: (one.at, one.number), reverse=True)


def _all(folder: Path, own: Path | None) -> Iterator[Backup]:
    """Yield the backups in `folder` and one level below; one without a seal only in `own`, or with a backup's name."""
    for place in (folder, *_folders(folder)):
        for path in _files(place):
            sealed = _read_seal(path)
            if sealed is not None:
                yield sealed
            elif own is not None and (place == own or (place == folder and _NAME.fullmatch(path.stem))):
                yield from _unsealed(path, own if place == own else None)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return []


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.glob(f"*{DESK_SUFFIX}") if not one.name.startswith(".") and one.is_file())
    except OSError:
        return []


def _read_seal(path: Path) -> Backup | None:
    """Return the backup at `path` as its seal describes it, None when there is no seal or it cannot be read."""
    try:
        told: dict[str, Any] = json.loads(seal_of(path).read_text("utf-8"))
        return Backup(
            path=path,
            at=dt.datetime.fromisoformat(told["at"]).replace(tzinfo=None),
            reason=Reason(told["reason"]) if told["reason"] in list(Reason) else Reason.UNKNOWN,
            name=str(told["name"]),
            identity=str(told["identity"]),
            size=int(told["size"]),
            digest=str(told["digest"]),
            counts=Counts(**{name: int(value) for name, value in told["counts"].items()}),
            version=int(told["version"]),
            number=int(told["number"]),
            mark=str(told["mark"]),
            made_of=str(told["made_of"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _unsealed(path: Path, own: Path | None) -> Iterator[Backup]:
    """Yield the backup at `path` from what can be read of it; nothing when it is not a backup.

    The identity of an encrypted one cannot be read; it is taken from the name of its folder (`own`).
    """
    named = _NAME.fullmatch(path.stem)
    identity = own.name.rpartition(" ")[2] if own is not None else ""
    counts, version = Counts(), 0
    try:
        stat = path.stat()
        if not cipher.is_encrypted(path):
            connection = cipher.connect(path, None, mode="ro")
            try:
                counts, version = counts_of(connection), int(connection.execute("PRAGMA user_version").fetchone()[0])
                identity = identity_of(connection) or identity
            finally:
                connection.close()
    except (OSError, cipher.DatabaseError):
        if own is None:
            return
        stat = None
    at = dt.datetime.fromtimestamp(stat.st_mtime if stat else 0, dt.UTC).replace(tzinfo=None)
    if named:
        shown = dt.datetime.strptime(named["at"], "%Y-%m-%d %H%M%S").astimezone()
        at = shown.astimezone(dt.UTC).replace(tzinfo=None)
    name = named["stem"] if named else path.stem
    size = stat.st_size if stat else 0
    yield Backup(path, at, Reason.UNKNOWN, name, identity, size, "", counts, version)
