"""A copy is another file; a moved file is the same file."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chapterdesk import crashpoints
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import copies
from chapterdesk.store.keeping.integrity import digest_of
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DiskFullError, HeldError
from chapterdesk.store.sqlite.file import DeskFile
from tests.cancelling import CancellingProgress

PASSPHRASES = pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "encrypted"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Ribera.chapterdesk"


@pytest.fixture(autouse=True)
def _disarm() -> Iterator[None]:
    yield
    crashpoints.arm(None)


def make(path: Path, passphrase: str | None = None) -> str:
    with DeskFile.create(path, passphrase) as desk:
        with desk.change("Add") as session:
            add_chapter(session, name="Ribera")
        return desk.identity


def held(path: Path, passphrase: str | None = None) -> tuple[str, list[str]]:
    with DeskFile.open(path, passphrase) as desk, desk.read() as session:
        return desk.identity, [row.name for row in chapters(session)]


@PASSPHRASES
def test_a_copy_holds_the_same_and_is_another_file(path: Path, passphrase: str | None) -> None:
    identity = make(path, passphrase)
    target = path.with_name("Copy.chapterdesk")
    with DeskFile.open(path, passphrase) as desk:
        copies.save_copy(desk, target)
    assert held(target, passphrase)[1] == ["Ribera"]
    assert held(target, passphrase)[0] != identity
    assert held(path, passphrase)[0] == identity
    assert sorted(one.name for one in path.parent.iterdir()) == ["Copy.chapterdesk", "Ribera.chapterdesk"]


def test_a_file_that_can_only_be_read_can_be_copied_and_the_copy_be_written(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "read only"
    folder.mkdir()
    path = folder / path.name
    make(path)
    path.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with DeskFile.open(path, read_only=True) as desk:
            copies.save_copy(desk, tmp_path / "Copy.chapterdesk")
    finally:
        folder.chmod(stat.S_IRWXU)
    with DeskFile.open(tmp_path / "Copy.chapterdesk") as copy, copy.change("Add") as session:
        add_chapter(session, name="Alameda")


def test_a_copy_never_replaces_a_file(path: Path) -> None:
    make(path)
    target = path.with_name("Letter.chapterdesk")
    target.write_text("Dear Ana")
    with DeskFile.open(path) as desk, pytest.raises(ChapterError, match="already exists"):
        copies.save_copy(desk, target)
    with pytest.raises(ChapterError, match="already exists"):
        copies.move(path, target)
    assert target.read_text() == "Dear Ana"


def test_a_cancelled_copy_leaves_no_file_and_the_original_stays(path: Path) -> None:
    identity = make(path)
    target = path.with_name("Other.chapterdesk")
    with pytest.raises(Cancelled):
        copies.move(path, target, CancellingProgress())
    assert held(path)[0] == identity
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@PASSPHRASES
def test_a_moved_file_is_the_same_and_the_old_place_is_empty(path: Path, passphrase: str | None) -> None:
    identity = make(path, passphrase)
    (path.parent / "Desk").mkdir()
    target = path.parent / "Desk" / path.name
    copies.move(path, target)
    assert not path.exists()
    assert held(target, passphrase) == (identity, ["Ribera"])
    assert [one.name for one in target.parent.iterdir()] == [path.name]


def test_a_file_that_arrives_altered_does_not_count_as_moved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a stick that loses a byte the file is not moved."""
    identity = make(path)

    def digest_of_lossy(file: Path, *told: Any) -> str:
        if file != path:
            with file.open("rb+") as written:
                written.seek(-1, os.SEEK_END)
                written.write(b"?")
        return digest_of(file, *told)

    monkeypatch.setattr("chapterdesk.store.keeping.copies.digest_of", digest_of_lossy)
    target = path.with_name("Other.chapterdesk")
    with pytest.raises(DiskFullError, match="where it was"):
        copies.move(path, target)
    assert held(path)[0] == identity
    assert not target.exists()


def test_a_file_that_is_open_or_was_not_closed_well_is_not_moved(path: Path) -> None:
    make(path)
    with DeskFile.open(path) as desk:
        with desk.change("Add") as session:
            add_chapter(session, name="Alameda")
        with pytest.raises(HeldError):
            copies.move(path, path.with_name("Other.chapterdesk"))
    wal = path.with_name(path.name + "-wal")
    wal.write_bytes(b"left")
    with pytest.raises(ChapterError, match="not closed well"):
        copies.move(path, path.with_name("Other.chapterdesk"))
    wal.unlink()


def test_a_move_killed_at_any_point_leaves_a_whole_file_at_one_place_or_both(path: Path) -> None:
    identity = make(path)
    target = path.with_name("Other.chapterdesk")
    seen: list[str] = []

    def look(name: str) -> None:
        seen.append(name)
        whole = [one for one in (path, target) if one.exists()]
        assert whole
        for one in whole:
            connection = cipher.connect(one, None, mode="ro")
            assert connection.execute("SELECT uid FROM desk").fetchone() == (identity,)
            connection.close()

    crashpoints.arm(look)
    copies.move(path, target)
    assert seen[0] == "move: compared"
    assert seen[-1] == "move: old file gone"
