"""Visits of people who are not members: their kind and outcome."""

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class VisitKind(Labelled):
    """The kinds of visit. Only first and repeat visits of guests of the chapter count for a visitor (rule 6)."""

    FIRST = "first", N_("First visit")
    REPEAT = "repeat", N_("Repeat visit")
    OBSERVER = "observer", N_("Observer")
    SUBSTITUTE = "substitute", N_("Substitute")
    OTHER_CHAPTER = "other_chapter", N_("From another chapter")


GUESTS = (VisitKind.FIRST, VisitKind.REPEAT)


class VisitOutcome(Labelled):
    """The outcome of a visit."""

    OPEN = "open", N_("Pending")
    INTERESTED = "interested", N_("Interested")
    APPLIED = "applied", N_("Applied")
    JOINED = "joined", N_("Joined")
    DECLINED = "declined", N_("Not interested")


MANY_VISITS = 2  # after two visits the program says so (rule 6)
