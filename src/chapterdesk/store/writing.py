"""How rows are written: user text cleaned, lists of phones joined, unknown rows and people refused."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_, clean
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.overview import LoggedField, targets_of, thing_of


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


def is_there(session: Session, table: str, row_id: int) -> bool:
    """Return whether a table has a row of this id."""
    there = Model.metadata.tables[table]
    return session.execute(select(there.c.id).where(there.c.id == row_id)).first() is not None


def refuse_gone_people(session: Session, table: str, values: Mapping[str, Any]) -> None:
    """Raise ChapterError, which names the field, for a person who is no longer in the file.

    A person chosen a while ago is gone once the change that added them is undone.
    """
    targets = targets_of(table)
    for column, value in values.items():
        if value is not None and targets.get(column) == "person" and not is_there(session, "person", value):
            raise ChapterError(
                N_("{field}: this person is no longer in the file; type the name again"),
                field=LoggedField.of(table, column) or thing_of("person"),
            )


def add(session: Session, model: type[Model], **fields: Any) -> int:
    """Insert a row and return its id; raises ChapterError when it names a person who is gone."""
    refuse_gone_people(session, model.__tablename__, fields)
    return int(session.connection().execute(_adding(model), stored(fields)).scalar_one())


@cache
def _adding(model: type[Model]) -> Any:
    """The statement that adds a row, made once: making it costs more than running it."""
    table: Any = model.__table__
    return insert(table).returning(table.c.id)


def edit(session: Session, model: type[Model], row_id: int, fields: Mapping[str, Any]) -> None:
    """Change fields of a row; raises ChapterError when it or a person is gone, for example undone in the meantime."""
    if not fields:
        return
    refuse_gone_people(session, model.__tablename__, fields)
    statement = update(model).where(model.id == row_id).values(**stored(fields)).returning(model.id)
    if session.execute(statement).first() is None:
        raise ChapterError(N_("This entry is no longer there; it may have been undone"))
