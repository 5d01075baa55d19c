"""Meetings, the calendar, roll calls, visits, slips and their figures in the desk file."""

import datetime as dt

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.members import Status
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import FollowUp, SlipKind, Tier
from chapterdesk.store import calendar, chapters, course, meetings, members, roll, slips, visits
from chapterdesk.store.log import row_changes
from chapterdesk.store.slips import SlipFilter
from chapterdesk.store.statistics import attendance_grid, by_meeting, meeting_totals
from tests.story import YEAR, Story

MONDAY = dt.date(2026, 11, 30)
THU = [dt.date(2026, 3, day) for day in (5, 12, 19, 26)]
REFERRAL = SlipKind.REFERRAL


def test_meetings_are_planned_automatically_and_called_off_on_holidays(story: Story) -> None:
    story.do(chapters.edit_chapter, story.chapter, country="ES", subdivision="AN", place="Hotel Sol")
    story.do(chapters.add_holiday, story.chapter, dt.date(2026, 12, 18), "Cena")
    story.do(chapters.edit_chapter, story.chapter, weekday=4)
    assert story.do(calendar.ensure_meetings, story.chapter, MONDAY) == 8
    assert story.do(calendar.ensure_meetings, story.chapter, MONDAY) == 0
    made = story.ask(meetings.meetings, story.chapter)
    off = [row.date for row in made if row.status is MeetingStatus.HOLIDAY]
    assert off == [dt.date(2026, 12, 18), dt.date(2026, 12, 25), dt.date(2027, 1, 1)]
    assert {row.place for row in made} == {"Hotel Sol"}


def test_a_moved_meeting_keeps_its_week_and_a_chapter_without_weekday_plans_nothing(story: Story) -> None:
    story.do(calendar.ensure_meetings, story.chapter, MONDAY, 2)
    first = story.ask(meetings.next_meeting, story.chapter, MONDAY)
    story.do(meetings.move_meeting, first.id, first.date - dt.timedelta(1))
    assert story.ask(calendar.missing_meetings, story.chapter, MONDAY, 2) == []
    story.do(chapters.edit_chapter, story.chapter, weekday=None)
    assert story.ask(calendar.missing_meetings, story.chapter, MONDAY) == []


def test_an_unknown_country_has_no_holidays() -> None:
    assert calendar.public_holidays("XX", "", {2026}) == {}
    assert calendar.public_holidays("", "", {2026}) == {}
    assert calendar.public_holidays("ES", "NOWHERE", {2026}) == {}
    assert calendar.subdivisions("XX") == calendar.subdivisions("") == {}


def test_the_parts_of_a_country_have_names() -> None:
    parts = calendar.subdivisions("ES")
    assert (parts["AN"], parts["CT"]) == ("Andalucía", "Cataluña")


def test_the_next_meeting_is_made_past_holidays_when_slips_need_one(story: Story) -> None:
    story.do(chapters.edit_chapter, story.chapter, country="ES", weekday=4)
    meeting = story.meeting(dt.date(2026, 12, 18))
    slip = story.slip(REFERRAL, dt.date(2026, 12, 18), story.ana, story.bruno, meeting_id=meeting)
    assert story.ask(slips.slip, slip).date == dt.date(2027, 1, 8)


def test_two_meetings_of_a_day_are_kept_apart(story: Story) -> None:
    one = story.do(meetings.add_meeting, story.chapter, THU[0], status=MeetingStatus.DISCARDED)
    two = story.do(meetings.add_meeting, story.chapter, THU[0], kind=MeetingKind.EVENT)
    assert [row.sequence for row in story.ask(meetings.meetings, story.chapter)] == [1, 2]
    assert story.ask(meetings.meeting_on, story.chapter, THU[0]).id == two
    assert story.ask(meetings.meeting_on, story.chapter, THU[1]) is None
    assert story.ask(meetings.last_meeting, story.chapter, THU[3]) is None
    with pytest.raises(ChapterError, match="no longer"):
        story.ask(meetings.meeting, one + two)


def test_the_roll_marks_cycles_through_codes_and_forgets_a_substitute(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    ana, bruno, carla = (story.membership(person) for person in (story.ana, story.bruno, story.carla))
    story.do(members.edit_membership, carla, status=Status.LEAVE)
    story.do(roll.mark, meeting, ana, Code.SUBSTITUTE, story.bruno)
    assert story.ask(roll.roll_call, meeting)[0].substitute == "Bruno Ejemplo"
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.DRAFT
    story.do(roll.mark, meeting, ana, Code.PRESENT, story.bruno)
    assert story.ask(roll.roll_call, meeting)[0].substitute == ""
    assert story.do(roll.mark_rest_present, meeting) == 1
    assert [row.code for row in story.ask(roll.roll_call, meeting)] == [Code.PRESENT, Code.PRESENT, None]
    assert story.do(roll.mark_rest_present, meeting) == 0
    story.do(roll.mark, meeting, bruno, None)
    assert story.ask(roll.roll_call, meeting)[1].code is None


def test_a_meeting_called_off_takes_no_marks_until_it_is_planned_again(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    with pytest.raises(ChapterError, match="Choose whether"):
        story.do(course.call_off, meeting, MeetingStatus.DRAFT)
    story.do(course.call_off, meeting, MeetingStatus.HOLIDAY)
    for function, arguments in ((roll.mark, (meeting, 1, Code.PRESENT)), (course.complete, (meeting, {}))):
        with pytest.raises(ChapterError, match="called off"):
            story.do(function, *arguments)
    story.do(course.plan_again, meeting)
    story.do(roll.mark, meeting, story.membership(story.ana), Code.PRESENT)
    story.do(course.call_off, meeting, MeetingStatus.DISCARDED)
    story.do(course.plan_again, meeting)
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.DRAFT


def test_completing_first_shows_what_is_unfinished(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    assert [found.kind for found in story.ask(course.unfinished, meeting)] == ["roll"]
    story.do(roll.mark, meeting, story.membership(story.ana), Code.SUBSTITUTE)
    story.visit(meeting, "Eva")
    story.visit(meeting, "Gil", attended=False)
    found = [entry.text.format(**entry.params) for entry in story.ask(course.unfinished, meeting)]
    assert found == [
        "Not marked yet: 2",
        "Nobody is named as substitute of Ana Ejemplo",
        "Who invited Eva is missing",
        "Gil was expected and has not arrived",
    ]


def test_a_visitor_is_expected_arrives_and_is_not_added_twice(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    visit = story.visit(meeting, "Eva", attended=False)
    assert [row.name for row in story.ask(visits.expected, meeting)] == ["Eva"]
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.PLANNED
    story.do(visits.edit_visit, visit, attended=True)
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.DRAFT
    eva = story.ask(visits.visits, story.chapter, YEAR)[0].person_id
    with pytest.raises(ChapterError, match="already is a visitor"):
        story.visit(meeting, person_id=eva)
    story.do(visits.remove_visit, visit)
    assert story.ask(visits.visits, story.chapter) == []


def test_the_ledger_filters_by_kind_period_person_and_words(story: Story) -> None:
    story.meeting(THU[0], MeetingStatus.DRAFT)
    story.slip(REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE, prospect="Ferretería Núñez")
    story.slip(SlipKind.ONE_TO_ONE, THU[1], story.ana, story.carla)
    story.slip(SlipKind.EDUCATION, THU[2], story.bruno, credits=2)

    def found(**wanted: object) -> list[SlipKind]:
        return [row.kind for row in story.ask(slips.slips, story.chapter, SlipFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == [SlipKind.EDUCATION, SlipKind.ONE_TO_ONE, REFERRAL]
    assert found(kinds=(REFERRAL,)) == [REFERRAL]
    assert found(period=Period(THU[1], THU[2])) == [SlipKind.EDUCATION, SlipKind.ONE_TO_ONE]
    assert found(person_id=story.bruno) == [SlipKind.EDUCATION, REFERRAL]
    assert found(text="nunez ferr") == [REFERRAL]
    assert found(meeting_id=story.ask(meetings.meeting_on, story.chapter, THU[0]).id) == [REFERRAL]


def test_a_slip_is_corrected_and_its_follow_up_stays_open_after_completion(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    slip = story.slip(REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE)
    story.do(slips.edit_slip, slip, receiver_id=story.carla)
    with pytest.raises(ChapterError, match="same person"):
        story.do(slips.edit_slip, slip, receiver_id=story.ana)
    with pytest.raises(ChapterError, match="heat"):
        story.do(slips.edit_slip, slip, heat=9)
    story.complete(meeting)
    story.do(slips.edit_slip, slip, follow_up=FollowUp.WON, note="Signed")
    row = story.ask(slips.slip, slip)
    assert (row.receiver, row.follow_up, row.locked) == ("Carla Ejemplo", FollowUp.WON, True)
    story.do(course.unlock, meeting, "typo")
    story.do(slips.remove_slip, slip)
    with pytest.raises(ChapterError, match="no longer"):
        story.ask(slips.slip, slip)


def test_the_figures_of_one_meeting_and_of_many(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT, ana=Code.PRESENT, bruno=Code.ABSENT)
    story.slip(REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.OUTSIDE)
    story.slip(REFERRAL, THU[0], story.ana, story.bruno)
    story.slip(SlipKind.CLOSED_BUSINESS, THU[0], None, story.ana, amount=1000)
    story.slip(SlipKind.EDUCATION, THU[0], story.ana, credits=3)
    story.slip(SlipKind.ONE_TO_ONE, THU[0], story.ana, story.bruno)
    story.slip(SlipKind.TESTIMONIAL, THU[0], story.ana, story.bruno)
    story.visit(meeting, "Eva")
    story.visit(meeting, "Gil", attended=False)
    found = story.ask(meeting_totals, meeting)
    assert (found.marks.P, found.marks.A, found.members) == (1, 1, 3)
    assert (found.inside, found.outside, found.referrals, found.one_to_ones) == (1, 1, 2, 1)
    assert (found.closed_business, found.education, found.testimonials, found.visitors) == (1000, 3, 1, 1)
    story.meeting(THU[1], MeetingStatus.HOLIDAY)
    listed = story.ask(by_meeting, story.chapter, YEAR)
    assert [(row.date, row.totals.referrals) for row in listed] == [(THU[0], 2)]


def test_the_attendance_grid_shows_who_was_there_and_when(story: Story) -> None:
    story.meeting(THU[0], ana=Code.PRESENT, carla=Code.LATE)
    story.meeting(THU[1], ana=Code.ABSENT)
    story.meeting(THU[2], kind=MeetingKind.COMMITTEE)
    story.do(members.leave, story.membership(story.carla), THU[1])
    grid = story.ask(attendance_grid, story.chapter, YEAR)
    assert [row.date for row in grid.meetings] == THU[:2]
    assert [(row.name, row.codes, row.listed) for row in grid.rows] == [
        ("Ana Ejemplo", (Code.PRESENT, Code.ABSENT), True),
        ("Bruno Ejemplo", (None, None), True),
        ("Carla Ejemplo", (Code.LATE, None), False),
    ]
    assert grid.rows[0].marks.weeks == 2


def test_the_log_tells_what_a_field_was_before_and_after(story: Story) -> None:
    slip = story.slip(REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE)
    uid = story.ask(slips.slip, slip).uid
    with story.desk.change("Correct the referral of {giver}", giver="Ana") as s:
        slips.edit_slip(s, slip, tier=Tier.OUTSIDE)
    story.desk.undo()
    found = story.ask(row_changes.changes, "slip", uid)
    assert [(row.via, row.action, row.changes) for row in found] == [
        ("undo", "update", (("tier", "outside", "inside"),)),
        ("change", "update", (("tier", "inside", "outside"),)),
        ("change", "insert", ()),
    ]
    assert found[1].params == {"giver": "Ana"}


def test_a_meeting_that_a_visitor_came_to_took_place_and_is_not_called_off(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    visit = story.visit(meeting, "Eva")
    with pytest.raises(ChapterError, match="Eva came to the meeting of 2026-03-05"):
        story.do(course.call_off, meeting, MeetingStatus.DISCARDED)
    story.do(visits.edit_visit, visit, attended=False)
    story.do(course.call_off, meeting, MeetingStatus.DISCARDED)


def test_a_meeting_that_was_called_off_takes_no_visitors(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    story.do(course.call_off, meeting, MeetingStatus.DISCARDED)
    visit = story.visit(meeting, "Eva", attended=False)
    with pytest.raises(ChapterError, match="called off; plan it again first"):
        story.do(visits.edit_visit, visit, attended=True)
    with pytest.raises(ChapterError, match="called off; plan it again first"):
        story.visit(meeting, "Gil")
    story.do(course.plan_again, meeting)
    story.do(visits.edit_visit, visit, attended=True)
