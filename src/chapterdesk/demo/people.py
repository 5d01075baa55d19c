"""The people of the demo: random names, companies and addresses."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from chapterdesk.demo.chance import Chance
from chapterdesk.demo.ledger import DemoLedger
from chapterdesk.demo.material import Origin, Texts, Trade


@dataclass(slots=True, eq=False)
class Actor:
    """A person with a character: how reliably they come, from 0 to 1; referrals and one-to-ones a week on average.

    People of one circle meet the same customers.
    """

    row: dict[str, Any]
    trade: Trade
    reliable: float
    giving: float
    meeting_others: float
    learning: float
    circle: str

    @property
    def id(self) -> int:
        """The person's id."""
        return int(self.row["id"])

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.row['first_name']} {self.row['last_name']}"


class Folk:
    """Makes new people."""

    def __init__(self, ledger: DemoLedger, chance: Chance, origins: list[Origin], texts: Texts) -> None:
        self._ledger = ledger
        self._chance = chance
        self._origins = origins
        self._texts = texts
        self._known: set[str] = set()
        self._companies: set[str] = set()

    def name(self) -> tuple[str, str]:
        """Return a first name and two surnames that nobody else has."""
        while True:
            origin = self._chance.weighted(self._origins, [one.weight for one in self._origins])
            first = self._chance.choice(self._chance.choice((origin.female, origin.male)))
            other = origin if self._chance.maybe(0.7) else self._chance.choice(self._origins)
            surnames = self._chance.choice(origin.surnames), self._chance.choice(other.surnames)
            joined = f" {origin.joined} " if origin.joined and other is origin and self._chance.maybe(0.6) else " "
            last = joined.join(surnames)
            if surnames[0] != surnames[1] and f"{first} {last}" not in self._known:
                self._known.add(f"{first} {last}")
                return first, last

    def phone(self) -> str:
        """Return a telephone number that is not assigned to anybody."""
        return f"600 000 {self._chance.randrange(1000):03}"

    def add_person(self, trade: Trade | None) -> dict[str, Any]:
        """Add a person, with a company if they have a trade; return the row."""
        first, last = self.name()
        company = self._company(trade, last) if trade else ""
        slug = _slug(company)
        address = ""
        if trade and self._chance.maybe(0.6):
            number = self._chance.randrange(1, 90)
            address = f"{self._chance.choice(self._texts.streets)}, {number}\n{self._chance.choice(self._texts.towns)}"
        phones = [self.phone() for _ in range(2 if self._chance.maybe(0.15) else 1)]
        return self._ledger.add(
            "person",
            first_name=first,
            last_name=last,
            company=company,
            phones="\n".join(phones),
            emails=f"{_slug(first)}.{_slug(_first_surname(last))}@example.org",
            website=f"https://{slug}.example.org" if slug and self._chance.maybe(0.5) else "",
            address=address,
            notes=self._chance.choice(self._texts.person_notes) if trade and self._chance.maybe(0.2) else "",
        )

    def actor(self, trade: Trade) -> Actor:
        """Add a person who is or will be a member, with a character."""
        return Actor(
            self.add_person(trade),
            trade,
            reliable=self._chance.betavariate(13, 1.7),
            giving=min(2.6, self._chance.lognormvariate(-0.62, 0.72)),
            meeting_others=min(1.6, self._chance.lognormvariate(-1.0, 0.6)),
            learning=min(1.5, self._chance.lognormvariate(-1.2, 0.8)),
            circle=trade.group if trade.group != "young" else f"young {self._chance.randrange(4)}",
        )

    def _company(self, trade: Trade, last: str) -> str:
        surname = _first_surname(last)
        named = [company.format(s=surname) for company in trade.companies]
        free = [company for company in named if company not in self._companies]
        company = self._chance.choice(free) if free else f"{trade.name} {surname}"
        self._companies.add(company)
        return company


def _first_surname(last: str) -> str:
    """Return the first of two surnames, with its particles: "De la Peña" of "De la Peña Royo"."""
    words = last.split()
    return " ".join(words[: {"De": 3, "Del": 2}.get(words[0], 1)])


def _slug(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text.lower())
    return "".join(mark for mark in flat if mark.isascii() and mark.isalnum())
