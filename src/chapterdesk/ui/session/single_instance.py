"""One window for each file: the windows of one user send each other one-word messages through local sockets.

The window that writes a file listens, and comes to the front when a second window asks for the file. The name of the
socket (on Windows a named pipe) is made from the path. Other computers and other users cannot reach it.
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
"""Seconds that a second window waits for the answer of the first."""
SHOW, SHOWN = b"show", b"shown"
LONGEST = 64
"""Bytes of a word; longer messages are not ours."""
CONNECTED = QLocalSocket.LocalSocketState.ConnectedState

OnWord = Callable[[bytes, QLocalSocket], object]
"""Called with a word and the socket for the answer."""


class Listener(QObject):
    """Listens under a name; only the holder of the lock that belongs to the name may make one.

    So an existing socket of this name comes from a killed process, and Qt replaces it.
    """

    def __init__(self, name: str, on_word: OnWord, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_word = on_word
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._server.listen(name)

    def _accept(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._read(caller))
            self._read(caller)

    def _read(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            self._on_word(bytes(caller.readLine(LONGEST).data()).strip(), caller)

    @property
    def is_listening(self) -> bool:
        """Whether messages arrive."""
        return self._server.isListening()

    def stop(self) -> None:
        """Stop listening."""
        self._server.close()


def say(socket: QLocalSocket, word: bytes) -> None:
    """Send a word."""
    socket.write(word + b"\n")
    socket.flush()


def call(name: str, word: bytes, patience: float) -> QLocalSocket | None:
    """Send a word to the listener of a name; None when nobody accepts it within `patience` seconds."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(round(patience * 1000)):
        return None
    allow_front()
    say(socket, word)
    return socket


def allow_front() -> None:
    """Allow another process to come to the front; on Windows only the foreground process can allow it."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1  # ASFW_ANY: which process listens is not known
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def answer(socket: QLocalSocket, patience: float) -> bytes | None:
    """Return the answer, b"" when the other end hangs up, None after `patience` seconds."""
    until = monotonic() + patience
    while not socket.canReadLine():
        remaining = round((until - monotonic()) * 1000)
        if socket.state() != CONNECTED:
            return b""
        if remaining <= 0:
            return None
        socket.waitForReadyRead(remaining)
    return bytes(socket.readLine(LONGEST).data()).strip()


def socket_name(path: Path) -> str:
    """Return the name of the socket for a path: a digest, which reveals nothing."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return "chapterdesk-" + path_digest(f"{path.resolve()}|{user}")


class FirstWindow(Listener):
    """Calls `show` when a second window asks for the file; made while the lock of the file is held."""

    def __init__(self, path: Path, show: Callable[[], object], parent: QObject | None = None) -> None:
        def hear(word: bytes, caller: QLocalSocket) -> None:
            if word == SHOW:
                show()
                say(caller, SHOWN)

        super().__init__(socket_name(path), hear, parent)


def show_first_window(path: Path) -> bool:
    """Ask the window that has a file open to come to the front; return whether it did."""
    socket = call(socket_name(path), SHOW, PATIENCE)
    if socket is None:
        return False
    word = answer(socket, PATIENCE)
    socket.abort()
    return word == SHOWN
