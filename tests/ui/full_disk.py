"""A disk that is full for as long as a test wants: the driver refuses the commit, as it does when there is no room."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from chapterdesk.store import cipher
from chapterdesk.store.desk_file import DeskFile


@contextmanager
def full_disk(desk: DeskFile) -> Iterator[None]:
    """Let every change of a desk file fail at its commit with the driver's own words."""

    def refuse(_connection: Any) -> None:
        raise cipher.DRIVER.OperationalError("database or disk is full")

    engine = desk._writer
    assert engine is not None
    event.listen(engine, "commit", refuse)
    try:
        yield
    finally:
        event.remove(engine, "commit", refuse)
