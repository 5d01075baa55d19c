"""Closing the desk file: unsaved text may hold it open once; then a changed file is backed up.

The backup covers the window and can be skipped. A shutdown of the computer makes no backup; the next close does.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping import automatic_backups
from chapterdesk.store.keeping.backups import now
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.states import Closed

SHUT_DOWN = 60_000
"""Milliseconds after which an announced shutdown counts as cancelled."""


class FileCloser(QObject):
    """Closes the open file of a session."""

    def __init__(self, session: OpenDesk) -> None:
        super().__init__(session)
        self._session = session
        self._shutting_down = QTimer(self, singleShot=True)
        self._shutting_down.setInterval(SHUT_DOWN)

    @Slot()
    def shut_down(self) -> None:
        """Note that the computer is shutting down: nothing may delay it."""
        self._shutting_down.start()

    def request_close(self, then: Callable[[], object] | None = None, *, for_good: bool = False) -> bool:
        """Back the file up, close it and call `then`; `for_good` ends the session.

        Returns False when unsaved text keeps the file open. On True the backup can still be running.
        """
        if not self._session.unsaved.confirm_discard():
            return False

        def close() -> None:
            self._session.close(Closed(for_good))
            if then is not None:
                then()

        self.back_up_first(close)
        return True

    def back_up_first(self, then: Callable[[], object]) -> None:
        """Back the file up if that is due, then call `then`, which closes it."""
        session = self._session
        if session.is_writing and not self._shutting_down.isActive():
            return  # a job is writing, or this was asked already
        if not self._is_backup_due():
            then()
            return
        desk, folder, at, tr = session.file, session.backups.folder(), now(), session.speech.language.tr

        def failed(error: BaseException) -> None:
            if not isinstance(error, ChapterError):
                raise error
            session.speech.notify(session.speech.language.error(error), tr("Close without a backup"), then)

        session.run(
            lambda progress: automatic_backups.at_close(desk, folder, at, progress),
            lambda _made: then(),
            self._title(),
            writing=True,
            cancel_text=tr("Skip"),
            on_failed=failed,
            on_cancelled=then,
        )

    def _title(self) -> str:
        tr, backups = self._session.speech.language.tr, self._session.backups
        if backups.is_gone:
            return tr("Making a backup on this computer, as {folder} is not there", folder=str(backups.chosen))
        return tr("Making a backup")

    def _is_backup_due(self) -> bool:
        session = self._session
        if self._shutting_down.isActive() or not session.is_open or not session.backups.is_backed_up(session.file):
            return False
        try:
            return automatic_backups.is_changed(session.file, [session.backups.folder()])
        except ChapterError:
            return False  # a damaged file gives no backup
