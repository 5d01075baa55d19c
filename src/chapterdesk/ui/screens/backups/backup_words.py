"""Backups in words: when, how large, and whether one is sound, with the shape and the colour of that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale

from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.backup import Backup, is_locked
from chapterdesk.store.keeping.finding import Finding
from chapterdesk.ui.widgets.context import Context

COUNTED: Final = {
    "chapters": N_("Chapters"),
    "people": N_("People"),
    "members": N_("Memberships"),
    "meetings": N_("Meetings"),
    "marks": N_("Marks"),
    "slips": N_("Slips"),
    "visits": N_("Visits"),
}
"""What is counted of a file (fields of Counts), in words."""


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as it is listed: what was found wrong with it here, None when it was not checked since."""

    backup: Backup
    findings: tuple[Finding, ...] | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Whether a backup is sound: the word, the icon and the tone."""

    text: str
    icon: str
    tone: str


def state_of(context: Context, line: BackupLine) -> State:
    """Return what is known of a backup: shape, word and colour, never a colour alone."""
    tr = context.tr
    if is_locked(line.findings or ()):
        return State(tr("Another passphrase"), "lock", "neutral")
    if line.findings:
        return State(tr("Damaged"), "octagon-alert", "bad")
    if line.findings is not None:
        return State(tr("Verified"), "circle-check", "good")
    if not line.backup.is_sealed:
        return State(tr("Without its seal"), "diamond", "neutral")
    if not line.backup.is_whole:
        return State(tr("Damaged"), "octagon-alert", "bad")
    return State(tr("Whole"), "check", "neutral")


def size(context: Context, count: int) -> str:
    """Return bytes as people say them: 33,4 MB."""
    return context.language.locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def summary(context: Context, backups: Sequence[Backup]) -> str:
    """Return how many backups there are, how large together, and when the last was made."""
    tr = context.tr
    if not backups:
        return ""
    return tr(
        "{count} · {size} · the last one {moment}",
        count=tr("%n backup(s)", "", len(backups)),
        size=size(context, sum(one.size for one in backups)),
        moment=context.language.short_moment(backups[0].at),
    )
