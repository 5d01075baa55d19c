"""A line of the ledger is corrected and removed as a slip or as a visit."""

import datetime as dt

import pytest

from chapterdesk.actions.ledger import correct_line, remove_line
from chapterdesk.actions.people import Party
from chapterdesk.actions.slips import add_slip
from chapterdesk.actions.visits import Guest, add_guest
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry, entries
from tests.actions.doing import one_step, refused
from tests.story import Story

THURSDAY = dt.date(2026, 3, 5)


@pytest.fixture
def today(story: Story) -> int:
    """The id of a meeting with thanks for business, of which nobody knows the giver, and a visitor."""
    meeting = story.meeting(THURSDAY, MeetingStatus.DRAFT)
    thanks = {"receiver": Party(story.bruno, "Bruno Ejemplo")}
    kind = SlipKind.CLOSED_BUSINESS
    add_slip(story.desk, story.chapter, kind, THURSDAY, {"amount": 500}, thanks, meeting_id=meeting)
    add_guest(story.desk, meeting, Guest(None, "Eva Ruiz"), attended=True)
    return meeting


def line(story: Story, kind: str) -> LedgerEntry:
    found: LedgerEntry = next(one for one in story.ask(entries, story.chapter, None) if one.kind == kind)
    return found


@pytest.mark.usefixtures("today")
def test_a_line_is_corrected_by_what_it_is(story: Story) -> None:
    with one_step(story, "Correct slip of {name}", name="Bruno Ejemplo"):
        correct_line(story.desk, line(story, SlipKind.CLOSED_BUSINESS), {"amount": 700, "note": "roof"})
    with one_step(story, "Correct visitor {name}", name="Eva Ruiz"):
        correct_line(story.desk, line(story, VISITOR), {"inviter_id": story.ana})
    assert line(story, SlipKind.CLOSED_BUSINESS).value("amount") == 700
    assert line(story, VISITOR).giver_id == story.ana
    step = story.desk.undo_step
    correct_line(story.desk, line(story, VISITOR), {"inviter_id": story.ana})
    assert story.desk.undo_step is step


def test_a_line_is_removed_by_what_it_is(story: Story, today: int) -> None:
    with one_step(story, "Remove visitor {name}", name="Eva Ruiz"):
        remove_line(story.desk, line(story, VISITOR))
    slip = line(story, SlipKind.CLOSED_BUSINESS)
    story.complete(today)
    with refused(story, "completed; unlock it first"):
        remove_line(story.desk, slip)
