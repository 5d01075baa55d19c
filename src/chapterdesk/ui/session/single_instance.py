"""One window for a file, and how the windows of one user call each other: a word through a local socket, a word back.

The window that writes a file listens for a second one, and comes to the front when it is asked. The name of a socket is
made from a path; on Windows it is a named pipe. No other computer can reach it, and no other user of this one.
"""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from chapterdesk.store.keeping.locations import path_digest

PATIENCE = 1.5
"""Seconds that a second window waits for the first to answer."""
SHOW, SHOWN = b"show", b"shown"
LONGEST = 64
"""Bytes of a word; what is longer was not said by us."""
CONNECTED = QLocalSocket.LocalSocketState.ConnectedState

Hear = Callable[[bytes, QLocalSocket], object]
"""Takes a word and who said it, who can be answered."""


class Listener(QObject):
    """Listens under a name. Only who holds a lock that goes with the name may make one.

    So a socket of this name that is there already was left by a killed process, and Qt puts the new one in its place.
    """

    def __init__(self, name: str, hear: Hear, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear = hear
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._server.listen(name)

    def _welcome(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._read(caller))
            self._read(caller)

    def _read(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            self._hear(bytes(caller.readLine(LONGEST).data()).strip(), caller)

    @property
    def is_listening(self) -> bool:
        """Whether who calls is heard."""
        return self._server.isListening()

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()


def say(socket: QLocalSocket, word: bytes) -> None:
    """Send a word."""
    socket.write(word + b"\n")
    socket.flush()


def call(name: str, word: bytes, patience: float) -> QLocalSocket | None:
    """Say a word to who listens under a name; None when nobody does within `patience` seconds."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(round(patience * 1000)):
        return None
    let_come_to_front()
    say(socket, word)
    return socket


def let_come_to_front() -> None:
    """Let the one that is called come to the front: on Windows only who is there can allow it, else it just blinks."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1  # ASFW_ANY: which process listens is not known
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def answer(socket: QLocalSocket, patience: float) -> bytes | None:
    """Return the word that comes back, b"" when the other end hangs up; None when `patience` seconds pass without."""
    until = monotonic() + patience
    while not socket.canReadLine():
        left = round((until - monotonic()) * 1000)
        if socket.state() != CONNECTED:
            return b""
        if left <= 0:
            return None
        socket.waitForReadyRead(left)
    return bytes(socket.readLine(LONGEST).data()).strip()


def name_of(path: Path) -> str:
    """Return the name of the socket that belongs to a path: a digest, which tells nothing about it."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return "chapterdesk-" + path_digest(f"{path.resolve()}|{user}")


class FirstWindow(Listener):
    """Listens, while a file is open for writing, and calls `show` when a second window asks for the same file.

    The lock of the file is held meanwhile.
    """

    def __init__(self, path: Path, show: Callable[[], object], parent: QObject | None = None) -> None:
        def hear(word: bytes, caller: QLocalSocket) -> None:
            if word == SHOW:
                show()
                say(caller, SHOWN)

        super().__init__(name_of(path), hear, parent)


def show_first(path: Path) -> bool:
    """Ask the window that has a file open to come to the front; tell whether there is one and it did."""
    socket = call(name_of(path), SHOW, PATIENCE)
    if socket is None:
        return False
    heard = answer(socket, PATIENCE)
    socket.abort()
    return heard == SHOWN
