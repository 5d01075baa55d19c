"""The state of the window: which desk file is open, or what became of it; and the ways from one state to another.

Opening, closing, locking, working on the closed file, moving it: each goes through the states of states.py, and nothing
else says what the window shows. No widget is known here.
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

LOOK_AFTER = 2500
"""Milliseconds after a file was opened until its pages are checked, beside the director's work."""


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
        self._first_look = QTimer(self, singleShot=True)
        self._first_look.timeout.connect(self.check_file)

    def begin(self, desk: DeskFile, files: Sequence[Path] = ()) -> None:
        """Go on with a desk file that is open, in the place of the present one; `files` are imported into it next.

        One notice stands at a time, the latest. In this order: people had to be erased again; it is the demo, or can
        only be read; and some seconds later what is wrong with its backups or its pages, which is the gravest. News of
        an update (app.py) are said before the window is used, and only where nothing else is said.
        """
        self.take(desk)
        if not self.is_open:
            return  # what is shown first was damaged
        if not self.is_demo and not self.opener.is_backup(desk):
            self.settings_file.remember(desk.path)
        self.opener.listen(desk)
        if files and self.has_chapter:
            self.go("import", paths=list(files))
        self.location.describe_place()
        if self.backups.keeps(desk):
            self._first_look.start(LOOK_AFTER)

    # The key store of the system

    def remember_key(self, path: Path, key: str) -> None:
        """Have the key of a file remembered on this computer; say so when that fails."""
        tr = self.speech.tr

        def told(kept: bool) -> None:  # noqa: FBT001 - the answer of the store
            if not kept:
                self.speech.notify(tr("The passphrase could not be remembered; you will be asked for it."))

        ask_key_store(self, lambda: keystore.remember(path, key), told)

    def forget_key(self, path: Path) -> None:
        """Have the key of a file forgotten on this computer."""
        ask_key_store(self, lambda: keystore.forget(path), lambda _nothing: None)

    # The first look

    @Slot()
    def check_file(self) -> None:
        """Check the pages of the open file on another thread, and tidy its backups; say only what is wrong."""
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
            told = tr("This file is damaged in places. Go on with a backup; the damaged file is kept.")
            self.speech.notify(told, tr("Show the backups"), lambda: self.go("backups"))
