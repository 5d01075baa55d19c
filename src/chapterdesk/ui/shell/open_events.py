"""Files that the system passes to the running program: on macOS a double click sends an event, not an argument.

macOS runs one instance and sends it every further file. While another file is open here, such a file starts a second
instance, as on the other systems.
"""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QProcess, QProcessEnvironment, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from chapterdesk.store.keeping.locations import location_key

if TYPE_CHECKING:
    from chapterdesk.ui.session.session import DeskSession  # this module is loaded before the splash

log = logging.getLogger(__name__)


class Application(QApplication):
    """The application; it keeps the requested files until a window can open them.

    It is not an event filter, because Python would then see every event of every object.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.requested_files = RequestedFiles(self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.requested_files.request(Path(event.file()))
            return True
        return super().event(event)


class RequestedFiles(QObject):
    """The files that the system asked to open, kept until there is a window.

    Files that are opened together arrive one by one: this window opens the first, and `start` starts a program for
    each other one.
    """

    def __init__(self, parent: QObject | None = None, start: Callable[[Path], object] | None = None) -> None:
        super().__init__(parent)
        self.start = start or start_program
        self._session: DeskSession | None = None
        self._waiting: list[Path] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._deliver)

    def request(self, path: Path) -> None:
        """Note a file to open, once."""
        if path not in self._waiting:
            self._waiting.append(path)
        self._timer.start(0)

    def deliver_to(self, session: "DeskSession", window: QObject) -> None:
        """Open the requested files, and all later ones, in a session, as long as its window exists."""
        self._session = session
        window.destroyed.connect(self._forget)
        self._timer.start(0)

    def _forget(self) -> None:
        self._session = None

    def _deliver(self) -> None:
        session = self._session
        if session is None:
            return
        paths, self._waiting = self._waiting, []
        open_path = session.path if session.is_open else None
        for path in paths:
            if open_path is None:
                open_path = path
                session.front_requested.emit()
                session.open(path)
            elif location_key(open_path) == location_key(path):
                session.front_requested.emit()
            else:
                self.start(path)


def start_program(path: Path) -> bool:
    """Start a second, independent program with a file; return whether the system started it."""
    frozen = bool(getattr(sys, "frozen", False))
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")  # an independent program, not a worker of this one
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([str(path)] if frozen else ["-m", "chapterdesk", str(path)])
    process.setProcessEnvironment(environment)
    started = cast("bool", process.startDetached())  # the stub declares another overload
    if not started:
        log.error("the program could not be started anew")
    return started
