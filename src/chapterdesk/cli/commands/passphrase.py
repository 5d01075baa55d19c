"""chapterdesk passphrase: protect a desk file, change its passphrase, or remove it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from chapterdesk import paths
from chapterdesk.cli.console import progress_bar, say
from chapterdesk.cli.files import NEW_VARIABLE, key_of, new_passphrase
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.passphrase_change import protect


def run(arguments: Sequence[str]) -> int:
    """Encrypt the file again with its new passphrase, and its backups too."""
    parser = _parser(arguments)
    options = parser.parse_args(arguments)
    path: Path = options.file
    language, tr = parser.language, parser.tr
    key = key_of(path, language)
    passphrase = None if options.remove else new_passphrase(path.name, language, NEW_VARIABLE)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    with progress_bar(tr) as progress:
        every, others = not options.leave_backups, (paths.backup_folder(),)
        done = protect(path, key, passphrase, options.backups, now, progress, all_backups=every, others=others)
    if passphrase is None:
        say(tr("{file} has no passphrase any more: whoever has the file can read it", file=path))
    else:
        say(tr("{file} opens with its new passphrase only; keep a note of it in a safe place", file=path))
    say(tr("%n backup(s) in {folder} were written anew", "", done.backups, folder=options.backups))
    if done.error is not None:
        raise done.error
    return 0


_SOURCES = N_("""The passphrase that the file has comes from CHAPTERDESK_PASSPHRASE, the new one from
CHAPTERDESK_NEW_PASSPHRASE; without them both are asked for on a terminal.""")


def _parser(arguments: Sequence[str]) -> Parser:
    description = N_("Protect a desk file with a passphrase, change it, or remove it.")
    parser = Parser("chapterdesk passphrase", description, arguments, _SOURCES)
    parser.add_argument("file", metavar="FILE", type=Path, help=N_("desk file; no window may have it open"))
    parser.add_argument("--remove", action="store_true", help=N_("remove the passphrase"))
    parser.add_argument(
        "--backups", metavar="FOLDER", type=Path, default=paths.backup_folder(), help=N_("folder of the backups")
    )
    parser.add_argument("--leave-backups", action="store_true", help=N_("leave older backups as they are"))
    add_language(parser, N_("language of the messages; default en"))
    return parser
