"""Texts that name a person: all free text of all tables outside the person's own record.

The columns follow from the tables, so that a new one is searched without being named here.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, null, or_, select, update
from sqlalchemy.orm import Session

from chapterdesk.domain.name_traces import (
    NameMatch,
    NamePatterns,
    PeopleFinder,
    TraceStrength,
    flat,
    name_matches,
    name_patterns,
    replaced,
)
from chapterdesk.domain.progress import SILENT, Progress
from chapterdesk.store.people import split_name
from chapterdesk.store.tables import Alias, ChangeLog, Person
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import Tie
from chapterdesk.store.tables.overview import columns_to, fact_of, facts_of, recorded_tables, texts_of
from chapterdesk.store.writing import lines

AROUND = 40
"""Characters shown on each side of a hit."""
CONTACTS = frozenset({"company", "phones", "emails", "website"})
"""Fields that two people can have in common; a name with a number makes no sense there, so they are emptied."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names the person: where it is, and the words around the best hit. `key` identifies it."""

    table: str
    column: str
    row_id: int
    strength: TraceStrength
    before: str
    hit: str
    after: str

    @property
    def key(self) -> tuple[str, str, int]:
        """Table, column and row."""
        return self.table, self.column, self.row_id

    @property
    def excerpt(self) -> str:
        """The hit with the words around it, in one line."""
        return " ".join(f"{self.before}{self.hit}{self.after}".split())

    @property
    def proposed(self) -> bool:
        """Whether it loses the name unless the director decides otherwise: what others have in common stays."""
        return self.strength is TraceStrength.FULL and not (self.table == "person" and self.column in CONTACTS)

    @property
    def place(self) -> str:
        """The translatable word for the place where it is."""
        return facts_of(self.table).elsewhere or facts_of(self.table).word


def known_as(session: Session, person_id: int, common: frozenset[str] = frozenset()) -> NamePatterns:
    """Return what a person is searched by: present names, earlier ones (from the log), names in files, and contacts.

    `common` are words that are not searched for alone.
    """
    row = session.execute(select(Person.__table__).where(Person.id == person_id)).mappings().one()
    older = [json.loads(text) for text in _earlier(session, row["uid"])]
    states = [dict(row), *(dict(row) | state for state in older)]
    names = {(state["first_name"], state["last_name"]) for state in states}
    names |= {split_name(name) for name in session.scalars(select(Alias.name).where(Alias.person_id == person_id))}
    return name_patterns(
        names,
        companies={state["company"] for state in states},
        phones={one for state in states for one in lines(state["phones"])},
        addresses={one for state in states for one in (*lines(state["emails"]), state["website"])},
        common=common,
    )


def _earlier(session: Session, uid: str) -> Iterator[str]:
    """Yield the earlier values of a person in the log, as JSON."""
    log = select(ChangeLog.before, ChangeLog.after).where(ChangeLog.table_name == "person", ChangeLog.row_uid == uid)
    for row in session.execute(log):
        yield from (text for text in row if text)


def words_in_names(session: Session) -> Counter[str]:
    """Count how many people have each word in their names: a word that several have identifies nobody."""
    borne: Counter[str] = Counter()
    for row in session.execute(select(Person.first_name, Person.last_name)):
        borne.update(set(flat(f"{row.first_name} {row.last_name}").split()))
    return borne


def mentions(
    session: Session, wanted: Mapping[int, NamePatterns], progress: Progress = SILENT
) -> dict[int, list[Mention]]:
    """Return, for each of these people, every text outside the person's own record that names the person.

    The file is read once for all people.
    """
    found: dict[int, list[Mention]] = {person_id: [] for person_id in wanted}
    lookout = PeopleFinder(wanted)
    tables = sorted(recorded_tables(), key=lambda table: table.name)
    for at, table in enumerate(tables):
        progress.step(at, len(tables))
        for person_id, mention in _in_table(session, table, wanted, lookout):
            found[person_id].append(mention)
    return found


def _in_table(
    session: Session, table: Table, wanted: Mapping[int, NamePatterns], lookout: PeopleFinder
) -> Iterator[tuple[int, Mention]]:
    names = {"first_name", "last_name"} if table.name == "person" else set()  # other people's names are their own
    columns = [column for column in texts_of(table) if column.name not in names]
    if not columns:
        return
    query = select(table.c.id, _owner(table), *columns).where(or_(*(column != "" for column in columns)))
    for row_id, owner, *texts in session.execute(query.order_by(table.c.id)):
        for column, stored in zip(columns, texts, strict=True):
            text = in_json(stored, str) if stored and fact_of(column).json else stored
            for person_id in lookout.candidates(text) - {owner} if text else ():
                if places := name_matches(text, wanted[person_id]):
                    yield person_id, _mention(table.name, column.name, row_id, text, places)


def _mention(table: str, column: str, row_id: int, text: str, places: list[NameMatch]) -> Mention:
    first = max(places, key=lambda hit: hit.strength)
    before, after = text[max(0, first.start - AROUND) : first.start], text[first.end : first.end + AROUND]
    return Mention(table, column, row_id, first.strength, before, text[first.start : first.end], after)


def _owner(table: Table) -> Any:
    """The SQL of the person whose own record a row is part of, since it is emptied anyway; NULL for other rows."""
    if table.name == "person":
        return table.c.id
    owners = [column for column in columns_to("person", ties={Tie.RECORD}) if column.table is table]
    return owners[0] if owners else null()


def replace_mentions(session: Session, found: list[Mention], wanted: NamePatterns, sure: NamePatterns, by: str) -> None:
    """Replace every hit in these texts by `by`.

    In a text with the whole name, words that others have in their names too are left: `sure` does not search for them.
    A text with only a part of the name was chosen by the director, and loses that part.
    """
    for mention in found:
        table = Model.metadata.tables[mention.table]
        column = table.c[mention.column]
        text = session.scalar(select(column).where(table.c.id == mention.row_id)) or ""
        put = in_json if fact_of(column).json else _as_it_is
        used = sure if mention.strength is TraceStrength.FULL else wanted
        word = "" if mention.table == "person" and mention.column in CONTACTS else by
        new = put(text, lambda part, used=used, word=word: replaced(part, used, word))  # type: ignore[misc]
        session.execute(update(table).where(table.c.id == mention.row_id).values({mention.column: new}))


def _as_it_is(text: str, change: Callable[[str], str]) -> str:
    return change(text)


def in_json(text: str, change: Callable[[str], str]) -> str:
    """Return JSON with every text in it changed, keys included; a text that is not JSON is changed as a whole."""
    try:
        held = json.loads(text)
    except ValueError:
        return change(text)
    return json.dumps(_walk(held, change), ensure_ascii=False)


def _walk(held: Any, change: Callable[[str], str]) -> Any:
    match held:
        case str():
            return change(held)
        case list():
            return [_walk(one, change) for one in held]
        case dict():
            return {change(str(name)): _walk(one, change) for name, one in held.items()}
        case _:
            return held
