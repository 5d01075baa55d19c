"""The states of a session: frozen data that the window shows."""

from dataclasses import dataclass
from pathlib import Path

from chapterdesk.file_problem import FileProblem
from chapterdesk.store.desk import Desk


@dataclass(frozen=True, slots=True)
class Closed:
    """No file is open. `for_good`: the window closes as well."""

    for_good: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A file is open, and can be worked with."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class Locked:
    """A file is open, and only its passphrase shows it again."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class Working:
    """The file is closed for a job that works on it."""

    title: str


@dataclass(frozen=True, slots=True)
class NeedsPassphrase:
    """A file waits for its passphrase. `error` says what was wrong with the last one."""

    path: Path
    error: str = ""
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A file was not opened."""

    problem: FileProblem


State = Closed | Open | Locked | Working | NeedsPassphrase | Failed
