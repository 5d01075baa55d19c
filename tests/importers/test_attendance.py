"""Attendance by week: days without a year, marks per member, weeks that are there already."""

import datetime as dt
from typing import Any

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.importers import NeedKind, detect, outcome_json
from chapterdesk.store.course import complete
from chapterdesk.store.meetings import add_meeting, meeting_on, meetings
from chapterdesk.store.members import add_member, leave, members
from chapterdesk.store.roll import mark, roll_call
from chapterdesk.store.statistics import attendance_grid
from tests.importers.connect_files import attendance_file, csv_file, summary_file
from tests.importers.desk import Importing

APRIL: dict[str, Any] = {"first": dt.date(2026, 4, 1), "last": dt.date(2026, 4, 30)}
DAYS = ("Apr 02", "Apr 09", "Apr 16")
ROWS = (
    ("Anna", "Muster", "P", "A", ""),
    ("Bruno", "Beispiel", "s", "L", None),
    ("Carla", "Modelo", None, "M", ""),
    ("Visitors", None, "3", "1", ""),
    ("BNI", None, "1", "1", ""),
    ("Total", None, "2", "3", ""),
)
ADDING: dict[str, Any] = {"add_members": True}
PERIOD = Period(APRIL["first"], APRIL["last"])


def good() -> bytes:
    return attendance_file(DAYS, ROWS, **APRIL)


def codes(importing: Importing, day: dt.date) -> dict[str, Code | None]:
    with importing.desk.read() as s:
        meeting = meeting_on(s, importing.chapter_id, day)
        assert meeting is not None
        return {row.name: row.code for row in roll_call(s, meeting.id)}


def test_a_good_file_makes_completed_meetings_and_marks(importing: Importing) -> None:
    assert detect(good()) == "attendance"
    outcome = importing.one(good(), **ADDING)
    assert (outcome.rows, outcome.made.members, outcome.made.meetings, outcome.made.attendance) == (3, 3, 2, 5)
    with importing.desk.read() as s:
        found = meetings(s, importing.chapter_id)
        grid = attendance_grid(s, importing.chapter_id, PERIOD)
    assert [(row.date, row.status) for row in found] == [
        (dt.date(2026, 4, 2), MeetingStatus.COMPLETED),
        (dt.date(2026, 4, 9), MeetingStatus.COMPLETED),
    ]
    marks = {row.last_name: row.codes for row in grid.rows}
    assert marks["Muster"] == (Code.PRESENT, Code.ABSENT)
    assert marks["Beispiel"] == (Code.SUBSTITUTE, Code.LATE)
    assert marks["Modelo"] == (None, Code.MEDICAL)


def test_a_week_in_which_all_cells_are_blank_makes_no_meeting(importing: Importing) -> None:
    importing.one(good(), **ADDING)
    with importing.desk.read() as s:
        assert meeting_on(s, importing.chapter_id, dt.date(2026, 4, 16)) is None


def test_days_without_a_year_can_cross_new_year(importing: Importing) -> None:
    data = attendance_file(
        ("Dec 18", "Jan 08"),
        [("Anna", "Muster", "P", "P")],
        first=dt.date(2025, 12, 1),
        last=dt.date(2026, 1, 31),
    )
    importing.one(data, **ADDING)
    with importing.desk.read() as s:
        assert [row.date for row in meetings(s, importing.chapter_id)] == [dt.date(2025, 12, 18), dt.date(2026, 1, 8)]


def test_a_period_of_more_than_a_year_takes_the_days_in_their_order(importing: Importing) -> None:
    data = attendance_file(
        ("Mar 06", "Jan 08", "Mar 05"),
        [("Anna", "Muster", "P", "A", "L")],
        first=dt.date(2025, 3, 1),
        last=dt.date(2026, 3, 31),
    )
    importing.one(data, **ADDING)
    with importing.desk.read() as s:
        found = [row.date for row in meetings(s, importing.chapter_id)]
    assert found == [dt.date(2025, 3, 6), dt.date(2026, 1, 8), dt.date(2026, 3, 5)]


def test_days_in_other_languages_and_from_a_spreadsheet(importing: Importing) -> None:
    rows = [("Nombre", "Apellidos", "02-abr", "9 avr.", "16. April"), ("Anna", "Muster", "P", "A", "L")]
    importing.one(csv_file(rows, ";"), period=PERIOD, **ADDING)
    with importing.desk.read() as s:
        assert [row.date.day for row in meetings(s, importing.chapter_id)] == [2, 9, 16]


def test_headings_with_whole_dates_give_the_period(importing: Importing) -> None:
    rows = [("First Name", "Last Name", "2026-04-02", "2026-04-09"), ("Anna", "Muster", "P", "A")]
    outcome = importing.one(csv_file(rows), **ADDING)
    assert outcome.made.meetings == 2


def test_a_file_without_headers_asks_for_the_period(importing: Importing) -> None:
    preview = importing.preview(attendance_file(DAYS, ROWS))[0]
    assert [need.kind for need in preview.needs] == [NeedKind.PERIOD]
    assert importing.one(attendance_file(DAYS, ROWS), period=PERIOD, **ADDING).made.attendance == 5


def test_a_day_outside_the_period_is_not_read(importing: Importing) -> None:
    data = attendance_file(("Apr 02", "May 07", "Feb 30"), [("Anna", "Muster", "P", "P", "P")], **APRIL)
    outcome = importing.one(data, **ADDING)
    assert [problem.column for problem in outcome.problems] == ["May 07", "Feb 30"]
    assert outcome.made.attendance == 1


def test_an_unknown_code_is_a_problem_and_makes_no_mark(importing: Importing) -> None:
    outcome = importing.one(attendance_file(DAYS, [("Anna", "Muster", "P", "X", "?")], **APRIL), **ADDING)
    assert [(problem.row, problem.column) for problem in outcome.problems] == [(9, "Apr 09"), (9, "Apr 16")]


def test_unknown_names_stay_unmatched_until_members_are_added(importing: Importing) -> None:
    importing.add_members("Anna Muster")
    outcome = importing.one(good())
    assert outcome_json(outcome)["unmatched"] == ["Bruno Beispiel", "Carla Modelo"]
    assert (outcome.matched, outcome.made.attendance) == (1, 2)


def test_the_same_week_again_is_refused_unless_it_replaces(importing: Importing) -> None:
    importing.one(good(), **ADDING)
    other = attendance_file(("Apr 09", "Apr 23"), [("Anna", "Muster", "P", "P")], **APRIL)
    refused = importing.preview(other)[0].refused
    assert refused is not None
    assert refused[1] == {"date": dt.date(2026, 4, 9)}
    outcome = importing.run(other, replace=True)[0]
    assert outcome.made.attendance == 2
    assert codes(importing, dt.date(2026, 4, 9)) == {
        "Anna Muster": Code.PRESENT,
        "Bruno Beispiel": None,
        "Carla Modelo": None,
    }
    assert codes(importing, dt.date(2026, 4, 2))["Bruno Beispiel"] is Code.SUBSTITUTE


def test_two_files_of_one_week_are_not_both_imported(importing: Importing) -> None:
    other = attendance_file(DAYS, ROWS[:1], **APRIL)
    first, second = importing.preview(good(), other, **ADDING)
    assert first.refused is None
    assert second.refused is not None


def test_rule_16_replacing_leaves_typed_marks(importing: Importing) -> None:
    memberships = importing.add_members("Anna Muster", "Bruno Beispiel")
    with importing.desk.change("Roll call") as s:
        meeting = add_meeting(s, importing.chapter_id, dt.date(2026, 4, 2))
        mark(s, meeting, memberships["Bruno Beispiel"], Code.SUBSTITUTE)
        complete(s, meeting, {memberships["Anna Muster"]: None})
    importing.one(good())
    importing.run(attendance_file(("Apr 02",), [("Anna", "Muster", "L")], **APRIL), replace=True)
    found = codes(importing, dt.date(2026, 4, 2))
    assert found == {"Anna Muster": Code.LATE, "Bruno Beispiel": Code.SUBSTITUTE}


def test_a_typed_mark_that_differs_is_reported_and_the_file_wins(importing: Importing) -> None:
    memberships = importing.add_members("Anna Muster")
    with importing.desk.change("Roll call") as s:
        meeting = add_meeting(s, importing.chapter_id, dt.date(2026, 4, 2))
        mark(s, meeting, memberships["Anna Muster"], Code.ABSENT)
    outcome = importing.one(good())
    assert "Anna Muster was typed as A; the file says P, which now stands" in map(str, outcome.problems)
    assert codes(importing, dt.date(2026, 4, 2))["Anna Muster"] is Code.PRESENT
    with importing.desk.read() as s:
        row = meeting_on(s, importing.chapter_id, dt.date(2026, 4, 2))
    assert row is not None
    assert row.status is MeetingStatus.COMPLETED


def test_marks_of_a_one_day_summary_and_of_attendance_are_the_same_marks(importing: Importing) -> None:
    day = dt.date(2026, 4, 2)
    rows = [
        ("Anna", "Muster", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ("Bruno", "Beispiel", 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    ]
    importing.one(summary_file(rows, first=day, last=day), **ADDING)
    outcome = importing.one(good(), **ADDING)
    assert (outcome.made.meetings, outcome.made.attendance, outcome.problems) == (1, 3, ())


def test_a_mark_goes_to_the_membership_of_its_day(importing: Importing) -> None:
    with importing.desk.change("Members") as s:
        old = add_member(s, importing.chapter_id, first_name="Anna", last_name="Muster", start=dt.date(2025, 1, 1))
        leave(s, old, dt.date(2026, 4, 5))
        person = next(row.person_id for row in members(s, importing.chapter_id, dt.date(2026, 4, 1)))
        new = add_member(s, importing.chapter_id, person_id=person, start=dt.date(2026, 4, 7))
    importing.one(good())
    with importing.desk.read() as s:
        marked = {}
        for day in (2, 9):
            meeting = meeting_on(s, importing.chapter_id, dt.date(2026, 4, day))
            assert meeting is not None
            marked[day] = [row.membership_id for row in roll_call(s, meeting.id) if row.code]
    assert marked == {2: [old], 9: [new]}


def test_a_broken_file_is_refused(importing: Importing) -> None:
    empty = importing.preview(attendance_file(DAYS, [], **APRIL))[0].refused
    blank = importing.preview(attendance_file(DAYS, [("Anna", "Muster", "", "", "")], **APRIL))[0].refused
    assert empty is not None
    assert "no members" in empty[0]
    assert blank is not None
    assert "no marks" in blank[0]
