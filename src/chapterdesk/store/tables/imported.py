"""What imports leave behind: period totals, batches, aliases and column mappings."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.slips import Side
from chapterdesk.store.tables.base import AUTO, Model, choice, ref


class PeriodTotal(Model):
    """Imported totals of one group for a period with no weeks inside; `use_detail`: the detail counts instead."""

    __tablename__ = "period_total"
    __table_args__ = (
        CheckConstraint("first <= last", name="order"),
        Index("ix_period_total_chapter_id_first", "chapter_id", "first"),
        AUTO,
    )
    chapter_id: Mapped[int] = ref("chapter", index=False)
    group: Mapped[TotalGroup] = mapped_column(choice(TotalGroup, "group"))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    meetings: Mapped[int | None]
    use_detail: Mapped[bool] = mapped_column(default=False)
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class PeriodTotalRow(Model):
    """A row of imported totals: a member's, or one of the three without a person. TYFCB in minor units."""

    __tablename__ = "period_total_row"
    __table_args__ = (
        CheckConstraint("(row = 'member') = (person_id IS NOT NULL)", name="person"),
        CheckConstraint("row <> 'total'", name="no_total"),
        AUTO,
    )
    total_id: Mapped[int] = ref("period_total")
    row: Mapped[RowKind] = mapped_column(choice(RowKind, "row"))
    person_id: Mapped[int | None] = ref("person", ondelete="RESTRICT", nullable=True)
    P: Mapped[int] = mapped_column(default=0)
    A: Mapped[int] = mapped_column(default=0)
    L: Mapped[int] = mapped_column(default=0)
    M: Mapped[int] = mapped_column(default=0)
    S: Mapped[int] = mapped_column(default=0)
    RGI: Mapped[int] = mapped_column(default=0)
    RGO: Mapped[int] = mapped_column(default=0)
    RRI: Mapped[int] = mapped_column(default=0)
    RRO: Mapped[int] = mapped_column(default=0)
    V: Mapped[int] = mapped_column(default=0)
    one_to_ones: Mapped[int] = mapped_column(default=0)
    TYFCB: Mapped[int] = mapped_column(default=0)
    CEU: Mapped[int] = mapped_column(default=0)
    T: Mapped[int] = mapped_column(default=0)


class ImportBatch(Model):
    """One imported file: what it was and what it made (JSON of counts). `at` is UTC."""

    __tablename__ = "import_batch"
    chapter_id: Mapped[int] = ref("chapter")
    format: Mapped[str] = mapped_column(String(24))
    file_name: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[dt.datetime]
    first: Mapped[dt.date | None]
    last: Mapped[dt.date | None]
    made: Mapped[str] = mapped_column(Text, default="{}")


class Alias(Model):
    """A name as files spell it, folded, and who it means in this chapter: the director's answer, kept for good."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("chapter_id", "name"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    name: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int] = ref("person")
    side: Mapped[Side] = mapped_column(choice(Side, "side"), default=Side.HERE)


class ColumnMapping(Model):
    """The answer to "which column is which" for headings not known before (JSON), by their signature."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("format", "signature"), AUTO)
    format: Mapped[str] = mapped_column(String(24))
    signature: Mapped[str] = mapped_column(Text)
    mapping: Mapped[str] = mapped_column(Text)
