"""Kinds of group: the slips they use, whether money counts, whether seats are exclusive."""

from dataclasses import dataclass

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.text import N_

_ALL = tuple(SlipKind)
_NO_MONEY = tuple(kind for kind in SlipKind if KINDS[kind].measure != "amount")


class GroupKind(Labelled):
    """The kinds of group."""

    BUSINESS = "business", N_("Business chapter")
    YOUNG_ENTREPRENEURS = "young_entrepreneurs", N_("Young entrepreneurs")
    PARENTS = "parents", N_("Parents' association")
    CULTURAL = "cultural", N_("Cultural association")
    CLUB = "club", N_("Club")

    @property
    def slip_kinds(self) -> tuple[SlipKind, ...]:
        """The kinds of slip that the strip offers."""
        return _FEATURES[self].slip_kinds

    @property
    def money_counts(self) -> bool:
        """Whether closed business is shown."""
        return any(KINDS[kind].measure == "amount" for kind in self.slip_kinds)

    @property
    def exclusive_seats(self) -> bool:
        """Whether a classification belongs to one member only."""
        return _FEATURES[self].exclusive_seats

    @property
    def meets_by_events(self) -> bool:
        """Whether events count as weeks (rule 1)."""
        return _FEATURES[self].meets_by_events


@dataclass(frozen=True, slots=True)
class _Features:
    slip_kinds: tuple[SlipKind, ...]
    exclusive_seats: bool
    meets_by_events: bool


_FEATURES = {
    GroupKind.BUSINESS: _Features(_ALL, exclusive_seats=True, meets_by_events=False),
    GroupKind.YOUNG_ENTREPRENEURS: _Features(_ALL, exclusive_seats=False, meets_by_events=True),
    GroupKind.PARENTS: _Features(_NO_MONEY, exclusive_seats=False, meets_by_events=True),
    GroupKind.CULTURAL: _Features(_NO_MONEY, exclusive_seats=False, meets_by_events=True),
    GroupKind.CLUB: _Features(_NO_MONEY, exclusive_seats=False, meets_by_events=True),
}
