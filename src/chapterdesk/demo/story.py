"""The months of one chapter, week by week: who visits, joins and leaves."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from chapterdesk.demo import guests, members
from chapterdesk.demo.calendar import Day
from chapterdesk.demo.people import Actor
from chapterdesk.demo.scene import Scene, Transfer
from chapterdesk.domain.members import Status

FIRST_JOIN = 6  # weeks after the start: people visit before they join
BACK_AFTER = 27  # weeks until somebody who left comes back


@dataclass(slots=True)
class _Return:
    actor: Actor
    week: int


def tell(scene: Scene, arrivals: list[Transfer], transfer_to: str) -> list[Transfer]:
    """Make the memberships of a chapter.

    `arrivals` come from the chapter before; the result moves to the next chapter.
    """
    chance = scene.chance
    kept = {transfer.actor.trade.name for transfer in arrivals}  # seats of people who will join or come back
    members.begin(scene, kept)
    leaving: list[Transfer] = []
    coming_back: _Return | None = None
    awaited = list(arrivals)
    transfer_week = len(scene.held_meetings) * 3 // 5
    for week, day in enumerate(scene.held_meetings[:-1]):
        present = scene.members(day.date)
        for transfer in [one for one in awaited if one.day < day.date]:
            awaited.remove(transfer)
            members.join(scene, transfer.actor, day.date, None)
        if coming_back and coming_back.week == week:
            members.join(scene, coming_back.actor, day.date, None)
        if week >= FIRST_JOIN and len(present) < members.LARGEST - 2 and chance.maybe(0.2):
            _somebody_joins(scene, week, day, kept)
        if week == transfer_week and transfer_to:
            gone = members.somebody_leaves(scene, day.date, transfer_to)
            leaving += [gone] if gone else []
        elif len(present) > members.SMALLEST + 2 and chance.maybe(0.15):
            members.somebody_leaves(scene, day.date, "")
            last = next(term for term in reversed(scene.terms) if term.end == day.date)
            if coming_back is None and last.row["status"] is Status.RESIGNED:
                coming_back = _Return(last.actor, week + BACK_AFTER)
                kept.add(last.actor.trade.name)
    members.finish(scene)
    members.want_seats(scene)
    return leaving


def _somebody_joins(scene: Scene, week: int, day: Day, kept: Collection[str]) -> None:
    """Make a visitor of the last weeks a member from this meeting on; seats `kept` for others stay free."""
    chance = scene.chance
    held = {term.actor.trade.name for term in scene.terms if term.covers(day.date)}
    free = [trade for trade in scene.trades if trade.name not in held and trade.name not in kept]
    if not free and scene.plan.kind.exclusive_seats:
        return
    trade = chance.choice(free or scene.trades)
    actor = scene.folk.actor(trade)
    first = scene.held_meetings[week - chance.randrange(3, 6)]
    inviter = guests.inviter(scene, first.date)
    guests.visit(scene, first, actor.row, inviter, outcome="joined")
    if chance.maybe(0.6):
        again = scene.held_meetings[week - chance.randrange(1, 3)]
        guests.visit(scene, again, actor.row, inviter, kind="repeat", outcome="joined")
    members.join(scene, actor, day.date, inviter)


def apply_today(scene: Scene) -> None:
    """Make one visitor of the last weeks an applicant."""
    held = {term.actor.trade.name for term in scene.terms if term.covers(scene.today)}
    trade = scene.chance.choice([trade for trade in scene.trades if trade.name not in held] or list(scene.trades))
    actor = scene.folk.actor(trade)
    past_meetings = [day for day in scene.held_meetings if day.date < scene.today]
    sponsor = guests.inviter(scene, past_meetings[-3].date)
    note = scene.texts.visit_notes[1]
    contact = scene.today + dt.timedelta(days=3)
    guests.visit(scene, past_meetings[-3], actor.row, sponsor, outcome="interested", note=note)
    guests.visit(scene, past_meetings[-1], actor.row, sponsor, kind="repeat", outcome="applied", contact=contact)
    term = members.join(scene, actor, None, sponsor)
    term.row["status"] = Status.APPLICANT
    scene.terms.remove(term)
