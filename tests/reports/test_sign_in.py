"""The sign-in sheet: the next meeting's members and expected visitors, with room to sign."""

import datetime as dt
from typing import Any

import pytest

from chapterdesk.document.blocks import Heading, Masthead, Table, Text
from chapterdesk.domain.errors import ChapterError
from chapterdesk.reports import MeetingDay
from chapterdesk.store import meetings

from .conftest import MEETINGS, NEXT, Press


def tables(press: Press, **options: Any) -> list[Table]:
    return [block for block in press.blocks("sign-in", **options) if isinstance(block, Table)]


def test_the_next_meeting_is_the_default_with_time_and_place(small: Press) -> None:
    head, _, where, *_ = small.blocks("sign-in")
    assert isinstance(head, Masthead)
    assert head.period == "12 March 2026"
    assert where == Text("07:00 · Hotel Alameda")
    with small.desk.read() as s:
        row = meetings.meeting_on(s, small.chapter, NEXT)
    assert row is not None
    small.act(meetings.edit_meeting, row.id, place="Casa Rural", start_time=dt.time(8, 30))
    assert Text("08:30 · Casa Rural") in small.blocks("sign-in")


def test_members_expected_visitors_and_empty_lines(small: Press) -> None:
    members, data, visitors = tables(small, lines=3)
    assert [row.first_name for row in members.rows] == ["Ana", "Bruno", "Carmen", "Diego"]
    assert [row.name for row in data.rows] == ["Rosa Quiles"]
    assert [row and row.name for row in visitors.rows] == ["Rosa Quiles", None, None, None]
    assert all(column.get(None) == "" for column in visitors.columns)
    assert members.columns[-1].title == "Signature"
    assert members.roomy
    assert visitors.roomy


def test_the_title_says_who_is_expected(small: Press) -> None:
    assert Heading("4 members, 1 visitor expected", 1) in small.blocks("sign-in")


def test_members_on_leave_are_marked_as_such(small: Press) -> None:
    members = tables(small)[0]
    seat = next(column for column in members.columns if column.title == "Classification")
    name = next(column for column in members.columns if column.title == "Member")
    assert [seat.get(row) for row in members.rows][-2:] == ["Fisioterapeuta", "on leave"]
    assert name.tone is not None
    assert [name.tone(row) for row in members.rows][-2:] == ["", "muted"]


def test_a_date_chooses_the_meeting(small: Press) -> None:
    head = small.blocks("sign-in", meeting=MeetingDay(MEETINGS[0]))[0]
    assert isinstance(head, Masthead)
    assert head.period == "12 February 2026"
    with pytest.raises(ChapterError, match="There is no meeting"):
        small.blocks("sign-in", meeting=MeetingDay(dt.date(2026, 1, 1)))


def test_without_any_meeting_it_is_a_sheet_for_today(empty: Press) -> None:
    head = empty.blocks("sign-in")[0]
    assert isinstance(head, Masthead)
    assert head.period == "6 March 2026"
    assert len(tables(empty, lines=-5)[-1].rows) == 0
