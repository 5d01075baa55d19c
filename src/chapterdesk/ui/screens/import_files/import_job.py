"""The import itself, as a job beside the window: a backup first, then everything or nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from chapterdesk.domain.progress import Progress
from chapterdesk.store.desk_file import DeskFile
from chapterdesk.store.keeping.safety import before_import
from chapterdesk.ui.session.backup_place import now
from chapterdesk.ui.session.tasks import Job

if TYPE_CHECKING:
    from chapterdesk.importers.results import Outcome, Preview


def import_job(desk: DeskFile, ready: "list[Preview]", folder: Path | None) -> Job:
    """Return the job that imports what was previewed; `folder` is where the backup before it goes, None for none."""

    def job(progress: Progress) -> "list[Outcome]":
        from chapterdesk.importers import apply

        if folder is not None:
            before_import(desk, folder, now(), progress)
        return apply(desk, ready, progress)

    return job
