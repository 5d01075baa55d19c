"""The records that the formats read: frozen, one class for each format, with names that are not matched yet."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import ACTIVITY, MARKS
from chapterdesk.domain.members import Status
from chapterdesk.domain.money import digits
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind, Tier

Figures = Mapping[str, int]
"""Figures by the column names of the store; closed business in minor units."""

_PRECISION = 2 * 10**9
"""The file writes large totals with ten digits (1.856610963E+10); a smaller difference is only rounding."""
_IN_FILE = {"one_to_ones": "1-2-1"}  # where the file's word differs from our key


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """A member's row of a summary."""

    number: int
    first_name: str
    last_name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class SummaryFile:
    """A summary. `visitors`, `others` and `total` are the footer rows; None when missing.

    `meetings` is the number of meetings that the file gives.
    """

    period: Period | None
    members: tuple[MemberFigures, ...]
    visitors: Figures | None
    others: Figures | None
    total: Figures | None
    meetings: int | None
    currency: str

    def excess_of_total(self) -> dict[str, int]:
        """By how much Total exceeds its rows, where it differs.

        For P, A, L, M, S: Total minus the member rows. For all other figures: Total minus the member rows and the
        footers Visitors and BNI.
        """
        found = {}
        for name in (*MARKS, *ACTIVITY):
            if self.total is None or name not in self.total:
                continue
            rows = sum(row.figures.get(name, 0) for row in self.members)
            if name in ACTIVITY:
                rows += sum((footer or {}).get(name, 0) for footer in (self.visitors, self.others))
            tolerance = abs(self.total[name]) // _PRECISION if name == "TYFCB" else 0
            if abs(self.total[name] - rows) > tolerance:
                found[name] = self.total[name] - rows
        return found

    def difference(self) -> dict[str, int | float]:
        """The result of `excess_of_total`, with the file's words as keys and money in units of the currency."""
        unit = 10 ** digits(self.currency)
        found: dict[str, int | float] = {}
        for name, value in self.excess_of_total().items():
            whole = name != "TYFCB" or value % unit == 0
            found[_IN_FILE.get(name, name)] = (value // (unit if name == "TYFCB" else 1)) if whole else value / unit
        return found


@dataclass(frozen=True, slots=True)
class MemberMarks:
    """A member's row of an attendance file: codes by day; a day without a code is missing."""

    number: int
    first_name: str
    last_name: str
    codes: Mapping[dt.date, Code]


@dataclass(frozen=True, slots=True)
class AttendanceFile:
    """The weeks of an attendance file that contain codes, and the codes of the members."""

    period: Period | None
    days: tuple[dt.date, ...]
    members: tuple[MemberMarks, ...]


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A row of a slips file; `kind` None is a visitor. The amount is in minor units.

    A bold name means a person of another chapter.
    """

    number: int
    kind: SlipKind | None
    giver: str
    receiver: str
    giver_bold: bool
    receiver_bold: bool
    tier: Tier | None
    amount: int | None
    credits: int | None
    detail: str
    third: str = ""


@dataclass(frozen=True, slots=True)
class SlipsFile:
    """The slips of one meeting. `bold_lost`: the file names other chapters, but no name in it is bold."""

    date: dt.date | None
    lines: tuple[SlipLine, ...]
    bold_lost: bool


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A row of a roster or of a list of contacts."""

    number: int
    first_name: str
    last_name: str
    company: str = ""
    classification: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    website: str = ""
    address: str = ""
    status: Status | None = None
    start: dt.date | None = None
    renewal_due: dt.date | None = None
    sponsor: str = ""


@dataclass(frozen=True, slots=True)
class RosterFile:
    """The members that a list names."""

    lines: tuple[RosterLine, ...]
