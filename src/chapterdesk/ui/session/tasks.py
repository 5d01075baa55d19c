"""Background jobs: a plain function `job(progress)` runs on another thread; callbacks run on the window's thread.

A job is any function below ui; it reports through `progress.step(done, total, text)`, which raises Cancelled once the
director has cancelled.
"""

import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from chapterdesk.domain.progress import Cancelled, Progress

Job = Callable[[Progress], Any]


class Task(QObject):
    """A running job. Exactly one of `done`, `failed`, `cancelled` is emitted, on the window's thread."""

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
        """Whether it blocks the window until it ends."""
        self.cancel_text = cancel_text
        """The text of the button that cancels it; "" is Cancel."""
        self.is_over = False
        self._cancel = False
        self._ended.connect(self._end)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancel = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report the progress of the job, on its thread; raises Cancelled when it must stop."""
        if self._cancel or not shiboken6.isValid(self):
            raise Cancelled
        self.progressed.emit(done, total, text)

    def start(self, job: Job) -> None:
        """Start the job on another thread. Connect to the signals first."""
        QThreadPool.globalInstance().start(QRunnable.create(lambda: self.work(job)))

    def work(self, job: Job) -> None:
        """Run the job on its own thread and report how it ended."""
        result: object = None
        error: BaseException | None = None
        try:
            result = job(self)
        except BaseException as raised:  # noqa: BLE001 - the window's thread handles every error
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
    """Ask the system's key store by a function of store.keeping.keystore; `on_answer` is called on the window's thread.

    The store can take long or show its own dialog. So it gets its own thread: closing a file waits for jobs, but must
    not wait for a store that hangs. There is no answer when the question fails or `owner` is deleted first.
    """
    task = Task("", owner)

    def take(answer: Any) -> None:
        task.deleteLater()
        if shiboken6.isValid(owner):
            on_answer(answer)

    task.done.connect(take)
    task.failed.connect(lambda _error: task.deleteLater())
    threading.Thread(target=lambda: task.work(lambda _progress: question()), name="key store", daemon=True).start()
