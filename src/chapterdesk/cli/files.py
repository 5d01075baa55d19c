"""Opening desk files for a command: with their passphrase, and beside an open window where it only reads."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chapterdesk.cli.console import complain
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.i18n import erased_name
from chapterdesk.paths import erasure_ledger
from chapterdesk.store.chapters import ChapterRow, chapter_named
from chapterdesk.store.desk_file import DeskFile, PassphraseNeededError
from chapterdesk.store.erasing import replay

VARIABLE = "CHAPTERDESK_PASSPHRASE"


@contextmanager
def desk_file(path: Path, *, writing: bool = False) -> Iterator[DeskFile]:
    """Give the desk file at `path`; raises ChapterError when it cannot be opened."""
    desk = _open(path, writing=writing)
    try:
        if writing and (again := replay(desk, erasure_ledger(), naming=erased_name)):
            complain(f"{path.name}: {again} people who had been erased were in the file again; erased once more")
        yield desk
    finally:
        desk.close()


@contextmanager
def chapter_in(path: Path, name: str, *, writing: bool = False) -> Iterator[tuple[DeskFile, ChapterRow]]:
    """Give the desk file at `path` and its chapter called `name`."""
    with desk_file(path, writing=writing) as desk:
        with desk.read() as session:
            chapter = chapter_named(session, name)
        yield desk, chapter


def _open(path: Path, *, writing: bool) -> DeskFile:
    passphrase = os.environ.get(VARIABLE) or None
    try:
        return DeskFile.open(path, passphrase, read_only=not writing)
    except PassphraseNeededError:
        if passphrase:
            raise
        if not sys.stdin.isatty():
            raise ChapterError(
                N_("{file} needs its passphrase; set {variable} or run the command on a terminal"),
                file=path.name,
                variable=VARIABLE,
            ) from None
    return DeskFile.open(path, _ask(path.name), read_only=not writing)


def new_passphrase(name: str) -> str:
    """Return the passphrase for a new file, asked for twice on a terminal; raises ChapterError without one."""
    if given := os.environ.get(VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise ChapterError(
            N_("A passphrase is needed for {file}; set {variable} or run the command on a terminal"),
            file=name,
            variable=VARIABLE,
        )
    first = _ask(name)
    if not first:
        raise ChapterError(N_("The passphrase is empty; {file} was not made"), file=name)
    if _ask(name) != first:
        raise ChapterError(N_("The two passphrases differ; {file} was not made"), file=name)
    return first


def _ask(name: str) -> str:
    from getpass import getpass

    return getpass(f"{name}: passphrase: ")
