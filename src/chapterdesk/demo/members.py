"""The members of the demo: joining, leaving, coming back; renewals, leaves and applicants."""

import datetime as dt
from collections.abc import Collection

from dateutil.relativedelta import relativedelta

from chapterdesk.demo.people import Actor
from chapterdesk.demo.scene import Scene, Term, Transfer
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period

SMALLEST, LARGEST = 30, 44


def begin(scene: Scene, kept: Collection[str]) -> None:
    """Add the members from before the demo begins; the seats of the trades `kept` stay free."""
    chance, first = scene.chance, scene.held_meetings[0].date
    founders: list[Actor] = []
    free = [trade for trade in scene.trades if trade.name not in kept]
    picked = chance.some(free, scene.plan.members)
    if not scene.plan.kind.exclusive_seats:
        picked += [chance.choice(free) for _ in range(scene.plan.members - len(picked))]
    for trade in picked:
        actor = scene.folk.actor(trade)
        start = None if chance.maybe(0.07) else first - dt.timedelta(days=chance.randrange(20, 2400))
        sponsor = chance.choice(founders) if founders and chance.maybe(0.75) else None
        join(scene, actor, start, sponsor)
        founders.append(actor)


def join(scene: Scene, actor: Actor, start: dt.date | None, sponsor: Actor | None) -> Term:
    """Make a person a member from a day on."""
    chance = scene.chance
    mentors = [term.actor for term in scene.terms if start and term.covers(start)]
    row = scene.ledger.add(
        "membership",
        chapter_id=scene.chapter["id"],
        person_id=actor.id,
        classification_id=scene.seat(actor.trade.name),
        sponsor_id=sponsor.id if sponsor else None,
        mentor_id=chance.choice(mentors).id if mentors and chance.maybe(0.8) else None,
        start=start,
        end=None,
        end_reason="",
        renewal_due=None,
        status=Status.ACTIVE,
    )
    term = Term(actor, row, start)
    scene.terms.append(term)
    for purpose in scene.texts.consents[: 2 if chance.maybe(0.6) else 1]:
        given = start or scene.held_meetings[0].date - relativedelta(years=5)
        scene.ledger.add("consent", person_id=actor.id, purpose=purpose, given_on=given, withdrawn_on=None, note="")
    return term


def end(term: Term, day: dt.date, status: Status, reason: str) -> None:
    """End a membership; `day` is its last day."""
    term.end = day
    term.row.update(end=day, status=status, end_reason=reason)


def somebody_leaves(scene: Scene, day: dt.date, transfer_to: str) -> Transfer | None:
    """End the membership of somebody after the meeting of the day; those who come and give least are more likely.

    With `transfer_to` the member moves to that chapter.
    """
    chance, texts = scene.chance, scene.texts
    leavers = [term for term in scene.members(day) if term.start is None or term.start < day - dt.timedelta(weeks=20)]
    term = chance.weighted(leavers, [(1.15 - one.actor.reliable) / (0.2 + one.actor.giving) for one in leavers])
    if transfer_to:
        end(term, day, Status.TRANSFERRED, texts.reason_transferred.format(chapter=transfer_to))
        return Transfer(term.actor, day)
    if term.actor.reliable < 0.84:
        end(term, day, Status.DROPPED, texts.reason_dropped)
    else:
        end(term, day, Status.RESIGNED, chance.choice(texts.reasons))
    return None


def finish(scene: Scene) -> None:
    """Set the state of today: renewals, one member on leave, one on probation; and leaves in the past."""
    chance, today = scene.chance, scene.today
    current = [term for term in scene.terms if term.covers(today)]
    for term in current:
        due = _renewal(term.start or today - dt.timedelta(days=chance.randrange(365)), today)
        late = Status.LATE if due < today else Status.ACTIVE
        soon = Status.RENEWAL_DUE if today <= due <= today + dt.timedelta(days=21) else late
        term.row.update(renewal_due=due, status=soon)
    settled = [term for term in current if term.start is None or term.start < today - dt.timedelta(weeks=70)]
    steady = [term for term in settled if term.row["status"] is Status.ACTIVE and term.actor.reliable > 0.9]
    before, now = chance.some(steady, 2)
    middle = scene.held_meetings[len(scene.held_meetings) // 2].date
    before.away = Period(middle, middle + dt.timedelta(weeks=15))
    now.away = Period(today - dt.timedelta(weeks=5), today + dt.timedelta(weeks=7))
    now.row["status"] = Status.LEAVE
    weakest = min((term for term in settled if term is not now), key=lambda term: term.actor.reliable)
    weakest.row["status"] = Status.PROBATION


def _renewal(start: dt.date, today: dt.date) -> dt.date:
    """Return the first anniversary in the future or the recent past."""
    years = max(1, today.year - start.year - 1)
    due = start + relativedelta(years=years)
    while due < today - dt.timedelta(days=10):
        years += 1
        due = start + relativedelta(years=years)
    return due


def want_seats(scene: Scene) -> None:
    """Set the seats that the chapter wants to fill."""
    for name in scene.chance.some(scene.texts.wanted, 3):
        scene.seat(name, "wanted")
    held = {term.actor.trade.name for term in scene.terms if term.end is None}
    for name in scene.chance.some(sorted(set(scene.seats) - held - set(scene.texts.wanted)), 1):
        scene.seats[name]["state"] = "wanted"
