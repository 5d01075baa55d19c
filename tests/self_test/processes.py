"""Runs the self-test in separate processes: whole, or single checks after breaking something."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LANG", "SYSTEMROOT", "LD_LIBRARY_PATH", "COVERAGE_FILE", "COVERAGE_PROCESS_START", "PYTHONUTF8")


@dataclass(frozen=True)
class Ended:
    """The exit code and output of a process, its home and its temporary folder."""

    code: int
    out: str
    error: str
    home: Path
    temporary: Path

    @property
    def told(self) -> dict[str, Any]:
        """The JSON object on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def check(self, name: str) -> dict[str, Any]:
        """What came of one check."""
        return next(one for one in self.told["checks"] if one["name"] == name)


def run(program: str, folder: Path, *arguments: str) -> Ended:
    """Run a Python program with a fresh home and a fresh temporary folder, and no platform of Qt chosen."""
    home, temporary = folder / "home", folder / "temporary"
    for one in (home, temporary):
        one.mkdir(parents=True)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    fresh = {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(temporary), "TEMP": str(temporary)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        env={**kept, **fresh, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=300,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode(), home, temporary)
