"""The desk file: one SQLite file (plain or encrypted) with one writer, readers that never wait, undo and notices."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from chapterdesk.crashpoints import crashpoint
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.keeping.backup_metadata import is_backup
from chapterdesk.store.keeping.file_system import refuse_long_name, remove_companions, remove_parts
from chapterdesk.store.keeping.locations import real_path
from chapterdesk.store.sqlite import cipher, engines, journal, opening
from chapterdesk.store.sqlite.faults import ReadOnlyError, explain_errors
from chapterdesk.store.sqlite.file_kind import inspect
from chapterdesk.store.sqlite.journal import RecordedStep
from chapterdesk.store.sqlite.lock import DeskLock
from chapterdesk.store.tables import FileIdentity

STEPS = 100


class DeskFile:
    """A Desk (store/desk.py) in one file. Make one with `create` or `open`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, opened: opening.Opened, lock: DeskLock | None) -> None:
        self.path = path
        self.key = opened.key
        """The key that each connection is given, None for a plain file; see cipher.key_for."""
        self.read_only = lock is None
        self.source = opened.source
        """The file that is really read: `path`, or a private copy of it."""
        self._private = opened.private
        self._lock = lock
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self.revision = 0
        """How often the file was changed since it was opened; see Desk."""
        self._undo: deque[RecordedStep] = deque(maxlen=STEPS)
        self._redo: deque[RecordedStep] = deque(maxlen=STEPS)
        self._subscribers: list[Callable[[frozenset[str]], None]] = []
        mode = "ro" if self.read_only and opened.private is None else "rw"
        self._reader = engines.reader(opened.source, opened.key, mode=mode)
        self._writer = engines.writer(opened.source, opened.key) if lock is not None else None

    @classmethod
    def create(cls, path: Path, passphrase: str | None = None) -> Self:
        """Make a new desk file; raises ChapterError when there already is a file, it is never overwritten."""
        if path.exists() or path.is_symlink():
            raise ChapterError(N_("{file} already exists; choose another name"), file=path.name)
        refuse_long_name(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = DeskLock(path)
        lock.acquire()
        try:
            return cls(path, opening.make(path, passphrase), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        read_only: bool = False,
        key: str | None = None,
        backups: Path | None = None,
    ) -> Self:
        """Open a desk file, migrating an older one; raises a ChapterError of store.sqlite.faults saying what is wrong.

        A protected file wants its passphrase, or the `key` that opening.unlock made of it. A backup is open for
        reading only, a link opens the file that it leads to. `backups` is where an older file is backed up before it
        is migrated.
        """
        path = real_path(path)
        inspect(path)
        if read_only or is_backup(path):
            return cls(path, opening.prepare(path, passphrase, read_only=True, key=key), None)
        lock = DeskLock(path)
        lock.acquire()
        try:
            with suppress(OSError):  # a leftover does no harm
                remove_parts(path)
            return cls(path, opening.prepare(path, passphrase, read_only=False, key=key, backups=backups), lock)
        except BaseException:
            lock.release()
            raise

    @cached_property
    def identity(self) -> str:
        """The name of the file for life."""
        with self.read() as session:
            return str(session.scalar(select(FileIdentity.uid)))

    @property
    def title(self) -> str:
        """The name of the file."""
        return self.path.name

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a read-only session on one state of the file."""
        with (
            explain_errors(self.path),
            self._reader.connect() as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session

    @contextmanager
    def change(self, label: str, /, **params: Any) -> Iterator[Session]:
        """Give a session whose work is one action."""
        with self._changing() as connection:
            with Session(connection) as session:
                yield session
                session.flush()
            step = journal.record(connection, label, params, "change")
        if step:
            self._undo.append(step)
            self._redo.clear()
            self._notify(step.tables)

    @contextmanager
    def change_unlogged(self) -> Iterator[Session]:
        """Give a session whose work leaves no record."""
        with self._changing() as connection, Session(connection) as session:
            yield session
            session.flush()
            tables = journal.discard(connection)
        self.forget_undo()
        self._notify(tables)

    def compact(self) -> None:
        """Write the file anew without its free pages and empty the -wal."""
        if self._writer is None:
            raise self._read_only()
        with self._writing, explain_errors(self.path):
            self._reader.dispose()  # readers that rest keep pages of before in their memory
            busy = not engines.vacuum(self._writer)
        if busy:
            text = N_("{file} is being read by another program; close that, then close and open the file here")
            raise ChapterError(text, file=self.path.name)

    def _read_only(self) -> ReadOnlyError:
        return ReadOnlyError(N_("{file} is open for reading only; save a copy to edit it"), file=self.path.name)

    @contextmanager
    def _changing(self) -> Iterator[Any]:
        if self._writer is None:
            raise self._read_only()
        if self._writer_thread == threading.get_ident():
            raise RuntimeError("a change inside a change")
        with self._writing:
            self._writer_thread = threading.get_ident()
            try:
                with explain_errors(self.path), self._begin(self._writer) as connection:
                    yield connection
                    crashpoint("save: before commit")
                    commit(connection)
                    crashpoint("save: after commit")
                self.revision += 1
            finally:
                self._writer_thread = None

    def _begin(self, writer: Engine) -> Connection:
        """Return the writer's connection in a transaction; raises ChapterError when another program holds the file."""
        connection: Connection | None = None
        try:
            connection = writer.connect()
            connection.begin()
        except BaseException as error:
            if connection is not None:  # the writer has only one connection
                connection.close()
            if isinstance(error, OperationalError) and "locked" in str(error.orig):
                raise ChapterError(
                    N_("{file} is being written by another program; try again in a moment"), file=self.path.name
                ) from error
            raise
        return connection

    def _replay(self, source: deque[RecordedStep], target: deque[RecordedStep], via: str) -> RecordedStep | None:
        if not source:
            return None
        with self._changing() as connection:
            step = source[-1]
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=on")
            cursor = connection.connection.cursor()
            for statement in step.inverse:
                cursor.execute(statement)
            cursor.close()
            inverse = journal.record(connection, step.label, step.params, via)
        source.pop()
        if inverse:
            target.append(inverse)
        self._notify(step.tables)
        return step

    def undo(self) -> RecordedStep | None:
        """Take back the last action and return it; None when there is none."""
        return self._replay(self._undo, self._redo, "undo")

    def redo(self) -> RecordedStep | None:
        """Do again what was taken back last and return it; None when there is none."""
        return self._replay(self._redo, self._undo, "redo")

    @property
    def undo_step(self) -> RecordedStep | None:
        """The action that `undo` would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redo_step(self) -> RecordedStep | None:
        """The action that `redo` would do again."""
        return self._redo[-1] if self._redo else None

    @property
    def undo_count(self) -> int:
        """How many actions can be taken back, one after the other."""
        return len(self._undo)

    def forget_undo(self) -> None:
        """Empty the undo history."""
        self._undo.clear()
        self._redo.clear()

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `callback` with the names of the changed tables after each change; returns how to stop it."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._subscribers.remove(callback)

        return unsubscribe

    def _notify(self, tables: frozenset[str]) -> None:
        for callback in tuple(self._subscribers):
            callback(tables)

    def close(self) -> None:
        """Close all connections; the -wal is written back and removed, so that one file is left.

        A change under way on another thread is waited for: the lock is released when nobody writes any more.
        """
        with self._writing if self._writer_thread != threading.get_ident() else nullcontext():
            self._close()

    def _close(self) -> None:
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()
            with suppress(cipher.DatabaseError):
                last = cipher.connect(self.path, self.key)
                last.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                crashpoint("close: written back")
                alone = last.execute("PRAGMA journal_mode=delete").fetchone() == ("delete",)
                last.close()
                if alone:  # nobody needs them any more, though the system did not let SQLite remove them
                    remove_companions(self.path)
            crashpoint("close: at rest")
            self._writer = None
        if self._lock is not None:
            self._lock.release()
        if self._private is not None:
            self._private.cleanup()
            self._private = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def commit(connection: Connection) -> None:
    """Commit; a commit that fails, as on a full disk, is rolled back here.

    SQLite keeps the transaction open then, and SQLAlchemy believes that it ended: the next change could not begin.
    """
    try:
        connection.commit()
    except BaseException:
        if connection.connection.dbapi_connection is not None:
            connection.connection.rollback()
        raise
