"""Who belongs: chapters and what is theirs, people, seats, memberships and roles."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.members import SeatState, Status
from chapterdesk.store.tables.base import AUTO, Model, choice, ref


class Chapter(Model):
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


class Logo(Model):
    """A chapter's logo; apart, so that pictures are logged by digest."""

    __tablename__ = "logo"
    __table_args__ = (UniqueConstraint("chapter_id"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    digest: Mapped[str] = mapped_column(String(64))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Holiday(Model):
    """A day on which the chapter does not meet, beside the public holidays of its country."""

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("chapter_id", "date"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    date: Mapped[dt.date]
    name: Mapped[str] = mapped_column(Text, default="")


class Person(Model):
    """One record for life, shared by all chapters. Phones and e-mails are one per line, the first is the main one.

    `erased` is the number of somebody who was erased ("Former member 17"); such a record holds nothing else.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("first_name <> '' OR last_name <> ''", name="named"),
        Index("ix_person_erased", "erased", unique=True),
        AUTO,
    )
    first_name: Mapped[str] = mapped_column(Text, default="")
    last_name: Mapped[str] = mapped_column(Text, default="")
    company: Mapped[str] = mapped_column(Text, default="")
    phones: Mapped[str] = mapped_column(Text, default="")
    emails: Mapped[str] = mapped_column(Text, default="")
    website: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    erased: Mapped[int | None] = mapped_column(sort_order=1)


class Photo(Model):
    """A person's photo; apart, so that pictures are logged by digest."""

    __tablename__ = "photo"
    __table_args__ = (UniqueConstraint("person_id"), AUTO)
    person_id: Mapped[int] = ref("person", index=False)
    digest: Mapped[str] = mapped_column(String(64))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Consent(Model):
    """What a person has agreed to, when, and when it was withdrawn."""

    __tablename__ = "consent"
    person_id: Mapped[int] = ref("person")
    purpose: Mapped[str] = mapped_column(Text)
    given_on: Mapped[dt.date]
    withdrawn_on: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class Classification(Model):
    """A seat of a chapter: what one member stands for."""

    __tablename__ = "classification"
    __table_args__ = (UniqueConstraint("chapter_id", "name"), AUTO)
    chapter_id: Mapped[int] = ref("chapter", index=False)
    name: Mapped[str] = mapped_column(Text)
    state: Mapped[SeatState] = mapped_column(choice(SeatState, "state"), default=SeatState.OPEN)


class Membership(Model):
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


class RoleTerm(Model):
    """A role held from a day to a day; the role is a value of domain.members.Role or a free text."""

    __tablename__ = "role_term"
    __table_args__ = (CheckConstraint('"end" IS NULL OR start <= "end"', name="order"), AUTO)
    chapter_id: Mapped[int] = ref("chapter")
    person_id: Mapped[int] = ref("person", ondelete="RESTRICT")
    role: Mapped[str] = mapped_column(Text)
    start: Mapped[dt.date]
    end: Mapped[dt.date | None]
