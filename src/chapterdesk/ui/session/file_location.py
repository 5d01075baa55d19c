"""Another place for a file: a copy of one that can only be read, and a folder of its own for one that is synced."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from chapterdesk.demo import demo_file
from chapterdesk.domain.progress import Progress
from chapterdesk.domain.text import N_
from chapterdesk.store.desk_file import SUFFIX, DeskFile
from chapterdesk.store.keeping.surroundings import PlaceKind, own_folder, surroundings
from chapterdesk.ui.session.settings import place_key
from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.shell.new_chapter_page import short_path
from chapterdesk.ui.widgets.context import Context

if TYPE_CHECKING:
    from chapterdesk.ui.shell.window import MainWindow

LEFT_HERE = "left-here"
"""Where it is kept that the director leaves a file in a synced folder; the choice is the digest of its place."""


class Places(QObject):
    """Copies and moves the open file for the director, and says when it lies in a place that is not a good one."""

    def __init__(self, context: Context, window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        context.session.unsaved.copy_asked.connect(self.save_copy)

    # A copy

    def save_copy(self) -> None:
        """Ask where a copy goes, make it beside the window, and go on with it."""
        context, tr = self._context, self._context.tr
        if not context.is_open:
            return
        path = context.desk.path
        offered = free_name(own_folder() / tr("{file} (copy)", file=path.stem))
        offered.parent.mkdir(parents=True, exist_ok=True)
        kind = tr("ChapterDesk files") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save a copy"), str(offered), kind)
        if name:
            self.copy_to(Path(name))

    def copy_to(self, target: Path) -> None:
        """Make a copy of the open file and go on with it; the file itself is left as it is."""
        from chapterdesk.store.keeping.copying import save_copy

        context, tr = self._context, self._context.tr
        if target.suffix.casefold() != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        desk = context.desk
        key = desk.key

        def done(_result: object) -> None:
            self._window.opening.open(target, key=key)
            if context.is_open and context.desk.path == target:
                context.notify(tr("This is the copy now: {file}", file=target.name))

        context.run(lambda progress: save_copy(desk, target, progress), done, tr("Saving a copy"), writing=True)

    # A better place

    def look_around(self, desk: DeskFile) -> None:
        """Say calmly what there is to know of the place: read only, the demo, a synced folder, a network.

        What the director left in a synced folder stays there without another word.
        """
        tr = self._context.tr
        if demo_file.is_demo(desk.path):
            text = tr("This is the demo: it begins anew each time it is opened. Save a copy to keep what you enter.")
            self._context.notify(text, tr("Save a copy"), self._context.session.unsaved.copy_asked.emit)
            return
        if desk.read_only:
            if not self._window.opening.is_backup(desk):
                text = tr("This file can only be read: nothing can be changed in it here.")
                self._context.notify(text, tr("Save a copy"), self._context.session.unsaved.copy_asked.emit)
            return
        place = surroundings(desk.path)
        known = self._context.settings_file.choice(f"{LEFT_HERE}/{place_key(desk.path)}")
        if place is None or known:
            return
        folder = own_folder()
        better = short_path(folder)
        if place.kind is PlaceKind.SYNCED:
            text = N_(
                "{service} copies this folder to other computers. If two computers write the file at once, or it is"
                " copied while it is being written, it can be spoilt. Keep the file itself elsewhere; backups may"
                " stay there."
            )
        elif place.name:
            text = N_(
                "This file lies on {service}, across the network. If the connection breaks, or two computers write at"
                " once, it can be spoilt. Keep the file itself on this computer; backups may stay there."
            )
        else:
            text = N_(
                "This file lies on a network drive. If the connection breaks, or two computers write at once, it can"
                " be spoilt. Keep the file itself on this computer; backups may stay there."
            )
        move = (lambda: tr("Move it to {folder}", folder=better), self.move)
        leave = ((partial(tr, N_("Leave it here")), self.leave_here),)
        self._context.banners.put(
            Banner(
                "place",
                "info",
                "warning",
                lambda: tr(text, service=place.name),
                leave if surroundings(folder / "any") is not None else (move, *leave),
            )
        )

    def leave_here(self) -> None:
        """Say no more that this file lies in such a place."""
        self._context.settings_file.remember_choice(f"{LEFT_HERE}/{place_key(self._context.desk.path)}", "yes")
        self._context.banners.remove("place")

    def move(self) -> None:
        """Move the file to the folder of the program in the documents, and go on with it there."""
        from chapterdesk.store.keeping.copying import move
        from chapterdesk.ui.session.work_on_closed import Left, reopen_after

        context, tr = self._context, self._context.tr
        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder / context.desk.path.stem)

        def job(path: Path, key: str | None, progress: Progress) -> Left:
            move(path, target, progress)
            return Left(target, key)

        def done(_result: object) -> None:
            context.notify(tr("The file lies in {folder} now", folder=short_path(folder)))

        reopen_after(context, self._window, job, tr("Moving the file"), done)


def free_name(wanted: Path) -> Path:
    """Return `wanted` with the ending of desk files, and a number when there is a file of this name."""
    for number in range(1, 1000):
        path = wanted.with_name(f"{wanted.name}{'' if number == 1 else f' {number}'}{SUFFIX}")
        if not path.exists():
            return path
    return path
