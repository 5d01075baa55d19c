"""What erasing a person would mean, looked at first, and the erasing itself with the older backups replaced."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.domain.erased_names import Naming
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.store.desk import Desk
from chapterdesk.store.keeping.backup_metadata import listed
from chapterdesk.store.rights.erasing import Key, erase, found_in_texts
from chapterdesk.store.rights.holdings import Holdings
from chapterdesk.store.rights.mentions import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person to be erased: everything held, the texts that name the person, and the number of backups."""

    person_id: int
    held: Holdings
    mentions: tuple[Mention, ...]
    backups: int = 0


def candidate(desk: Desk, person_id: int, held: Holdings, folders: Sequence[Path], progress: Progress) -> Candidate:
    """Search the texts for the name, and the folders for backups that hold it."""
    with desk.read() as session:
        found = tuple(found_in_texts(session, person_id, progress))
    backups = {one.path for folder in folders for one in listed(folder, desk.identity)}
    return Candidate(person_id, held, found, len(backups))


def erase_candidate(
    desk: Desk,
    who: Candidate,
    ledger: Path,
    now: dt.datetime,
    progress: Progress,
    *,
    blank: Collection[Key],
    naming: Naming,
    replace_backups: Callable[[], object] | None = None,
) -> tuple[str, ChapterError | None]:
    """Erase, then call `replace_backups`, as those made until now hold the name.

    Returns what the person is called since, and why the backups could not be replaced: the person is erased all the
    same.
    """
    name = erase(desk, who.person_id, ledger, now, progress, blank=blank, naming=naming)
    if replace_backups is not None:
        try:
            replace_backups()  # cancelling would not bring the person back
        except ChapterError as error:
            return name, error
    return name, None
