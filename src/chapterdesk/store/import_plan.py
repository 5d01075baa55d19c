"""What an import is going to write: frozen data that the importers make and store.imports writes as one change.

A person is an id, or a negative number for one of the plan's own new people.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind


@dataclass(frozen=True, slots=True)
class MadeByImport:
    """How many things an import made; `period_totals` are rows of members."""

    members: int = 0
    meetings: int = 0
    attendance: int = 0
    slips: int = 0
    visits: int = 0
    period_totals: int = 0

    def as_dict(self) -> dict[str, int]:
        """The counts by their names."""
        return dataclasses.asdict(self)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person whom the file names first."""

    ref: int
    first_name: str
    last_name: str
    company: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    website: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class NewMembership:
    """A membership to begin; start None means always."""

    person: int
    classification: str = ""
    start: dt.date | None = None
    renewal_due: dt.date | None = None
    status: Status = Status.ACTIVE
    sponsor: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields to change of a person or a membership."""

    id: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewMark:
    """A code at the meeting of a day; without a membership id it is the one that the plan begins for the person."""

    date: dt.date
    person: int
    membership_id: int | None
    code: Code


@dataclass(frozen=True, slots=True)
class NewSlip:
    """A slip of the plan's day. Amount in minor units."""

    kind: SlipKind
    giver: int | None
    receiver: int | None
    giver_side: Side = Side.HERE
    receiver_side: Side = Side.HERE
    other_chapter: str = ""
    tier: Tier | None = None
    amount: int | None = None
    credits: int | None = None
    third: int | None = None


@dataclass(frozen=True, slots=True)
class NewVisit:
    """A visit on the plan's day that took place. `known_id`: a visit typed before, which is confirmed."""

    person: int
    inviter: int | None
    kind: VisitKind
    known_id: int | None = None


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row of imported totals; figures by column of the store, closed business in minor units."""

    row: RowKind
    person: int | None
    figures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NewTotals:
    """Imported totals of one group for a period."""

    group: TotalGroup
    period: Period
    meetings: int | None
    rows: tuple[TotalRow, ...]


@dataclass(frozen=True, slots=True)
class NewAlias:
    """A name as files spell it, and whom it means."""

    name: str
    person: int
    side: Side = Side.HERE


@dataclass(frozen=True, slots=True)
class Removal:
    """What earlier imports made and this one takes away (rule 16): slips and visits of batches, marks, totals."""

    slips_of: tuple[int, ...] = ()  # import batches
    marks: tuple[int, ...] = ()  # attendance ids
    totals: tuple[int, ...] = ()  # period total ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that one file makes. `date` is the day of slips and visits; `days` get a completed meeting."""

    format: str
    file_name: str
    digest: str
    period: Period | None = None
    date: dt.date | None = None
    days: tuple[dt.date, ...] = ()
    persons: tuple[NewPerson, ...] = ()
    person_edits: tuple[Edit, ...] = ()
    memberships: tuple[NewMembership, ...] = ()
    membership_edits: tuple[Edit, ...] = ()
    marks: tuple[NewMark, ...] = ()
    slips: tuple[NewSlip, ...] = ()
    claims: tuple[int, ...] = ()  # ids of typed slips that the file confirms
    visits: tuple[NewVisit, ...] = ()
    totals: tuple[NewTotals, ...] = ()
    aliases: tuple[NewAlias, ...] = ()
    columns: tuple[tuple[str, Mapping[str, int]], ...] = ()  # signature of headings and its answer
    removal: Removal = field(default_factory=Removal)
