"""The states of a session, and the problem with a file that was not opened: frozen data, which the window shows."""

import enum
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.keeping.backup import Backup


class Remedy(enum.Enum):
    """What can be done about a problem."""

    TRY_AGAIN = "try again"
    OPEN_READ_ONLY = "open to read only"
    OPEN_OTHER = "open another file"
    CHOOSE_DEMO_FOLDER = "choose another folder for the demo"
    MAKE_DEMO_AGAIN = "try again to make the demo"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why a file was not opened: a title, what it means and what to do; remedies with their words, the main one first.

    `backups` None: they are no help here.
    """

    path: Path
    title: str
    text: str
    icon: str = "octagon-alert"
    tone: str = "warning"
    remedies: tuple[tuple[Remedy, str], ...] = ()
    backups: tuple[Backup, ...] | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """No file is open. `for_good`: the window closes as well."""

    for_good: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A file is open, and can be worked with."""

    desk: DeskFile


@dataclass(frozen=True, slots=True)
class Locked:
    """A file is open, and only its passphrase shows it again."""

    desk: DeskFile


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
