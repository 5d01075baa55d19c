"""Slips and visits as lines of a ledger, the same in the sheet of a meeting and in the ledger of a period."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chapterdesk.document.blocks import Column, Form
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.money import Money
from chapterdesk.domain.slips import KINDS, Side, SlipKind, Tier
from chapterdesk.domain.text import N_
from chapterdesk.reports.report import Setting, Tr
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow

VISITOR = "visitor"
_IN_FILES: Mapping[str, str] = {
    **{kind: definition.key for kind, definition in KINDS.items()},
    VISITOR: N_("visitor"),
    Tier.INSIDE: N_("inside"),
    Tier.OUTSIDE: N_("outside"),
}
"""The words of CSV and XLSX. In English they are the stored values, so that scripts can rely on them."""
_ORDER = (*SlipKind, VISITOR)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger; `kind` is a SlipKind or VISITOR. The giver of closed business is never there."""

    date: dt.date
    kind: str
    giver: str
    receiver: str
    tier: Tier | None = None
    amount: Money | None = None
    credits: int | None = None
    other_chapter: str = ""
    note: str = ""
    topics: tuple[str, ...] = ()
    third: str = ""
    waiting: bool = False  # for a meeting that is still to come: it counts nowhere yet

    def about(self, setting: Setting) -> str:
        """Return in a few words what the line is about; a slip that waits names its meeting."""
        tr = setting.words.tr
        wait = tr("for {day}", day=setting.words.day(self.date)) if self.waiting else ""
        return " · ".join(part for part in (wait, *self.topics, self.other_chapter, self.note) if part)


def entries_of(slips: Iterable[SlipRow], visits: Iterable[VisitRow], setting: Setting) -> list[LedgerLine]:
    """Return the slips and the visits that took place, sorted by date, kind and order of entry."""
    tr = setting.words.tr
    rows = sorted(slips, key=lambda row: row.id)
    lines = [_line(row, setting) for row in rows]
    lines += [
        LedgerLine(row.date, VISITOR, row.inviter, row.name, note=row.note, topics=(row.company, tr(row.kind.label)))
        for row in visits
        if row.attended
    ]
    return sorted(lines, key=lambda line: (line.date, _ORDER.index(line.kind)))


def _line(row: SlipRow, setting: Setting) -> LedgerLine:
    tr = setting.words.tr
    roles = KINDS[row.kind].roles  # without the giver of closed business (rule 5)
    return LedgerLine(
        date=row.date,
        kind=row.kind,
        giver=_party(row.giver, row.giver_side, tr) if "giver" in roles else "",
        receiver=_party(row.receiver, row.receiver_side, tr) if "receiver" in roles else "",
        tier=row.tier,
        amount=None if row.amount is None else Money(row.amount, setting.chapter.currency),
        credits=row.credits,
        other_chapter=row.other_chapter,
        note=row.note,
        third=row.third,
        topics=(row.prospect, row.place, row.topics),
        waiting=row.meeting_status is MeetingStatus.PLANNED,
    )


def _party(name: str, side: Side, tr: Tr) -> str:
    return name or (tr(side.label) if side is not Side.HERE else "")


def slip_columns(tr: Tr, lines: Iterable[LedgerLine]) -> tuple[Column, ...]:
    """Return the columns of the ledger in CSV and XLSX, the same for every report (a contract with scripts).

    The last one, for the third person of an introduction, is there when one of the lines is an introduction.
    """
    third = (Column(tr("introduced to"), "", lambda line: line.third),)
    return (
        Column(tr("date"), "", lambda line: line.date, Form.DATE),
        Column(tr("kind"), "", lambda line: tr(_IN_FILES[line.kind])),
        Column(tr("giver"), "", lambda line: line.giver),
        Column(tr("receiver"), "", lambda line: line.receiver),
        Column(tr("tier"), "", lambda line: tr(_IN_FILES[line.tier]) if line.tier else None),
        Column(tr("amount"), "", lambda line: line.amount, Form.MONEY),
        Column(tr("credits"), "", lambda line: line.credits, Form.NUMBER),
        Column(tr("other chapter"), "", lambda line: line.other_chapter),
        Column(tr("note"), "", lambda line: line.note),
        *(third if any(line.third for line in lines) else ()),
    )


def paper_columns(setting: Setting, tr: Tr) -> tuple[Column, ...]:
    """Return the columns of the ledger on paper: giver, kind, receiver, and in a few words what it was about."""

    def about(line: LedgerLine) -> str:
        tier = tr(line.tier.label) if line.tier is Tier.OUTSIDE else ""
        third = tr("introduced to {name}", name=line.third) if line.third else ""
        credit = tr("%n credit(s)", "", line.credits) if line.credits else ""
        return " · ".join(part for part in (credit, tier, third, line.about(setting)) if part)

    columns = (
        Column("", tr("Date"), lambda line: line.date, Form.DATE, 7),
        Column("", tr("Kind"), lambda line: kind_title(line.kind, tr), weight=10),
        Column("", tr("From"), lambda line: line.giver, weight=17, wrap=True),
        Column("", tr("To"), lambda line: line.receiver, weight=17, wrap=True),
        Column("", tr("About", "what a slip is about"), about, weight=40, wrap=True, tone=lambda _: "muted"),
        Column("", tr("Amount"), lambda line: line.amount, Form.MONEY, 7),
    )
    return columns if setting.chapter.kind.money_counts else columns[:-1]


def kind_title(kind: str, tr: Tr, *, plural: bool = False) -> str:
    """Return the title of a kind of line."""
    if kind == VISITOR:
        return tr("Visitors") if plural else tr("Visitor")
    definition = KINDS[SlipKind(kind)]
    return tr(definition.plural) if plural else tr(definition.kind.label)
