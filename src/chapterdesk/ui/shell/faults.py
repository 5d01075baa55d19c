"""Uncaught errors: a ChapterError is shown, any other is a fault of ours, logged and announced."""

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
MAX_REPORTS = 5
"""How often one fault is logged and announced in each run of the program."""


class Faults(QObject):
    """Handles the uncaught errors of all threads; the program goes on."""

    _raised = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._seen: Counter[str] = Counter()
        self._before: tuple[Any, Any, Any] | None = None
        self._raised.connect(self._take)

    def install(self) -> None:
        """Set the hooks for uncaught errors: of slots, of threads, and of finalisers."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self
        threading.excepthook = lambda arguments: self._raised.emit(arguments.exc_value)
        sys.unraisablehook = lambda arguments: self._raised.emit(arguments.exc_value)

    def uninstall(self) -> None:
        """Restore the earlier hooks."""
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
        """Log and show an error, on the window's thread."""
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, ChapterError):
            self._context.tell(error)
            return
        fault = describe(error)
        self._seen[fault] += 1
        if self._seen[fault] > MAX_REPORTS:
            return
        log.error("%s%s", fault, "\n(not written again)" if self._seen[fault] == MAX_REPORTS else "")
        tr = self._context.tr
        if self._context.is_open:
            self._context.notify(tr("Something went wrong here. Your data are stored; you can go on."))
        else:
            self._context.notify(tr("Something went wrong here. No file is open; you can go on."))
