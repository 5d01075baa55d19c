"""The tables of the desk file (DOMAIN.md §2). Models never leave the store: reads give frozen rows."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.members import SeatState, Status
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.base import Table, choice, ref

AUTO = {"sqlite_autoincrement": True}


class Chapter(Table):
    """One group. Weekday 0 is Monday; country and subdivision (ISO 3166) say whose holidays it keeps."""

    __tablename__ = "chapter"
    __table_args__ = (CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"), AUTO)
    name: Mapped[str] = mapped_column(Text, unique=True)
    kind: Mapped[GroupKind] = mapped_column(choice(GroupKind, "kind"))
    language: Mapped[str] = mapped_column(String(8))
    currency: Mapped[str] = mapped_column(String(3))
    weekday: Mapped[int | None]
    start_time: Mapped[dt.time | None]
    place: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    subdivision: Mapped[str] = mapped_column(String(8), default="")


class Logo(Table):
    """A chapter's logo; apart, so that pictures are logged by digest."""

    __tablename__ = "logo"
    __table_args__ = (UniqueConstraint("chapter_id"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    digest: Mapped[str] = mapped_column(String(64))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Holiday(Table):
    """A day on which the chapter does not meet, beside the public holidays of its country."""

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("chapter_id", "date"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    date: Mapped[dt.date]
    name: Mapped[str] = mapped_column(Text, default="")


class Person(Table):
    """One record for life, shared by all chapters. Phones and e-mails are one per line, the first is the main one."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("first_name <> '' OR last_name <> ''", name="named"), AUTO)
    first_name: Mapped[str] = mapped_column(Text, default="")
    last_name: Mapped[str] = mapped_column(Text, default="")
    company: Mapped[str] = mapped_column(Text, default="")
    phones: Mapped[str] = mapped_column(Text, default="")
    emails: Mapped[str] = mapped_column(Text, default="")
    website: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="")


class Photo(Table):
    """A person's photo; apart, so that pictures are logged by digest."""

    __tablename__ = "photo"
    __table_args__ = (UniqueConstraint("person_id"), AUTO)
    person_id: Mapped[int] = ref("person", index=False)
    digest: Mapped[str] = mapped_column(String(64))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Consent(Table):
    """What a person has agreed to, when, and when it was withdrawn."""

    __tablename__ = "consent"
    person_id: Mapped[int] = ref("person")
    purpose: Mapped[str] = mapped_column(Text)
    given_on: Mapped[dt.date]
    withdrawn_on: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class Classification(Table):
    """A seat of a chapter: what one member stands for."""

    __tablename__ = "classification"
    __table_args__ = (UniqueConstraint("chapter_id", "name"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    name: Mapped[str] = mapped_column(Text)
    state: Mapped[SeatState] = mapped_column(choice(SeatState, "state"), default=SeatState.OPEN)


class Membership(Table):
    """A person's time in a chapter. Start unknown means always; both ends belong to it (rule 11)."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint('start IS NULL OR "end" IS NULL OR start <= "end"', name="order"),
        Index("ix_membership_chapter_id_person_id", "chapter_id", "person_id"),
        AUTO,
    )
    chapter_id: Mapped[int] = ref("chapter", index=False)
    person_id: Mapped[int] = ref("person", ondelete="RESTRICT")
    classification_id: Mapped[int | None] = ref("classification", ondelete="SET NULL", nullable=True)
    sponsor_id: Mapped[int | None] = ref("person", ondelete="SET NULL", nullable=True)
    mentor_id: Mapped[int | None] = ref("person", ondelete="SET NULL", nullable=True)
    start: Mapped[dt.date | None]
    end: Mapped[dt.date | None]
    end_reason: Mapped[str] = mapped_column(Text, default="")
    renewal_due: Mapped[dt.date | None]
    status: Mapped[Status] = mapped_column(choice(Status, "status"), default=Status.ACTIVE)
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class RoleTerm(Table):
    """A role held from a day to a day; the role is a value of domain.members.Role or a free text."""

    __tablename__ = "role_term"
    __table_args__ = (CheckConstraint('"end" IS NULL OR start <= "end"', name="order"), AUTO)
    chapter_id: Mapped[int] = ref("chapter")
    person_id: Mapped[int] = ref("person", ondelete="RESTRICT")
    role: Mapped[str] = mapped_column(Text)
    start: Mapped[dt.date]
    end: Mapped[dt.date | None]


class Meeting(Table):
    """A day on which the chapter meets, or would have. Two of one day are told apart by their sequence."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("chapter_id", "date", "sequence"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    date: Mapped[dt.date]
    sequence: Mapped[int] = mapped_column(default=1)
    kind: Mapped[MeetingKind] = mapped_column(choice(MeetingKind, "kind"), default=MeetingKind.REGULAR)
    status: Mapped[MeetingStatus] = mapped_column(choice(MeetingStatus, "status"), default=MeetingStatus.PLANNED)
    place: Mapped[str] = mapped_column(Text, default="")
    start_time: Mapped[dt.time | None]
    agenda: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class Attendance(Table):
    """One code of one membership at one meeting; only S names who stood in."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("meeting_id", "membership_id"),
        CheckConstraint("substitute_id IS NULL OR code = 'S'", name="substitute"),
        AUTO,
    )
    meeting_id: Mapped[int] = ref("meeting", index=False)
    membership_id: Mapped[int] = ref("membership")
    code: Mapped[Code] = mapped_column(choice(Code, "code"))
    substitute_id: Mapped[int | None] = ref("person", ondelete="SET NULL", nullable=True)
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class Visit(Table):
    """A person who is not a member at a meeting, expected (attended false) or there."""

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"), AUTO)
    meeting_id: Mapped[int] = ref("meeting", index=False)
    person_id: Mapped[int] = ref("person", ondelete="RESTRICT")
    inviter_id: Mapped[int | None] = ref("person", ondelete="SET NULL", nullable=True)
    kind: Mapped[VisitKind] = mapped_column(choice(VisitKind, "kind"), default=VisitKind.FIRST)
    attended: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[VisitOutcome] = mapped_column(choice(VisitOutcome, "outcome"), default=VisitOutcome.OPEN)
    next_contact: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class Slip(Table):
    """A slip. It counts on its meeting's date, without a meeting on its own (rule 10). Amount in minor units."""

    __tablename__ = "slip"
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("heat IS NULL OR heat BETWEEN 1 AND 5", name="heat"),
        CheckConstraint("kind <> 'closed_business' OR giver_id IS NULL", name="undisclosed"),  # rule 5
        Index("ix_slip_chapter_id_date", "chapter_id", "date"),
        Index("ix_slip_loose", "chapter_id", "date", sqlite_where=text("meeting_id IS NULL")),
        AUTO,
    )
    chapter_id: Mapped[int] = ref("chapter", index=False)
    kind: Mapped[SlipKind] = mapped_column(choice(SlipKind, "kind"))
    date: Mapped[dt.date]
    meeting_id: Mapped[int | None] = ref("meeting", ondelete="SET NULL", nullable=True)
    giver_id: Mapped[int | None] = ref("person", ondelete="RESTRICT", nullable=True)
    receiver_id: Mapped[int | None] = ref("person", ondelete="RESTRICT", nullable=True)
    giver_side: Mapped[Side] = mapped_column(choice(Side, "giver_side"), default=Side.HERE)
    receiver_side: Mapped[Side] = mapped_column(choice(Side, "receiver_side"), default=Side.HERE)
    other_chapter: Mapped[str] = mapped_column(Text, default="")
    tier: Mapped[Tier | None] = mapped_column(choice(Tier, "tier"))
    amount: Mapped[int | None]
    credits: Mapped[int | None]
    prospect: Mapped[str] = mapped_column(Text, default="")
    contact: Mapped[str] = mapped_column(Text, default="")
    gave_card: Mapped[bool] = mapped_column(default=False)
    told_them: Mapped[bool] = mapped_column(default=False)
    heat: Mapped[int | None]
    follow_up: Mapped[FollowUp | None] = mapped_column(choice(FollowUp, "follow_up"))
    repeat_business: Mapped[bool | None]
    place: Mapped[str] = mapped_column(Text, default="")
    topics: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)
    claimed_by_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)  # rule 16


class PeriodTotal(Table):
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


class PeriodTotalRow(Table):
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


class ImportBatch(Table):
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


class Alias(Table):
    """A name as files spell it, folded, and who it means in this chapter: the director's answer, kept for good."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("chapter_id", "name"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    name: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int] = ref("person")
    side: Mapped[Side] = mapped_column(choice(Side, "side"), default=Side.HERE)


class ColumnMapping(Table):
    """The answer to "which column is which" for headings not known before (JSON), by their signature."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("format", "signature"), AUTO)
    format: Mapped[str] = mapped_column(String(24))
    signature: Mapped[str] = mapped_column(Text)
    mapping: Mapped[str] = mapped_column(Text)


class ChangeLog(Table):
    """The permanent log: when (UTC), by which action, which row, and the values before and after (JSON).

    Outside undo; an undo is itself logged. `via` is change, undo or redo. An added row logs no values: it holds them.
    """

    __tablename__ = "change_log"
    __table_args__ = (Index("ix_change_log_row", "table_name", "row_uid"), AUTO)
    at: Mapped[dt.datetime]
    via: Mapped[str] = mapped_column(String(8))
    label: Mapped[str] = mapped_column(Text)
    params: Mapped[str] = mapped_column(Text, default="{}")
    table_name: Mapped[str] = mapped_column(String(32))
    row_uid: Mapped[str] = mapped_column(String(16))
    action: Mapped[str] = mapped_column(String(8))
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
