"""The page for the first chapter of a file, with the folder and the passphrase of the file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.document.files import safe_name
from chapterdesk.domain.errors import ChapterError
from chapterdesk.paths import APPLICATION, DESK_SUFFIX, short_path
from chapterdesk.store.keeping.closed_file import create_with
from chapterdesk.store.keeping.surroundings import own_folder
from chapterdesk.store.sqlite.cipher import new_key
from chapterdesk.ui.widgets import Button, Card, FieldError, LinkButton, NewPassphrase, PrimaryButton, TickBox, label
from chapterdesk.ui.widgets.chapter_fields import NewChapter
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, add, box, column, row

LONGEST: Final = 80
"""Characters of the chapter's name that go into the file name."""


class NewChapterPage(QWidget):
    """Makes a desk file with its first chapter, or the first chapter of an open file without one."""

    made = Signal(object, object)
    """A new desk file is open: the DeskFile, and the files to import into it."""
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._files: tuple[Path, ...] = ()
        self._values: dict[str, Any] = {}
        self._folder: Path | None = None
        self.text = label("", tone="muted", wrap=True)
        self.form = NewChapter(context)
        self.form.finished.connect(self.make)
        self.place_text = label("", "small", wrap=True)
        change = LinkButton(tr("Another folder…"))
        change.clicked.connect(self._choose_folder)
        self.place = box(row((self.place_text, 1), change, spacing=6))
        self.protection = self._make_protection()
        self.error = FieldError()
        card = Card(padding=24, spacing=16)
        add(card.body, self.form, self.place, self.protection, self.error)
        self.button, back = PrimaryButton(tr("Begin")), Button(tr("Back"))
        back.clicked.connect(self.cancelled)
        self.button.clicked.connect(self.make)
        title, buttons = label(tr("A new chapter"), "title", wrap=True), row(STRETCH, back, self.button, spacing=4)
        column(title, self.text, 12, card, 12, buttons, STRETCH, spacing=4, parent=self)
        self.form.name.textChanged.connect(self._show_place)

    def _make_protection(self) -> QWidget:
        """Return the option of a passphrase, off at first, with its reason."""
        tr = self._context.tr
        self.protect = TickBox(tr("Protect the file with a passphrase"))
        reason = tr("It holds phones, absences and business of many people; then a lost laptop tells nobody anything.")
        self.passphrase = NewPassphrase(self._context)
        self.passphrase.entered.connect(self.make)
        self.passphrase.hide()
        self.protect.box.toggled.connect(self._show_protection)
        return box(column(self.protect, label(reason, "small", wrap=True), 8, self.passphrase, spacing=4))

    def _show_protection(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.passphrase.setVisible(is_wanted)
        self.passphrase.clear()
        if is_wanted:
            self.passphrase.set_guessable(self.form.name.text(), APPLICATION)
            self.passphrase.first.field.setFocus()

    def ask(self, files: Sequence[Path] = ()) -> None:
        """Ask for the chapter; `files` are imported into it afterwards."""
        tr = self._context.tr
        self._files = tuple(files)
        self.text.setText(
            tr("Whose are they? %n file(s) will be imported next.", "", len(self._files))
            if files
            else tr("Everything can be changed later.")
        )
        self.place.setVisible(not self._context.is_open)
        self.protection.setVisible(not self._context.is_open)
        self._show_place()
        self.form.focus_start()

    def folder(self) -> Path:
        """Return the folder of the new desk file; the first call looks for one, which can take long."""
        if self._folder is None:
            self._folder = own_folder()
        return self._folder

    def path(self) -> Path:
        """Return the path of the new desk file."""
        return self.folder() / f"{safe_name(self.form.name.text()[:LONGEST])}{DESK_SUFFIX}"

    def _show_place(self) -> None:
        tr = self._context.tr
        self.place_text.setText(tr("Kept in {file}", file=short_path(self.path())))
        self.error.say("")

    def _choose_folder(self) -> None:
        tr = self._context.tr
        self.folder().mkdir(parents=True, exist_ok=True)
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the file"), str(self.folder()))
        if name:
            self._folder = Path(name)
            self._show_place()

    def make(self) -> None:
        """Make the chapter in a new desk file or in the open one."""
        values = self.form.values()
        if values is None or not self.button.isEnabled():
            return
        if self._context.is_open or not self.protect.is_ticked:
            self._make(values, None)
        elif (passphrase := self.passphrase.value()) is not None:
            self.button.setEnabled(False)  # deriving the key takes a moment, in the background
            self._values = values
            self._context.run(lambda _progress: new_key(passphrase), self._make_protected)

    def _make_protected(self, key: str) -> None:
        self.button.setEnabled(True)
        self._make(self._values, key)

    def _make(self, values: dict[str, Any], key: str | None) -> None:
        context, tr = self._context, self._context.tr
        try:
            if context.is_open:
                add_chapter(context.desk, context.today(), **values)
                context.desk.forget_undo()
                return
            file = create_with(self.path(), key, lambda desk: add_chapter(desk, context.today(), **values))
        except ChapterError as error:
            context.tell(error, say=self.error.say)
        except OSError:
            self.error.say(tr("The file cannot be written in this folder; choose another one."))
        else:
            self.made.emit(file, self._files)
