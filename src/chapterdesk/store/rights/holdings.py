"""Everything that a desk file holds about one person, for the person to have (RGPD art. 15 and 20).

What is somebody else's is not given along (art. 15.4): of the other party to a slip, a visit or a membership the name
alone, since without it the entry would mean nothing; never their phones, e-mails or notes. The contact on a referral
belongs to the prospect: that there is one is told, not what it is. A note on a slip or a visit of the person's own is
about the person and is given.

Each table gives all its columns, taken from the models: a new one is handed out without being named here.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_
from chapterdesk.domain.traces import TraceStrength
from chapterdesk.store.people import person
from chapterdesk.store.rights.emptying import own_rows
from chapterdesk.store.rights.holding_sources import LABELS, SOURCES, Source, rows_of
from chapterdesk.store.rights.mentions import known_as, mentions
from chapterdesk.store.tables import (
    Attendance,
    ChangeLog,
    Chapter,
    ImportBatch,
    Membership,
    PeriodTotal,
    PeriodTotalRow,
    Photo,
    Slip,
    Visit,
)
from chapterdesk.store.writing import lines


class Withheld(Labelled):
    """What stands instead of a value that is not the person's to get."""

    OTHERS = "withheld", N_("kept, but it belongs to somebody else")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the log: translatable, with its values."""

    text: str
    params: Mapping[str, Any]

    def __str__(self) -> str:
        return self.text.format_map(_Open(self.params))


class _Open(dict[str, Any]):
    """Values of a sentence of which one may be missing."""

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
    """Return everything that the file holds about a person; raises ChapterError when the person is gone."""
    who = person(session, person_id)
    sections = [_section(source, _values(session, source, person_id)) for source in SOURCES]
    sections += [_imports(session, person_id), _mentions(session, person_id), _changes(session, person_id)]
    picture = session.scalar(select(Photo.data).where(Photo.person_id == person_id))
    return Holdings(who.name, tuple(sections), picture)


def _values(session: Session, source: Source, person_id: int) -> list[dict[str, Any]]:
    found = []
    for row in rows_of(session, source, person_id):
        values = {name: _value(name, value) for name, value in row.items()}
        for name in source.withheld:
            values[name] = Withheld.OTHERS if values[name] else None
        found.append(values)
    return found


def _value(name: str, value: Any) -> Any:
    return list(lines(value)) if name in {"phones", "emails"} else value


def _section(source: Source, rows: list[dict[str, Any]]) -> Section:
    fields = tuple(HeldField(name, LABELS[name]) for name in source.names)
    return Section(source.name, source.title, fields, tuple(tuple(row[one.name] for one in fields) for row in rows))


def _imports(session: Session, person_id: int) -> Section:
    """The files from which something about the person was taken: where the data come from (art. 15.1 g)."""
    ids: set[int] = set()
    for query in (
        select(Membership.import_batch_id).where(Membership.person_id == person_id),
        select(Attendance.import_batch_id)
        .join(Membership, Membership.id == Attendance.membership_id)
        .where(Membership.person_id == person_id),
        select(Attendance.import_batch_id).where(Attendance.substitute_id == person_id),
        select(Visit.import_batch_id).where((Visit.person_id == person_id) | (Visit.inviter_id == person_id)),
        select(Slip.import_batch_id).where((Slip.giver_id == person_id) | (Slip.receiver_id == person_id)),
        select(Slip.claimed_by_id).where((Slip.giver_id == person_id) | (Slip.receiver_id == person_id)),
        select(PeriodTotal.import_batch_id)
        .join(PeriodTotalRow, PeriodTotalRow.total_id == PeriodTotal.id)
        .where(PeriodTotalRow.person_id == person_id),
    ):
        ids |= set(session.scalars(query.distinct())) - {None}  # type: ignore[arg-type]
    files = (
        select(ImportBatch.file_name, ImportBatch.format, ImportBatch.at, ImportBatch.first, ImportBatch.last)
        .add_columns(Chapter.name)
        .join(Chapter, Chapter.id == ImportBatch.chapter_id)
        .where(ImportBatch.id.in_(ids))
        .order_by(ImportBatch.at)
    )
    fields = tuple(HeldField(name, LABELS[name]) for name in ("file_name", "format", "at", "first", "last", "chapter"))
    return Section("sources", N_("Imported files"), fields, tuple(tuple(row) for row in session.execute(files)))


def _mentions(session: Session, person_id: int) -> Section:
    """Texts of others that hold the whole name, an e-mail or a phone: where, and the words around it."""
    found = mentions(session, {person_id: known_as(session, person_id)})[person_id]
    rows = tuple(
        (one.place, f"{one.before}{one.hit}{one.after}".strip()) for one in found if one.strength is TraceStrength.FULL
    )
    fields = (HeldField("place", LABELS["where"]), HeldField("excerpt", LABELS["excerpt"]))
    return Section("mentions", N_("Named in texts"), fields, rows)


def _changes(session: Session, person_id: int) -> Section:
    """What the log keeps of the person's own rows, one line for each field, the oldest first."""
    own = own_rows(session, person_id)
    fields = tuple(HeldField(name, LABELS[name]) for name in ("at", "action", "table", "field", "before", "after"))
    return Section("changes", N_("Log of changes"), fields, tuple(_logged(session, own, person_id)))


def _logged(session: Session, own: set[tuple[str, str]], person_id: int) -> Iterator[tuple[Any, ...]]:
    columns = ("at", "label", "params", "table_name", "row_uid", "before", "after")
    logged = ChangeLog.table_name.in_({table for table, _ in own}) | ChangeLog.before.is_not(None)
    query = select(*(getattr(ChangeLog, name) for name in columns)).where(logged).order_by(ChangeLog.id)
    for at, label, params, table, uid, before, after in session.execute(query):
        old, new = json.loads(before or "{}"), json.loads(after or "{}")
        if (table, uid) not in own and old.get("person_id") != person_id:
            continue
        told = Told(label, json.loads(params))
        names = [name for name in old | new if name not in {"id", "uid", "digest"} and not name.endswith("_id")]
        if not names:
            yield _moment(at), told, table, None, None, None
        for name in names:
            yield _moment(at), told, table, name, old.get(name), new.get(name)


def _moment(at: dt.datetime) -> dt.datetime:
    return at.replace(microsecond=0)
