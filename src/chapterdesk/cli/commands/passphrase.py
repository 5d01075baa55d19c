"""chapterdesk passphrase: protect a desk file, change its passphrase, or remove it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from chapterdesk import paths
from chapterdesk.cli.console import progress_bar, say
from chapterdesk.cli.files import NEW_VARIABLE, key_of, new_passphrase
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.i18n import Language
from chapterdesk.store.keeping.protecting import protect


def run(arguments: Sequence[str]) -> int:
    """Write the file anew under its new passphrase, and its backups with it."""
    found = _parser().parse_args(arguments)
    path: Path = found.file
    language = Language(found.language or "en")
    tr = language.tr
    key = key_of(path)
    passphrase = None if found.remove else new_passphrase(path.name, NEW_VARIABLE)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    with progress_bar() as progress:
        every, others = not found.leave_backups, (paths.backup_folder(),)
        done = protect(path, key, passphrase, found.backups, now, progress, all_backups=every, others=others)
    if passphrase is None:
        say(tr("{file} has no passphrase any more: whoever has the file can read it", file=path))
    else:
        say(tr("{file} opens with its new passphrase only; keep a note of it in a safe place", file=path))
    say(tr("%n backup(s) in {folder} were written anew", "", done.backups, folder=found.backups))
    if done.error is not None:
        raise done.error
    return 0


def _parser() -> Parser:
    parser = Parser("chapterdesk passphrase", "Protect a desk file with a passphrase, change it, or remove it.")
    parser.epilog = (
        "The passphrase that the file has comes from CHAPTERDESK_PASSPHRASE, the new one from\n"
        "CHAPTERDESK_NEW_PASSPHRASE; without them both are asked for on a terminal."
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="desk file; no window may have it open")
    parser.add_argument("--remove", action="store_true", help="remove the passphrase")
    parser.add_argument(
        "--backups", metavar="FOLDER", type=Path, default=paths.backup_folder(), help="folder of the backups"
    )
    parser.add_argument("--leave-backups", action="store_true", help="leave older backups as they are")
    add_language(parser, "language of the messages; default en")
    return parser
