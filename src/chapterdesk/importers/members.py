"""Members from a list: a roster, a region's roster, or contacts of Google and Outlook."""

import datetime as dt
from dataclasses import replace

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.members import Status
from chapterdesk.domain.names import bare
from chapterdesk.domain.text import N_, clean, fold
from chapterdesk.importers.columns import FIRST_NAME, LAST_NAME, footer, tidy
from chapterdesk.importers.headings import Headings, field, find_headings, heading_key, read_header_info
from chapterdesk.importers.importer import Clues, Importer, Reading, chapter_warning
from chapterdesk.importers.plans.members import plan
from chapterdesk.importers.reading.sheet import Row, Sheet
from chapterdesk.importers.records import RosterFile, RosterLine
from chapterdesk.importers.results import Text
from chapterdesk.importers.values import date_readings, month_first, to_date
from chapterdesk.store.people import split_name

FIELDS = (
    replace(FIRST_NAME, needed=False),  # a list can have the whole name in one column
    replace(LAST_NAME, needed=False),
    field(
        "name",
        N_("Name"),
        "name membername fullname nombrecompleto nombreyapellidos nomcomplet mitglied miembro membre",
    ),
    field(
        "company",
        N_("Company"),
        "company companyname organizationname organisation organization empresa organizacion societe "
        "entreprise firma unternehmen organization1name",
    ),
    field(
        "classification",
        N_("Classification"),
        "classification profession industry especialidad profesion actividad specialite metier "
        "berufssparte fachgebiet branche jobtitle puesto organizationtitle",
    ),
    field(
        "phone",
        N_("Phone"),
        "phone phonenumber telephone telefono telephone1 telefon businessphone telefonodeltrabajo "
        "phone1value primaryphone",
    ),
    field(
        "mobile",
        N_("Mobile"),
        "mobile mobilephone cellnumber cellphone cell movil telefonomovil portable telephonemobile handy "
        "mobiltelefon phone2value",
    ),
    field(
        "email",
        N_("E-mail"),
        "email emailaddress e mail correo correoelectronico direcciondecorreoelectronico courriel "
        "adressedemessagerie emailadresse email1value",
    ),
    field("email2", N_("Second e-mail"), "email2value email2address direcciondecorreoelectronico2"),
    field("website", N_("Website"), "website web webpage paginaweb siteweb webseite website1value"),
    field("address", N_("Address"), "address direccion adresse postaladdress address1formatted businessstreet"),
    field("status", N_("Status"), "status membershipstatus estado statut mitgliedsstatus"),
    field(
        "start",
        N_("Member since"),
        "joindate startdate fechadealta miembrodesde dateadhesion eintrittsdatum beitrittsdatum since",
    ),
    field(
        "renewal_due",
        N_("Renewal due"),
        "renewaldate duedate renewaldue fechaderenovacion renovacion daterenouvellement verlangerungsdatum",
    ),
    field("sponsor", N_("Sponsor"), "sponsor padrino parrain pate"),
    field("chapter", N_("Chapter"), "chaptername chapter capitulo grupo chapitre"),
)
_STATUS = {
    word: status
    for status, words in {
        Status.ACTIVE: "active activo activa actif aktiv current member",
        Status.LEAVE: "leave onleave",
        Status.PROBATION: "probation probationary",
        Status.RENEWAL_DUE: "renewaldue due",
        Status.LATE: "late overdue",
    }.items()
    for word in words.split()
}

_OF_VISITORS = frozenset({"visitdate", "invitedby", "fechadevisita", "invitadopor", "datedevisite", "besuchsdatum"})


def find(sheet: Sheet) -> Headings | None:
    """Find the headings of a list of people: a name, and something about them."""
    found = find_headings(sheet, FIELDS, 2)
    if found is None or not {"name", "first_name", "last_name"} & found.columns.keys():
        return None
    return found if found.columns.keys() - {"chapter", "status", "name", "first_name"} else None


def score(sheet: Sheet) -> int:
    """Return how much a sheet looks like a list of members."""
    found = find(sheet)
    return 0 if found is None else min(60, 20 + 8 * len(found.columns))


def read(sheet: Sheet, headings: Headings, clues: Clues) -> Reading:
    """Read a list of members; of the roster of a region only the rows of the chapter."""
    if _OF_VISITORS & {heading_key(headings.row.text(column)) for column in headings.unknown}:
        return Reading(RosterFile(()), 0, refused=(N_("This is a list of visitors, not of members"), {}))
    header = read_header_info(sheet, headings)
    problems = [*sheet.problems, *chapter_warning(header.chapter, clues.chapter)]
    rows = [row for row in headings.data(sheet) if footer(row, headings) is None]
    rows, refused = _of_chapter(rows, headings, clues, problems)
    lines = _Lines(headings, rows, problems)
    found = tuple(line for row in rows if (line := lines.line(row)) is not None)
    if not found and refused is None:
        refused = (N_("There are headings of a list of members, and no names below them"), {})
    return Reading(RosterFile(found), len(found), None, tuple(problems), (), refused)


def _of_chapter(
    rows: list[Row], headings: Headings, clues: Clues, problems: list[Problem]
) -> tuple[list[Row], Text | None]:
    """Return the rows of the chapter when the list names several; a list of one other chapter gives a warning."""
    column = headings.columns.get("chapter")
    named = {fold(row.text(column)): row.text(column) for row in rows if column and row.text(column)}
    if not named:
        return rows, None
    if len(named) == 1:
        problems += chapter_warning(next(iter(named.values())), clues.chapter)
        return rows, None
    ours = {key for key, name in named.items() if not chapter_warning(name, clues.chapter)}
    ours = {fold(clues.chapter.name)} & named.keys() or ours
    if not ours:
        text = N_("The list holds the chapters {names}; none of them is “{chapter}”")
        names = ", ".join(sorted(named.values())[:5])
        return [], (text, {"names": names, "chapter": clues.chapter.name})
    return [row for row in rows if fold(row.text(column)) in ours], None


class _Lines:
    """Reads rows into lines; all dates of a column are read in the same order."""

    def __init__(self, headings: Headings, rows: list[Row], problems: list[Problem]) -> None:
        self._columns = headings.columns
        self._heading = headings.row
        self._problems = problems
        self._month_first = {name: self._order(name, rows) for name in ("start", "renewal_due")}

    def _order(self, name: str, rows: list[Row]) -> bool:
        """Return whether a column has the month first; ambiguous dates are read day first and reported."""
        column = self._columns.get(name)
        settled = month_first(row.cell(column).value for row in rows)
        if settled is None and "chapter" not in self._columns:  # the roster of a region always has the day first
            for row in rows:
                value = row.cell(column).value
                if isinstance(value, str) and len(date_readings(value)) > 1:
                    text = N_("{text} can be two days; it is read as day/month/year. Write 2026-03-31 to be sure")
                    self._problems.append(Problem(row.number, self._heading.text(column), text, {"text": value[:40]}))
                    break
        return settled or False

    def line(self, row: Row) -> RosterLine | None:
        """Return the line of a row; None without a name, and for a second row of headings."""
        first, last = (bare(self._text(row, name)) for name in ("first_name", "last_name"))
        if not last and self._text(row, "name"):
            first, last = split_name(bare(self._text(row, "name")))
        same = {name for name, column in self._columns.items() if heading_key(row.text(column)) == self._key(column)}
        if not (first or last) or len(same) > 1:
            return None
        return RosterLine(
            row.number,
            first,
            last,
            company=self._text(row, "company"),
            classification=self._text(row, "classification").rpartition(">")[2].strip(),
            phones=self._several(row, "mobile", "phone"),
            emails=self._several(row, "email", "email2"),
            website=self._text(row, "website"),
            address=clean(row.text(self._columns.get("address"))),
            status=_STATUS.get(heading_key(self._text(row, "status"))),
            start=self._day(row, "start"),
            renewal_due=self._day(row, "renewal_due"),
            sponsor=bare(self._text(row, "sponsor")),
        )

    def _key(self, column: int) -> str:
        return heading_key(self._heading.text(column))

    def _text(self, row: Row, name: str) -> str:
        return tidy(row.text(self._columns.get(name)))

    def _several(self, row: Row, *names: str) -> tuple[str, ...]:
        """Return the values of columns; one cell of Google Contacts can contain several."""
        found = [part.strip() for name in names for part in self._text(row, name).split(":::")]
        return tuple(dict.fromkeys(part for part in found if part))

    def _day(self, row: Row, name: str) -> dt.date | None:
        value = row.cell(self._columns.get(name)).value
        day = to_date(value, month_first=self._month_first[name])
        if value is not None and day is None:
            heading = self._heading.text(self._columns.get(name))
            text = N_("“{text}” is not a date; it was left out")
            self._problems.append(Problem(row.number, heading, text, {"text": str(value)[:40]}))
        return day


IMPORTER = Importer(
    key="members", title=N_("Members"), order=1, fields=FIELDS, score=score, find=find, read=read, plan=plan
)
