"""The roster: members with their seats and roles, and the seats that are free."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Block, Column, Entries, Entry, Form, Heading, Masthead, Paper, Table, Text, Tone
from chapterdesk.domain.members import Role, SeatState, Status
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.members import MemberRow, members
from chapterdesk.store.roles import RoleRow, role_terms
from chapterdesk.store.seats import SeatRow, seats

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

_ROLES = tuple(Role)
_UNREMARKABLE = Status.ACTIVE


@dataclass(frozen=True, slots=True)
class Options:
    """What is shown about each member, and whether free seats are listed."""

    contact: bool = option(N_("Phones and e-mails"), default=True)
    seats: bool = option(N_("Free seats"), default=True)
    paper: Paper = option(N_("Paper"), Paper.A4)


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the members of today, the leadership, and the free seats."""
    chapter, today = setting.chapter, setting.today
    listed = members(session, chapter.id, today)
    free = [seat for seat in seats(session, chapter.id, today) if not seat.holder] if options.seats else []
    yield Masthead(tr("Roster"), setting.words.date(today), options.paper, landscape=options.contact)
    yield Heading(_title(listed, free, tr), 1)
    terms = sorted(role_terms(session, chapter.id, today), key=_role_order)
    if terms:
        yield Heading(tr("Leadership team"))
        yield Entries(tuple(Entry(term.name, note=_role(term.role, tr)) for term in terms), 3)
    yield Heading(tr("Members"))
    columns = (*_names(tr), *_about(tr, contact=options.contact))
    yield Table(tr("Members"), columns, listed, empty=tr("Nobody is a member yet."))
    if free:
        yield Heading(tr("Free seats"))
        wanted = tr("wanted")
        items = [Entry(seat.name, note=wanted if _is_wanted(seat) else "", tone=_seat_tone(seat)) for seat in free]
        yield Entries(tuple(items), 3)
        columns = (
            Column(tr("Seat"), "", lambda seat: seat.name),
            Column(tr("State"), "", lambda seat: tr(seat.state.label)),
        )
        yield Table(tr("Free seats"), columns, free)
    if away := [row for row in listed if row.status is Status.LEAVE]:
        names = ", ".join(row.name for row in away)
        yield Text(tr("On leave: {names}", names=names), "muted")


def _title(listed: list[MemberRow], free: list[SeatRow], tr: Tr) -> str:
    if not listed:
        return tr("No members yet")
    people = tr("%n member(s)", "", len(listed))
    wanted = sum(_is_wanted(seat) for seat in free)
    if wanted:
        return tr("{members}, {seats}", members=people, seats=tr("%n seat(s) wanted", "", wanted))
    if free:
        return tr("{members}, {seats}", members=people, seats=tr("%n free seat(s)", "", len(free)))
    return people


def _is_wanted(seat: SeatRow) -> bool:
    return seat.state is SeatState.WANTED


def _seat_tone(seat: SeatRow) -> Tone:
    return "accent" if _is_wanted(seat) else ""


def _role_order(term: RoleRow) -> tuple[int, str]:
    """Return the sort key of a role: the usual roles first, in their order, then free roles by name."""
    usual = next((at for at, role in enumerate(_ROLES) if role == term.role), len(_ROLES))
    return usual, term.role


def _role(role: str, tr: Tr) -> str:
    """Return the words for a role; a free role is shown as typed."""
    return tr(Role(role).label) if role in set(Role) else role


def _names(tr: Tr) -> tuple[Column, ...]:
    return (
        Column(tr("First name"), "", lambda row: row.first_name),
        Column(tr("Last name"), "", lambda row: row.last_name),
        Column("", tr("Member"), lambda row: row.name, weight=22, wrap=True, strong=True),
    )


def _about(tr: Tr, *, contact: bool) -> Iterator[Column]:
    def roles(row: MemberRow) -> str:
        return ", ".join(_role(role, tr) for role in row.roles)

    def status(row: MemberRow) -> str:
        return "" if row.status is _UNREMARKABLE else tr(row.status.label)

    yield Column(tr("Classification"), tr("Classification"), lambda row: row.classification, weight=18, wrap=True)
    yield Column(tr("Company"), tr("Company"), lambda row: row.company, weight=18, wrap=True)
    if contact:
        yield Column(tr("Phone"), "", lambda row: ", ".join(row.phones))
        yield Column("", tr("Phone"), lambda row: "".join(row.phones[:1]), weight=13)
        yield Column(tr("E-mail"), "", lambda row: ", ".join(row.emails))
        yield Column("", tr("E-mail"), lambda row: "".join(row.emails[:1]), weight=26)
    yield Column(tr("Roles"), "", roles)
    yield Column(tr("Status"), "", status)
    yield Column(tr("Member since"), tr("Member since"), lambda row: row.start, Form.DATE, 7)
    yield Column(tr("Renewal due"), "", lambda row: row.renewal_due, Form.DATE)


REPORT = Report(
    name="roster",
    title=N_("Roster"),
    description=N_("Members with their seats and roles"),
    icon="users",
    options=Options,
    build=build,
    order=50,
)
