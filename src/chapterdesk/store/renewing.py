"""Backups after an erasure: those made before it still hold the name, and can go once there is a new one."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.store import seals
from chapterdesk.store.backup import Reason, listed, make
from chapterdesk.store.desk_file import DeskFile


def renew_backups(
    desk: DeskFile, folder: Path, now: dt.datetime, progress: Progress = SILENT, *, others: Sequence[Path] = ()
) -> int:
    """Make a backup of the file as it is, then remove all that were made before; return how many went.

    Those below `others` go too: folders where backups were kept before. The new one is checked before the first old
    one goes. `now` is UTC. Raises what store.backup.make does: then every
    backup is still there. One that cannot be removed, since a program holds it open, stays.
    """
    older = {one.path: one for place in (folder, *others) for one in listed(place, desk.identity)}
    make(desk, folder, Reason.ASKED, now, progress)
    crashpoint("erasure: new backup made")
    gone = 0
    for backup in older.values():
        with suppress(OSError):
            seals.remove(backup)
            gone += 1
    return gone
