"""How rows are written: user text cleaned, lists of phones joined, unknown rows refused."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_, clean
from chapterdesk.store.tables.base import Model


def stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return field values as they are stored: text without control characters, tuples of text one per line."""
    return {name: _value(value) for name, value in fields.items()}


def _value(value: Any) -> Any:
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple | list):
        return "\n".join(part for part in (clean(str(item)).replace("\n", " ") for item in value) if part)
    return value


def lines(value: str) -> tuple[str, ...]:
    """Return a stored list of phones or e-mails as a tuple."""
    return tuple(part for part in value.split("\n") if part)


def add(session: Session, model: type[Model], **fields: Any) -> int:
    """Insert a row and return its id."""
    return int(session.connection().execute(_adding(model), stored(fields)).scalar_one())


@cache
def _adding(model: type[Model]) -> Any:
    """The statement that adds a row, made once: making it costs more than running it."""
    table: Any = model.__table__
    return insert(table).returning(table.c.id)


def edit(session: Session, model: type[Model], row_id: int, fields: Mapping[str, Any]) -> None:
    """Change fields of a row; raises ChapterError when it is gone, for example undone in the meantime."""
    if not fields:
        return
    statement = update(model).where(model.id == row_id).values(**stored(fields)).returning(model.id)
    if session.execute(statement).first() is None:
        raise ChapterError(N_("This entry is no longer there; it may have been undone"))
