"""chapterdesk check: whether a desk file is sound."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.console import say
from chapterdesk.cli.files import desk_file
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language
from chapterdesk.store.check import check


def run(arguments: Sequence[str]) -> int:
    """Verify the file and say what is wrong with it, one finding a line; raises ChapterError when anything is."""
    parser = Parser("chapterdesk check", "Verify a desk file: its pages, its references, its figures.")
    parser.add_argument("file", metavar="FILE", type=Path, help="desk file")
    add_language(parser, "language of the findings; default en")
    found = parser.parse_args(arguments)
    language = Language(found.language or "en")
    with desk_file(found.file) as desk:
        findings = check(desk)
    say(*(language.error(finding) for finding in findings))
    if findings:
        raise ChapterError(
            N_("{file} has {count} faults; open a backup, or send the list above with a copy of the file"),
            file=found.file.name,
            count=len(findings),
        )
    tr = language.tr
    say(tr("{file} is sound", file=found.file.name))
    return 0
