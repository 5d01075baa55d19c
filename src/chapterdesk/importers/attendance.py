"""Attendance by week, the only export that holds every week: headings `Apr 01` without a year."""

import datetime as dt
from collections.abc import Iterable

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import Problem
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.importers.columns import FIRST_NAME, LAST_NAME, Names, footer
from chapterdesk.importers.headings import HeaderInfo, Headings, read_header_info, read_headings, top
from chapterdesk.importers.importer import Clues, Importer, Reading, chapter_warning
from chapterdesk.importers.plans.attendance import plan
from chapterdesk.importers.reading.sheet import Row, Sheet
from chapterdesk.importers.records import AttendanceFile, MemberMarks
from chapterdesk.importers.results import Need, NeedKind, Text
from chapterdesk.importers.values import date_readings, month_day, to_date

FIELDS = (FIRST_NAME, LAST_NAME)
_CODES = {code.value: code for code in Code}


def find(sheet: Sheet) -> Headings | None:
    """Find the headings of an attendance file: the two names, and at least one day."""
    for row in top(sheet):
        found = read_headings(row, FIELDS)
        if not found.missing(FIELDS) and _day_columns(found):
            return found
    return None


def score(sheet: Sheet) -> int:
    """Return how much a sheet looks like an attendance file: a table of names, days and single letters."""
    found = find(sheet)
    if found is None:
        return 0
    columns = _day_columns(found)
    return 70 if len(columns) * 2 >= len(found.unknown) else 30


def _day_columns(headings: Headings) -> dict[int, tuple[int, int]]:
    """Return month and day of each column whose heading is a day."""
    found = {}
    for column in headings.unknown:
        value = headings.row.cell(column).value
        text = headings.row.text(column)
        told = month_day(text)
        day = value if isinstance(value, dt.date) else None
        if day is None and told is None and not text.isdecimal():
            readings = date_readings(text)
            day = readings[0] if len(readings) == 1 else None
        if told is None and day is None and isinstance(value, float | int):
            day = to_date(value)
        if day is not None or told is not None:
            found[column] = (day.month, day.day) if day else told or (0, 0)
    return found


def read(sheet: Sheet, headings: Headings, clues: Clues) -> Reading:
    """Read an attendance file; the reading asks for the period when the file does not contain it."""
    header = read_header_info(sheet, headings)
    problems = [*sheet.problems, *chapter_warning(header.chapter, clues.chapter)]
    columns = _day_columns(headings)
    period = _period(header, clues) or _own_period(headings, columns)
    rows = [
        row
        for row in headings.data(sheet)
        if footer(row, headings) is None and any(row.text(headings.columns.get(item.key)) for item in FIELDS)
    ]
    needs: tuple[Need, ...] = ()
    if period is None:
        text = N_("The headings are days without a year, and the file does not tell the period; say from when to when")
        needs = (Need(NeedKind.PERIOD, text),)
    days = _days(headings, columns, period, problems) if period else {}
    names = Names(headings, rows)
    members = tuple(MemberMarks(row.number, *names.of(row), _codes(row, days, headings, problems)) for row in rows)
    marked = sorted({day for member in members for day in member.codes})
    refused: Text | None = None
    if not rows:
        refused = (N_("There are headings of an attendance file, and no members below them"), {})
    elif period and not marked:
        refused = (N_("The file holds no marks in its days"), {})
    return Reading(AttendanceFile(period, tuple(marked), members), len(rows), period, tuple(problems), needs, refused)


def _period(header: HeaderInfo, clues: Clues) -> Period | None:
    if header.first and header.last and header.first <= header.last:
        return Period(header.first, header.last)
    return clues.period


def _own_period(headings: Headings, columns: Iterable[int]) -> Period | None:
    """Return the days from the first to the last heading, if all of them are whole dates."""
    days = [to_date(headings.row.cell(column).value) for column in columns]
    known = [day for day in days if day is not None]
    return Period(min(known), max(known)) if known and len(known) == len(days) else None


def _days(
    headings: Headings, columns: dict[int, tuple[int, int]], period: Period, problems: list[Problem]
) -> dict[int, dt.date]:
    """Return the day of each column: the first of the period with its month and day after the day of the column before.

    A period can cross New Year, and be longer than one.
    """
    found: dict[int, dt.date] = {}
    after = dt.date.min
    for column in sorted(columns):
        month, day = columns[column]
        fitting = []
        for year in range(period.first.year, min(period.last.year, period.first.year + 50) + 1):
            try:
                candidate = dt.date(year, month, day)
            except ValueError:
                continue
            if candidate in period:
                fitting.append(candidate)
        later = [candidate for candidate in fitting if candidate > after]
        if not later:
            text = N_("The day “{heading}” is not in the period; the column is not read")
            heading = headings.row.text(column)
            problems.append(Problem(headings.row.number, heading, text, {"heading": heading[:40]}))
            continue
        after = found[column] = later[0]
    return found


def _codes(row: Row, days: dict[int, dt.date], headings: Headings, problems: list[Problem]) -> dict[dt.date, Code]:
    codes = {}
    for column, day in days.items():
        text = row.text(column).strip()
        code = _CODES.get(text.upper())
        if code is not None:
            codes[day] = code
        elif text:
            problem = N_("“{text}” is none of the letters P, A, L, M, S; no mark is taken")
            problems.append(Problem(row.number, headings.row.text(column), problem, {"text": text[:40]}))
    return codes


IMPORTER = Importer(
    key="attendance", title=N_("Attendance"), order=3, fields=FIELDS, score=score, find=find, read=read, plan=plan
)
