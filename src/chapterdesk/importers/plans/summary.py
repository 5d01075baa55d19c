"""What a summary makes: the totals of its period; for one day, the totals and the marks of its meeting."""

import datetime as dt
from collections.abc import Iterable

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import ACTIVITY, MARKS, RowKind, TotalGroup
from chapterdesk.domain.money import Money
from chapterdesk.domain.names import full
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.plans.marks import plan_marks
from chapterdesk.importers.records import Figures, MemberFigures, SummaryFile
from chapterdesk.store.import_facts import TotalFact
from chapterdesk.store.import_plan import NewTotals, TotalRow

_GROUPS = {TotalGroup.ATTENDANCE: MARKS, TotalGroup.ACTIVITY: ACTIVITY}


def plan(record: SummaryFile, draft: Draft) -> None:
    """Add what a summary makes to the draft (rules 14 and 15); totals that overlap others refuse the file."""
    period = record.period
    if period is None:
        return
    draft.refuse_twice()
    one_day = period.first == period.last
    groups = (TotalGroup.ACTIVITY,) if one_day else (TotalGroup.ATTENDANCE, TotalGroup.ACTIVITY)
    _make_room(draft, period, groups)
    draft.difference.update(record.difference())
    _explain(draft, record)
    known, unknown = _people(draft, record.members)
    if one_day:
        _marks(draft, period.first, known)
    for group in groups:
        rows = _rows(record, group, known, unknown)
        draft.totals.append(NewTotals(group, period, record.meetings, tuple(rows)))
        draft.known.totals.append(TotalFact(0, group, period.first, period.last, None))


def _make_room(draft: Draft, period: Period, groups: Iterable[TotalGroup]) -> None:
    """Refuse overlapping totals; when replacing, remove the totals that are completely inside the new days."""
    for total in list(draft.known.totals):
        if total.group not in groups or not total.period.overlaps(period):
            continue
        span = {"first": total.period.first, "last": total.period.last}
        if not draft.replacing or total.id == 0:
            draft.refuse(
                N_("There are totals from {first} to {last} already, which overlap; choose to replace them"), **span
            )
        elif not period.contains(total.period):
            draft.refuse(
                N_("The totals from {first} to {last} reach beyond the days of this file, so it cannot replace them"),
                **span,
            )
        else:
            draft.totals_gone.append(total.id)
            draft.known.totals.remove(total)
            draft.replaces.append((N_("Totals from {first} to {last}"), span))


def _explain(draft: Draft, record: SummaryFile) -> None:
    for name, value in record.excess_of_total().items():
        if value < 0:
            missing = Money(-value, record.currency) if name == "TYFCB" else -value
            draft.problem(0, name, N_("Total is smaller than the rows above it by {count}"), count=missing)


def _people(draft: Draft, rows: Iterable[MemberFigures]) -> tuple[dict[int, MemberFigures], list[MemberFigures]]:
    """Split the rows into those of members and those of unknown people."""
    members = tuple(rows)
    draft.known.learn(full(row.first_name, row.last_name) for row in members)
    known: dict[int, MemberFigures] = {}
    unknown = []
    used: set[int] = set()
    for row in members:
        person = draft.member(row.number, row.first_name, row.last_name, used)
        if person is None:
            unknown.append(row)
        else:
            known[person] = row
    return known, unknown


def _rows(
    record: SummaryFile, group: TotalGroup, known: dict[int, MemberFigures], unknown: list[MemberFigures]
) -> Iterable[TotalRow]:
    """Return the rows of one group; Not listed is the excess of Total over its rows, plus the rows of unknown names."""
    names = _GROUPS[group]

    def chosen(figures: Figures) -> dict[str, int]:
        return {name: figures.get(name, 0) for name in names}

    for person, row in known.items():
        yield TotalRow(RowKind.MEMBER, person, chosen(row.figures))
    excess = record.excess_of_total()
    rest = {name: max(0, excess.get(name, 0)) + sum(row.figures.get(name, 0) for row in unknown) for name in names}
    footers = {RowKind.NOT_LISTED: rest}
    if group is TotalGroup.ACTIVITY:  # in the columns P…S these rows have the number of meetings
        footers |= {RowKind.OTHERS: chosen(record.others or {}), RowKind.VISITORS: chosen(record.visitors or {})}
    for kind, figures in footers.items():
        if any(figures.values()):
            yield TotalRow(kind, None, figures)


def _marks(draft: Draft, day: dt.date, known: dict[int, MemberFigures]) -> None:
    """Convert the counts of one day into marks (rule 15)."""
    codes: dict[tuple[dt.date, int], Code] = {}
    for person, row in known.items():
        marked = [Code(name) for name in MARKS if row.figures.get(name, 0)]
        if len(marked) > 1 or any(row.figures.get(code.value, 0) > 1 for code in marked):
            text = N_("“{name}” has more than one mark on one day; none is taken")
            draft.problem(row.number, "P", text, name=full(row.first_name, row.last_name))
        elif marked:
            codes[day, person] = marked[0]
    plan_marks(draft, [day], codes)
