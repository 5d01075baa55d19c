"""What comes before a desk file is left: a backup, if it was changed; and soon after it was opened: a look at it.

The backup runs under the veil and can be skipped. When the computer is being shut down there is none: the state has no
backup then, which is seen the next time the file is closed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.store.keeping import backup, safety
from chapterdesk.store.keeping.check import quick
from chapterdesk.store.keeping.finding import Finding
from chapterdesk.ui.session.backup_place import now
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover

if TYPE_CHECKING:
    from chapterdesk.ui.shell.window import MainWindow

LOOK_AFTER = 2500
"""Milliseconds after a file was opened until its pages are checked, beside the director's work."""
SHUT_DOWN = 60_000
"""Milliseconds after which a computer that was to be shut down, and is not, counts as going on."""


class Leaving(QObject):
    """Watches the open file of a window: from the first look at it to the backup when it is left."""

    def __init__(self, context: Context, window: "MainWindow") -> None:
        super().__init__(window)
        self.context = context
        self._window = window
        self._leaves = False
        self._shutting_down = QTimer(self)
        self._shutting_down.setSingleShot(True)
        self._shutting_down.setInterval(SHUT_DOWN)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self.look)

    @Slot()
    def shut_down(self) -> None:
        """The computer is being shut down: nothing may hold that up any more."""
        self._shutting_down.start()

    # Leaving

    def first(self, then: Callable[[], object]) -> None:
        """Call `then`, which leaves the file: at once, or when its backup was made or skipped."""
        if self.is_veiled() and not self._shutting_down.isActive():
            return  # a job is writing, or this was asked already
        if not self._is_due():
            then()
            return
        desk, folder, at = self.context.desk, self.context.backups.folder(), now()

        def failed(error: BaseException) -> None:
            if not isinstance(error, ChapterError):
                raise error
            self.context.notify(self.context.language.error(error), tr("Close without a backup"), then)

        tr = self.context.tr
        self.context.run(
            lambda progress: safety.at_close(desk, folder, at, progress),
            lambda _made: then(),
            self._title(),
            writing=True,
            cancel_text=tr("Skip"),
            on_failed=failed,
            on_cancelled=then,
        )

    def _title(self) -> str:
        tr, backups = self.context.tr, self.context.backups
        if backups.is_gone:
            return tr("Making a backup on this computer, as {folder} is not there", folder=str(backups.chosen))
        return tr("Making a backup")

    def _is_due(self) -> bool:
        context = self.context
        if self._shutting_down.isActive() or not context.is_open or not context.backups.keeps(context.desk):
            return False
        try:
            return safety.is_changed(context.desk, [context.backups.folder()])
        except ChapterError:
            return False  # a damaged file gives no backup

    def is_veiled(self) -> bool:
        """Tell whether a job that writes covers the window."""
        return any(not veil.is_over for veil in self._window.findChildren(JobCover))

    def may_close(self) -> bool:
        """Tell whether the window may close now; if not, it closes by itself after the backup."""
        if self._shutting_down.isActive() or self._leaves:
            return True
        if not self.context.is_open:
            return not self.is_veiled()  # the file is being worked on, and comes back in a moment
        self.first(self._leave)
        return self._leaves

    def _leave(self) -> None:
        self._leaves = True
        if self._window.isVisible():
            self._window.close()

    # The first look

    def look_soon(self) -> None:
        """Look at the file that was just opened, once the director can work with it."""
        if self.context.backups.keeps(self.context.desk):
            self._looking.start(LOOK_AFTER)

    def look(self) -> None:
        """Check the pages of the open file on another thread, and tidy its backups; say only what is wrong."""
        if not self.context.is_open:
            return
        desk, folder = self.context.desk, self.context.backups.folder()

        def job(progress: Progress) -> list[Finding]:
            backup.sweep(folder, desk.identity)
            return quick(desk, progress)

        tr = self.context.tr
        if self.context.backups.is_gone:
            gone = tr(
                "The folder of your backups is not there: {folder}. Until it is, backups are kept on this computer.",
                folder=str(self.context.backups.chosen),
            )
            self.context.notify(gone, tr("Show the backups"), lambda: self.context.go("backups"))
        self.context.run(job, self._looked)

    def _looked(self, findings: list[Finding]) -> None:
        tr = self.context.tr
        if findings:
            told = tr("This file is damaged in places. Go on with a backup; the damaged file is kept.")
            self.context.notify(told, tr("Show the backups"), lambda: self.context.go("backups"))
