"""How SQLAlchemy reaches a desk file: pooled connections of the driver, and how a transaction of each begins."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from chapterdesk.crashpoints import crashpoint
from chapterdesk.store.sqlite import cipher, journal

READERS = 4
"""Reading connections that are kept open; more are made when more are needed at once."""


def reader(path: Path, key: str | None, *, mode: str) -> Engine:
    """Return an engine that only reads; it never waits for the writer. `mode` is SQLite's: ro or rw."""

    def connect() -> Any:
        connection = cipher.connect(path, key, mode=mode)
        connection.execute("PRAGMA query_only=on")
        return connection

    return make_engine(connect, size=READERS, more=2 * READERS, begin="BEGIN")


def writer(path: Path, key: str | None) -> Engine:
    """Return the engine of the one writer: one connection, with the journal that undo and the change log live on."""

    def connect() -> Any:
        connection = cipher.connect(path, key)
        connection.execute("PRAGMA journal_mode=wal")
        journal.install(connection)
        return connection

    return make_engine(connect, size=1, more=0, begin="BEGIN IMMEDIATE")


def vacuum(writer: Engine) -> bool:
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
    """Return an engine of `size` connections (and `more` when needed) whose transactions begin with the SQL `begin`."""
    engine = create_engine(
        "sqlite://",
        module=cipher.DRIVER,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=more,
        hide_parameters=True,  # an error message with them would put personal data into the log
    )
    event.listen(engine, "begin", partial(Connection.exec_driver_sql, statement=begin))
    return engine


def is_protected(session: Session) -> bool:
    """Tell whether the file that a session reads is encrypted."""
    databases = session.connection().exec_driver_sql("PRAGMA database_list")
    return cipher.is_encrypted(Path(next(row.file for row in databases if row.name == "main")))
