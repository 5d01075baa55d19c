"""What erasing a person would mean, looked at first, and the erasing itself with the older backups renewed."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.domain.erasing import Naming
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.store.rights.erasing import Key, erase, found_in_texts
from chapterdesk.store.rights.holdings import Holdings
from chapterdesk.store.rights.mentions import Mention
from chapterdesk.store.rights.renewing import older_backups, renew_backups
from chapterdesk.store.sqlite.file import DeskFile


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who is to be erased: the person, everything held, the texts that name the person, how many backups there are."""

    person_id: int
    held: Holdings
    mentions: tuple[Mention, ...]
    backups: int = 0


def candidate(desk: DeskFile, person_id: int, held: Holdings, folders: Sequence[Path], progress: Progress) -> Candidate:
    """Look through the texts for the name, and in the folders for backups that hold it."""
    with desk.read() as session:
        found = tuple(found_in_texts(session, person_id, progress))
    return Candidate(person_id, held, found, len(older_backups(desk, folders)))


def erase_candidate(
    desk: DeskFile,
    who: Candidate,
    ledger: Path,
    now: dt.datetime,
    progress: Progress,
    *,
    blank: Collection[Key],
    naming: Naming,
    folder: Path | None = None,
    others: Sequence[Path] = (),
) -> tuple[str, ChapterError | None]:
    """Erase, and with `folder` renew the backups there and below `others`.

    Returns what the person is called since, and why the backups could not be renewed: the person is erased all the
    same.
    """
    name = erase(desk, who.person_id, ledger, now, progress, blank=blank, naming=naming)
    if folder is not None:
        try:
            renew_backups(desk, folder, now, others=others)  # not to be cancelled: that would not bring the person back
        except ChapterError as error:
            return name, error
    return name, None
