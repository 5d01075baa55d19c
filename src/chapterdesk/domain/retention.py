"""How long personal data are kept: the director's choice, and the days that follow from it."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dateutil.relativedelta import relativedelta

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Overdue(Labelled):
    """The kinds of data with a retention period."""

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
"""The retention periods that are remembered (fields of Keep), each with its title and its choices."""
REASONS: Final = {
    Overdue.VISITOR: N_("erased: last seen then, did not join"),
    Overdue.FORMER: N_("erased: left then, not seen since"),
    Overdue.CONTACT: N_("emptied: {about}"),
}
"""What happens to data after their retention period, and why."""


@dataclass(frozen=True, slots=True)
class Keep:
    """The retention periods.

    Visitors: months after the last visit; contacts: months after the referral; members: years after the end. The
    defaults are a proposal, not a legal rule.
    """

    visitors: int = 12
    contacts: int = 24
    former: int = 6

    def until(self, what: Overdue, today: dt.date) -> dt.date:
        """Return the last day whose data are past the limit on `today`."""
        match what:
            case Overdue.VISITOR:
                return today - relativedelta(months=self.visitors)
            case Overdue.CONTACT:
                return today - relativedelta(months=self.contacts)
            case Overdue.FORMER:
                return today - relativedelta(years=self.former)
