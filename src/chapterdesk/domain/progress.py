"""Progress of long work, and its cancelling."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is not an error: the director asked for it
    """Raised by Progress.step when the director has cancelled; it rolls back a change in progress."""


class Progress(Protocol):
    """The object to which a job reports its progress."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report that `done` of `total` units are finished and what is being done; raises Cancelled."""


class WorkShare:
    """The progress of one of several parts of the work: it converts its steps to thousandths of the whole."""

    def __init__(self, whole: Progress, at: int, parts: int) -> None:
        self._whole = whole
        self._at = at
        self._parts = parts

    def step(self, done: int, total: int, text: str = "") -> None:
        """Pass a step on; without a total the part counts as just begun."""
        part = 1000 * min(done, total) // total if total else 0
        self._whole.step((1000 * self._at + part) // self._parts, 1000, text)


class _Silent:
    """Progress that is not shown."""

    def step(self, done: int, total: int, text: str = "") -> None:
        """Ignore it."""


SILENT: Progress = _Silent()
