"""Blank slips to print and cut, four on a sheet, for meetings that use paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Blank, BlankSlip, BlankSlips, Block, Masthead, Paper
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import option
from chapterdesk.reports.report import Report, Setting, Tr

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

_ON_A_SHEET = 4
_MOST_SHEETS = 50


class PaperKinds(Labelled):
    """Which slips are on the sheets."""

    MIXED = "mixed", N_("One of each")
    REFERRAL = "referral", N_("Referrals")
    ONE_TO_ONE = "one_to_one", N_("One-to-ones")
    CLOSED_BUSINESS = "closed_business", N_("Closed business")
    EDUCATION = "education", N_("Education")
    TESTIMONIAL = "testimonial", N_("Testimonials")
    INTRODUCTION = "introduction", N_("Introductions")
    VISITOR = "visitor", N_("Visitors")


@dataclass(frozen=True, slots=True)
class Options:
    """Which slips, and on how many sheets."""

    kinds: PaperKinds = option(N_("Slips"), PaperKinds.MIXED)
    sheets: int = option(N_("Sheets"), 1)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the sheets; they need no data of the chapter."""
    del session
    money = setting.chapter.kind.money_counts
    if options.kinds is PaperKinds.MIXED:
        third = PaperKinds.CLOSED_BUSINESS if money else PaperKinds.TESTIMONIAL
        kinds: tuple[PaperKinds, ...] = (PaperKinds.REFERRAL, PaperKinds.ONE_TO_ONE, third, PaperKinds.VISITOR)
    else:
        kinds = (options.kinds,) * _ON_A_SHEET
    sheets = min(max(options.sheets, 1), _MOST_SHEETS)
    yield Masthead(tr("Slips"), paper=options.paper, bare=True)
    yield BlankSlips(tuple(_slip(kind, tr) for kind in kinds) * sheets)


def _slip(kind: PaperKinds, tr: Tr) -> BlankSlip:
    date = Blank(tr("Date"), half=True)
    note = Blank(tr("Note"), lines=3)
    match kind:
        case PaperKinds.ONE_TO_ONE:
            return BlankSlip(
                tr("One-to-one"),
                tr("Two members met to get to know each other better. One slip for both."),
                (
                    Blank(tr("Invited by")),
                    Blank(tr("With")),
                    date,
                    Blank(tr("Place"), half=True),
                    Blank(tr("We talked about"), lines=5),
                ),
            )
        case PaperKinds.CLOSED_BUSINESS:
            return BlankSlip(
                tr("Closed business"),
                tr("Thank the member whose referral became business. Turnover without VAT."),
                (
                    Blank(tr("Thanks to")),
                    Blank(tr("Amount"), half=True),
                    date,
                    Blank(tr("Business"), (tr("New"), tr("Repeat"))),
                    Blank(tr("Came from"), (tr("Inside"), tr("Outside"))),
                    note,
                ),
            )
        case PaperKinds.EDUCATION:
            return BlankSlip(
                tr("Education"),
                tr("What you learned for your business or the chapter: one credit an hour."),
                (
                    Blank(tr("Member")),
                    Blank(tr("Credits"), half=True),
                    date,
                    Blank(tr("What", "was learned"), lines=3),
                    note,
                ),
            )
        case PaperKinds.TESTIMONIAL:
            return BlankSlip(
                tr("Testimonial"),
                tr("Say what a member did well for you or for somebody you sent."),
                (Blank(tr("From")), Blank(tr("For")), date, Blank(tr("What went well"), lines=5)),
            )
        case PaperKinds.INTRODUCTION:
            return BlankSlip(
                tr("Introduction"),
                tr("You brought together two people who can help each other."),
                (Blank(tr("From")), Blank(tr("To")), Blank(tr("Introduced to")), date, note),
            )
        case PaperKinds.VISITOR:
            return BlankSlip(
                tr("Visitor"),
                tr("Somebody who would like to get to know us. We call them before the meeting."),
                (
                    Blank(tr("Name")),
                    Blank(tr("Company")),
                    Blank(tr("Phone"), half=True),
                    date,
                    Blank(tr("E-mail")),
                    Blank(tr("Invited by")),
                    note,
                ),
            )
        case _:
            return BlankSlip(
                tr("Referral"),
                tr("Somebody who wants to hear from the member: they know that the call will come."),
                (
                    Blank(tr("From")),
                    Blank(tr("To")),
                    Blank(tr("Whose"), (tr("Inside"), tr("Outside"))),
                    Blank(tr("Contact")),
                    Blank(tr("Phone"), half=True),
                    date,
                    Blank(tr("I have"), (tr("given your card"), tr("said you would call"))),
                    Blank(tr("Interest"), ("1", "2", "3", "4", "5")),
                    Blank(tr("Note"), lines=2),
                ),
            )


REPORT = Report(
    name="paper-slips",
    title=N_("Paper slips"),
    description=N_("Four blank slips on a sheet, to cut"),
    icon="printer",
    options=Options,
    build=build,
    formats=("pdf",),
    order=70,
)
