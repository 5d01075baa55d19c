"""Backups after an erasure: those made before it still hold the name, and can go once there is a new one."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.store.keeping import seals
from chapterdesk.store.keeping.backup import Backup, Reason, listed, make
from chapterdesk.store.sqlite.file import DeskFile


def older_backups(desk: DeskFile, folders: Sequence[Path]) -> list[Backup]:
    """Return the backups that there are below any of the folders: all of them hold what the file held."""
    return list({one.path: one for folder in folders for one in listed(folder, desk.identity)}.values())


def renew_backups(
    desk: DeskFile, folder: Path, now: dt.datetime, progress: Progress = SILENT, *, others: Sequence[Path] = ()
) -> int:
    """Make a backup of the file below `folder`, then remove all that were made before; return how many went.

    Those below `others` go too: backups stay where they were made when the director chooses another folder.
    The new one is checked before the first old one goes. `now` is UTC. Raises what store.backup.make does: then every
    backup is still there. One that cannot be removed, since a program holds it open, stays.
    """
    older = older_backups(desk, (folder, *others))
    make(desk, folder, Reason.ASKED, now, progress)
    crashpoint("erasure: new backup made")
    gone = 0
    for backup in older:
        with suppress(OSError):
            seals.remove(backup)
            gone += 1
    return gone
