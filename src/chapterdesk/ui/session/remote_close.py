"""Closing every window of this user: an installer asks for it before it replaces or removes the program.

Each running program has a place of its own to listen at, whatever its window shows. One that holds something that
would be lost stays open, says why in its window, and tells the caller. Loads no widgets: the asking side needs none.
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
from chapterdesk.ui.session.single_instance import Listener, answer, call, name_of, say

if TYPE_CHECKING:
    from chapterdesk.ui.session.session import DeskSession  # who asks needs no session, and none is loaded

PLACES = 16
"""How many programs can be called at once; nobody opens more windows."""
PATIENCE = 20.0
"""Seconds that all windows together have to close: a backup may be made first."""
CONNECTING = 1.0
"""Seconds for a connection, which takes a millisecond unless the other program hangs."""
INSTALLER, DIALOG = "installer", "dialog"
"""Keys of the notices that say why the window stays."""
ASK, FREE, CLOSE, STAYS = b"may you close?", b"free", b"close", b"stays"


class ClosableWindow(Protocol):
    """What must be known of a window to close it."""

    @property
    def has_dialog(self) -> bool:
        """Whether a dialog waits for an answer."""
        ...

    def isVisible(self) -> bool:
        """Return whether it is still there."""
        ...

    def close(self) -> bool:
        """Close it, after its backup."""
        ...


class CloseOnRequest(QObject):
    """Closes a window when another process of this user asks for it.

    It is asked first whether it may close, so that no window closes for nothing while another one stays. Unsaved text
    and what waits for room on the disk are never given up for that, however often it is asked. A job that writes is
    waited for, as long as the other process waits.
    """

    def __init__(self, session: "DeskSession", window: ClosableWindow) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._callers: list[QLocalSocket] = []
        self._was_closed = False
        self._lock, self.number = take_place(running_folder())
        self.listener = Listener(name_of(running_folder() / str(self.number)), self._hear, self) if self._lock else None
        session.ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)  # after what comes of the job's end

    def stop(self) -> None:
        """Listen no more, hang up and let another program have the place."""
        for caller in list(self._callers):
            caller.abort()
        if self.listener is not None:
            self.listener.stop()
        if self._lock is not None:
            self._lock.release()

    def _hear(self, word: bytes, caller: QLocalSocket) -> None:
        if word == ASK:
            if not self._session.is_writing and self._is_held():
                self._session.front_asked.emit()
                say(caller, STAYS)
            else:
                say(caller, FREE)
        elif word == CLOSE:
            if not self._callers:
                self._was_closed = False
            self._callers.append(caller)
            caller.disconnected.connect(lambda: self._callers.remove(caller))
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Close the window, once no job covers it; if it is still there after that, something went wrong: it stays."""
        if not self._callers or not self._window.isVisible() or self._session.is_writing:
            return
        if self._was_closed or self._is_held():
            self._session.front_asked.emit()
            for caller in self._callers:
                say(caller, STAYS)
            return
        self._was_closed = True
        self._window.close()
        self._go_on()

    def _is_held(self) -> bool:
        """Return whether something would be lost or cut short if the window closed now, and say so in it."""
        session, unsaved, tr = self._session, self._session.unsaved, self._session.speech.tr
        if session.is_open and unsaved.refused:
            unsaved.try_again()
            if unsaved.refused:
                return True  # the banner says so
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


def take_place(folder: Path) -> tuple[FileLock | None, int]:
    """Take the first free place; its lock is let go by the system when a program is killed. None when none is free."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None, PLACES
    for number in range(PLACES):
        lock = FileLock(folder / f"{number}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            continue
        except OSError:
            break
        return lock, number
    return None, PLACES


def close_all(patience: float = PATIENCE) -> int:
    """Ask every open window of this user to close and wait for it; return how many have closed.

    Raises ChapterError when one may not close, and then none is closed; or when one is not closed within `patience`
    seconds.
    """
    until = monotonic() + patience
    closed = 0
    if all(word in {FREE, b""} for word in _heard(ASK, until)):
        heard = _heard(CLOSE, until)
        closed = len(heard)
        stays = any(word != b"" for word in heard)
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


def _heard(word: bytes, until: float) -> list[bytes | None]:
    """Say a word to every open window of this user and return what each answers, b"" for one that hung up."""
    names = [name_of(running_folder() / str(number)) for number in range(PLACES)]
    called = [socket for name in names if (socket := call(name, word, CONNECTING)) is not None]
    heard = [answer(socket, until - monotonic()) for socket in called]
    for socket in called:
        socket.abort()
    return heard


def main() -> int:
    """Ask all windows to close, as a program of its own without a window; number and errors as in `close_all`."""
    app = QCoreApplication.instance() or QCoreApplication([])
    closed = close_all()
    del app
    return closed
