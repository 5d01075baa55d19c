"""chapterdesk demo: a copy of the demonstration file."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.console import progress_bar, say
from chapterdesk.cli.files import new_file
from chapterdesk.cli.parser import Parser, add_language, today
from chapterdesk.domain.text import N_


def run(arguments: Sequence[str]) -> int:
    """Make the invented region, as of today, at FILE; an existing file is never overwritten."""
    from chapterdesk.demo.region import make

    parser = Parser("chapterdesk demo", N_("Make a desk file with an invented region of three chapters."), arguments)
    parser.add_argument("file", metavar="FILE", type=Path, help=N_("the file to make, *.chapterdesk"))
    add_language(parser, N_("language of the message; default en"))
    options = parser.parse_args(arguments)
    path = new_file(options.file)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with progress_bar(parser.tr) as progress:
            make(part, today(), progress)
        part.replace(path)
    finally:
        for left in path.parent.glob(f"{part.name}*"):
            left.unlink(missing_ok=True)
    tr = parser.tr
    say(tr("Written: {file}", file=path))
    return 0
