"""What a report is: one frozen declaration that window, command line and writers read."""

import dataclasses
import datetime as dt
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import Block
from chapterdesk.document.edition import Words
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.reports.options import Dates, MeetingDay
from chapterdesk.store.chapters import ChapterRow

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session

Tr = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is built for: the chapter, today, and the language."""

    chapter: ChapterRow
    today: dt.date
    words: Words


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its name on the command line, title, description, options, and how it is built.

    `options` is a frozen dataclass with defaults for all its fields; `build` yields blocks, a Masthead first. `formats`
    are the possible endings of its file.
    """

    name: str
    title: str
    description: str
    icon: str
    options: type[Any]
    build: Callable[["Session", Setting, Any, Tr], Iterator[Block]]
    formats: tuple[str, ...] = ("pdf", "xlsx", "csv")
    order: int = 50  # its place in the gallery and in lists

    def field_of(self, kind: type) -> str | None:
        """Return the name of the option with a type (Dates, MeetingDay); None when the report has no such option."""
        hints = typing.get_type_hints(self.options)
        return next((one.name for one in dataclasses.fields(self.options) if hints[one.name] is kind), None)

    def with_values(self, options: Any, *values: Any) -> Any:
        """Return options in which the given values (a MeetingDay, Dates, Somebody) replace those of the same type."""
        named = {self.field_of(type(value)): value for value in values}
        return dataclasses.replace(options, **{name: value for name, value in named.items() if name is not None})

    def when(self, options: Any, today: dt.date, words: Words) -> str:
        """Return the meeting or the days of the report, else today, for the name of its file."""
        meeting, dates = self.field_of(MeetingDay), self.field_of(Dates)
        if meeting is not None and (day := getattr(options, meeting).date) is not None:
            return str(day.isoformat())
        return today.isoformat() if dates is None else words.period(getattr(options, dates).on(today))

    def check_format(self, ending: str) -> None:
        """Raise ChapterError when the report cannot be written with this ending."""
        if ending not in self.formats:
            known = ", ".join(f".{one}" for one in self.formats)
            raise ChapterError(
                N_("This report can be written as {known}, not as “{ending}”; change the ending of the file"),
                known=known,
                ending=f".{ending}",
            )
