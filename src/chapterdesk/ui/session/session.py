"""The session of a window: OpenDesk with the parts that open, close, lock and move the file.

All of them change the state (states.py), and the state alone decides what the window shows. No widget is known here.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Slot

from chapterdesk.domain.progress import Progress
from chapterdesk.store.keeping import backups, keystore
from chapterdesk.store.keeping.check import quick
from chapterdesk.store.keeping.integrity import Finding
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session.close_file import FileCloser
from chapterdesk.ui.session.file_location import FileLocation
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.open_file import FileOpener
from chapterdesk.ui.session.screen_lock import ScreenLock
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.session.tasks import ask_key_store

CHECK_AFTER = 2500
"""Milliseconds between opening a file and checking its pages in the background."""


class DeskSession(OpenDesk):
    """The session of one window."""

    def __init__(
        self,
        settings_file: SettingsFile,
        *,
        language: str = "",
        today: dt.date | None = None,
        automatic_backups: bool = True,
    ) -> None:
        super().__init__(settings_file, language=language, today=today, automatic_backups=automatic_backups)
        self.closer = FileCloser(self)
        self.opener = FileOpener(self, self.closer, self.begin)
        self.location = FileLocation(self, self.opener)
        self.lock = ScreenLock(self)
        self.open = self.opener.open
        self.work_on_closed = self.opener.work_on_closed
        self.request_close = self.closer.request_close
        self._check_timer = QTimer(self, singleShot=True)
        self._check_timer.timeout.connect(self.check_file)

    def begin(self, desk: DeskFile, files: Sequence[Path] = ()) -> None:
        """Replace the present file by an opened one; `files` are imported into it next.

        Each notice replaces the one before. The order: repeated erasures; the demo, or a read-only file; seconds later
        faults of the backups or the pages. News of an update (app.py) appear only when no other notice is shown.
        """
        self.use_file(desk)
        if not self.is_open:
            return  # the first screen could not be read
        if not self.is_demo and not self.opener.is_backup(desk):
            self.settings_file.remember(desk.path)
        self.opener.listen(desk)
        if files and self.has_chapter:
            self.go("import", paths=list(files))
        self.location.show_location_advice()
        if self.backups.is_backed_up(desk):
            self._check_timer.start(CHECK_AFTER)

    # The key store of the system

    def remember_key(self, path: Path, key: str) -> None:
        """Remember the key of a file on this computer; a notice says when that fails."""
        tr = self.speech.tr

        def report(is_kept: bool) -> None:  # noqa: FBT001 - the answer of the store
            if not is_kept:
                self.speech.notify(tr("The passphrase could not be remembered; you will be asked for it."))

        ask_key_store(self, lambda: keystore.remember(path, key), report)

    def forget_key(self, path: Path) -> None:
        """Forget the key of a file on this computer."""
        ask_key_store(self, lambda: keystore.forget(path), lambda _nothing: None)

    # The check after opening

    @Slot()
    def check_file(self) -> None:
        """Check the pages of the open file in the background and tidy its backups; say only faults."""
        if not self.is_open:
            return
        desk, folder, tr = self.file, self.backups.folder(), self.speech.tr

        def job(progress: Progress) -> list[Finding]:
            backups.remove_half_made(folder, desk.identity)
            return quick(desk, progress)

        if self.backups.is_gone:
            gone = tr(
                "The folder of your backups is not there: {folder}. Until it is, backups are kept on this computer.",
                folder=str(self.backups.chosen),
            )
            self.speech.notify(gone, tr("Show the backups"), lambda: self.go("backups"))
        self.run(job, self._show_findings)

    def _show_findings(self, findings: list[Finding]) -> None:
        tr = self.speech.tr
        if findings:
            text = tr("This file is damaged in places. Go on with a backup; the damaged file is kept.")
            self.speech.notify(text, tr("Show the backups"), lambda: self.go("backups"))
