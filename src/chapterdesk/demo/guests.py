"""The visitors of the demo: their inviters, their visits and the outcomes."""

import datetime as dt
from typing import Any

from chapterdesk.demo.calendar import Day
from chapterdesk.demo.people import Actor
from chapterdesk.demo.scene import Scene
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.visits import VisitKind, VisitOutcome

EXPECTED = (4, 2, 1)  # visitors expected at the next three meetings


def inviter(scene: Scene, day: dt.date) -> Actor:
    """Return a member who brings somebody on the day; generous members are more likely."""
    present = [term.actor for term in scene.members(day)]
    return scene.chance.weighted(present, [0.1 + actor.giving**1.5 for actor in present])


def visit(
    scene: Scene,
    day: Day,
    person: dict[str, Any],
    invited_by: Actor | None,
    *,
    kind: str = "first",
    outcome: str = "open",
    attended: bool = True,
    contact: dt.date | None = None,
    note: str = "",
) -> None:
    """Add a visit to the meeting of a day."""
    scene.ledger.add(
        "visit",
        meeting_id=scene.meetings[day]["id"],
        person_id=person["id"],
        inviter_id=invited_by.id if invited_by else None,
        kind=VisitKind(kind),
        attended=attended,
        outcome=VisitOutcome(outcome),
        next_contact=contact,
        note=note,
    )


def receive(scene: Scene) -> None:
    """Add visitors to every meeting, and expected ones to the next meetings."""
    chance = scene.chance
    for number, day in enumerate(scene.calendar):
        if not day.took_place or day.kind is MeetingKind.ASSEMBLY:
            continue
        evening = day.kind is MeetingKind.EVENT
        now = day.status is MeetingStatus.DRAFT
        for _ in range(chance.count(7 if evening else 4 if now else 1.4)):
            _guest(scene, number, day)
        if chance.maybe(0.12) and scene.neighbours and not evening:
            _, actor = chance.choice(scene.neighbours)
            visit(scene, day, actor.row, None, kind="other_chapter", outcome="declined")
    for day, number in zip(scene.planned, EXPECTED, strict=False):
        for _ in range(number):
            visit(scene, day, _stranger(scene), inviter(scene, scene.today), attended=False)


def _stranger(scene: Scene) -> dict[str, Any]:
    return scene.folk.add_person(scene.chance.choice(scene.trades))


def _guest(scene: Scene, number: int, day: Day) -> None:
    """Add one visitor, who may come again."""
    chance = scene.chance
    person, host = _stranger(scene), inviter(scene, day.date)
    came = chance.maybe(0.5 if day.status is MeetingStatus.DRAFT else 0.88)
    kind = "observer" if chance.maybe(0.04) else "first"
    outcome, contact = _outcome(scene, day)
    note = chance.choice(scene.texts.visit_notes) if came and chance.maybe(0.35) else ""
    visit(scene, day, person, host, kind=kind, outcome=outcome, attended=came, contact=contact, note=note)
    later = scene.calendar[number + 1 : number + 4]
    again = [one for one in later if one.kind is MeetingKind.REGULAR and one.status is MeetingStatus.COMPLETED]
    if came and kind == "first" and again and chance.maybe(0.22):
        outcome, contact = _outcome(scene, again[-1])
        visit(scene, again[-1], person, host, kind="repeat", outcome=outcome, contact=contact)


def _outcome(scene: Scene, day: Day) -> tuple[str, dt.date | None]:
    """Return the outcome of a visit; recent visitors have none yet."""
    chance = scene.chance
    age = (scene.today - day.date).days
    if age == 0:
        return "open", None
    if age > 56:
        return chance.weighted(("declined", "interested", "open"), (8, 1, 1)), None
    outcome = chance.weighted(("interested", "open", "declined"), (5, 3, 3))
    contact = scene.today + dt.timedelta(days=chance.randrange(-5, 14)) if outcome == "interested" else None
    return outcome, contact
