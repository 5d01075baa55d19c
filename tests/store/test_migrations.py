"""The revisions of the desk file: a migrated old file has the schema of a new one."""

import importlib
import pkgutil
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import add_chapter, chapters
from chapterdesk.store.keeping import backups
from chapterdesk.store.people import person
from chapterdesk.store.sqlite import cipher, migrations, schema
from chapterdesk.store.sqlite.faults import NewerError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.migrations import versions
from chapterdesk.store.tables.base import Model
from tests.store.released import make_released


def empty_file(path: Path, key: str | None = None) -> Path:
    """Make an empty database, like a file before the first revision."""
    connection = cipher.connect(path, key, mode="rwc")
    connection.execute("CREATE TABLE passing(a)")
    connection.execute("DROP TABLE passing")
    connection.close()
    return path


def to_revision(path: Path, revision: str, key: str | None = None) -> None:
    """Migrate an empty file to a revision, like the release of that time."""
    connection = cipher.connect(path, key)
    connection.execute("PRAGMA foreign_keys=off")
    engine = create_engine("sqlite://", module=cipher.DRIVER, creator=lambda: connection, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.connect() as bound:
        bound.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = bound
        command.upgrade(config, revision)
        bound.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        bound.exec_driver_sql(f"PRAGMA user_version={int(revision)}")
        bound.exec_driver_sql("COMMIT")
    connection.close()


def catalogue(path: Path) -> dict[tuple[str, str], str]:
    """Return the SQL of everything in the file, blanks and quotes of names put aside."""
    connection = cipher.connect(path, None, mode="ro")
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    connection.close()
    return {(kind, name): re.sub(r'[\s"]+', "", sql or "") for kind, name, sql in rows}


def differences(path: Path) -> list[Any]:
    """Return what alembic finds different between the file and the models."""
    connection = cipher.connect(path, None, mode="ro")
    engine = create_engine("sqlite://", module=cipher.DRIVER, creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as bound:
        context = MigrationContext.configure(bound, opts={"compare_type": True, "compare_server_default": True})
        found: list[Any] = compare_metadata(context, Model.metadata)
    connection.close()
    return found


def test_0001_first_makes_what_a_new_file_has(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made.chapterdesk", empty_file(tmp_path / "migrated.chapterdesk")
    schema.make(made, None)
    schema.migrate(migrated, None, 0)
    assert catalogue(migrated) == catalogue(made)
    assert differences(migrated) == []
    assert differences(made) == []


def test_0001_first_works_on_an_encrypted_file(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    key = cipher.key_for(path, "correct horse")
    empty_file(path, key)
    schema.migrate(path, key, 0)
    assert cipher.is_encrypted(path)
    assert schema.verify(path, key) == schema.VERSION


def test_a_migrated_file_opens_and_holds_what_is_written(tmp_path: Path) -> None:
    path = empty_file(tmp_path / "file.chapterdesk")
    schema.migrate(path, None, 0)
    with DeskFile.open(path) as desk, desk.change("Add a chapter") as session:
        add_chapter(session, name="Grupo Ribera")
        assert [row.name for row in chapters(session)] == ["Grupo Ribera"]


def old_file(path: Path, key: str | None = None) -> Path:
    """Make a file of the first release with Ana in it."""
    empty_file(path, key)
    to_revision(path, "0001", key)
    connection = cipher.connect(path, key)
    connection.execute(
        "INSERT INTO person(uid, first_name, last_name, company, phones, emails, website, address, notes)"
        " VALUES('a', 'Ana', 'García', '', '', '', '', '', '')"
    )
    connection.close()
    return path


@pytest.mark.parametrize("passphrase", [None, "correct horse"])
def test_an_older_file_is_backed_up_before_it_is_migrated(tmp_path: Path, passphrase: str | None) -> None:
    """The backup is made by SQLite in the folder of the backups: a copy beside the file would miss its -wal."""
    path = tmp_path / "file.chapterdesk"
    old_file(path, cipher.key_for(path, passphrase) if passphrase else None)
    with DeskFile.open(path, passphrase, backups=tmp_path / "backups") as desk:
        (kept,) = backups.listed(tmp_path / "backups", desk.identity)
        assert backups.verify(kept, desk.key) == []
    assert (kept.reason, kept.version, kept.counts.people) == (backups.Reason.MIGRATION, 1, 1)
    assert [found.name for found in tmp_path.glob("*.chapterdesk")] == ["file.chapterdesk"]


def test_the_wal_that_a_crash_left_is_in_the_backup_of_an_older_file(tmp_path: Path) -> None:
    old_file(tmp_path / "live.chapterdesk")
    writer = cipher.connect(tmp_path / "live.chapterdesk", None)
    writer.execute("PRAGMA journal_mode=wal")
    writer.execute("UPDATE person SET first_name = 'Beatriz'")
    path = tmp_path / "file.chapterdesk"
    for end in ("", "-wal"):
        shutil.copyfile(tmp_path / f"live.chapterdesk{end}", tmp_path / f"file.chapterdesk{end}")
    writer.close()
    with DeskFile.open(path, backups=tmp_path / "backups") as desk:
        (kept,) = backups.listed(tmp_path / "backups", desk.identity)
    connection = cipher.connect(kept.path, None, mode="ro")
    assert connection.execute("SELECT first_name FROM person").fetchone() == ("Beatriz",)
    connection.close()


def test_a_migration_that_fails_once_finds_its_first_backup_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = old_file(tmp_path / "file.chapterdesk"), tmp_path / "backups"

    def fail(*_: object, **__: object) -> None:
        raise ChapterError("no")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrate", fail)
        with pytest.raises(ChapterError):
            DeskFile.open(path, backups=folder)
    (first,) = backups.listed_for(folder, path)
    with DeskFile.open(path, backups=folder) as desk:
        assert desk.identity == first.identity


def test_a_file_of_a_newer_release_is_refused_and_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    DeskFile.create(path).close()
    connection = cipher.connect(path, None)
    connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerError):
        DeskFile.open(path)
    assert path.read_bytes() == before


def test_a_failing_migration_does_not_change_the_file(tmp_path: Path) -> None:
    path = empty_file(tmp_path / "file.chapterdesk")
    connection = cipher.connect(path, None)
    connection.execute("PRAGMA foreign_keys=off")
    connection.execute("CREATE TABLE parent(id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE child(parent_id INTEGER REFERENCES parent(id))")
    connection.execute("INSERT INTO child VALUES(7)")  # refers to nothing: the check after the migration refuses it
    connection.close()
    before = catalogue(path)
    with pytest.raises(ChapterError, match="left as it is"):
        schema.migrate(path, None, 0)
    assert catalogue(path) == before


def test_new_files_have_the_newest_revision() -> None:
    revisions = {}
    for module in pkgutil.iter_modules(versions.__path__):
        revision = importlib.import_module(f"{versions.__name__}.{module.name}")
        revisions[revision.revision] = revision.down_revision
    heads = set(revisions) - set(revisions.values())
    assert heads == {schema.REVISION}
    assert len(revisions) == schema.VERSION


def test_every_revision_has_a_test_of_its_name_and_imports_no_models() -> None:
    tests = [name for name in dir(sys.modules[__name__]) if name.startswith("test_")]
    for module in pkgutil.iter_modules(versions.__path__):
        source = (Path(versions.__path__[0]) / f"{module.name}.py").read_text("utf-8")
        revision = importlib.import_module(f"{versions.__name__}.{module.name}").revision
        assert any(name.startswith(f"test_{revision}_{module.name}_") for name in tests), module.name
        assert "chapterdesk" not in source, module.name


def test_0002_identity_gives_the_file_a_name_of_its_own_and_keeps_everybody(tmp_path: Path) -> None:
    path = old_file(tmp_path / "file.chapterdesk")
    schema.migrate(path, None, 1)
    assert differences(path) == []
    with DeskFile.open(path) as desk:
        assert len(desk.identity) == 16
        with desk.read() as session:
            row = person(session, 1)
        assert (row.uid, row.name) == ("a", "Ana García")


def test_0003_introduction_keeps_every_slip_and_takes_introductions(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    make_released(path, "0002")
    connection = cipher.connect(path, None)
    slips = "SELECT id, uid, kind, giver_id, receiver_id, meeting_id, note FROM slip ORDER BY id"
    before = connection.execute(slips).fetchall()
    connection.execute("DELETE FROM slip WHERE id = 3")
    connection.close()
    schema.migrate(path, None, 2)
    assert differences(path) == []
    connection = cipher.connect(path, None)
    assert connection.execute(slips).fetchall() == before[:2]
    assert connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'slip'").fetchone() == (3,)
    connection.execute("UPDATE slip SET kind = 'introduction', third_id = 3 WHERE id = 1")
    with pytest.raises(cipher.DRIVER.IntegrityError, match="ck_slip_third"):
        connection.execute("UPDATE slip SET third_id = 3 WHERE id = 2")
    schema.make(tmp_path / "new.chapterdesk", None)
    new = cipher.connect(tmp_path / "new.chapterdesk", None)
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'slip' ORDER BY rowid"
    assert connection.execute(indexes).fetchall() == new.execute(indexes).fetchall()  # plans of queries depend on it
    new.close()
    connection.close()
