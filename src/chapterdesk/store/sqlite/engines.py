"""How SQLAlchemy reaches a desk file: pooled connections of the driver, whose transactions begin as told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.sqlite import cipher, journal

READERS = 4
"""Reading connections that are kept; more are made when they are needed at once."""


def reading(path: Path, key: str | None, *, mode: str) -> Engine:
    """Return an engine that only reads; it never waits for the writer. `mode` is SQLite's: ro or rw."""

    def connect() -> Any:
        connection = cipher.connect(path, key, mode=mode)
        connection.execute("PRAGMA query_only=on")
        return connection

    return make_engine(connect, size=READERS, more=2 * READERS, begin="BEGIN")


def writing(path: Path, key: str | None) -> Engine:
    """Return the engine of the one writer: one connection, with the journal that undo and the change log live on."""

    def connect() -> Any:
        connection = cipher.connect(path, key)
        connection.execute("PRAGMA journal_mode=wal")
        journal.install(connection)
        return connection

    return make_engine(connect, size=1, more=0, begin="BEGIN IMMEDIATE")


def rewrite(writer: Engine) -> bool:
    """Write the file anew without its free pages and empty the -wal; False when a reader kept the -wal as it is."""
    connection = writer.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        crashpoint("erasure: file written anew")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchall()[0][0]
        cursor.close()
    finally:
        connection.close()
    return not busy


def make_engine(creator: Callable[[], Any], *, size: int, more: int, begin: str) -> Engine:
    """Return an engine of `size` connections, and `more` at need, whose transactions begin with `begin`."""
    engine = create_engine(
        "sqlite://",
        module=cipher.DRIVER,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=more,
        hide_parameters=True,  # an error that quotes them would carry personal data wherever it is written
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def begin(writer: Engine, path: Path) -> Connection:
    """A connection of the writer in a transaction; raises ChapterError when another program holds the file."""
    connection: Connection | None = None
    try:
        connection = writer.connect()
        connection.begin()
    except BaseException as error:
        if connection is not None:  # the writer has only this one
            connection.close()
        if isinstance(error, OperationalError) and "locked" in str(error.orig):
            raise ChapterError(
                N_("{file} is being written by another program; try again in a moment"), file=path.name
            ) from error
        raise
    return connection


def commit(connection: Connection) -> None:
    """Commit; a commit that fails, as on a full disk, is rolled back here.

    SQLite keeps the transaction open then, and SQLAlchemy takes it for ended: the next change could not begin.
    """
    try:
        connection.commit()
    except BaseException:
        if connection.connection.dbapi_connection is not None:
            connection.connection.rollback()
        raise


def is_protected(session: Session) -> bool:
    """Tell whether the file that a session reads is encrypted."""
    place = next(row for row in session.execute(text("PRAGMA database_list")) if row.name == "main")
    return cipher.is_encrypted(Path(place.file))
