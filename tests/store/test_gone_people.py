"""A person who was chosen and whose adding was undone is refused with the field's name wherever an id is stored."""

import datetime as dt
from collections.abc import Callable

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import SlipKind
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store import members, people, roles, roll, slips, visits
from tests.story import Story

DAY = dt.date(2026, 3, 5)


@pytest.fixture
def gone(story: Story) -> int:
    """The id of Eva, whose adding was undone."""
    eva = int(story.do(people.add_person, first_name="Eva"))
    story.desk.undo()
    return eva


def give_slip(story: Story, gone: int) -> None:
    story.slip(SlipKind.REFERRAL, DAY, gone, story.bruno)


def receive_slip(story: Story, gone: int) -> None:
    story.slip(SlipKind.REFERRAL, DAY, story.ana, gone)


def introduce(story: Story, gone: int) -> None:
    story.slip(SlipKind.INTRODUCTION, DAY, story.ana, story.bruno, third_id=gone)


def correct_slip(story: Story, gone: int) -> None:
    story.do(slips.edit_slip, story.slip(SlipKind.REFERRAL, DAY, story.ana, story.bruno), receiver_id=gone)


def visit(story: Story, gone: int) -> None:
    story.visit(story.meeting(DAY), person_id=gone, kind=VisitKind.FIRST)


def invite(story: Story, gone: int) -> None:
    story.visit(story.meeting(DAY), "Marta", inviter_id=gone)


def correct_visit(story: Story, gone: int) -> None:
    story.do(visits.edit_visit, story.visit(story.meeting(DAY), "Marta"), inviter_id=gone)


def substitute(story: Story, gone: int) -> None:
    meeting = story.meeting(DAY, MeetingStatus.DRAFT)
    story.do(roll.mark, meeting, story.membership(story.ana), Code.SUBSTITUTE, gone)


def hold_role(story: Story, gone: int) -> None:
    story.do(roles.start_role, story.chapter, gone, "president", DAY)


def sponsor(story: Story, gone: int) -> None:
    story.do(members.add_member, story.chapter, first_name="Diego", sponsor_id=gone)


def mentor(story: Story, gone: int) -> None:
    story.do(members.edit_membership, story.membership(story.ana), mentor_id=gone)


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (give_slip, "From"),
        (receive_slip, "To"),
        (introduce, "Introduced to"),
        (correct_slip, "To"),
        (visit, "Visitor"),
        (invite, "Invited by"),
        (correct_visit, "Invited by"),
        (substitute, "Substitute"),
        (hold_role, "Person"),
        (sponsor, "Sponsor"),
        (mentor, "Mentor"),
    ],
)
def test_a_person_who_is_gone_is_refused_by_field(
    story: Story, gone: int, act: Callable[[Story, int], None], field: str
) -> None:
    with pytest.raises(ChapterError, match="no longer in the file; type the name again") as refused:
        act(story, gone)
    assert refused.value.params["field"].label == field
