"""Reading frozen rows by label: each column of a query fills the field of its name, in any order."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import Executable

from chapterdesk.store.writing import lines

T = TypeVar("T")
_MAKERS: Final[Mapping[Any, Callable[[Any], Any]]] = {tuple[str, ...]: lines}
"""How a stored value becomes that of a field, by the type of the field; columns make dates and enumerations."""


def columns(row: type, model: Any, **others: Any) -> list[ColumnElement[Any]]:
    """Return the labelled columns that fill the fields of a row class: those given by name, else those of the model.

    Fields with a default are not read. Raises TypeError for a name that is no field, AttributeError for a field that
    the model does not have.
    """
    names = _fields(row)
    if foreign := others.keys() - set(names):
        raise TypeError(f"{row.__name__} has no field {', '.join(sorted(foreign))}")
    return [(others[name] if name in others else getattr(model, name)).label(name) for name in names]


def fetch(session: Session, query: Executable, row: type[T], values: Mapping[str, Any] | None = None) -> list[T]:
    """Run a query and return its rows as frozen rows of a dataclass; `values` fill in its bind parameters.

    A field with a default is not read: it is for what the reader adds afterwards. Raises TypeError when the labels of
    the query are not the other fields, each once.
    """
    # Not session.execute: what it does for each row is for objects, and takes as long as the reading itself.
    kind: type = row
    result = session.connection().execute(query, values)
    return [*map(_maker(kind, tuple(result.keys())), result.all())]


def fetch_first(session: Session, query: Executable, row: type[T]) -> T | None:
    """Run a query as `fetch` does and return its first row, None when there is none."""
    return next(iter(fetch(session, query, row)), None)


@cache
def _fields(row: type) -> tuple[str, ...]:
    """Return the names of the fields that a query fills."""
    return tuple(name for name, _ in _typed_fields(row))


@cache
def _maker(row: type, labels: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return the function that turns read rows into frozen ones; it compares labels with fields once for each query."""
    names = _fields(row)
    if sorted(labels) != sorted(names):
        missing, foreign = sorted(set(names) - set(labels)), sorted(set(labels) - set(names))
        twice = sorted({label for label in labels if labels.count(label) > 1})
        raise TypeError(
            f"{row.__name__} and its query do not agree: "
            f"fields without a column {missing}, columns without a field {foreign}, columns given twice {twice}"
        )
    order = [labels.index(name) for name in names]
    makers = [(at, _MAKERS[kind]) for at, (_, kind) in enumerate(_typed_fields(row)) if kind in _MAKERS]
    arranged: Callable[[Any], Any] = tuple if order == sorted(order) else itemgetter(*order)
    if not makers:
        return lambda found: row(*arranged(found))

    def made(found: Any) -> Any:
        read = list(arranged(found))
        for at, maker in makers:
            read[at] = maker(read[at])
        return row(*read)

    return made


def _typed_fields(row: Any) -> list[tuple[str, Any]]:
    missing = dataclasses.MISSING
    required = (one for one in dataclasses.fields(row) if one.default is missing and one.default_factory is missing)
    return [(one.name, one.type) for one in required]
