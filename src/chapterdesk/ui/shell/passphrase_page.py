"""The page that asks for the passphrase of a desk file, in place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.faults import PassphraseNeededError
from chapterdesk.store.keeping import keystore
from chapterdesk.store.opening import unlock
from chapterdesk.ui.session.tasks import ask_key_store
from chapterdesk.ui.widgets import Button, FieldError, PassphraseEdit, PrimaryButton, TickBox, label, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column, row


class PassphrasePage(QWidget):
    """Asks until the passphrase is right or the director goes back; what was typed stays when it is wrong.

    What is remembered is tried first, while the page is there to type in. The key is derived beside the window.
    """

    typed = Signal(object, str)
    """A file can be opened: the file and the key that its passphrase gives."""
    cancelled = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._path = Path()
        self._busy = self._recalled = self._known = False
        self.title = label("", "title", wrap=True)
        self.edit = PassphraseEdit(context, tr("Passphrase"))
        self.field = self.edit.field
        self.error = FieldError(self.field)
        self.remember = TickBox(tr("Remember on this computer"))
        self.button, back = PrimaryButton(tr("Opening…")), Button(tr("Back"))
        self.button.setMinimumWidth(self.button.sizeHint().width())  # the longer of its words: nothing moves
        self.button.setText(tr("Open"))
        self.button.clicked.connect(self._try)
        back.clicked.connect(self._leave)
        self.edit.entered.connect(self._try)
        self.edit.edited.connect(lambda: self.error.say(""))
        sign, caption = picture(context, "lock", "muted", 32), label(tr("Passphrase"), "small")
        parts = sign, self.title, caption, self.edit, self.error, self.remember
        column(*parts, 4, row(self.button, back, STRETCH, spacing=12), STRETCH, spacing=12, parent=self)

    def ask(self, path: Path, error: str = "") -> None:
        """Ask for the passphrase of a file; `error` says what was wrong with the last one."""
        tr = self._context.tr
        self._rest()
        if path != self._path or not error:
            self.edit.clear()
            self.remember.refuse("")
            ask_key_store(self, lambda: (path, keystore.can_remember(), keystore.recall(path)), self._take_remembered)
        self._path = path
        self.title.setText(tr("{file} is protected", file=path.stem))
        self.error.say(error)
        self.field.selectAll()
        self.field.setFocus()

    def _take_remembered(self, answer: tuple[Path, bool, str | None]) -> None:
        """Try the passphrase that the key store has, unless the director was quicker."""
        path, can, key = answer
        if path != self._path or not self.isVisible():
            return
        tr = self._context.tr
        self._known = key is not None
        self.remember.refuse("" if can else tr("This computer has no protected place to remember a passphrase in."))
        if key is not None and not self._busy and not self.field.text():
            self.remember.box.setChecked(True)
            self._begin(key, recalled=True)

    def _try(self) -> None:
        if self.field.text() and not self._busy:
            self._begin(self.field.text(), recalled=False)

    def _begin(self, passphrase: str, *, recalled: bool) -> None:
        tr, path = self._context.tr, self._path
        self._busy, self._recalled = True, recalled
        self.button.setEnabled(False)
        self.button.setText(tr("Opening…"))
        self._context.run(lambda _progress: unlock(path, passphrase), self._open, on_failed=self._refuse)

    def _rest(self) -> None:
        tr = self._context.tr
        self._busy = False
        self.button.setEnabled(True)
        self.button.setText(tr("Open"))

    def _open(self, key: str) -> None:
        if not self._busy:
            return  # the director went back meanwhile
        path, context = self._path, self._context
        wanted, recalled, known = self.remember.is_ticked, self._recalled, self._known
        self._rest()
        self.typed.emit(path, key)  # this page may be gone afterwards
        if wanted and not recalled:
            context.session.remember_key(path, key)
        elif known and not wanted:
            context.session.forget_key(path)

    def _refuse(self, error: BaseException) -> None:
        if not self._busy:
            return
        tr, path = self._context.tr, self._path
        self._rest()
        if self._recalled and isinstance(error, PassphraseNeededError):
            self._context.session.forget_key(path)
            self._known = False
            self.remember.box.setChecked(False)
            self.error.say(tr("The remembered passphrase does not open this file any more and was forgotten. Type it."))
        elif isinstance(error, PassphraseNeededError):
            self.error.say(self._context.language.error(error))
        elif isinstance(error, ChapterError | OSError):
            self.typed.emit(path, "")  # opening it says what is the matter
        else:
            raise error
        self.field.selectAll()
        self.field.setFocus()

    def _leave(self) -> None:
        self._rest()
        self._path = Path()
        self.edit.clear()
        self.cancelled.emit()
