"""chapterdesk new: a desk file with one chapter."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.cli.console import say
from chapterdesk.cli.files import new_file, new_passphrase
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.money import CURRENCIES
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping import closed_file
from chapterdesk.store.keeping.closed_file import create_with

KINDS = ", ".join(kind.value.replace("_", "-") for kind in GroupKind)
COMMON_CURRENCIES = "EUR, GBP, USD, MXN, ARS, COP, CLP, PEN, CHF, CAD, AUD, BRL, INR, JPY"
"""The currencies that the window offers; any other of ISO 4217 is accepted too."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def run(arguments: Sequence[str]) -> int:
    """Make the file; an existing file is never overwritten."""
    parser = _parser(arguments)
    options = parser.parse_args(arguments)
    path = new_file(options.file)
    passphrase = new_passphrase(path.name, parser.language) if options.encrypt else None
    fields = {name: getattr(options, name) for name in ("kind", "language", "currency", "weekday")}
    desk = create_with(path, passphrase, lambda desk: add_chapter(desk, name=options.chapter, **fields))
    closed_file.close_with_digest(desk)
    tr = parser.tr
    say(tr("{file} is ready, with the chapter {chapter}", file=path, chapter=options.chapter))
    return 0


def _parser(arguments: Sequence[str]) -> Parser:
    parser = Parser("chapterdesk new", N_("Make a desk file with one chapter."), arguments)
    kinds = parser.tr(N_("one of {kinds}; default {default}"), kinds=KINDS, default="business")
    parser.add_argument("file", metavar="FILE", type=Path, help=N_("the file to make, *.chapterdesk"))
    parser.add_argument("--chapter", metavar="NAME", required=True, help=N_("name of the chapter"))
    parser.add_argument("--kind", type=_kind, default=GroupKind.BUSINESS, help=kinds)
    add_language(parser, N_("language of the chapter's reports; default en"))
    parser.add_argument("--currency", type=_currency, default="EUR", help=N_("ISO 4217 code; default EUR"))
    parser.add_argument("--weekday", type=_weekday, help=N_("day on which it meets: monday to sunday"))
    parser.add_argument("--encrypt", action="store_true", help=N_("encrypt the file with a passphrase"))
    parser.set_defaults(language="en")
    return parser


def _kind(word: str) -> GroupKind:
    try:
        return GroupKind(word.lower().replace("-", "_"))
    except ValueError:
        raise ChapterError(N_("'{word}' is not a kind of group; give one of {known}"), word=word, known=KINDS) from None


def _currency(word: str) -> str:
    if word.upper() not in CURRENCIES:
        raise ChapterError(
            N_("'{word}' is not a currency; give the code of one: {often}, or any other of ISO 4217"),
            word=word,
            often=COMMON_CURRENCIES,
        )
    return word.upper()


def _weekday(word: str) -> int:
    if word.lower() not in WEEKDAYS:
        raise ChapterError(N_("'{word}' is not a weekday; give one of {days}"), word=word, days=", ".join(WEEKDAYS))
    return WEEKDAYS.index(word.lower())
