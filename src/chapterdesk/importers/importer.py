"""What a file format is: one Importer per module of this package."""

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
    """What is known besides the sheet: the name of the file, the chapter, and the answers of the director."""

    file_name: str
    chapter: ChapterRow
    hints: Hints

    @property
    def date(self) -> dt.date | None:
        """The day that the director gave for this file or for all files, also as a period of one day; else None."""
        told = self.hints.dates.get(self.file_name, self.hints.date)
        period = self.hints.periods.get(self.file_name, self.hints.period)
        return told or (period.first if period and period.first == period.last else None)

    @property
    def period(self) -> Period | None:
        """The period that the director gave for this file or for all files; one day is a period too."""
        told = self.hints.periods.get(self.file_name, self.hints.period)
        return told or (Period(self.date, self.date) if self.date else None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file after reading: the records of its format, open questions and problems."""

    record: Any
    rows: int
    period: Period | None = None
    problems: tuple[Problem, ...] = ()
    needs: tuple[Need, ...] = ()
    refused: Text | None = None


@dataclass(frozen=True, slots=True)
class Importer:
    """A format.

    `score` returns from 0 to 100 how much a sheet looks like it; a lower `order` is imported first. `read` reads a
    sheet whose headings are known; `plan` adds to the draft what its records make.
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
    """Return a warning when the file names another chapter.

    A name with all words of the other one is the same chapter.
    """
    theirs, ours = set(fold(named).split()), set(fold(chapter.name).split())
    if not theirs or theirs <= ours or ours <= theirs:
        return []
    text = N_("The file is of the chapter “{other}”; it is being imported into “{chapter}”")
    return [Problem(0, "Chapter", text, {"other": named[:80], "chapter": chapter.name})]
