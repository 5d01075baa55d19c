"""The change log of one row: what was changed, when, and the values before and after."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.store.tables import ChangeLog


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One logged change of a row: when (UTC), by which action, and what changed as (field, before, after).

    `via` is change, undo or redo; `action` insert, update or delete. Values are as stored: dates as ISO text.
    """

    when: dt.datetime
    via: str
    label: str
    params: dict[str, Any]
    table: str
    uid: str
    action: str
    changes: tuple[tuple[str, Any, Any], ...]


def changes(session: Session, table: str, uid: str) -> list[ChangeRow]:
    """What happened to one row, the newest first."""
    log = ChangeLog
    query = select(log.at, log.via, log.label, log.params, log.action, log.before, log.after)
    found = query.where(log.table_name == table, log.row_uid == uid).order_by(log.id.desc())
    return [
        ChangeRow(
            row.at, row.via, row.label, json.loads(row.params), table, uid, row.action, _changes(row.before, row.after)
        )
        for row in session.execute(found)
    ]


def _changes(before: str | None, after: str | None) -> tuple[tuple[str, Any, Any], ...]:
    old = json.loads(before) if before else {}
    new = json.loads(after) if after else {}
    return tuple((name, old.get(name), new.get(name)) for name in (old | new) if name not in {"id", "uid"})
