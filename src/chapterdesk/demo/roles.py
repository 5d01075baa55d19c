"""The leadership of a chapter of the demo, which changes each April and October."""

import datetime as dt

from dateutil.relativedelta import relativedelta

from chapterdesk.demo.people import Actor
from chapterdesk.demo.scene import Scene, Term
from chapterdesk.domain.members import Role

TEAM = (
    Role.PRESIDENT,
    Role.VICE_PRESIDENT,
    Role.SECRETARY,
    Role.COMMITTEE,
    Role.COMMITTEE,
    Role.COMMITTEE,
    Role.VISITOR_HOST,
    Role.VISITOR_HOST,
    Role.EDUCATION,
    Role.MENTORING,
)
LEADERS = 3  # the first roles of the team, held for a whole half-year


def share(scene: Scene) -> None:
    """Assign the team of every half-year; the vice-president is the next president."""
    start = _half_year(scene.held_meetings[0].date)
    successor: Actor | None = None
    before: set[Actor] = set()
    while start <= scene.today:
        last = start + relativedelta(months=6, days=-1)
        day = max(start, scene.held_meetings[0].date)
        able = [term for term in scene.members(day) if term.actor.reliable > 0.82]
        fresh = [term for term in able if term.actor not in before]
        leaders = scene.chance.some([term for term in fresh if _stays(term, last)], LEADERS)
        team = leaders + scene.chance.some([term for term in fresh if term not in leaders], len(TEAM) - LEADERS)
        heir = next((term for term in able if term.actor is successor), None)
        if heir is not None:
            team = [heir, *(term for term in team if term is not heir)]
        for role, term in zip(TEAM, team, strict=False):
            _hold(scene, role, term, start, last)
        before = {term.actor for term in team}
        successor = team[1].actor
        start += relativedelta(months=6)


def _stays(term: Term, last: dt.date) -> bool:
    """Return whether somebody stays long enough to lead this half-year and the next."""
    return term.end is None or term.end > last + relativedelta(months=6)


def _hold(scene: Scene, role: Role, term: Term, start: dt.date, last: dt.date) -> None:
    left = term.end if term.end is not None and term.end <= last else None
    until = left or (last if last < scene.today else None)
    scene.ledger.add(
        "role_term",
        chapter_id=scene.chapter["id"],
        person_id=term.actor.id,
        role=role.value,
        start=max(start, term.start or start),
        end=until,
    )


def _half_year(day: dt.date) -> dt.date:
    """Return the first of April or October on or before the day."""
    if day.month >= 10:
        return dt.date(day.year, 10, 1)
    return dt.date(day.year, 4, 1) if day.month >= 4 else dt.date(day.year - 1, 10, 1)
