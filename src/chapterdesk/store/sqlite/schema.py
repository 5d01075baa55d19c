"""The version of the desk file: made new at head, older files migrated, newer ones refused."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, insert
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store import tables  # noqa: F401 - the tables must be known to make them
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import ForeignError, NewerError
from chapterdesk.store.tables.base import Model

APPLICATION_ID = 0x43484453  # "CHDS"
VERSION = 3  # user_version of the head revision
REVISION = "0003"
FIRST_WITH_IDENTITY = 2
"""The version since which a file knows its own identity."""

Rows = Iterable[tuple[str, Sequence[Mapping[str, Any]]]]
"""Names of tables and their rows; rows of one pair have the same keys, and each brings its id and uid."""
BIRTH = (
    "INSERT INTO desk(id, uid, made_at)"
    " VALUES(1, lower(hex(randomblob(8))), strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')"
)
"""The SQL that gives a file its identity."""


def make(path: Path, key: str | None, rows: Rows = ()) -> None:
    """Make the tables of a new desk file at `path`, which must not exist, with `rows` in them, in one transaction.

    The rows are stored in the order given and checked against every constraint. Nobody else on the computer may read
    the file; its backups and copies are readable to whom it is.
    """
    path.touch(mode=0o600, exist_ok=False)
    connection = cipher.connect(path, key, mode="rwc")
    engine = create_engine(
        "sqlite://",
        module=cipher.DRIVER,
        creator=lambda: connection,
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
    )
    try:
        with engine.connect() as bound:
            bound.exec_driver_sql("BEGIN IMMEDIATE")
            _make_tables(bound)
            bound.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            bound.exec_driver_sql("INSERT INTO alembic_version VALUES(?)", (REVISION,))
            bound.exec_driver_sql(BIRTH)
            bound.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            bound.exec_driver_sql(f"PRAGMA user_version={VERSION}")
            bound.exec_driver_sql("PRAGMA defer_foreign_keys=on")
            for table, some in rows:
                if some:
                    bound.execute(insert(Model.metadata.tables[table]), some)
            bound.exec_driver_sql("COMMIT")
    finally:
        connection.close()


def _make_tables(connection: Connection) -> None:
    """Make tables and indexes in one order, always the same: the plans of queries depend on it."""
    for table in Model.metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            connection.execute(CreateIndex(index))


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


def migrate(path: Path, key: str | None, version: int, *, identity: str = "") -> None:
    """Bring an older file to head, in one transaction that is checked before it counts; a backup is made before.

    `identity` is the one that a file gets that had none. Raises ChapterError when the result is not sound: the file
    is then as it was.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    connection = cipher.connect(path, key)
    connection.execute("PRAGMA foreign_keys=off")  # before any transaction: batch migrations recreate tables
    engine = create_engine("sqlite://", module=cipher.DRIVER, creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as bound:
            bound.exec_driver_sql("BEGIN IMMEDIATE")
            crashpoint("migration: begun")
            config.attributes["connection"] = bound
            command.upgrade(config, "head")
            crashpoint("migration: tables changed")
            if identity and version < FIRST_WITH_IDENTITY:
                bound.exec_driver_sql("UPDATE desk SET uid = ?", (identity,))
            dangling = bound.exec_driver_sql("PRAGMA foreign_key_check").first()
            if dangling is not None or bound.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise ChapterError(N_("{file} could not be updated; it was left as it is"), file=path.name)
            bound.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            bound.exec_driver_sql(f"PRAGMA user_version={VERSION}")
            crashpoint("migration: before commit")
            bound.exec_driver_sql("COMMIT")
            crashpoint("migration: after commit")
    finally:
        connection.close()
