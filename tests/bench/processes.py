"""Start and memory, measured from outside: whole processes from their start to the painted window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import Line, compared

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 250


def run(program: str, file: Path, home: Path) -> tuple[float, dict[str, float]]:
    """Run a program; return the seconds until it was ready, and what else it told (“now”: the seconds until then)."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONDONTWRITEBYTECODE": ""}
    environment |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.programs", program, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    ) as process:
        assert process.stdout is not None
        told: dict[str, float] = {}
        for line in process.stdout:
            if line.strip() == "ready":
                taken = time.perf_counter() - begun
                break
            key, _, figure = line.rpartition(" ")
            told[key] = time.perf_counter() - begun if figure == "now\n" else float(figure)
        else:
            raise AssertionError(f"{program} did not get ready")
    return taken, told


def lines(file: Path, times: int = 7) -> list[Line]:
    """Measure the start (medians, in turns, after one for warmth) and the memory."""
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        home = Path(folder)
        taken: dict[str, list[float]] = {"start": [], "bare": []}
        demo: dict[str, list[float]] = {"made": [], "again": []}
        splash: list[float] = []
        for turn in range(times + 1):
            for program, kept in taken.items():
                seconds, told = run(program, file, home)
                if turn:
                    kept.append(seconds)
                    splash += told.values()
            for kept in demo.values():
                seconds, _ = run("demo", file, home / f"demo-{turn}")
                if turn:
                    kept.append(seconds)
        _, told = run("memory", file, home)
    most = max(told.values())
    ours, against = statistics.median(taken["start"]), statistics.median(taken["bare"])
    made, again = statistics.median(demo["made"]), statistics.median(demo["again"])
    screens = f"{told['first']:.0f} MB at the start, {most:.0f} MB after all screens"
    return [
        compared("Start to the splash, warm", statistics.median(splash), against, 0.5, "for a bare window"),
        compared("Start to a window with data, warm", ours, against, 1.8, "for a bare window"),
        compared("The demo made and opened", made, ours, 3, "for a start with a file"),
        compared("The demo opened, made on this day", again, ours, 1.2, "for a start with a file"),
        Line("Memory with 600,000 slips open", screens, "", most, MOST_MEGABYTES, "MB"),
    ]
