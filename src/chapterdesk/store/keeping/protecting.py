"""Giving a desk file a passphrase, another or none, with what belongs to it: a backup before, the other backups after.

A plain backup beside a protected file would be the file without its lock.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Cancelled, Progress, WorkShare
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import resting
from chapterdesk.store.keeping.backup import Reason, make_of
from chapterdesk.store.keeping.rekeying import rekey_backups, set_passphrase
from chapterdesk.store.sqlite.lock import DeskLock

_SHARES = 3
"""The backup, the file, the backups: each is a third of the progress."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What was done: the new key of the file (None: plain), how many backups have it too, what went wrong with them."""

    key: str | None
    backups: int
    error: ChapterError | None = None


def protect(
    path: Path,
    key: str | None,
    passphrase: str | None,
    folder: Path,
    now: dt.datetime,
    progress: Progress = SILENT,
    *,
    all_backups: bool = True,
    others: Sequence[Path] = (),
) -> Protected:
    """Set, change or (None) remove the passphrase of the closed file at `path`, and of its backups below `folder`.

    The present state is backed up first; that backup always gets the new passphrase, the older ones if `all_backups`,
    also those below `others`: folders where backups were kept before. One folder that fails keeps no other from it.
    Raises what make_of and set_passphrase raise, nothing is changed then. What goes wrong after the file itself is done
    is returned: the file has its new key then. `now` is UTC without a zone.
    """
    lock = DeskLock(path)  # an open file is refused before anything is made
    lock.acquire()
    lock.release()
    backup = make_of(path, key, folder, Reason.PASSPHRASE, now, WorkShare(progress, 0, _SHARES))
    resting.forget(path, backup.identity)  # it is written anew, and not by something else
    new_key = set_passphrase(path, key, passphrase, WorkShare(progress, 1, _SHARES))
    only = None if all_backups else frozenset({backup.path})
    done, wrong = 0, None
    folders = list(dict.fromkeys((folder, *others)))
    for at, place in enumerate(folders):
        part = WorkShare(WorkShare(progress, 2, _SHARES), at, len(folders))
        try:
            done += rekey_backups(place, backup.identity, key, new_key, part, only=only)
        except ChapterError as error:
            wrong = wrong or error
        except Cancelled:
            text = N_("The file is done; some of its backups are as they were before")
            return Protected(new_key, done, ChapterError(text))
        except OSError:
            text = N_("The file is done; some backups could not be written anew and are as they were before")
            wrong = wrong or ChapterError(text)
    return Protected(new_key, done, wrong)
