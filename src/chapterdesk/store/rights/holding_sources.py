"""Where a person can stand in the file: one source for each column that points at a person, with what it tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.store.people import person_name
from chapterdesk.store.tables import (
    Alias,
    Attendance,
    Chapter,
    Classification,
    Consent,
    Meeting,
    Membership,
    PeriodTotal,
    PeriodTotalRow,
    Person,
    Photo,
    RoleTerm,
    Slip,
    Visit,
)
from chapterdesk.store.tables.base import Model

_INTERNAL = frozenset({"id", "uid", "data", "erased"})
_MONEY = frozenset({"amount", "TYFCB"})
Related = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Entries of one kind: the rows of `model` whose `column` is the person.

    Given are `related` (what ids mean), then the columns of the table itself, or `only` some; of `withheld` ones only
    that they are filled. `name` and the names of the fields stand in files and stay as they are.
    """

    name: str
    title: str
    model: Any
    column: Any
    related: Related = ()
    only: tuple[str, ...] | None = None
    withheld: frozenset[str] = frozenset()
    order: Any = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in the order of the values."""
        return (*(name for name, _ in self.related if name != "currency"), *(one.name for one in self.columns))

    @property
    def columns(self) -> list[Any]:
        """The columns of the table that are given."""
        table: Any = self.model.__table__
        plain = [one for one in table.columns if one.name not in _INTERNAL and not one.foreign_keys]
        return plain if self.only is None else [one for one in plain if one.name in self.only]


def rows_of(session: Session, source: Source, person_id: int) -> Iterator[dict[str, Any]]:
    """Yield the entries of a source for a person; money as Money."""
    related = [expression.label(name) for name, expression in source.related]
    columns = [getattr(source.model, _attribute(source.model, one)) for one in source.columns]
    labelled = [one.label(column.name) for one, column in zip(columns, source.columns, strict=True)]
    query = select(*related, *labelled).select_from(source.model).where(source.column == person_id)
    for row in session.execute(query.order_by(source.order if source.order is not None else source.model.id)):
        values = dict(row._mapping)
        currency = values.pop("currency", None)
        for name in _MONEY & values.keys():
            if currency and values[name] is not None:
                values[name] = Money(values[name], currency)
        yield values


def _attribute(model: type[Model], column: Any) -> str:
    return str(model.__mapper__.get_property_by_column(column).key)


def _chapter(of: Any) -> ColumnElement[Any]:
    return select(Chapter.name).where(Chapter.id == of).scalar_subquery()


def _name(of: Any) -> ColumnElement[Any]:
    one = aliased(Person)
    return select(person_name(one)).where(one.id == of).scalar_subquery()


def _marked_name() -> ColumnElement[Any]:
    one = aliased(Person)
    named = select(person_name(one)).join(Membership, Membership.person_id == one.id)
    return named.where(Membership.id == Attendance.membership_id).scalar_subquery()


def _seat(of: Any) -> ColumnElement[Any]:
    return select(Classification.name).where(Classification.id == of).scalar_subquery()


def _day(of: Any) -> ColumnElement[Any]:
    return select(Meeting.date).where(Meeting.id == of).scalar_subquery()


def _chapter_of_meeting(of: Any) -> ColumnElement[Any]:
    return (
        select(Chapter.name).join(Meeting, Meeting.chapter_id == Chapter.id).where(Meeting.id == of).scalar_subquery()
    )


def _of_total(column: Any) -> ColumnElement[Any]:
    return (
        select(column)
        .select_from(PeriodTotal)
        .join(Chapter, Chapter.id == PeriodTotal.chapter_id)
        .where(PeriodTotal.id == PeriodTotalRow.total_id)
        .scalar_subquery()
    )


_OWNER = select(Membership.person_id).where(Membership.id == Attendance.membership_id).scalar_subquery()
_CURRENCY = select(Chapter.currency).where(Chapter.id == Slip.chapter_id).scalar_subquery()
_MEETING: Related = (("date", _day(Attendance.meeting_id)), ("chapter", _chapter_of_meeting(Attendance.meeting_id)))
_VISIT: Related = (("date", _day(Visit.meeting_id)), ("chapter", _chapter_of_meeting(Visit.meeting_id)))
_MEMBER: Related = (
    ("chapter", _chapter(Membership.chapter_id)),
    ("classification", _seat(Membership.classification_id)),
)


def _slip(other: Any) -> Related:
    return (
        ("chapter", _chapter(Slip.chapter_id)),
        ("meeting", _day(Slip.meeting_id)),
        ("other", _name(other)),
        ("currency", _CURRENCY),
    )


SOURCES: tuple[Source, ...] = (
    Source("person", N_("Person"), Person, Person.id),
    Source("photo", N_("Photo"), Photo, Photo.person_id),
    Source("consents", N_("Consents"), Consent, Consent.person_id, order=Consent.given_on),
    Source(
        "memberships",
        N_("Memberships"),
        Membership,
        Membership.person_id,
        (*_MEMBER, ("sponsor", _name(Membership.sponsor_id)), ("mentor", _name(Membership.mentor_id))),
    ),
    Source(
        "roles", N_("Roles"), RoleTerm, RoleTerm.person_id, (("chapter", _chapter(RoleTerm.chapter_id)),),
        order=RoleTerm.start,
    ),
    Source(
        "attendance",
        N_("Attendance"),
        Attendance,
        _OWNER,
        (*_MEETING, ("substitute", _name(Attendance.substitute_id))),
        order=_day(Attendance.meeting_id),
    ),
    Source(
        "stood_in",
        N_("Meetings as a substitute"),
        Attendance,
        Attendance.substitute_id,
        (*_MEETING, ("member", _marked_name())),
        only=(),
    ),
    Source("visits", N_("Visits"), Visit, Visit.person_id, (*_VISIT, ("inviter", _name(Visit.inviter_id)))),
    Source(
        "brought", N_("Visitors brought"), Visit, Visit.inviter_id, (*_VISIT, ("guest", _name(Visit.person_id))),
        only=("kind", "attended"),
    ),
    Source(
        "slips_given", N_("Slips given"), Slip, Slip.giver_id, _slip(Slip.receiver_id),
        withheld=frozenset({"contact"}), order=Slip.date,
    ),
    Source(
        "slips_received", N_("Slips received"), Slip, Slip.receiver_id, _slip(Slip.giver_id),
        withheld=frozenset({"contact"}), order=Slip.date,
    ),
    Source(
        "sponsored", N_("Members sponsored"), Membership, Membership.sponsor_id,
        (("member", _name(Membership.person_id)), ("chapter", _chapter(Membership.chapter_id))), only=("start",),
    ),
    Source(
        "mentored", N_("Members mentored"), Membership, Membership.mentor_id,
        (("member", _name(Membership.person_id)), ("chapter", _chapter(Membership.chapter_id))), only=("start",),
    ),
    Source(
        "totals",
        N_("Imported totals"),
        PeriodTotalRow,
        PeriodTotalRow.person_id,
        (
            ("first", _of_total(PeriodTotal.first)),
            ("last", _of_total(PeriodTotal.last)),
            ("chapter", _of_total(Chapter.name)),
            ("currency", _of_total(Chapter.currency)),
        ),
    ),
    Source(
        "aliases", N_("Names in imported files"), Alias, Alias.person_id, (("chapter", _chapter(Alias.chapter_id)),)
    ),
)  # fmt: skip
"""In the order in which they are handed out."""

LABELS = {
    "first_name": N_("First name"), "last_name": N_("Last name"), "company": N_("Company"), "phones": N_("Phone"),
    "emails": N_("E-mail"), "website": N_("Website"), "address": N_("Address"), "notes": N_("Notes"),
    "digest": N_("Fingerprint of the picture"), "purpose": N_("Purpose"), "given_on": N_("Given on"),
    "withdrawn_on": N_("Withdrawn on"), "note": N_("Note"), "chapter": N_("Chapter"),
    "classification": N_("Classification"), "sponsor": N_("Sponsor"), "mentor": N_("Mentor"), "start": N_("Start"),
    "end": N_("End"), "end_reason": N_("Reason"), "renewal_due": N_("Renewal due"), "status": N_("Status"),
    "role": N_("Role"), "date": N_("Date"), "code": N_("Code"), "substitute": N_("Substitute"),
    "member": N_("Member"), "inviter": N_("Invited by"), "guest": N_("Visitor"), "kind": N_("Kind"),
    "attended": N_("Attended"), "outcome": N_("Outcome"), "next_contact": N_("Next contact"),
    "meeting": N_("Meeting"), "other": N_("Other party"), "giver_side": N_("Giver's side"),
    "receiver_side": N_("Receiver's side"), "other_chapter": N_("Other chapter"), "tier": N_("Tier"),
    "amount": N_("Amount"), "credits": N_("Credits"), "prospect": N_("Prospect"), "contact": N_("Contact"),
    "gave_card": N_("Card given"), "told_them": N_("Call announced"), "heat": N_("Heat"),
    "follow_up": N_("Follow-up"), "repeat_business": N_("Repeat business"), "place": N_("Place"),
    "topics": N_("Topics"), "first": N_("First day"), "last": N_("Last day"), "row": N_("Row"), "P": N_("Present"),
    "A": N_("Absent"), "L": N_("Late"), "M": N_("Medical"), "S": N_("Substitute"),
    "RGI": N_("Referrals given inside"), "RGO": N_("Referrals given outside"),
    "RRI": N_("Referrals received inside"), "RRO": N_("Referrals received outside"), "V": N_("Visitors"),
    "one_to_ones": N_("One-to-ones"), "TYFCB": N_("Closed business"), "CEU": N_("Education"),
    "T": N_("Testimonials"), "name": N_("Name"), "side": N_("Side"), "file_name": N_("File"),
    "format": N_("Format"), "at": N_("When (UTC)"), "where": N_("Where"), "excerpt": N_("Excerpt"),
    "action": N_("Action"), "table": N_("Table"), "field": N_("Field"), "before": N_("Before"), "after": N_("After"),
}  # fmt: skip
"""What each field is called, by its name in files."""

PERSON_COLUMNS = {
    ("photo", "person_id"): "photo",
    ("consent", "person_id"): "consents",
    ("membership", "person_id"): "memberships",
    ("membership", "sponsor_id"): "sponsored",
    ("membership", "mentor_id"): "mentored",
    ("role_term", "person_id"): "roles",
    ("attendance", "membership_id"): "attendance",
    ("attendance", "substitute_id"): "stood_in",
    ("visit", "person_id"): "visits",
    ("visit", "inviter_id"): "brought",
    ("slip", "giver_id"): "slips_given",
    ("slip", "receiver_id"): "slips_received",
    ("period_total_row", "person_id"): "totals",
    ("alias", "person_id"): "aliases",
}
"""Every column that points at a person, or at a membership, and the section in which it is handed out."""
