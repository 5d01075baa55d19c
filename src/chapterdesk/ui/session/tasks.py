"""Long work beside the window: a plain function `job(progress)` runs on another thread, its result comes back here.

The callbacks are always called on the thread of the window. A job is any function below ui; it reports through
`progress.step(done, total, text)`, which raises Cancelled once the director has cancelled.
"""

import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from chapterdesk.domain.progress import Cancelled, Progress

Job = Callable[[Progress], Any]


class Task(QObject):
    """One job under way: its progress, its end, and the way to cancel it.

    Exactly one of `done`, `failed` and `cancelled` is emitted, on the window's thread.
    """

    progressed = Signal(object, object, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(object, object)

    def __init__(
        self, title: str = "", parent: QObject | None = None, *, is_writing: bool = False, cancel_text: str = ""
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.is_writing = is_writing
        """Whether nothing else may be done until it ends."""
        self.cancel_text = cancel_text
        """What the button that cancels it says; "" is Cancel."""
        self.is_over = False
        self._cancel = False
        self._ended.connect(self._end)

    def cancel(self) -> None:
        """Ask the job to stop; it does so at its next step."""
        self._cancel = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """Take the report of the job (called on its thread); raises Cancelled when it is to stop."""
        if self._cancel or not shiboken6.isValid(self):
            raise Cancelled
        self.progressed.emit(done, total, text)

    def start(self, job: Job) -> None:
        """Begin the job on another thread. Connect to the signals first."""
        QThreadPool.globalInstance().start(QRunnable.create(lambda: self.work(job)))

    def work(self, job: Job) -> None:
        """Do the job and tell how it ended; runs on the job's thread."""
        result: object = None
        error: BaseException | None = None
        try:
            result = job(self)
        except BaseException as raised:  # noqa: BLE001 - whatever it is, it belongs to the window's thread
            error = raised
        if shiboken6.isValid(self):
            self._ended.emit(result, error)

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        self.is_over = True
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(result)


def ask_key_store(owner: QObject, question: Callable[[], Any], on_answer: Callable[[Any], object]) -> None:
    """Ask the key store of the system (a function of store.keystore); the answer comes back on the window's thread.

    It may take long, or wait for the user in a dialog of its own: so it is asked on a thread of its own, not on those
    of the jobs. Closing a file waits for jobs, and nobody should wait for a store that hangs. There is no answer when
    `owner` is gone by then, or the question failed.
    """
    task = Task("", owner)

    def take(answer: Any) -> None:
        task.deleteLater()
        if shiboken6.isValid(owner):
            on_answer(answer)

    task.done.connect(take)
    task.failed.connect(lambda _error: task.deleteLater())
    threading.Thread(target=lambda: task.work(lambda _progress: question()), name="key store", daemon=True).start()
