"""What every table of the desk file shares: names of constraints, an id, a uid, and how enumerations are stored."""

import enum
import secrets
from typing import Any

from sqlalchemy import Enum, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

AUTO = {"sqlite_autoincrement": True}
"""An id is never given twice."""


def new_uid() -> str:
    """Return a random identity that stays with a row across files and copies."""
    return secrets.token_hex(8)


class Model(DeclarativeBase):
    """A table of the desk file; every row has an id never given twice and a random uid."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMES)
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(16), default=new_uid, unique=True)


def choice(values: type[enum.StrEnum], name: str) -> Enum:
    """Return the column type of an enumeration: its values as text, guarded by a CHECK of the given name."""
    return Enum(
        values,
        native_enum=False,
        create_constraint=True,
        length=24,
        name=name,
        values_callable=lambda kinds: [str(kind.value) for kind in kinds],
    )


def ref(target: str, *, ondelete: str = "CASCADE", index: bool = True, nullable: bool = False) -> Any:
    """Return a column that points at another row, with what happens when that row goes."""
    return mapped_column(ForeignKey(f"{target}.id", ondelete=ondelete), index=index, nullable=nullable)
