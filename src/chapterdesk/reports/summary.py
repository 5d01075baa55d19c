"""The summary: attendance and activity of every member over a period, in the layout that chapters know (PALMS)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import Block, Column, Figure, Figures, Form, Heading, Masthead, Paper, Table, Text
from chapterdesk.domain.figures import RowKind
from chapterdesk.domain.money import Money
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import Dates, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.statistics import Summary, SummaryRow, summary

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


@dataclass(frozen=True, slots=True)
class Options:
    """The days, and what is shown besides the counted figures."""

    period: Dates = option(N_("Period"), Dates())
    compare: bool = option(N_("Compare with the period before"), default=True)
    rank: bool = option(N_("Rank by referrals per week"), default=False)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the summary of the period, compared with the period before when that is wanted."""
    words, chapter = setting.words, setting.chapter
    period = options.period.on(setting.today)
    found = summary(session, chapter.id, period)
    before = summary(session, chapter.id, period.before()) if options.compare else None
    yield Masthead(tr("Summary"), words.period(period), options.paper, landscape=True)
    yield Heading(_title(found, setting, tr), 1)
    yield from _notes(found, tr)
    yield Figures(tuple(_figures(found, before, setting, tr)))
    yield Table(
        tr("Summary"),
        tuple(_columns(found, before, setting, tr, rank=options.rank)),
        found.rows,
        totals=found.footers,
        totals_are_data=True,
    )


def _title(found: Summary, setting: Setting, tr: Tr) -> str:
    words = setting.words
    given = found.total.RGI + found.total.RGO
    if found.total.attendance is None:
        return tr("%n referral(s) given", "", given) if given else tr("Nothing was counted in these days")
    share = words.percent(found.total.attendance)
    return tr("Attendance {share}, {referrals}", share=share, referrals=tr("%n referral(s) given", "", given))


def _notes(found: Summary, tr: Tr) -> Iterator[Block]:
    """Yield the notes about the figures (rules 1 and 14)."""
    if found.provisional:
        yield Text(tr("Provisional: %n meeting(s) still in progress", "", found.provisional), "muted")
    for cut in found.cut_totals:
        text = tr("The imported totals of {period} are left out, because these dates cut them", period=cut)
        yield Text(text, "muted")


def _figures(found: Summary, before: Summary | None, setting: Setting, tr: Tr) -> Iterator[Figure]:
    words, currency = setting.words, setting.chapter.currency
    shown: dict[str, tuple[Callable[[SummaryRow], Any], Callable[[Any], str]]] = {
        tr("Attendance"): (lambda row: row.attendance, words.percent),
        tr("Referrals"): (lambda row: row.RGI + row.RGO, words.number),
        tr("One-to-ones, credits"): (lambda row: row.one_to_ones, words.number),
        tr("Visitors"): (lambda row: row.V, words.number),
        tr("Closed business"): (lambda row: row.TYFCB, lambda minor: words.money(minor, currency)),
    }
    for label, (get, show) in shown.items():
        if label == tr("Closed business") and not setting.chapter.kind.money_counts:
            continue
        note = tr("before: {figure}", figure=show(get(before.total))) if before and before.meetings else ""
        yield Figure(show(get(found.total)), label, note)


def _name(row: SummaryRow, tr: Tr) -> str:
    return row.name if row.row is RowKind.MEMBER else tr(row.row.label)


def _columns(found: Summary, before: Summary | None, setting: Setting, tr: Tr, *, rank: bool) -> Iterator[Column]:
    currency = setting.chapter.currency
    if rank:
        places = _ranks(found)
        yield Column("", tr("Rank"), lambda row: places.get(row.person_id), Form.NUMBER, 4)
    yield Column(
        tr("First name"),
        "",
        lambda row: row.first_name if row.row is RowKind.MEMBER else tr(row.row.label),
    )
    yield Column(tr("Last name"), "", lambda row: row.last_name)
    yield Column("", tr("Member"), lambda row: _name(row, tr), weight=26, wrap=True)
    attendance, given, received = tr("Attendance"), tr("Given"), tr("Received")
    inside, outside = tr("Inside"), tr("Outside")
    for key, title, group in (
        ("P", "P", attendance),
        ("A", "A", attendance),
        ("L", "L", attendance),
        ("M", "M", attendance),
        ("S", "S", attendance),
        ("RGI", inside, given),
        ("RGO", outside, given),
        ("RRI", inside, received),
        ("RRO", outside, received),
        ("V", tr("Visitors"), ""),
    ):
        yield Column(key, title, _getter(key), Form.NUMBER, 4, group)
    yield Column("1-2-1", tr("One-to-ones"), lambda row: row.one_to_ones, Form.NUMBER, 5)
    money = tr("Closed business") if setting.chapter.kind.money_counts else ""
    yield Column("TYFCB", money, lambda row: Money(row.TYFCB, currency), Form.MONEY, 7)
    yield Column("CEU", tr("Education"), lambda row: row.CEU, Form.NUMBER, 5)
    yield Column("T", tr("Testimonials"), lambda row: row.T, Form.NUMBER, 5)
    yield Column(tr("attendance"), tr("Attendance"), lambda row: row.attendance, Form.PERCENT, 5)
    yield Column(tr("referrals_per_week"), tr("Referrals per week"), lambda row: row.referrals_per_week, Form.RATE, 5)
    if before is not None:
        earlier = _referrals_by_row(before)
        yield Column(
            "", tr("Change in referrals"), lambda row: _given(row) - earlier.get(_place(row), 0), Form.CHANGE, 5
        )


def _getter(key: str) -> Callable[[SummaryRow], Any]:
    return lambda row: getattr(row, key)


def _given(row: SummaryRow) -> int:
    return row.RGI + row.RGO


def _place(row: SummaryRow) -> tuple[RowKind, int | None]:
    return row.row, row.person_id


def _referrals_by_row(found: Summary) -> Mapping[tuple[RowKind, int | None], int]:
    return {_place(row): _given(row) for row in (*found.rows, *found.footers)}


def _ranks(found: Summary) -> Mapping[int | None, int]:
    """Return the ranks of members by referrals per week. Equal figures share a rank; without weeks there is none."""
    rated = [(row.person_id, row.referrals_per_week) for row in found.rows]
    figures: list[Fraction] = sorted((figure for _, figure in rated if figure is not None), reverse=True)
    return {person_id: figures.index(figure) + 1 for person_id, figure in rated if figure is not None}


REPORT = Report(
    name="summary",
    title=N_("Summary"),
    description=N_("Attendance and activity of every member over a period"),
    icon="chart-column",
    options=Options,
    build=build,
    order=10,
)
