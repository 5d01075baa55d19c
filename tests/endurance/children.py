"""Programs that the endurance tests start: `python -m tests.endurance.children NAME FILE …`."""

import os
import random
import sys
import time
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.sqlite.faults import DiskFullError, HeldError
from chapterdesk.store.sqlite.file import DeskFile
from tests.endurance.desks import PASSPHRASE, add_group, groups_in, whole_groups

ROOT = Path(__file__).resolve().parents[2]


def say(text: object) -> None:
    """Send a line to the test at once."""
    os.write(1, f"{text}\n".encode())


def write(file: Path, kind: str) -> None:
    """Write groups and report the number of each once it is stored, until the process is killed."""
    with DeskFile.open(file, PASSPHRASE if kind == "encrypted" else None) as desk:
        number = groups_in(desk)
        say("ready")
        while True:
            number += 1
            add_group(desk, 1, number)
            say(number)


def hold(file: Path) -> None:
    """Open a file and keep it open until the process is killed."""
    with DeskFile.open(file):
        say("ready")
        time.sleep(600)


def contend(file: Path, times: str, seed: str) -> None:
    """Repeatedly try to open a file for writing; report when it was held alone, and how often it was refused."""
    chance = random.Random(seed)
    log = file.with_suffix(".told")
    done = refused = 0
    while done < int(times):
        try:
            with DeskFile.open(file) as desk, log.open("ab", buffering=0) as told:
                told.write(f"+{seed}\n".encode())
                add_group(desk, 1, groups_in(desk) + 1)
                time.sleep(chance.random() * 0.003)
                told.write(f"-{seed}\n".encode())
            done += 1
        except HeldError:
            refused += 1
        time.sleep(chance.random() * 0.005)
    say(f"{done} {refused}")


def look(file: Path, seconds: str) -> None:
    """Check a file, make reports and exports while another program writes it; every state must be whole."""
    import datetime as dt

    from chapterdesk.exporters import export, exporters
    from chapterdesk.i18n import Language
    from chapterdesk.reports import produce, reports

    until = time.monotonic() + float(seconds)
    target = file.with_name(f"out-{os.getpid()}")
    states: list[int] = []
    while time.monotonic() < until:
        states.append(whole_groups(file, None, read_only=True))
        with DeskFile.open(file, read_only=True) as desk:
            try:
                with desk.change("Write"):
                    raise AssertionError("a reader wrote")
            except ChapterError:
                pass
            about = (dt.date(2026, 3, 5), target.with_suffix(".csv"))
            produce(desk, 1, reports()["roster"], None, Language("es"), *about)
            export(desk, 1, exporters()["slips"], None, Language("en"), *about)
    assert states == sorted(states), "a reader saw an older state after a newer one"
    say(f"{len(states)} {len(set(states))}")


def limit(file: Path) -> None:
    """Write until the file reaches the size limit of this process; then lift the limit and continue."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with DeskFile.open(file) as desk:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 200_000, most))
        stored = _until_full(desk)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        _tried_again(desk, stored)
    say(stored + 1)


def fill(file: Path) -> None:
    """Write until the file system is full; then make room and continue."""
    import shutil

    ballast = file.with_name("ballast")
    with DeskFile.open(file) as desk:
        ballast.write_bytes(bytes(shutil.disk_usage(file).free - 300_000))
        stored = _until_full(desk)
        ballast.unlink()
        _tried_again(desk, stored)
    say(stored + 1)


def _until_full(desk: DeskFile) -> int:
    """Add groups until there is no room; a refusal is reported and does not change what was stored."""
    number = groups_in(desk)
    for _ in range(10_000):
        try:
            add_group(desk, 1, number + 1)
        except DiskFullError as error:
            assert "nothing was stored" in str(error)  # noqa: PT017 - the loop ends here
            assert groups_in(desk) == number
            return number
        number += 1
    raise AssertionError("the disk was never full")


def _tried_again(desk: DeskFile, stored: int) -> None:
    """Repeat the refused change."""
    add_group(desk, 1, stored + 1)
    assert groups_in(desk) == stored + 1


PROGRAMS = {program.__name__: program for program in (write, hold, contend, look, limit, fill)}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
