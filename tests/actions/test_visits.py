"""A visitor is entered, expected, corrected, removed and made a member, one step each."""

import datetime as dt

import pytest

from chapterdesk.actions import visits as actions
from chapterdesk.actions.people import Party
from chapterdesk.actions.visits import Guest
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store.members import members
from chapterdesk.store.visits import VisitRow, visits_of
from tests.actions.doing import one_step, refused
from tests.story import Story

THURSDAY = dt.date(2026, 3, 5)


@pytest.fixture
def today(story: Story) -> int:
    return story.meeting(THURSDAY, MeetingStatus.PLANNED)


def only(story: Story, meeting_id: int) -> VisitRow:
    rows: list[VisitRow] = story.ask(visits_of, meeting_id)
    assert len(rows) == 1
    return rows[0]


def test_adding_a_guest_returns_the_stored_visit(story: Story, today: int) -> None:
    guest = Guest(None, "Eva Ruiz", "Pan y Sal", Party(story.ana, "Ana Ejemplo"))
    with one_step(story, "Add visitor {name}", name="Eva Ruiz"):
        row = actions.add_guest(story.desk, today, guest, attended=True)
    assert row == only(story, today)
    assert (row.name, row.company, row.inviter, row.attended) == ("Eva Ruiz", "Pan y Sal", "Ana Ejemplo", True)


def test_a_guest_who_was_expected_and_walks_in_is_ticked(story: Story, today: int) -> None:
    with one_step(story, "Expect {name}", name="Eva Ruiz"):
        expected = actions.add_guest(story.desk, today, Guest(None, "Eva Ruiz"), attended=False)
    came = actions.add_guest(story.desk, today, Guest(expected.person_id, "Eva Ruiz"), attended=True)
    assert (came.id, came.attended) == (expected.id, True)
    with refused(story, "already is a visitor"):
        actions.add_guest(story.desk, today, Guest(expected.person_id, "Eva Ruiz"), attended=True)


def test_an_arrival_is_ticked_and_unticked(story: Story, today: int) -> None:
    actions.add_guest(story.desk, today, Guest(None, "Eva Ruiz"), attended=False)
    with one_step(story, "{name} has arrived", name="Eva Ruiz"):
        actions.set_arrived(story.desk, only(story, today), arrived=True)
    with one_step(story, "{name} has not arrived", name="Eva Ruiz"):
        actions.set_arrived(story.desk, only(story, today), arrived=False)


def test_a_name_typed_anew_is_how_the_guest_is_spelt_and_a_name_chosen_is_another_guest(
    story: Story, today: int
) -> None:
    actions.add_guest(story.desk, today, Guest(None, "Eva Ruis"), attended=True)
    before = only(story, today)
    with one_step(story, "Correct visitor {name}", name="Eva Ruis"):
        actions.correct_guest(story.desk, before, Guest(None, "Eva Ruiz", kind=VisitKind.OTHER_CHAPTER))
    now = only(story, today)
    assert (now.person_id, now.name, now.kind) == (before.person_id, "Eva Ruiz", VisitKind.OTHER_CHAPTER)
    actions.correct_guest(story.desk, now, Guest(story.carla, "Carla Ejemplo"))
    assert only(story, today).person_id == story.carla


def test_an_unchanged_field_makes_no_change(story: Story, today: int) -> None:
    row = actions.add_guest(story.desk, today, Guest(None, "Eva Ruiz"), attended=True)
    step = story.desk.undo_step
    actions.correct_visit(story.desk, row, outcome=row.outcome)
    assert story.desk.undo_step is step
    with one_step(story, "Correct visitor {name}", name="Eva Ruiz"):
        actions.correct_visit(story.desk, row, outcome=VisitOutcome.DECLINED)


def test_a_visitor_is_expected_by_the_list_and_edited_field_by_field(story: Story, today: int) -> None:
    with one_step(story, "Expect {name} as a visitor", name="Eva Ruiz"):
        actions.expect_visitor(story.desk, today, "Eva Ruiz", inviter_id=story.ana)
    row = only(story, today)
    assert (row.name, row.inviter_id, row.attended) == ("Eva Ruiz", story.ana, False)
    with one_step(story, "Change the next contact with {name}", name="Eva Ruiz"):
        actions.edit_visit(story.desk, row, "next_contact", THURSDAY)
    assert only(story, today).next_contact == THURSDAY


def test_a_visitor_becomes_a_member_sponsored_by_who_invited(story: Story, today: int) -> None:
    actions.expect_visitor(story.desk, today, "Eva Ruiz", inviter_id=story.ana)
    with one_step(story, "{name} becomes a member", name="Eva Ruiz"):
        actions.make_member(story.desk, only(story, today), THURSDAY, "Notary")
    (eva,) = (row for row in story.ask(members, story.chapter, THURSDAY) if row.name == "Eva Ruiz")
    assert (eva.start, eva.classification, eva.sponsor_id) == (THURSDAY, "Notary", story.ana)


def test_a_visit_is_removed_from_the_meeting_or_from_the_list(story: Story, today: int) -> None:
    row = actions.add_guest(story.desk, today, Guest(None, "Eva Ruiz"), attended=True)
    with one_step(story, "Remove visitor {name}", name="Eva Ruiz"):
        actions.remove_guest(story.desk, row)
    story.desk.undo()
    with one_step(story, "Remove the visit of {name}", name="Eva Ruiz"):
        actions.remove_visit(story.desk, row)
    assert story.ask(visits_of, today) == []
