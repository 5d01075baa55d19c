"""The sheet of one meeting: who was there, what was handed in, who visited, and the totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import (
    Block,
    Column,
    Entries,
    Entry,
    Figure,
    Figures,
    Form,
    Heading,
    Masthead,
    Paper,
    Table,
    Text,
    Tone,
)
from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import OFF, MeetingStatus
from chapterdesk.domain.members import Standing, Status
from chapterdesk.domain.slips import tiers_in_words
from chapterdesk.domain.text import N_
from chapterdesk.reports.codes import NO_MARK, NONE, TONES, legend
from chapterdesk.reports.ledger import entries_of
from chapterdesk.reports.meeting_slips import slip_sections
from chapterdesk.reports.options import MeetingDay, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.meetings import MeetingRow, last_meeting, meeting_on
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.statistics import MeetingTotals, meeting_totals
from chapterdesk.store.visits import VisitRow, visits_of

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


@dataclass(frozen=True, slots=True)
class Options:
    """Which meeting (the last one, unless a date is given)."""

    meeting: MeetingDay = option(N_("Meeting"), MeetingDay())
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the sheet of the meeting; raises ChapterError when there is no meeting on the chosen date."""
    chapter, words = setting.chapter, setting.words
    row = _meeting(session, setting, options.meeting)
    if row is None:
        yield Masthead(tr("Meeting"), "", options.paper)
        yield Heading(tr("No meeting has taken place yet"), 1)
        yield Text(tr("The sheet fills with the first roll call."))
        yield _people([], [], tr)
        return
    roll, guests = roll_call(session, row.id), visits_of(session, row.id)
    totals = meeting_totals(session, row.id)
    yield Masthead(tr("Meeting"), words.date(row.date), options.paper)
    yield Heading(_title(row, totals, tr), 1)
    if note := _note(row, tr):
        yield Text(note, "muted")
    yield Figures(tuple(_figures(totals, setting, tr)))
    yield _people(roll, guests, tr)
    if roll:
        yield Heading(tr("Attendance"))
        yield Entries(tuple(_entry(mark) for mark in roll))
        without = [tr(NO_MARK)] if any(mark.is_unmarked for mark in roll) else []
        without += [tr(Status.LEAVE.label)] if any(mark.is_on_leave for mark in roll) else []
        yield Text(legend(tr, without), "muted")
        if stood_in := [mark for mark in roll if mark.substitute]:
            names = ", ".join(f"{mark.substitute} ({mark.name})" for mark in stood_in)
            yield Text(tr("Substitutes: {names}", names=names), "muted")
    lines = entries_of(slips(session, chapter.id, SlipFilter(meeting_id=row.id)), (), setting)
    yield from slip_sections(lines, setting, tr)
    yield Heading(tr("Visitors"))
    yield Table(
        tr("Visitors"), _visitor_columns(tr, to_come=_is_to_come(row, setting)), guests, empty=tr("Nobody visited.")
    )


def _meeting(session: "Session", setting: Setting, wanted: MeetingDay) -> MeetingRow | None:
    if wanted.date is None:
        return last_meeting(session, setting.chapter.id, setting.today)
    row = meeting_on(session, setting.chapter.id, wanted.date)
    if row is None:
        raise ChapterError(N_("There is no meeting on {date}; choose the date of a meeting"), date=wanted.date)
    return row


def _is_to_come(row: MeetingRow, setting: Setting) -> bool:
    """Whether visitors can still come: the day of the meeting is not over, and it is not completed."""
    return row.status in (MeetingStatus.PLANNED, MeetingStatus.DRAFT) and row.date >= setting.today


def _title(row: MeetingRow, totals: MeetingTotals, tr: Tr) -> str:
    if row.status in OFF:
        return tr("This meeting did not take place")
    if row.status is MeetingStatus.PLANNED:
        return tr("This meeting is still to come")
    return tr(
        "{present} of {members} present, {referrals}",
        present=totals.marks.represented,
        members=totals.members,
        referrals=tr("%n referral(s)", "", totals.referrals),
    )


def _note(row: MeetingRow, tr: Tr) -> str:
    if row.status is MeetingStatus.DRAFT:
        return tr("Provisional: the meeting is still in progress")
    return tr(row.status.label) if row.status in OFF else ""


def _figures(totals: MeetingTotals, setting: Setting, tr: Tr) -> Iterator[Figure]:
    words, marks = setting.words, totals.marks
    away = tr("Absent: {absent} · Substitutes: {substituted}", absent=marks.A, substituted=marks.S)
    yield Figure(words.percent(marks.rate), tr("Attendance"), away)
    tiers = tiers_in_words(tr, totals.inside, totals.outside)
    yield Figure(words.number(totals.referrals), tr("Referrals"), tiers)
    if setting.chapter.kind.money_counts:
        yield Figure(words.money(totals.closed_business, setting.chapter.currency), tr("Closed business"))
    yield Figure(words.number(totals.one_to_ones), tr("One-to-ones"))
    yield Figure(words.number(totals.visitors), tr("Visitors"))


def _entry(mark: RollRow) -> Entry:
    """Return one member of the roll; every code but Present is highlighted."""
    code = mark.code
    tone: Tone = "" if code is Code.PRESENT else TONES[code]
    return Entry(mark.name, code.value if code else NONE, tone=tone)


@dataclass(frozen=True, slots=True)
class _Person:
    """A member or a visitor, a row of CSV and XLSX."""

    first_name: str
    last_name: str
    standing: str
    code: str
    substitute: str
    company: str
    inviter: str


def _people(roll: list[RollRow], guests: list[VisitRow], tr: Tr) -> Table:
    """Return members and visitors in one table, for CSV and XLSX; on paper they are apart."""
    member, visitor = tr(Standing.MEMBER.label), tr(Standing.VISITOR.label)
    rows = [
        *(
            _Person(one.first_name, one.last_name, member, one.code or "", one.substitute, one.company, "")
            for one in roll
        ),
        *(
            _Person(one.first_name, one.last_name, visitor, "P" if one.attended else "", "", one.company, one.inviter)
            for one in guests
        ),
    ]
    columns = (
        Column(tr("First name"), "", lambda row: row.first_name),
        Column(tr("Last name"), "", lambda row: row.last_name),
        Column(tr("Member or visitor"), "", lambda row: row.standing),
        Column(tr("Code"), "", lambda row: row.code, Form.CODE),
        Column(tr("Substitute"), "", lambda row: row.substitute),
        Column(tr("Company"), "", lambda row: row.company),
        Column(tr("Invited by"), "", lambda row: row.inviter),
    )
    return Table(tr("Attendance"), columns, rows)


def _visitor_columns(tr: Tr, *, to_come: bool) -> tuple[Column, ...]:
    def came(row: VisitRow) -> str:
        return tr(row.kind.label) if row.attended else tr("expected") if to_come else tr("did not come")

    return (
        Column(tr("Name"), tr("Name"), lambda row: row.name, weight=20, strong=True),
        Column(tr("Company"), tr("Company"), lambda row: row.company, weight=16),
        Column(tr("Invited by"), tr("Invited by"), lambda row: row.inviter, weight=16),
        Column(tr("Visit"), tr("Visit"), came, weight=12, tone=lambda row: "" if row.attended else "muted"),
    )


REPORT = Report(
    name="meeting",
    title=N_("Meeting sheet"),
    description=N_("One meeting: attendance, slips, visitors and totals"),
    icon="calendar-check",
    options=Options,
    build=build,
    order=20,
)
