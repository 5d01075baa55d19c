"""What is the matter with a file that could not be opened, in the director's words, and what is offered for it."""

import datetime as dt
import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.faults import DamagedError, ForeignError, HeldError, NewerError
from chapterdesk.ui.shell.problem_page import Trouble, local_moment
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.ui.session.open_file import Opening


Action = tuple[str, Callable[[], object]]


def trouble_of(context: Context, opening: "Opening", path: Path, error: ChapterError) -> Trouble:
    """Return what is said about a file and what is offered; each kind of fault has its own help."""
    tr, file = context.tr, path.name
    if isinstance(error, HeldError):
        return _held(context, opening, path, error)
    if isinstance(error, NewerError):
        text = tr(
            "It was left as it is, and nothing is lost. Update ChapterDesk on this computer, then open the file again."
        )
        return Trouble(path, tr("{file} needs a newer ChapterDesk", file=file), text, "info", "accent")
    again: Action = (tr("Try again"), lambda: opening.open(path))
    other: Action = (tr("Open another file…"), opening.choose)
    if isinstance(error, DamagedError | ForeignError):
        backups = opening.backups_of(path)
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
        look = partial(opening.look_at, path)
        actions = (other,) if isinstance(error, ForeignError) else (again, other)
        return Trouble(path, title, text, "octagon-alert", "bad", actions, listed, look)
    return Trouble(path, tr("{file} was not opened", file=file), context.language.error(error), actions=(again,))


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _held(context: Context, opening: "Opening", path: Path, error: HeldError) -> Trouble:
    tr, file, holder = context.tr, path.name, error.holder
    look: Action = (tr("Open to read only"), lambda: opening.open(path, read_only=True))
    again: Action = (tr("Try again"), lambda: opening.open(path))
    if holder is not None and holder.computer != platform.node():
        title = tr("{file} is open on another computer", file=file)
        text = tr(
            "The computer {computer} opened it ({moment}). Two computers that write one file would spoil it:"
            " close it there, or open it here to read only.",
            computer=holder.computer,
            moment=_since(context, holder.since),
        )
    elif opening.raised:
        title = tr("{file} is open in another window", file=file)
        text = tr("That window is in front now. Go on there, or open the file here to read only.")
    else:
        title = tr("{file} is in use", file=file)
        text = tr(
            "Another window or command of this computer opened it ({moment}). Close it there and try again,"
            " or open the file here to read only.",
            moment=_since(context, holder.since if holder is not None else ""),
        )
    return Trouble(path, title, text, "lock", "warning", (look, again))


def _since(context: Context, since: str) -> str:
    """Return the moment that a lock names (ISO, UTC) as the clock here has it; what is unreadable is "some time"."""
    tr = context.tr
    try:
        at = dt.datetime.fromisoformat(since)
    except ValueError:
        return tr("some time ago")
    return local_moment(context, at.astimezone(dt.UTC).replace(tzinfo=None))
