"""Work on a desk file that must be closed for it: restoring a backup, changing the passphrase, moving the file.

The file is closed, the job runs on another thread and covers the window, and the file is opened again where the job
left it. Whatever goes wrong, the file is opened again as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled, Progress
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.open_file import FileOpener
from chapterdesk.ui.session.states import Closed, Working


@dataclass(frozen=True, slots=True)
class ReopenAs:
    """How a job left the file: where it is, the key that opens it, and the result of the job."""

    path: Path
    key: str | None
    result: Any = None


ClosedJob = Callable[[Path, str | None, Progress], ReopenAs]
"""Work on a closed desk file: its path, its key, progress."""


def work_on_closed(
    session: OpenDesk,
    opener: FileOpener,
    job: ClosedJob,
    title: str,
    on_done: Callable[[Any], object] | None = None,
    on_failed: Callable[[ChapterError], object] | None = None,
) -> None:
    """Close the open file, run `job` (`title` is shown), and open the file again.

    `on_done` is called with the job's result when the file is open again, `on_failed` with what the director can act
    on (else it is told in the notice). Undo does not reach back beyond it.
    """
    if not session.unsaved.request_leave():
        return
    path, key, read_only = session.desk.path, session.desk.key, session.desk.read_only
    session.close(Working(title))

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
        opener.begin(desk)
        if error is None:
            if on_done is not None:
                on_done(result)
        elif isinstance(error, ChapterError):
            (on_failed or session.unsaved.tell)(error)
        elif not isinstance(error, Cancelled):
            raise error

    def lost(error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            session.set_state(Closed())
            raise error
        opener.fail(path, error)  # nothing of the file was removed

    session.run(work, take, title, writing=True, on_failed=lost)
