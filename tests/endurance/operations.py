"""The interrupted operations: everything that must happen completely or not at all."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chapterdesk.i18n import Language
from chapterdesk.importers import Hints, apply, prepare
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, add_group, new_desk
from tests.importers.connect_files import slips_file

TODAY = dt.date(2026, 3, 5)
Folder = Path
Passphrase = str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation that can be interrupted.

    `before` makes the initial folder; `begin` runs uninterrupted, and its result is passed to `act`, which is
    interrupted, and to `end`, the normal continuation.
    """

    name: str
    act: Callable[[Any], object]
    before: Callable[[Folder, Passphrase], None]
    begin: Callable[[Folder, Passphrase], Any] = lambda folder, passphrase: (folder, passphrase)
    end: Callable[[Any], object] = lambda handle: None
    start: Callable[[DeskFile], object] = lambda desk: None  # what the next start does besides opening the file
    only: str = ""  # plain or encrypted, if both are the same
    broken: bool = False  # whether the initial file cannot be opened
    again: bool = True  # whether a new start can repeat it


def one_group(folder: Folder, passphrase: Passphrase) -> None:
    """A file with a chapter and a group."""
    new_desk(folder / NAME, passphrase, groups=1)


def opened(folder: Folder, passphrase: Passphrase) -> DeskFile:
    """The file of the folder, open for writing."""
    return DeskFile.open(folder / NAME, passphrase)


def changed(folder: Folder, passphrase: Passphrase) -> DeskFile:
    """The file of the folder, open, with a change that is still in its -wal."""
    desk = opened(folder, passphrase)
    add_group(desk, 1, 2)
    return desk


def _hot(folder: Folder, passphrase: Passphrase) -> None:
    """A file whose program was killed: its last change is in the -wal alone."""
    import shutil

    made, kept = folder / "made", folder / NAME
    made.mkdir()
    one_group(made, passphrase)
    with changed(made, passphrase):
        for end in ("", "-wal"):
            shutil.copyfile(made / (NAME + end), kept.with_name(kept.name + end))
    shutil.rmtree(made)


def _open_and_close(handle: tuple[Folder, Passphrase]) -> None:
    opened(*handle).close()


def _save(desk: DeskFile) -> None:
    add_group(desk, 1, 2)


def _undo(desk: DeskFile) -> None:
    desk.undo()


def close_desk(desk: DeskFile) -> None:
    """Close it."""
    desk.close()


def _create(handle: tuple[Folder, Passphrase]) -> None:
    DeskFile.create(handle[0] / NAME, handle[1]).close()


def _nothing(folder: Folder, passphrase: Passphrase) -> None:
    """An empty folder."""


def _make_filled(handle: tuple[Folder, Passphrase]) -> None:
    from chapterdesk.store.sqlite.opening import make_filled

    row = {"id": 1, "uid": "0123456789abcdef", "name": "Grupo Ribera", "kind": "business", "language": "es"}
    more = {"currency": "EUR", "weekday": 3, "start_time": None, "place": "", "country": "ES", "subdivision": ""}
    make_filled(handle[0] / NAME, [("chapter", [row | more])])


_ROWS = [
    ("Ana 1 Ejemplo", "Carla Muster", "Referral", "Tier 1 (inside)", None, None, None),
    (None, "Ana 1 Ejemplo", "TYFCB", None, "400.00", None, "Grupo"),
    ("Ana 1 Ejemplo", "David Gast", "Visitor", None, None, None, None),
]


def _previewed(folder: Folder, passphrase: Passphrase) -> tuple[DeskFile, Any]:
    """The file open, with the preview of a file of slips."""
    import tempfile

    desk = opened(folder, passphrase)
    with tempfile.TemporaryDirectory() as elsewhere:
        path = Path(elsewhere) / "slips.xls"
        path.write_bytes(slips_file(_ROWS, title="Slips Audit Report for 02/01/2026"))
        hints = Hints(today=TODAY, date=dt.date(2026, 1, 2), add_members=True)
        previews = prepare(desk, 1, [path], hints)
    assert previews[0].ready, previews
    return desk, previews


def _import(handle: tuple[DeskFile, Any]) -> None:
    apply(*handle)


def _with_documents(folder: Folder, passphrase: Passphrase) -> None:
    """A file, and documents that were written earlier and are about to be replaced."""
    one_group(folder, passphrase)
    for ending in ("pdf", "csv", "xlsx"):
        (folder / f"out.{ending}").write_bytes(b"the one before")


def _report(desk: DeskFile) -> None:
    from chapterdesk.reports import produce, reports

    produce(desk, 1, reports()["roster"], None, Language("es"), TODAY, Path(desk.path).with_name("out.pdf"))


def _export(desk: DeskFile) -> None:
    from chapterdesk.exporters import export, exporters

    export(desk, 1, exporters()["slips"], None, Language("en"), TODAY, Path(desk.path).with_name("out.csv"))


def _read_only(folder: Folder, passphrase: Passphrase) -> DeskFile:
    return DeskFile.open(folder / NAME, passphrase, read_only=True)


def _close_first(handle: tuple[DeskFile, Any]) -> None:
    handle[0].close()


OPERATIONS = (
    Operation("new file", _create, _nothing),
    Operation("filled file", _make_filled, _nothing, only="plain"),
    Operation("open", _open_and_close, one_group),
    Operation("open after a crash", _open_and_close, _hot),
    Operation("save", _save, one_group, opened, close_desk),
    Operation("undo", _undo, one_group, changed, close_desk, again=False),
    Operation("close", close_desk, one_group, changed),
    Operation("import", _import, one_group, _previewed, _close_first),
    Operation("report", _report, _with_documents, _read_only, close_desk, only="plain"),
    Operation("export", _export, _with_documents, _read_only, close_desk, only="plain"),
)
