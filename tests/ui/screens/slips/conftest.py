"""A chapter with a handful of slips of every kind, over a completed meeting and today's."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.store.course import complete
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.roll import mark, mark_rest_present
from chapterdesk.store.slips import add_slip
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def people(context: Context) -> dict[str, int]:
    """The ids of the members by first name."""
    with context.desk.read() as s:
        return {row.first_name: row.person_id for row in members(s, context.chapter.id, TODAY)}


@pytest.fixture
def slips_context(context: Context, people: dict[str, int]) -> Context:
    """Last week's meeting, completed, with one referral; today's with one slip of each kind and a visitor."""
    chapter_id = context.chapter.id
    with context.desk.change("Slips of two meetings") as s:
        _first, last_week, today = meetings(s, chapter_id)[:3]

        def give(kind: SlipKind, day: dt.date, giver: str | None, receiver: str | None, **fields: Any) -> None:
            draft = SlipDraft(
                kind=kind,
                date=day,
                giver_id=people[giver] if giver else None,
                receiver_id=people[receiver] if receiver else None,
                **fields,
            )
            add_slip(s, chapter_id, draft)

        give(SlipKind.REFERRAL, last_week.date, "Ana", "Bruno", tier=Tier.OUTSIDE, prospect="Óscar Peña")
        give(SlipKind.REFERRAL, TODAY, "Bruno", "Carmen", tier=Tier.INSIDE, note="Reforma del baño")
        give(SlipKind.ONE_TO_ONE, TODAY, "Ana", "Diego", place="Café Central")
        give(SlipKind.CLOSED_BUSINESS, TODAY, None, "Elena", amount=123_450, tier=Tier.INSIDE, repeat_business=False)
        give(SlipKind.EDUCATION, TODAY, "Félix", None, credits=2)
        give(SlipKind.TESTIMONIAL, TODAY, "Carmen", "Ana", note="Rápida y clara")
        give(SlipKind.INTRODUCTION, TODAY, "Diego", "Elena", third_id=people["Bruno"], note="Locales en el centro")
        add_visit(s, today.id, first_name="Marta", last_name="Gil", inviter_id=people["Ana"], attended=True)
        for row in members(s, chapter_id, TODAY):
            if row.first_name == "Diego":
                mark(s, last_week.id, row.membership_id, Code.ABSENT)
        mark_rest_present(s, last_week.id)
        complete(s, last_week.id, {})
    return context


@pytest.fixture
def ledger_screen(slips_context: Context, make_screen: Callable[..., Any]) -> Any:
    """The screen of slips over them, in the size that a 13-inch laptop leaves it."""
    from chapterdesk.ui.screens.slips.slips_screen import SlipsScreen

    return make_screen(SlipsScreen, slips_context)
