"""Where the open file is: copying it, moving it, and advice about its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.paths import short_path
from chapterdesk.store.keeping import copies
from chapterdesk.store.keeping.closed_file import ReopenAs
from chapterdesk.store.keeping.locations import location_digest
from chapterdesk.store.keeping.surroundings import own_folder, surroundings
from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.open_file import FileOpener
from chapterdesk.ui.session.speech import Banner

LEFT_HERE = "left-here"
"""Settings key prefix for files that the director left in a synced folder on purpose."""


class FileLocation(QObject):
    """Copies and moves the open file, and warns when its folder is unsuitable."""

    def __init__(self, session: OpenDesk, opener: FileOpener) -> None:
        super().__init__(session)
        self._session = session
        self._opener = opener

    def propose_copy(self) -> Path:
        """Return an unused path for a copy of the open file, and make its folder."""
        tr = self._session.speech.tr
        offered = copies.unused_name(own_folder() / tr("{file} (copy)", file=self._session.path.stem))
        offered.parent.mkdir(parents=True, exist_ok=True)
        return offered

    def copy_to(self, target: Path) -> None:
        """Copy the open file and open the copy; the original does not change."""
        session, tr = self._session, self._session.speech.tr
        target, desk = copies.with_suffix(target), session.file

        def done(_result: object) -> None:
            self._opener.open(target, key=desk.key)
            if session.is_open and session.path == target:
                session.speech.notify(tr("This is the copy now: {file}", file=target.name))

        session.run(lambda progress: copies.save_copy(desk, target, progress), done, tr("Saving a copy"), writing=True)

    def show_location_advice(self) -> None:
        """Say whether the file is read only, the demo, or in an unsuitable folder where it was not left on purpose."""
        session, tr, desk = self._session, self._session.speech.tr, self._session.file
        if session.is_demo:
            session.unsaved.offer_copy(
                tr("This is the demo: it begins anew each time it is opened. Save a copy to keep what you enter.")
            )
            return
        if desk.read_only:
            if not self._opener.is_backup(desk):
                session.unsaved.offer_copy(tr("This file can only be read: nothing can be changed in it here."))
            return
        place = surroundings(desk.path)
        left_on_purpose = session.settings_file.choice(f"{LEFT_HERE}/{location_digest(desk.path)}")
        if place is None or left_on_purpose:
            return
        folder = own_folder()
        better = short_path(folder)
        is_folder_better = surroundings(folder / "any") is None  # the name of the file does not matter
        move = (lambda: tr("Move it to {folder}", folder=better), self.move)
        leave = ((partial(tr, N_("Leave it here")), self.leave_here),)
        session.speech.banners.put(
            Banner(
                "place",
                "info",
                "warning",
                lambda: tr(place.advice, service=place.name),
                (move, *leave) if is_folder_better else leave,
            )
        )

    def leave_here(self) -> None:
        """Stop the advice about the folder of this file."""
        session = self._session
        session.settings_file.remember_choice(f"{LEFT_HERE}/{location_digest(session.path)}", "yes")
        session.speech.banners.remove("place")

    def move(self) -> None:
        """Move the file to the program's folder in the documents and open it there."""
        session, tr = self._session, self._session.speech.tr
        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        target = copies.unused_name(folder / session.path.stem)

        def job(path: Path, key: str | None, progress: Progress) -> ReopenAs:
            copies.move(path, target, progress)
            return ReopenAs(target, key)

        def done(_result: object) -> None:
            session.speech.notify(tr("The file lies in {folder} now", folder=short_path(folder)))

        self._opener.work_on_closed(job, tr("Moving the file"), done)
