"""What every table of the desk file shares: names of constraints, an id, a uid, and how enumerations are stored."""

import enum
import secrets
from typing import Any

from sqlalchemy import Enum, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from chapterdesk.store.tables.facts import INTERNAL

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


def new_uid() -> str:
    """Return a random identity that stays with a row across files and copies."""
    return secrets.token_hex(8)


class Model(DeclarativeBase):
    """A table of the desk file; every row has an id never given twice and a random uid."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[int] = mapped_column(primary_key=True, info=INTERNAL)
    uid: Mapped[str] = mapped_column(String(16), default=new_uid, unique=True, info=INTERNAL)


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


def ref(
    target: str, info: dict[str, Any], *, ondelete: str = "CASCADE", index: bool = True, nullable: bool = False
) -> Any:
    """Return a column that points at another row, with its facts and what happens when that row goes."""
    return mapped_column(ForeignKey(f"{target}.id", ondelete=ondelete), index=index, nullable=nullable, info=info)


def import_ref() -> Any:
    """Return a column that points at the import that made or claimed a row."""
    return ref("import_batch", INTERNAL, ondelete="SET NULL", nullable=True)
