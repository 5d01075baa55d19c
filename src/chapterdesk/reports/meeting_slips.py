"""The slips of one meeting on paper: each kind in the form that suits it."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from chapterdesk.document.blocks import Block, Column, Entries, Entry, Heading, Table, Text
from chapterdesk.domain.slips import KINDS, SlipKind, Tier
from chapterdesk.reports.ledger import LedgerLine, kind_title, slip_columns
from chapterdesk.reports.report import Setting, Tr


def slip_sections(lines: Sequence[LedgerLine], setting: Setting, tr: Tr) -> Iterator[Block]:
    """Yield a section for each kind that was handed in, and one table of all slips for XLSX."""
    yield Table(tr("Slips"), slip_columns(tr, lines)[1:], lines)  # all have the date of the meeting
    if not lines:
        yield Heading(tr("Slips"))
        yield Text(tr("Nothing was handed in."), "muted")
    for kind in SlipKind:
        those = [line for line in lines if line.kind == kind]
        if not those:
            continue
        yield Heading(f"{kind_title(kind, tr, plural=True)} · {setting.words.number(len(those))}")
        definition = KINDS[kind]
        if len(definition.parties) > 1:
            yield _table(kind, those, setting, tr)
        elif definition.measure == "amount":
            yield Entries(tuple(Entry(_only(line), note=_amount(line, setting)) for line in those), 2)
        else:
            entries = (Entry(_only(line), note=tr("%n credit(s)", "", line.credits or 0)) for line in those)
            yield Entries(tuple(entries), 3)


def _table(kind: SlipKind, lines: Sequence[LedgerLine], setting: Setting, tr: Tr) -> Table:
    definition = KINDS[kind]

    def about(line: LedgerLine) -> str:
        tier = tr(line.tier.label) if line.tier is Tier.OUTSIDE else ""
        return " · ".join(part for part in (tier, line.about(setting)) if part)

    columns = (
        *(Column("", tr(caption), attrgetter(role), weight=20, wrap=True) for role, caption in definition.sides),
        Column("", tr("About", "what a slip is about"), about, weight=34, wrap=True, tone=lambda _: "muted"),
    )
    return Table(kind_title(kind, tr, plural=True), columns, lines, data=False)


def _only(line: LedgerLine) -> str:
    """Return the person on a slip of a kind that names one person."""
    return line.giver or line.receiver


def _amount(line: LedgerLine, setting: Setting) -> str:
    return setting.words.money(line.amount.minor, line.amount.currency) if line.amount else ""
