"""What happens: meetings, attendance, visits and slips."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.tables.base import Model, choice, import_ref, ref
from chapterdesk.store.tables.facts import INTERNAL, OF_CHAPTER, HeldSection, Subject, Tie, described, fact


class Meeting(Model):
    """A day on which the chapter meets, or would have. Two of one day are told apart by their sequence."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("chapter_id", "date", "sequence"),
        described(N_("Meeting"), Subject.MEETINGS, "date", counted="meetings"),
    )
    chapter_id: Mapped[int] = ref("chapter", OF_CHAPTER, index=False)
    date: Mapped[dt.date] = mapped_column(info=fact(N_("Date")))
    sequence: Mapped[int] = mapped_column(default=1, info=INTERNAL)
    kind: Mapped[MeetingKind] = mapped_column(
        choice(MeetingKind, "kind"), default=MeetingKind.REGULAR, info=fact(N_("Kind of meeting"))
    )
    status: Mapped[MeetingStatus] = mapped_column(
        choice(MeetingStatus, "status"), default=MeetingStatus.PLANNED, info=fact(N_("Status"))
    )
    place: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Place")))
    start_time: Mapped[dt.time | None] = mapped_column(info=fact(N_("Starts at")))
    agenda: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Agenda")))
    notes: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Notes")))
    import_batch_id: Mapped[int | None] = import_ref()


class Attendance(Model):
    """One code of one membership at one meeting; only S names who stood in."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("meeting_id", "membership_id"),
        CheckConstraint("substitute_id IS NULL OR code = 'S'", name="substitute"),
        described(
            N_("Attendance mark"), Subject.MEETINGS, "membership_id", "meeting_id", counted="marks", returns=True
        ),
    )
    meeting_id: Mapped[int] = ref("meeting", fact(held=N_("Meeting")), index=False)
    membership_id: Mapped[int] = ref(
        "membership",
        fact(
            held=N_("Member"),
            called="member",
            tie=Tie.PARTY,
            section=HeldSection("attendance", N_("Attendance"), order="meeting_id"),
        ),
    )
    code: Mapped[Code] = mapped_column(choice(Code, "code"), info=fact(N_("Attendance mark"), held=N_("Code")))
    substitute_id: Mapped[int | None] = ref(
        "person",
        fact(
            N_("Substitute"),
            tie=Tie.PARTY,
            section=HeldSection("stood_in", N_("Meetings as a substitute"), ("date", "chapter", "member")),
        ),
        ondelete="SET NULL",
        nullable=True,
    )
    import_batch_id: Mapped[int | None] = import_ref()


class Visit(Model):
    """A person who is not a member at a meeting, expected (attended false) or there."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_meeting_id_person_id", "meeting_id", "person_id"),
        described(
            N_("Visit"),
            Subject.VISITS,
            "person_id",
            "meeting_id",
            first=("person_id",),
            counted="visits",
            returns=True,
            stays=True,
        ),
    )
    meeting_id: Mapped[int] = ref("meeting", fact(N_("Meeting")), index=False)
    person_id: Mapped[int] = ref(
        "person",
        fact(N_("Visitor"), called="guest", tie=Tie.OWN, section=HeldSection("visits", N_("Visits"))),
        ondelete="RESTRICT",
    )
    inviter_id: Mapped[int | None] = ref(
        "person",
        fact(
            N_("Invited by"),
            tie=Tie.PARTY,
            section=HeldSection("brought", N_("Visitors brought"), ("date", "chapter", "guest", "kind", "attended")),
        ),
        ondelete="SET NULL",
        nullable=True,
    )
    kind: Mapped[VisitKind] = mapped_column(
        choice(VisitKind, "kind"), default=VisitKind.FIRST, info=fact(N_("Kind of visit"), held=N_("Kind"))
    )
    attended: Mapped[bool] = mapped_column(default=False, info=fact(N_("Came"), held=N_("Attended")))
    outcome: Mapped[VisitOutcome] = mapped_column(
        choice(VisitOutcome, "outcome"), default=VisitOutcome.OPEN, info=fact(N_("Outcome"))
    )
    next_contact: Mapped[dt.date | None] = mapped_column(info=fact(N_("Next contact"), private=True))
    note: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Note"), private=True))
    import_batch_id: Mapped[int | None] = import_ref()


class Slip(Model):
    """A slip. It counts on its meeting's date, without a meeting on its own (rule 10). Amount in minor units."""

    __tablename__ = "slip"
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("heat IS NULL OR heat BETWEEN 1 AND 5", name="heat"),
        CheckConstraint("kind <> 'closed_business' OR giver_id IS NULL", name="undisclosed"),  # rule 5
        Index("ix_slip_loose", "chapter_id", "date", sqlite_where=text("meeting_id IS NULL")),
        described(N_("Slip"), Subject.SLIPS, "kind", "giver_id", "receiver_id", "date", counted="slips", returns=True),
    )
    chapter_id: Mapped[int] = ref("chapter", OF_CHAPTER)
    kind: Mapped[SlipKind] = mapped_column(choice(SlipKind, "kind"), info=fact(N_("Kind"), fixed=True))
    date: Mapped[dt.date] = mapped_column(info=fact(N_("Date")))
    meeting_id: Mapped[int | None] = ref("meeting", fact(N_("Meeting")), ondelete="SET NULL", nullable=True)
    giver_id: Mapped[int | None] = ref(
        "person",
        fact(
            N_("From"),
            held=N_("Other party"),
            called="other",
            tie=Tie.PARTY,
            section=HeldSection("slips_given", N_("Slips given"), order="date"),
        ),
        ondelete="RESTRICT",
        nullable=True,
    )
    receiver_id: Mapped[int | None] = ref(
        "person",
        fact(
            N_("To"),
            held=N_("Other party"),
            called="other",
            tie=Tie.PARTY,
            section=HeldSection("slips_received", N_("Slips received"), order="date"),
        ),
        ondelete="RESTRICT",
        nullable=True,
    )
    giver_side: Mapped[Side] = mapped_column(
        choice(Side, "giver_side"), default=Side.HERE, info=fact(N_("Giver belongs to"), held=N_("Giver's side"))
    )
    receiver_side: Mapped[Side] = mapped_column(
        choice(Side, "receiver_side"),
        default=Side.HERE,
        info=fact(N_("Receiver belongs to"), held=N_("Receiver's side")),
    )
    other_chapter: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Other chapter")))
    tier: Mapped[Tier | None] = mapped_column(choice(Tier, "tier"), info=fact(N_("Whose business"), held=N_("Tier")))
    amount: Mapped[int | None] = mapped_column(info=fact(N_("Amount"), money=True))
    credits: Mapped[int | None] = mapped_column(info=fact(N_("Credits")))
    prospect: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Prospect"), third_party=True))
    contact: Mapped[str] = mapped_column(
        Text, default="", info=fact(N_("Phone or e-mail"), held=N_("Contact"), third_party=True, secret=True)
    )
    gave_card: Mapped[bool] = mapped_column(default=False, info=fact(N_("Card given")))
    told_them: Mapped[bool] = mapped_column(default=False, info=fact(N_("Call announced")))
    heat: Mapped[int | None] = mapped_column(info=fact(N_("Heat")))
    follow_up: Mapped[FollowUp | None] = mapped_column(choice(FollowUp, "follow_up"), info=fact(N_("Follow-up")))
    repeat_business: Mapped[bool | None] = mapped_column(info=fact(N_("New or repeat"), held=N_("Repeat business")))
    place: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Where"), held=N_("Place")))
    topics: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Topics")))
    note: Mapped[str] = mapped_column(Text, default="", info=fact(N_("Note")))
    import_batch_id: Mapped[int | None] = import_ref()
    claimed_by_id: Mapped[int | None] = import_ref()  # rule 16
