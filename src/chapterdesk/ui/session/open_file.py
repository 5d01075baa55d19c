"""Opening a desk file; an error becomes a FileProblem with the remedies that help."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.text import N_
from chapterdesk.file_problem import problem_of
from chapterdesk.store.keeping import restore
from chapterdesk.store.keeping.backups import Backup, listed_for, now
from chapterdesk.store.keeping.closed_file import ClosedJob, Reopened, open_as_allowed, run_and_reopen
from chapterdesk.store.keeping.locations import location_key
from chapterdesk.store.sqlite.faults import DamagedError, ForeignError, HeldError, PassphraseNeededError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.close_file import FileCloser
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.single_instance import FirstWindow, show_first_window
from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.session.states import Closed, Failed, Locked, NeedsPassphrase, Working


class FileOpener(QObject):
    """Opens files for a session; `begin` shows an opened file. A file that cannot be opened is never changed."""

    def __init__(self, session: OpenDesk, closer: FileCloser, begin: Callable[[DeskFile], object]) -> None:
        super().__init__(session)
        self._session = session
        self._closer = closer
        self._begin = begin
        self._first: FirstWindow | None = None
        self._shown_backup: tuple[Backup, Path] | None = None
        session.unsaved.backups_requested.connect(self.show_backups_of_open_file)
        session.closing.connect(self._stop_listening)

    def open(self, path: Path, passphrase: str = "", *, read_only: bool = False, key: str | None = None) -> None:
        """Open a desk file; a missing passphrase, or an error, is a state of the session.

        Another open file is backed up first; it stays open on an error, which becomes a notice with a link to the help.
        `key` replaces the passphrase.
        """
        session = self._session
        if isinstance(session.state, Locked) or (session.is_open and location_key(session.path) == location_key(path)):
            return
        asked = session.state
        read_only = read_only or (isinstance(asked, NeedsPassphrase) and asked.path == path and asked.read_only)
        self._closer.back_up_first(partial(self._open, path, passphrase, key, read_only=read_only))

    def _open(self, path: Path, passphrase: str, key: str | None, *, read_only: bool) -> None:
        session = self._session
        try:
            desk = open_as_allowed(path, passphrase, key, session.backups.folder(), read_only=read_only)
        except PassphraseNeededError as error:
            if self._confirm_discard():
                wrong = session.speech.language.error(error) if passphrase else ""
                session.close(NeedsPassphrase(path, wrong, read_only))
            return
        except ChapterError as error:
            self._report(path, error)
            return
        if not self._confirm_discard():
            desk.close()
            return
        if not self._begin_with(desk):
            return
        shown, self._shown_backup = self._shown_backup, None
        if shown is not None and shown[0].path == path:
            self._offer_restore(*shown)

    def _begin_with(self, desk: DeskFile) -> bool:
        """Show an opened file; return False when it is damaged, so that its first rows cannot be read."""
        try:
            self._begin(desk)
        except ChapterError as error:
            desk.close()
            self.fail(desk.path, error)
        return self._session.is_open

    def is_backup(self, desk: DeskFile) -> bool:
        """Return whether a file is the backup that `look_at` opens."""
        return self._shown_backup is not None and self._shown_backup[0].path == desk.path

    def _confirm_discard(self) -> bool:
        return not self._session.is_open or self._session.unsaved.confirm_discard()

    def _report(self, path: Path, error: ChapterError) -> None:
        speech, tr = self._session.speech, self._session.speech.tr
        in_front = isinstance(error, HeldError) and show_first_window(path)
        fail = partial(self.fail, path, error, other_is_in_front=in_front)
        if self._session.has_chapter:
            speech.notify(speech.language.error(error), tr("What can be done"), fail)
        else:
            fail()

    def fail(self, path: Path, error: ChapterError, *, other_is_in_front: bool = False) -> None:
        """Close the open file and show the problem of a file, with its remedies."""
        if self._confirm_discard():
            backups = tuple(self.backups_of(path)) if isinstance(error, DamagedError | ForeignError) else ()
            problem = problem_of(
                self._session.speech.language, path, error, backups, other_is_in_front=other_is_in_front
            )
            self._session.close(Failed(problem))

    # Requests of a second window

    def listen(self, desk: DeskFile) -> None:
        """Come to the front when a second window asks for the file that is open here for writing."""
        self._stop_listening()
        if not desk.read_only:
            self._first = FirstWindow(desk.path, self._session.front_requested.emit, self)

    @property
    def is_listening(self) -> bool:
        """Whether requests of a second window for the open file arrive here."""
        return self._first is not None and self._first.is_listening

    def _stop_listening(self) -> None:
        if self._first is not None:
            self._first.stop()
            self._first.deleteLater()
            self._first = None

    # Work on the closed file

    def work_on_closed(
        self,
        job: ClosedJob,
        title: str,
        on_done: Callable[[Any], object] | None = None,
        on_failed: Callable[[ChapterError], object] | None = None,
    ) -> None:
        """Close the open file, run `job` in the background with `title` shown, and open the file at its new path.

        After an error the file is opened again as it was. `on_done` gets the job's result when the file is open again,
        `on_failed` a ChapterError (without it, a notice says it). Undo does not reach back beyond the job.
        """
        session = self._session
        if not session.unsaved.confirm_discard():
            return
        path, key, read_only = session.path, session.key, session.desk.read_only
        session.close(Working(title))

        def show(done: Reopened) -> None:
            if not self._begin_with(done.desk):
                return
            if done.error is None:
                if on_done is not None:
                    on_done(done.result)
            elif isinstance(done.error, ChapterError):
                (on_failed or session.unsaved.tell)(done.error)
            elif not isinstance(done.error, Cancelled):
                raise done.error

        def lost(error: BaseException) -> None:
            if not isinstance(error, ChapterError):
                session.set_state(Closed())
                raise error
            self.fail(path, error)  # nothing of the file was removed

        session.run(
            lambda progress: run_and_reopen(job, path, key, progress, read_only=read_only),
            show,
            title,
            writing=True,
            on_failed=lost,
        )

    # Backups

    def backups_of(self, path: Path) -> list[Backup]:
        """Return the backups of a file that cannot be opened from all folders, newest first."""
        backups = [backup for folder in self._session.backups.folders() for backup in listed_for(folder, path)]
        by_path = {backup.path: backup for backup in backups}
        return sorted(by_path.values(), key=lambda backup: (backup.at, backup.number), reverse=True)

    def show_backups_of_open_file(self) -> None:
        """Close the open file, which is damaged, and show its backups."""
        session, tr = self._session, self._session.speech.tr
        if not session.is_open:
            return
        session.unsaved.forget()
        self._show_backups(session.path)
        if session.is_open:
            session.speech.notify(tr("The file could not be closed; try again."))

    def look_at(self, path: Path, backup: Backup) -> None:
        """Open a backup of the file at `path` read only, before it replaces that file."""
        self._shown_backup = (backup, path)
        self.open(backup.path, read_only=True)

    def _offer_restore(self, backup: Backup, path: Path) -> None:
        speech, tr = self._session.speech, self._session.speech.tr
        moment = speech.language.moment(backup.at)
        speech.banners.put(
            Banner(
                "backup",
                "history",
                "accent",
                lambda: tr(
                    "This is the backup of {moment}, to look at. If it is the right one, put it in the place of {file};"
                    " what stands there now is kept beside it.",
                    moment=moment,
                    file=path.name,
                ),
                (
                    (partial(tr, N_("Put it in its place")), partial(self._request_restore, backup, path)),
                    (partial(tr, N_("Another backup")), partial(self._show_backups, path)),
                ),
            )
        )

    def _show_backups(self, path: Path) -> None:
        self.fail(path, DamagedError(N_("{file} is damaged; it was left as it is"), file=path.name))

    def _request_restore(self, backup: Backup, path: Path) -> None:
        self._closer.request_close(partial(self._restore, backup, path, self._session.key))

    def _restore(self, backup: Backup, path: Path, key: str | None) -> None:
        session, tr = self._session, self._session.speech.tr
        folder, at = session.backups.folder(), now()

        def done(kept: Path | None) -> None:
            self.open(path, key=key)
            if session.is_open and kept is not None:
                session.speech.notify(tr("Restored. The damaged file is kept as {file}", file=kept.name))

        def failed(error: BaseException) -> None:
            if not isinstance(error, ChapterError):
                raise error
            self.fail(path, error)

        session.run(
            lambda progress: restore.restore(backup, path, key, folder, at, progress),
            done,
            tr("Restoring the backup"),
            writing=True,
            on_failed=failed,
        )
