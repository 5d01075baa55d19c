"""The protocol of a desk: read, change, undo, subscribe to changes. Where a desk is stored is not part of it.

Today it is a file (store/sqlite/file.py); a database on a server can do the same. What needs the file itself, its place
or its key, belongs to the session of the window, to store/keeping and to store/sqlite.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session as Session  # noqa: PLC0414 - others take the type of a session from here

__all__ = ["Desk", "Session", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the director that can be undone or redone: its translatable label, its values, its tables."""

    label: str
    params: dict[str, Any]
    tables: frozenset[str]


class Desk(Protocol):
    """An open desk. `change` is one action: one transaction, one undo step, one notice of the tables it touched."""

    @property
    def identity(self) -> str:
        """The random name that a desk keeps for life, wherever it is copied or moved to."""
        ...

    @property
    def title(self) -> str:
        """What the director calls it, to be named in messages: the name of the file."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether it can only be read here."""
        ...

    @property
    def revision(self) -> int:
        """How often it was changed since it was opened: what was read at one revision still holds at the same."""
        ...

    def read(self) -> AbstractContextManager[Session]:
        """Give a read-only session on one state of the desk; it never waits for the writer.

        Raises DamagedError when what is read is damaged.
        """
        ...

    def change(self, label: str, /, **params: Any) -> AbstractContextManager[Session]:
        """Give a session whose work is one action: stored whole or not at all, undone as one.

        `label` is translatable and tells the director what is done; `params` fill it in when it is shown.
        """
        ...

    def change_unlogged(self) -> AbstractContextManager[Session]:
        """Give a session whose work leaves no record: no line in the log, nothing to undo, the history emptied.

        For erasing alone. What was there before stays in free pages until `compact`.
        """
        ...

    def compact(self) -> None:
        """Store everything anew, so that no byte of what was deleted is left.

        Raises ChapterError when another program reads the desk meanwhile, DiskFullError when there is no room.
        """
        ...

    def undo(self) -> Step | None:
        """Take back the last action and return it; None when there is none."""
        ...

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it; None when there is none."""
        ...

    @property
    def undo_step(self) -> Step | None:
        """The action that `undo` would take back."""
        ...

    @property
    def redo_step(self) -> Step | None:
        """The action that `redo` would do again."""
        ...

    @property
    def undo_count(self) -> int:
        """How many actions can be taken back, one after the other."""
        ...

    def forget_undo(self) -> None:
        """Empty the undo history."""
        ...

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `callback` with the names of the changed tables after each change; returns how to stop it.

        The call comes in the thread of the change.
        """
        ...

    def close(self) -> None:
        """Close it; a change under way on another thread is waited for."""
        ...
