"""Opening a desk file, and all that can come of it: each fault leads to its own help on the start page, in place."""

import datetime as dt
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.desk_file import SUFFIX, DeskFile, PassphraseNeededError
from chapterdesk.store.faults import DamagedError, HeldError
from chapterdesk.store.keeping.surroundings import own_folder
from chapterdesk.store.keeping.whereabouts import real, stood_at
from chapterdesk.ui.session.problems import trouble_of
from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.shell.problem_page import local_moment
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.store.keeping.backup import Backup
    from chapterdesk.ui.session.single_instance import FirstWindow
    from chapterdesk.ui.shell.window import MainWindow


class Opening(QObject):
    """Opens files for the window. Nothing here changes a file that could not be opened."""

    def __init__(self, context: Context, window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._to_read: Path | None = None
        self._first: FirstWindow | None = None
        self._looking: tuple[Backup, Path] | None = None
        self.raised = False
        """Whether the window that holds the file asked for last came to the front."""
        context.session.unsaved.backups_asked.connect(self.offer_backups)

    def open(self, path: Path, passphrase: str = "", *, read_only: bool = False, key: str | None = None) -> None:
        """Open a desk file; a passphrase that is missing, or an error, is dealt with on the start page.

        While another file is open it is backed up first, and stays when there is an error, which is told with the way
        to the help. A `key` that is known takes the place of the passphrase.
        """
        context = self._context
        if self._window.lock.is_on or (context.is_open and stood_at(context.desk.path) == stood_at(path)):
            return
        if read_only:
            self._to_read = path
        self._window.leaving.first(lambda: self._go_on(path, passphrase, key))

    def _go_on(self, path: Path, passphrase: str, key: str | None) -> None:
        context = self._context
        try:
            desk = _open(path, passphrase, key, context.backups.folder(), read_only=self._to_read == path)
        except PassphraseNeededError as error:
            if self._may_leave():
                start = self._window.to_start()
                start.ask_passphrase(path, context.language.error(error) if passphrase else "")
            return
        except ChapterError as error:
            self._refuse(path, error)
            return
        if not self._may_leave():
            desk.close()
            return
        self._to_read = None
        try:
            self._window.take(desk)
        except ChapterError as error:  # it opens, and what is read first is damaged
            desk.close()
            self._window.rebuild()
            self.help_with(path, error)
            return
        looking, self._looking = self._looking, None
        if looking is not None and looking[0].path == path:
            self._offer_restore(*looking)

    def is_backup(self, desk: DeskFile) -> bool:
        """Tell whether a file is a backup that is looked at, and none of the director's own files."""
        return self._looking is not None and self._looking[0].path == desk.path

    def choose(self) -> None:
        """Let the director pick a desk file with the system's own file dialog."""
        tr = self._context.tr
        folder = self._context.desk.path.parent if self._context.is_open else own_folder()
        kind = tr("ChapterDesk files") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open a file"), str(folder), kind)
        if name:
            self.open(Path(name))

    def _may_leave(self) -> bool:
        return not self._context.is_open or self._context.session.unsaved.request_leave()

    def _refuse(self, path: Path, error: ChapterError) -> None:
        context, tr = self._context, self._context.tr
        self._to_read = None
        self.raised = isinstance(error, HeldError) and _show_first(path)
        if self._window.workspace is not None:
            context.notify(context.language.error(error), tr("What can be done"), lambda: self.help_with(path, error))
        else:
            self.help_with(path, error)

    def help_with(self, path: Path, error: ChapterError) -> None:
        """Show on the start page what is the matter with a file, with what helps; an open file is closed."""
        if self._may_leave():
            self._window.to_start().say_trouble(trouble_of(self._context, self, path, error))

    # Listening for a second window

    def listen(self, desk: DeskFile) -> None:
        """Come to the front when a second window asks for the file that is open here for writing."""
        from chapterdesk.ui.session.single_instance import FirstWindow

        self.stop_listening()
        if not desk.read_only:
            self._first = FirstWindow(desk.path, self._window.come_to_front, self)

    def stop_listening(self) -> None:
        """Let another window have the file."""
        if self._first is not None:
            self._first.stop()
            self._first.deleteLater()
            self._first = None

    # Backups

    def backups_of(self, path: Path) -> "list[Backup]":
        """Return the backups of a file that cannot be opened, newest first, wherever they were made."""
        from chapterdesk.store.keeping.backup import listed_for

        found = {one.path: one for folder in self._context.backups.folders() for one in listed_for(folder, path)}
        return sorted(found.values(), key=lambda one: (one.at, one.number), reverse=True)

    def offer_backups(self) -> None:
        """Close the open file, which turned out to be damaged, and show its backups."""
        context, tr = self._context, self._context.tr
        if not context.is_open:
            return
        path = context.desk.path
        error = DamagedError(N_("{file} is damaged; it was left as it is"), file=path.name)
        context.session.unsaved.forget()
        self.help_with(path, error)
        if self._window.start_page is None:
            context.notify(tr("The file could not be closed; try again."))

    def look_at(self, path: Path, backup: "Backup") -> None:
        """Open a backup of the file at `path` to read only, before it takes the place of that file."""
        self._looking = (backup, path)
        self.open(backup.path, read_only=True)

    def _offer_restore(self, backup: "Backup", path: Path) -> None:
        tr, moment = self._context.tr, local_moment(self._context, backup.at)
        self._context.banners.put(
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
                    (partial(tr, N_("Put it in its place")), lambda: self._restore(backup, path)),
                    (partial(tr, N_("Another backup")), lambda: self._show_backups(path)),
                ),
            )
        )

    def _show_backups(self, path: Path) -> None:
        error = DamagedError(N_("{file} is damaged; it was left as it is"), file=path.name)
        self.help_with(path, error)

    def _restore(self, backup: "Backup", path: Path) -> None:
        from chapterdesk.store.keeping.restore import restore

        context, tr = self._context, self._context.tr
        key = context.desk.key
        folder, now = context.backups.folder(), dt.datetime.now(dt.UTC).replace(tzinfo=None)
        self._window.close_file()

        def done(kept: Path | None) -> None:
            self.open(path, key=key)
            if context.is_open and kept is not None:
                context.notify(tr("Restored. The damaged file is kept as {file}", file=kept.name))

        context.run(
            lambda progress: restore(backup, path, key, folder, now, progress),
            done,
            tr("Restoring the backup"),
            writing=True,
            on_failed=partial(self._not_restored, path),
        )

    def _not_restored(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, ChapterError):
            raise error
        self._window.to_start().say_trouble(trouble_of(self._context, self, path, error))


def _open(path: Path, passphrase: str, key: str | None, backups: Path, *, read_only: bool) -> DeskFile:
    """Open a file for writing where that is allowed, else to read only."""
    writable = os.access(path, os.W_OK) and os.access(real(path).parent, os.W_OK)
    if not read_only and (writable or not path.is_file()):
        with suppress(PermissionError):  # the system said that it may be written, the disk says otherwise
            return DeskFile.open(path, passphrase or None, key=key, backups=backups)
    return DeskFile.open(path, passphrase or None, read_only=True, key=key)


def _show_first(path: Path) -> bool:
    """Bring the window that has the file to the front; tell whether there is one."""
    from chapterdesk.ui.session.single_instance import show_first

    return show_first(path)
