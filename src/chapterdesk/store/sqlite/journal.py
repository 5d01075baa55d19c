"""Undo, change notices and the change log, from one record that TEMP triggers keep on the writer's connection.

Each change of a row is written down with the SQL that takes it back. When a change ends the record becomes one undo
step, the set of tables that changed, and lines of the permanent log. Undoing plays the SQL back inside an ordinary
change, whose own record is the redo; so imports, bulk updates and cascades need no code of their own.
"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from chapterdesk.store.desk import Step
from chapterdesk.store.tables.overview import plain_columns, recorded_tables


@dataclass(frozen=True, slots=True)
class RecordedStep(Step):
    """A step with the SQL that takes it back, newest change first."""

    inverse: tuple[str, ...]


def install(connection: Any) -> None:
    """Make the TEMP table and triggers on a raw connection of the writer; they last as long as it does."""
    connection.execute(
        "CREATE TEMP TABLE journal(seq INTEGER PRIMARY KEY, tbl TEXT, uid TEXT, action TEXT, inverse TEXT,"
        " before TEXT, after TEXT)"
    )
    for table in recorded_tables():
        for trigger in _triggers(table):
            connection.execute(trigger)


def _triggers(table: Table) -> list[str]:
    """Return the three triggers of a table; names come from our own models, never from users."""
    name, columns = table.name, [column.name for column in table.columns]
    values = "||','||".join(f'quote(old."{column}")' for column in columns)
    names = ",".join(f'"{column}"' for column in columns)
    sets = "||','||".join(f'\'"{column}"=\'||quote(old."{column}")' for column in columns)
    differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
    head = f'CREATE TEMP TRIGGER "journal_{name}_'
    record = "INSERT INTO journal(tbl,uid,action,inverse,before,after) VALUES"
    old, new = _json(table, "old"), _json(table, "new")
    insert_back = f"'INSERT INTO \"{name}\"({names}) VALUES('||{values}||')'"
    update_back = f"'UPDATE \"{name}\" SET '||{sets}||' WHERE id='||new.id"  # noqa: S608 - our own names
    delete_back = f"'DELETE FROM \"{name}\" WHERE id='||new.id"  # noqa: S608 - our own names
    inserted = f"{record}('{name}',new.uid,'insert',{delete_back},NULL,NULL)"
    updated = f"{record}('{name}',new.uid,'update',{update_back},{old},{new})"
    deleted = f"{record}('{name}',old.uid,'delete',{insert_back},{old},NULL)"
    return [
        f'{head}insert" AFTER INSERT ON main."{name}" BEGIN {inserted}; END',
        f'{head}update" AFTER UPDATE ON main."{name}" WHEN {differs} BEGIN {updated}; END',
        f'{head}delete" BEFORE DELETE ON main."{name}" BEGIN {deleted}; END',
    ]


def _json(table: Table, side: str) -> str:
    """Return the SQL of a row's values as a JSON object; of pictures there is only the digest."""
    names = (column.name for column in plain_columns(table))
    return "json_object(" + ",".join(f"'{name}',{side}.\"{name}\"" for name in names) + ")"


def record(connection: Connection, label: str, params: dict[str, Any], via: str) -> RecordedStep | None:
    """Move the record of the running change into the log and return its step; None when nothing changed."""
    rows = connection.exec_driver_sql("SELECT inverse, tbl FROM journal ORDER BY seq DESC").all()
    if not rows:
        return None
    _keep_differences(connection)
    at = dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    stored = json.dumps({name: _plain(value) for name, value in params.items()}, ensure_ascii=False)
    connection.exec_driver_sql(_LOG, (at, via, label, stored))
    connection.exec_driver_sql("DELETE FROM journal")
    return RecordedStep(label, dict(params), frozenset(row[1] for row in rows), tuple(row[0] for row in rows))


def discard(connection: Connection) -> frozenset[str]:
    """Throw the record of the running change away, and return the tables it touched: no log line, no undo."""
    tables = frozenset(row[0] for row in connection.exec_driver_sql("SELECT DISTINCT tbl FROM journal"))
    connection.exec_driver_sql("DELETE FROM journal")
    return tables


_LOG = (  # in SQL: an import writes thousands of lines
    "INSERT INTO change_log(uid, at, via, label, params, table_name, row_uid, action, before, after)"
    " SELECT lower(hex(randomblob(8))), ?, ?, ?, ?, tbl, uid, action, before, after FROM journal ORDER BY seq"
)


def _keep_differences(connection: Connection) -> None:
    """Keep only what the updates changed; the log holds no more about a person than necessary."""
    updates = connection.exec_driver_sql("SELECT seq, before, after FROM journal WHERE action = 'update'").all()
    if updates:
        shorter = [(*_difference(row.before, row.after), row.seq) for row in updates]
        connection.exec_driver_sql("UPDATE journal SET before = ?, after = ? WHERE seq = ?", shorter)


def _plain(value: Any) -> Any:
    """Return a value of a label in a form that JSON can store."""
    return value if isinstance(value, str | int | float | None) else str(value)


def _difference(before: str, after: str) -> tuple[str, str]:
    """Return the values that differ, before and after."""
    old, new = json.loads(before), json.loads(after)
    changed = [name for name in old if old[name] != new[name]]
    return (
        json.dumps({name: old[name] for name in changed}, ensure_ascii=False),
        json.dumps({name: new[name] for name in changed}, ensure_ascii=False),
    )
