"""chapterdesk export: members, slips or attendance as XLSX or CSV."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.commands.report import output_language, tell_where
from chapterdesk.cli.files import chapter_in
from chapterdesk.cli.parser import Parser, add_chapter, add_language, add_period, period_of, today
from chapterdesk.domain.text import N_
from chapterdesk.exporters import export, exporters


def run(arguments: Sequence[str]) -> int:
    """Write the data in the format of the ending."""
    every = exporters()
    parser = Parser("chapterdesk export", N_("Write data of a chapter as XLSX or CSV."), arguments)
    parser.add_argument("what", metavar="WHAT", choices=list(every), help=", ".join(every))
    add_chapter(parser)
    add_period(parser, N_("first day of the data (ISO); default: all days"))
    add_language(parser, N_("language of the headings; default: the chapter's"))
    parser.add_argument(
        "--out",
        metavar="PATH",
        type=Path,
        required=True,
        help=parser.tr(N_("file to write: {endings}"), endings=".xlsx .csv"),
    )
    options = parser.parse_args(arguments)
    period = period_of(options)
    with chapter_in(options.file, options.chapter, parser.language) as (desk, chapter):
        language = output_language(options.language, chapter)
        written = export(desk, chapter.id, every[options.what], period, language, today(), options.out)
    tell_where(written, options.out, language)
    return 0
