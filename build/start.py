"""Measures the start of the packaged program against the same program from source, in one run.

Run by the Python of the packaging environment: `python build/start.py PROGRAM`. It measures from the start of the
process until the window answers: a window with an open file listens on a local socket for a second one
(ui/session/single_instance.py), and answers from its event loop, which begins after the window has been shown.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TIMES = 9
PATIENCE = 60
"""Seconds after which a program counts as not starting."""
MOST = 1.5
"""The longest allowed start of the bundle, as a multiple of the start from source."""


def seconds_to_answer(command: list[str], file: Path, environment: dict[str, str]) -> float:
    """Start a program on a desk file and return the seconds until its window answers; then end it.

    Raises RuntimeError when it ends by itself or does not answer.
    """
    from chapterdesk.ui.session.single_instance import show_first_window

    begun = time.perf_counter()
    with subprocess.Popen([*command, str(file)], env=environment) as process:
        try:
            while time.perf_counter() - begun < PATIENCE:
                if show_first_window(file):
                    return time.perf_counter() - begun
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended with {process.returncode}")
                time.sleep(0.005)
            raise RuntimeError(f"{command[0]} showed no window in {PATIENCE} seconds")
        finally:
            process.kill()
            process.wait()
            while show_first_window(file):  # on Windows the python.exe of an environment ends a moment before its child
                time.sleep(0.005)


def secluded(home: Path) -> dict[str, str]:
    """Return environment variables that make a program store everything below `home` and need no screen."""
    environment = os.environ | {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    # platformdirs asks Windows, regardless of USERPROFILE, unless these variables are set.
    return environment | {f"WIN_PD_OVERRIDE_{kind}": str(home / kind.lower()) for kind in ("LOCAL_APPDATA", "PERSONAL")}


def measure(program: Path, times: int = TIMES) -> dict[str, float]:
    """Return the median seconds of both starts and their ratio, measured in turns after one warm-up of each."""
    commands = {"bundle": [str(program)], "source": [sys.executable, "-m", "chapterdesk"]}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(prefix="chapterdesk-start-") as folder:
        home = Path(folder)
        environment = secluded(home)
        file = home / "demo.chapterdesk"
        subprocess.run([*commands["source"], "demo", str(file)], check=True, capture_output=True, env=environment)
        for turn in range(times + 1):
            for name, command in commands.items():
                seconds = seconds_to_answer(command, file, environment)
                if turn:
                    taken[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    return medians | {"ratio": medians["bundle"] / medians["source"]}


def main() -> int:
    """Measure and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python build/start.py", description=__doc__.partition("\n")[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--times", type=int, default=TIMES)
    given = parser.parse_args()
    print(json.dumps(measure(given.program.resolve(), given.times)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
