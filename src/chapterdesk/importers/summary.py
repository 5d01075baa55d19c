"""The summary of a period or a day, a row per member: the Summary PALMS report of BNI Connect."""

import datetime as dt

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.importers.columns import FIRST_NAME, LAST_NAME, FigureColumns, Names, footer
from chapterdesk.importers.headings import HeaderInfo, Headings, field, find_headings, read_header_info
from chapterdesk.importers.importer import Clues, Importer, Reading, chapter_warning
from chapterdesk.importers.plans.summary import plan
from chapterdesk.importers.reading.sheet import Sheet
from chapterdesk.importers.records import Figures, MemberFigures, SummaryFile
from chapterdesk.importers.results import Need, NeedKind, Text

FIGURES = (
    field("P", N_("Present"), "p present presente presentes anwesend presences", needed=True),
    field("A", N_("Absent"), "a absent ausente ausentes abwesend absences", needed=True),
    field("L", N_("Late"), "l r late retard retards retraso retrasos verspatet", needed=True),
    field("M", N_("Medical"), "m medical medica medico krank", needed=True),
    field("S", N_("Substitute"), "s substitute sustituto sustitutos remplacant remplacants vertretung", needed=True),
    field("RGI", N_("Referrals given inside"), "rgi rdi referralsgiveninside referenciasdadasinternas", needed=True),
    field("RGO", N_("Referrals given outside"), "rgo rde referralsgivenoutside referenciasdadasexternas", needed=True),
    field("RRI", N_("Referrals received inside"), "rri referralsreceivedinside", needed=True),
    field("RRO", N_("Referrals received outside"), "rro rre referralsreceivedoutside", needed=True),
    field("V", N_("Visitors"), "v visitors visiteurs besucher visitantes invitados", needed=True),
    field("one_to_ones", N_("One-to-ones"), "121 onetoone onetoones teteatete unoauno vieraugengesprache", needed=True),
    field("TYFCB", N_("Closed business"), "tyfcb closedbusiness negociocerrado negocioscerrados", needed=True),
    field("CEU", N_("Education"), "ceu ceus education formacion formation weiterbildung", needed=True),
    field("T", N_("Testimonials"), "t testimonials temoignages testimonios"),
)
FIELDS = (FIRST_NAME, LAST_NAME, *FIGURES)
_OF_A_SUMMARY = frozenset({"RGI", "RGO", "RRI", "RRO", "TYFCB", "CEU"})
_IGNORED = frozenset({"custom"})


def find(sheet: Sheet) -> Headings | None:
    """Find the headings of a summary: most of its columns, some of which no other format has."""
    found = find_headings(sheet, FIELDS, 7, _IGNORED)
    return found if found is not None and len(_OF_A_SUMMARY & set(found.columns)) >= 2 else None


def score(sheet: Sheet) -> int:
    """Return how much a sheet looks like a summary."""
    found = find(sheet)
    return 0 if found is None else 50 + 3 * len(found.columns)


def read(sheet: Sheet, headings: Headings, clues: Clues) -> Reading:
    """Read a summary; the reading asks for the period when the file does not contain it."""
    header = read_header_info(sheet, headings)
    problems = [*sheet.problems, *chapter_warning(header.chapter, clues.chapter)]
    problems += [
        Problem(headings.row.number, missing.key, N_("The column is missing; it counts as 0"))
        for missing in headings.missing(FIGURES)
    ]
    rows = headings.data(sheet)
    figures = FigureColumns(FIGURES, headings, rows, clues.chapter.currency, problems)
    footers: dict[str, Figures] = {}
    people = []
    for row in rows:
        kind = footer(row, headings)
        if kind is not None:
            footers[kind] = figures.of(row)
        elif any(row.text(headings.columns.get(name)) for name in ("first_name", "last_name")):
            people.append(row)
    names = Names(headings, people)
    members = tuple(MemberFigures(row.number, *names.of(row), figures.of(row)) for row in people)
    period, refused = _period(header, clues)
    if not members:
        refused = (N_("There are headings of a summary, and no members below them"), {})
    needs = (Need(NeedKind.PERIOD, N_("The file does not tell of which days it is; say from when to when")),)
    record = SummaryFile(
        period,
        members,
        footers.get("visitors"),
        footers.get("others"),
        footers.get("total"),
        (footers.get("visitors") or footers.get("others") or {}).get("P"),
        clues.chapter.currency,
    )
    asked = () if period is not None or refused else needs
    return Reading(record, len(members), period, tuple(problems), asked, refused)


def _period(header: HeaderInfo, clues: Clues) -> tuple[Period | None, Text | None]:
    """Return the period, which ends at the latest on the day of the file, or today; or the reason why there is none."""
    told = clues.period
    first, last = (header.first, header.last) if header.first and header.last else (None, None)
    if first is None or last is None:
        if told is None:
            return None, None
        first, last = told.first, told.last
    made: dt.date = min(header.run_at or clues.hints.today, clues.hints.today)
    last = min(last, made)
    if last < first:
        text = N_("The file's days begin on {first}, after the day on which it was made; check the two dates")
        return None, (text, {"first": first})
    return Period(first, last), None


IMPORTER = Importer(
    key="summary", title=N_("Summary"), order=2, fields=FIELDS, score=score, find=find, read=read, plan=plan
)
