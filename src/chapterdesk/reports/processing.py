"""The record of processing activities (GDPR art. 30): which personal data are kept, why, and how they are protected.

Counts and the state of the file are read from the file; who is responsible, how to reach them and how long data are
kept come from the options. The record describes what the program does; the group decides on its legal basis.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chapterdesk.document.blocks import Block, Column, Figure, Figures, Form, Heading, Masthead, Paper, Table, Text
from chapterdesk.domain.retention import Keep
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.processing import Kept, kept

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

_KEEP = Keep()


@dataclass(frozen=True, slots=True)
class Options:
    """Who is responsible for the data, how to reach them, and how long data are kept."""

    responsible: str = option(N_("Responsible: name of the association or person"), "")
    contact: str = option(N_("Contact: address, e-mail, telephone"), "")
    former: int = option(N_("Former members are kept, in years"), _KEEP.former)
    visitors: int = option(N_("Visitors are kept, in months"), _KEEP.visitors)
    contacts: int = option(N_("Contacts on referrals are kept, in months"), _KEEP.contacts)
    paper: Paper = option(N_("Paper"), Paper.A4)


@dataclass(frozen=True, slots=True)
class _Activity:
    """One activity: whose data, which data, purpose, legal basis, how long, and the number of entries."""

    name: str
    people: str
    data: str
    purpose: str
    basis: str
    keeping: str
    entries: int


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield the record: controller, activities, recipients, protection, and what is not kept."""
    now, words = kept(session, setting.chapter.id, setting.today), setting.words
    activities = list(_activities(now, options, tr))
    yield Masthead(tr("Record of processing"), words.date(setting.today), options.paper)
    yield Heading(tr("What {chapter} keeps about people", chapter=setting.chapter.name), 1)
    yield Text(
        tr(
            "Record of processing activities (General Data Protection Regulation, article 30). The figures are those of"
            " the file on {date}.",
            date=setting.today,
        )
    )
    yield Figures(
        tuple(
            Figure(words.number(value), label)
            for value, label in (
                (now.people, tr("People")),
                (now.members, tr("Members")),
                (now.former, tr("Former members")),
                (now.visitors, tr("Visitors")),
            )
        )
    )
    yield Heading(tr("Who is responsible"))
    yield _pairs(
        tr("Who is responsible"),
        [
            (tr("Responsible"), options.responsible or setting.chapter.name),
            (tr("Contact"), options.contact or tr("to be filled in")),
            (tr("Chapter"), setting.chapter.name),
        ],
    )
    yield _data(activities, tr)
    for one in activities:
        yield Heading(one.name)
        yield _pairs(
            one.name,
            [
                (tr("People"), one.people),
                (tr("Data"), one.data),
                (tr("Purpose"), one.purpose),
                (tr("Legal basis"), one.basis),
                (tr("Kept for"), one.keeping),
                (tr("Entries"), words.number(one.entries)),
            ],
        )
    yield Heading(tr("Who else receives the data"))
    yield _pairs(tr("Recipients"), list(_recipients(tr)))
    yield Heading(tr("How the data are protected"))
    yield _pairs(tr("Protection"), list(_protection(now, tr)))
    yield Heading(tr("What is not kept"))
    yield Text(
        tr(
            "No diagnoses or other details of health, no identity documents, no bank details, no places where people"
            " are, nothing from social networks, and not who made a change. Nobody is rated or decided about by a"
            " machine."
        )
    )
    yield Text(
        tr(
            "ChapterDesk describes here what it keeps and how. It gives no legal advice: who is responsible checks the"
            " legal basis and the periods, and completes what is done outside the program."
        ),
        "muted",
    )


def _activities(now: Kept, options: Options, tr: Tr) -> Iterator[_Activity]:
    membership = tr("As a rule the membership itself: the statutes or the agreement with the member")
    years = tr("As long as the membership lasts, and %n year(s) after it", "", options.former)
    yield _Activity(
        tr("Members"),
        tr("Members, applicants, former members"),
        tr(
            "Names, company, telephones, e-mails, website, address, photo, notes; classification, status, days of"
            " joining, renewal and leaving; sponsor, mentor, roles"
        ),
        tr("To run the group: list of members, roles, renewals, contact between members"),
        membership,
        years,
        now.members + now.former + now.applicants,
    )
    yield _Activity(
        tr("Attendance"),
        tr("Members, and who stands in for them"),
        tr(
            "Day and code: present, absent, late, medical, substitute. The medical code ({count} here) says that an"
            " absence is excused by health, never why; it counts as data of health",
            count=now.medical,
        ),
        tr("To apply the attendance rules of the group, and for its statistics"),
        membership,
        years,
        now.marks,
    )
    yield _Activity(
        tr("Visitors"),
        tr("Guests, observers and substitutes who come or are expected"),
        tr("Names, company, telephones, e-mails; meeting, who invited, outcome, day of the next contact, note"),
        tr("To receive guests, and to ask them afterwards whether they want to join"),
        tr("As a rule the interest of both in the invitation that was accepted"),
        tr("Until %n month(s) after the last visit", "", options.visitors),
        now.visits,
    )
    yield _Activity(
        tr("Referrals and other slips"),
        tr("Members and guests; the people and companies who are recommended"),
        tr(
            "Who gives, who receives, day, kind, amount of business; the name and one contact of who is recommended"
            " ({count} slips hold one), and how it went on",
            count=now.contacts,
        ),
        tr("To pass recommendations on, and for the statistics of the group"),
        tr("As a rule the membership; for who is recommended, that person's agreement to be contacted"),
        tr("The contact until %n month(s) after the referral; the slip stays as a figure", "", options.contacts),
        now.slips,
    )
    yield _Activity(
        tr("Consents and photos"),
        tr("Whoever gave them"),
        tr("What was agreed to, since when, until when, a note; the photo ({count} here)", count=now.photos),
        tr("To publish or use only what somebody has agreed to, and to be able to prove it"),
        tr("Consent, which can be withdrawn at any time"),
        tr("Until the consent is withdrawn or the person erased"),
        now.consents,
    )
    yield _Activity(
        tr("Log of changes and imports"),
        tr("Everybody above"),
        tr("What was changed, when, before and after; the names of imported files, not the files ({count} here)",
           count=now.imports),
        tr("To repair mistakes, and to know where data come from"),
        tr("As a rule the interest in keeping the data correct"),
        tr("As long as the file; the lines of who is erased are emptied"),
        now.log_lines,
    )  # fmt: skip


def _recipients(tr: Tr) -> Iterator[tuple[str, str]]:
    yield tr("Recipients"), tr("None by the program: the data are kept on this computer, in one file")
    yield tr("Other countries"), tr("None by the program: it uses no network and no service of others")
    yield (
        tr("Outside the program"),
        tr("Lists and reports that are printed, exported or sent are the care of who does so"),
    )


def _protection(now: Kept, tr: Tr) -> Iterator[tuple[str, str]]:
    if now.encrypted:
        yield tr("Encryption"), tr("The file is encrypted with a passphrase (AES-256), and so are its backups")
    else:
        yield tr("Encryption"), tr("The file has no passphrase. One can be set at any time; it then is encrypted")
    yield tr("Backups"), tr("Made by themselves, checked, and thinned out after days, weeks and months")
    yield tr("Every change"), tr("Is stored whole or not at all, can be undone, and stands in the log")
    yield (
        tr("Requests of people"),
        tr("Everything about a person is handed over in one action, as PDF, JSON and CSV; any value can be corrected"),
    )
    so_far = tr("%n person(s) erased so far", "", now.erased)
    yield (
        tr("Erasure"),
        tr("A number stays for the name, so that totals stand; no byte of the name is left. {so_far}", so_far=so_far),
    )


def _pairs(name: str, rows: list[tuple[str, str]]) -> Table:
    columns = (
        Column("", " ", lambda row: row[0], weight=18, wrap=True, strong=True),
        Column("", " ", lambda row: row[1], weight=70, wrap=True),
    )
    return Table(name, columns, rows, data=False)


def _data(activities: list[_Activity], tr: Tr) -> Table:
    columns = (
        Column(tr("Activity"), "", lambda row: row.name),
        Column(tr("People"), "", lambda row: row.people),
        Column(tr("Data"), "", lambda row: row.data),
        Column(tr("Purpose"), "", lambda row: row.purpose),
        Column(tr("Legal basis"), "", lambda row: row.basis),
        Column(tr("Kept for"), "", lambda row: row.keeping),
        Column(tr("Entries"), "", lambda row: row.entries, Form.NUMBER),
    )
    return Table(tr("Record of processing"), columns, activities)


REPORT = Report(
    name="processing",
    title=N_("Record of processing"),
    description=N_("What personal data is kept, what for, for how long and how protected"),
    icon="clipboard-check",
    options=Options,
    build=build,
    order=81,
)
