"""The ledger: every slip and visit of a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Block, Figure, Figures, Heading, Masthead, Paper, Table, Text
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.text import N_
from chapterdesk.reports.ledger import VISITOR, LedgerLine, entries_of, kind_title, paper_columns, slip_columns
from chapterdesk.reports.options import Dates, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.visits import visits

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


class ListedKinds(Labelled):
    """Which lines the ledger shows."""

    ALL = "all", N_("All kinds")
    REFERRAL = "referral", N_("Referrals")
    ONE_TO_ONE = "one_to_one", N_("One-to-ones")
    CLOSED_BUSINESS = "closed_business", N_("Closed business")
    EDUCATION = "education", N_("Education")
    TESTIMONIAL = "testimonial", N_("Testimonials")
    INTRODUCTION = "introduction", N_("Introductions")
    VISITOR = "visitor", N_("Visitors")


@dataclass(frozen=True, slots=True)
class Options:
    """The days, and the kinds of line."""

    period: Dates = option(N_("Period"), Dates())
    kinds: ListedKinds = option(N_("Show"), ListedKinds.ALL)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the ledger of the period, oldest first."""
    chapter, words = setting.chapter, setting.words
    period = options.period.on(setting.today)
    kinds = [kind for kind in SlipKind if options.kinds in {ListedKinds.ALL, kind.value}]
    found = slips(session, chapter.id, SlipFilter(kinds=tuple(kinds), period=period)) if kinds else []
    guests = visits(session, chapter.id, period) if options.kinds in {ListedKinds.ALL, ListedKinds.VISITOR} else []
    lines = entries_of(found, guests, setting)
    yield Masthead(tr("Slips"), words.period(period), options.paper, landscape=True)
    yield Heading(tr("%n slip(s) and visit(s)", "", len(lines)) if lines else tr("Nothing was handed in"), 1)
    if waiting := sum(line.waiting for line in lines):
        yield Text(tr("%n slip(s) for a meeting that is still to come count nowhere yet", "", waiting), "muted")
    yield Figures(tuple(_figures(lines, setting, tr)))
    columns = (*slip_columns(tr, lines), *paper_columns(setting, tr))
    yield Table(tr("Slips"), columns, lines, empty=tr("No slip and no visit falls in these days."), compact=True)


def _figures(lines: list[LedgerLine], setting: Setting, tr: Tr) -> Iterator[Figure]:
    """Yield the number of each kind; of closed business and education, the sum."""
    words = setting.words
    for kind in (*setting.chapter.kind.slip_kinds, VISITOR):
        those = [line for line in lines if line.kind == kind]
        if not those:
            continue
        value, note = words.number(len(those)), ""
        measure = "" if kind == VISITOR else KINDS[SlipKind(kind)].measure
        if measure == "amount":
            amount = sum(line.amount.minor for line in those if line.amount)
            value, note = words.money(amount, setting.chapter.currency), tr("%n slip(s)", "", len(those))
        elif measure == "credits":
            value = words.number(sum(line.credits or 0 for line in those))
            note = tr("%n slip(s)", "", len(those))
        yield Figure(value, kind_title(kind, tr, plural=True), note)


REPORT = Report(
    name="slips",
    title=N_("Slip ledger"),
    description=N_("Every slip and visit of a period"),
    icon="receipt",
    options=Options,
    build=build,
    order=40,
)
