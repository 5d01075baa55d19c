"""The sign-in sheet of a meeting: members, expected visitors, and empty lines for visitors who walk in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Block, Column, Heading, Masthead, Paper, Table, Text, Tone
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.members import Status
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import MeetingDay, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.meetings import MeetingRow, last_meeting, meeting_on, next_meeting
from chapterdesk.store.members import MemberRow, members
from chapterdesk.store.visits import VisitRow, visits_of

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


@dataclass(frozen=True, slots=True)
class Options:
    """Which meeting (the next one, unless a date is given), and how many empty lines for visitors."""

    meeting: MeetingDay = option(N_("Meeting"), MeetingDay())
    lines: int = option(N_("Empty lines for visitors"), 6)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the sheet; when no meeting is planned it is for today. Raises ChapterError for a date without a meeting."""
    words = setting.words
    meeting = _meeting(session, setting, options.meeting)
    day = meeting.date if meeting else setting.today
    listed = members(session, setting.chapter.id, day)
    guests = visits_of(session, meeting.id) if meeting else []
    yield Masthead(tr("Sign-in"), words.date(day), options.paper)
    yield Heading(_title(listed, guests, tr), 1)
    if where := _where(meeting, setting):
        yield Text(where)
    yield Heading(tr("Members"))
    yield Table(tr("Members"), _member_columns(tr), listed, empty=tr("Nobody is a member yet."), roomy=True)
    yield Heading(tr("Visitors"))
    blanks = [None] * max(options.lines, 0)
    yield Table(tr("Visitors"), _visitor_columns(tr, on_paper=False), guests)
    empty = tr("No visitor is expected.")
    yield Table(
        tr("Visitors"), _visitor_columns(tr, on_paper=True), [*guests, *blanks], empty=empty, roomy=True, data=False
    )


def _meeting(session: "Session", setting: Setting, wanted: MeetingDay) -> MeetingRow | None:
    chapter_id, today = setting.chapter.id, setting.today
    if wanted.date is None:
        return next_meeting(session, chapter_id, today) or last_meeting(session, chapter_id, today)
    row = meeting_on(session, chapter_id, wanted.date)
    if row is None:
        raise ChapterError(N_("There is no meeting on {date}; choose the date of a meeting"), date=wanted.date)
    return row


def _where(meeting: MeetingRow | None, setting: Setting) -> str:
    """Return time and place of the meeting, or the usual ones of the chapter."""
    time = meeting.start_time if meeting and meeting.start_time else setting.chapter.start_time
    place = meeting.place if meeting and meeting.place else setting.chapter.place
    return " · ".join(part for part in (setting.words.time(time) if time else "", place) if part)


def _title(listed: list[MemberRow], guests: list[VisitRow], tr: Tr) -> str:
    people = tr("%n member(s)", "", len(listed)) if listed else tr("No members yet")
    if not guests:
        return people
    return tr("{members}, {visitors}", members=people, visitors=tr("%n visitor(s) expected", "", len(guests)))


def _member_columns(tr: Tr) -> tuple[Column, ...]:
    def note(row: MemberRow) -> str:
        return tr("on leave") if row.status is Status.LEAVE else row.classification

    def tone(row: MemberRow) -> Tone:
        return "muted" if row.status is Status.LEAVE else ""

    return (
        Column(tr("First name"), "", lambda row: row.first_name),
        Column(tr("Last name"), "", lambda row: row.last_name),
        Column("", tr("Member"), lambda row: row.name, weight=24, wrap=True, tone=tone),
        Column(tr("Classification"), tr("Classification"), note, weight=20, tone=lambda _: "muted"),
        Column(tr("Signature"), tr("Signature"), lambda _: "", weight=30),
    )


def _visitor_columns(tr: Tr, *, on_paper: bool) -> tuple[Column, ...]:
    """Return the columns for visitors; an empty line is the row None."""

    def title(text: str) -> str:
        return text if on_paper else ""

    return (
        Column(tr("Name"), title(tr("Name")), lambda row: row.name if row else "", weight=20, wrap=True),
        Column(tr("Company"), title(tr("Company")), lambda row: row.company if row else "", weight=14),
        Column(tr("Phone"), title(tr("Phone")), lambda row: row.phones[0] if row and row.phones else "", weight=12),
        Column(tr("Invited by"), title(tr("Invited by")), lambda row: row.inviter if row else "", weight=17, wrap=True),
        Column(tr("Signature"), title(tr("Signature")), lambda _: "", weight=24),
    )


REPORT = Report(
    name="sign-in",
    title=N_("Sign-in sheet"),
    description=N_("Members and expected visitors of a meeting, to sign"),
    icon="clipboard-check",
    options=Options,
    build=build,
    order=60,
)
