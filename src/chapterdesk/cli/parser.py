"""Reading arguments: one line for a mistake, ISO dates, and the flags that several commands share."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from chapterdesk import __version__
from chapterdesk.cli.messages import message_language, translated
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.periods import Period
from chapterdesk.domain.text import N_

LANGUAGES = ("es", "en")

_OVERVIEW = N_("""commands, each with a --help of its own:
  new FILE         make a desk file with one chapter
  import PATH...   read files of members, attendance, slips or a summary into a chapter
  export WHAT      write members, slips or attendance as XLSX or CSV
  report NAME      write a report as PDF, XLSX or CSV
  reports          list the reports
  demo FILE        make a copy of the demonstration file
  check FILE       verify a desk file, with --deep its backups as well
  passphrase FILE  protect a desk file, change its passphrase or remove it

exit codes: 0 done, 2 you can act (one line says how), 1 a fault of the program
The passphrase of an encrypted file comes from CHAPTERDESK_PASSPHRASE, or is asked for on a terminal.""")


class _Help(argparse.RawDescriptionHelpFormatter):
    """The layout of --help, with the word before the usage translated."""

    def __init__(self, tr: Callable[[str], str], prog: str) -> None:
        super().__init__(prog)
        self._tr = tr

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._tr(N_("usage: ")) if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser in the language that its `arguments` ask for.

    It raises ChapterError instead of printing its usage, and takes no abbreviations. Description, epilog and the
    `help` of an argument are marked with N_ and translated here.
    """

    def __init__(self, prog: str, description: str, arguments: Sequence[str], epilog: str = "") -> None:
        self.language = message_language(arguments)
        self.tr = self.language.tr
        super().__init__(
            prog=prog,
            description=self.tr(description),
            epilog=self.tr(epilog) if epilog else None,
            allow_abbrev=False,
            add_help=False,  # its own words would be English
            formatter_class=partial(_Help, self.tr),
        )
        self._positional = self.add_argument_group(self.tr(N_("arguments")))
        self._named = self.add_argument_group(self.tr(N_("options")))
        self.add_argument("-h", "--help", action="help", help=N_("show this help and exit"))

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """Add an argument; a `type` that raises ChapterError refuses the argument with that text."""
        if settings.get("help", argparse.SUPPRESS) != argparse.SUPPRESS:
            settings["help"] = self.tr(settings["help"])
        read = settings.get("type")
        if read is not None and not isinstance(read, type):
            settings["type"] = partial(self._read, read)
        group = self._named if names[0].startswith("-") else self._positional
        return group.add_argument(*names, **settings)

    def _read(self, read: Callable[[str], Any], text: str) -> Any:
        try:
            return read(text)
        except ChapterError as error:
            raise argparse.ArgumentTypeError(self.language.error(error)) from None

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments in one line."""
        problem = translated(message, self.language)
        raise ChapterError(N_("{problem} (see {command} --help)"), problem=problem, command=self.prog)


def overview(arguments: Sequence[str]) -> Parser:
    """Return the parser of the program without a command: the window's arguments, and help on the commands."""
    description = N_("Members, attendance and referral slips of networking chapters.")
    parser = Parser("chapterdesk", description, arguments, _OVERVIEW)
    parser.add_argument("file", metavar="FILE", nargs="?", help=N_("desk file to open in the window"))
    parser.add_argument("--demo", action="store_true", help=N_("open a copy of the demonstration file"))
    parser.add_argument("--close", action="store_true", help=argparse.SUPPRESS)  # the installers ask for it
    add_language(parser, N_("language of the window; default: the one of its settings"))
    shown = N_("show the version of the program and exit")
    parser.add_argument("--version", action="version", version=f"ChapterDesk {__version__}", help=shown)
    return parser


def add_language(parser: Parser, text: str) -> None:
    """Add --language."""
    parser.add_argument("--language", choices=LANGUAGES, help=text)


def add_chapter(parser: Parser) -> None:
    """Add --file and --chapter, which say where to work."""
    parser.add_argument("--file", metavar="FILE", type=Path, required=True, help=N_("desk file"))
    parser.add_argument("--chapter", metavar="NAME", required=True, help=N_("name of the chapter in it"))


def add_period(parser: Parser, text: str) -> None:
    """Add --from, with its help `text`, and --to, which go together."""
    parser.add_argument("--from", dest="first", metavar="D", type=iso_date, help=text)
    parser.add_argument("--to", dest="last", metavar="D", type=iso_date, help=N_("last day (ISO)"))


def period_of(arguments: argparse.Namespace) -> Period | None:
    """Return the period of --from and --to, None when both are absent; raises ChapterError for one alone."""
    if arguments.first is None and arguments.last is None:
        return None
    if arguments.first is None or arguments.last is None:
        raise ChapterError(N_("--from and --to go together; give both"))
    return Period(arguments.first, arguments.last)


def iso_date(text: str) -> dt.date:
    """Read a date like 2026-03-05; raises ChapterError for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ChapterError(N_("'{text}' is not a date like 2026-03-05"), text=text) from None


def today() -> dt.date:
    """Return today in the time zone of the computer."""
    return dt.datetime.now().astimezone().date()
