"""The long runs, and the lines that they add to the table of tests/README.md."""

import datetime as dt
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.endurance.histories import history
from tests.endurance.interrupting import WAYS
from tests.endurance.interruptions import compiled, interrupt, wrong
from tests.endurance.kills import kill_loop

WORST = ("full once", "full from then on", "torn")
WORKERS = max(1, (os.cpu_count() or 2) // 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what was done to the program, how often, and what was lost (0)."""

    part: str
    what: str
    times: int
    lost: int
    on: str = ""

    def cells(self) -> tuple[str, ...]:
        """The cells of the line."""
        return self.what, f"{self.times:,}", str(self.lost), f"`python -m tests.endurance {self.part}`", self.on


def kills(rounds: int) -> list[Line]:
    """Kill a writer `rounds` times on a plain and on an encrypted file, and every operation at every crash point."""
    survived = 0
    for encrypted in (False, True):
        with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
            kill_loop(Path(folder), rounds, encrypted=encrypted, seed=rounds)
            survived += rounds
    reports = interrupt("points")
    points = {point for report in reports for point in report["points"]}
    at_points = sum(report["interruptions"] for report in reports)
    bad = len(wrong(reports))
    return [
        Line("kills", "`kill -9` at a random moment of writing: kills survived, plain and encrypted", survived, 0),
        Line("kills", f"`kill -9` at each of {len(points)} crash points of {_operations(reports)}", at_points, bad),
    ]


def _operations(reports: Iterable[dict[str, Any]]) -> str:
    return f"{len({report['operation'] for report in reports})} operations"


def faults(rounds: int) -> list[Line]:
    """Let the Nth write of each operation fail: every N of a plain file in the worst ways, else `rounds` of N."""
    others = [way for way in WAYS if way not in WORST]
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        library = compiled(Path(folder))
        reports = interrupt("faults", "--files", "plain", "--ways", *WORST, library=library)
        some = ("--limit", rounds)
        reports += interrupt("faults", "--files", "plain", "--ways", *others, *some, library=library)
        reports += interrupt("faults", "--files", "encrypted", *some, library=library)
    found = wrong(reports)
    for text in found:
        print(text)  # noqa: T201 - the details of the figure
    ways = len({report["way"] for report in reports})
    times = sum(report["interruptions"] for report in reports)
    what = f"The Nth write of {_operations(reports)} full, broken, torn or the last ({ways} ways): faults injected"
    return [Line("faults", what, times, len(found))]


def mutations(rounds: int) -> list[Line]:
    """Read `rounds` mutated files of every kind that is read."""
    from tests.importers.mutations import GOOD

    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        refused = pool.starmap(_mutate, [(kind, rounds) for kind in GOOD], chunksize=1)
    what = f"Files of {len(GOOD)} kinds mutated and imported: read, or refused with a reason ({sum(refused):,} of them)"
    return [Line("mutations", what, rounds * len(GOOD), 0)]


def _mutate(kind: str, rounds: int) -> int:
    """Mutate files of one kind in a process of its own; return how many were refused."""
    from chapterdesk.store.chapters import add_chapter
    from chapterdesk.store.sqlite.file import DeskFile
    from tests.importers.desk import Importing
    from tests.importers.mutations import go_through

    with (
        tempfile.TemporaryDirectory(prefix="endurance-") as folder,
        DeskFile.create(Path(folder) / "grupo.chapterdesk") as desk,
    ):
        with desk.change("A chapter") as s:
            chapter_id = add_chapter(s, name="Grupo Alameda", language="es", currency="EUR", weekday=3)
        refused, stored = go_through(Importing(desk, chapter_id, Path(folder)), kind, rounds, seed=rounds)
    assert refused
    assert stored
    return refused


def histories(rounds: int) -> list[Line]:
    """Go through `rounds` histories of a hundred random actions, half of them encrypted."""
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        actions = pool.starmap(_history, [(number, number % 2 == 1) for number in range(rounds)], chunksize=1)
    what = f"Histories of 100 random actions undone and redone exactly ({sum(actions):,} actions, imports among them)"
    return [Line("histories", what, rounds, 0)]


def _history(number: int, encrypted: bool) -> int:
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        return history(Path(folder), number, encrypted=encrypted)


def migrations(_rounds: int) -> list[Line]:
    """Let each statement of the migration of each release fail once, plain and encrypted."""
    from tests.endurance.desks import PASSPHRASE
    from tests.endurance.migrating import REVISIONS, failing_everywhere

    times = 0
    for revision in REVISIONS[:-1]:
        for passphrase in (None, PASSPHRASE):
            with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
                times += failing_everywhere(Path(folder), revision, passphrase)
    what = f"Migrations from {len(REVISIONS) - 1} older release with rows in every table: statements that failed"
    return [Line("migrations", what, times, 0)]


PARTS: dict[str, tuple[Callable[[int], list[Line]], int]] = {
    "kills": (kills, 200),
    "faults": (faults, 20),
    "mutations": (mutations, 10_000),
    "histories": (histories, 100),
    "migrations": (migrations, 0),
}
"""The runs, and the default number of rounds of each."""


def measure(part: str, rounds: int | None) -> list[Line]:
    """Do one run."""
    import dataclasses

    run, usual = PARTS[part]
    on = dt.datetime.now(dt.UTC).date().isoformat()
    return [dataclasses.replace(line, on=on) for line in run(usual if rounds is None else rounds)]
