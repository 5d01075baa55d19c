"""The lists of visits that are offered: all, who is expected, who is to be followed up, who became a member."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.meetings import OFF
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_, matches, plain
from chapterdesk.domain.visits import GUESTS, MANY_VISITS, VisitOutcome
from chapterdesk.store.meetings import MeetingRow, meetings
from chapterdesk.store.visits import VisitRow

AHEAD = 70
"""Days ahead whose meetings are offered to expect a visitor at."""
_CLOSED = (VisitOutcome.JOINED, VisitOutcome.DECLINED)
"""Outcomes after which nothing more is to be done."""


class ShownVisits(Labelled):
    """What a list of visits can show."""

    ALL = "all", N_("All visits")
    EXPECTED = "expected", N_("Expected")
    CALL = "call", N_("To follow up")
    JOINED = "joined", N_("Became members")


def rows_of(rows: Sequence[VisitRow], shown: ShownVisits, today: dt.date) -> list[VisitRow]:
    """Return the visits of one list, the latest first; of those to follow up the longest due first."""
    if shown is ShownVisits.EXPECTED:
        return [row for row in rows if not row.attended and row.date >= today]
    if shown is ShownVisits.CALL:
        latest = {row.person_id: row for row in rows if _is_waiting(row)}
        return sorted(latest.values(), key=lambda row: (row.next_contact or dt.date.max, -row.date.toordinal()))
    if shown is ShownVisits.JOINED:
        rows = [row for row in rows if row.is_member or row.outcome is VisitOutcome.JOINED]
    return list(rows[::-1])


def is_found(row: VisitRow, query: str) -> bool:
    """Tell whether a visit has all words of a query, in any order, without accents."""
    words = (row.first_name, row.last_name, row.company, row.inviter, row.note, *row.phones, *row.emails)
    return matches(query, plain(" ".join(words)))


def comes_often(row: VisitRow) -> bool:
    """Tell whether somebody who is no member has come so often that it is time to apply (DOMAIN.md rule 6)."""
    return row.kind in GUESTS and not row.is_member and row.visit_count >= MANY_VISITS


def meetings_ahead(session: Session, chapter_id: int, today: dt.date) -> list[MeetingRow]:
    """Return the meetings from today on that are not called off."""
    ahead = Period(today, today + dt.timedelta(days=AHEAD))
    return [row for row in meetings(session, chapter_id, ahead) if row.status not in OFF]


def _is_waiting(row: VisitRow) -> bool:
    """Tell whether somebody who came is still to be followed up."""
    return row.attended and row.kind in GUESTS and row.outcome not in _CLOSED and not row.is_member
