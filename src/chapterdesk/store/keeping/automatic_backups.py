"""Backups that are made because of something else: before an import, when a changed file is closed, after an erasure.

Nothing remembers that a file was changed: its state has a mark, and a backup holds the mark of the state it was made
of. So nothing is lost by a crash, a shutdown or a skipped backup; the next closing makes the backup.
"""

import datetime as dt
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.store.keeping import backup_metadata
from chapterdesk.store.keeping.backups import Backup, Reason, listed, make, thin
from chapterdesk.store.keeping.counts import mark_of
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import explain_errors
from chapterdesk.store.sqlite.file import DeskFile

IMPORT_PAUSE = dt.timedelta(minutes=30)
"""How long after a backup before an import the next import makes none."""


def is_changed(desk: DeskFile, folders: list[Path]) -> bool:
    """Tell whether no backup in the folders holds the present state of the file. Takes some milliseconds."""
    with explain_errors(desk.path), closing(cipher.connect(desk.source, desk.key, mode="ro")) as connection:
        mark = mark_of(connection)
    return all(one.mark != mark or not one.is_whole for folder in folders for one in listed(folder, desk.identity))


def back_up(desk: DeskFile, folder: Path, reason: Reason, now: dt.datetime, progress: Progress = SILENT) -> Backup:
    """Make a backup, then remove those that the rule no longer keeps; raises what backups.make raises."""
    made = make(desk, folder, reason, now, progress)
    with suppress(OSError):
        thin(folder, desk.identity, now)
    return made


def before_import(desk: DeskFile, folder: Path, now: dt.datetime, progress: Progress = SILENT) -> Backup | None:
    """Make a backup before an import, at most one in half an hour; None when there is one already."""
    there = listed(folder, desk.identity)
    if any(one.reason is Reason.IMPORT and abs(now - one.at) < IMPORT_PAUSE and one.is_whole for one in there):
        return None
    if not is_changed(desk, [folder]):
        return None
    return back_up(desk, folder, Reason.IMPORT, now, progress)


def at_close(desk: DeskFile, folder: Path, now: dt.datetime, progress: Progress = SILENT) -> Backup | None:
    """Make a backup of a file that is about to be closed; None when there is one of this state."""
    return back_up(desk, folder, Reason.CLOSE, now, progress) if is_changed(desk, [folder]) else None


def replace_backups(
    desk: DeskFile, folder: Path, now: dt.datetime, progress: Progress = SILENT, *, others: Sequence[Path] = ()
) -> int:
    """Make a backup of the file below `folder`, then remove all that were made before; return how many were removed.

    After an erasure, since those made before it hold the name. Those below `others` go too: backups stay where they
    were made when the director chooses another folder. The new one is checked before an old one is removed. `now` is
    UTC. Raises what backups.make raises: then every backup is still there. One that cannot be removed, since a program
    holds it open, stays.
    """
    older = {one.path: one for place in (folder, *others) for one in listed(place, desk.identity)}
    make(desk, folder, Reason.ASKED, now, progress)
    crashpoint("erasure: new backup made")
    gone = 0
    for backup in older.values():
        with suppress(OSError):
            backup_metadata.remove(backup)
            gone += 1
    return gone
