"""What happens: meetings, attendance, visits and slips."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.tables.base import AUTO, Model, choice, ref


class Meeting(Model):
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


class Attendance(Model):
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


class Visit(Model):
    """A person who is not a member at a meeting, expected (attended false) or there."""

    __tablename__ = "visit"
    __table_args__ = (Index("ix_visit_meeting_id_person_id", "meeting_id", "person_id"), AUTO)
    meeting_id: Mapped[int] = ref("meeting", index=False)
    person_id: Mapped[int] = ref("person", ondelete="RESTRICT")
    inviter_id: Mapped[int | None] = ref("person", ondelete="SET NULL", nullable=True)
    kind: Mapped[VisitKind] = mapped_column(choice(VisitKind, "kind"), default=VisitKind.FIRST)
    attended: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[VisitOutcome] = mapped_column(choice(VisitOutcome, "outcome"), default=VisitOutcome.OPEN)
    next_contact: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    import_batch_id: Mapped[int | None] = ref("import_batch", ondelete="SET NULL", nullable=True)


class Slip(Model):
    """A slip. It counts on its meeting's date, without a meeting on its own (rule 10). Amount in minor units."""

    __tablename__ = "slip"
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("heat IS NULL OR heat BETWEEN 1 AND 5", name="heat"),
        CheckConstraint("kind <> 'closed_business' OR giver_id IS NULL", name="undisclosed"),  # rule 5
        Index("ix_slip_loose", "chapter_id", "date", sqlite_where=text("meeting_id IS NULL")),
        AUTO,
    )
    chapter_id: Mapped[int] = ref("chapter")
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
