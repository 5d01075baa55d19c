"""Files of every release brought to date: with rows in every table, and with each SQL statement failing once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store import cipher, schema
from chapterdesk.store.check import check
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.faults import NewerError
from chapterdesk.store.opening import prepare
from tests.endurance.desks import NAME, PASSPHRASE, leftovers, new_desk
from tests.store.released import REVISIONS, ROWS, kept, make_released, unpack

OLDER = REVISIONS[:-1]
KINDS = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


def rows(path: Path, key: str | None) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a file, by table."""
    connection = cipher.connect(path, key, mode="ro")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return found


def catalogue(path: Path) -> list[Any]:
    connection = cipher.connect(path, None, mode="ro")
    found: list[Any] = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_file_that_a_release_left_is_kept_and_is_what_its_migration_makes(tmp_path: Path, revision: str) -> None:
    assert kept(revision).is_file(), "python -m tests.store.released keeps the file of a new release"
    unpack(revision, tmp_path / "kept")
    make_released(tmp_path / "made", revision)
    assert catalogue(tmp_path / "kept") == catalogue(tmp_path / "made")
    sizes = {name: len(found) for name, found in rows(tmp_path / "kept", None).items() if name != "sqlite_sequence"}
    assert set(sizes.values()) == {1, ROWS}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_file_of_any_release_opens_with_all_that_was_in_it(tmp_path: Path, revision: str) -> None:
    path = tmp_path / NAME
    unpack(revision, path)
    before = rows(path, None)
    with DeskFile.open(path, backups=tmp_path / "backups") as desk:
        assert [str(finding) for finding in check(desk) if "damaged" in str(finding)] == []
    after = rows(path, None)
    for table, found in before.items():
        if table not in {"alembic_version", "sqlite_sequence"}:
            assert [row[: len(found[0])] for row in after[table]] == found or len(after[table]) == len(found), table


@contextmanager
def failing_at(nth: int) -> Iterator[list[str]]:
    """Let the nth SQL statement of a migration fail as on a disk that is full; gives the statements that were run."""
    run: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        run.append(statement)
        if len(run) == nth:
            raise OperationalError(statement, parameters, cipher.OperationalError("database or disk is full"))

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield run
    finally:
        event.remove(Engine, "before_cursor_execute", count)


@KINDS
@pytest.mark.parametrize("revision", OLDER)
def test_a_migration_that_fails_at_any_statement_leaves_the_file_as_it_was(
    tmp_path: Path, revision: str, passphrase: str | None
) -> None:
    original, path = tmp_path / "original", tmp_path / "folder" / NAME
    path.parent.mkdir()
    key = make_released(original, revision, passphrase)
    before = rows(original, key)
    shutil.copyfile(original, tmp_path / "whole")
    with failing_at(0) as statements:
        schema.migrate(tmp_path / "whole", key, int(revision))
    assert len(statements) > 10
    for nth in range(1, len(statements) + 1):
        shutil.copyfile(original, path)
        with failing_at(nth), pytest.raises(ChapterError, match="nothing was stored"):
            prepare(path, passphrase, read_only=False, key=key, backups=tmp_path / "backups")
        assert rows(path, key) == before, statements[nth - 1]
        assert leftovers(path.parent) == []
    prepare(path, passphrase, read_only=False, key=key, backups=tmp_path / "backups")
    assert {name: len(found) for name, found in rows(path, key).items() if name in before} == {
        name: len(found) for name, found in before.items()
    } | {"sqlite_sequence": len(rows(path, key)["sqlite_sequence"])}


@KINDS
def test_a_program_that_is_older_than_the_file_does_not_touch_it(
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
