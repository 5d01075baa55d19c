"""The ledger of erasures: who was erased from which desk file, kept outside the files for when a backup is restored.

It holds only random numbers: the identity of a file, the uid of a person, the number in the person's new name, and
when. It holds no name, and nothing by which one could be found.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.file_system import flush_folder, write_whole


@dataclass(frozen=True, slots=True)
class Erased:
    """One person who was erased: the uid, the number, when (UTC), and whether the file was cleaned afterwards."""

    uid: str
    number: int
    at: dt.datetime
    clean: bool


def erased(ledger: Path, identity: str) -> list[Erased]:
    """Return who was erased from the file with this identity; raises ChapterError when the ledger cannot be read."""
    entries = _read(ledger).get(identity, {})
    try:
        return [
            Erased(uid, int(one["number"]), dt.datetime.fromisoformat(one["at"]), bool(one["clean"]))
            for uid, one in entries.items()
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise _unreadable(ledger) from error


def note(ledger: Path, identity: str, people: Iterable[tuple[str, int]], at: dt.datetime) -> None:
    """Note that these people (uid, number) are being erased; the file is not clean yet."""
    with _changing(ledger) as files:
        entries = files.setdefault(identity, {})
        for uid, number in people:
            entries[uid] = {"number": number, "at": at.isoformat(timespec="seconds"), "clean": False}


def settle(ledger: Path, identity: str, uids: Iterable[str]) -> None:
    """Note that the file is clean: no byte of these people is left in it."""
    with _changing(ledger) as files:
        for uid in uids:
            files[identity][uid]["clean"] = True


def strike(ledger: Path, identity: str, uids: Iterable[str]) -> None:
    """Remove people whose erasure was not stored."""
    with _changing(ledger) as files:
        for uid in uids:
            files.get(identity, {}).pop(uid, None)


@contextmanager
def _changing(ledger: Path) -> Iterator[dict[str, Any]]:
    """Yield the content of the ledger and write it back: to a file beside it, then renamed. One process at a time."""
    try:
        ledger.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(ledger.with_name(ledger.name + ".lock"), timeout=10):
            files = _read(ledger)
            yield files
            write_whole(ledger, json.dumps({"version": 1, "files": files}, indent=1))
            flush_folder(ledger.parent)
    except OSError as error:
        raise ChapterError(
            N_("The list of erased people could not be written to {folder}: {reason}. Nobody was erased"),
            folder=str(ledger.parent),
            reason=reason_of(error),
        ) from error


def _read(ledger: Path) -> dict[str, Any]:
    try:
        found = json.loads(ledger.read_text("utf-8"))
        files = found["files"]
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(ledger) from error
    if not isinstance(files, dict) or not all(isinstance(one, dict) for one in files.values()):
        raise _unreadable(ledger)
    return files


def _unreadable(ledger: Path) -> ChapterError:
    return ChapterError(
        N_("The list of erased people in {file} is damaged; bring it back from a copy of your computer"),
        file=str(ledger),
    )
