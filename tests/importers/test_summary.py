"""Summaries: totals of a period, marks and totals of a day, footers, what Total holds beyond its rows."""

import datetime as dt
from typing import Any

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.importers import NeedKind, detect, outcome_json
from chapterdesk.store.import_facts import totals
from chapterdesk.store.meetings import meetings
from chapterdesk.store.roll import roll_call
from tests.importers.connect_files import OTHER_GAPS, SUMMARY_COLUMNS, csv_file, summary_file, xlsx_file
from tests.importers.desk import HALF_YEAR, Importing

ANNA = ("Anna", "Muster  # 738405", 11, 1, 0, 0, 0, 6, 11, 4, 9, 2, 31.0, 24850.00, 22)
BRUNO = ("Bruno", "Beispiel", 10, 1, 1, 0, 0, 3, 0, 2, 1, 0, 4.0, 100.50, 1)
VISITORS = ("Visitors", None, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 120.00, 0)
BNI = ("BNI", None, 12, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0.0, 3000.00, 0)
WHOLE = ("Total", None, 21.0, 2.0, 1.0, 0.0, 0.0, 9.0, 11.0, 6.0, 11.0, 3.0, 35.0, 2.807050e4, 23.0)
LARGER = ("Total", None, 29.0, 2.0, 1.0, 0.0, 0.0, 12.0, 11.0, 6.0, 11.0, 3.0, 37.0, 2.817075e4, 23.0)
ROWS = (ANNA, BRUNO, VISITORS, BNI, WHOLE)
DAYS: dict[str, Any] = {"first": HALF_YEAR.first, "last": HALF_YEAR.last}
ADDING: dict[str, Any] = {"add_members": True}


def good(rows: tuple[Any, ...] = ROWS) -> bytes:
    return summary_file(rows, **DAYS)


def test_a_good_file_is_recognised_by_content_and_stores_every_member(importing: Importing) -> None:
    assert detect(good()) == "summary"
    outcome = importing.one(good(), **ADDING)
    assert (outcome.rows, outcome.made.members, outcome.made.period_totals, outcome.difference) == (2, 2, 2, {})
    assert importing.names() == ["Anna Muster", "Bruno Beispiel"]
    assert all(row.start is None for row in importing.members())
    figures = {row.last_name: row for row in importing.summary().rows}
    anna = figures["Muster"]
    assert (anna.P, anna.A, anna.RGI, anna.RGO, anna.RRI, anna.RRO, anna.V) == (11, 1, 6, 11, 4, 9, 2)
    assert (anna.one_to_ones, anna.TYFCB, anna.CEU) == (31, 2485000, 22)


def test_the_footers_are_rows_and_total_is_their_sum(importing: Importing) -> None:
    importing.one(good(), **ADDING)
    found = importing.summary()
    assert (found.visitors.TYFCB, found.others.TYFCB, found.others.RRO, found.others.V) == (12000, 300000, 1, 1)
    assert (found.total.P, found.total.RRO, found.total.TYFCB, found.meetings) == (21, 11, 2807050, 12)
    assert found.not_listed.P == 0


@pytest.mark.parametrize("places", [tuple(range(1, 16)), OTHER_GAPS])
def test_columns_are_found_by_headings_despite_gaps(importing: Importing, places: tuple[int, ...]) -> None:
    importing.one(summary_file(ROWS, places=places, dropped=True, **DAYS), **ADDING)
    assert importing.summary().total.TYFCB == 2807050


def test_a_total_above_its_rows_is_not_listed_and_explained_by_column(importing: Importing) -> None:
    outcome = importing.one(good((ANNA, BRUNO, VISITORS, BNI, LARGER)), **ADDING)
    assert outcome_json(outcome)["difference"] == {"P": 8, "RGI": 3, "1-2-1": 2, "TYFCB": 100.25}
    found = importing.summary()
    assert (found.not_listed.P, found.not_listed.RGI, found.not_listed.one_to_ones) == (8, 3, 2)
    assert (found.not_listed.TYFCB, found.total.RGI, found.total.P) == (10025, 12, 29)


def test_a_total_below_its_rows_is_reported_and_nothing_is_subtracted(importing: Importing) -> None:
    small = (*WHOLE[:2], 20.0, *WHOLE[3:])
    outcome = importing.one(good((ANNA, BRUNO, VISITORS, BNI, small)), **ADDING)
    assert outcome.difference == {"P": -1}
    assert [problem.column for problem in outcome.problems] == ["P"]
    assert importing.summary().not_listed.P == 0


def test_a_file_without_total_has_no_difference(importing: Importing) -> None:
    assert importing.one(good((ANNA, BRUNO)), **ADDING).difference == {}


def test_unknown_names_count_as_not_listed_until_members_are_added(importing: Importing) -> None:
    importing.add_members("Anna Muster")
    outcome = importing.one(good())
    assert outcome_json(outcome)["unmatched"] == ["Bruno Beispiel"]
    assert (outcome.matched, outcome.made.members, outcome.made.period_totals) == (1, 0, 1)
    found = importing.summary()
    assert [row.last_name for row in found.rows] == ["Muster"]
    assert (found.not_listed.P, found.not_listed.TYFCB, found.total.TYFCB) == (10, 10050, 2807050)


def test_a_file_without_headers_asks_for_its_days(importing: Importing) -> None:
    data = summary_file(ROWS)
    preview = importing.preview(data)[0]
    assert [need.kind for need in preview.needs] == [NeedKind.PERIOD]
    assert outcome_json(preview)["refused"].startswith("The file does not tell of which days")
    importing.one(data, period=HALF_YEAR, **ADDING)
    assert importing.summary().total.P == 21


def test_an_answer_for_one_file_overrides_the_one_for_all(importing: Importing) -> None:
    path = importing.put(summary_file(ROWS), "resumen")
    may = Period(dt.date(2026, 5, 1), dt.date(2026, 5, 31))
    assert importing.prepare([path], period=HALF_YEAR, periods={"resumen": may})[0].period == may


def test_a_period_beyond_the_day_of_the_run_is_cut_to_it(importing: Importing) -> None:
    data = summary_file(ROWS, first=dt.date(2026, 1, 1), last=dt.date(2026, 6, 30), run_at=dt.date(2026, 5, 20))
    assert importing.preview(data)[0].period == Period(dt.date(2026, 1, 1), dt.date(2026, 5, 20))


def test_a_period_beyond_today_is_cut_to_today(importing: Importing) -> None:
    asked = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert importing.preview(summary_file(ROWS), period=asked)[0].period == Period(asked.first, dt.date(2026, 7, 2))


def test_a_period_that_begins_after_the_run_is_refused(importing: Importing) -> None:
    data = summary_file(ROWS, first=dt.date(2026, 6, 1), last=dt.date(2026, 6, 30), run_at=dt.date(2026, 5, 20))
    refused = importing.preview(data)[0].refused
    assert refused is not None
    assert refused[1]["first"] == dt.date(2026, 6, 1)


def test_rule_15_one_day_makes_its_meeting_with_marks_and_totals_of_activity(importing: Importing) -> None:
    day = dt.date(2026, 5, 7)
    rows = (
        ("Anna", "Muster", 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1.0, 0.0, 0),
        ("Bruno", "Beispiel", 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 1.0, 50.0, 0),
        ("Carla", "Modelo", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0, 0),
        ("Diego", "Ejemplo", 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0, 0),
        ("Visitors", None, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0, 0),
        ("Total", None, 2, 1, 1, 0, 0, 2, 0, 2, 0, 0, 2.0, 50.0, 0),
    )
    outcome = importing.one(summary_file(rows, first=day, last=day), **ADDING)
    assert (outcome.made.meetings, outcome.made.attendance, outcome.made.period_totals) == (1, 2, 4)
    assert [str(problem) for problem in outcome.problems] == [
        "“Diego Ejemplo” has more than one mark on one day; none is taken"
    ]
    with importing.desk.read() as s:
        (meeting,) = meetings(s, importing.chapter_id)
        assert (meeting.date, meeting.status) == (day, MeetingStatus.COMPLETED)
        codes = {row.name: row.code for row in roll_call(s, meeting.id)}
        assert [total.group for total in totals(s, importing.chapter_id)] == [TotalGroup.ACTIVITY]
    assert (codes["Anna Muster"], codes["Bruno Beispiel"], codes["Carla Modelo"]) == (Code.PRESENT, Code.LATE, None)
    found = importing.summary(Period(day, day))
    assert (found.total.P, found.total.L, found.total.RGI, found.total.TYFCB) == (1, 1, 2, 5000)


def test_rule_14_totals_that_overlap_are_refused_until_they_are_replaced(importing: Importing) -> None:
    importing.one(summary_file(ROWS, first=dt.date(2026, 2, 1), last=dt.date(2026, 3, 31)), **ADDING)
    assert importing.preview(good())[0].refused is not None
    later = summary_file(ROWS, first=dt.date(2026, 3, 1), last=dt.date(2026, 6, 30))
    refused = importing.preview(later, replace=True)[0].refused
    assert refused is not None
    assert "reach beyond" in refused[0]
    preview = importing.preview(good(), replace=True)[0]
    assert [text for text, _ in preview.replaces] == ["Totals from {first} to {last}"] * 2
    importing.run(good(), replace=True)
    with importing.desk.read() as s:
        assert {total.period for total in totals(s, importing.chapter_id)} == {HALF_YEAR}
    assert importing.summary().total.P == 21


def test_the_same_file_again_is_refused_even_under_another_name(importing: Importing) -> None:
    importing.one(good(), **ADDING)
    refused = importing.prepare([importing.put(good(), "OTHER.XLS")])[0].refused
    assert refused is not None
    assert "imported already" in refused[0]


def test_another_chapters_name_is_a_warning_that_names_both(importing: Importing) -> None:
    data = summary_file(ROWS, chapter="Gruppe Musterstadt", **DAYS)
    outcome = importing.one(data, **ADDING)
    assert any("Gruppe Musterstadt" in str(p) and "Grupo Alameda" in str(p) for p in outcome.problems)
    assert outcome.made.members == 2


def test_a_number_after_a_name_stays_where_it_distinguishes_two_members(importing: Importing) -> None:
    twin = ("Anna", "Muster", *BRUNO[2:])
    importing.one(good((ANNA, twin)), **ADDING)
    assert importing.names() == ["Anna Muster", "Anna Muster # 738405"]
    outcome = importing.run(good((ANNA, twin, VISITORS)), replace=True)[0]
    assert (outcome.matched, outcome.made.members) == (2, 0)


def test_two_rows_with_one_name_are_two_members_and_never_guessed_later(importing: Importing) -> None:
    twin = ("Bruno", "Beispiel", *ANNA[2:])
    assert importing.one(good((BRUNO, twin)), **ADDING).made.members == 2
    outcome = importing.run(good((BRUNO, twin, VISITORS)), replace=True, **ADDING)[0]
    assert (outcome.made.members, [u.name for u in outcome.unmatched]) == (0, ["Bruno Beispiel"])
    assert "more than one member" in outcome.problems[0].text


def test_french_headings_are_recognised(importing: Importing) -> None:
    names = ("Prénom", "Nom", "P", "A", "R", "M", "S", "RDI", "RDE", "RRI", "RRE", "V", "Tête à tête", "TYFCB", "CEU")
    importing.one(summary_file(ROWS, columns=names, **DAYS), **ADDING)
    assert importing.summary().total.RGO == 11


def test_a_missing_column_counts_as_zero_and_is_reported(importing: Importing) -> None:
    rows = [row[:-1] for row in ROWS]
    outcome = importing.one(summary_file(rows, columns=SUMMARY_COLUMNS[:-1], **DAYS), **ADDING)
    assert [(problem.column, problem.text) for problem in outcome.problems] == [
        ("CEU", "The column is missing; it counts as 0")
    ]


def test_text_that_is_not_a_figure_is_a_problem_with_row_and_column(importing: Importing) -> None:
    wrong = ("Anna", "Muster", "x", 1, 0, 0, 0, -4, 0.5, 0, 0, 0, 0, "many", 0)
    outcome = importing.one(good((wrong, BRUNO)), **ADDING)
    assert [(p.row, p.column) for p in outcome.problems] == [(9, "P"), (9, "RGI"), (9, "RGO"), (9, "TYFCB")]


def test_a_summary_saved_as_workbook_or_text_reads_the_same(importing: Importing) -> None:
    rows = [SUMMARY_COLUMNS, *ROWS]
    book = importing.preview(xlsx_file(rows), period=HALF_YEAR, **ADDING)[0]
    text = [[str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row] for row in rows]
    lines = importing.preview(csv_file(text, ";", "cp1252", "sep=;\r\n"), period=HALF_YEAR, **ADDING)[0]
    assert (book.difference, book.made, book.problems) == ({}, lines.made, ())
    assert (lines.format, lines.difference, lines.problems) == ("summary", {}, ())


@pytest.mark.parametrize("rows", [(), (VISITORS, BNI, WHOLE)])
def test_a_broken_file_without_members_is_refused(importing: Importing, rows: tuple[object, ...]) -> None:
    refused = importing.preview(good(rows))[0].refused
    assert refused is not None
    assert "no members" in refused[0]


def test_the_rows_without_a_person_are_stored_as_such(importing: Importing) -> None:
    from sqlalchemy import select

    from chapterdesk.store.tables import PeriodTotalRow

    importing.one(good((ANNA, BRUNO, VISITORS, BNI, LARGER)), **ADDING)
    with importing.desk.read() as s:
        kinds = list(s.scalars(select(PeriodTotalRow.row).where(PeriodTotalRow.person_id.is_(None))))
    assert sorted(kinds) == sorted([RowKind.NOT_LISTED, RowKind.NOT_LISTED, RowKind.OTHERS, RowKind.VISITORS])


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("01/02/2026", "31/03/2026", Period(dt.date(2026, 2, 1), dt.date(2026, 3, 31))),
        ("02/01/2026", "03/31/2026", Period(dt.date(2026, 2, 1), dt.date(2026, 3, 31))),
        ("46054", "46112", Period(dt.date(2026, 2, 1), dt.date(2026, 3, 31))),
        ("01/02/2026", "12/03/2026", None),
    ],
)
def test_dates_as_text_are_read_when_their_order_is_certain_and_asked_for_otherwise(
    importing: Importing, first: str, last: str, found: Period | None
) -> None:
    block = [
        ("Grupo Alameda ► Summary",),
        ("Chapter:", "", "Grupo Alameda"),
        ("From:", first),
        ("To:", last),
    ]
    preview = importing.preview(csv_file([*block, SUMMARY_COLUMNS, *ROWS], ";"), **ADDING)[0]
    assert preview.period == found
    assert [need.kind for need in preview.needs] == ([] if found else [NeedKind.PERIOD])


def test_a_one_day_summary_after_marks_that_were_imported_replaces_them_on_request(importing: Importing) -> None:
    day = dt.date(2026, 5, 7)
    row = ("Anna", "Muster", 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1.0, 0.0, 0)
    late = ("Anna", "Muster", 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1.0, 0.0, 0)
    importing.one(summary_file([row], first=day, last=day), **ADDING)
    preview = importing.preview(summary_file([late], first=day, last=day), replace=True)[0]
    assert [text for text, _ in preview.replaces] == ["Totals from {first} to {last}", "{count} imported marks"]
    importing.run(summary_file([late], first=day, last=day), replace=True)
    found = importing.summary(Period(day, day))
    assert (found.total.P, found.total.L, found.total.RGI) == (0, 1, 2)


def test_an_unknown_name_in_slips_later_becomes_the_member_with_both_names(importing: Importing) -> None:
    from tests.importers.connect_files import slips_file

    slip = ("Ana María García López", "Bruno Beispiel", "One-to-One", None, None, None, None)
    importing.one(slips_file([slip]), date=dt.date(2026, 5, 7))
    row = ("Ana María", "García López", *ANNA[2:])
    outcome = importing.one(good((row, BRUNO)), **ADDING)
    assert (outcome.made.members, importing.counts()["person"]) == (2, 2)
    assert {(row.first_name, row.last_name) for row in importing.members()} == {
        ("Ana María", "García López"),
        ("Bruno", "Beispiel"),
    }
    assert importing.slips()[0].giver_id == importing.person("Ana María García López")
