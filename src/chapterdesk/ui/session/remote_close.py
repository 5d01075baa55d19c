"""Closing every window of this user: an installer asks for it before it replaces or removes the program.

Each running program listens in a numbered slot. A program with unsaved data stays open, says why in its window, and
answers so. This module loads no widgets: `--close` runs without a window.
"""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from filelock import FileLock, Timeout
from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtNetwork import QLocalSocket

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.paths import APPLICATION, running_folder
from chapterdesk.ui.session.single_instance import Listener, answer, call, say, socket_name

if TYPE_CHECKING:
    from chapterdesk.ui.session.session import DeskSession  # `--close` loads no session

SLOTS = 16
"""How many programs can be asked; nobody opens more windows."""
PATIENCE = 20.0
"""Seconds that all windows together have to close, backups included."""
CONNECTING = 1.0
"""Seconds for a connection, which takes a millisecond unless the other program hangs."""
INSTALLER, DIALOG = "installer", "dialog"
"""Keys of the notices that say why the window stays."""
ASK, FREE, CLOSE, STAYS = b"may you close?", b"free", b"close", b"stays"


class ClosableWindow(Protocol):
    """The part of a window that closing it needs."""

    @property
    def has_dialog(self) -> bool:
        """Whether a dialog waits for an answer."""
        ...

    def isVisible(self) -> bool:
        """Return whether the window is open."""
        ...

    def close(self) -> bool:
        """Close the window, after the backup."""
        ...


class CloseOnRequest(QObject):
    """Closes a window when another process of this user asks for it.

    The process first asks all windows whether they may close, so that none closes while another one stays. Unsaved text
    and refused changes always keep the window open. A job that writes delays the answer.
    """

    def __init__(self, session: "DeskSession", window: ClosableWindow) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._callers: list[QLocalSocket] = []
        self._was_closed = False
        self._lock, self.number = take_slot(running_folder())
        name = socket_name(running_folder() / str(self.number))
        self.listener = Listener(name, self._take_word, self) if self._lock else None
        session.ended.connect(self._close_if_asked, Qt.ConnectionType.QueuedConnection)  # after the job's callbacks

    def stop(self) -> None:
        """Stop listening, hang up and free the slot."""
        for caller in list(self._callers):
            caller.abort()
        if self.listener is not None:
            self.listener.stop()
        if self._lock is not None:
            self._lock.release()

    def _take_word(self, word: bytes, caller: QLocalSocket) -> None:
        if word == ASK:
            if not self._session.is_writing and self._is_held():
                self._session.front_requested.emit()
                say(caller, STAYS)
            else:
                say(caller, FREE)
        elif word == CLOSE:
            if not self._callers:
                self._was_closed = False
            self._callers.append(caller)
            caller.disconnected.connect(lambda: self._callers.remove(caller))
            self._close_if_asked()

    @Slot()
    def _close_if_asked(self) -> None:
        """Close the window once no job covers it; answer that it stays when it is still open after that."""
        if not self._callers or not self._window.isVisible() or self._session.is_writing:
            return
        if self._was_closed or self._is_held():
            self._session.front_requested.emit()
            for caller in self._callers:
                say(caller, STAYS)
            return
        self._was_closed = True
        self._window.close()
        self._close_if_asked()

    def _is_held(self) -> bool:
        """Return whether closing now would lose data or interrupt a dialog, and say so in the window."""
        session, unsaved, tr = self._session, self._session.unsaved, self._session.speech.tr
        if session.is_open and unsaved.refused:
            unsaved.try_again()
            if unsaved.refused:
                return True
        if words := unsaved.text():
            if session.lock.is_on:
                session.lock.said.emit(
                    tr(
                        "The installer waits for {program} to close, but something is typed and not stored"
                        " yet. Open it to store it.",
                        program=APPLICATION,
                    )
                )
            else:
                unsaved.warn(
                    INSTALLER,
                    tr(
                        "The installer waits for {program} to close, but “{words}” is typed and not stored"
                        " yet. Store it, then try again there.",
                        program=APPLICATION,
                        words=words[0],
                    ),
                )
            return True
        if self._window.has_dialog:
            session.speech.notify(
                tr(
                    "The installer waits for {program} to close. Finish what the open dialog asks, then try"
                    " again there.",
                    program=APPLICATION,
                ),
                key=DIALOG,
            )
            return True
        return False


def take_slot(folder: Path) -> tuple[FileLock | None, int]:
    """Lock the first free slot; None when all are taken. The system releases the lock of a killed program."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None, SLOTS
    for number in range(SLOTS):
        lock = FileLock(folder / f"{number}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            continue
        except OSError:
            break
        return lock, number
    return None, SLOTS


def close_all(patience: float = PATIENCE) -> int:
    """Ask every open window of this user to close, wait, and return how many closed.

    Raises ChapterError when a window may not close (then none closes) or is still open after `patience` seconds.
    """
    until = monotonic() + patience
    closed = 0
    if all(word in {FREE, b""} for word in _ask_all(ASK, until)):
        answers = _ask_all(CLOSE, until)
        closed = len(answers)
        stays = any(word != b"" for word in answers)
    else:
        stays = True
    if stays:
        raise ChapterError(
            N_(
                "{program} is still open: something typed is not stored yet, or it is still working. See its window,"
                " then try again"
            ),
            program=APPLICATION,
        )
    return closed


def _ask_all(word: bytes, until: float) -> list[bytes | None]:
    """Send a word to every open window of this user; return the answers, b"" where the window hung up."""
    names = [socket_name(running_folder() / str(number)) for number in range(SLOTS)]
    sockets = [socket for name in names if (socket := call(name, word, CONNECTING)) is not None]
    answers = [answer(socket, until - monotonic()) for socket in sockets]
    for socket in sockets:
        socket.abort()
    return answers


def main() -> int:
    """Run `close_all` as a program without a window."""
    app = QCoreApplication.instance() or QCoreApplication([])  # noqa: F841 - sockets need one
    return close_all()
