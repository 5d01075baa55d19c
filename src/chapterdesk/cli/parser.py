"""Reading arguments: one line for a mistake, ISO dates, and the flags that several commands share."""

import argparse
import datetime as dt
from pathlib import Path
from typing import NoReturn

from chapterdesk import __version__
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_

LANGUAGES = ("es", "en")

_OVERVIEW = """commands, each with a --help of its own:
  new FILE         make a desk file with one chapter
  import PATH...   read files of members, attendance, slips or a summary into a chapter
  export WHAT      write members, slips or attendance as XLSX or CSV
  report NAME      write a report as PDF, XLSX or CSV
  reports          list the reports
  demo FILE        make a copy of the demonstration file
  check FILE       verify a desk file, with --deep its backups as well
  passphrase FILE  protect a desk file, change its passphrase or remove it

exit codes: 0 done, 2 you can act (one line says how), 1 a fault of the program
The passphrase of an encrypted file comes from CHAPTERDESK_PASSPHRASE, or is asked for on a terminal."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises ChapterError instead of printing its usage, and takes no abbreviations."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments in one line."""
        raise ChapterError(N_("{problem} (see {command} --help)"), problem=message, command=self.prog)


def overview() -> Parser:
    """Return the parser of the program without a command: the window's arguments, and help on the commands."""
    parser = Parser("chapterdesk", "Members, attendance and referral slips of networking chapters.")
    parser.epilog = _OVERVIEW
    parser.add_argument("file", metavar="FILE", nargs="?", help="desk file to open in the window")
    parser.add_argument("--demo", action="store_true", help="open a copy of the demonstration file")
    parser.add_argument("--close", action="store_true", help=argparse.SUPPRESS)  # the installers ask for it
    add_language(parser, "language of the window; default: the one of its settings")
    parser.add_argument("--version", action="version", version=f"ChapterDesk {__version__}")
    return parser


def add_language(parser: argparse.ArgumentParser, text: str) -> None:
    """Add --language."""
    parser.add_argument("--language", choices=LANGUAGES, help=text)


def add_chapter(parser: argparse.ArgumentParser) -> None:
    """Add --file and --chapter, which say where to work."""
    parser.add_argument("--file", metavar="FILE", type=Path, required=True, help="desk file")
    parser.add_argument("--chapter", metavar="NAME", required=True, help="name of the chapter in it")


def add_period(parser: argparse.ArgumentParser, text: str) -> None:
    """Add --from and --to, which go together."""
    parser.add_argument("--from", dest="first", metavar="D", type=iso_date, help=f"first day (ISO) of {text}")
    parser.add_argument("--to", dest="last", metavar="D", type=iso_date, help="last day (ISO)")


def period_of(arguments: argparse.Namespace) -> Period | None:
    """Return the period of --from and --to, None when both are absent; raises ChapterError for one alone."""
    if arguments.first is None and arguments.last is None:
        return None
    if arguments.first is None or arguments.last is None:
        raise ChapterError(N_("--from and --to go together; give both"))
    return Period(arguments.first, arguments.last)


def iso_date(text: str) -> dt.date:
    """Read a date like 2026-03-05."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-03-05") from None


def today() -> dt.date:
    """Return today where the computer stands."""
    return dt.datetime.now().astimezone().date()
