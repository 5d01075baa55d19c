"""A desk file behind a link is one file from everywhere, and its name may have any character."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import backups
from chapterdesk.store.keeping.backups import Reason, listed_for
from chapterdesk.store.keeping.copies import move, save_copy
from chapterdesk.store.keeping.locations import location_key, real_path
from chapterdesk.store.keeping.passphrase_change import set_passphrase
from chapterdesk.store.keeping.restore import restore
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import HeldError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.lock import DeskLock, holder_of

NOW = dt.datetime(2026, 11, 25, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it
LINKS = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets not every account make links")
ANY_BYTES = pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are known on Linux alone")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one chapter, in a folder of its own."""
    path = tmp_path / "docs" / "Ribera.chapterdesk"
    with DeskFile.create(path) as desk, desk.change("Add") as session:
        add_chapter(session, name="Ribera")
    return path


@pytest.fixture
def link(path: Path, tmp_path: Path) -> Path:
    """A link to that file, in another folder."""
    link = tmp_path / "Desktop.chapterdesk"
    link.symlink_to(path)
    return link


def names(path: Path, key: str | None = None) -> list[str]:
    with DeskFile.open(path, key=key) as desk, desk.read() as session:
        return sorted(row.name for row in chapters(session))


def add(path: Path, name: str) -> None:
    with DeskFile.open(path) as desk, desk.change("Add") as session:
        add_chapter(session, name=name)


@LINKS
def test_a_file_and_a_link_to_it_share_one_lock(path: Path, link: Path) -> None:
    with DeskFile.open(path), pytest.raises(HeldError):
        DeskFile.open(link)
    with DeskFile.open(link) as desk:
        assert desk.path == path
        assert holder_of(path) == holder_of(link) is not None
        with pytest.raises(HeldError):
            DeskFile.open(path)


@LINKS
def test_a_lock_on_a_link_locks_the_file(path: Path, link: Path) -> None:
    first, second = DeskLock(link), DeskLock(path)
    first.acquire()
    with pytest.raises(HeldError):
        second.acquire()
    first.release()


@LINKS
def test_a_passphrase_set_through_a_link_leaves_nothing_readable(path: Path, link: Path) -> None:
    key = set_passphrase(link, None, "uno dos tres")
    assert link.is_symlink()
    assert cipher.is_encrypted(path)
    assert names(path, key) == ["Ribera"]


@LINKS
def test_a_restore_through_a_link_brings_back_the_file_behind_it(path: Path, link: Path, tmp_path: Path) -> None:
    with DeskFile.open(path) as desk:
        made = backups.make(desk, tmp_path / "backups", Reason.ASKED, NOW)
    add(path, "Alameda")
    restore(made, link, None, tmp_path / "backups", NOW)
    assert link.is_symlink()
    assert names(path) == ["Ribera"]


@LINKS
def test_a_file_that_is_moved_through_a_link_is_gone_from_its_old_place(path: Path, link: Path, tmp_path: Path) -> None:
    move(link, tmp_path / "elsewhere.chapterdesk")
    assert not path.exists()
    assert names(tmp_path / "elsewhere.chapterdesk") == ["Ribera"]


@LINKS
def test_a_broken_link_is_never_replaced_by_a_new_file_or_a_copy(path: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.chapterdesk"
    nowhere.symlink_to(tmp_path / "gone" / "file.chapterdesk")
    with pytest.raises(ChapterError, match="already exists"):
        DeskFile.create(nowhere)
    with DeskFile.open(path) as desk, pytest.raises(ChapterError, match="already exists"):
        save_copy(desk, nowhere)
    assert nowhere.is_symlink()


@LINKS
def test_circular_links_lead_to_no_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.chapterdesk", tmp_path / "other.chapterdesk"
    one.symlink_to(other)
    other.symlink_to(one)
    assert real_path(one) == one
    with pytest.raises(ChapterError, match="does not exist"):
        DeskFile.open(one)


@LINKS
def test_the_backups_of_a_file_are_found_through_a_link(path: Path, link: Path, tmp_path: Path) -> None:
    with DeskFile.open(link) as desk:
        made = backups.make(desk, tmp_path / "backups", Reason.ASKED, NOW)
    assert backups.make_of(link, None, tmp_path / "others", Reason.ASKED, NOW).name == path.stem
    assert listed_for(tmp_path / "backups", link) == listed_for(tmp_path / "backups", path) == [made]
    assert location_key(link) == location_key(path)


def test_the_backups_of_a_file_that_was_moved_are_found_at_its_new_place(path: Path, tmp_path: Path) -> None:
    folder, new = tmp_path / "backups", tmp_path / "new" / path.name
    new.parent.mkdir()
    with DeskFile.open(path) as desk:
        made = backups.make(desk, folder, Reason.ASKED, NOW)
    namesake = tmp_path / "other" / path.name
    namesake.parent.mkdir()
    shutil.copyfile(path, namesake)
    assert listed_for(folder, namesake) == []  # their file is where it was
    move(path, new)
    new.write_bytes(b"")
    assert listed_for(folder, new) == [made]
    assert listed_for(folder, new.with_name("Another.chapterdesk")) == []


@ANY_BYTES
def test_a_file_name_that_is_not_valid_text_works(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9") / os.fsdecode(b"caf\xe9 %41?#'.chapterdesk")
    folder = path.parent / "backups"
    with DeskFile.create(path) as desk:
        with desk.change("Add") as session:
            add_chapter(session, name="Ribera")
        made = backups.make(desk, folder, Reason.ASKED, NOW)
        save_copy(desk, path.with_name("copy.chapterdesk"))
    assert listed_for(folder, path) == [made]
    restore(made, path, None, folder, NOW)
    key = set_passphrase(path, None, "uno dos tres")
    assert names(path, key) == names(path.with_name("copy.chapterdesk")) == ["Ribera"]


def test_a_name_too_long_for_the_files_beside_it_is_refused(path: Path, tmp_path: Path) -> None:
    long = tmp_path / ("日" * 78 + ".chapterdesk")
    with pytest.raises(ChapterError, match="choose a shorter"):
        DeskFile.create(long)
    with DeskFile.open(path) as desk, pytest.raises(ChapterError, match="choose a shorter"):
        save_copy(desk, long)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["docs"]
