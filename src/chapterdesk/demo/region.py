"""The invented region: three chapters over eighteen months, in a new desk file."""

import datetime as dt
from pathlib import Path

from chapterdesk.demo import attendance, guests, material, roles, story
from chapterdesk.demo.calendar import COUNTRY, SUBDIVISION, days, own_holidays, span
from chapterdesk.demo.chance import Chance
from chapterdesk.demo.exchange import Exchange
from chapterdesk.demo.ledger import DemoLedger
from chapterdesk.demo.material import DemoPlan, Texts
from chapterdesk.demo.people import Actor, Folk
from chapterdesk.demo.scene import Scene, Transfer
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.store.sqlite.opening import make_filled

CURRENCY = "EUR"
STRANGERS = 6  # known people of a chapter that is not in the file


def make(path: Path, today: dt.date, progress: Progress = SILENT, language: str = "es") -> None:
    """Make the demo as a new desk file at `path`, which must not exist; its last week contains `today`.

    The same day gives the same file, apart from its identity and the bookkeeping of SQLite. People are Spanish in both
    languages; `language` ("es" or "en") is that of trades, notes and reports. Cancelling or a failure leaves no file.
    """
    ledger = DemoLedger()
    plans = material.plans(language)
    texts = material.texts(language)
    folk = Folk(ledger, Chance("folk"), material.origins(), texts)
    trades = material.trades(language)
    neighbours = _neighbours(folk, trades, texts)
    transfers: list[Transfer] = []
    for number, plan in enumerate(plans):
        progress.step(number, len(plans) + 1, plan.name)
        scene = _scene(plan, today, language, trades, texts, ledger, folk, neighbours)
        following = plans[number + 1].name if plan.kind is plans[(number + 1) % len(plans)].kind else ""
        transfers = story.tell(scene, transfers, following)
        story.apply_today(scene)
        guests.receive(scene)
        roles.share(scene)
        Exchange(scene, attendance.mark(scene)).run()
        _plan_next(scene)
        neighbours += [(plan.name, term.actor) for term in scene.members(today)]
    progress.step(len(plans), len(plans) + 1)
    make_filled(path, ledger.rows())
    progress.step(len(plans) + 1, len(plans) + 1)


def _neighbours(folk: Folk, trades: list[material.Trade], texts: Texts) -> list[tuple[str, Actor]]:
    return [(texts.other_chapter, folk.actor(trade)) for trade in trades[:STRANGERS]]


def _scene(
    plan: DemoPlan,
    today: dt.date,
    language: str,
    trades: list[material.Trade],
    texts: Texts,
    ledger: DemoLedger,
    folk: Folk,
    neighbours: list[tuple[str, Actor]],
) -> Scene:
    """Add a chapter with its holidays and meetings."""
    chance = Chance(plan.seed)
    own = own_holidays(plan, *span(today), texts)
    chapter = ledger.add(
        "chapter",
        name=plan.name,
        kind=plan.kind,
        language=language,
        currency=CURRENCY,
        weekday=plan.weekday,
        start_time=plan.time,
        place=plan.place,
        country=COUNTRY,
        subdivision=SUBDIVISION,
    )
    for date, name in own.items():
        ledger.add("holiday", chapter_id=chapter["id"], date=date, name=name)
    scene = Scene(
        plan,
        chapter,
        today,
        days(plan, today, own, chance, texts),
        [trade for trade in trades if trade.group in plan.trades],
        texts,
        ledger,
        chance,
        folk,
        list(neighbours),
    )
    for day in scene.calendar:
        scene.meetings[day] = ledger.add(
            "meeting",
            chapter_id=chapter["id"],
            date=day.date,
            sequence=1,
            kind=day.kind,
            status=day.status,
            place=plan.place,
            start_time=day.time,
            agenda="",
            notes=day.notes,
        )
    return scene


def _plan_next(scene: Scene) -> None:
    """Add the agenda of today's and the next meeting."""
    open_states = (MeetingStatus.DRAFT, MeetingStatus.PLANNED)
    upcoming = [day for day in scene.calendar if day.kind is MeetingKind.REGULAR and day.status in open_states]
    for day in upcoming[:2]:
        topic = scene.chance.choice(scene.texts.education_topics).lower()
        speaker = scene.chance.choice(scene.members(scene.today)).actor.name
        scene.meetings[day]["agenda"] = scene.texts.agenda.format(topic=topic, speaker=speaker)
