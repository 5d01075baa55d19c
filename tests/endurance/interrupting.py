"""Interrupts operations and looks at what is left: `python -m tests.endurance.interrupting points|faults …`.

Runs as a process of its own, which forks one for each interruption. `points` kills it at each crash point that it
passes; `faults` needs failing_disk loaded (LD_PRELOAD) and makes the Nth write fail, tear or end the process, for N =
1, 2, 3 … until the operation survives. Prints what came of it as lines of JSON.
"""

import argparse
import ctypes
import functools
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from chapterdesk import crashpoints
from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping import backups
from chapterdesk.store.keeping.check import check
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import NAME, PASSPHRASE, contents, leftovers, passphrase_of
from tests.endurance.file_operations import FILE_OPERATIONS, backups_of
from tests.endurance.memory import remember_keys, remember_statements
from tests.endurance.operations import OPERATIONS as DESK_OPERATIONS
from tests.endurance.operations import Operation

WAYS = {
    "full once": 1,
    "full from then on": 2,
    "broken once": 3,
    "broken from then on": 4,
    "killed": 5,
    "torn": 6,
    "short": 7,
}
"""How the Nth write goes wrong, as failing_disk.c counts them."""
ONCE = ("full once", "broken once")
LIMIT = 3000  # the most writes of an operation
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - no waiting for a disk that all share
OPERATIONS = {operation.name: operation for operation in (*DESK_OPERATIONS, *FILE_OPERATIONS)}
Found = dict[str, str]


@dataclass
class Report:
    """The result of interrupting one operation in one way: how often, what was wrong, the passed crash points."""

    operation: str
    way: str
    encrypted: bool
    interruptions: int = 0
    writes: int = 0
    refusals: int = 0
    wrong: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a forked process ended: its message, and whether it was killed."""

    said: dict[str, Any]
    killed: bool


def forked(work: Callable[[], dict[str, Any]]) -> Ending:
    """Do work in a forked process and return its message; a killed process sends none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        said: dict[str, Any] = {}
        try:
            said = work()
        except BaseException:  # noqa: BLE001 - the parent process reports it
            said = {"fault": traceback.format_exc()}
        finally:
            os.write(writing, json.dumps(said).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    return Ending(json.loads(told) if told else {}, killed)


class Trial:
    """One operation on a plain or an encrypted file, repeated from the same initial state."""

    def __init__(self, operation: Operation, *, encrypted: bool, scratch: Path) -> None:
        self.operation = operation
        self.passphrase = PASSPHRASE if encrypted else None
        self.beginning = scratch / "beginning"
        self.folder = scratch / "folder"
        self.beginning.mkdir(parents=True)
        operation.before(self.beginning, self.passphrase)
        self.before = self._state(lambda handle: None)
        self.after = self._state(self._done)
        self.again()
        self._retry()  # in this process, so that forked processes share its caches
        again = contents(self.folder)
        assert self.after == again, f"{operation.name} does not come out the same twice: {self.after} {again}"

    def _done(self, handle: Any) -> None:
        self.operation.act(handle)
        self.operation.end(handle)

    def _state(self, work: Callable[[Any], object]) -> Found:
        """The content of the folder after uninterrupted work."""
        self.again()

        def run() -> dict[str, Any]:
            work(self.operation.begin(self.folder, self.passphrase))
            return {}

        ended = forked(run)
        assert not ended.said, ended.said["fault"]
        return contents(self.folder)

    def again(self) -> None:
        """Reset the folder to the initial state."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.beginning, self.folder)

    def interrupted(self, arm: Callable[[], None], disarm: Callable[[], dict[str, Any]], *, go_on: bool) -> Ending:
        """Do the operation with an interruption armed; `go_on`: a refused program tries again and ends normally."""
        self.again()

        def run() -> dict[str, Any]:
            handle = self.operation.begin(self.folder, self.passphrase)
            arm()
            refused = ""
            try:
                self.operation.act(handle)
            except ChapterError as error:
                refused = str(error)
            finally:
                said = disarm()
            if go_on:
                if refused:
                    self.operation.act(handle)
                self.operation.end(handle)
            return said | {"refused": refused}

        return forked(run)

    def wrong(self, ending: Ending, *, go_on: bool) -> Iterator[str]:
        """Yield what is wrong after an interruption."""
        if "fault" in ending.said:
            yield ending.said["fault"]
            return
        found = contents(self.folder)
        for name in sorted({*found, *self.before, *self.after}):
            allowed = {self.before.get(name), self.after.get(name)}
            if not ending.killed and (go_on or not ending.said["refused"]):
                allowed = {self.after.get(name)}
            if found.get(name) not in allowed and not (name in found and _is_extra(name, found[name], self.after)):
                yield f"{name} is {found.get(name)} and not {allowed}"
        yield from self._next_start(found)
        now = contents(self.folder)
        if not _same(now, self.after) and (self.operation.again or not _same(now, self.before)):
            self._retry()
            now = contents(self.folder)
        if not _same(now, self.after) and self.operation.again:
            yield f"in the end it holds {now} and not {self.after}"
        if left := leftovers(self.folder):
            yield f"left over: {left}"

    def _next_start(self, found: Found) -> Iterator[str]:
        """Open the file as the program does at its next start, when there is one."""
        for part in self.folder.glob(".chapterdesk-*.part"):
            os.utime(part, (0, 0))  # the next start is later
        path = self.folder / NAME
        if not path.exists():
            return
        try:
            with DeskFile.open(path, passphrase_of(path), backups=backups_of(self.folder)) as desk:
                self.operation.start(desk)
                backups.remove_half_made(backups_of(self.folder), desk.identity)
                yield from (str(finding) for finding in check(desk))
        except ChapterError as error:
            if not self.operation.broken or found.get(NAME) != self.before[NAME]:
                yield f"the next start: {error}"

    def _retry(self) -> None:
        handle = self.operation.begin(self.folder, self.passphrase)
        self.operation.act(handle)
        self.operation.end(handle)


def _same(found: Found, wanted: Found) -> bool:
    """Whether all files are as wanted; there may be one more sound backup or copy."""
    extra = all(_is_extra(name, found[name], wanted) for name in found if name not in wanted)
    return extra and all(found.get(name) == wanted[name] for name in wanted)


def _is_extra(name: str, content: str, wanted: Found) -> bool:
    """Whether a file is a harmless extra: a sound backup, or another copy of the damaged file."""
    return name not in wanted and (
        "(damaged" in name or (name.startswith("backups/") and not content.startswith("damaged"))
    )


def points(trial: Trial, report: Report, limit: int) -> None:
    """Kill the operation at each crash point that it passes."""
    passed: list[str] = []

    def listed() -> dict[str, Any]:
        crashpoints.arm(None)
        return {"points": passed}

    ended = trial.interrupted(lambda: crashpoints.arm(passed.append), listed, go_on=False)
    report.points = ended.said["points"]
    for place in range(min(len(report.points), limit)):
        left = [place]

        def visit(name: str, left: list[int] = left) -> None:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1

        ended = trial.interrupted(functools.partial(crashpoints.arm, visit), dict, go_on=False)
        name = report.points[place]
        report.interruptions += 1
        report.wrong += [f"killed at “{name}”: {wrong}" for wrong in trial.wrong(ended, go_on=False)]
        if not ended.killed:
            report.wrong.append(f"survived “{name}”")


def faults(trial: Trial, report: Report, limit: int) -> None:
    """Make the Nth write fail, for N = 1, 2, 3 … until the operation survives; about `limit` of them, spread out."""
    disk = ctypes.CDLL(None)
    below = str(trial.folder).encode()

    def disarm() -> dict[str, Any]:
        told = {"fired": disk.failing_disk_fired(), "seen": disk.failing_disk_seen()}
        disk.failing_disk_disarm()
        return told

    whole = trial.interrupted(lambda: disk.failing_disk_arm(below, LIMIT, 1), disarm, go_on=True)
    writes = report.writes = whole.said["seen"]
    step = max(1, -(-writes // limit))
    # So that samples of different ways meet different writes.
    offset = (list(WAYS).index(report.way) + 1) * step // (len(WAYS) + 1)
    for nth in range(1 + offset, LIMIT, step):
        # After a refusal the program tries again at once every second time; otherwise the next start must succeed.
        go_on = report.way in ONCE and nth // step % 2 == 0
        arm = functools.partial(disk.failing_disk_arm, below, nth, WAYS[report.way])
        ended = trial.interrupted(arm, disarm, go_on=go_on)
        if not ended.killed and ended.said.get("fired") == 0:
            if nth <= writes:
                report.wrong.append(f"write {nth} of {writes} did not fail")
            break
        report.interruptions += 1
        report.refusals += bool(ended.said.get("refused"))
        report.wrong += [f"{report.way} at write {nth}: {wrong}" for wrong in trial.wrong(ended, go_on=go_on)]
    else:
        report.wrong.append(f"not over after {LIMIT} writes")


def main() -> None:
    """Run the chosen interruptions."""
    parser = argparse.ArgumentParser()
    parser.add_argument("how", choices=["points", "faults"])
    parser.add_argument("--operations", nargs="*", default=list(OPERATIONS))
    parser.add_argument("--ways", nargs="*", default=list(WAYS))
    parser.add_argument("--files", nargs="*", default=["plain", "encrypted"])
    parser.add_argument("--limit", type=int, default=LIMIT, help="about how many interruptions of each")
    asked = parser.parse_args()
    remember_keys()
    remember_statements()
    for operation in map(OPERATIONS.__getitem__, asked.operations):
        for kind in asked.files:
            if operation.only not in {"", kind}:
                continue
            with tempfile.TemporaryDirectory(prefix="endurance-", dir=MEMORY) as scratch:
                trial = Trial(operation, encrypted=kind == "encrypted", scratch=Path(scratch))
                for way in asked.ways if asked.how == "faults" else ["killed"]:
                    report = Report(operation.name, way, kind == "encrypted")
                    start = time.monotonic()
                    (faults if asked.how == "faults" else points)(trial, report, asked.limit)
                    print(json.dumps(asdict(report) | {"seconds": time.monotonic() - start}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
    sys.stdout.flush()
