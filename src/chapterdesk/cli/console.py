"""The output of the command line: text in UTF-8, one line for an error, a progress bar on a terminal only."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from chapterdesk.domain.progress import SILENT, Progress


def prepare_streams() -> bool:
    """Make standard output and error write UTF-8 on any console, and create them for windowed programs.

    Returns whether anybody can read the output.
    """
    heard = sys.stderr is not None
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - for the whole run
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # pythonw and frozen programs without a console
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for the whole run
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return heard


def say(*lines: str) -> None:
    """Write lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    """Write the one line of an error to standard error."""
    sys.stderr.write(f"chapterdesk: {' '.join(line.split())}\n")


class _Bar:
    """Progress as a bar of tqdm, its texts translated by `tr`."""

    def __init__(self, stream: TextIO, tr: Callable[[str], str]) -> None:
        from tqdm import tqdm

        self._tr = tr

        self._bar = tqdm(total=1, file=stream, leave=False, bar_format="{desc} {percentage:3.0f} % |{bar}|")

    def step(self, done: int, total: int, text: str = "") -> None:
        """Show the progress. It never raises Cancelled, since Ctrl+C cancels."""
        self._bar.total = max(total, 1)
        self._bar.n = min(done, self._bar.total)
        self._bar.set_description_str(self._tr(text), refresh=True)

    def close(self) -> None:
        """Remove the bar."""
        self._bar.close()


@contextmanager
def progress_bar(tr: Callable[[str], str]) -> Iterator[Progress]:
    """Show a bar while standard error is a terminal, and nothing in a pipe; `tr` translates the texts of the steps."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    bar = _Bar(sys.stderr, tr)
    try:
        yield bar
    finally:
        bar.close()
