"""How long personal data are kept: the director's choice, and the days that follow from it."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dateutil.relativedelta import relativedelta

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Overdue(Labelled):
    """What can have been kept long enough."""

    VISITOR = "visitor", N_("Visitor")
    CONTACT = "contact", N_("Contact")
    FORMER = "former", N_("Former member")


MONTHS: Final = (3, 6, 12, 18, 24, 36, 60)
YEARS: Final = (1, 2, 3, 4, 5, 6, 8, 10)
PERIODS: Final = {
    "visitors": (N_("Visitors, after the last visit"), MONTHS),
    "contacts": (N_("Contacts on referrals"), MONTHS),
    "former": (N_("Former members, after the end"), YEARS),
}
"""The periods that are remembered (fields of Keep), each with its title and what there is to choose from."""
REASONS: Final = {
    Overdue.VISITOR: N_("erased: last seen then, did not join"),
    Overdue.FORMER: N_("erased: left then, not seen since"),
    Overdue.CONTACT: N_("emptied: {about}"),
}
"""What happens to what has been kept long enough, and why."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How long: visitors in months after the last visit, contacts in months after the referral, members in years after.

    The defaults are a proposal, not a rule of law.
    """

    visitors: int = 12
    contacts: int = 24
    former: int = 6

    def until(self, what: Overdue, today: dt.date) -> dt.date:
        """Return the last day of what has been kept long enough on `today`: that day itself is past the limit."""
        match what:
            case Overdue.VISITOR:
                return today - relativedelta(months=self.visitors)
            case Overdue.CONTACT:
                return today - relativedelta(months=self.contacts)
            case Overdue.FORMER:
                return today - relativedelta(years=self.former)
