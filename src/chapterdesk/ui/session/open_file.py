"""Opening a desk file, and all that can come of it: each fault is a problem with its own help."""

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
from chapterdesk.ui.session.single_instance import FirstWindow, show_first
from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.session.states import Closed, Failed, Locked, NeedsPassphrase, Working


class FileOpener(QObject):
    """Opens files for a session. Nothing here changes a file that could not be opened.

    `begin` goes on with a file that is open.
    """

    def __init__(self, session: OpenDesk, closer: FileCloser, begin: Callable[[DeskFile], object]) -> None:
        super().__init__(session)
        self._session = session
        self._closer = closer
        self._begin = begin
        self._first: FirstWindow | None = None
        self._looked_at: tuple[Backup, Path] | None = None
        session.unsaved.backups_asked.connect(self.show_backups_of_open_file)
        session.closing.connect(self._stop_listening)

    def open(self, path: Path, passphrase: str = "", *, read_only: bool = False, key: str | None = None) -> None:
        """Open a desk file; a missing passphrase, or an error, is a state of the session.

        While another file is open it is backed up first, and stays when there is an error, which is told with the way
        to the help. A `key` that is known takes the place of the passphrase.
        """
        session = self._session
        if isinstance(session.state, Locked) or (session.is_open and location_key(session.path) == location_key(path)):
            return
        asked = session.state
        read_only = read_only or (isinstance(asked, NeedsPassphrase) and asked.path == path and asked.read_only)
        self._closer.back_up_first(partial(self._go_on, path, passphrase, key, read_only=read_only))

    def _go_on(self, path: Path, passphrase: str, key: str | None, *, read_only: bool) -> None:
        session = self._session
        try:
            desk = open_as_allowed(path, passphrase, key, session.backups.folder(), read_only=read_only)
        except PassphraseNeededError as error:
            if self._request_leave():
                wrong = session.speech.language.error(error) if passphrase else ""
                session.close(NeedsPassphrase(path, wrong, read_only))
            return
        except ChapterError as error:
            self._refuse(path, error)
            return
        if not self._request_leave():
            desk.close()
            return
        if not self._go_on_with(desk):
            return
        looked_at, self._looked_at = self._looked_at, None
        if looked_at is not None and looked_at[0].path == path:
            self._offer_restore(*looked_at)

    def _go_on_with(self, desk: DeskFile) -> bool:
        """Go on with an open file; returns False when it is damaged: it opens, but what is read first cannot be."""
        try:
            self._begin(desk)
        except ChapterError as error:
            desk.close()
            self.fail(desk.path, error)
        return self._session.is_open

    def is_backup(self, desk: DeskFile) -> bool:
        """Return whether a file is a backup that is looked at, and not one of the user's files."""
        return self._looked_at is not None and self._looked_at[0].path == desk.path

    def _request_leave(self) -> bool:
        return not self._session.is_open or self._session.unsaved.request_leave()

    def _refuse(self, path: Path, error: ChapterError) -> None:
        speech, tr = self._session.speech, self._session.speech.tr
        in_front = isinstance(error, HeldError) and show_first(path)
        fail = partial(self.fail, path, error, other_is_in_front=in_front)
        if self._session.has_chapter:
            speech.notify(speech.language.error(error), tr("What can be done"), fail)
        else:
            fail()

    def fail(self, path: Path, error: ChapterError, *, other_is_in_front: bool = False) -> None:
        """Say what is the problem with a file, with what helps; an open file is closed."""
        if self._request_leave():
            backups = tuple(self.backups_of(path)) if isinstance(error, DamagedError | ForeignError) else ()
            problem = problem_of(
                self._session.speech.language, path, error, backups, other_is_in_front=other_is_in_front
            )
            self._session.close(Failed(problem))

    # Listening for a second window

    def listen(self, desk: DeskFile) -> None:
        """Ask to come to the front when a second window asks for the file that is open here for writing."""
        self._stop_listening()
        if not desk.read_only:
            self._first = FirstWindow(desk.path, self._session.front_asked.emit, self)

    @property
    def is_listening(self) -> bool:
        """Whether a second window that asks for the open file is heard."""
        return self._first is not None and self._first.is_listening

    def _stop_listening(self) -> None:
        """Let another window have the file."""
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
        """Close the open file, run `job` beside the window (`title` is shown), and open the file where the job left it.

        Whatever goes wrong, it is opened again as it was. `on_done` is called with the job's result when the file is
        open again, `on_failed` with what the director can act on (else it is told in the notice). Undo does not reach
        back beyond it.
        """
        session = self._session
        if not session.unsaved.request_leave():
            return
        path, key, read_only = session.path, session.key, session.desk.read_only
        session.close(Working(title))

        def take(done: Reopened) -> None:
            if not self._go_on_with(done.desk):
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
            take,
            title,
            writing=True,
            on_failed=lost,
        )

    # Backups

    def backups_of(self, path: Path) -> list[Backup]:
        """Return the backups of a file that cannot be opened, newest first, wherever they were made."""
        found = {one.path: one for folder in self._session.backups.folders() for one in listed_for(folder, path)}
        return sorted(found.values(), key=lambda one: (one.at, one.number), reverse=True)

    def show_backups_of_open_file(self) -> None:
        """Close the open file, which turned out to be damaged, and show its backups."""
        session, tr = self._session, self._session.speech.tr
        if not session.is_open:
            return
        session.unsaved.forget()
        self._show_backups(session.path)
        if session.is_open:
            session.speech.notify(tr("The file could not be closed; try again."))

    def look_at(self, path: Path, backup: Backup) -> None:
        """Open a backup of the file at `path` to read only, before it takes the place of that file."""
        self._looked_at = (backup, path)
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
