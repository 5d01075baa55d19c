"""A meeting as plain text, for a message: what everybody may know of it."""

from collections.abc import Iterable, Sequence

from chapterdesk.document.edition import Words
from chapterdesk.domain.attendance import Code, Marks
from chapterdesk.domain.slips import KINDS, SlipKind
from chapterdesk.domain.tiers import tiers_in_words
from chapterdesk.store.chapters import ChapterRow
from chapterdesk.store.desk_file import Session
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.statistics import MeetingTotals, meeting_totals
from chapterdesk.store.visits import VisitRow, visits_of


def meeting_text(session: Session, chapter: ChapterRow, meeting: MeetingRow, words: Words) -> str:
    """Return the meeting in words. Medical absences are a number without names, prospects and contacts stay out."""
    tr = words.tr
    lines = [tr("{chapter}: meeting of {date}", chapter=chapter.name, date=meeting.date), ""]
    lines += _attendance(words, roll_call(session, meeting.id))
    handed_in = slips(session, chapter.id, SlipFilter(meeting_id=meeting.id))
    totals = meeting_totals(session, meeting.id)
    for kind in chapter.kind.slip_kinds:
        lines += _of_kind(
            words, chapter.currency, kind, [row for row in reversed(handed_in) if row.kind is kind], totals
        )
    came = [row for row in visits_of(session, meeting.id) if row.attended]
    if came:
        lines += ["", f"{tr('Visitors')}: {len(came)}"]
        lines += [f"- {_visitor(words, row)}" for row in came]
    return "\n".join(lines) + "\n"


def slip_title(row: SlipRow, words: Words) -> str:
    """Return who stands on a slip."""
    tr = words.tr
    match row.kind:
        case SlipKind.ONE_TO_ONE:
            return f"{row.giver}  ↔  {row.receiver}"
        case SlipKind.CLOSED_BUSINESS:
            return tr("Thanks to {name}", name=row.receiver)
        case SlipKind.EDUCATION:
            return row.giver
        case _:
            return f"{row.giver}  →  {row.receiver}"


def _attendance(words: Words, roll: Sequence[RollRow]) -> Iterable[str]:
    tr = words.tr
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


def _of_kind(
    words: Words, currency: str, kind: SlipKind, rows: Sequence[SlipRow], totals: MeetingTotals
) -> Iterable[str]:
    if not rows:
        return
    tr = words.tr
    title = tr(KINDS[kind].plural)
    match kind:
        case SlipKind.CLOSED_BUSINESS:
            head = f"{title}: {words.money(totals.closed_business, currency)}"
        case SlipKind.REFERRAL:
            parts = tiers_in_words(tr, totals.inside, totals.outside)
            head = f"{title}: {totals.referrals} ({parts})"
        case _:
            head = f"{title}: {len(rows)}"
    yield ""
    yield head
    for row in rows:
        figure = f": {words.money(row.amount or 0, currency)}" if kind is SlipKind.CLOSED_BUSINESS else ""
        yield f"- {' '.join(slip_title(row, words).split())}{figure}"


def _visitor(words: Words, row: VisitRow) -> str:
    tr = words.tr
    about = [row.company, tr("invited by {name}", name=row.inviter) if row.inviter else ""]
    rest = ", ".join(part for part in about if part)
    return f"{row.name} ({rest})" if rest else row.name
