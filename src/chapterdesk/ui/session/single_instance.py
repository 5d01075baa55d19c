"""One window for a file: the window that writes it listens for a second one, and comes to the front when it is asked.

The name of the socket is made from the place of the file; nothing but "show" and "shown" goes through it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from chapterdesk.ui.session.local_calls import Listener, answer, call, name_of, say

PATIENCE = 1.5
"""Seconds that a second window waits for the first to answer."""
SHOW, SHOWN = b"show", b"shown"


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
