"""Work on a desk file that must be closed for it: restoring a backup, changing the passphrase, moving the file.

The file is closed, the job runs on another thread under the veil, and the file is opened again where the job left it;
the director is then on the same screen as before. Whatever goes wrong, the file is opened again as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled, Progress
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.ui.shell.window import MainWindow


@dataclass(frozen=True, slots=True)
class Left:
    """How a job left the file: where it is, the key that opens it, and what else it has to tell."""

    path: Path
    key: str | None
    result: Any = None


ClosedJob = Callable[[Path, str | None, Progress], Left]
"""Work on a closed desk file: its path, its key, progress."""


def reopen_after(
    context: Context,
    window: "MainWindow",
    job: ClosedJob,
    title: str,
    on_done: Callable[[Any], object] | None = None,
    on_failed: Callable[[ChapterError], object] | None = None,
) -> None:
    """Close the desk file, run `job` under the veil (`title` is on it), open the file again.

    `on_done` is called with the job's result when the file is open again, `on_failed` with what the director can act
    on (else it is told in the bar at the bottom). Undo does not reach back beyond it.
    """
    if not context.session.unsaved.request_leave():
        return
    path, key, read_only = context.desk.path, context.desk.key, context.desk.read_only
    screen = window.workspace.current if window.workspace is not None else ""
    window.opening.stop_listening()
    window.retire()
    window.setCentralWidget(_ground())
    context.session.close()

    def work(progress: Progress) -> tuple[DeskFile, Any, BaseException | None]:
        try:
            left = job(path, key, progress)
        except BaseException as error:  # noqa: BLE001 - the file is opened again first, then it is told
            return DeskFile.open(path, key=key, read_only=read_only), None, error
        try:
            return DeskFile.open(left.path, key=left.key, read_only=read_only), left.result, None
        except ChapterError as error:
            return DeskFile.open(path, key=key, read_only=read_only), None, error

    def take(done: tuple[DeskFile, Any, BaseException | None]) -> None:
        desk, result, error = done
        window.take(desk)
        if screen and window.workspace is not None and screen in window.workspace.entries:
            window.workspace.go(screen)
        if error is None:
            if on_done is not None:
                on_done(result)
        elif isinstance(error, ChapterError):
            (on_failed or context.tell)(error)
        elif not isinstance(error, Cancelled):
            raise error

    def lost(error: BaseException) -> None:
        """Say on the start page why the file cannot be opened again; nothing of it was removed."""
        window.rebuild()
        if not isinstance(error, ChapterError):
            raise error
        window.opening.help_with(path, error)

    context.run(work, take, title, writing=True, on_failed=lost)


def _ground() -> QWidget:
    """Return the empty page that stands under the veil."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page
