"""Files that the system hands to the running program: on macOS a double click is an event, and no argument.

The system starts the program once and tells that one instance of each further file. A file that this window cannot
take, for another is open in it, goes to a program of its own, as on the other systems.
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
    from chapterdesk.ui.session.session import DeskSession  # this module is loaded before the first picture

log = logging.getLogger(__name__)


class Application(QApplication):
    """The application of the window, which keeps the files that the system asks for until a window can take them.

    It is no event filter: one on the application sees each event of each object, in Python, before they do.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.asked = AskedFiles(self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.ask(Path(event.file()))
            return True
        return super().event(event)


class AskedFiles(QObject):
    """The files that the system asked for: kept until there is a window, then each goes to the right place.

    Several that are opened at once arrive one by one: the first is for this window, each other for one of its own.
    `start` starts the program anew with a file.
    """

    def __init__(self, parent: QObject | None = None, start: Callable[[Path], object] | None = None) -> None:
        super().__init__(parent)
        self.start = start or start_program
        """How the program is started for a file that no window here can take."""
        self._session: DeskSession | None = None
        self._waiting: list[Path] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hand_out)

    def ask(self, path: Path) -> None:
        """Take note of a file to open; asking twice for one at once is asking once."""
        if path not in self._waiting:
            self._waiting.append(path)
        self._timer.start(0)

    def hand_to(self, session: "DeskSession", window: QObject) -> None:
        """Let a session have the files that were asked for, and those to come, for as long as its window lives."""
        self._session = session
        window.destroyed.connect(self._forget)
        self._timer.start(0)

    def _forget(self) -> None:
        self._session = None

    def _hand_out(self) -> None:
        session = self._session
        if session is None:
            return  # they wait
        paths, self._waiting = self._waiting, []
        taken = session.path if session.is_open else None
        for path in paths:
            if taken is None:
                taken = path
                session.front_asked.emit()
                session.open(path)
            elif location_key(taken) == location_key(path):
                session.front_asked.emit()
            else:
                self.start(path)


def start_program(path: Path) -> bool:
    """Start the program anew with a file, independent of this one; tell whether the system could start it."""
    frozen = bool(getattr(sys, "frozen", False))
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")  # a program of its own, no worker of this one
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([str(path)] if frozen else ["-m", "chapterdesk", str(path)])
    process.setProcessEnvironment(environment)
    started = cast("bool", process.startDetached())  # its type tells of the overload that gives a number too
    if not started:
        log.error("the program could not be started anew")
    return started
