"""The problem with a desk file that could not be opened, in words, and its remedies."""

import datetime as dt
import enum
import platform
from dataclasses import dataclass
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.i18n import Language
from chapterdesk.paths import short_path
from chapterdesk.store.keeping.backups import Backup
from chapterdesk.store.sqlite.faults import DamagedError, ForeignError, HeldError, NewerError


class Remedy(enum.Enum):
    """What can be done about a problem."""

    TRY_AGAIN = "try again"
    OPEN_READ_ONLY = "open to read only"
    OPEN_OTHER = "open another file"
    CHOOSE_DEMO_FOLDER = "choose another folder for the demo"
    MAKE_DEMO_AGAIN = "try again to make the demo"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why a file was not opened: a title, an explanation, and remedies with their captions, the main one first.

    `backups` None means that backups do not help.
    """

    path: Path
    title: str
    text: str
    icon: str = "octagon-alert"
    tone: str = "warning"
    remedies: tuple[tuple[Remedy, str], ...] = ()
    backups: tuple[Backup, ...] | None = None


def problem_of(
    language: Language, path: Path, error: ChapterError, backups: tuple[Backup, ...], *, other_is_in_front: bool
) -> FileProblem:
    """Return the problem with a file, with the remedies for its kind of fault.

    `other_is_in_front`: the window that holds the file came to the front.
    """
    tr, file = language.tr, path.name
    if isinstance(error, HeldError):
        return _held(language, path, error, other_is_in_front=other_is_in_front)
    if isinstance(error, NewerError):
        text = tr(
            "It was left as it is, and nothing is lost. Update ChapterDesk on this computer, then open the file again."
        )
        return FileProblem(path, tr("{file} needs a newer ChapterDesk", file=file), text, "info", "accent")
    again = (Remedy.TRY_AGAIN, tr("Try again"))
    other = (Remedy.OPEN_OTHER, tr("Open another file…"))
    if isinstance(error, DamagedError | ForeignError):
        if isinstance(error, DamagedError):
            title = tr("{file} is empty", file=file) if _is_empty(path) else tr("{file} is damaged", file=file)
            text = tr("It was left as it is.")
        else:
            title = tr("{file} is no ChapterDesk file", file=file)
            text = tr("It is something else, or it was damaged. It was left as it is.")
        if backups:
            text += " " + tr(
                "Choose a backup: you see all that is in it before it takes the place of the file,"
                " and the damaged file is kept beside it."
            )
        listed = backups if backups or isinstance(error, DamagedError) else None
        remedies = (other,) if isinstance(error, ForeignError) else (again, other)
        return FileProblem(path, title, text, "octagon-alert", "bad", remedies, listed)
    return FileProblem(path, tr("{file} was not opened", file=file), language.error(error), remedies=(again,))


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _held(language: Language, path: Path, error: HeldError, *, other_is_in_front: bool) -> FileProblem:
    tr, file, holder = language.tr, path.name, error.holder
    if holder is not None and holder.computer != platform.node():
        title = tr("{file} is open on another computer", file=file)
        text = tr(
            "The computer {computer} opened it ({moment}). Two computers that write one file would spoil it:"
            " close it there, or open it here to read only.",
            computer=holder.computer,
            moment=_since(language, holder.since),
        )
    elif other_is_in_front:
        title = tr("{file} is open in another window", file=file)
        text = tr("That window is in front now. Go on there, or open the file here to read only.")
    else:
        title = tr("{file} is in use", file=file)
        text = tr(
            "Another window or command of this computer opened it ({moment}). Close it there and try again,"
            " or open the file here to read only.",
            moment=_since(language, holder.since if holder is not None else ""),
        )
    remedies = ((Remedy.OPEN_READ_ONLY, tr("Open to read only")), (Remedy.TRY_AGAIN, tr("Try again")))
    return FileProblem(path, title, text, "lock", "warning", remedies)


def _since(language: Language, since: str) -> str:
    """Return the moment of a lock (ISO, UTC) in local time; "some time" when it is unreadable."""
    tr = language.tr
    try:
        at = dt.datetime.fromisoformat(since)
    except ValueError:
        return tr("some time ago")
    return language.moment(at)


def no_place_for_demo(language: Language, folder: Path) -> FileProblem:
    """Return the problem when nothing can be created in the data folder."""
    tr = language.tr
    text = tr(
        "Nothing can be created in {folder}, where ChapterDesk keeps its data. Choose another folder, or make this"
        " one writable and try again.",
        folder=short_path(folder),
    )
    title = tr("There is no place for the demo")
    remedies = ((Remedy.CHOOSE_DEMO_FOLDER, tr("Another folder…")), (Remedy.MAKE_DEMO_AGAIN, tr("Try again")))
    return FileProblem(folder, title, text, "folder-open", remedies=remedies)
