"""Adding, changing and removing the passphrase: the content does not change, and nothing readable is left."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chapterdesk import crashpoints
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.keeping import integrity, passphrase_change
from chapterdesk.store.keeping.file_system import part_of
from chapterdesk.store.keeping.passphrase_change import set_passphrase
from chapterdesk.store.people import add_person, set_photo
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DiskFullError, HeldError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.opening import unlock
from tests.story import Story

PASSPHRASE = "a'b\"c ñ 本 "
NAME = "Irrepetible Zúñiga"
Content = dict[str, list[Any]]


def content(path: Path, key: str | None) -> Content:
    """Every row of every table with the type of each value, and what the file says of itself."""
    with closing(cipher.connect(path, key, mode="ro")) as connection:
        found: Content = {}
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            shown = ",".join(f'"{column}",typeof("{column}"),hex("{column}")' for column in columns)
            found[name] = connection.execute(f'SELECT rowid,{shown} FROM "{name}" ORDER BY rowid').fetchall()
        for pragma in ("application_id", "user_version", "auto_vacuum"):
            found[pragma] = connection.execute(f"PRAGMA {pragma}").fetchall()
        found["schema"] = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    return found


def open_anywhere(path: Path, passphrase: str) -> Any:
    """Open the file as any other program with SQLCipher does: with the passphrase alone."""
    connection = driver.connect(str(path))
    connection.execute("PRAGMA key='" + passphrase.replace("'", "''") + "'")
    return connection


def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Report progress at every step, as with a file of many chapters."""
    monkeypatch.setattr(integrity, "EVERY", 50)
    monkeypatch.setattr(integrity, "PAUSE", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plain desk file with a chapter, somebody called NAME, and an id that was given and taken back."""
    path = tmp_path / "mesa.chapterdesk"
    with DeskFile.create(path) as desk:
        story = Story(desk)
        story.do(add_person, first_name=NAME, last_name="")
        gone = story.do(add_person, first_name="Nadie", last_name="")
        with desk.change("Take out") as session:
            session.connection().exec_driver_sql("DELETE FROM person WHERE id = ?", (gone,))
    return path


def test_a_protected_file_opens_with_its_passphrase_alone_in_any_program(path: Path) -> None:
    before = content(path, None)
    key = set_passphrase(path, None, PASSPHRASE)
    assert content(path, key) == before
    with closing(open_anywhere(path, PASSPHRASE)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (4,)
    with DeskFile.open(path, PASSPHRASE) as desk:
        assert desk.key == key


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.tuples(st.text(max_size=12), st.binary(max_size=60)), max_size=5),
    passphrases=st.tuples(*[st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12)] * 2),
)
def test_set_change_remove_gives_the_same_rows_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, bytes]], passphrases: tuple[str, str]
) -> None:
    path = tmp_path_factory.mktemp("desk") / "mesa.chapterdesk"
    with DeskFile.create(path) as desk:
        story = Story(desk)
        for name, photo in people:
            person = story.do(add_person, first_name=f"A{name}", last_name="")
            if photo:
                story.do(set_photo, person, photo)
        identity = desk.identity
    before = content(path, None)
    key: str | None = None
    for passphrase in (*passphrases, None):
        key = set_passphrase(path, key, passphrase)
        assert content(path, key) == before
        assert not passphrase or b"Ribera" not in path.read_bytes()
        assert list(path.parent.iterdir()) == [path]
    with DeskFile.open(path) as desk:
        assert desk.identity == identity


def test_an_id_is_never_used_twice_after_the_passphrase_changed(path: Path) -> None:
    with closing(cipher.connect(path, None, mode="ro")) as connection:
        highest = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()[0]
        assert connection.execute("SELECT max(id) FROM person").fetchone()[0] < highest
    key = set_passphrase(path, None, PASSPHRASE)
    with DeskFile.open(path, key=key) as desk, desk.change("Add") as session:
        assert add_person(session, first_name="Nueva", last_name="") == highest + 1


def test_nothing_readable_is_left_in_the_folder_nor_in_the_old_file(path: Path) -> None:
    with path.open("rb") as old:
        assert NAME.encode() in old.read()
        set_passphrase(path, None, PASSPHRASE)
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        assert NAME.encode() not in path.read_bytes()
        old.seek(0)
        assert os.name != "posix" or not any(old.read())  # the bytes that had the name before


def test_a_hard_link_to_the_old_file_keeps_the_old_content(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.hardlink_to(path)
    before = kept.read_bytes()
    set_passphrase(path, None, PASSPHRASE)
    assert kept.read_bytes() == before


def test_the_unfinished_file_is_never_readable_while_a_protected_one_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_often(monkeypatch)
    seen: list[str] = []

    class Watching:
        def step(self, done: int, total: int, text: str = "") -> None:
            assert 0 <= done <= total
            seen.append(text)
            for file in path.parent.iterdir():
                assert file in (path, path.with_name(path.name + ".lock")) or NAME.encode() not in file.read_bytes()

    set_passphrase(path, None, PASSPHRASE, Watching())
    assert len(set(seen)) == 2


@pytest.mark.parametrize("point", ["copied", "compared", "new file whole", "companions gone", "in place"])
@pytest.mark.parametrize("passphrase", [PASSPHRASE, None])
def test_stopping_at_any_point_leaves_the_old_file_or_the_new_one(
    path: Path, point: str, passphrase: str | None
) -> None:
    key = None if passphrase else set_passphrase(path, None, "antes")
    before = content(path, key)

    def stop(name: str) -> None:
        if name == f"re-encryption: {point}":
            raise KeyboardInterrupt

    crashpoints.arm(stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            set_passphrase(path, key, passphrase)
    finally:
        crashpoints.arm(None)
    now = passphrase if point == "in place" else ("antes" if key else None)
    with DeskFile.open(path, now) as desk:
        key = desk.key
    assert content(path, key) == before
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_that_differs_is_never_put_in_place(path: Path) -> None:
    before = path.read_bytes()

    def spoil(point: str) -> None:
        if point == f"{passphrase_change.AREA}: copied":
            with closing(cipher.connect(part_of(path), cipher.key_for(part_of(path), PASSPHRASE))) as connection:
                connection.execute("UPDATE person SET notes = 'x' WHERE id = 1")

    crashpoints.arm(spoil)
    try:
        with pytest.raises(ChapterError, match="left as it is"):
            set_passphrase(path, None, PASSPHRASE)
    finally:
        crashpoints.arm(None)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_wal_that_a_killed_writer_left_is_kept(path: Path, tmp_path: Path) -> None:
    desk = DeskFile.open(path)
    with desk.change("Add") as session:
        add_person(session, first_name="En el wal", last_name="")
    torn = tmp_path / "torn" / path.name
    torn.parent.mkdir()
    for suffix in ("", "-wal"):
        torn.with_name(torn.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    desk.close()
    key = set_passphrase(torn, None, PASSPHRASE)
    assert list(torn.parent.iterdir()) == [torn]
    assert content(torn, key) == content(path, None)


@pytest.fixture
def full_disk() -> Iterator[None]:
    """A disk on which no file grows beyond 100 kB."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_is_reported_and_the_file_is_not_changed(path: Path, full_disk: None) -> None:
    before = path.read_bytes()
    with pytest.raises(DiskFullError):
        set_passphrase(path, None, PASSPHRASE)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_cancelling_does_not_change_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)
    before = path.read_bytes()

    class Stop:
        def step(self, *_: object) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        set_passphrase(path, None, PASSPHRASE, Stop())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_open_is_not_touched(path: Path) -> None:
    with DeskFile.open(path), pytest.raises(HeldError):
        set_passphrase(path, None, PASSPHRASE)


def test_the_wrong_key_changes_nothing(path: Path) -> None:
    set_passphrase(path, None, PASSPHRASE)
    before = path.read_bytes()
    for key in (None, cipher.key_for(path, "otra")):
        with pytest.raises(PassphraseNeededError):
            set_passphrase(path, key, "nueva")
    assert path.read_bytes() == before


def test_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(ChapterError, match="empty"):
        set_passphrase(path, None, "")


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_the_new_file_has_the_permissions_of_the_old_one(path: Path) -> None:
    path.chmod(0o600)
    set_passphrase(path, None, PASSPHRASE)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_letters_written_in_two_ways_open_the_file(path: Path) -> None:
    composed, apart = "ma\u00f1ana", "man\u0303ana"
    set_passphrase(path, None, apart)
    for passphrase in (composed, apart):
        assert cipher.is_key_of(unlock(path, passphrase), apart)
        DeskFile.open(path, passphrase).close()
    with closing(open_anywhere(path, composed)) as connection:
        assert connection.execute("SELECT count(*) FROM desk").fetchone() == (1,)


def test_a_key_opens_the_file_as_its_passphrase_does_here_and_in_any_program(path: Path) -> None:
    key = set_passphrase(path, None, PASSPHRASE)
    assert key is not None
    DeskFile.open(path, key).close()
    with closing(open_anywhere(path, key)) as connection:
        assert connection.execute("SELECT count(*) FROM desk").fetchone() == (1,)
    key = set_passphrase(path, key, "X'" + "0A" * 32 + "'")  # SQLCipher takes this for a key too
    DeskFile.open(path, "x'" + "0a" * 32 + "'").close()
    with closing(open_anywhere(path, "x'" + "0a" * 32 + "'")) as connection:
        assert connection.execute("SELECT count(*) FROM desk").fetchone() == (1,)


def test_a_file_made_with_letters_written_apart_still_opens(tmp_path: Path) -> None:
    path, apart = tmp_path / "viejo.chapterdesk", "man\u0303ana"
    DeskFile.create(path).close()
    with closing(cipher.connect(path, None)) as connection:  # as releases before the rule made it
        connection.execute("ATTACH DATABASE ? AS old KEY ?", (str(path.with_name("old")), apart))
        connection.execute("SELECT sqlcipher_export('old')").fetchall()
        connection.execute("PRAGMA old.application_id=1128809555")
        connection.execute("PRAGMA old.user_version=2")
    path.with_name("old").replace(path)
    DeskFile.open(path, apart).close()
    with DeskFile.open(path, key=unlock(path, apart)) as desk:
        assert desk.key is not None
        assert cipher.is_key_of(desk.key, apart)
    with pytest.raises(PassphraseNeededError):
        unlock(path, "ma\u00f1ana")


def test_an_unfinished_file_of_a_killed_process_is_no_obstacle(path: Path) -> None:
    part_of(path).write_bytes(b"x" * 5000)
    set_passphrase(path, None, PASSPHRASE)
    assert list(path.parent.iterdir()) == [path]
