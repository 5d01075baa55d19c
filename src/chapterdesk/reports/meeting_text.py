"""A meeting in words: as plain text for a message, its roll call, and a line for each slip and visitor."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chapterdesk.document.edition import Words
from chapterdesk.domain.attendance import Code, MarkCounts
from chapterdesk.domain.slips import KINDS, ROLES, VISITOR_ICON, Side, SlipKind, tiers_in_words
from chapterdesk.domain.visits import MANY_VISITS
from chapterdesk.store.chapters import ChapterRow
from chapterdesk.store.desk import Session
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.statistics import MeetingTotals, meeting_totals
from chapterdesk.store.visits import VisitRow, visits_of

VISITORS: Final = "visitors"
"""The name of the figure that counts visitors; the others are named by their kind of slip."""


def meeting_text(session: Session, chapter: ChapterRow, meeting: MeetingRow, words: Words) -> str:
    """Return the meeting in words. Medical absences are counted without names; prospects and contacts are left out."""
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


def totals_in_words(totals: MeetingTotals, currency: str, words: Words) -> dict[str, tuple[str, str]]:
    """Return the total of each kind of slip and of the visitors, each with its parts.

    A kind that the summary does not count is left out when there are no such slips, to save room.
    """
    found: dict[str, tuple[str, str]] = {}
    for kind, definition in KINDS.items():
        figures = [getattr(totals, name) for name in definition.totals]
        whole = sum(figures)
        if not whole and not definition.is_credited:
            continue
        if definition.measure == "amount":
            found[kind] = words.whole_money(whole, currency), words.money(whole, currency)
        else:
            found[kind] = words.number(whole), tiers_in_words(words.tr, *figures) if definition.has_tiers else ""
    return found | {VISITORS: (words.number(totals.visitors), "")}


def roll_in_words(roll: Sequence[RollRow], words: Words) -> str:
    """Return the roll but for those present: how many are unmarked, the other codes, and who is on leave."""
    tr = words.tr
    counts = Counter(row.code for row in roll)
    missing, on_leave = sum(row.is_unmarked for row in roll), sum(row.is_on_leave for row in roll)
    parts = [tr("%n not marked yet", "", missing)] if missing else []
    parts += [f"{tr(code.label)} {counts[code]}" for code in Code if code is not Code.PRESENT and counts[code]]
    parts += [tr("%n on leave", "", on_leave)] if on_leave else []
    everyone = tr("Everyone is present") if roll else ""
    return "  ·  ".join(parts) or everyone


def mark_in_words(row: RollRow, words: Words) -> str:
    """Return a member with the mark, for screen readers."""
    tr = words.tr
    if row.is_on_leave:
        return tr("{name}, {code}", name=row.name, code=row.status)
    if row.code is None:
        return tr("{name}, not marked", name=row.name)
    if row.substitute:
        return tr("{name}, substitute: {substitute}", name=row.name, substitute=row.substitute)
    return tr("{name}, {code}", name=row.name, code=row.code)


def arrival_in_words(row: VisitRow, words: Words) -> str:
    """Return whether a visitor has come, for screen readers."""
    tr = words.tr
    return tr("{name} has arrived", name=row.name) if row.attended else tr("{name} has not arrived", name=row.name)


def slip_title(row: SlipRow, words: Words) -> str:
    """Return the people on a slip."""
    names = {role: getattr(row, role) for role in ROLES}
    return words.tr(KINDS[row.kind].title, name=row.receiver, **names)


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One line of the feed. `warning` names something to check, "" when there is nothing."""

    icon: str
    title: str
    detail: str
    figure: str
    warning: str
    source: SlipRow | VisitRow

    @property
    def key(self) -> tuple[bool, int]:
        """Identifies the line: slip or visit, and its id."""
        return isinstance(self.source, VisitRow), self.source.id

    @property
    def is_locked(self) -> bool:
        """Whether it is locked by a completed meeting; visits never are."""
        return isinstance(self.source, SlipRow) and self.source.locked


def slip_line(row: SlipRow, others: Sequence[SlipRow], currency: str, words: Words) -> FeedLine:
    """Return the line of a slip; `others` are the slips of the same meeting."""
    tr = words.tr
    definition = KINDS[row.kind]
    parts = [tr(row.kind.label)]
    if definition.has_tiers and row.tier is not None:
        parts.append(tr(row.tier.label))
    figure = _money(row, currency, words)
    if definition.measure == "credits" and row.credits is not None:
        figure = tr("%n credit(s)", "", row.credits)
    if Side.ELSEWHERE in (row.giver_side, row.receiver_side) and row.other_chapter:
        parts.append(row.other_chapter)
    parts += [part for part in (_third(row, words), row.prospect, row.contact, row.place, row.topics, row.note) if part]
    warning = tr(definition.mirrored) if definition.mirrored and _is_mirrored(row, others) else ""
    return FeedLine(definition.icon, slip_title(row, words), "  ·  ".join(parts), figure, warning, row)


def _money(row: SlipRow, currency: str, words: Words) -> str:
    """Return the amount of a slip whose kind is measured in money, "" for the others."""
    return words.money(row.amount or 0, currency) if KINDS[row.kind].measure == "amount" else ""


def _third(row: SlipRow, words: Words) -> str:
    """Return whom an introduction brought together with its receiver, "" for the other kinds."""
    tr = words.tr
    return tr("introduced to {name}", name=row.third) if row.third else ""


def _is_mirrored(row: SlipRow, others: Sequence[SlipRow]) -> bool:
    """Whether the other party handed it in as well (rule 4: both are kept, with a warning)."""
    if None in (row.giver_id, row.receiver_id):
        return False
    pair = (row.receiver_id, row.giver_id)
    return any(one.kind is row.kind and (one.giver_id, one.receiver_id) == pair for one in others)


def visit_line(row: VisitRow, words: Words) -> FeedLine:
    """Return the line of a visitor who came."""
    tr = words.tr
    parts = [tr(row.kind.label), *about_visitor(row, words)]
    warning = ""
    if row.visit_count > MANY_VISITS:
        warning = tr("Visit number {count}", count=row.visit_count)
    elif not row.inviter:
        warning = tr("Who invited?")
    return FeedLine(VISITOR_ICON, row.name, "  ·  ".join(parts), "", warning, row)


def _attendance(words: Words, roll: Sequence[RollRow]) -> Iterable[str]:
    tr = words.tr
    by_code = {code: [row for row in roll if row.code is code] for code in Code}
    marks = MarkCounts.of(row.code for row in roll)
    yield tr("Members here: {here} of {all}", here=marks.represented, all=len(roll))
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
    definition = KINDS[kind]
    title = tr(definition.plural)
    figures = [getattr(totals, name) for name in definition.totals]
    yield ""
    if definition.measure == "amount":
        yield f"{title}: {words.money(sum(figures), currency)}"
    elif definition.has_tiers:
        yield f"{title}: {sum(figures)} ({tiers_in_words(tr, *figures)})"
    else:
        yield f"{title}: {len(rows)}"
    for row in rows:
        line = [" ".join(slip_title(row, words).split()), _money(row, currency, words), _third(row, words)]
        yield f"- {': '.join(part for part in line if part)}"


def about_visitor(row: VisitRow, words: Words) -> list[str]:
    """Return the company of a visitor and the inviter, as far as they are known."""
    tr = words.tr
    about = [row.company, tr("invited by {name}", name=row.inviter) if row.inviter else ""]
    return [part for part in about if part]


def _visitor(words: Words, row: VisitRow) -> str:
    rest = ", ".join(about_visitor(row, words))
    return f"{row.name} ({rest})" if rest else row.name
