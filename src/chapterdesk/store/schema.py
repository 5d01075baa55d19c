"""The version of the desk file: made new at head, older files migrated, newer ones refused."""

import shutil
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store import cipher, models  # noqa: F401 - the tables must be known to make them
from chapterdesk.store.base import Table
from chapterdesk.store.faults import ForeignError, NewerError

APPLICATION_ID = 0x43484453  # "CHDS"
VERSION = 2  # user_version of the head revision
REVISION = "0002"

BIRTH = (
    "INSERT INTO desk(id, uid, made_at)"
    " VALUES(1, lower(hex(randomblob(8))), strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')"
)
"""The SQL that gives a file its identity."""


def make(path: Path, key: str | None) -> None:
    """Make the tables of a new desk file at `path`, which must not exist, in one transaction."""
    connection = cipher.connect(path, key, mode="rwc")
    engine = create_engine(
        "sqlite://",
        module=cipher.DRIVER,
        creator=lambda: connection,
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as bound:
        bound.exec_driver_sql("BEGIN IMMEDIATE")
        Table.metadata.create_all(bound, checkfirst=False)
        bound.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        bound.exec_driver_sql("INSERT INTO alembic_version VALUES(?)", (REVISION,))
        bound.exec_driver_sql(BIRTH)
        bound.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        bound.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        bound.exec_driver_sql("COMMIT")
    connection.close()


def verify(path: Path, key: str | None, *, mode: str = "ro") -> int:
    """Return the version of the file at `path`; raises ChapterError when it is no desk file or a newer one.

    `mode` rw plays back what a killed program left in a -journal, which a connection that only reads cannot.
    """
    connection = cipher.connect(path, key, mode=mode)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise ForeignError(N_("{file} is not a ChapterDesk file; it was left as it is"), file=path.name)
    if version > VERSION:
        raise NewerError(
            N_("{file} was made by a newer ChapterDesk; update the program to open it. The file was left as it is"),
            file=path.name,
        )
    return version


def migrate(path: Path, key: str | None, version: int) -> Path:
    """Bring an older file to head: a copy first, then all revisions in one transaction; returns the copy's path."""
    from alembic import command
    from alembic.config import Config

    copy = path.with_name(f"{path.stem} (version {version}){path.suffix}")
    shutil.copy2(path, copy)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    connection = cipher.connect(path, key)
    connection.execute("PRAGMA foreign_keys=off")  # before any transaction: batch migrations recreate tables
    engine = create_engine("sqlite://", module=cipher.DRIVER, creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as bound:
            bound.exec_driver_sql("BEGIN IMMEDIATE")
            config.attributes["connection"] = bound
            command.upgrade(config, "head")
            if bound.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise ChapterError(N_("{file} could not be updated; it was left as it is"), file=path.name)
            bound.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            bound.exec_driver_sql(f"PRAGMA user_version={VERSION}")
            bound.exec_driver_sql("COMMIT")
    finally:
        connection.close()
    return copy
