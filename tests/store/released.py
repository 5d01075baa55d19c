"""Desk files of earlier releases, made by the migrations, with rows in every table.

The files in tests/data/desk_files were written by those releases; `python -m tests.store.released` adds the file of a
new release, once, when it is published.
"""

import datetime as dt
import gzip
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, Table, create_engine, insert
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import Boolean, Date, DateTime, Integer, LargeBinary, Time

from chapterdesk.store.sqlite import cipher, migrations, schema

FOLDER = Path(__file__).resolve().parents[1] / "data" / "desk_files"
REVISIONS = tuple(f"{number:04}" for number in range(1, schema.VERSION + 1))
ROWS = 3
"""Rows in each table, except for tables with one row."""
_ONE_OF = {
    ("attendance", "code"): "S", ("chapter", "kind"): "business", ("classification", "state"): "wanted",
    ("alias", "side"): "here", ("period_total", "group"): "activity", ("period_total_row", "row"): "member",
    ("membership", "status"): "active", ("meeting", "kind"): "regular", ("meeting", "status"): "completed",
    ("visit", "kind"): "repeat", ("visit", "outcome"): "open", ("slip", "kind"): "referral",
    ("slip", "giver_side"): "here", ("slip", "receiver_side"): "here", ("slip", "tier"): "inside",
    ("slip", "follow_up"): "won", ("chapter", "currency"): "EUR", ("chapter", "country"): "ES",
    ("change_log", "params"): "{}", ("import_batch", "made"): "{}", ("column_mapping", "mapping"): "{}",
}  # fmt: skip


def make_released(path: Path, revision: str, passphrase: str | None = None) -> str | None:
    """Make a file like the release of a revision would write, and return its key."""
    key = cipher.key_for(path, passphrase) if passphrase else None
    connection = cipher.connect(path, key, mode="rwc")
    connection.execute("PRAGMA foreign_keys=off")
    engine = create_engine("sqlite://", module=cipher.DRIVER, creator=lambda: connection, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.connect() as bound:
        bound.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = bound
        command.upgrade(config, revision)
        _fill(bound)
        bound.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        bound.exec_driver_sql(f"PRAGMA user_version={int(revision)}")
        bound.exec_driver_sql("COMMIT")
        assert bound.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    connection.close()
    return key


def _fill(bound: Any) -> None:
    """Add rows to every table, with every reference set."""
    tables = MetaData()
    tables.reflect(bound)
    for table in tables.sorted_tables:
        if table.name not in {"alembic_version", "desk", "sqlite_sequence"}:
            bound.execute(insert(table), [_row(table, number) for number in range(1, ROWS + 1)])


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(table, column, number) for column in table.columns}


def _value(table: Table, column: Any, number: int) -> Any:
    """Return a unique value for each row and column; the id of a row is its number, so references are numbers."""
    known = _ONE_OF.get((table.name, column.name))
    if (table.name, column.name) == ("slip", "kind") and "third_id" in table.columns:
        known = "introduction"  # the one kind that names a third person
    if column.foreign_keys or column.name == "id":
        return number
    if known is not None:
        return known
    day = dt.date(2026, 3, number)
    samples: dict[type, Any] = {
        Boolean: number % 2 == 0,
        DateTime: dt.datetime(2026, 3, number, 7, 15),  # noqa: DTZ001 - stored as UTC
        Date: day,
        Time: dt.time(7, number),
        LargeBinary: bytes([0, 255, number]) * 3000,
        Integer: number,
    }
    text = f"{column.name} ñ'{number}"
    return next((value for kind, value in samples.items() if isinstance(column.type, kind)), text)


def kept(revision: str) -> Path:
    """Return the path of the stored file of a release."""
    return FOLDER / f"{revision}.chapterdesk.gz"


def unpack(revision: str, path: Path) -> None:
    """Unpack the file of a release to `path`."""
    path.write_bytes(gzip.decompress(kept(revision).read_bytes()))


def main() -> None:
    """Store the file of the newest release; an existing file is never overwritten."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for revision in REVISIONS:
        if not kept(revision).exists():
            path = FOLDER / "new.chapterdesk"
            make_released(path, revision)
            kept(revision).write_bytes(gzip.compress(path.read_bytes(), mtime=0))
            path.unlink()


if __name__ == "__main__":
    main()
