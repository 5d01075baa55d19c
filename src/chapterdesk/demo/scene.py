"""The state of one chapter while its demo data are made."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.demo.calendar import Day
from chapterdesk.demo.chance import Chance
from chapterdesk.demo.ledger import DemoLedger
from chapterdesk.demo.material import DemoPlan, Texts, Trade
from chapterdesk.demo.people import Actor, Folk
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period


@dataclass(slots=True, eq=False)
class Term:
    """A membership: the person, first and last day (None: always, and still), and the weeks on leave."""

    actor: Actor
    row: dict[str, Any]
    start: dt.date | None
    end: dt.date | None = None
    away: Period | None = None

    def covers(self, day: dt.date) -> bool:
        """Return whether the person is a member on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def expected(self, day: dt.date) -> bool:
        """Return whether the person is a member on the day and not on leave."""
        return self.covers(day) and (self.away is None or day not in self.away)


@dataclass(slots=True, eq=False)
class Transfer:
    """A person who moves from one chapter of the region to the next."""

    actor: Actor
    day: dt.date


@dataclass(slots=True)
class Scene:
    """One chapter that is being made."""

    plan: DemoPlan
    chapter: dict[str, Any]
    today: dt.date
    calendar: list[Day]
    trades: Sequence[Trade]
    texts: Texts
    ledger: DemoLedger
    chance: Chance
    folk: Folk
    neighbours: list[tuple[str, Actor]]  # members of other chapters, with the name of their chapter
    terms: list[Term] = field(default_factory=list)
    meetings: dict[Day, dict[str, Any]] = field(default_factory=dict)
    seats: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def held_meetings(self) -> list[Day]:
        """Return the weekly meetings that were held or are being held."""
        return [day for day in self.calendar if day.kind is MeetingKind.REGULAR and day.took_place]

    @property
    def planned(self) -> list[Day]:
        """Return the future weekly meetings."""
        return [day for day in self.calendar if day.kind is MeetingKind.REGULAR and day.status is MeetingStatus.PLANNED]

    def members(self, day: dt.date) -> list[Term]:
        """Return the memberships of a day without members on leave."""
        return [term for term in self.terms if term.expected(day)]

    def seat(self, name: str, state: str = "open") -> int:
        """Return the id of a seat, adding a new one."""
        if name not in self.seats:
            row = self.ledger.add("classification", chapter_id=self.chapter["id"], name=name, state=state)
            self.seats[name] = row
        return int(self.seats[name]["id"])
