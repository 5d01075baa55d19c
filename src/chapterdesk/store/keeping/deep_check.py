"""Everything that can be asked of a desk file and its backups: structure, digests, figures, restorability."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import backup, resting
from chapterdesk.store.keeping.backup import Backup
from chapterdesk.store.keeping.check import check
from chapterdesk.store.keeping.finding import Finding
from chapterdesk.store.keeping.soundness import watched
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile


@dataclass(frozen=True, slots=True)
class DeepResult:
    """What was found: in the file, and in each of its backups ([] is sound).

    `is_digest_known` says whether the bytes of the file could be compared with digests at all: the page seals of an
    encrypted file, or what a plain one was like when it was closed last.
    """

    findings: list[Finding]
    is_digest_known: bool
    backups: list[tuple[Backup, list[Finding]]] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many things are wrong; a backup with another passphrase, which nobody can look into, is not."""
        damaged = [found for _, found in self.backups if found and not backup.is_locked(found)]
        return len(self.findings) + len(damaged)


def deep_check(desk: DeskFile, folders: Sequence[Path], progress: Progress = SILENT) -> DeepResult:
    """Check an open desk file (best one that is only read) and its backups below the folders; changes nothing."""
    pages = _pages(desk, progress)
    findings = list(pages or ())
    findings += [finding for finding in check(desk) if finding not in findings]
    there = {one.path: one for folder in folders for one in backup.listed(folder, desk.identity)}
    verified = {path: (one, backup.verify(one, desk.key, progress)) for path, one in there.items()}
    return DeepResult(findings, pages is not None, list(verified.values()))


def _pages(desk: DeskFile, progress: Progress) -> list[Finding] | None:
    """Return which pages are not what was written, None when there is nothing to compare them with."""
    if desk.key is None:
        return resting.compare(desk.path, desk.identity, progress) if desk.source == desk.path else None
    with closing(cipher.connect(desk.source, desk.key, mode="ro")) as connection:
        try:
            with watched(connection, lambda: progress.step(0, 0, N_("Checking every page"))):
                return [
                    Finding(N_("The file is damaged: {detail}"), {"detail": str(row[0])})
                    for row in connection.execute("PRAGMA cipher_integrity_check")
                ]
        except cipher.DatabaseError as error:
            return [Finding(N_("The file is damaged: {detail}"), {"detail": str(error)})]
