"""The reports: one file each. To add one, write reports/NAME.py with a REPORT; everything else finds it."""

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chapterdesk.document.blocks import Block
from chapterdesk.document.edition import Edition, Words
from chapterdesk.registry import discover, discover_one
from chapterdesk.reports.options import Dates, MeetingDay, Somebody, option
from chapterdesk.reports.report import Report, Setting, Tr
from chapterdesk.store.chapters import chapter, logo

if TYPE_CHECKING:
    from chapterdesk.store.desk import Desk

__all__ = [
    "Dates",
    "MeetingDay",
    "Report",
    "Setting",
    "Somebody",
    "Tr",
    "build",
    "option",
    "produce",
    "render_pdf",
    "report_named",
    "reports",
]


def reports() -> dict[str, Report]:
    """Return all reports by their name on the command line, the most used ones first."""
    found = discover(__name__, "REPORT").values()
    return {report.name: report for report in sorted(found, key=lambda report: (report.order, report.name))}


def report_named(name: str) -> Report | None:
    """Return the report with a name on the command line, or None; no other report is imported."""
    found: Report | None = discover_one(__name__, "REPORT", name.replace("-", "_"))
    return found if found is not None and found.name == name else None


def build(
    desk: "Desk", chapter_id: int, report: Report, options: Any, language: Words, today: dt.date
) -> tuple[Edition, list[Block]]:
    """Read the present state of the chapter; return the blocks of the report and the edition that surrounds them.

    `options` None means the defaults. Raises ChapterError when there is nothing to report on.
    """
    with desk.read() as session:
        row = chapter(session, chapter_id)
        setting = Setting(row, today, language)
        blocks = list(report.build(session, setting, options or report.options(), language.tr))
        return Edition(row.name, today, language, logo(session, chapter_id)), blocks


def render_pdf(desk: "Desk", chapter_id: int, report: Report, options: Any, language: Words, today: dt.date) -> bytes:
    """Return the report as PDF, for the preview: it is the same file that is printed."""
    from chapterdesk.document.pdf import write_pdf

    edition, blocks = build(desk, chapter_id, report, options, language, today)
    target = io.BytesIO()
    write_pdf(target, blocks, edition)
    return target.getvalue()


def produce(
    desk: "Desk", chapter_id: int, report: Report, options: Any, language: Words, today: dt.date, target: Path
) -> Path:
    """Write the report in the format of the ending of `target` and return the path that was written.

    The path differs from `target` when a viewer holds that open: it has a number after the name, and the caller
    reports it. Raises ChapterError when the report has no such format, or the folder cannot be written to.
    """
    from chapterdesk.document.files import write_beside

    ending = target.suffix.lower().removeprefix(".")
    report.check_format(ending)
    edition, blocks = build(desk, chapter_id, report, options, language, today)
    match ending:
        case "pdf":
            from chapterdesk.document.pdf import write_pdf as write
        case "xlsx":
            from chapterdesk.document.xlsx import write_xlsx as write
        case _:
            from chapterdesk.document.csv import write_csv as write
    return write_beside(target, lambda stream: write(stream, blocks, edition))
