"""Measuring durations, and the lines of the table.

Work that only computes is measured in processor time, which other programs on the machine do not change; what waits for
the disk or for a window is measured by the clock.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what, ours, what it is compared with (both with units), the figure, the most allowed.

    A line without a bound is there for information.
    """

    what: str
    ours: str
    against: str
    figure: float
    bound: float | None
    unit: str = "×"

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.bound is None or self.figure <= self.bound

    def cells(self) -> tuple[str, ...]:
        """The cells of the line in the table."""
        figure = _amount(self.figure, self.unit)
        if self.bound is None:
            return self.what, self.ours, self.against, figure, "", ""
        kept = "yes" if self.kept else "**no**"
        return self.what, self.ours, self.against, figure, _amount(self.bound, self.unit), kept


def _amount(figure: float, unit: str) -> str:
    if unit == "×":
        return f"{figure:.2f} ×"
    return f"{figure:.0f} {unit}"


def side_by_side(ours: Callable[[], object], against: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the best processor time of each, measured in turns so that both see the same machine."""
    ours()
    against()
    best = [float("inf"), float("inf")]
    for _ in range(times):
        for place, work in enumerate((ours, against)):
            start = time.process_time()
            work()
            best[place] = min(best[place], time.process_time() - start)
    return best[0], best[1]


def medians_side_by_side(ours: Callable[[], object], against: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the median time of each by the clock, measured in turns."""
    ours()
    against()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for work, kept in zip((ours, against), taken, strict=True):
            start = time.perf_counter()
            work()
            kept.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def milliseconds(duration: float) -> str:
    """A duration in seconds as a cell."""
    return f"{duration * 1000:.1f} ms" if duration < 0.1 else f"{duration * 1000:.0f} ms"


def compared(what: str, ours: float, against: float, bound: float | None, name: str) -> Line:
    """The line of two durations in seconds; `name` says what ours is compared with."""
    return Line(what, milliseconds(ours), f"{milliseconds(against)} {name}", ours / against, bound)
