"""What a document is made of: frozen blocks that the writers turn into PDF, XLSX and CSV.

Blocks hold values, not layout: the look of paper lives in the PDF writer alone, and tests compare blocks. Every text
in a block is plain text in the language of the document; no writer reads markup in it.
"""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_

Align = Literal["left", "right", "center"]
Tone = Literal["", "accent", "soft", "good", "warning", "bad", "muted"]


class Paper(Labelled):
    """The sizes of paper."""

    A4 = "a4", N_("A4")
    LETTER = "letter", N_("Letter")


class Form(enum.StrEnum):
    """The type of the values of a column, which decides how each writer shows them.

    MONEY columns hold domain.money.Money, PERCENT and RATE exact fractions or None, DATE `date`, CODE one letter of
    attendance as text. Other values are text or whole numbers.
    """

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    RATE = "rate"
    DATE = "date"
    CODE = "code"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The first block of a document: its title, its days, and the paper.

    `bare` leaves out header, footer and margins (sheets that are cut up).
    """

    what: str
    period: str = ""
    paper: Paper = Paper.A4
    landscape: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 states the result of the page, level 2 opens a section."""

    text: str
    level: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; the muted tone is small print."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure in large type: the figure as shown, what it counts, and a remark."""

    value: str
    label: str
    note: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of key figures."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `get` takes the value out of a row.

    `key` is its heading in CSV and XLSX, `title` the one on paper ("" leaves the column out there), `group` a heading
    over neighbours. `show` replaces the usual text of the value on paper. `weight` is its share of the width relative
    to its neighbours, in characters; `wrap` lets long text take several lines. `tone` colours the value on paper.
    """

    key: str
    title: str
    get: Callable[[Any], Any]
    form: Form = Form.TEXT
    weight: float = 6
    group: str = ""
    show: Callable[[Any], str] | None = None
    wrap: bool = False
    strong: bool = False
    tone: Callable[[Any], Tone] | None = None

    @property
    def align(self) -> Align:
        """The alignment of the values: figures right, codes centred, words left."""
        if self.form is Form.CODE:
            return "center"
        return "left" if self.form in {Form.TEXT, Form.DATE} else "right"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `totals` are rows that are shown apart, at the bottom.

    `name` is the sheet in XLSX. CSV holds the rows of the first table of a document that is `data`, and its totals
    only where they belong to the data themselves (`totals_are_data`, the summary). `empty` is the text on paper when
    there are no rows. `roomy` makes rows high enough to write in by hand.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Any]
    totals: Sequence[Any] = ()
    totals_are_data: bool = False
    empty: str = ""
    data: bool = True
    roomy: bool = False
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one colour of a chart, one per category."""

    label: str
    values: tuple[int, ...]
    tone: Tone = "accent"


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, one per category; `ticks` are the few labels below the axis, as (category index, text)."""

    title: str
    series: tuple[Series, ...]
    ticks: tuple[tuple[int, str], ...]

    @property
    def size(self) -> int:
        """Number of bars."""
        return max((len(one.values) for one in self.series), default=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a list in columns: the name, a badge before it (a code) and a muted note after it."""

    name: str
    badge: str = ""
    note: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Names in newspaper columns, so that many people fit on one page."""

    items: tuple[Entry, ...]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write on a form: a label with a rule (`lines` of them) or, with `choices`, boxes to tick."""

    label: str
    choices: tuple[str, ...] = ()
    lines: int = 1
    half: bool = False


@dataclass(frozen=True, slots=True)
class BlankSlip:
    """A form to be filled in by hand: title, what it is for, the places to write."""

    title: str
    hint: str
    blanks: tuple[Blank, ...]
    footer: str = ""


@dataclass(frozen=True, slots=True)
class BlankSlips:
    """Four forms on a sheet, with lines to cut along."""

    items: tuple[BlankSlip, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


Block = Masthead | Heading | Text | Figures | Table | Chart | Entries | BlankSlips | PageBreak


def tables(blocks: Sequence[Block]) -> list[Table]:
    """Return the tables of a document that are data, in order."""
    return [block for block in blocks if isinstance(block, Table) and block.data]
