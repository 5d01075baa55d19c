"""A slip is added, corrected and removed in one step each, from the meeting and from the ledger alike."""

import datetime as dt

from chapterdesk.actions.people import Party, known_party
from chapterdesk.actions.slips import add_slip, correct_slip, remove_slip
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.store.people import person
from chapterdesk.store.slips import SlipRow, slip, slips
from tests.actions.doing import one_step, refused
from tests.story import Story

THURSDAY = dt.date(2026, 3, 5)
NEXT = dt.date(2026, 3, 12)


def referral(story: Story, meeting_id: int | None = None, *, to: Party | None = None) -> SlipRow:
    parties = {"giver": Party(story.ana, "Ana Ejemplo"), "receiver": to or Party(story.bruno, "Bruno Ejemplo")}
    values = {"tier": Tier.INSIDE}
    return add_slip(story.desk, story.chapter, SlipKind.REFERRAL, THURSDAY, values, parties, meeting_id=meeting_id)


def test_adding_a_slip_returns_the_stored_row(story: Story) -> None:
    meeting = story.meeting(THURSDAY, MeetingStatus.PLANNED)
    with one_step(story, "Add referral of {giver} to {receiver}", giver="Ana Ejemplo", receiver="Bruno Ejemplo"):
        row = referral(story, meeting)
    assert row == story.ask(slip, row.id)
    assert (row.meeting_id, row.date, row.giver_id, row.receiver) == (meeting, THURSDAY, story.ana, "Bruno Ejemplo")


def test_a_slip_of_a_completed_meeting_is_returned_with_the_next_meeting(story: Story) -> None:
    meeting = story.meeting(THURSDAY)
    following = story.meeting(NEXT, MeetingStatus.PLANNED)
    row = referral(story, meeting)
    assert (row.meeting_id, row.date) == (following, NEXT)


def test_a_person_named_for_the_first_time_is_added_and_undone_with_the_slip(story: Story) -> None:
    row = referral(story, to=Party(None, "Eva Ruiz Sol", Side.ELSEWHERE, "Norte"))
    assert row.receiver_id is not None
    assert story.ask(person, row.receiver_id).last_name == "Ruiz Sol"
    assert (row.receiver_side, row.other_chapter) == (Side.ELSEWHERE, "Norte")
    story.desk.undo()
    assert story.ask(slips, story.chapter) == []
    with refused(story, "no longer in the file"):
        story.ask(person, row.receiver_id)


def test_an_incomplete_slip_adds_no_person(story: Story) -> None:
    with refused(story, "The amount is missing"):
        parties = {"receiver": Party(None, "Eva Ruiz")}
        add_slip(story.desk, story.chapter, SlipKind.CLOSED_BUSINESS, THURSDAY, {}, parties)


def test_only_what_differs_is_corrected(story: Story) -> None:
    meeting = story.meeting(THURSDAY, MeetingStatus.DRAFT)
    row = referral(story, meeting)
    story.complete(meeting)
    row = story.ask(slip, row.id)
    same = {"giver": Party(story.ana, "Ana Ejemplo"), "receiver": Party(story.bruno, "Bruno Ejemplo")}
    with one_step(story, "Correct slip of {name}", name="Ana Ejemplo"):
        correct_slip(story.desk, row, {"tier": Tier.INSIDE, "note": "called"}, same)
    step = story.desk.undo_step
    correct_slip(story.desk, row, {"tier": Tier.INSIDE}, same)
    assert story.desk.undo_step is step
    with refused(story, "completed; unlock it first"):
        correct_slip(story.desk, row, {"tier": Tier.OUTSIDE}, same)


def test_a_party_can_be_replaced_by_a_new_person(story: Story) -> None:
    row = referral(story)
    correct_slip(story.desk, row, {}, {"receiver": Party(None, "Eva Ruiz")})
    assert story.ask(slip, row.id).receiver == "Eva Ruiz"


def test_a_slip_is_removed_while_its_meeting_is_open(story: Story) -> None:
    meeting = story.meeting(THURSDAY, MeetingStatus.DRAFT)
    row, other = referral(story, meeting), referral(story, meeting)
    with one_step(story, "Remove slip of {name}", name="Ana Ejemplo"):
        remove_slip(story.desk, row)
    story.complete(meeting)
    with refused(story, "completed; unlock it first"):
        remove_slip(story.desk, other)


def test_somebody_of_another_chapter_is_known_by_the_side_of_the_last_slip(story: Story) -> None:
    row = referral(story, to=Party(None, "Eva Ruiz", Side.ELSEWHERE, "Norte"))
    assert row.receiver_id is not None

    def known(person_id: int, name: str) -> Party:
        party: Party = story.ask(known_party, story.chapter, THURSDAY, person_id, name)
        return party

    assert known(row.receiver_id, "Eva Ruiz") == Party(row.receiver_id, "Eva Ruiz", Side.ELSEWHERE, "Norte")
    assert known(story.ana, "Ana Ejemplo") == Party(story.ana, "Ana Ejemplo")
