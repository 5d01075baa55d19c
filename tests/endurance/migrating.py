"""Migrations whose statements fail, one after the other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.opening import prepare
from tests.endurance.desks import NAME, leftovers
from tests.store.released import REVISIONS, make_released

__all__ = ["REVISIONS", "failing_everywhere", "rows"]


def rows(path: Path, key: str | None) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a file, by table."""
    connection = cipher.connect(path, key, mode="ro")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return found


@contextmanager
def failing_at(nth: int) -> Iterator[list[str]]:
    """Make the nth SQL statement of a migration fail as on a full disk; yields the statements that ran."""
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


def failing_everywhere(folder: Path, revision: str, passphrase: str | None) -> int:
    """Migrate the file of a release, with each statement failing once; return the number of statements.

    Asserts that the file is unchanged after each failure, and migrated when none fails.
    """
    original, path = folder / "original", folder / "folder" / NAME
    path.parent.mkdir()
    key = make_released(original, revision, passphrase)
    before = rows(original, key)
    shutil.copyfile(original, folder / "whole")
    with failing_at(0) as statements:
        schema.migrate(folder / "whole", key, int(revision))
    assert len(statements) > 10
    for nth in range(1, len(statements) + 1):
        shutil.copyfile(original, path)
        with failing_at(nth), pytest.raises(ChapterError, match="nothing was stored"):
            prepare(path, passphrase, read_only=False, key=key, backups=folder / "backups")
        assert rows(path, key) == before, statements[nth - 1]
        assert leftovers(path.parent) == []
    prepare(path, passphrase, read_only=False, key=key, backups=folder / "backups")
    after = rows(path, key)
    for table, found in before.items():
        assert table == "sqlite_sequence" or len(after[table]) == len(found), table
    return len(statements)
