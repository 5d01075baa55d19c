"""Catches the output of Qt, Python and libraries during the self-test: there should be none."""

import logging
import os
import sys
import tempfile
import threading
import warnings
from contextlib import ExitStack, redirect_stderr, redirect_stdout, suppress
from types import TracebackType
from typing import Any, Final, Self, TextIO

_KNOWN: Final = (
    "This plugin does not support ",  # about windows without a screen
    "Populating font family aliases took ",  # macOS, about time
)
"""The beginnings of messages of Qt that are not faults of the program."""


class OutputCatcher:
    """A context that catches all output; `heard` contains it with the name of the check.

    Standard output and error are caught at their file descriptors, so that the output of libraries in C is included.
    """

    def __init__(self) -> None:
        self.during = ""
        """The name of the running check."""
        self.heard: list[str] = []
        self._stack = ExitStack()
        self._descriptors: list[tuple[int, int]] = []
        self._hooks: tuple[Any, ...] = ()
        self._qt: Any = None

    def __enter__(self) -> Self:
        self._file = self._stack.enter_context(tempfile.TemporaryFile())
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        for descriptor in (1, 2):
            with suppress(OSError):  # a windowed program has none
                kept = os.dup(descriptor)
                os.dup2(self._file.fileno(), descriptor)
                self._descriptors.append((descriptor, kept))
        text = self._stack.enter_context(
            open(os.dup(self._file.fileno()), "w", encoding="utf-8", buffering=1)  # noqa: PTH123 - a descriptor
        )
        self._stack.enter_context(redirect_stdout(text))
        self._stack.enter_context(redirect_stderr(text))
        self._stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("default")
        warnings.showwarning = self._warned
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = lambda kind, error, _trace: self.hear(f"uncaught {kind.__name__}: {error}")
        threading.excepthook = lambda told: self.hear(f"uncaught in a thread: {told.exc_value!r}")
        sys.unraisablehook = lambda told: self.hear(f"unraisable: {told.exc_value!r} in {told.object!r}")
        logging.captureWarnings(capture=False)
        return self

    def listen_to_qt(self) -> None:
        """Catch warnings of Qt as well; call it once Qt can be loaded."""
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        quiet = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)

        def take(kind: QtMsgType, _context: Any, text: str) -> None:
            if kind not in quiet and not text.startswith(_KNOWN):
                self.hear(f"Qt: {text}")

        if self._qt is None:
            before = qInstallMessageHandler(take)
            self._qt = lambda: qInstallMessageHandler(before)

    def hear(self, text: str) -> None:
        """Store a line of output."""
        self.heard.append(f"{self.during}: {text}")

    def _warned(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        del file, line  # the signature is Python's
        self.hear(f"{category.__name__}: {message} ({filename}:{lineno})")

    def written(self) -> None:
        """Collect what was written to standard output and error since the last call."""
        with suppress(OSError, ValueError):
            sys.stdout.flush()
        self._file.seek(0)
        said = self._file.read().decode("utf-8", "replace").strip()
        if said:
            self.hear(f"written: {said[:2000]}")
        self._file.seek(0)
        self._file.truncate()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.written()
        if self._qt is not None:
            self._qt()
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        self._stack.close()
        for descriptor, kept in self._descriptors:
            os.dup2(kept, descriptor)
            os.close(kept)
        self._descriptors.clear()
