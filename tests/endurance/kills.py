"""The kill loop: a writing process is killed at a random moment, and the file must hold what it reported as stored."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.endurance.children import ROOT
from tests.endurance.desks import NAME, PASSPHRASE, leftovers, new_desk, whole_groups

LONGEST = 0.03  # seconds from one of the first groups to the kill


@contextmanager
def child(*arguments: object) -> Iterator["subprocess.Popen[bytes]"]:
    """A program of `children` in a separate process, which is killed at the end."""
    command = [sys.executable, "-m", "tests.endurance.children", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


def answer(process: "subprocess.Popen[bytes]") -> str:
    """Wait for the next line of a program and return it."""
    assert process.stdout is not None
    line = process.stdout.readline().decode().strip()
    assert line, "the program ended"
    return line


def kill_loop(folder: Path, rounds: int, *, encrypted: bool, seed: int = 1) -> int:
    """Write and kill `rounds` times on one file; returns how many groups it holds at the end."""
    chance = random.Random(seed)
    kind = "encrypted" if encrypted else "plain"
    passphrase = PASSPHRASE if encrypted else None
    path = folder / NAME
    new_desk(path, passphrase)
    stored = 0
    for _ in range(rounds):
        with child("write", path, kind) as process:
            assert answer(process) == "ready"
            lines = [answer(process) for _ in range(chance.randrange(4))]
            time.sleep(chance.random() * LONGEST)
            process.kill()
            assert process.stdout is not None
            lines += process.stdout.read().decode().splitlines()
        acknowledged = int(lines[-1]) if lines else stored
        found = whole_groups(path, passphrase)
        assert acknowledged <= found <= acknowledged + 1, (acknowledged, found)
        stored = found
        assert leftovers(folder) == []
    return stored
