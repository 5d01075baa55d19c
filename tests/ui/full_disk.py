"""A disk that is full for as long as a test wants: the driver refuses the commit, as it does when there is no room."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from chapterdesk.store.sqlite import cipher, file
from chapterdesk.store.sqlite.file import DeskFile


@contextmanager
def full_disk(desk: DeskFile) -> Iterator[None]:
    """Let every change of a desk file fail at its commit with the driver's own words."""
    commit = file.commit

    def refuse(_connection: Connection) -> None:
        raise cipher.DRIVER.OperationalError("database or disk is full")

    def commit_on_a_full_disk(connection: Connection) -> None:
        if str(desk.source) in [row.file for row in connection.exec_driver_sql("PRAGMA database_list")]:
            event.listen(connection, "commit", refuse)
        commit(connection)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(file, "commit", commit_on_a_full_disk)
        yield
