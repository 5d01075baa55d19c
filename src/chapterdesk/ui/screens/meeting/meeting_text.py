"""A meeting in words: a line of the feed for each slip and visitor, and all of it as plain text for a message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chapterdesk.domain.attendance import Code, Marks
from chapterdesk.domain.slips import KINDS, Side, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.statistics import MeetingTotals
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


def meeting_text(
    context: Context,
    meeting: MeetingRow,
    roll: Sequence[RollRow],
    slips: Sequence[SlipRow],
    visits: Sequence[VisitRow],
    totals: MeetingTotals,
) -> str:
    """Return the meeting in words. Medical absences are a number without names, prospects and contacts stay out."""
    tr = context.tr
    lines = [tr("{chapter}: meeting of {date}", chapter=context.chapter.name, date=meeting.date), ""]
    lines += _attendance(context, roll)
    for kind in context.chapter.kind.slip_kinds:
        lines += _of_kind(context, kind, [row for row in reversed(slips) if row.kind is kind], totals)
    came = [row for row in visits if row.attended]
    if came:
        lines += ["", f"{tr('Visitors')}: {len(came)}"]
        lines += [f"- {_visitor(context, row)}" for row in came]
    return "\n".join(lines) + "\n"


def _attendance(context: Context, roll: Sequence[RollRow]) -> Iterable[str]:
    tr = context.tr
    by_code = {code: [row for row in roll if row.code is code] for code in Code}
    marks = Marks.of(row.code for row in roll)
    yield tr("Members here: {here} of {all}", here=marks.here, all=len(roll))
    for code in (Code.ABSENT, Code.LATE):
        if by_code[code]:
            yield f"{tr(code.label)}: {', '.join(row.name for row in by_code[code])}"
    if by_code[Code.MEDICAL]:
        yield f"{tr(Code.MEDICAL.label)}: {len(by_code[Code.MEDICAL])}"
    for row in by_code[Code.SUBSTITUTE]:
        if row.substitute:
            yield tr("{substitute} stood in for {name}", substitute=row.substitute, name=row.name)
        else:
            yield f"{tr(Code.SUBSTITUTE.label)}: {row.name}"


def _of_kind(context: Context, kind: SlipKind, rows: Sequence[SlipRow], totals: MeetingTotals) -> Iterable[str]:
    if not rows:
        return
    tr, language = context.tr, context.language
    title, currency = tr(KINDS[kind].plural), context.chapter.currency
    match kind:
        case SlipKind.CLOSED_BUSINESS:
            head = f"{title}: {language.money(totals.closed_business, currency)}"
        case SlipKind.REFERRAL:
            parts = tiers_in_words(tr, totals.inside, totals.outside)
            head = f"{title}: {totals.referrals} ({parts})"
        case _:
            head = f"{title}: {len(rows)}"
    yield ""
    yield head
    for row in rows:
        figure = f": {language.money(row.amount or 0, currency)}" if kind is SlipKind.CLOSED_BUSINESS else ""
        yield f"- {' '.join(slip_title(context, row).split())}{figure}"


def _visitor(context: Context, row: VisitRow) -> str:
    tr = context.tr
    about = [row.company, tr("invited by {name}", name=row.inviter) if row.inviter else ""]
    rest = ", ".join(part for part in about if part)
    return f"{row.name} ({rest})" if rest else row.name
