"""The figures of a summary: which row a person's credit falls in, and the metrics by their field names."""

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class RowKind(Labelled):
    """The rows of a summary (rule 17)."""

    MEMBER = "member", N_("Member")
    NOT_LISTED = "not_listed", N_("Not listed")
    OTHERS = "others", N_("Others")
    VISITORS = "visitors", N_("Visitors")
    TOTAL = "total", N_("Total")


class TotalGroup(Labelled):
    """The two groups of imported totals; each has one source a day (rule 14)."""

    ATTENDANCE = "attendance", N_("Attendance")
    ACTIVITY = "activity", N_("Activity")


MARKS = ("P", "A", "L", "M", "S")
ACTIVITY = ("RGI", "RGO", "RRI", "RRO", "V", "one_to_ones", "TYFCB", "CEU", "T")


class Metric(Labelled):
    """A counted figure; the value is the field name in rows, the label the word on screen."""

    P = "P", N_("Present")
    A = "A", N_("Absent")
    L = "L", N_("Late")
    M = "M", N_("Medical")
    S = "S", N_("Substitute")
    RGI = "RGI", N_("Referrals given inside")
    RGO = "RGO", N_("Referrals given outside")
    RRI = "RRI", N_("Referrals received inside")
    RRO = "RRO", N_("Referrals received outside")
    V = "V", N_("Visitors")
    ONE_TO_ONES = "one_to_ones", N_("One-to-ones")
    TYFCB = "TYFCB", N_("Closed business")
    CEU = "CEU", N_("Education")
    T = "T", N_("Testimonials")
