"""The sheet of a meeting: who was there, what was handed in, who visited."""

import csv
import datetime as dt
import io
from typing import Any

import pytest
from pypdf import PdfReader

from chapterdesk.document.blocks import Entries, Figures, Heading, Table, Text
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.i18n import Language
from chapterdesk.reports import MeetingDay
from chapterdesk.store import chapters, meetings
from chapterdesk.store.roll import mark, roll_call

from .conftest import MEETINGS, NEXT, Press

LAST = MEETINGS[3]


def headings(press: Press, **options: Any) -> list[str]:
    return [block.text for block in press.blocks("meeting", **options) if isinstance(block, Heading)]


def test_the_last_meeting_is_the_default(small: Press) -> None:
    assert headings(small) == headings(small, meeting=MeetingDay(LAST))
    assert headings(small, meeting=MeetingDay(MEETINGS[0])) != headings(small)


def test_the_title_says_how_many_came_and_what_they_brought(small: Press) -> None:
    assert headings(small)[0] == "3 of 4 present, 2 referrals"


def test_each_kind_of_slip_has_its_section(small: Press) -> None:
    assert headings(small)[1:] == [
        "Attendance", "Referrals · 2", "One-to-ones · 1", "Closed business · 1", "Education · 1", "Testimonials · 1",
        "Visitors",
    ]  # fmt: skip


def test_the_roll_names_the_code_of_everybody(small: Press) -> None:
    roll = next(block for block in small.blocks("meeting") if isinstance(block, Entries))
    assert [(entry.name, entry.badge) for entry in roll.items] == [
        ("Ana García López", "P"), ("Bruno Martín Ruiz", "A"), ("Carmen Núñez Peña", "P"), ("Diego Ortega Sanz", "P"),
    ]  # fmt: skip
    first = small.blocks("meeting", meeting=MeetingDay(MEETINGS[0]))
    assert Text("Substitutes: Iker Zabala (Diego Ortega Sanz)", "muted") in first


def test_members_and_visitors_stand_in_one_csv(small: Press) -> None:
    text = small.file("meeting", "csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["First name", "Last name", "Member or visitor", "Code", "Substitute", "Company", "Invited by"]
    assert rows[4] == ["Diego", "Ortega Sanz", "Member", "P", "", "'=Luz & Sombra <SL>", ""]
    assert rows[5] == ["Iker", "Zabala", "Visitor", "P", "", "Zabala", "Ana García López"]
    assert rows[6][:4] == ["Olga", "Vidal", "Visitor", ""]


def test_amounts_and_credits_are_shown(small: Press) -> None:
    notes = [entry.note for block in small.blocks("meeting") if isinstance(block, Entries) for entry in block.items]
    assert "€1,234.56" in notes
    assert "3 credits" in notes


def test_expected_visitors_who_did_not_come_are_named(small: Press) -> None:
    table = [block for block in small.blocks("meeting") if isinstance(block, Table)][-1]
    visit = table.columns[-1]
    assert [visit.get(row) for row in table.rows] == ["First visit", "did not come"]
    assert [visit.tone(row) if visit.tone else None for row in table.rows] == ["", "muted"]


def test_a_meeting_still_to_come_says_so(small: Press) -> None:
    assert headings(small, meeting=MeetingDay(NEXT))[0] == "This meeting is still to come"


@pytest.mark.parametrize(
    ("status", "title", "note"),
    [
        (MeetingStatus.DRAFT, "3 of 4 present, 2 referrals", "Provisional: the meeting is still in progress"),
        (MeetingStatus.HOLIDAY, "This meeting did not take place", "Holiday"),
    ],
)
def test_the_state_of_the_meeting_is_shown(small: Press, status: MeetingStatus, title: str, note: str) -> None:
    with small.desk.read() as s:
        row = meetings.meeting_on(s, small.chapter, LAST)
    assert row is not None
    small.act(meetings.edit_meeting, row.id, status=status)
    blocks = small.blocks("meeting", meeting=MeetingDay(LAST))
    assert Heading(title, 1) in blocks
    assert Text(note, "muted") in blocks


def test_a_meeting_without_slips_says_so(small: Press) -> None:
    blocks = small.blocks("meeting", meeting=MeetingDay(MEETINGS[0]))
    assert Text("Nothing was handed in.", "muted") in blocks


def test_a_date_without_a_meeting_is_refused(small: Press) -> None:
    with pytest.raises(ChapterError, match="There is no meeting on 2026-01-01"):
        small.blocks("meeting", meeting=MeetingDay(dt.date(2026, 1, 1)))


def test_before_the_first_meeting_the_sheet_says_what_will_be_on_it(empty: Press) -> None:
    assert headings(empty) == ["No meeting has taken place yet"]


def test_where_money_does_not_count_it_is_not_a_key_figure(small: Press) -> None:
    small.act(chapters.edit_chapter, small.chapter, kind=GroupKind.CLUB)
    figures = next(block for block in small.blocks("meeting") if isinstance(block, Figures))
    assert [item.label for item in figures.items] == ["Attendance", "Referrals", "One-to-ones", "Visitors"]


def test_a_substitute_counts_as_a_seat_taken(small: Press) -> None:
    day = MEETINGS[0]
    with small.desk.read() as s:
        row = meetings.meeting_on(s, small.chapter, day)
        assert row is not None
        marks = [one.code for one in roll_call(s, row.id)]
    assert Code.SUBSTITUTE in marks
    here = sum(code in (Code.PRESENT, Code.LATE, Code.SUBSTITUTE) for code in marks)
    assert headings(small, meeting=MeetingDay(day))[0].startswith(f"{here} of {len(marks)} present")


@pytest.mark.parametrize(("language", "note"), [("en", "1 inside, 1 outside"), ("es", "1 interna, 1 externa")])
def test_one_referral_is_in_the_singular(small: Press, language: str, note: str) -> None:
    figures = next(block for block in small.blocks("meeting", language) if isinstance(block, Figures))
    assert note in [item.note for item in figures.items]


def test_a_dash_in_the_roll_is_explained(small: Press) -> None:
    def legend() -> str:
        texts = [block.text for block in small.blocks("meeting", meeting=MeetingDay(LAST)) if isinstance(block, Text)]
        return next(text for text in texts if text.startswith("P Present"))

    assert legend().endswith("S Substitute")
    with small.desk.read() as s:
        row = meetings.meeting_on(s, small.chapter, LAST)
        assert row is not None
        known = {one.last_name: one.membership_id for one in roll_call(s, row.id)}
    small.act(meetings.edit_meeting, row.id, status=MeetingStatus.DRAFT)
    small.act(mark, row.id, known["Ortega Sanz"], None)
    assert legend().endswith("– On leave")
    small.act(mark, row.id, known["García López"], None)
    assert legend().endswith("– No mark, On leave")


def test_expected_visitors_can_still_come_until_the_day_ends(small: Press) -> None:
    def said(day: dt.date) -> list[str]:
        table = [block for block in small.blocks("meeting", meeting=MeetingDay(day)) if isinstance(block, Table)][-1]
        return [table.columns[-1].get(row) for row in table.rows]

    assert said(NEXT) == ["expected"]
    with small.desk.read() as s:
        row = meetings.meeting_on(s, small.chapter, LAST)
    assert row is not None
    small.act(meetings.edit_meeting, row.id, status=MeetingStatus.DRAFT)
    assert said(LAST) == ["First visit", "did not come"], "its day is over"


def test_the_pdf_shows_its_date(small: Press) -> None:
    reader = PdfReader(io.BytesIO(small.pdf("meeting", meeting=MeetingDay(LAST))))
    assert reader.metadata is not None
    assert reader.metadata.title == f"Meeting · {Language('en').date(LAST)} · Grupo Alameda"
