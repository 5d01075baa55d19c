"""What a format of file is to the program: one Importer per module of this package."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chapterdesk.domain.errors import Problem
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_, fold
from chapterdesk.importers.headings import Field, Headings
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.reading.sheet import Sheet
from chapterdesk.importers.results import Hints, Need, Text
from chapterdesk.store.chapters import ChapterRow


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known beside the sheet: the file's name, the chapter it goes to, what the director has said."""

    file_name: str
    chapter: ChapterRow
    hints: Hints

    @property
    def date(self) -> dt.date | None:
        """The day that the director named for this file, or for all, also as a period of one day; else None."""
        told = self.hints.dates.get(self.file_name, self.hints.date)
        period = self.hints.periods.get(self.file_name, self.hints.period)
        return told or (period.first if period and period.first == period.last else None)

    @property
    def period(self) -> Period | None:
        """The period that the director named for this file, or for all; one day is a period too."""
        told = self.hints.periods.get(self.file_name, self.hints.period)
        return told or (Period(self.date, self.date) if self.date else None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was understood: the records of its format, and what is open or wrong."""

    record: Any
    rows: int
    period: Period | None = None
    problems: tuple[Problem, ...] = ()
    needs: tuple[Need, ...] = ()
    refused: Text | None = None


@dataclass(frozen=True, slots=True)
class Importer:
    """A format. `score` tells from 0 to 100 how much a sheet looks like it; lower `order` is taken first.

    `read` understands a sheet whose headings are known; `plan` puts into the draft what its records make.
    """

    key: str
    title: str
    order: int
    fields: tuple[Field, ...]
    score: Callable[[Sheet], int]
    find: Callable[[Sheet], Headings | None]
    read: Callable[[Sheet, Headings, Clues], Reading]
    plan: Callable[[Any, Draft], None]


def chapter_warning(named: str, chapter: ChapterRow) -> list[Problem]:
    """Warn when the file names another chapter; one name that holds all words of the other is the same chapter."""
    theirs, ours = set(fold(named).split()), set(fold(chapter.name).split())
    if not theirs or theirs <= ours or ours <= theirs:
        return []
    text = N_("The file is of the chapter “{other}”; it is being imported into “{chapter}”")
    return [Problem(0, "Chapter", text, {"other": named[:80], "chapter": chapter.name})]
