"""Data as files, for spreadsheets and other programs: one file each. To add one, write exporters/NAME.py with EXPORTER.

In English the columns hold the stored words (active, referral, inside), which scripts can rely on; in Spanish they
hold the words that the window shows. Documents for reading are reports.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from chapterdesk.document.blocks import Block, Table
from chapterdesk.document.edition import Edition, Words
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_
from chapterdesk.exporters.exporter import Exporter, ExportRequest
from chapterdesk.registry import discover
from chapterdesk.store.chapters import chapter

if TYPE_CHECKING:
    from chapterdesk.store.desk import Desk

__all__ = ["FORMATS", "ExportRequest", "Exporter", "export", "exporters", "write_table"]

FORMATS = ("xlsx", "csv")


def exporters() -> dict[str, Exporter]:
    """Return the exporters by name."""
    return discover(__name__, "EXPORTER")


def export(
    desk: "Desk",
    chapter_id: int,
    exporter: Exporter,
    period: Period | None,
    language: Words,
    today: dt.date,
    target: Path,
) -> Path:
    """Write the chapter's data as XLSX or CSV, by the ending of `target`, and return the path that was written.

    `period` None takes all days. The path differs from `target` when another program holds that open. Raises
    ChapterError for another ending, or when the folder cannot be written to.
    """
    _writer(target)  # refuses another ending before anything is read
    with desk.read() as session:
        request = ExportRequest(chapter(session, chapter_id), period, today, language)
        table = exporter.build(session, request)
    return write_table(table, request, target)


def write_table(table: Table, request: ExportRequest, target: Path) -> Path:
    """Write a table as XLSX or CSV, see `export`."""
    from chapterdesk.document.files import write_beside

    write = _writer(target)
    edition = Edition(request.chapter.name, request.today, request.words)
    return write_beside(target, lambda stream: write(stream, [table], edition))


def _writer(target: Path) -> Callable[[BinaryIO, Sequence[Block], Edition], None]:
    ending = target.suffix.lower().removeprefix(".")
    match ending:
        case "xlsx":
            from chapterdesk.document.xlsx import write_xlsx as write
        case "csv":
            from chapterdesk.document.csv import write_csv as write
        case _:
            raise ChapterError(
                N_("Data can be written as .xlsx or .csv, not as “{ending}”; change the ending of the file"),
                ending=f".{ending}",
            )
    return write
