"""Planned meetings follow the chapter: another weekday, another region, a holiday."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.store.calendar import ensure_meetings
from chapterdesk.store.chapters import add_chapter, add_holiday, edit_chapter, holidays, remove_holiday
from chapterdesk.store.course import call_off, meet_after_all, replan
from chapterdesk.store.meetings import meeting_on, meetings
from chapterdesk.store.sqlite.file import DeskFile

TODAY = dt.date(2026, 3, 5)
THURSDAY, TUESDAY = 3, 1


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    with DeskFile.create(tmp_path / "a.chapterdesk") as desk:
        with desk.change("New") as s:
            chapter_id = add_chapter(s, name="Alameda", weekday=THURSDAY, country="ES", subdivision="")
            ensure_meetings(s, chapter_id, TODAY)
        yield desk


def days(desk: DeskFile, status: MeetingStatus) -> list[dt.date]:
    with desk.read() as s:
        return [row.date for row in meetings(s, 1) if row.status is status]


def test_another_weekday_moves_the_meetings_after_today_within_their_weeks(desk: DeskFile) -> None:
    before = days(desk, MeetingStatus.PLANNED)
    assert before[0] == TODAY
    with desk.change("Tuesdays") as s:
        edit_chapter(s, 1, weekday=TUESDAY)
        replan(s, 1, TODAY, THURSDAY)
    after = days(desk, MeetingStatus.PLANNED)
    assert after[0] == TODAY
    assert {day.weekday() for day in after[1:]} == {TUESDAY}
    assert after[1 : len(before)] == [day - dt.timedelta(days=2) for day in before[1:]]


def test_adding_a_holiday_calls_the_meeting_off_and_removing_it_plans_it_again(desk: DeskFile) -> None:
    day = dt.date(2026, 3, 26)
    with desk.change("Holiday") as s:
        add_holiday(s, 1, day)
        replan(s, 1, TODAY)
    assert day in days(desk, MeetingStatus.HOLIDAY)
    with desk.change("No holiday") as s:
        remove_holiday(s, holidays(s, 1)[0].id)
        meet_after_all(s, 1, day)
    assert day in days(desk, MeetingStatus.PLANNED)


def test_another_region_brings_its_public_holidays(desk: DeskFile) -> None:
    maundy_thursday = dt.date(2026, 4, 2)
    assert maundy_thursday in days(desk, MeetingStatus.PLANNED)
    with desk.change("Madrid") as s:
        edit_chapter(s, 1, subdivision="MD")
        replan(s, 1, TODAY)
    assert maundy_thursday in days(desk, MeetingStatus.HOLIDAY)


def test_a_meeting_that_was_called_off_stays_called_off(desk: DeskFile) -> None:
    day = dt.date(2026, 3, 12)
    with desk.change("Off") as s:
        row = meeting_on(s, 1, day)
        assert row is not None
        call_off(s, row.id, MeetingStatus.DISCARDED)
        replan(s, 1, TODAY)
        meet_after_all(s, 1, day)
    assert day in days(desk, MeetingStatus.DISCARDED)


def test_a_chapter_without_a_weekday_keeps_what_is_planned(desk: DeskFile) -> None:
    before = days(desk, MeetingStatus.PLANNED)
    with desk.change("No day") as s:
        edit_chapter(s, 1, weekday=None)
        replan(s, 1, TODAY, THURSDAY)
    assert days(desk, MeetingStatus.PLANNED) == before
