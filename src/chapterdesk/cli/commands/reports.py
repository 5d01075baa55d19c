"""chapterdesk reports: lists the reports."""

from collections.abc import Sequence

from chapterdesk.cli.console import say
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.text import N_
from chapterdesk.reports import reports


def run(arguments: Sequence[str]) -> int:
    """Print one line for each report: its name, its formats and its purpose."""
    parser = Parser("chapterdesk reports", N_("List the reports."), arguments)
    add_language(parser, N_("language of the list; default en"))
    parser.parse_args(arguments)
    tr = parser.tr
    every = reports()
    width = max(map(len, every), default=0)
    for name, report in every.items():
        formats = " ".join(f".{ending}" for ending in report.formats)
        say(f"{name:{width}}  {formats:16}  {tr(report.title)}: {tr(report.description)}")
    return 0
