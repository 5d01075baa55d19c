"""A passphrase for the file and its backups: each backup stays whole and sealed, whatever happens."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk import crashpoints
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.keeping import backup_metadata, backups, passphrase_change
from chapterdesk.store.keeping.backups import Reason, listed, make, verify
from chapterdesk.store.keeping.passphrase_change import protect, rekey_backups
from chapterdesk.store.people import add_person
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DiskFullError, HeldError
from chapterdesk.store.sqlite.file import DeskFile
from tests.story import Story

NOW = dt.datetime(2026, 3, 5, 7, 0)  # noqa: DTZ001 - UTC without a zone, as it is stored
NAME = "Irrepetible Zúñiga"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def path(tmp_path: Path, folder: Path) -> Path:
    """A plain file with somebody called NAME in it, and two backups."""
    path = tmp_path / "mesa" / "mesa.chapterdesk"
    with DeskFile.create(path) as desk:
        Story(desk).do(add_person, first_name=NAME, last_name="")
        for days in (2, 1):
            make(desk, folder, Reason.ASKED, NOW - dt.timedelta(days=days))
    return path


def identity_of(path: Path, passphrase: str | None) -> str:
    with DeskFile.open(path, passphrase) as desk:
        return desk.identity


def readable(folder: Path) -> list[str]:
    """The files below a folder in which the name can be read."""
    return [file.name for file in folder.rglob("*") if file.is_file() and NAME.encode() in file.read_bytes()]


def test_backups_get_the_passphrase_too_and_the_state_before_is_backed_up(path: Path, folder: Path) -> None:
    done = protect(path, None, "uno dos tres", folder, NOW)
    assert (done.backups, done.error) == (3, None)
    assert readable(folder) == []
    found = listed(folder, identity_of(path, "uno dos tres"))
    assert [one.reason for one in found] == [Reason.PASSPHRASE, Reason.ASKED, Reason.ASKED]
    for one in found:
        assert verify(one, done.key) == []
        assert one.is_sealed
        assert cipher.opens(one.path, done.key)
        assert one.counts.people == 4
        with DeskFile.open(one.path, "uno dos tres") as copy, copy.read():
            pass


def test_protected_backups_follow_when_the_passphrase_changes_or_is_removed(path: Path, folder: Path) -> None:
    key = protect(path, None, "uno dos tres", folder, NOW).key
    done = protect(path, key, "cuatro cinco", folder, NOW + dt.timedelta(hours=1))
    assert done.backups == 4
    found = listed(folder, identity_of(path, "cuatro cinco"))
    assert all(verify(one, done.key) == [] for one in found)
    done = protect(path, done.key, None, folder, NOW + dt.timedelta(hours=2))
    assert (done.key, done.backups) == (None, 5)
    assert all(verify(one, None) == [] for one in listed(folder, identity_of(path, None)))


def test_a_backup_folder_that_fails_does_not_stop_the_others(
    path: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with DeskFile.open(path) as desk:
        make(desk, stick, Reason.ASKED, NOW - dt.timedelta(days=3))

    def fail(place: Path, *told: object, **more: object) -> int:
        if place == folder:
            raise DiskFullError("full")
        return rekey_backups(place, *told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(passphrase_change, "rekey_backups", fail)
    done = protect(path, None, "uno dos tres", folder, NOW, others=(stick,))
    assert (readable(stick), done.backups) == ([], 1)
    assert isinstance(done.error, DiskFullError)


def test_an_open_file_is_refused_before_a_backup_is_made(path: Path, folder: Path) -> None:
    with DeskFile.open(path) as desk:
        with pytest.raises(HeldError):
            protect(path, None, "uno dos tres", folder, NOW)
        assert len(listed(folder, desk.identity)) == 2


def test_backups_made_before_another_folder_was_chosen_follow_too(path: Path, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    seen: list[float] = []

    class Noting:
        def step(self, done: int, total: int, text: str = "") -> None:  # noqa: ARG002 - Progress has it
            seen.append(done / total)

    done = protect(path, None, "uno dos tres", stick, NOW, Noting(), others=(stick, folder))
    assert (done.backups, done.error) == (3, None)
    assert readable(folder) == readable(stick) == []
    identity = identity_of(path, "uno dos tres")
    assert [len(listed(place, identity)) for place in (stick, folder)] == [1, 2]
    assert all(verify(one, done.key) == [] for place in (stick, folder) for one in listed(place, identity))
    assert seen == sorted(seen)


def test_older_backups_stay_unchanged_on_request(path: Path, folder: Path) -> None:
    done = protect(path, None, "uno dos tres", folder, NOW, all_backups=False)
    assert done.backups == 1
    found = listed(folder, identity_of(path, "uno dos tres"))
    assert [cipher.is_encrypted(one.path) for one in found] == [True, False, False]
    done = protect(path, done.key, "cuatro cinco", folder, NOW + dt.timedelta(hours=1))
    assert done.backups == 4  # and the plain ones are not forgotten
    assert readable(folder) == []


def test_a_backup_with_another_passphrase_is_not_changed(path: Path, folder: Path) -> None:
    key = protect(path, None, "uno dos tres", folder, NOW).key
    kept = protect(path, key, "cuatro cinco", folder, NOW + dt.timedelta(hours=1), all_backups=False)
    before = {one.path: one.path.read_bytes() for one in listed(folder, identity_of(path, "cuatro cinco"))}
    done = protect(path, kept.key, "seis siete", folder, NOW + dt.timedelta(hours=2))
    assert done.backups == 2
    there = {one.path: one.path.read_bytes() for one in listed(folder, identity_of(path, "seis siete"))}
    assert sum(there.get(file) == content for file, content in before.items()) == 3


POINTS = ["copied", "compared", "new file whole", "companions gone", "in place", "backup done"]


@pytest.mark.parametrize("point", POINTS)
def test_wherever_it_stops_every_backup_is_whole_and_none_is_lost(path: Path, folder: Path, point: str) -> None:
    identity = identity_of(path, None)
    before = listed(folder, identity)

    def stop(name: str) -> None:
        if name == f"re-encryption: {point}":
            raise KeyboardInterrupt

    key = cipher.new_key("uno dos tres")
    crashpoints.arm(stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            rekey_backups(folder, identity, None, key)
    finally:
        crashpoints.arm(None)
    for seal in folder.rglob("*.seal"):
        assert seal.with_name(seal.name.removesuffix(".seal")).exists()
    backups.remove_half_made(folder, identity)
    after = listed(folder, identity)
    assert {one.at for one in after} == {one.at for one in before}
    assert all(verify(one, key) == [] for one in after)
    rekey_backups(folder, identity, None, key)
    assert readable(folder) == []


def test_without_room_for_a_backup_nothing_is_changed(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("full")

    monkeypatch.setattr(passphrase_change, "make_of", full)
    with pytest.raises(DiskFullError):
        protect(path, None, "uno dos tres", folder, NOW)
    assert path.read_bytes() == before


@pytest.mark.parametrize("failure", [OSError("stick"), Cancelled(), DiskFullError("full")])
def test_a_failure_after_the_file_is_done_is_reported_and_the_file_keeps_its_new_key(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(passphrase_change, "rekey_backups", fail)
    done = protect(path, None, "uno dos tres", folder, NOW)
    assert done.error is not None
    DeskFile.open(path, key=done.key).close()


def test_progress_goes_forward_over_the_whole_work(path: Path, folder: Path) -> None:
    seen: list[float] = []

    class Noting:
        def step(self, done: int, total: int, text: str = "") -> None:  # noqa: ARG002 - Progress has it
            seen.append(done / total)

    protect(path, None, "uno dos tres", folder, NOW, Noting())
    assert seen == sorted(seen)
    assert seen[0] < 0.4
    assert 0.66 <= seen[-1] <= 1


def test_a_backup_without_its_seal_is_not_left_readable(path: Path, folder: Path) -> None:
    identity = identity_of(path, None)
    backup_metadata.seal_of(listed(folder, identity)[0].path).unlink()
    assert rekey_backups(folder, identity, None, "uno dos tres") == 2
    assert readable(folder) == []
