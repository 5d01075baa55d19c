"""What happens: meetings, attendance, visits and slips."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.tables.base import Model, chapter_ref, choice, column, import_ref, ref, words
from chapterdesk.store.tables.facts import HeldSection, Subject, Tie, described


class Meeting(Model):
    """A day on which the chapter meets, or would have met. The sequence tells two meetings of one day apart."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("chapter_id", "date", "sequence"),
        described(N_("Meeting"), Subject.MEETINGS, "date", counted="meetings"),
    )
    chapter_id: Mapped[int] = chapter_ref()
    date: Mapped[dt.date] = column(N_("Date"))
    sequence: Mapped[int] = column(default=1)
    kind: Mapped[MeetingKind] = column(N_("Kind of meeting"), choice(MeetingKind, "kind"), default=MeetingKind.REGULAR)
    status: Mapped[MeetingStatus] = column(N_("Status"), choice(MeetingStatus, "status"), default=MeetingStatus.PLANNED)
    place: Mapped[str] = words(N_("Place"))
    start_time: Mapped[dt.time | None] = column(N_("Starts at"))
    agenda: Mapped[str] = words(N_("Agenda"))
    notes: Mapped[str] = words(N_("Notes"))
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
    meeting_id: Mapped[int] = ref("meeting", index=False, held=N_("Meeting"))
    membership_id: Mapped[int] = ref(
        "membership",
        held=N_("Member"),
        called="member",
        tie=Tie.PARTY,
        section=HeldSection("attendance", N_("Attendance"), order="meeting_id"),
    )
    code: Mapped[Code] = column(N_("Attendance mark"), choice(Code, "code"), held=N_("Code"))
    substitute_id: Mapped[int | None] = ref(
        "person",
        N_("Substitute"),
        ondelete="SET NULL",
        tie=Tie.PARTY,
        section=HeldSection("stood_in", N_("Meetings as a substitute"), ("date", "chapter", "member")),
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
    meeting_id: Mapped[int] = ref("meeting", N_("Meeting"), index=False)
    person_id: Mapped[int] = ref(
        "person",
        N_("Visitor"),
        ondelete="RESTRICT",
        called="guest",
        tie=Tie.OWN,
        section=HeldSection("visits", N_("Visits")),
    )
    inviter_id: Mapped[int | None] = ref(
        "person",
        N_("Invited by"),
        ondelete="SET NULL",
        tie=Tie.PARTY,
        section=HeldSection("brought", N_("Visitors brought"), ("date", "chapter", "guest", "kind", "attended")),
    )
    kind: Mapped[VisitKind] = column(
        N_("Kind of visit"), choice(VisitKind, "kind"), default=VisitKind.FIRST, held=N_("Kind")
    )
    attended: Mapped[bool] = column(N_("Came"), default=False, held=N_("Attended"))
    outcome: Mapped[VisitOutcome] = column(N_("Outcome"), choice(VisitOutcome, "outcome"), default=VisitOutcome.OPEN)
    next_contact: Mapped[dt.date | None] = column(N_("Next contact"), private=True)
    note: Mapped[str] = words(N_("Note"), private=True)
    import_batch_id: Mapped[int | None] = import_ref()


class Slip(Model):
    """A slip. It counts on its meeting's date, without a meeting on its own (rule 10). Amount in minor units."""

    __tablename__ = "slip"
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount"),
        CheckConstraint("heat IS NULL OR heat BETWEEN 1 AND 5", name="heat"),
        CheckConstraint("kind <> 'closed_business' OR giver_id IS NULL", name="undisclosed"),  # rule 5
        CheckConstraint("third_id IS NULL OR kind = 'introduction'", name="third"),
        Index("ix_slip_loose", "chapter_id", "date", sqlite_where=text("meeting_id IS NULL")),
        described(N_("Slip"), Subject.SLIPS, "kind", "giver_id", "receiver_id", "date", counted="slips", returns=True),
    )
    chapter_id: Mapped[int] = chapter_ref(index=True)
    kind: Mapped[SlipKind] = column(N_("Kind"), choice(SlipKind, "kind"), fixed=True)
    date: Mapped[dt.date] = column(N_("Date"))
    meeting_id: Mapped[int | None] = ref("meeting", N_("Meeting"), ondelete="SET NULL")
    giver_id: Mapped[int | None] = ref(
        "person",
        N_("From"),
        ondelete="RESTRICT",
        held=N_("Other party"),
        called="other",
        tie=Tie.PARTY,
        section=HeldSection("slips_given", N_("Slips given"), order="date"),
    )
    receiver_id: Mapped[int | None] = ref(
        "person",
        N_("To"),
        ondelete="RESTRICT",
        held=N_("Other party"),
        called="other",
        tie=Tie.PARTY,
        section=HeldSection("slips_received", N_("Slips received"), order="date"),
    )
    giver_side: Mapped[Side] = column(
        N_("Giver belongs to"), choice(Side, "giver_side"), default=Side.HERE, held=N_("Giver's side")
    )
    receiver_side: Mapped[Side] = column(
        N_("Receiver belongs to"), choice(Side, "receiver_side"), default=Side.HERE, held=N_("Receiver's side")
    )
    other_chapter: Mapped[str] = words(N_("Other chapter"))
    tier: Mapped[Tier | None] = column(N_("Whose business"), choice(Tier, "tier"), held=N_("Tier"))
    amount: Mapped[int | None] = column(N_("Amount"), money=True)
    credits: Mapped[int | None] = column(N_("Credits"))
    prospect: Mapped[str] = words(N_("Prospect"), third_party=True)
    contact: Mapped[str] = words(N_("Phone or e-mail"), held=N_("Contact"), third_party=True, secret=True)
    gave_card: Mapped[bool] = column(N_("Card given"), default=False)
    told_them: Mapped[bool] = column(N_("Call announced"), default=False)
    heat: Mapped[int | None] = column(N_("Heat"))
    follow_up: Mapped[FollowUp | None] = column(N_("Follow-up"), choice(FollowUp, "follow_up"))
    repeat_business: Mapped[bool | None] = column(N_("New or repeat"), held=N_("Repeat business"))
    place: Mapped[str] = words(N_("Where"), held=N_("Place"))
    topics: Mapped[str] = words(N_("Topics"))
    note: Mapped[str] = words(N_("Note"))
    import_batch_id: Mapped[int | None] = import_ref()
    claimed_by_id: Mapped[int | None] = import_ref()  # rule 16
    third_id: Mapped[int | None] = ref(
        "person",
        N_("Introduced to"),
        ondelete="RESTRICT",
        sort_order=1,
        held=N_("Third person"),
        tie=Tie.PARTY,
        section=HeldSection("introduced", N_("Introductions by others"), order="date"),
    )
