"""A simulated full disk: the driver refuses the commit with its own error."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from chapterdesk.store.sqlite import cipher, file
from chapterdesk.store.sqlite.file import DeskFile


@contextmanager
def full_disk(desk: DeskFile) -> Iterator[None]:
    """Make every change of a desk file fail at its commit with the driver's own error."""
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
