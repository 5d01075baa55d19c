"""What is done with backups, as jobs beside the window: making one, verifying them, putting one in place."""

from collections.abc import Callable
from pathlib import Path

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.store.keeping import backup as store
from chapterdesk.store.keeping import safety
from chapterdesk.store.keeping.backup import Backup, Reason
from chapterdesk.store.keeping.restore import restore
from chapterdesk.ui.session.backup_place import now
from chapterdesk.ui.session.open_file import ReopenAs
from chapterdesk.ui.widgets.context import Context


def back_up(context: Context, on_done: Callable[[Backup], object], on_ended: Callable[[], object]) -> None:
    """Make a backup now, beside the window; `on_ended` is called when it was cancelled or could not be made."""

    def failed(error: BaseException) -> None:
        on_ended()
        if not isinstance(error, ChapterError):
            raise error
        context.tell(error)

    desk, folder, at, tr = context.desk, context.backups.folder(), now(), context.tr
    folder.mkdir(parents=True, exist_ok=True)
    context.run(
        lambda progress: safety.keep(desk, folder, Reason.ASKED, at, progress),
        on_done,
        tr("Making a backup"),
        on_failed=failed,
        on_cancelled=on_ended,
    )


def restore_open_file(context: Context, backup: Backup, key: str | None) -> None:
    """Restore a backup in the place of the open file, under the veil; then say what was done and the way back.

    `key` is the backup's, which can be of an earlier passphrase.
    """
    folder, tr = context.backups.folder(), context.tr
    folder.mkdir(parents=True, exist_ok=True)

    def job(path: Path, present: str | None, progress: Progress) -> ReopenAs:
        kept = restore(backup, path, key, folder, now(), progress, present_key=present)
        return ReopenAs(path, key, kept)

    def done(kept: Path | None) -> None:
        said = tr("The file is as it was on {moment}.", moment=context.language.moment(backup.at))
        if kept is not None:
            context.notify(said + " " + tr("The damaged file is kept as {file}.", file=kept.name))
            return
        before = next(
            (one for one in store.listed(folder, context.desk.identity) if one.reason is Reason.RESTORE), None
        )
        path = before.path if before is not None else None
        context.notify(
            said + " " + tr("The state before it is kept as a backup."),
            tr("Show it"),
            lambda: context.go("backups", path=path),
        )

    context.session.work_on_closed(job, tr("Restoring the backup"), done)
