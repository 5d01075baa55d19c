"""Opening desk files for a command: with their passphrase, and for reading also while a window has them open."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chapterdesk.cli.console import complain
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language, erased_name
from chapterdesk.paths import DESK_SUFFIX, erasure_ledger
from chapterdesk.store.chapters import ChapterRow, chapter_named
from chapterdesk.store.keeping import closed_file
from chapterdesk.store.sqlite.faults import PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.sqlite.file_kind import FileKind, inspect
from chapterdesk.store.sqlite.opening import unlock

VARIABLE = "CHAPTERDESK_PASSPHRASE"
NEW_VARIABLE = "CHAPTERDESK_NEW_PASSPHRASE"


@contextmanager
def desk_file(path: Path, language: Language, *, writing: bool = False) -> Iterator[DeskFile]:
    """Open the desk file at `path` and close it afterwards; raises ChapterError when it cannot be opened.

    Messages and questions on the terminal are in `language`.
    """
    desk = _open(path, language, writing=writing)
    try:
        if writing:
            _erase_again(desk, language)
        yield desk
    finally:
        closed_file.close_with_digest(desk)


def _erase_again(desk: DeskFile, language: Language) -> None:
    """Erase people again who came back with an older copy, and print their number."""
    from chapterdesk.store.rights.erasing import replay  # a command that only reads starts without it

    if again := replay(desk, erasure_ledger(), naming=erased_name):
        tr = language.tr
        said = tr("%n person(s) who had been erased stood in this file again; erased once more.", "", again)
        complain(f"{desk.title}: {said}")


@contextmanager
def chapter_in(
    path: Path, name: str, language: Language, *, writing: bool = False
) -> Iterator[tuple[DeskFile, ChapterRow]]:
    """Open the desk file at `path`, as `desk_file` does, and find its chapter called `name`."""
    with desk_file(path, language, writing=writing) as desk:
        with desk.read() as session:
            chapter = chapter_named(session, name)
        yield desk, chapter


def _open(path: Path, language: Language, *, writing: bool) -> DeskFile:
    passphrase = os.environ.get(VARIABLE) or None
    try:
        return DeskFile.open(path, passphrase, read_only=not writing)
    except PassphraseNeededError:
        if passphrase:
            raise
    return DeskFile.open(path, _present(path.name, language), read_only=not writing)


def new_file(path: Path) -> Path:
    """Return the path of a new desk file; raises ChapterError when no file can be made there.

    The folder must exist: a mistyped folder is not created. The name must have the ending of desk files, so that a
    double click opens it; the ending is not added, or a script would look for the wrong file.
    """
    if path.exists() or path.is_symlink():
        raise ChapterError(N_("{file} already exists; choose another name"), file=path.name)
    if path.suffix.casefold() != DESK_SUFFIX:
        raise ChapterError(
            N_("{file}: a desk file ends in {ending}, so that a double click opens it; for example {example}"),
            file=path.name,
            ending=DESK_SUFFIX,
            example=path.with_suffix(DESK_SUFFIX).name,
        )
    if not path.absolute().parent.is_dir():
        raise ChapterError(
            N_("{file} was not made: the folder {folder} is not there; make it, or choose another"),
            file=path.name,
            folder=str(path.parent),
        )
    return path


def key_of(path: Path, language: Language) -> str | None:
    """Return the key of the closed desk file at `path`, None when it is plain.

    Raises ChapterError when it is not a desk file, or when its passphrase is missing or wrong.
    """
    if inspect(path) is FileKind.PLAIN:
        return None
    return unlock(path, os.environ.get(VARIABLE) or _present(path.name, language))


def _present(name: str, language: Language) -> str:
    """Ask on a terminal for the passphrase that a file has."""
    if not sys.stdin.isatty():
        raise ChapterError(
            N_("{file} needs its passphrase; set {variable} or run the command on a terminal"),
            file=name,
            variable=VARIABLE,
        )
    tr = language.tr
    return _ask(name, tr("passphrase"))


def new_passphrase(name: str, language: Language, variable: str = VARIABLE) -> str:
    """Return a new passphrase for a file: from the environment variable, or asked for twice on a terminal.

    Raises ChapterError when there is none; nothing has been done to the file by then.
    """
    if given := os.environ.get(variable):
        return given
    if not sys.stdin.isatty():
        raise ChapterError(
            N_("A passphrase is needed for {file}; set {variable} or run the command on a terminal"),
            file=name,
            variable=variable,
        )
    made = variable == VARIABLE
    tr = language.tr
    words = tr("passphrase") if made else tr("new passphrase")
    first = _ask(name, words)
    if not first:
        empty = N_("The passphrase is empty; {file} was not made")
        raise ChapterError(empty if made else N_("The passphrase is empty; {file} was left as it is"), file=name)
    if _ask(name, words) != first:
        differ = N_("The two passphrases differ; {file} was not made")
        raise ChapterError(differ if made else N_("The two passphrases differ; {file} was left as it is"), file=name)
    return first


def _ask(name: str, words: str) -> str:
    from getpass import getpass

    return getpass(f"{name}: {words}: ")
