"""What becomes of an error that nobody caught: an advice is shown, a fault of ours is logged and said."""

import logging
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from chapterdesk.domain.errors import ChapterError
from chapterdesk.fault_log import describe
from chapterdesk.ui.widgets.context import Context

log = logging.getLogger("chapterdesk.ui")
OFTEN = 5
"""After so many times the same fault is neither written nor said again until the program is started anew."""


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
