"""The slips of one meeting: the Slips Audit Report of BNI Connect, in both its vocabularies."""

import datetime as dt

from chapterdesk.domain.errors import ChapterError, Problem
from chapterdesk.domain.names import TOTAL, VISITORS, is_nobody
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import KINDS, SlipKind, Tier
from chapterdesk.domain.text import N_, fold
from chapterdesk.importers.columns import tidy
from chapterdesk.importers.headings import HeaderInfo, Headings, field, find_headings, heading_key, read_header_info
from chapterdesk.importers.importer import Clues, Importer, Reading, chapter_warning
from chapterdesk.importers.plans.slips import plan
from chapterdesk.importers.reading.sheet import Row, Sheet
from chapterdesk.importers.records import SlipLine, SlipsFile
from chapterdesk.importers.results import Need, NeedKind, Text
from chapterdesk.importers.values import date_readings, decimal_mark, to_count, to_minor

FIELDS = (
    field("giver", N_("From"), "from de von par emisor", needed=True),
    field("receiver", N_("To"), "to a an para zu receptor", needed=True),
    field(
        "kind",
        N_("Kind of slip"),
        "sliptype type typedefiche tipo tipodepapeleta tipodehoja scheintyp formularart art",
        needed=True,
    ),
    field("tier", N_("Inside/Outside"), "insideoutside interneexterne internoexterno internaexterna internextern"),
    field("amount", N_("Amount"), "tyfcbamount iftyfcb amount montant importe betrag montanttyfcb importetyfcb"),
    field("credits", N_("Credits"), "ceucredits qtyifceu credits creditsceu creditosceu ceupunkte"),
    field("detail", N_("Detail"), "detail details detalle detalles"),
    field("third", N_("Introduced to"), "introducedto third thirdperson presentadoa encontactocon tercerapersona"),
)
_KINDS: dict[str, SlipKind | None] = {
    word: kind for kind, definition in KINDS.items() for word in definition.words.split()
} | dict.fromkeys(["visitor", "visitors", "visiteur", "visitante", "invitado", "besucher", "gast"])
_INSIDE = ("tier1", "inside", "intern", "tramo1", "niveau1")
_OUTSIDE = ("tier2", "outside", "extern", "tramo2", "niveau2")


def find(sheet: Sheet) -> Headings | None:
    """Find the headings of a slips file: From, To and the kind of slip."""
    found = find_headings(sheet, FIELDS, 4)
    return found if found is not None and not found.missing(FIELDS) else None


def score(sheet: Sheet) -> int:
    """Return how much a sheet looks like a slips file."""
    found = find(sheet)
    return 0 if found is None else 60 + 5 * len(found.columns)


def read(sheet: Sheet, headings: Headings, clues: Clues) -> Reading:
    """Read a slips file; the reading asks for the day when the file does not contain it unambiguously."""
    header = read_header_info(sheet, headings)
    problems = [*sheet.problems, *chapter_warning(header.chapter, clues.chapter)]
    rows = [row for row in headings.data(sheet) if not _is_footer(row, headings)]
    date, need = _date(header, clues)
    if date is not None and date > clues.hints.today:
        problems.append(Problem(0, "", N_("The slips are of {date}, which is still to come"), {"date": date}))
    lines = _Lines(headings, rows, clues.chapter.currency, problems)
    found = tuple(line for row in rows if (line := lines.line(row)) is not None)
    bold = any(line.giver_bold or line.receiver_bold for line in found)
    foreign = any(line.detail and (line.kind is None or "giver" in KINDS[line.kind].roles) for line in found)
    refused: Text | None = None
    if not rows:
        refused = (N_("There are headings of a slips file, and no slips below them"), {})
    record = SlipsFile(date, found, bold_lost=foreign and not bold)
    period = Period(date, date) if date else None
    return Reading(record, len(rows), period, tuple(problems), (need,) if need and not refused else (), refused)


def _is_footer(row: Row, headings: Headings) -> bool:
    """Return whether a row has no kind of slip and begins with Visitors or Total."""
    first = fold(row.text(min(row.cells)))
    return not row.text(headings.columns["kind"]) and first in TOTAL | VISITORS


def _date(header: HeaderInfo, clues: Clues) -> tuple[dt.date | None, Need | None]:
    """Return the day of the slips, or the question about it.

    The date of the title is read so that it is the weekday of the chapter; if it stays ambiguous, the director is
    asked, and an answer that the title allows is accepted.
    """
    readings = date_readings(header.title)
    if header.first and header.first == header.last:
        readings = (header.first,)
    usual = [day for day in readings if day.weekday() == clues.chapter.weekday]
    if len(readings) > 1 and len(usual) == 1:
        readings = (usual[0],)
    told = clues.date
    if told is not None and (not readings or told in readings):
        readings = (told,)
    if len(readings) == 1:
        return readings[0], None
    if readings:
        text = N_("The title's date can be read in two ways; say which day it is")
        return None, Need(NeedKind.DATE, text, dates=readings)
    return None, Need(NeedKind.DATE, N_("The file does not tell of which meeting it is; say the day"))


class _Lines:
    """Reads rows into lines; a row that cannot be stored becomes a problem."""

    def __init__(self, headings: Headings, rows: list[Row], currency: str, problems: list[Problem]) -> None:
        self._columns = headings.columns
        self._heading = headings.row
        self._currency = currency
        self._problems = problems
        column = self._columns.get("amount")
        self._mark = decimal_mark(value for row in rows if isinstance(value := row.cell(column).value, str))

    def line(self, row: Row) -> SlipLine | None:
        """Return the line of a row; None when the row is invalid."""
        word = heading_key(row.text(self._columns["kind"]))
        if word not in _KINDS:
            self._wrong(row, "kind", N_("“{text}” is no kind of slip that is known"))
            return None
        kind = _KINDS[word]
        giver, receiver = (row.cell(self._columns[name]) for name in ("giver", "receiver"))
        names = tidy(giver.text), tidy(receiver.text)
        third = tidy(row.text(self._columns.get("third")))
        if third and is_nobody(third):
            third = ""
        missing = self._missing(kind, *names, third)
        if missing:
            self._wrong(row, missing, N_("A name is missing; the slip cannot be stored"))
            return None
        amount = credits_ = None
        definition = KINDS[kind] if kind is not None else None
        if definition is not None and definition.measure == "amount":
            amount = self._amount(row)
            if amount is None:
                self._wrong(row, "amount", N_("“{text}” is not an amount; the slip cannot be stored"))
                return None
        if definition is not None and definition.measure == "credits":
            credits_ = self._credits(row)
            if not credits_:
                self._wrong(row, "credits", N_("“{text}” is no number of credits; the slip cannot be stored"))
                return None
        return SlipLine(
            row.number,
            kind,
            names[0],
            names[1],
            giver.bold,
            receiver.bold,
            self._tier(row) if definition is not None and definition.has_tiers else None,
            amount,
            credits_,
            tidy(row.text(self._columns.get("detail"))),
            third if third and definition is not None and "third" in definition.roles else "",
        )

    @staticmethod
    def _missing(kind: SlipKind | None, giver: str, receiver: str, third: str) -> str | None:
        """Return the column in which a required name is missing; a visitor needs no inviter."""
        names = {"giver": giver, "receiver": receiver, "third": third}
        if kind is None:
            return "receiver" if not receiver or is_nobody(receiver) else None
        return next((role for role in KINDS[kind].roles if not names[role]), None)

    def _amount(self, row: Row) -> int | None:
        value = row.cell(self._columns.get("amount")).value
        try:
            return None if value is None else to_minor(value, self._currency, self._mark)
        except (ChapterError, ArithmeticError):
            return None

    def _credits(self, row: Row) -> int | None:
        try:
            return to_count(row.cell(self._columns.get("credits")).value)
        except (ChapterError, ArithmeticError):
            return None

    def _tier(self, row: Row) -> Tier | None:
        word = heading_key(row.text(self._columns.get("tier")))
        if any(part in word for part in _OUTSIDE):
            return Tier.OUTSIDE
        if not any(part in word for part in _INSIDE):
            self._wrong(row, "tier", N_("Inside or outside is not told; the referral counts as inside"))
        return Tier.INSIDE

    def _wrong(self, row: Row, name: str, text: str) -> None:
        column = self._columns.get(name)
        heading = self._heading.text(column) or name
        self._problems.append(Problem(row.number, heading, text, {"text": row.text(column)[:40]}))


IMPORTER = Importer(
    key="slips", title=N_("Slips"), order=4, fields=FIELDS, score=score, find=find, read=read, plan=plan
)
