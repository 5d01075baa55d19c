"""What the file says of itself: who it is, and the permanent change log."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped

from chapterdesk.store.tables.base import Model, column
from chapterdesk.store.tables.facts import UNRECORDED


class FileIdentity(Model):
    """The file itself, in one row: its uid is its identity for life, wherever it is copied or moved to."""

    __tablename__ = "desk"
    __table_args__ = (CheckConstraint("id = 1", name="one"), UNRECORDED)
    made_at: Mapped[dt.datetime] = column()


class ChangeLog(Model):
    """The permanent log: when (UTC), by which action, which row, and the values before and after (JSON).

    Outside undo; an undo is itself logged. `via` is change, undo or redo. An added row logs no values: it holds them.
    """

    __tablename__ = "change_log"
    __table_args__ = (Index("ix_change_log_row", "table_name", "row_uid"), UNRECORDED)
    at: Mapped[dt.datetime] = column()
    via: Mapped[str] = column(type_=String(8))
    label: Mapped[str] = column(type_=Text)
    params: Mapped[str] = column(type_=Text, default="{}")
    table_name: Mapped[str] = column(type_=String(32))
    row_uid: Mapped[str] = column(type_=String(16))
    action: Mapped[str] = column(type_=String(8))
    before: Mapped[str | None] = column(type_=Text)
    after: Mapped[str | None] = column(type_=Text)
