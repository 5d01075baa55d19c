"""chapterdesk check --deep: the bytes of the file, and its backups."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk.cli.files import VARIABLE
from chapterdesk.paths import backup_folder
from chapterdesk.store.chapters import add_chapter, chapters, edit_chapter
from chapterdesk.store.keeping import backups, closed_file, passphrase_change
from chapterdesk.store.keeping.passphrase_change import protect
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import Run

NOT_NOTED = "nothing to be compared with yet, which is no fault"
NOW = dt.datetime(2026, 3, 5, 7, 30)  # noqa: DTZ001 - UTC without a zone, as the file keeps it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def rest(path: Path, folder: Path | None = None, name: str = "Alameda") -> None:
    """Change the file, back it up, and close it as the program does."""
    desk = DeskFile.open(path)
    with desk.change("Add") as session:
        add_chapter(session, name=name)
    if folder is not None:
        backups.make(desk, folder, backups.Reason.ASKED, NOW)
    closed_file.close_with_digest(desk)


def slack(path: Path, key: str | None = None) -> int:
    """A position that SQLite neither uses nor reads: the middle of a free page."""
    connection = cipher.connect(path, key)
    connection.execute("CREATE TABLE passing(a)")
    connection.execute("INSERT INTO passing VALUES(zeroblob(40000))")
    connection.execute("DROP TABLE passing")
    size, pages = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_size", "page_count"))
    connection.close()
    return size * pages - size // 2


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_sound_file_with_its_backups(command: Run, desk: Path, folder: Path) -> None:
    rest(desk, folder)
    done = command("check", desk, "--deep", "--backups", folder)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "mesa.chapterdesk is sound"
    assert done.out.count("backup of ") == 1
    assert NOT_NOTED not in done.out


def test_a_new_file_without_digest_or_backups_is_no_fault(command: Run, desk: Path, folder: Path) -> None:
    done = command("check", desk, "--deep", "--backups", folder)
    assert (done.code, done.err) == (0, "")
    assert NOT_NOTED not in done.out  # making the file noted its bytes
    assert done.out.splitlines()[0].startswith(f"no backups of it yet in {folder}; ChapterDesk makes one")
    assert done.out.splitlines()[-1] == "mesa.chapterdesk is sound"


def test_the_digest_finds_one_flipped_bit(command: Run, desk: Path, folder: Path) -> None:
    place = slack(desk)
    rest(desk)
    flip(desk, place)
    assert command("check", desk).code == 0, "SQLite finds nothing"
    done = command("check", desk, "--deep", "--backups", folder)
    assert done.code == 2
    assert "changed on the disk" in done.out


def test_a_file_changed_by_the_program_is_not_called_damaged(command: Run, desk: Path, folder: Path) -> None:
    rest(desk)
    for number in range(5):
        with DeskFile.open(desk) as file, file.change("Add") as session:  # closed without a digest
            add_chapter(session, name=f"Grupo {number}")
        done = command("check", desk, "--deep", "--backups", folder)
        assert done.code == 0
        assert NOT_NOTED in done.out
    with DeskFile.open(desk):
        pass  # opened and closed alone: SQLite writes its header
    assert command("check", desk, "--deep", "--backups", folder).code == 0
    rest(desk, name="Once more")
    assert NOT_NOTED not in command("check", desk, "--deep", "--backups", folder).out


def test_check_works_while_a_window_has_the_file_open(command: Run, desk: Path, folder: Path) -> None:
    rest(desk)
    with DeskFile.open(desk) as file:
        with file.change("Add") as session:
            add_chapter(session, name="Open")
        assert command("check", desk, "--deep", "--backups", folder).code == 0


@pytest.mark.parametrize("where", ["used", "free"])
def test_a_damaged_page_of_an_encrypted_file_is_found(
    command: Run, tmp_path: Path, folder: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by the authentication code of the page, even in a free page that SQLite does not read."""
    path = tmp_path / "file.chapterdesk"
    DeskFile.create(path, "correct horse").close()
    free = slack(path, cipher.key_for(path, "correct horse"))
    monkeypatch.setenv(VARIABLE, "correct horse")
    assert command("check", path, "--deep", "--backups", folder).code == 0
    flip(path, free if where == "free" else 3 * cipher.PAGE_BYTES + 100)
    assert command("check", path, "--deep", "--backups", folder).code == 2


def test_a_damaged_backup_is_named_and_counts(command: Run, desk: Path, folder: Path) -> None:
    rest(desk, folder)
    (path,) = folder.rglob("*.chapterdesk")
    flip(path, -10)
    done = command("check", desk, "--deep", "--backups", folder)
    assert done.code == 2
    assert "changed or damaged after it was made" in done.out


def test_a_backup_with_an_earlier_passphrase_is_listed_and_not_a_fault(
    command: Run, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.chapterdesk"
    with DeskFile.create(path, "earlier words") as file:
        backups.make(file, folder, backups.Reason.PASSPHRASE, NOW)
        key = file.key
    passphrase_change.set_passphrase(path, key, "later words")
    monkeypatch.setenv(VARIABLE, "later words")
    done = command("check", path, "--deep", "--backups", folder)
    assert done.code == 0
    assert "an earlier one" in done.out


def test_an_encrypted_backup_of_a_plain_file_is_listed_and_not_a_fault(
    command: Run, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "file.chapterdesk"
    with DeskFile.create(path, "earlier words") as file:
        backups.make(file, folder, backups.Reason.PASSPHRASE, NOW)
        key = file.key
    passphrase_change.set_passphrase(path, key, None)
    done = command("check", path, "--deep", "--backups", folder)
    assert (done.code, done.err) == (0, "")
    assert "needs its passphrase" in done.out


def test_setting_and_removing_a_passphrase_keeps_the_digest_valid(command: Run, desk: Path, folder: Path) -> None:
    rest(desk)
    protect(desk, protect(desk, None, "uno dos tres", folder, NOW).key, None, folder, NOW)
    # It is written anew: the headers of the next one may well be the same
    closed_file.close_with_digest(DeskFile.open(desk))
    key = protect(desk, None, "uno dos tres", folder, NOW).key
    with DeskFile.open(desk, key=key) as file, file.change("Rename") as session:
        edit_chapter(session, chapters(session)[0].id, place="Casa Uno")
    protect(desk, key, None, folder, NOW)
    done = command("check", desk, "--deep", "--backups", folder)
    assert (done.code, done.err) == (0, "")
    assert NOT_NOTED in done.out


def test_a_missing_backup_folder_is_reported_and_the_flag_needs_deep(command: Run, desk: Path, tmp_path: Path) -> None:
    assert "is not there" in command("check", desk, "--deep", "--backups", tmp_path / "none").err
    assert "--deep" in command("check", desk, "--backups", tmp_path).err


def test_the_import_makes_a_backup_first_and_only_one_in_half_an_hour(command: Run, desk: Path, tmp_path: Path) -> None:
    with DeskFile.open(desk, read_only=True) as file:
        identity = file.identity
    members = tmp_path / "members.csv"
    for name in ("Ana", "Bruno"):
        members.write_text(f"First Name,Last Name\n{name},García\n", "utf-8")
        assert command("import", members, "--file", desk, "--chapter", "Ribera", "--add-members").code == 0
    made = backups.listed(backup_folder(), identity)
    assert [(one.reason, one.counts.people) for one in made] == [(backups.Reason.IMPORT, 0)]
