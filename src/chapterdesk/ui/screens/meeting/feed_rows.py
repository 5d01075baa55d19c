"""What the feed shows of a slip or a visitor: an icon, who, what else, and a figure at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chapterdesk.domain.slips import KINDS, Side, SlipKind
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.widgets.context import Context

VISITOR_ICON: Final = "user-plus"


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One line of the feed. `warning` is something to look at, empty when all is well."""

    icon: str
    title: str
    detail: str
    figure: str
    warning: str
    source: SlipRow | VisitRow

    @property
    def key(self) -> tuple[bool, int]:
        """Tells slips from visits and each from the others."""
        return isinstance(self.source, VisitRow), self.source.id


def slip_line(context: Context, row: SlipRow, others: Sequence[SlipRow]) -> FeedRow:
    """Return the line of a slip; `others` are the slips of the same meeting."""
    tr, language = context.tr, context.language
    figure = ""
    parts = [tr(row.kind.label)]
    if row.kind is SlipKind.REFERRAL and row.tier is not None:
        parts.append(tr(row.tier.label))
    if row.kind is SlipKind.CLOSED_BUSINESS:
        figure = language.money(row.amount or 0, context.chapter.currency)
    if row.kind is SlipKind.EDUCATION and row.credits is not None:
        figure = tr("%n credit(s)", "", row.credits)
    if Side.ELSEWHERE in (row.giver_side, row.receiver_side) and row.other_chapter:
        parts.append(row.other_chapter)
    parts += [part for part in (row.prospect, row.contact, row.place, row.topics, row.note) if part]
    warning = tr("The same one-to-one twice?") if _is_mirrored(row, others) else ""
    return FeedRow(KINDS[row.kind].icon, slip_title(context, row), "  ·  ".join(parts), figure, warning, row)


def slip_title(context: Context, row: SlipRow) -> str:
    """Return who stands on a slip."""
    tr = context.tr
    match row.kind:
        case SlipKind.ONE_TO_ONE:
            return f"{row.giver}  ↔  {row.receiver}"
        case SlipKind.CLOSED_BUSINESS:
            return tr("Thanks to {name}", name=row.receiver)
        case SlipKind.EDUCATION:
            return row.giver
        case _:
            return f"{row.giver}  →  {row.receiver}"


def _is_mirrored(row: SlipRow, others: Sequence[SlipRow]) -> bool:
    """Tell whether the other one of a one-to-one handed it in as well (rule 4: kept, and hinted at)."""
    if row.kind is not SlipKind.ONE_TO_ONE or None in (row.giver_id, row.receiver_id):
        return False
    pair = (row.receiver_id, row.giver_id)
    return any(one.kind is row.kind and (one.giver_id, one.receiver_id) == pair for one in others)


def visit_line(context: Context, row: VisitRow) -> FeedRow:
    """Return the line of a visitor who came."""
    tr = context.tr
    parts = [tr(row.kind.label)]
    if row.company:
        parts.append(row.company)
    if row.inviter:
        parts.append(tr("invited by {name}", name=row.inviter))
    warning = ""
    if row.visit_count > MANY_VISITS:
        warning = tr("Visit number {count}", count=row.visit_count)
    elif not row.inviter:
        warning = tr("Who invited?")
    return FeedRow(VISITOR_ICON, row.name, "  ·  ".join(parts), "", warning, row)
