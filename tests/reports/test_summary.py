"""The summary report: its layout is a contract with scripts, its figures are those of the rules."""

import csv
import dataclasses
import datetime as dt
import io
from typing import Any

import pytest

from chapterdesk.document.blocks import Figures, Heading, Table, Text
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.reports import Dates
from chapterdesk.store import chapters, meetings, statistics

from .conftest import MEETINGS, Press

HEADINGS = "First name,Last name,P,A,L,M,S,RGI,RGO,RRI,RRO,V,1-2-1,TYFCB,CEU,T,attendance,referrals_per_week"
MARCH = Dates(period=Period(dt.date(2026, 2, 1), dt.date(2026, 3, 31)))


def rows_of(press: Press, language: str = "en", **options: Any) -> list[list[str]]:
    text = press.file("summary", "csv", language, **options).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "es" else ","))


def test_the_headings_are_exactly_those_of_the_contract(small: Press) -> None:
    assert ",".join(rows_of(small)[0]) == HEADINGS
    assert ",".join(rows_of(small, rank=True, compare=False)[0]) == HEADINGS


def test_members_by_surname_then_the_rows_without_a_person(small: Press) -> None:
    assert [row[0] for row in rows_of(small)[1:]] == [
        "Ana", "Bruno", "Carmen", "Diego", "Not listed", "Others", "Visitors", "Total",
    ]  # fmt: skip


def test_the_figures_of_a_member(small: Press) -> None:
    ana = rows_of(small, period=MARCH)[1]
    assert ana == [
        "Ana", "García López", "4", "0", "0", "0", "0", "2", "0", "0", "1", "1", "0", "1234.56", "0", "1", "1.0000",
        "0.5000",
    ]  # fmt: skip


def test_total_is_the_sum_of_all_rows(small: Press) -> None:
    rows = rows_of(small)
    total = rows[-1]
    for column in range(2, 16):
        assert float(total[column]) == pytest.approx(sum(float(row[column]) for row in rows[1:-1]))


def test_spanish_has_its_own_words_and_the_same_codes(small: Press) -> None:
    rows = rows_of(small, "es")
    assert rows[0][2:16] == HEADINGS.split(",")[2:16]
    assert rows[1][13] == "1234,56"


def test_an_empty_chapter_has_the_four_rows_and_says_that_nothing_was_counted(empty: Press) -> None:
    assert [row[0] for row in rows_of(empty)[1:]] == ["Not listed", "Others", "Visitors", "Total"]
    title = next(block for block in empty.blocks("summary") if isinstance(block, Heading))
    assert title.text == "Nothing was counted in these days"


def test_the_title_says_what_was_found(small: Press) -> None:
    title = next(block for block in small.blocks("summary") if isinstance(block, Heading))
    assert title.text == "Attendance 82%, 3 referrals given"


def test_a_meeting_in_progress_makes_it_provisional(small: Press) -> None:
    assert not [block for block in small.blocks("summary") if isinstance(block, Text)]
    meeting = small.act(meetings.add_meeting, small.chapter, dt.date(2026, 3, 6))
    small.act(meetings.edit_meeting, meeting, status=MeetingStatus.DRAFT)
    assert Text("Provisional: 1 meeting is still in progress", "muted") in small.blocks("summary")


def test_the_period_before_is_compared(small: Press) -> None:
    week = Period(MEETINGS[3], MEETINGS[3])
    blocks = small.blocks("summary", period=Dates(period=Period(week.first - dt.timedelta(6), week.last)))
    figures = next(block for block in blocks if isinstance(block, Figures))
    assert figures.items[1].value == "2"
    assert figures.items[1].note == "before: 1"
    table = next(block for block in blocks if isinstance(block, Table))
    change = table.columns[-1]
    assert change.title == "Change in referrals"
    assert [change.get(row) for row in table.rows] == [0, 1, 0, 0]


def test_equal_ranks_share_a_place_and_members_without_weeks_have_none(small: Press) -> None:
    table = next(block for block in small.blocks("summary", rank=True) if isinstance(block, Table))
    assert table.columns[0].title == "Rank"
    assert [table.columns[0].get(row) for row in table.rows] == [1, 2, 3, 3]
    assert table.columns[0].get(table.totals[-1]) is None


def test_where_money_does_not_count_paper_leaves_it_out_and_files_keep_the_column(small: Press) -> None:
    small.act(chapters.edit_chapter, small.chapter, kind=GroupKind.PARENTS)
    blocks = small.blocks("summary")
    figures = next(block for block in blocks if isinstance(block, Figures))
    assert "Closed business" not in {item.label for item in figures.items}
    assert ",".join(rows_of(small)[0]) == HEADINGS


def test_imported_totals_that_the_dates_cut_are_left_out_and_named(
    small: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = Period(dt.date(2025, 7, 1), dt.date(2025, 12, 31))
    real = statistics.summary

    def cut(*arguments: Any) -> statistics.Summary:
        return dataclasses.replace(real(*arguments), cut_totals=(half,))

    monkeypatch.setattr("chapterdesk.reports.summary.summary", cut)
    text = "The imported totals of July – December 2025 are left out, because these dates cut them"
    assert Text(text, "muted") in small.blocks("summary")


def test_members_of_a_meeting_without_weeks_still_have_their_referrals(small: Press) -> None:
    day = dt.date(2026, 2, 26)
    with small.desk.read() as s:
        held = meetings.meeting_on(s, small.chapter, day)
    assert held is not None
    small.act(meetings.edit_meeting, held.id, kind=MeetingKind.ASSEMBLY)
    blocks = small.blocks("summary", period=Dates(period=Period(day, day)))
    assert Heading("1 referral given", 1) in blocks
