"""How long work tells how far it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is not an error: the director asked for it
    """Raised by Progress.step when the director has cancelled; a change in progress is rolled back by it."""


class Progress(Protocol):
    """What a job is given to report to."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` units are finished and what is being done; raises Cancelled."""


class _Silent:
    """Progress that nobody looks at."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Ignore it."""


SILENT: Progress = _Silent()
