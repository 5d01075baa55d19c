"""The desk file: making, opening, refusing, reading while a window has it open, closing; plain and encrypted."""

import datetime as dt
import multiprocessing
import os
import sqlite3
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.people import add_person
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import HeldError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import Chapter

PASSPHRASE = "a'b\"c ñ 本 "
SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Grupo Ñandú 100 %.chapterdesk"


def names(desk: DeskFile) -> list[str]:
    with desk.read() as session:
        return [row.name for row in chapters(session)]


def add(desk: DeskFile, name: str) -> None:
    with desk.change("Add chapter {name}", name=name) as session:
        add_chapter(session, name=name)


def test_what_is_written_is_there_when_the_file_is_opened_again(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk:
        add(desk, "Grupo Ribera")
    with DeskFile.open(path, passphrase) as desk:
        assert names(desk) == ["Grupo Ribera"]


def test_a_closed_file_is_one_file(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk:
        add(desk, "Grupo Ribera")
        assert path.with_name(path.name + "-wal").exists()
        names(desk)
    assert list(path.parent.iterdir()) == [path]
    connection = cipher.connect(path, cipher.key_for(path, passphrase) if passphrase else None, mode="ro")
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows gives the folder's rights to a file in it")
def test_nobody_else_on_the_computer_may_read_a_new_file(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk:
        add(desk, "Grupo Ribera")
        assert {
            part.stat().st_mode & 0o077 for part in path.parent.glob(f"{path.name}*") if part.suffix != ".lock"
        } == {0}
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_encrypted_file_shows_nothing_of_what_is_in_it(path: Path) -> None:
    with DeskFile.create(path, PASSPHRASE) as desk:
        add(desk, "Grupo Ribera")
        for part in path.parent.iterdir():
            assert b"Ribera" not in part.read_bytes(), part.name
    assert b"Ribera" not in path.read_bytes()
    assert b"SQLite" not in path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM chapter")


def test_any_sqlite_opens_a_plain_file_which_carries_our_application_id(path: Path) -> None:
    with DeskFile.create(path) as desk:
        add(desk, "Grupo Ribera")
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM chapter").fetchall() == [("Grupo Ribera",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    connection.close()


@pytest.mark.parametrize("wrong", ["", "b", 'x"', "'; DROP TABLE chapter; --", "\0", "a" * 1_000_000])
def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(path: Path, wrong: str) -> None:
    DeskFile.create(path, PASSPHRASE).close()
    before = path.read_bytes()
    with pytest.raises(PassphraseNeededError, match=path.name):
        DeskFile.open(path, wrong)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_passphrase_of_a_plain_file_is_not_asked_for(path: Path) -> None:
    DeskFile.create(path).close()
    DeskFile.open(path, "any").close()


def test_a_new_file_never_overwrites_another(path: Path) -> None:
    path.write_bytes(b"a letter")
    with pytest.raises(ChapterError, match="already exists"):
        DeskFile.create(path)
    assert path.read_bytes() == b"a letter"


def test_a_missing_file_is_not_made_by_opening_it(path: Path) -> None:
    with pytest.raises(ChapterError, match="does not exist"):
        DeskFile.open(path)
    assert not path.exists()


STRANGE = {
    "empty": (b"", "is empty"),
    "text": ("Querida María José:\n".encode() * 400, "is not a ChapterDesk file"),
    "header alone": (cipher.PLAIN_HEADER, "is damaged"),
    "plain with noise": (cipher.PLAIN_HEADER + bytes(range(256)) * 64, "is not a ChapterDesk file, or damaged"),
}


@pytest.mark.parametrize(("content", "words"), STRANGE.values(), ids=STRANGE)
def test_anything_but_a_desk_file_is_refused_and_not_changed(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(ChapterError, match=words):
        DeskFile.open(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs(title TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ChapterError, match="not a ChapterDesk file"):
        DeskFile.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_release_is_refused_and_not_changed(path: Path) -> None:
    DeskFile.create(path).close()
    connection = cipher.connect(path, None)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ChapterError, match="newer ChapterDesk"):
        DeskFile.open(path)
    assert path.read_bytes() == before


def test_a_truncated_file_is_refused(path: Path) -> None:
    with DeskFile.create(path) as desk:
        add(desk, "Grupo Ribera")
    path.write_bytes(path.read_bytes()[:4096])
    before = path.read_bytes()
    with pytest.raises(ChapterError, match="damaged"):
        DeskFile.open(path)
    assert path.read_bytes() == before


def test_a_second_window_learns_that_the_file_is_open(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk:
        with pytest.raises(ChapterError, match="open in another window"):
            DeskFile.open(path, passphrase)
        add(desk, "Grupo Ribera")
    DeskFile.open(path, passphrase).close()


def test_the_file_can_be_read_while_a_window_has_it_open(path: Path, passphrase: str | None) -> None:
    with DeskFile.create(path, passphrase) as desk:
        add(desk, "Grupo Ribera")
        with DeskFile.open(path, passphrase, read_only=True) as beside:
            assert names(beside) == ["Grupo Ribera"]
            add(desk, "Grupo Vega")
            assert names(beside) == ["Grupo Ribera", "Grupo Vega"]
        add(desk, "Grupo Sierra")


def test_a_file_open_for_reading_cannot_be_changed(path: Path) -> None:
    DeskFile.create(path).close()
    before = path.read_bytes()
    with DeskFile.open(path, read_only=True) as desk:
        assert desk.read_only
        with pytest.raises(ChapterError, match="for reading only"):
            add(desk, "Grupo Ribera")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_session_for_reading_refuses_to_write(path: Path) -> None:
    with DeskFile.create(path) as desk:
        with pytest.raises(Exception, match="readonly"), desk.read() as session:
            add_person(session, first_name="Ana")
        assert names(desk) == []


def test_a_read_sees_one_state_while_the_file_is_being_changed(path: Path) -> None:
    with DeskFile.create(path) as desk:
        add(desk, "Grupo Ribera")
        with desk.read() as session:
            assert len(chapters(session)) == 1
            add(desk, "Grupo Vega")
            assert len(chapters(session)) == 1
        assert len(names(desk)) == 2


def test_a_read_does_not_wait_for_a_change_in_progress(path: Path) -> None:
    with DeskFile.create(path) as desk:
        with desk.change("Add chapter") as session:
            add_chapter(session, name="Grupo Ribera")
            session.flush()
            seen: list[list[str]] = []
            thread = threading.Thread(target=lambda: seen.append(names(desk)))
            thread.start()
            thread.join(timeout=3)
            assert seen == [[]]
        assert names(desk) == ["Grupo Ribera"]


def test_changes_of_several_threads_come_one_after_the_other(path: Path) -> None:
    with DeskFile.create(path) as desk:
        threads = [threading.Thread(target=add, args=(desk, f"Grupo {number}")) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(names(desk)) == [f"Grupo {number}" for number in range(8)]
        for _ in range(8):
            desk.undo()
        assert names(desk) == []


def test_closing_waits_for_a_running_change_before_it_releases_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, connect = DeskFile.create(path), cipher.connect

    def impatient(*told: Any, **more: Any) -> Any:
        """As after five seconds: closing does not wait for SQLite."""
        connection = connect(*told, **more)
        connection.execute("PRAGMA busy_timeout=0")
        return connection

    monkeypatch.setattr(cipher, "connect", impatient)
    begun, go_on = threading.Event(), threading.Event()

    def change() -> None:
        with desk.change("Add a chapter") as session:
            add_chapter(session, name="Grupo Ribera")
            begun.set()
            go_on.wait(10)

    writer = threading.Thread(target=change)
    writer.start()
    begun.wait(10)
    closer = threading.Thread(target=desk.close)
    closer.start()
    closer.join(timeout=0.5)
    with pytest.raises(HeldError):
        DeskFile.open(path)
    go_on.set()
    writer.join()
    closer.join()
    with DeskFile.open(path) as again:
        assert names(again) == ["Grupo Ribera"]


def test_an_error_of_the_driver_contains_no_value(path: Path) -> None:
    secret = "Irrepetible Zúñiga"
    with (
        DeskFile.create(path) as desk,
        pytest.raises(IntegrityError) as caught,
        desk.change("Add a chapter") as session,
    ):
        session.execute(insert(Chapter).values(uid="x", name=secret, kind=secret))
    assert secret not in str(caught.value)


def _hold(path: Path, talk: Connection) -> None:
    """Open the file, add a chapter, report it, and wait to be killed."""
    desk = DeskFile.open(path)
    add(desk, "Grupo Ribera")
    talk.send("stored")
    talk.recv()


@pytest.fixture
def killed(path: Path) -> None:
    """A program that opened the file, added a chapter, and was killed."""
    DeskFile.create(path).close()
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=_hold, args=(path, there), daemon=True)
    process.start()
    here.recv()
    with pytest.raises(ChapterError, match="open in another window"):
        DeskFile.open(path)
    process.kill()
    process.join(timeout=10)
    here.close()
    there.close()


@pytest.mark.usefixtures("killed")
def test_after_a_crash_the_file_opens_at_once_with_all_that_was_stored(path: Path) -> None:
    with DeskFile.open(path) as desk:
        assert names(desk) == ["Grupo Ribera"]
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("killed")
def test_after_a_crash_a_read_only_opening_shows_all_that_was_stored_and_changes_nothing(path: Path) -> None:
    path.with_name(path.name + "-shm").unlink()  # as when the folder is copied without it
    before = {part: part.read_bytes() for part in path.parent.iterdir()}
    with DeskFile.open(path, read_only=True) as desk:
        assert names(desk) == ["Grupo Ribera"]
    assert {part: part.read_bytes() for part in path.parent.iterdir()} == before


def test_an_older_file_opened_for_reading_is_migrated_in_a_private_copy(path: Path) -> None:
    connection = cipher.connect(path, None, mode="rwc")
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.close()
    before = path.read_bytes()
    with DeskFile.open(path, read_only=True) as desk:
        assert names(desk) == []
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_dates_and_times_come_back_as_they_were(path: Path) -> None:
    with DeskFile.create(path) as desk:
        with desk.change("Add chapter") as session:
            add_chapter(session, name="Grupo Ribera", weekday=3, start_time=dt.time(7, 15))
        with desk.read() as session:
            (row,) = chapters(session)
        assert (row.weekday, row.start_time) == (3, dt.time(7, 15))


def test_a_text_file_is_not_taken_for_an_encrypted_desk_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.chapterdesk"
    path.write_text("Dear Ana,\n" * 50, encoding="utf-8")
    with pytest.raises(ChapterError, match="is not a ChapterDesk file"):
        DeskFile.open(path, "a passphrase")
    assert path.read_text(encoding="utf-8").startswith("Dear Ana")


def test_a_file_held_by_another_program_is_reported_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "busy.chapterdesk"
    DeskFile.create(path).close()
    with DeskFile.open(path) as desk:
        other = cipher.connect(path, None)
        other.execute("BEGIN IMMEDIATE")
        with desk.read():
            pass
        with pytest.raises(ChapterError, match="try again"), desk.change("Anything"):
            pass
        other.execute("ROLLBACK")
        other.close()


def test_a_file_opened_for_a_moment_is_closed_and_unlocked(path: Path) -> None:
    """The window has files opened on a worker, and closes them itself."""
    opened: list[DeskFile] = []
    worker = threading.Thread(target=lambda: opened.append(DeskFile.create(path)))
    worker.start()
    worker.join()
    opened[0].close()
    assert list(path.parent.iterdir()) == [path]
    DeskFile.open(path).close()
