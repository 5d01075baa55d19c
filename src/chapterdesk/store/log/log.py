"""The permanent change log, read for one row (what, when, before and after)."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
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
    return _rows(session, _log().where(ChangeLog.table_name == table, ChangeLog.row_uid == uid))


def _log() -> Select[*tuple[Any, ...]]:
    return (
        select(ChangeLog)
        .order_by(ChangeLog.id.desc())
        .with_only_columns(
            ChangeLog.at,
            ChangeLog.via,
            ChangeLog.label,
            ChangeLog.params,
            ChangeLog.table_name,
            ChangeLog.row_uid,
            ChangeLog.action,
            ChangeLog.before,
            ChangeLog.after,
        )
    )


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[ChangeRow]:
    return [
        ChangeRow(at, via, label, json.loads(params), table, uid, action, _changes(before, after))
        for at, via, label, params, table, uid, action, before, after in session.execute(query)
    ]


def _changes(before: str | None, after: str | None) -> tuple[tuple[str, Any, Any], ...]:
    old = json.loads(before) if before else {}
    new = json.loads(after) if after else {}
    return tuple((name, old.get(name), new.get(name)) for name in (old | new) if name not in {"id", "uid"})
