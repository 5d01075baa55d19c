"""The long runs of the endurance tests: `python -m tests.endurance [PART …] [--rounds N] [--write]`.

Each takes minutes. It prints a table as Markdown; with --write its lines replace those of the same part in
tests/README.md. Ends with 1 when anything was lost, and stops at once when a file is wrong.
"""

import argparse
import sys
from pathlib import Path

from tests import readmes
from tests.endurance.figures import PARTS, Line, measure

MARK = "endurance"
HEAD = ("what", "times", "lost or wrong", "repeat it with", "measured on")


def row(cells: tuple[str, ...]) -> str:
    """A row of the table in Markdown."""
    return f"| {' | '.join(cells)} |"


def merged(before: str, lines: list[Line]) -> str:
    """The table in which new lines replace those of the same parts, in the order of the parts."""
    kept: dict[str, list[str]] = {part: [] for part in PARTS}
    for text in before.splitlines():
        for part in PARTS:
            if f"`python -m tests.endurance {part}`" in text:
                kept[part].append(text)
    for part in {line.part for line in lines}:
        kept[part] = [row(line.cells()) for line in lines if line.part == part]
    return "\n".join([row(HEAD), row(("---",) * len(HEAD)), *(text for texts in kept.values() for text in texts)])


def write(lines: list[Line], readme: Path = readmes.OF_TESTS) -> None:
    """Put the lines between the markers of tests/README.md."""
    readmes.replace_between(readme, MARK, merged(readmes.between(readme, MARK), lines))


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", choices=["all", *PARTS, []], help="what to run; everything without a name")
    parser.add_argument("--rounds", type=int, help="rounds of each, instead of the usual number")
    parser.add_argument("--write", action="store_true", help="put the lines into tests/README.md")
    asked = parser.parse_args()
    parts = [part for part in PARTS if not asked.parts or "all" in asked.parts or part in asked.parts]
    lines: list[Line] = []
    for part in parts:
        sys.stderr.write(f"Running {part}…\n")
        lines += measure(part, asked.rounds)
        if asked.write:
            write(lines)
    sys.stdout.write(merged("", lines) + "\n")
    return 1 if any(line.lost for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
