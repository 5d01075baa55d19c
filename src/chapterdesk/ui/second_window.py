"""One window for a file: the window that writes it listens for a second one, and comes to the front when it is asked.

They talk through a local socket of the system (a named pipe on Windows), which no other computer can reach. Its name
is made from the place of the file and the user; nothing but "show" and "shown" goes through it.
"""

import getpass
import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1500
"""Milliseconds that a second window waits for the first to answer."""
SHOW, SHOWN = b"show\n", b"shown\n"


class FirstWindow(QObject):
    """Listens, while a file is open for writing, and calls `show` when a second window asks for the same file.

    The lock of the file is held meanwhile: a socket of this name that is there already was left by a killed process,
    and Qt puts the new one in its place.
    """

    def __init__(self, path: Path, show: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(name_of(path))

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            if caller.bytesAvailable():
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if bytes(caller.read(len(SHOW)).data()) == SHOW:
            self._show()
            caller.write(SHOWN)
            caller.flush()

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()


def show_first(path: Path) -> bool:
    """Ask the window that has a file open to come to the front; tell whether there is one and it did."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(path))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(SHOW)
    socket.flush()
    heard = b""
    while len(heard) < len(SHOWN) and socket.waitForReadyRead(PATIENCE):
        heard += bytes(socket.readAll().data())
    socket.abort()
    return heard == SHOWN


def name_of(path: Path) -> str:
    """Return the name of the socket for a file: a digest, which tells nothing about the file."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    told = f"{path.resolve()}|{user}".encode("utf-8", "surrogateescape")
    return "chapterdesk-" + hashlib.sha256(told).hexdigest()[:24]
