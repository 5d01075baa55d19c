"""The speed table of README.md: `python -m tests.bench [--write] [PART …]`, with nothing else running.

Makes a region of 600,000 slips once (a minute), measures, prints the table as Markdown. With --write it takes the
place of the one in README.md. Ends with 1 when a promise is not kept.
"""

import argparse
import datetime as dt
import gc
import os
import platform
import sys
from pathlib import Path

from tests.bench.measure import Line
from tests.bench.region import region

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
HEAD = ("what", "here", "against", "figure", "at most", "kept")
PARTS = ("start", "summary", "meeting", "report", "import", "keys", "ways")


def measure(parts: list[str]) -> list[Line]:
    """Measure the parts that are asked for, in the order of the table."""
    large, small = (region(10), region(1)) if set(parts) - {"keys", "ways"} else (Path(), Path())
    found: list[Line] = []
    for part in parts:
        sys.stderr.write(f"Measuring {part}…\n")
        gc.collect()
        gc.freeze()  # what one part leaves behind is no burden to the next
        match part:
            case "start":
                from tests.bench.processes import lines as processes

                found += processes(large)
            case "summary":
                from tests.bench.figures import lines as figures

                found += figures(large, small)
            case "meeting":
                from tests.bench.live import lines as live

                found += live(large)
            case "report":
                from tests.bench.paper import lines as paper

                found += paper(small)
            case "import":
                from tests.bench.reading import lines as reading

                found += reading(large)
            case "keys":
                from tests.bench.live import key_lines

                found += key_lines()
            case "ways":
                from tests.bench.ways import lines as ways

                found += ways()
    return found


def table(lines: list[Line], on: dt.date) -> str:
    """The table in Markdown, with when and where it was measured."""
    rows = [HEAD, ("---",) * len(HEAD), *(line.cells() for line in lines)]
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    where = f"Measured on {on.isoformat()} with `python -m tests.bench --write`, {machine}; 10 chapters × 40 members"
    where += " × 10 years, 600,000 slips."
    return "\n".join([where, "", *(f"| {' | '.join(row)} |" for row in rows)])


def write(text: str) -> None:
    """Put the table between the markers of README.md."""
    readme = README.read_text("utf-8")
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything without a name")
    asked = parser.parse_args()
    lines = measure(asked.parts or list(PARTS))
    text = table(lines, dt.datetime.now(dt.UTC).date())
    sys.stdout.write(text + "\n")
    if asked.write:
        write(text)
    return 0 if all(line.kept for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
