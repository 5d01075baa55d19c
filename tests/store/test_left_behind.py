"""Files that a killed program or a full disk left beside a desk file are played back or removed."""

import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping.file_system import part_of
from chapterdesk.store.people import add_person, person
from chapterdesk.store.sqlite import cipher, engines, schema
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.opening import make_filled


def with_a_journal(path: Path) -> Path:
    """A file with Ana in it, whose program was killed while it changed her: the old pages are in a -journal."""
    made = path.with_name("made.chapterdesk")
    with DeskFile.create(made) as desk, desk.change("Add") as session:
        add_person(session, first_name="Ana", last_name="Ejemplo")
    connection = cipher.connect(made, None)
    connection.execute("PRAGMA cache_spill=1")
    connection.execute("PRAGMA cache_size=1")  # so that changed pages are written before the end
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE person SET first_name = 'Eva', notes = ?", ("x" * 100_000,))
    connection.execute("UPDATE person SET company = ?", ("y" * 100_000,))
    for end in ("", "-journal"):
        shutil.copyfile(f"{made}{end}", f"{path}{end}")
    connection.execute("ROLLBACK")
    connection.close()
    assert b"x" * 1000 in path.read_bytes()
    return path


def test_a_journal_left_by_a_killed_program_is_played_back(tmp_path: Path) -> None:
    with DeskFile.open(with_a_journal(tmp_path / "file.chapterdesk")) as desk, desk.read() as session:
        assert person(session, 1).name == "Ana Ejemplo"
    assert [path.name for path in tmp_path.glob("file*")] == ["file.chapterdesk"]


def test_a_journal_is_played_back_in_private_when_the_file_is_only_read(tmp_path: Path) -> None:
    path = with_a_journal(tmp_path / "file.chapterdesk")
    before = {one.name: one.read_bytes() for one in tmp_path.glob("file*")}
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        assert person(session, 1).name == "Ana Ejemplo"
    assert {one.name: one.read_bytes() for one in tmp_path.glob("file*")} == before


def test_a_change_that_could_not_begin_does_not_block_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the writer waits half a minute for a connection that nobody returned
    monkeypatch.setattr(engines, "create_engine", partial(create_engine, pool_timeout=0.1))
    with DeskFile.create(tmp_path / "file.chapterdesk") as desk:
        full = OperationalError("BEGIN IMMEDIATE", None, cipher.OperationalError("database or disk is full"))
        with monkeypatch.context() as patched:
            patched.setattr("sqlalchemy.Connection.begin", lambda self: (_ for _ in ()).throw(full))
            with pytest.raises(DiskFullError) as refused, desk.change("Add") as session:
                add_person(session, first_name="Ana")
        with desk.change("Add") as session:
            assert add_person(session, first_name="Ana") == 1
        assert "nothing was stored" in str(refused.value)  # and something still refers to it


def test_files_that_sqlite_could_not_remove_are_removed_when_the_file_is_closed(tmp_path: Path) -> None:
    desk = DeskFile.create(tmp_path / "file.chapterdesk")
    for end in ("-wal", "-shm"):
        Path(f"{desk.path}{end}").touch()
    desk.close()
    assert [path.name for path in tmp_path.iterdir()] == ["file.chapterdesk"]


def test_closing_keeps_the_files_that_a_reader_still_uses(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    desk = DeskFile.create(path)
    with desk.change("Add") as session:
        add_person(session, first_name="Ana")
    with DeskFile.open(path, read_only=True) as reader, reader.read() as reading:
        assert person(reading, 1).name == "Ana"
        desk.close()
        assert path.with_name("file.chapterdesk-wal").exists()
        assert person(reading, 1).name == "Ana"
    DeskFile.open(path).close()


def test_a_half_made_file_is_removed_when_its_place_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    DeskFile.create(path).close()
    part_of(path).write_bytes(b"half")
    part_of(path).with_name(part_of(path).name + "-journal").write_bytes(b"half")
    DeskFile.open(path).close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_made_completely_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for make in (DeskFile.create, lambda path: make_filled(path, [])):
        with pytest.raises(DiskFullError):
            make(tmp_path / "file.chapterdesk")
        assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    DeskFile.create(tmp_path / "file.chapterdesk").close()


def test_a_program_killed_while_making_a_file_leaves_the_name_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """The end of the process, as far as a test inside it can simulate it."""

    def killed(path: Path, key: str | None) -> None:
        path.write_bytes(b"half")
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(schema, "make", killed)
        patched.setattr("chapterdesk.store.sqlite.file.remove_parts", lambda path: None)
        with pytest.raises(Killed):
            DeskFile.create(tmp_path / "file.chapterdesk")
    assert not (tmp_path / "file.chapterdesk").exists()
    DeskFile.create(tmp_path / "file.chapterdesk").close()


def test_a_disk_without_room_for_the_lock_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.chapterdesk"
    DeskFile.create(path).close()

    def full(self: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("chapterdesk.store.sqlite.lock.FileLock.acquire", full)
    with pytest.raises(ChapterError, match="The disk is full"):
        DeskFile.open(path)
