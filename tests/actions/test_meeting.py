"""The roll call and the course of a meeting; every action is one change."""

import datetime as dt

from chapterdesk.actions import meeting as actions
from chapterdesk.actions.people import Party
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.store.chapters import chapter, edit_chapter
from chapterdesk.store.meetings import MeetingRow, meeting, meetings
from chapterdesk.store.roll import RollRow, roll_call
from tests.actions.doing import one_step, refused
from tests.story import Story

THURSDAY = dt.date(2026, 3, 5)


def ana(story: Story, meeting_id: int) -> RollRow:
    rows: list[RollRow] = story.ask(roll_call, meeting_id)
    return next(row for row in rows if row.person_id == story.ana)


def test_a_mark_is_set_and_removed(story: Story) -> None:
    today = story.meeting(THURSDAY, MeetingStatus.PLANNED)
    with one_step(story, "Mark {name}: {code}", name="Ana Ejemplo", code=Code.LATE):
        actions.set_mark(story.desk, today, ana(story, today), Code.LATE)
    assert ana(story, today).code is Code.LATE
    with one_step(story, "Take away the mark of {name}", name="Ana Ejemplo"):
        actions.set_mark(story.desk, today, ana(story, today), None)
    assert ana(story, today).code is None


def test_a_substitute_can_be_somebody_new(story: Story) -> None:
    today = story.meeting(THURSDAY, MeetingStatus.PLANNED)
    with one_step(story, "{substitute} stands in for {name}", substitute="Eva Ruiz", name="Ana Ejemplo"):
        actions.set_mark(story.desk, today, ana(story, today), Code.SUBSTITUTE, Party(None, "Eva Ruiz"))
    assert ana(story, today).substitute == "Eva Ruiz"


def test_all_others_are_marked_in_one_step(story: Story) -> None:
    today = story.meeting(THURSDAY, MeetingStatus.PLANNED, ana=Code.ABSENT)
    with one_step(story, "Mark everyone else present"):
        assert actions.mark_everyone_else(story.desk, today) == 2
    assert ana(story, today).code is Code.ABSENT


def test_a_completed_meeting_takes_no_mark_and_no_new_person(story: Story) -> None:
    today = story.meeting(THURSDAY)
    with refused(story, "completed; unlock it first"):
        actions.set_mark(story.desk, today, ana(story, today), Code.SUBSTITUTE, Party(None, "Eva Ruiz"))


def test_the_course_of_a_meeting(story: Story) -> None:
    here = story.ask(chapter, story.chapter)
    with one_step(story, "Add a meeting on {date}", date=THURSDAY):
        added = actions.add_meeting(story.desk, here, THURSDAY, MeetingKind.REGULAR)

    def now() -> MeetingRow:
        row: MeetingRow = story.ask(meeting, added)
        return row

    other = dt.date(2026, 3, 6)
    with one_step(story, "Move the meeting of {date} to {day}", date=THURSDAY, day=other):
        actions.move_meeting(story.desk, now(), other)
    with one_step(story, "Call off the meeting of {date}", date=other):
        actions.call_off_meeting(story.desk, now(), MeetingStatus.DISCARDED)
    with one_step(story, "Plan the meeting of {date} again", date=other):
        actions.plan_meeting_again(story.desk, now())
    with one_step(story, "{date} is a holiday", date=other):
        actions.call_off_meeting(story.desk, now(), MeetingStatus.HOLIDAY)
    actions.plan_meeting_again(story.desk, now())
    codes = {row.membership_id: Code.PRESENT for row in story.ask(roll_call, added)}
    with one_step(story, "Complete the meeting of {date}", date=other):
        actions.complete_meeting(story.desk, now(), codes)
    with refused(story, "why the meeting is opened again"):
        actions.unlock_meeting(story.desk, now(), "")
    with one_step(story, "Unlock the meeting of {date}: {reason}", date=other, reason="Ana came"):
        actions.unlock_meeting(story.desk, now(), "Ana came")
    assert now().status is MeetingStatus.DRAFT


def test_an_added_meeting_is_where_and_when_the_chapter_meets(story: Story) -> None:
    story.do(edit_chapter, story.chapter, place="Hotel Sol", start_time=dt.time(7, 30))
    added = actions.add_meeting(story.desk, story.ask(chapter, story.chapter), THURSDAY, MeetingKind.EVENT)
    row = story.ask(meeting, added)
    assert (row.place, row.start_time, row.kind) == ("Hotel Sol", dt.time(7, 30), MeetingKind.EVENT)


def test_the_next_weeks_are_planned_in_one_step(story: Story) -> None:
    with one_step(story, "Plan the meetings of the next weeks"):
        actions.plan_weeks(story.desk, [story.chapter], THURSDAY)
    assert len(story.ask(meetings, story.chapter)) == 8
    story.desk.undo()
    assert story.ask(meetings, story.chapter) == []


def test_missing_weeks_are_planned_once_without_an_undo_step(story: Story) -> None:
    actions.plan_missing_weeks(story.desk, THURSDAY)
    assert len(story.ask(meetings, story.chapter)) == 8
    assert story.desk.undo_step is None
    actions.plan_missing_weeks(story.desk, THURSDAY)
    assert len(story.ask(meetings, story.chapter)) == 8
