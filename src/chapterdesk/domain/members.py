"""Members: the states of a membership and the days it covers."""

import datetime as dt

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Status(Labelled):
    """The states of a membership."""

    APPLICANT = "applicant", N_("Applicant")
    ACTIVE = "active", N_("Active")
    LEAVE = "leave", N_("On leave")
    PROBATION = "probation", N_("Probation")
    RENEWAL_DUE = "renewal_due", N_("Renewal pending")
    LATE = "late", N_("Overdue")
    RESIGNED = "resigned", N_("Resigned")
    DROPPED = "dropped", N_("Dropped")
    TRANSFERRED = "transferred", N_("Transferred")


LEFT = frozenset({Status.RESIGNED, Status.DROPPED, Status.TRANSFERRED})


class Standing(Labelled):
    """What a person is to a chapter on a day."""

    MEMBER = "member", N_("Member")
    FORMER = "former", N_("Former member")
    VISITOR = "visitor", N_("Visitor")
    OTHER = "other", N_("Known person")


class SeatState(Labelled):
    """Whether a classification without a member is just free or wanted."""

    OPEN = "open", N_("Vacant")
    WANTED = "wanted", N_("Wanted")


class Role(Labelled):
    """The usual roles; a role term may also hold a free text."""

    PRESIDENT = "president", N_("President")
    VICE_PRESIDENT = "vice_president", N_("Vice-president")
    SECRETARY = "secretary_treasurer", N_("Secretary/treasurer")
    COMMITTEE = "membership_committee", N_("Membership committee")
    VISITOR_HOST = "visitor_host", N_("Visitor host")
    EDUCATION = "education", N_("Education coordinator")
    MENTORING = "mentoring", N_("Mentoring coordinator")


def is_member_on(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    """Return whether a membership covers `day`. Both ends belong to it (rule 11); an unknown start means always."""
    return (start is None or start <= day) and (end is None or day <= end)
