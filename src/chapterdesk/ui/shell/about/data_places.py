"""Where the data of the director are: each place with its path, shown in the system's file browser or copied."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.paths import fault_log
from chapterdesk.ui.shell.new_chapter_page import short_path
from chapterdesk.ui.widgets.buttons import Button, IconButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import show_folder
from chapterdesk.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class DataPlace:
    """A file or a folder of the director's. `title` is translated."""

    title: str
    path: Path
    is_folder: bool = False

    @property
    def folder(self) -> Path:
        """The folder to show: itself, or the one that it lies in."""
        return self.path if self.is_folder else self.path.parent


def places(context: Context) -> list[DataPlace]:
    """Return where the data are: the open file, if there is one, backups, settings, and the log of faults."""
    tr = context.tr
    found = [
        DataPlace(tr("Backups"), context.backups.folder(), is_folder=True),
        DataPlace(tr("Settings"), context.settings_file.path),
        DataPlace(tr("Log of faults"), fault_log()),
    ]
    return [DataPlace(tr("The open file"), context.desk.path), *found] if context.is_open else found


class PlaceRow(QWidget):
    """One place: what it is, where it is, and two buttons."""

    def __init__(self, context: Context, place: DataPlace) -> None:
        super().__init__()
        self.place = place
        self._context = context
        tr = context.tr
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(place.title, "strong"))
        self.where = label(breakable(short_path(place.path)), "small", wrap=True)
        self.where.setAccessibleName(short_path(place.path))
        words.addWidget(self.where)
        grid.addLayout(words, 0, 0)
        grid.setColumnStretch(0, 1)
        buttons = QHBoxLayout()
        self.copy = IconButton(context, "copy", tr("Copy the path"))
        self.copy.clicked.connect(self._copy)
        self.show_it = Button(tr("Show in folder"))
        self.show_it.setAccessibleName(tr("Show in folder: {name}", name=place.title))
        self.show_it.clicked.connect(self._show)
        for button in (self.copy, self.show_it):
            buttons.addWidget(button)
        grid.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignTop)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.place.path))
        tr = self._context.tr
        self._context.notify(tr("The path is on the clipboard."))

    def _show(self) -> None:
        show_folder(self._context, self.place.folder, self.place.path)


def breakable(path: str) -> str:
    """Return a path that may be broken into lines after a backslash too: Qt breaks after a slash, not after that."""
    return path.replace("\\", "\\\N{ZERO WIDTH SPACE}")
