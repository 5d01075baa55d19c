"""Attendance: the five codes, their counts and the rate."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Code(Labelled):
    """The codes: one for each member and meeting (rule 1). The keys 1 to 5 set them in this order."""

    PRESENT = "P", N_("Present")
    ABSENT = "A", N_("Absent")
    LATE = "L", N_("Late")
    MEDICAL = "M", N_("Medical")
    SUBSTITUTE = "S", N_("Substitute")


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """The number of marks with each code. L is not part of P."""

    P: int = 0
    A: int = 0
    L: int = 0
    M: int = 0
    S: int = 0

    @property
    def weeks(self) -> int:
        """The number of weeks, P+A+L+M+S: the number of marks, not of meetings held (rule 1)."""
        return self.P + self.A + self.L + self.M + self.S

    @property
    def represented(self) -> int:
        """The number of marks for which somebody came: present, late or a substitute (rule 18)."""
        return self.P + self.L + self.S

    @property
    def rated(self) -> int:
        """The weeks that the rate counts: all but those with M (rule 13)."""
        return self.weeks - self.M

    @property
    def rate(self) -> Fraction | None:
        """The rate (P+L+S)/(P+A+L+S), exact (rules 13 and 18); None when no week counts for it."""
        return Fraction(self.represented, self.rated) if self.rated else None

    def __add__(self, other: "MarkCounts") -> "MarkCounts":
        return MarkCounts(self.P + other.P, self.A + other.A, self.L + other.L, self.M + other.M, self.S + other.S)

    @classmethod
    def of(cls, codes: Iterable[Code | None]) -> "MarkCounts":
        """Count codes; None is a meeting without a mark."""
        found = list(codes)
        return cls(**{code.value: found.count(code) for code in Code})
