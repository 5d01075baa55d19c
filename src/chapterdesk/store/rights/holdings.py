"""Everything that a desk file holds about one person, to be handed to that person (RGPD art. 15 and 20).

What belongs to somebody else is left out (art. 15.4). Of the other party to a slip, a visit or a membership only the
name is given, since the entry would mean nothing without it. The contact on a referral belongs to the prospect: the
data say that there is one, not what it is. A note on a slip or a visit of the person is about the person and is given.

Sections and fields follow from the facts of the tables: a new column is handed out without being named here.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain.labels import Labelled, Word
from chapterdesk.domain.name_traces import TraceStrength
from chapterdesk.domain.text import N_
from chapterdesk.store.people import person
from chapterdesk.store.rights.holding_sources import Source, entries_of, sources
from chapterdesk.store.rights.mentions import known_as, mentions
from chapterdesk.store.row_facts import is_of, meaning_of, rows_of
from chapterdesk.store.tables import ChangeLog, Chapter, ImportBatch, Photo
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import BELONGING, OWN
from chapterdesk.store.tables.overview import columns_to, fact_of, person_columns, targets_of
from chapterdesk.store.writing import lines


class Withheld(Labelled):
    """What replaces a value that belongs to somebody else."""

    OTHERS = "withheld", N_("kept, but it belongs to somebody else")


@dataclass(frozen=True, slots=True)
class Told:
    """A translatable sentence of the log with its values."""

    text: str
    params: Mapping[str, Any]

    def __str__(self) -> str:
        return self.text.format_map(_Open(self.params))


class _Open(dict[str, Any]):
    """Values of a sentence; a missing one leaves its placeholder."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


@dataclass(frozen=True, slots=True)
class HeldField:
    """One field of a section: its name in files, which stays the same in every language, and its label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind. Values are text, numbers, dates, Money, labelled values, lists of text, Told or None."""

    name: str
    title: str
    fields: tuple[HeldField, ...]
    rows: tuple[tuple[Any, ...], ...]

    def filled(self) -> list[list[tuple[HeldField, Any]]]:
        """Return each entry as the fields that hold something."""
        return [
            [(one, value) for one, value in zip(self.fields, row, strict=True) if value not in (None, "", [])]
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything about one person, by kind; `photo` is the picture (PNG or JPEG)."""

    name: str
    sections: tuple[Section, ...]
    photo: bytes | None = field(default=None, repr=False)

    def section(self, name: str) -> Section:
        """Return a section by its name in files."""
        return next(one for one in self.sections if one.name == name)

    @property
    def count(self) -> int:
        """Number of entries of all kinds."""
        return sum(len(one.rows) for one in self.sections)


def holdings(session: Session, person_id: int) -> Holdings:
    """Return everything that the file holds about a person; raises ChapterError when there is no such person."""
    who = person(session, person_id)
    sections = [_section(session, source, person_id) for source in sources()]
    sections += [_imports(session, person_id), _mentions(session, person_id), _changes(session, person_id)]
    picture = session.scalar(select(Photo.data).where(Photo.person_id == person_id))
    return Holdings(who.name, tuple(sections), picture)


def _value(name: str, value: Any) -> Any:
    return list(lines(value)) if name in {"phones", "emails"} else value


def _section(session: Session, source: Source, person_id: int) -> Section:
    fields = tuple(HeldField(name, one.label) for name, one in source.values.items())
    rows = tuple(
        tuple(_withheld(row[name]) if one.secret else _value(name, row[name]) for name, one in source.values.items())
        for row in entries_of(session, source, person_id)
    )
    return Section(source.section.name, source.section.title, fields, rows)


def _withheld(value: Any) -> Withheld | None:
    return Withheld.OTHERS if value else None


def _imports(session: Session, person_id: int) -> Section:
    """The files from which data about the person were imported: the source of the data (art. 15.1 g)."""
    ids: set[int] = set()
    for column in person_columns(BELONGING):
        for batch in _batches(column.table):
            found = session.scalars(select(batch).where(is_of(column, person_id)).distinct())
            ids |= {one for one in found if one is not None}
    files = (
        select(ImportBatch.file_name, ImportBatch.format, ImportBatch.at, ImportBatch.first, ImportBatch.last)
        .add_columns(Chapter.name)
        .join(Chapter, Chapter.id == ImportBatch.chapter_id)
        .where(ImportBatch.id.in_(ids))
        .order_by(ImportBatch.at, ImportBatch.id)
    )
    columns = Model.metadata.tables["import_batch"].c
    facts = [(name, fact_of(columns[name])) for name in ("file_name", "format", "at", "first", "last")]
    fields = (*(HeldField(name, one.held) for name, one in facts), HeldField("chapter", N_("Chapter")))
    return Section("sources", N_("Imported files"), fields, tuple(tuple(row) for row in session.execute(files)))


def _batches(table: Any) -> list[Any]:
    """The SQL of the imports that made a row of a table: its own, else those of the row that it is a part of."""
    batches = columns_to("import_batch")
    wholes = [(table.c[name], target) for name, target in targets_of(table.name).items()]
    own: list[Any] = [one for one in batches if one.table is table]
    return own or [meaning_of(column, one.name) for column, to in wholes for one in batches if one.table.name == to]


def _mentions(session: Session, person_id: int) -> Section:
    """Texts outside the record with the whole name, an e-mail or a phone: the place, and the words around the hit."""
    found = mentions(session, {person_id: known_as(session, person_id)})[person_id]
    whole = [one for one in found if one.strength is TraceStrength.FULL]
    rows = tuple((Word(one.place, one.place), f"{one.before}{one.hit}{one.after}".strip()) for one in whole)
    fields = (HeldField("place", N_("Where")), HeldField("excerpt", N_("Excerpt")))
    return Section("mentions", N_("Named in texts"), fields, rows)


def _changes(session: Session, person_id: int) -> Section:
    """What the change log holds about the person's own rows: one entry for each field, the oldest first."""
    own = rows_of(session, person_id, OWN)
    fields = (
        HeldField("at", N_("When (UTC)")), HeldField("action", N_("Action")), HeldField("table", N_("Table")),
        HeldField("field", N_("Field")), HeldField("before", N_("Before")), HeldField("after", N_("After")),
    )  # fmt: skip
    return Section("changes", N_("Log of changes"), fields, tuple(_logged(session, own, person_id)))


def _logged(session: Session, own: Collection[tuple[str, str]], person_id: int) -> Iterator[tuple[Any, ...]]:
    owners = {column.name for column in columns_to("person", ties=OWN)}
    labels = {name: value.label for source in sources() for name, value in source.values.items()}
    columns = ("at", "label", "params", "table_name", "row_uid", "before", "after")
    logged = ChangeLog.table_name.in_({table for table, _ in own}) | ChangeLog.before.is_not(None)
    query = select(*(getattr(ChangeLog, name) for name in columns)).where(logged).order_by(ChangeLog.id)
    for line in session.execute(query):
        old, new = json.loads(line.before or "{}"), json.loads(line.after or "{}")
        at, table = line.at.replace(microsecond=0), line.table_name
        if (table, line.row_uid) not in own and all(old.get(name) != person_id for name in owners):
            continue
        told = Told(line.label, json.loads(line.params))
        names = [name for name in old | new if name not in {"id", "uid", "digest"} and not name.endswith("_id")]
        if not names:
            yield at, told, table, None, None, None
        for name in names:
            yield at, told, table, Word(name, labels.get(name, name)), old.get(name), new.get(name)
