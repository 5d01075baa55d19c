"""Asking the key store of the system beside the window: it may take long, or wait for the user in a dialog of its own.

Not on the pool of the other jobs: closing a file waits for those, and nobody should wait for a store that hangs.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from chapterdesk.store.keeping import keystore
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.tasks import Task


def ask_key_store(owner: QObject, question: Callable[[], Any], on_answer: Callable[[Any], object]) -> None:
    """Ask a question (functions of store.keystore) on a thread of its own; the answer comes back on the window's.

    There is no answer when `owner` is gone by then, or the question failed.
    """
    task = Task("", owner)

    def take(answer: Any) -> None:
        task.deleteLater()
        if shiboken6.isValid(owner):
            on_answer(answer)

    task.done.connect(take)
    task.failed.connect(lambda _error: task.deleteLater())
    threading.Thread(target=lambda: task.work(lambda _progress: question()), name="key store", daemon=True).start()


def remember(session: OpenDesk, path: Path, key: str) -> None:
    """Have the key of a file remembered on this computer; say so when that fails."""
    tr = session.speech.tr

    def told(kept: bool) -> None:  # noqa: FBT001 - the answer of the store
        if not kept:
            session.speech.notify(tr("The passphrase could not be remembered; you will be asked for it."))

    ask_key_store(session, lambda: keystore.remember(path, key), told)


def forget(session: OpenDesk, path: Path) -> None:
    """Have the key of a file forgotten on this computer."""
    ask_key_store(session, lambda: keystore.forget(path), lambda _nothing: None)
