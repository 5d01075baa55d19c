"""Restoring: the preview, what is kept, and that nothing of the old file affects the new one."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from chapterdesk import crashpoints
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import backup_metadata, backups, closed_file, restore
from chapterdesk.store.keeping.backups import Backup, Reason
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import DamagedError, HeldError, NewerError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from tests.cancelling import CancellingProgress

NOW = dt.datetime(2026, 11, 25, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it
PASSPHRASES = pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "encrypted"])


def names(path: Path, passphrase: str | None = None) -> list[str]:
    with DeskFile.open(path, passphrase) as desk, desk.read() as session:
        return sorted(row.name for row in chapters(session))


def two_states(path: Path, folder: Path, passphrase: str | None = None) -> tuple[Backup, str | None]:
    """Make a file with Ribera, back it up, and add Alameda; it is closed then. Returns the backup and the key."""
    with DeskFile.create(path, passphrase) as desk:
        with desk.change("Add") as session:
            add_chapter(session, name="Ribera")
        made = backups.make(desk, folder, Reason.ASKED, NOW - dt.timedelta(days=1))
        with desk.change("Add") as session:
            add_chapter(session, name="Alameda")
        return made, desk.key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Ribera.chapterdesk"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@PASSPHRASES
def test_a_restore_brings_back_the_old_state_and_keeps_a_copy_of_the_present_one(
    path: Path, folder: Path, passphrase: str | None
) -> None:
    made, key = two_states(path, folder, passphrase)
    assert restore.restore(made, path, key, folder, NOW) is None
    assert names(path, passphrase) == ["Ribera"]
    way_back = backups.listed(folder, made.identity)[0]
    assert (way_back.reason, way_back.counts.chapters) == (Reason.RESTORE, 2)
    restore.restore(way_back, path, key, folder, NOW)
    assert names(path, passphrase) == ["Alameda", "Ribera"]


@PASSPHRASES
def test_the_preview_shows_both_states_and_when_each_was_changed(
    path: Path, folder: Path, passphrase: str | None
) -> None:
    made, key = two_states(path, folder, passphrase)
    with DeskFile.open(path, passphrase) as desk:
        shown = restore.preview(desk, made, key)
    assert shown.now is not None
    assert (shown.now.chapters, shown.then.chapters) == (2, 1)
    assert shown.changed_now is not None
    assert shown.changed_then is not None
    assert shown.changed_then < shown.changed_now
    assert shown.encrypted_then == (passphrase is not None)
    assert restore.preview(None, made, key).now is None


def killed_window(path: Path, passphrase: str | None) -> Path:
    """Leave a file like a killed window: its last change is only in the -wal."""
    live = DeskFile.open(path, passphrase)
    with live.change("Add") as session:
        add_chapter(session, name="Never seen again")
    killed = path.with_name("killed")
    killed.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", killed / f"{path.name}{end}")
    live.close()
    return killed / path.name


@PASSPHRASES
@pytest.mark.parametrize("damaged", [False, True], ids=["sound", "damaged"])
def test_a_stale_wal_does_not_undo_a_restore(
    path: Path, folder: Path, passphrase: str | None, *, damaged: bool
) -> None:
    """SQLite applies a -wal to any file beside it; that of a damaged file stays until the end."""
    made, key = two_states(path, folder, passphrase)
    target = killed_window(path, passphrase)
    if damaged:
        target.write_bytes(b"")
    kept = restore.restore(made, target, key, folder, NOW)
    assert not target.with_name(target.name + "-wal").exists()
    assert names(target, passphrase) == ["Ribera"]
    if damaged:
        assert kept is not None
        assert kept.with_name(kept.name + "-wal").stat().st_size > 0
    else:  # what the -wal held is kept as well
        assert backups.listed(folder, made.identity)[0].counts.chapters == 3


@PASSPHRASES
def test_a_file_killed_before_the_rename_has_everything_from_its_wal(
    path: Path, folder: Path, passphrase: str | None
) -> None:
    made, key = two_states(path, folder, passphrase)
    target = killed_window(path, passphrase)

    def stop(name: str) -> None:
        if name == "restore: companions gone":
            raise KeyboardInterrupt

    crashpoints.arm(stop)
    with pytest.raises(KeyboardInterrupt):
        restore.restore(made, target, key, folder, NOW)
    crashpoints.arm(None)
    assert names(target, passphrase) == ["Alameda", "Never seen again", "Ribera"]


@PASSPHRASES
def test_a_damaged_file_is_kept_beside_with_its_wal_and_never_overwritten(
    path: Path, folder: Path, passphrase: str | None
) -> None:
    made, key = two_states(path, folder, passphrase)
    path.write_bytes(path.read_bytes()[:16] + b"\xff" * 20_000)
    wal = path.with_name(path.name + "-wal")
    wal.write_bytes(b"what a crash left")
    before = path.read_bytes()
    kept = restore.restore(made, path, key, folder, NOW)
    assert kept == path.with_name("Ribera (damaged 2026-11-25).chapterdesk")
    assert kept.read_bytes() == before
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what a crash left"
    assert names(path, passphrase) == ["Ribera"]
    path.write_bytes(b"")
    again = restore.restore(made, path, key, folder, NOW)
    assert again == path.with_name("Ribera (damaged 2026-11-25) (2).chapterdesk")
    assert kept.read_bytes() == before


def test_a_damaged_file_is_kept_on_a_disk_without_hard_links(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, key = two_states(path, folder)
    path.write_bytes(before := b"SQLite format 3\x00 and then nothing of it")

    def refuse(*_: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", refuse)
    kept = restore.restore(made, path, key, folder, NOW)
    assert kept is not None
    assert kept.read_bytes() == before
    assert names(path) == ["Ribera"]


def test_a_damaged_backup_is_refused_and_the_file_stays(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)
    made.path.write_bytes(made.path.read_bytes()[:-4096] + b"\x00" * 4096)
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="Nothing was changed"):
        restore.restore(made, path, key, folder, NOW)
    assert path.read_bytes() == before
    assert len(backups.listed(folder, made.identity)) == 1
    assert sorted(one.name for one in path.parent.iterdir()) == ["Ribera.chapterdesk", "backups"]


def test_a_backup_with_an_earlier_passphrase_asks_for_that_passphrase(path: Path, folder: Path) -> None:
    made, _ = two_states(path, folder, "earlier")
    with pytest.raises(PassphraseNeededError):
        restore.restore(made, path, None, folder, NOW)
    with pytest.raises(PassphraseNeededError, match="earlier"):
        restore.restore(made, path, cipher.key_for(path.with_name("other"), "later"), folder, NOW)


def test_a_file_open_in_another_window_is_not_restored(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)
    with DeskFile.open(path), pytest.raises(HeldError):
        restore.restore(made, path, key, folder, NOW)
    assert names(path) == ["Alameda", "Ribera"]


def test_a_file_that_is_missing_can_be_restored(path: Path, folder: Path, tmp_path: Path) -> None:
    made, key = two_states(path, folder)
    target = tmp_path / "New laptop.chapterdesk"
    assert restore.restore(made, target, key, folder, NOW) is None
    assert names(target) == ["Ribera"]


def test_a_backup_of_a_newer_release_is_refused(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)
    connection = cipher.connect(made.path, None)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    backup_metadata.seal_of(made.path).unlink()
    (loose,) = backups.listed(folder, made.identity)
    with pytest.raises(NewerError):
        restore.restore(loose, path, key, folder, NOW)
    assert names(path) == ["Alameda", "Ribera"]


def test_a_cancelled_restore_changes_nothing(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)

    with pytest.raises(Cancelled):
        restore.restore(made, path, key, folder, NOW, CancellingProgress())
    assert names(path) == ["Alameda", "Ribera"]
    assert sorted(one.name for one in path.parent.iterdir()) == ["Ribera.chapterdesk", "backups"]


def test_a_restore_killed_at_any_point_leaves_the_old_or_the_new_state(path: Path, folder: Path) -> None:
    """At each point the disk is copied, as a kill would leave it, and examined."""
    made, key = two_states(path, folder)
    visited: list[str] = []
    images = path.parent / "images"

    def keep(name: str) -> None:
        if name.startswith("restore"):
            image = images / str(len(visited))
            image.mkdir(parents=True)
            for part in path.parent.glob(f"*{path.name}*"):
                if part.is_file() and not part.name.endswith(".lock"):
                    shutil.copyfile(part, image / part.name)
            visited.append(name)

    crashpoints.arm(keep)
    restore.restore(made, path, key, folder, NOW)
    crashpoints.arm(None)
    assert visited == [
        "restore: copy checked",
        "restore: present state kept",
        "restore: new file whole",
        "restore: companions gone",
        "restore: in place",
    ]
    states = [names(images / str(number) / path.name) for number in range(len(visited))]
    assert states == [["Alameda", "Ribera"]] * 4 + [["Ribera"]]


def test_a_restored_older_file_is_migrated_when_it_is_opened(path: Path, folder: Path) -> None:
    from tests.store.test_migrations import old_file

    old_file(path)
    with DeskFile.open(path, backups=folder) as desk:
        identity = desk.identity
    older = backups.listed(folder, identity)[-1]
    assert older.version == 1
    restore.restore(older, path, None, folder, NOW)
    with DeskFile.open(path, backups=folder) as desk:
        assert desk.identity == identity


def test_a_missing_backup_is_reported(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)
    made.path.unlink()
    with pytest.raises(ChapterError, match="no longer there"):
        restore.restore(made, path, key, folder, NOW)


def test_the_digest_of_the_old_file_is_not_compared_with_the_restored_one(path: Path, folder: Path) -> None:
    made, key = two_states(path, folder)
    closed_file.close_with_digest(DeskFile.open(path))
    assert closed_file.changes_since_close(path, made.identity) == []
    before = path.read_bytes()
    restore.restore(made, path, key, folder, NOW)
    path.write_bytes(before)  # in case size and counter are the same by chance
    assert closed_file.changes_since_close(path, made.identity) is None
