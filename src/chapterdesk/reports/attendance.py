"""Attendance over a period: which members came to which meetings, with a chart by week."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import (
    Block,
    Chart,
    Column,
    Figure,
    Figures,
    Form,
    Heading,
    Masthead,
    Paper,
    Series,
    Table,
    Text,
    Tone,
)
from chapterdesk.document.edition import Words
from chapterdesk.domain.attendance import Code, MarkCounts
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.text import N_
from chapterdesk.reports.codes import TONES, legend
from chapterdesk.reports.options import Dates, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.statistics import AttendanceGrid, GridRow, attendance_grid

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

_ACROSS = 27  # meetings side by side on paper
_FEW = 5  # with at most so many meetings, each bar has its date below
_MANY_ABSENCES = 3  # the usual limit in six months
_SERIES: tuple[tuple[Code, Tone], ...] = (
    (Code.PRESENT, "accent"),
    (Code.LATE, "warning"),
    (Code.SUBSTITUTE, "soft"),
    (Code.MEDICAL, "muted"),
    (Code.ABSENT, "bad"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """The days, and whether the chart is shown."""

    period: Dates = option(N_("Period"), Dates())
    chart: bool = option(N_("Chart by week"), default=True)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the attendance of the period, in several tables when the meetings do not fit side by side."""
    words = setting.words
    period = options.period.on(setting.today)
    grid = attendance_grid(session, setting.chapter.id, period)
    yield Masthead(tr("Attendance"), words.period(period), options.paper, landscape=True)
    yield Heading(_title(grid, setting, tr), 1)
    drafts = sum(meeting.status is MeetingStatus.DRAFT for meeting in grid.meetings)
    if drafts:
        yield Text(tr("Provisional: %n meeting(s) still in progress", "", drafts), "muted")
    if not grid.meetings:
        yield Text(tr("No meeting of these days has a roll call."))
        yield _data(grid, tr)
        return
    yield Figures(tuple(_figures(grid, words, tr)))
    if options.chart:
        yield _chart(grid, words, tr)
    yield _data(grid, tr)
    yield Heading(tr("Who and when"))
    yield from _paper_tables(grid, words, tr)
    yield Text(legend(tr), "muted")
    if any(not row.listed for row in grid.rows):
        yield Text(tr("In grey: no longer members at the end of the period."), "muted")


def _total(grid: AttendanceGrid) -> MarkCounts:
    return sum((row.marks for row in grid.rows), MarkCounts())


def _title(grid: AttendanceGrid, setting: Setting, tr: Tr) -> str:
    rate = _total(grid).rate
    if rate is None:
        return tr("Nobody has been marked in these days")
    share = setting.words.percent(rate)
    often = sum(row.marks.A >= _MANY_ABSENCES for row in grid.rows if row.listed)
    if often:
        return tr("Attendance {share}, %n member(s) with three absences or more", "", often, share=share)
    return tr("Attendance {share}, nobody with three absences", share=share)


def _figures(grid: AttendanceGrid, words: Words, tr: Tr) -> Iterator[Figure]:
    marks = _total(grid)
    yield Figure(words.percent(marks.rate), tr("Attendance"), tr("%n meeting(s)", "", len(grid.meetings)))
    members = sum(row.listed for row in grid.rows)
    for value, code in ((marks.A, Code.ABSENT), (marks.L, Code.LATE), (marks.S, Code.SUBSTITUTE)):
        each = Fraction(value, members) if members else None
        note = tr("{figure} per member", figure=words.number(each, 1)) if each is not None else ""
        yield Figure(words.number(value), tr(code.label), note)


def _chart(grid: AttendanceGrid, words: Words, tr: Tr) -> Chart:
    columns = [[row.codes[at] for row in grid.rows] for at in range(len(grid.meetings))]
    series = tuple(
        Series(tr(code.label), tuple(marks.count(code) for marks in columns), tone) for code, tone in _SERIES
    )
    return Chart(tr("Attendance by week"), series, tuple(_ticks(grid.meetings, words)))


def _ticks(meetings: Sequence[MeetingRow], words: Words) -> Iterator[tuple[int, str]]:
    """Yield a label under the first meeting of each month; with few meetings, under each."""
    for at, meeting in enumerate(meetings):
        if len(meetings) <= _FEW:
            yield at, words.short_date(meeting.date)
        elif at == 0 or meetings[at - 1].date.month != meeting.date.month:
            yield at, _month(meeting, words)


def _month(meeting: MeetingRow, words: Words) -> str:
    """Return the short month, the last word of "Thu 5 Mar"; the year is in the header of the page."""
    return words.day(meeting.date).split()[-1]


def _code_of(at: int) -> Callable[[Any], Any]:
    return lambda row: row.codes[at]


def _sums(tr: Tr, *, paper: bool) -> tuple[Column, ...]:
    """Return the columns of the counts and the rate."""

    def count(name: str) -> Callable[[Any], Any]:
        return lambda row: getattr(row.marks, name) if row.marks else None

    group = tr("Total") if paper else ""
    rate = tr("Attendance") if paper else tr("attendance")
    return (
        *(Column(code.value, code.value, count(code.value), Form.NUMBER, 3, group) for code in Code),
        Column(rate, rate, lambda row: row.marks.rate if row.marks else None, Form.PERCENT, 4),
    )


def _data(grid: AttendanceGrid, tr: Tr) -> Table:
    """Return the whole grid for CSV and XLSX; paper has other tables."""
    columns = (
        Column(tr("First name"), "", lambda row: row.first_name),
        Column(tr("Last name"), "", lambda row: row.last_name),
        *(Column(meeting.date.isoformat(), "", _code_of(at), Form.CODE) for at, meeting in enumerate(grid.meetings)),
        *(Column(column.key, "", column.get, column.form) for column in _sums(tr, paper=False)),
    )
    return Table(tr("Attendance"), columns, grid.rows)


@dataclass(frozen=True, slots=True)
class _Represented:
    """The row below the grid: how many seats were represented at each meeting."""

    name: str
    codes: tuple[int, ...]
    marks: MarkCounts | None = None
    listed: bool = True


def _paper_tables(grid: AttendanceGrid, words: Words, tr: Tr) -> Iterator[Table]:
    """Yield the grid in parts that fit across a page, of about equal width; the last part has the counts."""
    parts = -(-len(grid.meetings) // _ACROSS)
    each = -(-len(grid.meetings) // parts)
    there = {Code.PRESENT, Code.LATE, Code.SUBSTITUTE}
    sums = tuple(sum(row.codes[at] in there for row in grid.rows) for at in range(len(grid.meetings)))
    below = _Represented(tr("Represented"), sums)
    for part in range(parts):
        first = part * each
        places = range(first, min(first + each, len(grid.meetings)))
        columns = [Column("", tr("Member"), lambda row: row.name, weight=20, tone=_grey)]
        columns += [_paper_column(grid.meetings[at], at, words) for at in places]
        if part == parts - 1:
            columns += _sums(tr, paper=True)
        yield Table(tr("Attendance"), tuple(columns), grid.rows, totals=(below,), data=False, compact=True)


def _grey(row: GridRow | _Represented) -> Tone:
    return "" if row.listed else "muted"


def _paper_column(meeting: MeetingRow, at: int, words: Words) -> Column:
    def tone(row: GridRow | _Represented) -> Tone:
        code = row.codes[at]
        return TONES[code] if isinstance(code, Code) else ""

    def show(value: Any) -> str:
        return "" if value is None else str(value)

    day = str(meeting.date.day)
    return Column("", day, _code_of(at), Form.CODE, 2, _month(meeting, words), show, tone=tone)


REPORT = Report(
    name="attendance",
    title=N_("Attendance"),
    description=N_("Who was there and when, with a chart by week"),
    icon="calendar-days",
    options=Options,
    build=build,
    order=30,
)
