"""The page on which the first chapter of a file is typed in place, with the place where the file is kept."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.paths import APPLICATION, data_folder
from chapterdesk.store.calendar import ensure_meetings
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.desk_file import SUFFIX, DeskFile
from chapterdesk.ui.chapter_fields import NewChapter
from chapterdesk.ui.context import Context
from chapterdesk.ui.widgets import Button, Card, FieldError, LinkButton, PrimaryButton, label


class NewChapterPage(QWidget):
    """Makes a desk file with its first chapter, or the first chapter of the open file that has none."""

    made = Signal(object, object)
    """A new desk file is open: the DeskFile and the files to import into it."""
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._files: tuple[Path, ...] = ()
        self._folder = data_folder()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("A new chapter"), "title", wrap=True))
        self.text = label("", tone="muted", wrap=True)
        column.addWidget(self.text)
        column.addSpacing(12)
        card = Card(padding=24)
        card.body.setSpacing(16)
        self.form = NewChapter(context)
        self.form.finished.connect(self.make)
        card.body.addWidget(self.form)
        self.place = QWidget()
        row = QHBoxLayout(self.place)
        row.setContentsMargins(0, 0, 0, 0)
        self.place_text = label("", "small", wrap=True)
        change = LinkButton(tr("Another folder…"))
        change.clicked.connect(self._choose_folder)
        row.addWidget(self.place_text, 1)
        row.addWidget(change)
        card.body.addWidget(self.place)
        self.error = FieldError()
        card.body.addWidget(self.error)
        column.addWidget(card)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        self.button = PrimaryButton(tr("Begin"))
        back = Button(tr("Back"))
        back.clicked.connect(self.left)
        self.button.clicked.connect(self.make)
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self.button)
        column.addLayout(buttons)
        column.addStretch(1)
        self.form.name.textChanged.connect(self._show_place)

    def ask(self, files: Sequence[Path] = ()) -> None:
        """Begin to ask; `files` are imported into the chapter afterwards."""
        tr = self._context.tr
        self._files = tuple(files)
        self.text.setText(
            tr("Whose are they? %n file(s) will be imported next.", "", len(self._files))
            if files
            else tr("Everything can be changed later.")
        )
        self.place.setVisible(not self._context.is_open)
        self._show_place()
        self.form.focus_start()

    def path(self) -> Path:
        """Return where the new desk file is kept."""
        return self._folder / f"{file_name(self.form.name.text())}{SUFFIX}"

    def _show_place(self) -> None:
        tr = self._context.tr
        self.place_text.setText(tr("Kept in {file}", file=short_path(self.path())))
        self.error.say("")

    def _choose_folder(self) -> None:
        tr = self._context.tr
        self._folder.mkdir(parents=True, exist_ok=True)
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the file"), str(self._folder))
        if name:
            self._folder = Path(name)
            self._show_place()

    def make(self) -> None:
        """Make the chapter, in a new desk file or in the open one, and go on with it."""
        values = self.form.values()
        if values is None:
            return
        tr, today = self._context.tr, self._context.today()
        fresh = not self._context.is_open
        try:
            desk = DeskFile.create(self.path()) if fresh else self._context.desk
            try:
                with desk.change(N_("Add chapter {name}"), name=values["name"]) as s:
                    chapter_id = add_chapter(s, **values)
                    ensure_meetings(s, chapter_id, today)
            except BaseException:
                if fresh:  # so that the next try does not find a file of this name
                    desk.close()
                    desk.path.unlink(missing_ok=True)
                raise
        except ChapterError as error:
            self._context.tell(error, say=self.error.say)
        except OSError:
            self.error.say(tr("The file cannot be written in this folder; choose another one."))
        else:
            desk.forget_undo()
            if fresh:
                self.made.emit(desk, self._files)


def file_name(name: str) -> str:
    """Return a chapter's name as a file name that every system accepts."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", name)
    safe = re.sub(r"\s+", " ", safe).strip(" .")[:80]
    if re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", safe):
        safe += " -"
    return safe or APPLICATION


def short_path(path: Path) -> str:
    """Return a path as people say it: from the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
