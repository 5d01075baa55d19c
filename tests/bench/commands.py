"""Commands as whole processes, against Python with the libraries that they need.

Processes are measured in processor time. What is compared with imports what any program of our kind imports, and ends.
"""

import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import Line, compared

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "Almadía"
LIBRARIES = "import sqlalchemy.orm, sqlcipher3, PySide6.QtCore"
WITH_PAPER = f"{LIBRARIES}, reportlab.platypus, reportlab.graphics.renderPDF"


class Commands:
    """Runs commands of the program on a demo in a folder of their own, and takes their time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = os.environ | {"HOME": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
        self._environment |= {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
        self.run(*self.program("demo", str(self.demo)))

    @property
    def demo(self) -> Path:
        """The desk file that the commands read."""
        return self.folder / "demo.chapterdesk"

    def program(self, *arguments: str) -> list[str]:
        """A command of ours as a command line."""
        return [sys.executable, "-m", "chapterdesk", *arguments]

    def reading(self, *arguments: str, out: str) -> list[str]:
        """A command that reads a chapter of the demo and writes a file, as a command line."""
        target = str(self.folder / out)
        return self.program(*arguments, "--file", str(self.demo), "--chapter", CHAPTER, "--out", target)

    def run(self, *command: str) -> float:
        """Run a command to its end; return the seconds of processor time that it and its children took."""
        before = _spent()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=self._environment)
        return _spent() - before

    def best(self, times: int, *commands: list[str]) -> list[float]:
        """The least time of each command, run in turns after one for warmth."""
        turns = [[self.run(*command) for command in commands] for _ in range(times + 1)]
        return [min(taken) for taken in zip(*turns[1:], strict=True)]


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines(times: int = 7) -> list[Line]:
    """Measure a command that starts, two reports as PDF, and LibreOffice where it is installed."""
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        commands = Commands(Path(folder))
        bare, paper, start, summary, ledger = commands.best(
            times,
            [sys.executable, "-c", LIBRARIES],
            [sys.executable, "-c", WITH_PAPER],
            commands.program("reports"),
            commands.reading("report", "summary", out="summary.pdf"),
            commands.reading("report", "slips", out="slips.pdf"),
        )
        commands.run(*commands.reading("report", "slips", out="slips.csv"))
        with (commands.folder / "slips.csv").open(encoding="utf-8", newline="") as file:
            rows = sum(1 for _ in csv.reader(file, delimiter=";")) - 1
        with_paper = "for Python with these libraries and ReportLab"
        return [
            compared("A command that starts (`reports`)", start, bare, 1.3, "for Python with its libraries"),
            compared("`report summary` as PDF, the whole process", summary, paper, 1.4, with_paper),
            *_office(commands, "summary", times),
            compared(f"`report slips` as PDF ({rows:,} rows), the whole process", ledger, paper, 2, with_paper),
            *_office(commands, "slips", times),
        ]


def _office(commands: Commands, report: str, times: int) -> list[Line]:
    """For information: the same report by our writer and LibreOffice's, from the XLSX file. Needs soffice."""
    office = shutil.which("soffice")
    if office is None:
        return []
    commands.run(*commands.reading("report", report, out=f"{report}.xlsx"))
    convert = [office, "--headless", f"-env:UserInstallation={(commands.folder / 'office').as_uri()}"]
    convert += ["--convert-to", "pdf", "--outdir", str(commands.folder / "office-pdf")]
    ours, theirs = commands.best(
        times,
        commands.reading("report", report, out=f"{report}.pdf"),
        [*convert, str(commands.folder / f"{report}.xlsx")],
    )
    return [compared(f"`report {report}` as PDF", ours, theirs, None, "for LibreOffice from its XLSX")]
