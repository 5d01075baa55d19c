"""What the file says of itself: who it is, and the permanent change log."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import INTERNAL, UNRECORDED


class FileIdentity(Model):
    """The file itself, in one row: its uid is its identity for life, wherever it is copied or moved to."""

    __tablename__ = "desk"
    __table_args__ = (CheckConstraint("id = 1", name="one"), UNRECORDED)
    made_at: Mapped[dt.datetime] = mapped_column(info=INTERNAL)


class ChangeLog(Model):
    """The permanent log: when (UTC), by which action, which row, and the values before and after (JSON).

    Outside undo; an undo is itself logged. `via` is change, undo or redo. An added row logs no values: it holds them.
    """

    __tablename__ = "change_log"
    __table_args__ = (Index("ix_change_log_row", "table_name", "row_uid"), UNRECORDED)
    at: Mapped[dt.datetime] = mapped_column(info=INTERNAL)
    via: Mapped[str] = mapped_column(String(8), info=INTERNAL)
    label: Mapped[str] = mapped_column(Text, info=INTERNAL)
    params: Mapped[str] = mapped_column(Text, default="{}", info=INTERNAL)
    table_name: Mapped[str] = mapped_column(String(32), info=INTERNAL)
    row_uid: Mapped[str] = mapped_column(String(16), info=INTERNAL)
    action: Mapped[str] = mapped_column(String(8), info=INTERNAL)
    before: Mapped[str | None] = mapped_column(Text, info=INTERNAL)
    after: Mapped[str | None] = mapped_column(Text, info=INTERNAL)
