"""Backups are made completely or not at all, verified, listed and thinned."""

import dataclasses
import datetime as dt
import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from chapterdesk import crashpoints
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping import backup_metadata, backups, integrity
from chapterdesk.store.keeping.backups import Reason
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError, FolderGoneError, ReadOnlyError
from chapterdesk.store.sqlite.file import DeskFile
from tests.cancelling import CancellingProgress
from tests.copies import copied

NOW = dt.datetime(2026, 3, 5, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it


@pytest.fixture(params=[None, "correct horse"], ids=["plain", "encrypted"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DeskFile]:
    path = copied(tmp_path / "Grupo Ribera.chapterdesk", a_chapter, request.param)
    with DeskFile.open(path, request.param) as desk:
        yield desk


def a_chapter(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk, desk.change("Add a chapter") as session:
        add_chapter(session, name="Ribera")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def left_in(folder: Path) -> list[str]:
    """The files below a folder except the lock."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")


def test_a_backup_says_what_it_holds_and_is_found_again(desk: DeskFile, folder: Path) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    assert backups.listed(folder, desk.identity) == [made]
    assert backups.listed_for(folder, desk.path) == [made]
    assert (made.counts.chapters, made.counts.rows, made.reason, made.name) == (1, 1, Reason.ASKED, "Grupo Ribera")
    assert made.size == made.path.stat().st_size
    assert backups.verify(made, desk.key) == []
    assert made.path.parent.name == f"Grupo Ribera {desk.identity}"


def test_a_backup_is_encrypted_like_its_file_and_its_seal_holds_no_name(desk: DeskFile, folder: Path) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    assert cipher.is_encrypted(made.path) == (desk.key is not None)
    assert "Ribera" not in backup_metadata.seal_of(made.path).read_text("utf-8").replace("Grupo Ribera", "")


def test_rows_that_are_only_in_the_wal_are_in_the_backup(desk: DeskFile, folder: Path) -> None:
    wal = desk.path.with_name(desk.path.name + "-wal")
    with desk.change("Add another") as session:
        add_chapter(session, name="Alameda")
    assert wal.stat().st_size > 0
    assert backups.make(desk, folder, Reason.ASKED, NOW).counts.chapters == 2


def test_two_backups_in_one_second_are_two_files(desk: DeskFile, folder: Path) -> None:
    made = [backups.make(desk, folder, Reason.ASKED, NOW) for _ in range(2)]
    assert backups.listed(folder, desk.identity) == made[::-1]
    assert [one.number for one in made] == [1, 2]


def test_a_backup_can_be_read_but_not_changed(desk: DeskFile, folder: Path) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    with DeskFile.open(made.path, key=desk.key) as opened:
        assert opened.read_only
        with pytest.raises(ReadOnlyError), opened.change("Add a chapter"):
            pass
    assert backups.verify(made, desk.key) == []


@pytest.mark.parametrize("place", [0, 20, 5000, -1])
def test_one_flipped_bit_of_a_backup_is_found(desk: DeskFile, folder: Path, place: int) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    content = bytearray(made.path.read_bytes())
    content[place] ^= 1
    made.path.write_bytes(content)
    assert backups.verify(made, desk.key) != []


def test_a_truncated_or_missing_backup_is_found(desk: DeskFile, folder: Path) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    assert not made.is_whole
    assert backups.verify(made, desk.key) != []
    made.path.unlink()
    assert backups.verify(made, desk.key) != []
    assert backups.listed(folder, desk.identity) == []


def test_a_backup_with_another_passphrase_is_not_taken_for_damaged(tmp_path: Path, folder: Path) -> None:
    with DeskFile.create(tmp_path / "one.chapterdesk", "one") as desk:
        made = backups.make(desk, folder, Reason.ASKED, NOW)
    other = cipher.key_for(tmp_path / "two.chapterdesk", "two")
    assert "passphrase" in str(backups.verify(made, other)[0])
    assert "passphrase" in str(backups.verify(made, None)[0])


def test_a_damaged_file_never_gives_a_sound_backup(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    with DeskFile.create(path) as desk:
        identity = desk.identity
    connection = cipher.connect(path, None)
    connection.execute("PRAGMA foreign_keys=off")
    connection.execute("CREATE TABLE child(parent INTEGER REFERENCES chapter(id))")
    connection.execute("INSERT INTO child VALUES(99)")
    connection.close()
    with pytest.raises(DamagedError):
        backups.make_of(path, None, folder, Reason.ASKED, NOW)
    assert backups.listed(folder, identity) == []
    assert left_in(folder) == []


def test_a_cancelled_backup_leaves_nothing(desk: DeskFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The backup is stopped while SQLite copies, in its checks, and while the digest is computed; then it succeeds."""
    monkeypatch.setattr(integrity, "PAUSE", 0)
    monkeypatch.setattr(integrity, "EVERY", 50)
    cancelled = 0
    for after in (*range(8), *range(8, 2000, 97)):
        try:
            backups.make(desk, folder, Reason.ASKED, NOW, CancellingProgress(after))
        except Cancelled:
            cancelled += 1
            assert left_in(folder) == []
        else:
            break
    assert cancelled > 8
    assert len(backups.listed(folder, desk.identity)) == 1


def test_a_full_disk_and_a_removed_stick_are_reported_and_leave_no_file(
    desk: DeskFile, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FolderGoneError, match="stick"):
        backups.make(desk, tmp_path / "STICK" / "backups", Reason.ASKED, NOW)
    assert not (tmp_path / "STICK").exists()

    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "digest_of", full)
    with pytest.raises(DiskFullError, match="no room"):
        backups.make(desk, folder, Reason.ASKED, NOW)
    assert left_in(folder) == []


def test_leftovers_of_a_killed_process_are_removed_at_the_next_start_but_not_files_in_progress(
    desk: DeskFile, folder: Path
) -> None:
    class Killed(BaseException):
        pass

    def kill(name: str) -> None:
        if name == "backup: sealed":
            shutil.copytree(folder, folder.with_name("as it was"))
            raise Killed

    crashpoints.arm(kill)
    with pytest.raises(Killed):
        backups.make(desk, folder, Reason.ASKED, NOW)
    crashpoints.arm(None)
    shutil.rmtree(folder)
    folder.with_name("as it was").rename(folder)
    assert len(left_in(folder)) == 2
    assert backups.listed(folder, desk.identity) == []
    (place,) = folder.iterdir()
    with FileLock(place / ".making.lock"):  # another process is making one now
        backups.remove_half_made(folder, desk.identity)
        assert len(left_in(folder)) == 2
    backups.remove_half_made(folder, desk.identity)
    assert left_in(folder) == []


def test_a_backup_that_another_program_makes_is_reported(
    desk: DeskFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    monkeypatch.setattr(backups, "PATIENCE", 0)
    with FileLock(made.path.parent / ".making.lock"), pytest.raises(ChapterError, match="Another program"):
        backups.make(desk, folder, Reason.ASKED, NOW)


def test_a_backup_moved_by_hand_without_its_seal_is_listed_and_restorable(desk: DeskFile, folder: Path) -> None:
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    backup_metadata.seal_of(made.path).unlink()
    (found,) = backups.listed(folder, desk.identity)
    assert (found.is_sealed, found.at, found.identity) == (False, NOW, desk.identity)
    assert found.counts.chapters == (1 if desk.key is None else 0)
    assert backups.verify(found, desk.key) == []
    if desk.key is None:  # moved into the chosen folder itself; an encrypted one cannot be read
        made.path.rename(folder / made.path.name)
        assert [one.counts.chapters for one in backups.listed(folder, desk.identity)] == [1]


def test_a_desk_file_in_the_backup_folder_is_not_listed_as_a_backup(desk: DeskFile) -> None:
    folder = desk.path.parent
    made = backups.make(desk, folder, Reason.ASKED, NOW)
    assert backups.listed(folder, desk.identity) == [made]


def test_thinning_works_per_file_and_never_removes_a_file_without_seal(desk: DeskFile, folder: Path) -> None:
    first = backups.make(desk, folder, Reason.CLOSE, NOW)
    for number in range(2, 40):
        at = NOW + dt.timedelta(hours=number)
        path = backup_metadata.free_name(first.path.parent, "Grupo Ribera", at)
        shutil.copyfile(first.path, path)
        backup_metadata.write_seal(dataclasses.replace(first, path=path, at=at, number=number))
    other = dataclasses.replace(first, path=first.path.with_name("Copia.chapterdesk"), name="Copia")
    shutil.copyfile(first.path, other.path)
    backup_metadata.write_seal(other)
    loose = [first.path.with_name(f"Grupo Ribera 2020-01-01 0{hour}0000.chapterdesk") for hour in (7, 8)]
    for path in loose:
        shutil.copyfile(first.path, path)
    later = NOW + dt.timedelta(days=30)
    gone = backups.thin(folder, desk.identity, later)
    stay = backups.listed(folder, desk.identity)
    assert {one.path for one in gone}.isdisjoint(one.path for one in stay)
    assert not any(one.path.exists() or backup_metadata.seal_of(one.path).exists() for one in gone)
    assert {other.path, *loose} <= {one.path for one in stay}
    assert {one.number for one in stay} >= {35, 36, 37, 38, 39}
    assert 5 < len(stay) < 16


@pytest.mark.parametrize(
    ("stem", "named"),
    [
        ("Grupo: Ribera?", "Grupo Ribera"),
        ("CON", "CON -"),
        ("..", "ChapterDesk"),
        ("a\u202eb", "ab"),
        ("x" * 300, "x" * 60),
        ("Łukasz 日本", "Łukasz 日本"),
    ],
)
def test_the_name_of_a_backup_is_valid_on_every_system(stem: str, named: str) -> None:
    assert backup_metadata.safe_stem(stem) == named


def test_the_state_of_a_file_has_another_mark_after_each_change(desk: DeskFile, folder: Path) -> None:
    first = backups.make(desk, folder, Reason.CLOSE, NOW)
    assert backups.make(desk, folder, Reason.CLOSE, NOW).mark == first.mark
    with desk.change("Add another") as session:
        add_chapter(session, name="Alameda")
    assert backups.make(desk, folder, Reason.CLOSE, NOW).mark != first.mark
    desk.undo()
    assert backups.make(desk, folder, Reason.CLOSE, NOW).mark != first.mark
