"""The figures of packages in build/README.md: sizes with their largest parts, and the start-up time."""

import datetime as dt
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build import product
from build.sizes import megabytes
from build.start import MOST

README = product.ROOT / "build" / "README.md"
BEGIN, END = "<!-- packages -->", "<!-- /packages -->"
LARGEST = 6
"""How many parts of a bundle are listed; the others are added up."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The measurements of one system: bytes of each part of the bundle and of the installer, seconds of both starts."""

    system: str
    parts: Mapping[str, int]
    installer: int
    start: Mapping[str, float]

    @property
    def installed(self) -> int:
        """Bytes of the bundle on the disk."""
        return sum(self.parts.values())

    @property
    def quick(self) -> bool:
        """Whether the bundle starts fast enough."""
        return self.start["ratio"] <= MOST


def table(systems: Sequence[Figures]) -> str:
    """Return the figures in Markdown."""
    lines = ["| system | installer | installed | start, bundle : source | at most | kept |", "| --- " * 6 + "|"]
    for found in systems:
        start = f"{found.start['bundle'] * 1000:.0f} ms : {found.start['source'] * 1000:.0f} ms = "
        start += f"{found.start['ratio']:.2f} ×"
        cells = (found.system, megabytes(found.installer), megabytes(found.installed), start, f"{MOST:.1f} ×")
        lines.append(f"| {' | '.join(cells)} | {'yes' if found.quick else '**no**'} |")
    for found in systems:
        ranked = sorted(found.parts.items(), key=lambda part: -part[1])
        named = [f"{name} {megabytes(size)}" for name, size in ranked[:LARGEST]]
        rest = sum(size for _, size in ranked[LARGEST:])
        lines += ["", f"The largest parts on {found.system}: {'; '.join(named)}; all else {megabytes(rest)}."]
    return "\n".join(lines)


def write(figures: Figures) -> None:
    """Write the figures of this system between the markers of build/README.md, with date and Python."""
    on = dt.datetime.now().astimezone().date().isoformat()
    told = f"Measured on {on} with `python build/package.py --write`, Python {platform.python_version()}."
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n{told}\n\n{table([figures])}\n{END}{after}", "utf-8", newline="\n")
