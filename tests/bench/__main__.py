"""The speed tables of the README files: `python -m tests.bench [--write] [PART …]`, with nothing else running.

Makes a region of 600,000 slips once (a minute), measures, prints the table as Markdown. With --write it
replaces the one in tests/README.md, and the short one in README.md. Ends with 1 when a promise is not kept.
"""

import argparse
import datetime as dt
import gc
import os
import platform
import sys
from pathlib import Path

from tests import readmes
from tests.bench.measure import Line
from tests.bench.region import region

MARK = "bench"
HEAD = ("what", "here", "against", "figure", "at most", "kept")
PARTS = ("start", "commands", "summary", "meeting", "report", "import", "keys", "ways")


def measure(parts: list[str]) -> list[Line]:
    """Measure the parts that are asked for, in the order of the table."""
    large, small = (region(10), region(1)) if set(parts) - {"commands", "keys", "ways"} else (Path(), Path())
    found: list[Line] = []
    for part in parts:
        sys.stderr.write(f"Measuring {part}…\n")
        gc.collect()
        gc.freeze()  # what one part leaves behind is no burden to the next
        match part:
            case "start":
                from tests.bench.processes import lines as processes

                found += processes(large)
            case "commands":
                from tests.bench.commands import lines as commands

                found += commands()
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


def short_table(lines: list[Line], on: dt.date) -> str:
    """The table without the times: what was measured, its figure (bold when it is too high) and the bound.

    Keys and ways through the code are counted, not timed: they stand in the long table alone.
    """
    rows = []
    for line in lines:
        what, _, _, figure, bound, _ = line.cells()
        if what.startswith(("Keys: ", "Way: ")):
            continue
        rows.append((what, figure if line.kept else f"**{figure}**", bound))
    head = f"Measured on {on.isoformat()} with `python -m tests.bench --write`; bold: not reached."
    table_rows = [("what", "figure", "at most"), ("---",) * 3, *rows]
    return "\n".join([head, "", *(f"| {' | '.join(row)} |" for row in table_rows)])


def write(
    lines: list[Line], on: dt.date, readme: Path = readmes.MAIN, readme_of_tests: Path = readmes.OF_TESTS
) -> None:
    """Put both tables between the markers of their files."""
    readmes.replace_between(readme, MARK, short_table(lines, on))
    readmes.replace_between(readme_of_tests, MARK, table(lines, on))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the tables into README.md and tests/README.md")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything without a name")
    asked = parser.parse_args()
    lines = measure(asked.parts or list(PARTS))
    on = dt.datetime.now(dt.UTC).date()
    sys.stdout.write(table(lines, on) + "\n")
    if asked.write:
        write(lines, on)
    return 0 if all(line.kept for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
