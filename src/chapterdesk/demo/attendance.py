"""Who came to the meetings of the demo."""

import datetime as dt

from chapterdesk.demo.calendar import Day
from chapterdesk.demo.scene import Scene, Term
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus

SUBSTITUTES = 9
FLU = (1, 2, 12)  # months


def mark(scene: Scene) -> dict[Day, list[Term]]:
    """Mark everybody at every meeting; return who was present at each."""
    chance = scene.chance
    substitutes = [scene.folk.add_person(trade=None) for _ in range(SUBSTITUTES)]
    ill = _long_illness(scene)
    present_by_meeting: dict[Day, list[Term]] = {}
    for day in scene.calendar:
        if not day.took_place or day.kind is MeetingKind.ASSEMBLY:
            continue
        present_by_meeting[day] = []
        for term in scene.members(day.date):
            if day.status is MeetingStatus.DRAFT and chance.maybe(0.25):
                continue  # not marked yet
            code = Code.MEDICAL if (term, day.date) in ill else _code(scene, day, term)
            substitute = chance.choice(substitutes)["id"] if code is Code.SUBSTITUTE and chance.maybe(0.9) else None
            scene.ledger.add(
                "attendance",
                meeting_id=scene.meetings[day]["id"],
                membership_id=term.row["id"],
                code=code,
                substitute_id=substitute,
            )
            if code in (Code.PRESENT, Code.LATE):
                present_by_meeting[day].append(term)
    return present_by_meeting


def _code(scene: Scene, day: Day, term: Term) -> Code:
    chance = scene.chance
    reliable = term.actor.reliable * (0.78 if day.kind is MeetingKind.EVENT else 1)
    if chance.maybe(reliable):
        return Code.LATE if chance.maybe(0.035) else Code.PRESENT
    medical = 3 if day.date.month in FLU else 1
    return chance.weighted((Code.ABSENT, Code.SUBSTITUTE, Code.LATE, Code.MEDICAL), (9, 7, 3, medical))


def _long_illness(scene: Scene) -> set[tuple[Term, dt.date]]:
    """Return the membership and days of one long illness."""
    chance = scene.chance
    weeks = scene.held_meetings
    start = chance.randrange(10, len(weeks) - 15)
    term = chance.choice([one for one in scene.terms if one.expected(weeks[start].date)])
    return {(term, day.date) for day in weeks[start : start + chance.randrange(4, 8)]}
