"""A new file replaces an old one: with its permissions, and not while another program has it open."""

import datetime as dt
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import backups, file_system
from chapterdesk.store.keeping.backups import Reason
from chapterdesk.store.keeping.copies import move, save_copy
from chapterdesk.store.keeping.restore import restore
from chapterdesk.store.sqlite.file import DeskFile

NOW = dt.datetime(2026, 11, 25, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it
RIGHTS = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Ribera.chapterdesk"
    DeskFile.create(path).close()
    path.chmod(0o600)
    return path


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@RIGHTS
def test_a_backup_a_copy_and_a_restored_file_keep_the_permissions(path: Path, tmp_path: Path) -> None:
    with DeskFile.open(path) as desk:
        made = backups.make(desk, tmp_path / "backups", Reason.ASKED, NOW)
        save_copy(desk, tmp_path / "copy.chapterdesk")
    assert rights(made.path) == rights(tmp_path / "copy.chapterdesk") == 0o600
    made.path.chmod(0o644)  # as a stick has it
    restore(made, path, None, tmp_path / "backups", NOW)
    assert rights(path) == 0o600
    move(path, tmp_path / "moved.chapterdesk")
    assert rights(tmp_path / "moved.chapterdesk") == 0o600


@RIGHTS
def test_a_copy_of_a_file_that_can_only_be_read_can_be_written(path: Path, tmp_path: Path) -> None:
    path.chmod(0o400)
    with DeskFile.open(path, read_only=True) as desk:
        save_copy(desk, tmp_path / "copy.chapterdesk")
    assert rights(tmp_path / "copy.chapterdesk") == 0o600


def two_states(path: Path, folder: Path) -> backups.Backup:
    with DeskFile.open(path) as desk:
        made = backups.make(desk, folder, Reason.ASKED, NOW)
        with desk.change("Add") as session:
            add_chapter(session, name="Alameda")
    return made


def held(path: Path) -> list[str]:
    with DeskFile.open(path) as desk, desk.read() as session:
        return [row.name for row in chapters(session)]


@pytest.mark.parametrize("times", [1, file_system.TRIES - 1])
def test_a_file_held_briefly_by_a_virus_scanner_is_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    made, refused = two_states(path, tmp_path / "backups"), [0]
    replace = Path.replace

    def busy(new: Path, target: Path) -> Path:
        if Path(target) == path and refused[0] < times:
            refused[0] += 1
            raise PermissionError(13, "The process cannot access the file")
        return replace(new, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(file_system, "PAUSE", 0)
    restore(made, path, None, tmp_path / "backups", NOW)
    assert refused == [times]
    assert held(path) == []


def test_a_file_that_another_program_keeps_open_stays_and_this_is_reported(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = two_states(path, tmp_path / "backups")
    replace = Path.replace

    def busy(new: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "The process cannot access the file")
        return replace(new, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(file_system, "PAUSE", 0)
    with pytest.raises(ChapterError, match="another program holds it"):
        restore(made, path, None, tmp_path / "backups", NOW)
    monkeypatch.undo()
    assert held(path) == ["Alameda"]
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize("held", ["-shm", ".seal"])
def test_a_companion_file_held_briefly_does_not_stop_the_swap(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    made = two_states(path, tmp_path / "backups")
    refused: list[Path] = []
    unlink, replace = Path.unlink, Path.replace

    def refuse(one: Path) -> None:
        if one.name.endswith(held) and len(refused) < 2:
            refused.append(one)
            raise PermissionError(13, "The process cannot access the file")

    def busy_unlink(one: Path, *, missing_ok: bool = False) -> None:
        refuse(one)
        unlink(one, missing_ok=missing_ok)

    def busy_replace(one: Path, target: Path) -> Path:
        refuse(Path(target))
        return replace(one, target)

    monkeypatch.setattr(file_system, "PAUSE", 0)
    restored = tmp_path / "restored.chapterdesk" if held == "-shm" else path
    monkeypatch.setattr(Path, "replace", busy_replace)
    monkeypatch.setattr(Path, "unlink", busy_unlink if held == "-shm" else unlink)
    file_system.put_in_place(Path(shutil.copyfile(made.path, tmp_path / "new")), restored, "test")
    with DeskFile.open(restored) as desk:
        backups.make(desk, tmp_path / "backups", Reason.ASKED, NOW)
    assert len(refused) == 2


def test_on_a_mac_the_disk_itself_is_asked_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    asked: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _descriptor, what: asked.append(what))
    monkeypatch.setattr(os, "fsync", lambda _descriptor: asked.append(0))
    file_system.flush(path)
    file_system.flush_folder(path.parent)
    assert asked == [51, 51]
    monkeypatch.setattr(fcntl, "fcntl", lambda *_: (_ for _ in ()).throw(OSError(45, "not supported")))
    file_system.flush(path)
    assert asked == [51, 51, 0], "a stick without this feature"
