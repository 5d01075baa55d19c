"""A meeting as plain text, for a message to the members: who was there and what was handed in, nothing private."""

from collections.abc import Iterable, Sequence

from chapterdesk.domain.attendance import Code, Marks
from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow
from chapterdesk.store.slips import SlipRow
from chapterdesk.store.statistics import MeetingTotals
from chapterdesk.store.visits import VisitRow
from chapterdesk.ui.screens.meeting.feed_rows import slip_title
from chapterdesk.ui.widgets.context import Context


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
