"""chapterdesk new: a desk file with one chapter."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.cli.console import say
from chapterdesk.cli.files import new_file, new_passphrase
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.money import CURRENCIES
from chapterdesk.i18n import Language
from chapterdesk.store.keeping import resting
from chapterdesk.store.sqlite.file import DeskFile

KINDS = ", ".join(kind.value.replace("_", "-") for kind in GroupKind)
OFTEN = "EUR, GBP, USD, MXN, ARS, COP, CLP, PEN, CHF, CAD, AUD, BRL, INR, JPY"
"""The currencies that the window offers; any other of ISO 4217 is taken as well."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def run(arguments: Sequence[str]) -> int:
    """Make the file; an existing one is never overwritten."""
    found = _parser().parse_args(arguments)
    path = new_file(found.file)
    passphrase = new_passphrase(path.name) if found.encrypt else None
    desk = DeskFile.create(path, passphrase)
    try:
        add_chapter(
            desk,
            name=found.chapter,
            kind=found.kind,
            language=found.language,
            currency=found.currency,
            weekday=found.weekday,
        )
        resting.close(desk)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)  # a file that was not asked for: it has no chapter
        raise
    tr = Language(found.language).tr
    say(tr("{file} is ready, with the chapter {chapter}", file=path, chapter=found.chapter))
    return 0


def _parser() -> Parser:
    parser = Parser("chapterdesk new", "Make a desk file with one chapter.")
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to make, *.chapterdesk")
    parser.add_argument("--chapter", metavar="NAME", required=True, help="name of the chapter")
    parser.add_argument("--kind", type=_kind, default=GroupKind.BUSINESS, help=f"one of {KINDS}; default business")
    add_language(parser, "language of the chapter's reports; default en")
    parser.add_argument("--currency", type=_currency, default="EUR", help="ISO 4217 code; default EUR")
    parser.add_argument("--weekday", type=_weekday, help="day on which it meets: monday to sunday")
    parser.add_argument("--encrypt", action="store_true", help="encrypt the file with a passphrase")
    parser.set_defaults(language="en")
    return parser


def _kind(word: str) -> GroupKind:
    try:
        return GroupKind(word.lower().replace("-", "_"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is not a kind of group; give one of {KINDS}") from None


def _currency(word: str) -> str:
    if word.upper() not in CURRENCIES:
        raise argparse.ArgumentTypeError(
            f"{word!r} is not a currency; give the code of one: {OFTEN}, or any other of ISO 4217"
        )
    return word.upper()


def _weekday(word: str) -> int:
    if word.lower() not in WEEKDAYS:
        raise argparse.ArgumentTypeError(f"{word!r} is not a weekday; give one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(word.lower())
