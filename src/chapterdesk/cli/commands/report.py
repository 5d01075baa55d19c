"""chapterdesk report: writes a report in the format given by the file extension."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.console import say
from chapterdesk.cli.files import chapter_in
from chapterdesk.cli.options import add_flags, options_of
from chapterdesk.cli.parser import Parser, add_chapter, add_language, today
from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language
from chapterdesk.reports import Report, produce, report_named, reports
from chapterdesk.store.chapters import ChapterRow


def run(arguments: Sequence[str]) -> int:
    """Write the report that the first argument names; refuses an unknown report, flag or file extension."""
    report = _report_named(arguments)
    parser = Parser(f"chapterdesk report {report.name}", report.description, arguments)
    add_chapter(parser)
    add_flags(parser, report)
    add_language(parser, N_("language of the report; default: the chapter's"))
    endings = " ".join(f".{ending}" for ending in report.formats)
    written_to = parser.tr(N_("file to write: {endings}"), endings=endings)
    parser.add_argument("--out", metavar="PATH", type=Path, required=True, help=written_to)
    options = parser.parse_args(arguments[1:])
    with chapter_in(options.file, options.chapter, parser.language) as (desk, chapter):
        language = output_language(options.language, chapter)
        written = produce(desk, chapter.id, report, options_of(options, report), language, today(), options.out)
    tell_where(written, options.out, language)
    return 0


def _report_named(arguments: Sequence[str]) -> Report:
    """Return the report that the first argument names, or print the help of the command."""
    if arguments and (report := report_named(arguments[0])) is not None:
        return report
    every = reports()
    parser = Parser(
        "chapterdesk report", N_("Write a report; chapterdesk report NAME --help lists its options."), arguments
    )
    parser.add_argument("name", metavar="NAME", choices=list(every), help=", ".join(every))
    return every[parser.parse_args(arguments[:1]).name]


def output_language(asked: str | None, chapter: ChapterRow) -> Language:
    """Return the given language, else the chapter's, using the vocabulary of the chapter's kind of group."""
    code = asked or chapter.language
    return Language(code if code in LANGUAGES else "en", chapter.kind.value)


def tell_where(written: Path, wanted: Path, language: Language) -> None:
    """Print which file was written, and the reason when it is not the wanted one."""
    tr = language.tr
    if written != wanted:
        say(tr("{wanted} is held open by another program; written as {file}", wanted=wanted, file=written))
    else:
        say(tr("Written: {file}", file=written))
