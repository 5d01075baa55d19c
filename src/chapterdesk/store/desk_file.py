"""The desk file: one SQLite file (plain or encrypted) with one writer, readers that never wait, undo and notices."""

import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store import cipher, journal, schema
from chapterdesk.store.journal import Step

STEPS = 100
SUFFIX = ".chapterdesk"
_DAMAGED = N_("{file} is damaged or not a ChapterDesk file; it was left as it is")


class DeskFile:
    """An open desk file. Make one with `create` or `open`; close it, or use it as a context manager.

    `change` is one action of the director: one transaction, one undo step, one notice of the tables touched.
    """

    def __init__(
        self, path: Path, key: str | None, *, read_only: bool, private: "tempfile.TemporaryDirectory[str] | None" = None
    ) -> None:
        self.path = path
        self._key = key
        self.read_only = read_only
        self._private = private
        self._lock = FileLock(f"{path}.lock", timeout=0)
        source = _inside(private, path)
        if not read_only:
            try:
                self._lock.acquire()
            except Timeout:
                raise ChapterError(
                    N_("{file} is open in another window; go on there, or close it first"), file=path.name
                ) from None
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self.revision = 0
        """How often the file was changed since it was opened: what was read at one revision still holds at the same."""
        self._undo: deque[Step] = deque(maxlen=STEPS)
        self._redo: deque[Step] = deque(maxlen=STEPS)
        self._subscribers: list[Callable[[frozenset[str]], None]] = []
        mode = "ro" if read_only else "rw"
        self._reader = _engine(lambda: self._connect(source, key, mode=mode), size=4, begin="BEGIN")
        self._writer = None
        if not read_only:
            self._writer = _engine(lambda: self._connect_writer(source, key), size=1, begin="BEGIN IMMEDIATE")

    @classmethod
    def create(cls, path: Path, passphrase: str | None = None) -> Self:
        """Make a new desk file; raises ChapterError when there already is a file, it is never overwritten."""
        if path.exists():
            raise ChapterError(N_("{file} already exists; choose another name"), file=path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        key = cipher.key_for(path, passphrase) if passphrase else None
        schema.make(path, key)
        return cls(path, key, read_only=False)

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> Self:
        """Open a desk file, migrating an older one; raises ChapterError saying what is wrong with it."""
        if not path.is_file():
            raise ChapterError(N_("{file} does not exist"), file=path.name)
        if path.stat().st_size == 0:
            raise ChapterError(N_("{file} is empty; it was left as it is"), file=path.name)
        key = None
        if cipher.is_encrypted(path):
            if path.stat().st_size % cipher.PAGE_BYTES:
                raise ChapterError(_DAMAGED, file=path.name)
            if not passphrase:
                raise PassphraseNeededError(N_("{file} needs its passphrase"), file=path.name)
            key = cipher.key_for(path, passphrase)
        private = _private_copy(path) if read_only and _is_hot(path) else None
        try:
            version = schema.verify(_inside(private, path), key)
            if version < schema.VERSION and read_only:
                private = private or _private_copy(path)
            if version < schema.VERSION:
                schema.migrate(_inside(private, path), key, version)
            return cls(path, key, read_only=read_only, private=private)
        except BaseException as error:
            if private is not None:
                private.cleanup()
            if not isinstance(error, cipher.DatabaseError):
                raise
            text = N_("Wrong passphrase, or {file} is damaged; it was left as it is") if key else _DAMAGED
            raise (PassphraseNeededError if key else ChapterError)(text, file=path.name) from error

    def _connect(self, path: Path, key: str | None, mode: str) -> Any:
        connection = cipher.connect(path, key, mode=mode if self._private is None else "rw")
        connection.execute("PRAGMA query_only=on")
        return connection

    @staticmethod
    def _connect_writer(path: Path, key: str | None) -> Any:
        connection = cipher.connect(path, key)
        connection.execute("PRAGMA journal_mode=wal")
        journal.install(connection)
        return connection

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a read-only session on one state of the file; it never waits for the writer."""
        with self._reader.connect() as connection, connection.begin(), Session(connection) as session:
            yield session

    @contextmanager
    def change(self, label: str, /, **params: Any) -> Iterator[Session]:
        """Give a session whose work is one action: stored whole or not at all, undone as one.

        `label` is translatable and tells the director what is done; `params` fill it in when it is shown.
        """
        with self._changing() as connection:
            with Session(connection) as session:
                yield session
                session.flush()
            step = journal.take(connection, label, params, "change")
        if step:
            self._undo.append(step)
            self._redo.clear()
            self._notify(step.tables)

    @contextmanager
    def _changing(self) -> Iterator[Any]:
        if self._writer is None:
            raise ChapterError(N_("{file} is open for reading only; save a copy to edit it"), file=self.path.name)
        if self._writer_thread == threading.get_ident():
            raise RuntimeError("a change inside a change")
        with self._writing:
            self._writer_thread = threading.get_ident()
            try:
                with self._begin(self._writer) as connection:
                    yield connection
                    connection.commit()
                self.revision += 1
            finally:
                self._writer_thread = None

    def _begin(self, writer: Engine) -> Connection:
        """A connection of the writer in a transaction; raises ChapterError when another program holds the file."""
        try:
            connection = writer.connect()
            connection.begin()
        except OperationalError as error:
            raise ChapterError(
                N_("{file} is being written by another program; try again in a moment"), file=self.path.name
            ) from error
        return connection

    def _replay(self, source: deque[Step], target: deque[Step], via: str) -> Step | None:
        if not source:
            return None
        with self._changing() as connection:
            step = source[-1]
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=on")
            cursor = connection.connection.cursor()
            for statement in step.inverse:
                cursor.execute(statement)
            cursor.close()
            inverse = journal.take(connection, step.label, step.params, via)
        source.pop()
        if inverse:
            target.append(inverse)
        self._notify(step.tables)
        return step

    def undo(self) -> Step | None:
        """Take back the last action and return it; None when there is none."""
        return self._replay(self._undo, self._redo, "undo")

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it; None when there is none."""
        return self._replay(self._redo, self._undo, "redo")

    @property
    def undo_step(self) -> Step | None:
        """The action that `undo` would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redo_step(self) -> Step | None:
        """The action that `redo` would do again."""
        return self._redo[-1] if self._redo else None

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an action to do again."""
        return bool(self._redo)

    def forget_undo(self) -> None:
        """Empty the undo history."""
        self._undo.clear()
        self._redo.clear()

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `callback` with the names of the changed tables after each change; returns how to stop it.

        The call comes in the thread of the change.
        """
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._subscribers.remove(callback)

        return unsubscribe

    def _notify(self, tables: frozenset[str]) -> None:
        for callback in tuple(self._subscribers):
            callback(tables)

    def close(self) -> None:
        """Close all connections; the file rests as one file (the -wal is written back and removed)."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()
            with suppress(cipher.DatabaseError):
                last = cipher.connect(self.path, self._key)
                last.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                last.execute("PRAGMA journal_mode=delete").fetchall()
                last.close()
            self._writer = None
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()
        if self._private is not None:
            self._private.cleanup()
            self._private = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class PassphraseNeededError(ChapterError):
    """The file is encrypted and the passphrase is missing or wrong."""


def _is_hot(path: Path) -> bool:
    """Tell whether a crash left a -wal behind that a read-only connection cannot read.

    SQLite cannot read a hot -wal without its -shm in a read-only folder, and immutable shows the old state.
    """
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0 and not path.with_name(path.name + "-shm").exists()


def _private_copy(path: Path) -> "tempfile.TemporaryDirectory[str]":
    """Copy a file and its -wal to a folder of our own, where it may be read (and an older one brought to date)."""
    private = tempfile.TemporaryDirectory(prefix="chapterdesk-")
    for part in (path, path.with_name(path.name + "-wal")):
        if part.exists():
            shutil.copyfile(part, Path(private.name) / part.name)
    return private


def _inside(private: "tempfile.TemporaryDirectory[str] | None", path: Path) -> Path:
    """Return the file that is really opened: the private copy, or the file itself."""
    return path if private is None else Path(private.name) / path.name


def _engine(creator: Callable[[], Any], *, size: int, begin: str) -> Engine:
    """Return an engine over sqlcipher3 whose transactions begin as told, pooled across threads."""
    engine = create_engine(
        "sqlite://",
        module=cipher.DRIVER,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=8 * (size > 1),
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
