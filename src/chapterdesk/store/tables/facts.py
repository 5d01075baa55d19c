"""Facts of tables and columns, written once beside them.

The change log, erasing, the record of what is held about a person, retention, imports that are replaced, and the counts
of a backup are derived from these facts and from the foreign keys (tables/overview).
"""

import enum
from dataclasses import dataclass
from typing import Any, Final

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Subject(Labelled):
    """What an action can be about: the change log is narrowed by it."""

    PEOPLE = "people", N_("People and consents")
    MEMBERSHIPS = "memberships", N_("Memberships and roles")
    MEETINGS = "meetings", N_("Meetings and attendance")
    SLIPS = "slips", N_("Slips")
    VISITS = "visits", N_("Visitors")
    CHAPTERS = "chapters", N_("Chapters and holidays")
    IMPORTS = "imports", N_("Imports")


class Tie(enum.Enum):
    """How a row belongs to the person, or the membership, that one of its columns points at."""

    RECORD = "record"
    """It is part of the person's own record: erasing empties its log, and a name in it is no trace elsewhere."""
    OWN = "own"
    """It is about the person: erasing empties its log."""
    PARTY = "party"
    """The person takes part in it: it is in the person's log and stays as it is when the person is erased."""
    NAMED = "named"
    """The person is only named in it."""


OWN: Final = frozenset({Tie.RECORD, Tie.OWN})
"""The ties of rows that are the person's own."""
BELONGING: Final = OWN | {Tie.PARTY}
"""The ties by which a row is in the change log of a person; who is only named in it is found by the values."""


@dataclass(frozen=True, slots=True)
class HeldSection:
    """The section of the personal data that hands out the rows whose column points at the person.

    `name` is written into files and never changes; `fields` are those handed out, in this order (None: all); `order` is
    the column that sorts the entries. Sections stand in the order of `place`, then of the tables.
    """

    name: str
    title: str
    fields: tuple[str, ...] | None = None
    order: str = "id"
    place: int = 0


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is to be known about a column; see `fact`."""

    title: str = ""
    held: str = ""
    called: str = ""
    tie: Tie | None = None
    section: HeldSection | None = None
    choice: type[Labelled] | None = None
    fixed: bool = False
    money: bool = False
    private: bool = False
    third_party: bool = False
    secret: bool = False
    json: bool = False


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What is to be known about a table; see `described`."""

    word: str = ""
    subject: Subject | None = None
    named_by: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    elsewhere: str = ""
    section: HeldSection | None = None
    counted: str = ""
    returns: bool = False
    stays: bool = False


def fact(title: str = "", *, held: str | None = None, **facts: Any) -> dict[str, Any]:
    """Return the `info` of a column; without any facts it is internal and never shown.

    title        what the director calls it in the change log; "" for a column that no director changes
    held         what it is called in the personal data, where that differs from the title
    called       the name of the value behind a foreign key in the personal data; else the column without `_id`
    tie, section for a column that points at a person or a membership: how the row belongs to the person, and where it
                 is handed out
    choice       the enumeration whose values are stored as text, beside free text
    fixed        an earlier value cannot be brought back from the change log
    money        an amount in minor units of the chapter's currency
    private      emptied when the person is erased and the row stays
    third_party  about somebody who is not in the file; removed from old slips
    secret       it belongs to somebody else: the personal data tell only that there is a value
    json         a text that other code reads again: names are looked for and replaced inside its words only
    """
    return {"facts": ColumnFacts(title, title if held is None else held, **facts)}


def described(word: str, subject: Subject, *named_by: str, **facts: Any) -> dict[str, Any]:
    """Return the table arguments with the facts of a table; an id is never given twice.

    word      what a row is called
    subject   what a change of it is about
    named_by  the columns that say which row it is
    first     columns read before the others, which follow in the order of the table
    told      the columns by which a row of a part tells its whole in the personal data, where not `named_by`
    elsewhere what the place is called where a text in it names a person, where that differs from the word
    section   where rows that are the person's record itself are handed out
    counted   the field of keeping.counts.Counts that counts its rows
    returns   a removed row can be brought back whole
    stays     totals count its rows: they stay when the person is erased
    """
    return {"sqlite_autoincrement": True, "info": {"facts": TableFacts(word, subject, named_by, **facts)}}


UNRECORDED: Final = {"sqlite_autoincrement": True, "info": {"facts": TableFacts()}}
"""The table arguments of a table outside undo, the change log and all that is derived from the facts."""
