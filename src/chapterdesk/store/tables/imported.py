"""What imports leave behind: period totals, batches, aliases and column mappings."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import N_
from chapterdesk.store.tables.base import Model, chapter_ref, choice, column, import_ref, ref
from chapterdesk.store.tables.facts import HeldSection, Subject, Tie, described


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
    chapter_id: Mapped[int] = chapter_ref()
    group: Mapped[TotalGroup] = column(N_("Figures"), choice(TotalGroup, "group"), fixed=True)
    first: Mapped[dt.date] = column(N_("First day"), fixed=True)
    last: Mapped[dt.date] = column(N_("Last day"), fixed=True)
    meetings: Mapped[int | None] = column(N_("Meetings"), fixed=True)
    use_detail: Mapped[bool] = column(N_("Count the detail instead"), default=False)
    import_batch_id: Mapped[int | None] = import_ref()


class PeriodTotalRow(Model):
    """A row of imported totals: a member's, or one of the three without a person. TYFCB in minor units."""

    __tablename__ = "period_total_row"
    __table_args__ = (
        CheckConstraint("(row = 'member') = (person_id IS NOT NULL)", name="person"),
        CheckConstraint("row <> 'total'", name="no_total"),
        described(N_("Row of imported totals"), Subject.IMPORTS, "person_id"),
    )
    total_id: Mapped[int] = ref("period_total", held=N_("Imported totals"))
    row: Mapped[RowKind] = column(type_=choice(RowKind, "row"), held=N_("Row"))
    person_id: Mapped[int | None] = ref(
        "person", ondelete="RESTRICT", tie=Tie.PARTY, section=HeldSection("totals", N_("Imported totals"), place=2)
    )
    P: Mapped[int] = column(default=0, held=N_("Present"))
    A: Mapped[int] = column(default=0, held=N_("Absent"))
    L: Mapped[int] = column(default=0, held=N_("Late"))
    M: Mapped[int] = column(default=0, held=N_("Medical"))
    S: Mapped[int] = column(default=0, held=N_("Substitute"))
    RGI: Mapped[int] = column(default=0, held=N_("Referrals given inside"))
    RGO: Mapped[int] = column(default=0, held=N_("Referrals given outside"))
    RRI: Mapped[int] = column(default=0, held=N_("Referrals received inside"))
    RRO: Mapped[int] = column(default=0, held=N_("Referrals received outside"))
    V: Mapped[int] = column(default=0, held=N_("Visitors"))
    one_to_ones: Mapped[int] = column(default=0, held=N_("One-to-ones"))
    TYFCB: Mapped[int] = column(default=0, held=N_("Closed business"), money=True)
    CEU: Mapped[int] = column(default=0, held=N_("Education"))
    T: Mapped[int] = column(default=0, held=N_("Testimonials"))


class ImportBatch(Model):
    """One imported file: what it was and what it made (JSON of counts). `at` is UTC."""

    __tablename__ = "import_batch"
    __table_args__ = described(N_("Imported file"), Subject.IMPORTS, "file_name")
    chapter_id: Mapped[int] = chapter_ref(index=True)
    format: Mapped[str] = column(type_=String(24), held=N_("Format"))
    file_name: Mapped[str] = column(N_("File"), Text, fixed=True)
    digest: Mapped[str] = column(type_=String(64), index=True)
    at: Mapped[dt.datetime] = column(held=N_("When (UTC)"))
    first: Mapped[dt.date | None] = column(held=N_("First day"))
    last: Mapped[dt.date | None] = column(held=N_("Last day"))
    made: Mapped[str] = column(type_=Text, default="{}", json=True)


class Alias(Model):
    """A name as files spell it, folded, and who it means in this chapter: the director's answer, kept for good."""

    __tablename__ = "alias"
    __table_args__ = (
        UniqueConstraint("chapter_id", "name"),
        described(N_("Name in imported files"), Subject.IMPORTS, "name"),
    )
    chapter_id: Mapped[int] = chapter_ref()
    name: Mapped[str] = column(N_("Name in the file"), Text, held=N_("Name"), fixed=True)
    person_id: Mapped[int] = ref(
        "person",
        N_("Person"),
        fixed=True,
        tie=Tie.RECORD,
        section=HeldSection("aliases", N_("Names in imported files"), place=2),
    )
    side: Mapped[Side] = column(N_("Belongs to"), choice(Side, "side"), default=Side.HERE, held=N_("Side"), fixed=True)


class ColumnMapping(Model):
    """The answer to "which column is which" for headings not known before (JSON), by their signature."""

    __tablename__ = "column_mapping"
    __table_args__ = (
        UniqueConstraint("format", "signature"),
        described(N_("Headings of imported files"), Subject.IMPORTS, "format"),
    )
    format: Mapped[str] = column(type_=String(24))
    signature: Mapped[str] = column(type_=Text)
    mapping: Mapped[str] = column(type_=Text, json=True)
