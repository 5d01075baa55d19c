"""The attendance report: members and meetings, with a chart by week."""

import csv
import datetime as dt
import io
from typing import Any

from chapterdesk.document.blocks import Chart, Figures, Heading, Table, Text
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.reports import Dates
from chapterdesk.store import meetings, members, roll

from .conftest import MEETINGS, Press


def title(press: Press, **options: Any) -> str:
    return next(block.text for block in press.blocks("attendance", **options) if isinstance(block, Heading))


def test_the_grid_has_a_column_a_meeting_and_the_counts(small: Press) -> None:
    text = small.file("attendance", "csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    days = [day.isoformat() for day in MEETINGS]
    assert rows[0] == ["First name", "Last name", *days, "P", "A", "L", "M", "S", "attendance"]
    assert rows[2] == ["Bruno", "Martín Ruiz", "P", "A", "A", "A", "1", "3", "0", "0", "0", "0.2500"]
    assert rows[3] == ["Carmen", "Núñez Peña", "P", "L", "M", "P", "2", "0", "1", "1", "0", "1.0000"]


def test_former_members_are_below_in_grey(small: Press) -> None:
    blocks = small.blocks("attendance")
    grid = next(block for block in blocks if isinstance(block, Table) and not block.data)
    name = grid.columns[0]
    assert [row.name for row in grid.rows][-1] == "Elena Álvarez Gil"
    assert name.tone is not None
    assert name.tone(grid.rows[-1]) == "muted"
    assert any(isinstance(block, Text) and block.text.startswith("In grey") for block in blocks)


def test_the_title_counts_who_was_absent_three_times(small: Press) -> None:
    assert title(small) == "Attendance 82%, 1 member with three absences or more"
    with small.desk.read() as s:
        bruno = next(row for row in members.members(s, small.chapter, MEETINGS[3]) if row.first_name == "Bruno")
        last = meetings.meeting_on(s, small.chapter, MEETINGS[3])
    assert last is not None
    small.act(meetings.edit_meeting, last.id, status=MeetingStatus.DRAFT)
    small.act(roll.mark, last.id, bruno.membership_id, Code.PRESENT)
    assert title(small) == "Attendance 88%, nobody with three absences"
    assert Text("Provisional: 1 meeting is still in progress", "muted") in small.blocks("attendance")


def test_the_chart_stacks_the_codes_of_each_week(small: Press) -> None:
    chart = next(block for block in small.blocks("attendance") if isinstance(block, Chart))
    assert {one.label: one.values for one in chart.series} == {
        "Present": (4, 3, 2, 3),
        "Late": (0, 1, 0, 0),
        "Substitute": (1, 0, 0, 0),
        "Medical": (0, 0, 1, 0),
        "Absent": (0, 1, 1, 1),
    }
    assert not [block for block in small.blocks("attendance", chart=False) if isinstance(block, Chart)]


def test_with_many_meetings_the_months_are_named_once(small: Press) -> None:
    for back in range(4, 60):
        day = MEETINGS[3] - dt.timedelta(weeks=back)
        meeting = small.act(meetings.add_meeting, small.chapter, day)
        small.act(meetings.edit_meeting, meeting, status=MeetingStatus.COMPLETED)
    year = Dates(period=Period(dt.date(2025, 3, 1), dt.date(2026, 3, 31)))
    blocks = small.blocks("attendance", period=year)
    chart = next(block for block in blocks if isinstance(block, Chart))
    assert len(chart.ticks) == 13
    grids = [block for block in blocks if isinstance(block, Table) and not block.data]
    assert [len(grid.columns) for grid in grids] == [1 + 27, 1 + 26 + 6]


def test_the_seats_represented_are_counted_below_the_grid(small: Press) -> None:
    grid = next(block for block in small.blocks("attendance") if isinstance(block, Table) and not block.data)
    (below,) = grid.totals
    shown = [column.show(column.get(below)) for column in grid.columns[1:5] if column.show]
    assert shown == ["5", "4", "2", "3"]
    assert [column.get(below) for column in grid.columns[5:]] == [None] * 6


def test_without_a_meeting_it_says_so(empty: Press) -> None:
    assert title(empty) == "Nobody has been marked in these days"
    assert Text("No meeting of these days has a roll call.") in empty.blocks("attendance")


def test_an_unmarked_meeting_shows_empty_cells(small: Press) -> None:
    meeting = small.act(meetings.add_meeting, small.chapter, dt.date(2026, 3, 6))
    small.act(meetings.edit_meeting, meeting, status=MeetingStatus.COMPLETED)
    grid = next(block for block in small.blocks("attendance") if isinstance(block, Table) and not block.data)
    column = grid.columns[5]
    assert column.show is not None
    assert column.show(column.get(grid.rows[0])) == ""


def test_a_chapter_without_members_has_no_mean(empty: Press) -> None:
    meeting = empty.act(meetings.add_meeting, empty.chapter, dt.date(2026, 3, 5))
    empty.act(meetings.edit_meeting, meeting, status=MeetingStatus.COMPLETED)
    figures = next(block for block in empty.blocks("attendance") if isinstance(block, Figures))
    assert {item.note for item in figures.items[1:]} == {""}
