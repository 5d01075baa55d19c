"""What becomes of an error that nobody caught, and the log of faults.

The log names files of the program, lines and kinds of errors, never values: they could be personal data. Where the
program is installed stays out of it as well, for that path often holds the name of a person.
"""

import logging
import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from chapterdesk.domain.errors import ChapterError
from chapterdesk.ui.widgets.context import Context

log = logging.getLogger("chapterdesk.ui")
LOG_SIZE = 200_000
"""Bytes of the log of faults after which a new one is begun."""
LOGS_KEPT = 3
"""How many older logs are kept."""
OFTEN = 5
"""After so many times the same fault is neither written nor said again until the program is started anew."""
_PACKAGE = Path(__file__).resolve().parents[2]


class Faults(QObject):
    """Takes every error that nobody caught, on whatever thread: an advice is shown, a fault of ours is logged.

    The program goes on: what was stored is stored.
    """

    _raised = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._seen: Counter[str] = Counter()
        self._before: tuple[Any, Any, Any] | None = None
        self._raised.connect(self._take)

    def take_over(self) -> None:
        """Become the place where uncaught errors go: those of slots, of threads, and of objects that are let go."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self
        threading.excepthook = lambda told: self._raised.emit(told.exc_value)
        sys.unraisablehook = lambda told: self._raised.emit(told.exc_value)

    def give_back(self) -> None:
        """Let the hooks be as they were."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None

    def __call__(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._raised.emit(error)

    @Slot(object)
    def _take(self, error: BaseException | None) -> None:
        """Say and log an error, on the thread of the window."""
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, ChapterError):
            self._context.tell(error)
            return
        told = describe(error)
        self._seen[told] += 1
        if self._seen[told] > OFTEN:
            return
        log.error("%s%s", told, "\n(not written again)" if self._seen[told] == OFTEN else "")
        tr = self._context.tr
        if self._context.is_open:
            self._context.notify(tr("Something went wrong here. Your data are stored; you can go on."))
        else:
            self._context.notify(tr("Something went wrong here. No file is open; you can go on."))


def describe(error: BaseException) -> str:
    """Return the kinds of an error and of its causes, with the places in the program, and no value at all."""
    lines: list[str] = []
    one: BaseException | None = error
    while one is not None and len(lines) < 200:
        lines.append(type(one).__name__)
        for frame in traceback.extract_tb(one.__traceback__):
            file = Path(frame.filename)
            with suppress(ValueError):
                file = file.resolve().relative_to(_PACKAGE.parent)
            lines.append(f"  {file.name if file.is_absolute() else file.as_posix()}:{frame.lineno} {frame.name}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(lines)


class _Log(RotatingFileHandler):
    """Small files, one after the other. Windows renames none that a second window writes too: then it grows on."""

    def doRollover(self) -> None:
        """Logging: begin a new file, or go on in this one."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()


def start_log(path: Path) -> None:
    """Keep the log of faults in small files beside the program's data; where that cannot be, go without."""
    logging.raiseExceptions = False  # a log that cannot be written says nothing, least of all what it was to write
    root = logging.getLogger("chapterdesk")
    root.setLevel(logging.INFO)
    root.addHandler(logging.NullHandler())  # without a place for it nothing goes to a terminal instead
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _Log(path, maxBytes=LOG_SIZE, backupCount=LOGS_KEPT, encoding="utf-8", delay=True)
        file.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        root.addHandler(file)
