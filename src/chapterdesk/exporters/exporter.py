"""What an exporter is, and its values in the two languages."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import Column, Form, Table
from chapterdesk.document.edition import Words
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.periods import Period
from chapterdesk.store.chapters import ChapterRow

if TYPE_CHECKING:
    from chapterdesk.store.desk import Session


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported: the chapter, the days (None means all), today, and the language."""

    chapter: ChapterRow
    period: Period | None
    today: dt.date
    words: Words

    def word(self, value: Labelled | None) -> str:
        """Return a stored value: unchanged in English, as the window shows it in another language."""
        if value is None:
            return ""
        return str(value) if self.words.code == "en" else self.words.tr(value.label)

    def yes(self, value: bool | None) -> str:  # noqa: FBT001 - a value, not a switch
        """Return yes or no, "" when it is not known."""
        tr = self.words.tr
        if value is None:
            return ""
        return tr("yes") if value else tr("no")


@dataclass(frozen=True, slots=True)
class Exporter:
    """One kind of data: its name on the command line, its description, and how its table is built."""

    name: str
    title: str
    build: Callable[["Session", ExportRequest], Table]


def column(heading: str, get: Callable[[Any], Any], form: Form = Form.TEXT) -> Column:
    """Return a column with a heading for files; exporters do not print."""
    return Column(heading, "", get, form)
