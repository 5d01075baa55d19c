"""What every table of the desk file shares: names of constraints, an id, a uid, and how enumerations are stored."""

import enum
import secrets
from functools import partial
from typing import Any, ClassVar, Final

from sqlalchemy import BigInteger, Enum, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from chapterdesk.domain.text import N_
from chapterdesk.store.tables.facts import fact

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
new_uid: Final = partial(secrets.token_hex, 8)
"""Makes a random identity that stays with a row across files and copies."""


class Model(DeclarativeBase):
    """A table of the desk file; every row has an id never given twice and a random uid."""

    __abstract__ = True
    # Ids and amounts have 64 bits in every database. SQLite's INTEGER has them, and no other type numbers its rows.
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger().with_variant(Integer(), "sqlite")}
    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[int] = mapped_column(primary_key=True, info=fact())
    uid: Mapped[str] = mapped_column(String(16), default=new_uid, unique=True, info=fact())


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


def column(
    title: str = "",
    type_: Any = None,
    *,
    default: Any = None,
    index: bool = False,
    unique: bool = False,
    sort_order: int = 0,
    **facts: Any,
) -> Any:
    """Return a column with its facts (facts.fact); without a type it has the one of its annotation."""
    options: dict[str, Any] = {} if default is None else {"default": default}
    if index or unique:
        options |= {"index": index, "unique": unique}
    return mapped_column(type_, info=fact(title, **facts), sort_order=sort_order, **options)


def words(title: str = "", **facts: Any) -> Any:
    """Return a column of free text with its facts; empty when nothing is given."""
    return column(title, Text, default="", **facts)


def ref(
    target: str,
    title: str = "",
    *,
    ondelete: str = "CASCADE",
    index: bool = True,
    sort_order: int = 0,
    **facts: Any,
) -> Any:
    """Return a column that points at another row, with its facts and what happens when that row is deleted.

    `sort_order` is 1 for a column that a later revision has added: it comes after the others.
    """
    key = ForeignKey(f"{target}.id", ondelete=ondelete)
    return mapped_column(key, index=index, sort_order=sort_order, info=fact(title, **facts))


def chapter_ref(*, index: bool = False) -> Any:
    """Return a column that points at the chapter of a row."""
    return ref("chapter", index=index, held=N_("Chapter"))


def import_ref() -> Any:
    """Return a column that points at the import that made or claimed a row."""
    return ref("import_batch", ondelete="SET NULL")
