"""chapterdesk check: verifies a desk file, and with --deep its backups as well."""

from collections.abc import Sequence
from pathlib import Path

from chapterdesk.cli.console import progress_bar, say
from chapterdesk.cli.files import desk_file
from chapterdesk.cli.parser import Parser, add_language
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language
from chapterdesk.paths import backup_folder
from chapterdesk.store.keeping.backup_metadata import local
from chapterdesk.store.keeping.check import DeepResult, check, deep_check


def run(arguments: Sequence[str]) -> int:
    """Verify the file and print one line for each finding; raises ChapterError when there is a fault."""
    parser = Parser("chapterdesk check", N_("Verify a desk file: its pages, its references, its figures."), arguments)
    parser.add_argument("file", metavar="FILE", type=Path, help=N_("desk file"))
    parser.add_argument("--deep", action="store_true", help=N_("also digests of the file, and all its backups"))
    parser.add_argument(
        "--backups", metavar="FOLDER", type=Path, help=N_("where its backups are; default: the program's")
    )
    add_language(parser, N_("language of the findings; default en"))
    options = parser.parse_args(arguments)
    if options.backups is not None and not options.deep:
        raise ChapterError(N_("--backups goes with --deep"))
    if options.backups is not None and not options.backups.is_dir():
        raise ChapterError(N_("The folder {folder} is not there; choose another"), folder=str(options.backups))
    language, tr = parser.language, parser.tr
    folder: Path = options.backups or backup_folder()
    with desk_file(options.file, language) as desk, progress_bar(tr) as progress:
        result = (
            deep_check(desk, [folder], progress) if options.deep else DeepResult(check(desk), is_digest_known=False)
        )
    say(*(language.error(finding) for finding in result.findings))
    if options.deep:
        _tell_deep(result, folder, language)
    if result.faults:
        raise ChapterError(
            N_("{file} has {count} faults; open a backup, or send the list above with a copy of the file"),
            file=options.file.name,
            count=result.faults,
        )
    say(tr("{file} is sound", file=options.file.name))
    return 0


def _tell_deep(result: DeepResult, folder: Path, language: Language) -> None:
    """Print what was compared, and the state of each backup."""
    tr = language.tr
    if not result.is_digest_known:
        say(
            tr(
                "its bytes have nothing to be compared with yet, which is no fault; ChapterDesk notes them when it"
                " closes the file"
            )
        )
    for one, findings in result.backups:
        said = "; ".join(language.error(finding) for finding in findings) or tr("sound")
        say(tr("backup of {at}: {state}", at=local(one.at), state=said))
    if not result.backups:
        say(
            tr(
                "no backups of it yet in {folder}; ChapterDesk makes one there when it closes a file that was changed",
                folder=str(folder),
            )
        )
