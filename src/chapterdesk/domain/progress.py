"""How long work tells how far it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is not an error: the director asked for it
    """Raised by Progress.step when the director has cancelled; a change in progress is rolled back by it."""


class Progress(Protocol):
    """What a job is given to report to."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` units are finished and what is being done; raises Cancelled."""


class WorkShare:
    """One of several parts of the whole work: it passes its steps on as what they are of the whole, in thousandths."""

    def __init__(self, whole: Progress, at: int, parts: int) -> None:
        self._whole = whole
        self._at = at
        self._parts = parts

    def step(self, done: int, total: int, text: str = "") -> None:
        """Pass a step on; without a total the part has only begun."""
        part = 1000 * min(done, total) // total if total else 0
        self._whole.step((1000 * self._at + part) // self._parts, 1000, text)


class _Silent:
    """Progress that nobody looks at."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Ignore it."""


SILENT: Progress = _Silent()
