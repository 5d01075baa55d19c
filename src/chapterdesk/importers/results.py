"""The input of an import, its preview, and its outcome."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side
from chapterdesk.store.import_plan import MadeByImport

Text = tuple[str, dict[str, Any]]
"""A translatable text and the values that fill it in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The director's answer about a name: this person; a new member; or somebody of another chapter.

    It is stored as an alias. Without an answer the name stays unmatched and counts as not listed.
    """

    person_id: int | None = None
    new_member: bool = False
    side: Side = Side.HERE


@dataclass(frozen=True, slots=True)
class Hints:
    """What the director says besides the files.

    Periods end on `today` at the latest. `dates` and `periods` hold answers for single files by name; they override
    `date` and `period`, which are for all. `answers` are keyed by names as the files spell them; `columns` by the
    signature of a Need: the format's key and, by field, the place of the heading (0 for the first filled one).
    """

    today: dt.date
    date: dt.date | None = None
    period: Period | None = None
    add_members: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    dates: Mapping[str, dt.date] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, Mapping[str, int]]] = field(default_factory=dict)


class NeedKind(enum.StrEnum):
    """What a file leaves open and the director must answer."""

    DATE = "date"
    PERIOD = "period"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Offer:
    """A column with an unknown meaning: its position among the headings, the heading, a value from below it."""

    place: int
    heading: str
    sample: str


@dataclass(frozen=True, slots=True)
class Need:
    """A question that must be answered (in Hints) before the file can be imported.

    DATE: `dates` are the possible readings. COLUMNS: `offers` are the columns of the file, `fields` (key, title) those
    of the format, `known` the positions already found; the answer is stored under `signature`.
    """

    kind: NeedKind
    text: str
    params: dict[str, Any] = field(default_factory=dict)
    dates: tuple[dt.date, ...] = ()
    signature: str = ""
    format: str = ""
    offers: tuple[Offer, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    known: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name of the file that nobody in the chapter has; up to three people with a similar name (id, name)."""

    name: str
    suggestions: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one file, real or expected, as `import --json` prints it. `format` is "" for an unknown format."""

    file_name: str
    format: str
    title: str
    rows: int = 0
    made: MadeByImport = field(default_factory=MadeByImport)
    matched: int = 0
    unmatched: tuple[Unmatched, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: Text | None = None
    difference: Mapping[str, int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview(Outcome):
    """What a file contains and what importing it would do; nothing is written yet.

    `period`: its days. `new`: names that become members. `claimed`: typed slips that it confirms (rule 16). `replaces`:
    what an earlier import made and this one would remove. `needs`: open questions.
    """

    period: Period | None = None
    new: tuple[str, ...] = ()
    claimed: int = 0
    replaces: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()
    job: Any = field(default=None, repr=False, compare=False)

    @property
    def ready(self) -> bool:
        """Whether it can be applied."""
        return self.refused is None and not self.needs


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return the object that `import --json` prints for a file (the contract of the command line).

    An open question is given as the reason of refusal. Amounts of money in units of the currency.
    """
    refused = outcome.refused
    if refused is None and isinstance(outcome, Preview) and outcome.needs:
        refused = (outcome.needs[0].text, outcome.needs[0].params)
    return {
        "file": outcome.file_name,
        "format": outcome.format or None,
        "rows": outcome.rows,
        "made": outcome.made.as_dict() if refused is None else MadeByImport().as_dict(),
        "matched": outcome.matched,
        "unmatched": [unmatched.name for unmatched in outcome.unmatched],
        "problems": [
            {"row": problem.row, "column": problem.column, "text": str(problem)} for problem in outcome.problems
        ],
        "refused": None if refused is None else refused[0].format(**refused[1]),
        "difference": dict(outcome.difference),
    }
