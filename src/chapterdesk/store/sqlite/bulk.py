"""Many rows at once into a new desk file: for the demo, which is made whole before anybody looks at it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.file_system import part_of, put_in_place, sweep
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.faults import meaning
from chapterdesk.store.tables.base import Model

Rows = Iterable[tuple[str, Sequence[Mapping[str, Any]]]]


def make_filled(path: Path, rows: Rows) -> None:
    """Make a new desk file at `path`, which must not exist, holding `rows`: pairs of a table's name and its rows.

    All in one transaction, in the order given, checked against every constraint. Outside undo and the change log:
    the file begins with these rows. Rows of one pair must have the same keys; each brings its id and uid. When it
    fails, no file is left. Raises ChapterError when there already is a file.
    """
    if path.exists():
        raise ChapterError(N_("{file} already exists; choose another name"), file=path.name)
    part = part_of(path)
    try:
        with meaning(path):
            sweep(path)
            schema.make(part, None)
            _fill(part, rows)
            put_in_place(part, path, "filled file")
    except BaseException:
        with suppress(OSError):
            sweep(path)
        raise


def _fill(path: Path, rows: Rows) -> None:
    connection = cipher.connect(path, None)
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
            bound.exec_driver_sql("PRAGMA defer_foreign_keys=on")
            for table, some in rows:
                if some:
                    bound.execute(insert(Model.metadata.tables[table]), some)
            bound.exec_driver_sql("COMMIT")
    finally:
        connection.close()
