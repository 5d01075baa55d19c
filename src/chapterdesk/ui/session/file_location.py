"""Where the open file lies: a copy elsewhere, a better folder, and what there is to know of the place."""

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
"""Where it is kept that the director leaves a file in a synced folder; the choice is the digest of its place."""


class FileLocation(QObject):
    """Copies and moves the open file, and says when it lies in a place that is not a good one."""

    def __init__(self, session: OpenDesk, opener: FileOpener) -> None:
        super().__init__(session)
        self._session = session
        self._opener = opener

    def offered_copy(self) -> Path:
        """Return where a copy of the open file is offered to be made; its folder is there."""
        tr = self._session.speech.tr
        offered = copies.unused_name(own_folder() / tr("{file} (copy)", file=self._session.path.stem))
        offered.parent.mkdir(parents=True, exist_ok=True)
        return offered

    def copy_to(self, target: Path) -> None:
        """Make a copy of the open file and go on with it; the file itself is left as it is."""
        session, tr = self._session, self._session.speech.tr
        target, desk = copies.with_suffix(target), session.file

        def done(_result: object) -> None:
            self._opener.open(target, key=desk.key)
            if session.is_open and session.path == target:
                session.speech.notify(tr("This is the copy now: {file}", file=target.name))

        session.run(lambda progress: copies.save_copy(desk, target, progress), done, tr("Saving a copy"), writing=True)

    def describe_place(self) -> None:
        """Say calmly what there is to know of the place: read only, the demo, a synced folder, a network.

        What the director left in a synced folder stays there without another word.
        """
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
        known = session.settings_file.choice(f"{LEFT_HERE}/{location_digest(desk.path)}")
        if place is None or known:
            return
        folder = own_folder()
        better = short_path(folder)
        move = (lambda: tr("Move it to {folder}", folder=better), self.move)
        leave = ((partial(tr, N_("Leave it here")), self.leave_here),)
        session.speech.banners.put(
            Banner(
                "place",
                "info",
                "warning",
                lambda: tr(place.advice, service=place.name),
                leave if surroundings(folder / "any") is not None else (move, *leave),
            )
        )

    def leave_here(self) -> None:
        """Say no more that this file lies in such a place."""
        session = self._session
        session.settings_file.remember_choice(f"{LEFT_HERE}/{location_digest(session.path)}", "yes")
        session.speech.banners.remove("place")

    def move(self) -> None:
        """Move the file to the folder of the program in the documents, and go on with it there."""
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
