"""Who belongs: chapters and what is theirs, people, seats, memberships and roles."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.members import Role, SeatState, Status
from chapterdesk.domain.text import N_
from chapterdesk.store.tables.base import Model, chapter_ref, choice, column, import_ref, ref, words
from chapterdesk.store.tables.facts import HeldSection, Subject, Tie, described

SPONSORED = ("member", "chapter", "start")
"""What a sponsor or a mentor gets to know of the other's membership."""


class Chapter(Model):
    """One group. Weekday 0 is Monday; country and subdivision (ISO 3166) say whose holidays it keeps."""

    __tablename__ = "chapter"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        described(N_("Chapter"), Subject.CHAPTERS, "name", counted="chapters"),
    )
    name: Mapped[str] = column(N_("Name"), Text, unique=True)
    kind: Mapped[GroupKind] = column(N_("Kind of group"), choice(GroupKind, "kind"))
    language: Mapped[str] = column(N_("Language of the group"), String(8))
    currency: Mapped[str] = column(N_("Currency"), String(3))
    weekday: Mapped[int | None] = column(N_("Meets on"))
    start_time: Mapped[dt.time | None] = column(N_("Starts at"))
    place: Mapped[str] = words(N_("Place"))
    country: Mapped[str] = column(N_("Country"), String(2), default="")
    subdivision: Mapped[str] = column(N_("Region"), String(8), default="")


class Logo(Model):
    """A chapter's logo; apart, so that pictures are logged by digest."""

    __tablename__ = "logo"
    __table_args__ = (UniqueConstraint("chapter_id"), described(N_("Logo"), Subject.CHAPTERS, "chapter_id"))
    chapter_id: Mapped[int] = chapter_ref()
    digest: Mapped[str] = column(type_=String(64))
    data: Mapped[bytes] = column(type_=LargeBinary)


class Holiday(Model):
    """A day on which the chapter does not meet, beside the public holidays of its country."""

    __tablename__ = "holiday"
    __table_args__ = (
        UniqueConstraint("chapter_id", "date"),
        described(N_("Holiday"), Subject.CHAPTERS, "date", returns=True),
    )
    chapter_id: Mapped[int] = chapter_ref()
    date: Mapped[dt.date] = column(N_("Day"), fixed=True)
    name: Mapped[str] = words(N_("Reason"), fixed=True)


class Person(Model):
    """One record for life, shared by all chapters. Phones and e-mails are one per line, the first is the main one.

    `erased` is the number of somebody who was erased ("Former member 17"); such a record holds nothing else.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("first_name <> '' OR last_name <> ''", name="named"),
        Index("ix_person_erased", "erased", unique=True),
        described(
            N_("Person"),
            Subject.PEOPLE,
            "first_name",
            "last_name",
            elsewhere=N_("Record of another person"),
            section=HeldSection("person", N_("Person")),
            counted="people",
            returns=True,
        ),
    )
    first_name: Mapped[str] = words(N_("First name"))
    last_name: Mapped[str] = words(N_("Last name"))
    company: Mapped[str] = words(N_("Company"))
    phones: Mapped[str] = words(N_("Phones"), held=N_("Phone"))
    emails: Mapped[str] = words(N_("E-mails"), held=N_("E-mail"))
    website: Mapped[str] = words(N_("Website"))
    address: Mapped[str] = words(N_("Address"))
    notes: Mapped[str] = words(N_("Notes"))
    erased: Mapped[int | None] = column(sort_order=1)


class Photo(Model):
    """A person's photo; apart, so that pictures are logged by digest."""

    __tablename__ = "photo"
    __table_args__ = (UniqueConstraint("person_id"), described(N_("Photo"), Subject.PEOPLE, "person_id"))
    person_id: Mapped[int] = ref("person", index=False, tie=Tie.RECORD, section=HeldSection("photo", N_("Photo")))
    digest: Mapped[str] = column(type_=String(64), held=N_("Fingerprint of the picture"))
    data: Mapped[bytes] = column(type_=LargeBinary)


class Consent(Model):
    """What a person has agreed to, when, and when it was withdrawn."""

    __tablename__ = "consent"
    __table_args__ = described(
        N_("Consent"), Subject.PEOPLE, "person_id", elsewhere=N_("Consent of another person"), returns=True
    )
    person_id: Mapped[int] = ref(
        "person", tie=Tie.RECORD, section=HeldSection("consents", N_("Consents"), order="given_on")
    )
    purpose: Mapped[str] = column(N_("Agreed to"), Text, held=N_("Purpose"))
    given_on: Mapped[dt.date] = column(N_("Agreed on"), held=N_("Given on"))
    withdrawn_on: Mapped[dt.date | None] = column(N_("Withdrawn on"))
    note: Mapped[str] = words(N_("Note"))


class Classification(Model):
    """A seat of a chapter: what one member stands for."""

    __tablename__ = "classification"
    __table_args__ = (
        UniqueConstraint("chapter_id", "name"),
        described(N_("Classification"), Subject.MEMBERSHIPS, "name", elsewhere=N_("Seat"), returns=True),
    )
    chapter_id: Mapped[int] = chapter_ref()
    name: Mapped[str] = column(N_("Name"), Text)
    state: Mapped[SeatState] = column(N_("State"), choice(SeatState, "state"), default=SeatState.OPEN)


class Membership(Model):
    """A person's time in a chapter. Start unknown means always; both ends belong to it (rule 11)."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint('start IS NULL OR "end" IS NULL OR start <= "end"', name="order"),
        Index("ix_membership_chapter_id_person_id", "chapter_id", "person_id"),
        described(
            N_("Membership"),
            Subject.MEMBERSHIPS,
            "person_id",
            first=("classification_id", "status", "start", "end", "end_reason", "renewal_due"),
            elsewhere=N_("Membership of another person"),
            counted="members",
            returns=True,
            stays=True,
        ),
    )
    chapter_id: Mapped[int] = chapter_ref()
    person_id: Mapped[int] = ref(
        "person",
        ondelete="RESTRICT",
        held=N_("Member"),
        called="member",
        tie=Tie.RECORD,
        section=HeldSection("memberships", N_("Memberships")),
    )
    classification_id: Mapped[int | None] = ref("classification", N_("Classification"), ondelete="SET NULL")
    sponsor_id: Mapped[int | None] = ref(
        "person",
        N_("Sponsor"),
        ondelete="SET NULL",
        tie=Tie.NAMED,
        section=HeldSection("sponsored", N_("Members sponsored"), SPONSORED, place=1),
    )
    mentor_id: Mapped[int | None] = ref(
        "person",
        N_("Mentor"),
        ondelete="SET NULL",
        tie=Tie.NAMED,
        section=HeldSection("mentored", N_("Members mentored"), SPONSORED, place=1),
    )
    start: Mapped[dt.date | None] = column(N_("Member since"), held=N_("Start"))
    end: Mapped[dt.date | None] = column(N_("Last day"), held=N_("End"))
    end_reason: Mapped[str] = words(N_("Why it ended"), held=N_("Reason"), private=True)
    renewal_due: Mapped[dt.date | None] = column(N_("Renews on"), held=N_("Renewal due"), private=True)
    status: Mapped[Status] = column(N_("Status"), choice(Status, "status"), default=Status.ACTIVE)
    import_batch_id: Mapped[int | None] = import_ref()


class RoleTerm(Model):
    """A role held from a day to a day; the role is a value of domain.members.Role or a free text."""

    __tablename__ = "role_term"
    __table_args__ = (
        CheckConstraint('"end" IS NULL OR start <= "end"', name="order"),
        described(N_("Role"), Subject.MEMBERSHIPS, "person_id", "role", returns=True, stays=True),
    )
    chapter_id: Mapped[int] = chapter_ref(index=True)
    person_id: Mapped[int] = ref(
        "person", ondelete="RESTRICT", tie=Tie.OWN, section=HeldSection("roles", N_("Roles"), order="start")
    )
    role: Mapped[str] = column(N_("Role"), Text, choice=Role)
    start: Mapped[dt.date] = column(N_("First day"), held=N_("Start"))
    end: Mapped[dt.date | None] = column(N_("Last day"), held=N_("End"))
