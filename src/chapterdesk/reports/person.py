"""Everything held about one person, for that person: complete, in plain words, without data of others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
)
from chapterdesk.domain.members import Role
from chapterdesk.domain.slips import Side
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import Somebody, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.reports.value_text import value_text
from chapterdesk.store.people import person_named
from chapterdesk.store.rights.holdings import HeldField, Holdings, Section, holdings

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

_LEADS = {
    "consents": ("purpose",),
    "memberships": ("classification", "status"),
    "roles": ("role",),
    "attendance": ("code",),
    "stood_in": ("member",),
    "visits": ("kind",),
    "brought": ("guest",),
    "slips_given": ("kind", "other"),
    "slips_received": ("kind", "other"),
    "sponsored": ("member",),
    "mentored": ("member",),
    "aliases": ("name",),
    "sources": ("file_name",),
    "mentions": ("place",),
    "changes": ("action",),
}
"""The fields that are the title of an entry on paper; the other fields are its details."""
_DAYS = ("date", "start", "given_on", "first", "at")
"""The fields that can be the day of an entry; the first one that a section has is used."""
_PIECE = 200
"""Characters of a long text in one row: a cell has four lines, and nothing may be cut here."""


@dataclass(frozen=True, slots=True)
class Options:
    """Which person, and which paper."""

    person: Somebody = option(N_("Person"), Somebody())
    paper: Paper = option(N_("Paper"), Paper.A4)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the complete list: section, entry, name of the field, its label, the value as text."""

    section: str
    entry: int | None
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row on paper: the day, the title, the details."""

    day: str
    lead: str
    details: str


def build(session: "Session", setting: Setting, options: Options, tr: Tr) -> Iterator[Block]:
    """Yield everything about the person: the complete list for files, then the sections for reading."""
    words = setting.words
    yield Masthead(tr("Personal data"), words.date(setting.today), options.paper)
    who = options.person
    person_id = person_named(session, who.name) if who.name else who.person_id
    if person_id is None:
        yield Heading(tr("Choose a person"), 1)
        yield Text(tr("Everything that this file holds about that person will stand here, ready to be handed over."))
        yield _list([], tr)
        return
    held = holdings(session, person_id)
    filled = [section for section in held.sections if section.rows]
    yield Heading(tr("What is held about {name}", name=held.name), 1)
    yield Text(
        tr(
            "This is everything that {chapter} keeps about {name} in ChapterDesk on {date}. It is kept on the computer"
            " of who runs the group, in one file, and is passed on to nobody by the program.",
            chapter=setting.chapter.name,
            name=held.name,
            date=setting.today,
        )
    )
    yield Figures(tuple(_figures(held, filled, setting, tr)))
    yield _list(list(_lines(held, setting, tr)), tr)
    for section in filled:
        yield Heading(tr(section.title))
        yield _marks(section, setting, tr) if section.name == "attendance" else _paper(section, setting, tr)
        yield _sheet(section, setting, tr)
    if held.photo is not None:
        yield Text(tr("The photo itself is handed over as a picture, beside this document."), "muted")
    yield Text(
        tr(
            "Of other people only the names stand here, and of the contacts on referrals only that there are some: what"
            " else is kept about them is theirs. Times are in UTC."
        ),
        "muted",
    )


def _figures(held: Holdings, filled: list[Section], setting: Setting, tr: Tr) -> Iterator[Figure]:
    number = setting.words.number
    yield Figure(number(held.count), tr("Entries"), tr("%n kind(s)", "", len(filled)))
    for name in ("attendance", "visits", "slips_given", "slips_received"):  # what fits under the title
        section = held.section(name)
        if section.rows:
            yield Figure(number(len(section.rows)), tr(section.title))


def _lines(held: Holdings, setting: Setting, tr: Tr) -> Iterator[_Line]:
    """Yield everything as one list; fields have the names of the JSON in English, and translated labels in Spanish."""
    english = setting.words.code == "en"
    for section in held.sections:
        for number, entry in enumerate(section.filled(), 1):
            for one, value in entry:
                yield _Line(
                    section.name if english else tr(section.title),
                    number,
                    one.name if english else tr(one.label),
                    _said(one, value, setting),
                )


def _list(rows: list[_Line], tr: Tr) -> Table:
    columns = (
        Column(tr("section"), "", lambda row: row.section),
        Column(tr("entry"), "", lambda row: row.entry, Form.NUMBER),
        Column(tr("field"), "", lambda row: row.field),
        Column(tr("value"), "", lambda row: row.value),
    )
    return Table(tr("Everything"), columns, rows)


def _said(one: HeldField, value: Any, setting: Setting) -> str:
    """Return a value as text; a usual role in words."""
    if one.name == "role" and value in set(Role):
        return setting.words.tr(Role(value).label)
    return value_text(value, setting.words)


def _paper(section: Section, setting: Setting, tr: Tr) -> Table:
    """Return a section for reading: the person field by field, everything else as day, title and details."""
    if section.name == "person":
        pairs = [(tr(one.label), _said(one, value, setting)) for one, value in section.filled()[0]]
        rows = [_Entry("", label if at == 0 else "", piece) for label, text in pairs for at, piece in _pieces(text)]
        titles = ("", tr("Field"), tr("Value"))
    else:
        rows = [row for entry in section.filled() for row in _entries(section, dict(entry), setting, tr)]
        titles = (tr("Date"), tr("What"), tr("Details"))
    columns: list[Column] = []
    parts: tuple[tuple[str, Callable[[Any], str], float], ...] = (
        (titles[0] if any(row.day for row in rows) else "", lambda row: row.day, 12),
        (titles[1] if any(row.lead for row in rows) else "", lambda row: row.lead, 30),
        (titles[2] if any(row.details for row in rows) else "", lambda row: row.details, 60),
    )
    for title, get, weight in parts:
        columns.append(Column("", title, get, weight=weight, wrap=True, strong=weight == 30))
    return Table(tr(section.title), tuple(columns), rows, data=False)


def _marks(section: Section, setting: Setting, tr: Tr) -> Entries:
    """Return the marks in columns, many on a page: day, code, substitute, and the chapter when it is another one."""
    items = []
    for entry in section.filled():
        held = {one.name: value for one, value in entry}
        chapter = held["chapter"] if held["chapter"] != setting.chapter.name else ""
        note = ", ".join(part for part in (tr(held["code"].label), held.get("substitute", ""), chapter) if part)
        items.append(Entry(setting.words.short_date(held["date"]), note=note))
    return Entries(tuple(items), 3)


def _is_telling(one: HeldField, value: Any, entry: dict[str, Any]) -> bool:
    """Whether a value is shown on paper: usual values are only in the files."""
    if value is False or value is Side.HERE:
        return False
    return not (one.name == "meeting" and value == entry.get("date"))


def _entries(section: Section, entry: dict[HeldField, Any], setting: Setting, tr: Tr) -> Iterator[_Entry]:
    """Yield one entry as rows on paper, several when its details are long."""
    held = {one.name: value for one, value in entry.items()}
    by_name = {one.name: (one, value) for one, value in entry.items() if _is_telling(one, value, held)}
    day = next((name for name in _DAYS if name in by_name), "")
    leads = [name for name in _LEADS.get(section.name, ()) if name in by_name]
    said = {name: _said(one, value, setting) for name, (one, value) in by_name.items()}
    if said.get("chapter") == setting.chapter.name:
        del said["chapter"]
    if section.name == "changes":
        details = _change(said, tr)
    else:
        rest = [name for name in said if name != day and name not in leads]
        details = " · ".join(f"{tr(by_name[name][0].label)}: {said[name]}" for name in rest)
    lead = " · ".join(said[name] for name in leads)
    for at, piece in _pieces(details or ""):
        yield _Entry(said.get(day, "") if at == 0 else "", lead if at == 0 else "", piece)


def _change(said: dict[str, str], tr: Tr) -> str:
    if "field" not in said:
        return ""
    nothing = tr("nothing")
    before, after = said.get("before", nothing), said.get("after", nothing)
    return tr("{field}: before, {before}; then, {after}", field=said["field"], before=before, after=after)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield a long text in numbered pieces, cut between words where possible."""
    rest, at = " ".join(text.split()), 0
    while len(rest) > _PIECE:
        cut = rest.rfind(" ", _PIECE // 2, _PIECE)
        cut = _PIECE if cut < 0 else cut
        yield at, rest[:cut]
        rest, at = rest[cut:].strip(), at + 1
    yield at, rest


def _sheet(section: Section, setting: Setting, tr: Tr) -> Table:
    """Return a section with all its fields, as a separate sheet of a spreadsheet."""

    def get(at: int, one: HeldField) -> Callable[[Any], str]:
        return lambda row: _said(one, row[at], setting)

    english = setting.words.code == "en"
    columns = tuple(
        Column(one.name if english else tr(one.label), "", get(at, one)) for at, one in enumerate(section.fields)
    )
    return Table(tr(section.title), columns, section.rows)


REPORT = Report(
    name="person",
    title=N_("Data of a person"),
    description=N_("Everything that the file holds about one person, to hand over"),
    icon="user-round",
    options=Options,
    build=build,
    order=80,
)
