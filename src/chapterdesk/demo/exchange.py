"""The slips of the demo: referrals, one-to-ones, closed business, education, testimonials."""

import datetime as dt
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from chapterdesk.demo.calendar import Day
from chapterdesk.demo.people import Actor
from chapterdesk.demo.scene import Scene, Term
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.slips import FollowUp, Side, SlipDraft, SlipKind, Tier

BLANK = asdict(SlipDraft(kind=SlipKind.REFERRAL, date=dt.date.min))
WON, REPEATED = 0.42, 0.3  # the shares of referrals that become business, and of business that repeats


@dataclass(slots=True)
class _Thanks:
    """Business that will be closed: who will be thanked, and the amount."""

    receiver: Actor
    amount: int
    tier: Tier
    again: bool


class Exchange:
    """The slips of one chapter, meeting by meeting."""

    def __init__(self, scene: Scene, room: dict[Day, list[Term]]) -> None:
        self._scene = scene
        self._room = room
        self._chance = scene.chance
        self._affinity: dict[tuple[int, int], float] = {}
        self._coming: defaultdict[int, list[_Thanks]] = defaultdict(list)

    def run(self) -> None:
        """Make the slips of all meetings, and a few that wait for the next meeting."""
        for week, (day, present) in enumerate(self._room.items()):
            if len(present) < 2:
                continue
            share = 0.45 if day.status is MeetingStatus.DRAFT else 0.2 if day.kind is MeetingKind.EVENT else 1
            for term in present:
                self._speak(week, day, term.actor, present, share)
            here = {term.actor for term in present}
            for thanks in self._coming.pop(week, ()):
                if thanks.receiver in here or self._chance.maybe(0.5):
                    self._thank(week, day, thanks)
        self._wait_for_next()

    def _speak(self, week: int, day: Day, actor: Actor, present: list[Term], share: float) -> None:
        chance, texts = self._chance, self._scene.texts
        others = [term.actor for term in present if term.actor is not actor]
        liked = [self._likes(actor, other) for other in others]
        for _ in range(chance.count(actor.giving * share)):
            self._refer(week, day, actor, chance.weighted(others, liked))
        for _ in range(chance.count(actor.meeting_others * share)):
            self._meet(day.date, self._scene.meetings[day], actor, chance.weighted(others, liked))
        if chance.maybe(0.5 * actor.learning * share):
            earned, topics = chance.choice((1, 1, 1, 2, 2, 3)), chance.choice(texts.education_topics)
            self._add(day, SlipKind.EDUCATION, giver_id=actor.id, credits=earned, topics=topics)
        if chance.maybe(0.09 * share):
            praised = chance.weighted(others, liked)
            note = chance.choice(texts.testimonials)
            self._add(day, SlipKind.TESTIMONIAL, giver_id=actor.id, receiver_id=praised.id, note=note)

    def _likes(self, actor: Actor, other: Actor) -> float:
        """Return how likely one member refers business to another: trades with the same customers count most."""
        known = self._affinity.get((actor.id, other.id))
        if known is None:
            known = self._chance.lognormvariate(0, 0.9) * (4 if actor.circle == other.circle else 1)
            self._affinity[actor.id, other.id] = known
            self._affinity[other.id, actor.id] = known * self._chance.uniform(0.4, 1.6)
        return known

    def _refer(self, week: int, day: Day, giver: Actor, receiver: Actor) -> None:
        chance = self._chance
        if chance.maybe(0.03) and self._scene.neighbours:
            chapter, abroad = chance.choice(self._scene.neighbours)
            inward = chance.maybe(0.4)
            one, two = (abroad, receiver) if inward else (giver, abroad)
            side = {"giver_side" if inward else "receiver_side": Side.ELSEWHERE, "other_chapter": chapter}
            self._referral(day, one, two, Tier.OUTSIDE, side)
            return
        tier = Tier.INSIDE if chance.maybe(0.33) else Tier.OUTSIDE
        won = self._referral(day, giver, receiver, tier, {})
        if won:
            later = week + chance.randrange(2, 11)
            amount = _amount(chance.lognormvariate(0, 0.6) * receiver.trade.deal)
            self._coming[later].append(_Thanks(giver, amount, tier, again=False))

    def _referral(self, day: Day, giver: Actor, receiver: Actor, tier: Tier, more: dict[str, Any]) -> bool:
        """Add a referral; returns whether it led to business."""
        chance, texts = self._chance, self._scene.texts
        won = chance.maybe(WON)
        ask = chance.choice(receiver.trade.asks)
        note = f"{chance.choice(texts.prospect_kinds)}: {ask}." if tier is Tier.OUTSIDE else f"{ask}."
        note = note[0].upper() + note[1:]
        if chance.maybe(0.3):
            note += f" {chance.choice(texts.referral_notes)}"
        first, last = self._scene.folk.name() if tier is Tier.OUTSIDE else ("", giver.name)
        self._add(
            day,
            SlipKind.REFERRAL,
            giver_id=giver.id,
            receiver_id=receiver.id,
            tier=tier,
            prospect=f"{first} {last}".strip(),
            contact=self._scene.folk.phone() if tier is Tier.OUTSIDE else "",
            gave_card=chance.maybe(0.7),
            told_them=chance.maybe(0.8),
            heat=chance.weighted((1, 2, 3, 4, 5), (1, 3, 7, 6, 3)),
            follow_up=self._follow_up(day, won=won),
            note=note,
            **more,
        )
        return won

    def _follow_up(self, day: Day, *, won: bool) -> FollowUp:
        age = (self._scene.today - day.date).days
        early = (FollowUp.OPEN, FollowUp.CONTACTED, FollowUp.QUOTED)
        if age < 21:
            return self._chance.weighted(early, (7, 4, 1))
        if won and age > 50:
            return FollowUp.WON
        late = (FollowUp.LOST, FollowUp.QUOTED, FollowUp.CONTACTED, FollowUp.OPEN)
        return self._chance.weighted(late, (5, 3, 3, 1) if age > 50 else (2, 4, 3, 2))

    def _meet(self, date: dt.date, meeting: dict[str, Any], giver: Actor, receiver: Actor) -> None:
        chance, texts = self._chance, self._scene.texts
        more: dict[str, Any] = {}
        if chance.maybe(0.06) and self._scene.neighbours:
            chapter, receiver = chance.choice(self._scene.neighbours)
            more = {"receiver_side": Side.ELSEWHERE, "other_chapter": chapter}
        self._store(
            meeting,
            SlipKind.ONE_TO_ONE,
            date,
            giver_id=giver.id,
            receiver_id=receiver.id,
            place=chance.choice(texts.places),
            topics=chance.choice(texts.one_to_one_topics) if chance.maybe(0.7) else "",
            **more,
        )

    def _thank(self, week: int, day: Day, thanks: _Thanks) -> None:
        chance = self._chance
        self._add(
            day,
            SlipKind.CLOSED_BUSINESS,
            receiver_id=thanks.receiver.id,
            amount=thanks.amount * 100,
            tier=thanks.tier,
            repeat_business=thanks.again,
            note=chance.choice(self._scene.texts.closed_notes) if chance.maybe(0.4) else "",
        )
        if chance.maybe(REPEATED):
            amount = _amount(thanks.amount * chance.uniform(0.2, 0.8))
            self._coming[week + chance.randrange(4, 14)].append(
                _Thanks(thanks.receiver, amount, thanks.tier, again=True)
            )

    def _wait_for_next(self) -> None:
        """Add recent one-to-ones, entered for the next meeting."""
        upcoming = [*(day for day in self._room if day.status is MeetingStatus.DRAFT), *self._scene.planned]
        actors = [term.actor for term in self._scene.members(self._scene.today)]
        for _ in range(3):
            giver, receiver = self._chance.some(actors, 2)
            date = self._scene.today - dt.timedelta(days=1)
            self._meet(date, self._scene.meetings[upcoming[0]], giver, receiver)

    def _add(self, day: Day, kind: SlipKind, **fields: Any) -> None:
        self._store(self._scene.meetings[day], kind, day.date, **fields)

    def _store(self, meeting: dict[str, Any], kind: SlipKind, date: dt.date, **fields: Any) -> None:
        values = BLANK | fields | {"kind": kind, "date": date, "meeting_id": meeting["id"]}
        self._scene.ledger.add("slip", chapter_id=self._scene.chapter["id"], **values)


def _amount(euros: float) -> int:
    """Round an amount as people do."""
    step = 5 if euros < 500 else 10 if euros < 5000 else 50
    return max(20, round(euros / step) * step)
