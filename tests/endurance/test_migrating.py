"""Migrating the files of every release: with rows in every table, and with each SQL statement failing once."""

from pathlib import Path
from typing import Any

import pytest

from chapterdesk.store.keeping.check import check
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import NewerError
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, PASSPHRASE, new_desk
from tests.endurance.migrating import failing_everywhere, rows
from tests.store.released import REVISIONS, ROWS, kept, make_released, unpack

KINDS = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


def catalogue(path: Path) -> list[Any]:
    connection = cipher.connect(path, None, mode="ro")
    found: list[Any] = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_stored_file_of_a_release_equals_what_its_migration_makes(tmp_path: Path, revision: str) -> None:
    assert kept(revision).is_file(), "python -m tests.store.released stores the file of a new release"
    unpack(revision, tmp_path / "kept")
    make_released(tmp_path / "made", revision)
    assert catalogue(tmp_path / "kept") == catalogue(tmp_path / "made")
    sizes = {name: len(found) for name, found in rows(tmp_path / "kept", None).items() if name != "sqlite_sequence"}
    assert set(sizes.values()) == {1, ROWS}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_file_of_any_release_opens_with_all_its_data(tmp_path: Path, revision: str) -> None:
    path = tmp_path / NAME
    unpack(revision, path)
    before = rows(path, None)
    with DeskFile.open(path, backups=tmp_path / "backups") as desk:
        assert [str(finding) for finding in check(desk) if "damaged" in str(finding)] == []
    after = rows(path, None)
    for table, found in before.items():
        if table not in {"alembic_version", "sqlite_sequence"}:
            assert [row[: len(found[0])] for row in after[table]] == found or len(after[table]) == len(found), table


@KINDS
@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_migration_that_fails_at_any_statement_does_not_change_the_file(
    tmp_path: Path, revision: str, passphrase: str | None
) -> None:
    assert failing_everywhere(tmp_path, revision, passphrase) > 10


@KINDS
def test_an_older_program_does_not_change_a_newer_file(
    tmp_path: Path, passphrase: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    new_desk(path, passphrase, groups=2)
    before = path.read_bytes()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)
    for read_only in (False, True):
        with pytest.raises(NewerError):
            DeskFile.open(path, passphrase, read_only=read_only)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
