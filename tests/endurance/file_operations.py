"""Interrupted operations on whole files: backing up, restoring, migrating, protecting, copying, moving, erasing."""

import datetime as dt
from pathlib import Path
from typing import Any

from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.store.keeping import automatic_backups, backups, copies, passphrase_change, restore
from chapterdesk.store.rights import erasing, retention
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, OTHER, PASSPHRASE, add_group
from tests.endurance.operations import Folder, Operation, Passphrase, close_desk, one_group, opened
from tests.store.released import make_released

NOW = dt.datetime(2026, 3, 5, 10)  # noqa: DTZ001 - UTC without a zone, like the change log
VISITOR = 2
"""The person who visited in the first group, and may be erased."""
LEDGER = "erased.json"
Closed = tuple[Path, str | None]


def backups_of(folder: Folder) -> Path:
    """Where the backups of a test are."""
    return folder / "backups"


def _back_up(desk: DeskFile) -> None:
    backups.make(desk, backups_of(desk.path.parent), backups.Reason.ASKED, NOW)


def _with_backup(folder: Folder, passphrase: Passphrase) -> None:
    """A file that has changed since its last backup."""
    one_group(folder, passphrase)
    with opened(folder, passphrase) as desk:
        backups.make(desk, backups_of(folder), backups.Reason.ASKED, NOW - dt.timedelta(days=1))
        add_group(desk, 1, 2)


def _damaged(folder: Folder, passphrase: Passphrase) -> None:
    """A file that was damaged since its last backup."""
    _with_backup(folder, passphrase)
    path = folder / NAME
    path.write_bytes(path.read_bytes()[: 5 * cipher.PAGE_BYTES] + bytes(7))


def _closed(folder: Folder, passphrase: Passphrase) -> Closed:
    """A file that is closed, and its key."""
    path = folder / NAME
    if not path.exists() or not passphrase or not cipher.is_encrypted(path):
        return path, None
    keys = (cipher.key_for(path, one) for one in (PASSPHRASE, OTHER))
    return path, next(key for key in keys if cipher.opens(path, key))


def _last_backup(folder: Folder, passphrase: Passphrase) -> tuple[Path, backups.Backup, str | None]:
    (place,) = backups_of(folder).iterdir()
    (found,) = [one for one in backups.listed(backups_of(folder), place.name.rpartition(" ")[2]) if one.at < NOW]
    key = cipher.key_for(found.path, passphrase) if passphrase else None
    return folder / NAME, found, key


def _restore(handle: tuple[Path, backups.Backup, str | None]) -> None:
    path, found, key = handle
    restore.restore(found, path, key, backups_of(path.parent), NOW)


def _older(folder: Folder, passphrase: Passphrase) -> None:
    """A file of the first release, with rows in every table."""
    make_released(folder / NAME, "0001", passphrase)


def _migrate(handle: tuple[Folder, Passphrase]) -> None:
    folder, passphrase = handle
    DeskFile.open(folder / NAME, passphrase, backups=backups_of(folder)).close()


def _passphrase(passphrase: Passphrase) -> Any:
    def work(handle: Closed) -> None:
        passphrase_change.set_passphrase(*handle, passphrase)

    return work


def _copy(desk: DeskFile) -> None:
    copies.save_copy(desk, desk.path.with_name("copy.chapterdesk"))


def _before_move(folder: Folder, passphrase: Passphrase) -> Folder:
    """After a crash that leaves the file in both places, the new one is removed and the move repeated."""
    if (folder / NAME).exists():
        (folder / "moved" / NAME).unlink(missing_ok=True)
    return folder


def _to_be_moved(folder: Folder, passphrase: Passphrase) -> None:
    one_group(folder, passphrase)
    (folder / "moved").mkdir()


def _move(folder: Folder) -> None:
    copies.move(folder / NAME, folder / "moved" / NAME)


def _erase(desk: DeskFile) -> None:
    ledger = desk.path.with_name(LEDGER)
    if erasing.due(desk, ledger):
        erasing.replay(desk, ledger)
    else:
        erasing.erase(desk, VISITOR, ledger, NOW)


def _erase_again(desk: DeskFile) -> None:
    """Finish an interrupted erasure, as the next start does."""
    erasing.replay(desk, desk.path.with_name(LEDGER))


def _with_old_backups(folder: Folder, passphrase: Passphrase) -> None:
    """A file with several backups of one day long ago, of which one is enough."""
    one_group(folder, passphrase)
    with opened(folder, passphrase) as desk:
        for hours in range(3):
            backups.make(desk, backups_of(folder), backups.Reason.ASKED, NOW - dt.timedelta(days=60, hours=hours))
        for minutes in range(5):  # the newest stay whatever their dates
            backups.make(desk, backups_of(folder), backups.Reason.ASKED, NOW - dt.timedelta(minutes=5 - minutes))


def _thin(desk: DeskFile) -> None:
    backups.thin(backups_of(desk.path.parent), desk.identity, NOW)


def _renew(desk: DeskFile) -> None:
    automatic_backups.replace_backups(desk, backups_of(desk.path.parent), NOW)


def _protect_backups(desk: DeskFile) -> None:
    passphrase_change.rekey_backups(backups_of(desk.path.parent), desk.identity, None, PASSPHRASE)


def _with_contact(folder: Folder, passphrase: Passphrase) -> None:
    """A file with a referral that names who was referred."""
    one_group(folder, passphrase)
    with opened(folder, passphrase) as desk, desk.change("Referral") as s:
        day = dt.date(2020, 1, 1)
        draft = SlipDraft(kind=SlipKind.REFERRAL, date=day, giver_id=1, receiver_id=2, prospect="Eva", contact="600")
        add_slip(s, 1, draft)


def _purge(desk: DeskFile) -> None:
    with desk.read() as s:
        chosen = [one for one in retention.proposals(s, Keep(), NOW.date()) if one.what is Overdue.CONTACT]

    retention.apply(desk, chosen, desk.path.with_name(LEDGER), NOW)


FILE_OPERATIONS = (
    Operation("backup", _back_up, one_group, opened, close_desk),
    Operation("restore", _restore, _with_backup, _last_backup),
    Operation("restore over a damaged file", _restore, _damaged, _last_backup, broken=True),
    Operation("migration", _migrate, _older),
    Operation("passphrase added", _passphrase(PASSPHRASE), one_group, _closed, only="plain"),
    Operation("passphrase changed", _passphrase(OTHER), one_group, _closed, only="encrypted"),
    Operation("passphrase removed", _passphrase(None), one_group, _closed, only="encrypted"),
    Operation("copy", _copy, one_group, opened, close_desk),
    Operation("move", _move, _to_be_moved, _before_move, only="plain"),
    Operation("thinning of backups", _thin, _with_old_backups, opened, close_desk, only="plain"),
    Operation("backups made anew", _renew, _with_old_backups, opened, close_desk, only="plain"),
    Operation("backups protected", _protect_backups, _with_backup, opened, close_desk, only="plain"),
    Operation("retention", _purge, _with_contact, opened, close_desk, only="plain"),
    Operation("erasure", _erase, one_group, opened, close_desk, start=_erase_again),
)
