"""What imports leave behind: period totals, batches, aliases and column mappings."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import N_
from chapterdesk.store.tables.base import Model, choice, import_ref, ref
from chapterdesk.store.tables.facts import INTERNAL, OF_CHAPTER, HeldSection, Subject, Tie, described, fact


class PeriodTotal(Model):
    """Imported totals of one group for a period with no weeks inside; `use_detail`: the detail counts instead."""

    __tablename__ = "period_total"
    __table_args__ = (
        CheckConstraint("first <= last", name="order"),
        Index("ix_period_total_chapter_id_first", "chapter_id", "first"),
        described(
            N_("Imported totals"),
            Subject.IMPORTS,
            "group",
            "first",
            "last",
            first=("first", "last"),
            told=("first", "last"),
        ),
    )
    chapter_id: Mapped[int] = ref("chapter", OF_CHAPTER, index=False)
    group: Mapped[TotalGroup] = mapped_column(choice(TotalGroup, "group"), info=fact(N_("Figures"), fixed=True))
    first: Mapped[dt.date] = mapped_column(info=fact(N_("First day"), fixed=True))
    last: Mapped[dt.date] = mapped_column(info=fact(N_("Last day"), fixed=True))
    meetings: Mapped[int | None] = mapped_column(info=fact(N_("Meetings"), fixed=True))
    use_detail: Mapped[bool] = mapped_column(default=False, info=fact(N_("Count the detail instead")))
    import_batch_id: Mapped[int | None] = import_ref()


class PeriodTotalRow(Model):
    """A row of imported totals: a member's, or one of the three without a person. TYFCB in minor units."""

    __tablename__ = "period_total_row"
    __table_args__ = (
        CheckConstraint("(row = 'member') = (person_id IS NOT NULL)", name="person"),
        CheckConstraint("row <> 'total'", name="no_total"),
        described(N_("Row of imported totals"), Subject.IMPORTS, "person_id"),
    )
    total_id: Mapped[int] = ref("period_total", fact(held=N_("Imported totals")))
    row: Mapped[RowKind] = mapped_column(choice(RowKind, "row"), info=fact(held=N_("Row")))
    person_id: Mapped[int | None] = ref(
        "person",
        fact(tie=Tie.PARTY, section=HeldSection("totals", N_("Imported totals"), place=2)),
        ondelete="RESTRICT",
        nullable=True,
    )
    P: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Present")))
    A: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Absent")))
    L: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Late")))
    M: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Medical")))
    S: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Substitute")))
    RGI: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Referrals given inside")))
    RGO: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Referrals given outside")))
    RRI: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Referrals received inside")))
    RRO: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Referrals received outside")))
    V: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Visitors")))
    one_to_ones: Mapped[int] = mapped_column(default=0, info=fact(held=N_("One-to-ones")))
    TYFCB: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Closed business"), money=True))
    CEU: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Education")))
    T: Mapped[int] = mapped_column(default=0, info=fact(held=N_("Testimonials")))


class ImportBatch(Model):
    """One imported file: what it was and what it made (JSON of counts). `at` is UTC."""

    __tablename__ = "import_batch"
    __table_args__ = described(N_("Imported file"), Subject.IMPORTS, "file_name")
    chapter_id: Mapped[int] = ref("chapter", OF_CHAPTER)
    format: Mapped[str] = mapped_column(String(24), info=fact(held=N_("Format")))
    file_name: Mapped[str] = mapped_column(Text, info=fact(N_("File"), fixed=True))
    digest: Mapped[str] = mapped_column(String(64), index=True, info=INTERNAL)
    at: Mapped[dt.datetime] = mapped_column(info=fact(held=N_("When (UTC)")))
    first: Mapped[dt.date | None] = mapped_column(info=fact(held=N_("First day")))
    last: Mapped[dt.date | None] = mapped_column(info=fact(held=N_("Last day")))
    made: Mapped[str] = mapped_column(Text, default="{}", info=fact(json=True))


class Alias(Model):
    """A name as files spell it, folded, and who it means in this chapter: the director's answer, kept for good."""

    __tablename__ = "alias"
    __table_args__ = (
        UniqueConstraint("chapter_id", "name"),
        described(N_("Name in imported files"), Subject.IMPORTS, "name"),
    )
    chapter_id: Mapped[int] = ref("chapter", OF_CHAPTER, index=False)
    name: Mapped[str] = mapped_column(Text, info=fact(N_("Name in the file"), held=N_("Name"), fixed=True))
    person_id: Mapped[int] = ref(
        "person",
        fact(
            N_("Person"),
            fixed=True,
            tie=Tie.RECORD,
            section=HeldSection("aliases", N_("Names in imported files"), place=2),
        ),
    )
    side: Mapped[Side] = mapped_column(
        choice(Side, "side"), default=Side.HERE, info=fact(N_("Belongs to"), held=N_("Side"), fixed=True)
    )


class ColumnMapping(Model):
    """The answer to "which column is which" for headings not known before (JSON), by their signature."""

    __tablename__ = "column_mapping"
    __table_args__ = (
        UniqueConstraint("format", "signature"),
        described(N_("Headings of imported files"), Subject.IMPORTS, "format"),
    )
    format: Mapped[str] = mapped_column(String(24), info=INTERNAL)
    signature: Mapped[str] = mapped_column(Text, info=INTERNAL)
    mapping: Mapped[str] = mapped_column(Text, info=fact(json=True))
