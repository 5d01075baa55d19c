"""A chapter with its days, its logo and its seats: each edit is one step."""

import datetime as dt
from typing import Any

from chapterdesk.actions import chapter as actions
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import SeatState
from chapterdesk.store.calendar import ensure_meetings
from chapterdesk.store.chapters import ChapterRow, chapter, holidays, logo
from chapterdesk.store.meetings import meetings
from chapterdesk.store.seats import seats
from tests.actions.doing import one_step, refused
from tests.story import Story

TODAY = dt.date(2026, 3, 2)
THURSDAY = dt.date(2026, 3, 5)


def here(story: Story) -> ChapterRow:
    row: ChapterRow = story.ask(chapter, story.chapter)
    return row


def days(story: Story, chapter_id: int) -> list[dt.date]:
    rows = story.ask(meetings, chapter_id)
    return [row.date for row in rows if row.status is MeetingStatus.PLANNED]


def test_a_chapter_is_added_with_its_next_weeks_planned_when_the_day_is_known(story: Story) -> None:
    data: dict[str, Any] = {"kind": GroupKind.BUSINESS, "weekday": 1}
    with one_step(story, "Add chapter {name}", name="Vega"):
        vega = actions.add_chapter(story.desk, TODAY, name="Vega", **data)
    assert days(story, vega)[0] == dt.date(2026, 3, 3)
    assert days(story, actions.add_chapter(story.desk, name="Sierra", **data)) == []
    with refused(story, "Vega|name"):
        actions.add_chapter(story.desk, TODAY, name="Vega", **data)


def test_another_weekday_moves_what_is_planned(story: Story) -> None:
    story.do(ensure_meetings, story.chapter, TODAY)
    with one_step(story, "Change the data of {chapter}", chapter=here(story).name):
        actions.edit_chapter(story.desk, here(story), TODAY, weekday=1)
    assert {day.weekday() for day in days(story, story.chapter)} == {1}
    story.desk.undo()
    assert {day.weekday() for day in days(story, story.chapter)} == {3}


def test_a_logo_is_stored_and_removed(story: Story) -> None:
    with one_step(story, "Change the logo", chapter=here(story).name):
        actions.set_logo(story.desk, here(story), b"\x89PNG")
    with one_step(story, "Remove the logo", chapter=here(story).name):
        actions.set_logo(story.desk, here(story), None)
    assert story.ask(logo, story.chapter) is None


def test_no_meeting_on_a_holiday_until_it_is_removed(story: Story) -> None:
    story.do(ensure_meetings, story.chapter, TODAY)
    with one_step(story, "Add the holiday of {day}", day=THURSDAY):
        actions.add_holiday(story.desk, story.chapter, THURSDAY, "Fair", TODAY)
    assert THURSDAY not in days(story, story.chapter)
    (row,) = story.ask(holidays, story.chapter)
    with one_step(story, "Remove the holiday of {day}", day=THURSDAY):
        actions.remove_holiday(story.desk, story.chapter, row)
    assert THURSDAY in days(story, story.chapter)


def test_a_seat_can_be_wanted_and_no_longer_wanted(story: Story) -> None:
    with refused(story, "The seat is missing"):
        actions.want_seat(story.desk, story.chapter, "")
    with one_step(story, "Look for somebody for the seat {seat}", seat="Notary"):
        actions.want_seat(story.desk, story.chapter, "Notary")
    (seat,) = story.ask(seats, story.chapter, TODAY)
    assert seat.state is SeatState.WANTED
    with one_step(story, "Look no more for the seat {seat}", seat="Notary"):
        actions.set_seat_wanted(story.desk, seat, wanted=False)
    with one_step(story, "Look for somebody for the seat {seat}", seat="Notary"):
        actions.set_seat_wanted(story.desk, seat, wanted=True)
