"""The words about backups: whether each is sound, where they are kept, and what restoring one changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from chapterdesk.document.edition import Words
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.backups import Backup, is_locked
from chapterdesk.store.keeping.integrity import Finding
from chapterdesk.store.keeping.restore import RestorePreview

COUNTED: Final = {
    "chapters": N_("Chapters"),
    "people": N_("People"),
    "members": N_("Memberships"),
    "meetings": N_("Meetings"),
    "marks": N_("Marks"),
    "slips": N_("Slips"),
    "visits": N_("Visits"),
}
"""The counts of a file (fields of Counts), in words."""


@dataclass(frozen=True, slots=True)
class BackupState:
    """Whether a backup is sound: the (translatable) word, the icon and the tone."""

    text: str
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup in the list. `found` holds the faults that were found; None means that it was not checked."""

    backup: Backup
    findings: tuple[Finding, ...] | None = None

    @property
    def state(self) -> BackupState:
        """The state of the backup, shown by shape, word and colour, never by colour alone."""
        if is_locked(self.findings or ()):
            return BackupState(N_("Another passphrase"), "lock", "neutral")
        if self.findings:
            return BackupState(N_("Damaged"), "octagon-alert", "bad")
        if self.findings is not None:
            return BackupState(N_("Verified"), "circle-check", "good")
        if not self.backup.is_sealed:
            return BackupState(N_("Without its seal"), "diamond", "neutral")
        if not self.backup.is_whole:
            return BackupState(N_("Damaged"), "octagon-alert", "bad")
        return BackupState(N_("Whole"), "check", "neutral")


def summary(words: Words, backups: Sequence[Backup]) -> str:
    """Return the number of backups, their size together, and when the last one was made."""
    tr = words.tr
    if not backups:
        return ""
    return tr(
        "{count} · {size} · the last one {moment}",
        count=tr("%n backup(s)", "", len(backups)),
        size=words.data_size(sum(one.size for one in backups)),
        moment=words.short_moment(backups[0].at),
    )


def folder_text(words: Words, folder: str, chosen: Path | None, elsewhere: int, *, is_gone: bool) -> str:
    """Return where the backups are kept; `elsewhere` is the number of backups that are on this computer instead."""
    tr = words.tr
    if is_gone:
        return tr(
            "This folder is not there now. Connect the stick or the disk; until then backups are kept on this"
            " computer: {folder}",
            folder=folder,
        )
    if chosen is None:
        return tr("On this computer. On a stick or in a synced folder they are safe when the computer is lost")
    said = tr("Chosen by you; a stick or a synced folder keeps them safe when the computer is lost")
    if elsewhere:
        said += ". " + tr("%n backup(s) made before are still on this computer only", "", elsewhere)
    return said


def verified_text(words: Words, found: Sequence[Sequence[Finding]]) -> str:
    """Return how many of the verified backups can be restored."""
    tr, said = words.tr, []
    locked = sum(is_locked(one) for one in found)
    bad = sum(bool(one) for one in found) - locked
    if bad:
        said.append(tr("%n backup(s) cannot be restored; go on with another.", "", bad))
    elif locked < len(found):
        said.append(tr("%n backup(s) verified; all can be restored.", "", len(found) - locked))
    if locked:
        said.append(tr("%n backup(s) have another passphrase; type it there to verify them.", "", locked))
    return " ".join(said)


def restore_notes(words: Words, backup: Backup, found: RestorePreview, *, same_key: bool) -> list[tuple[str, str]]:
    """Return what restoring would do, each line with its tone.

    `same_key` means that the backup has the key of the file.
    """
    tr = words.tr
    lines: list[tuple[str, str]] = []
    if found.is_same:
        lines.append((tr("The file is in this very state now."), "muted"))
    elif found.changed_now is None or (found.changed_then or found.changed_now) > found.changed_now:
        lines.append((tr("This backup is newer than the file; it brings its changes back."), ""))
    else:
        then = words.moment(found.changed_then or backup.at)
        lines.append((tr("What was changed after {moment} will no longer be in the file.", moment=then), ""))
    lines.append((tr("The present state is kept first, as a backup: nothing is lost, and you can go back."), "muted"))
    if found.encrypted_now and not found.encrypted_then:
        lines.append((tr("This backup has no passphrase; the file will have none either."), "warning"))
    if found.encrypted_then and not (found.encrypted_now and same_key):
        lines.append((tr("The file will have the passphrase of the backup, an earlier one."), "warning"))
    return lines
