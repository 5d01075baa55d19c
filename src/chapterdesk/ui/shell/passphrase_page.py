"""The page that asks for the passphrase of a desk file, and the form that it shares with the lock page."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.keeping import keystore
from chapterdesk.store.sqlite.faults import PassphraseNeededError
from chapterdesk.store.sqlite.opening import unlock
from chapterdesk.ui.session.tasks import ask_key_store
from chapterdesk.ui.widgets import Button, FieldError, PassphraseEdit, PrimaryButton, TickBox, label, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, column, row


class PassphraseForm(QWidget):
    """A title, a passphrase field with its error, and buttons; `words` go under the title, `more` under the field."""

    entered = Signal()
    cancelled = Signal()

    def __init__(
        self, context: Context, back: str, words: tuple[QWidget, ...] = (), more: tuple[QWidget, ...] = ()
    ) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self.is_busy = False
        """Whether a passphrase is being checked."""
        self.title = label("", "title", wrap=True)
        self.edit = PassphraseEdit(context, tr("Passphrase"))
        self.field = self.edit.field
        self.error = FieldError(self.field)
        self.button, cancel = PrimaryButton(tr("Opening…")), Button(back)
        self.button.setMinimumWidth(self.button.sizeHint().width())  # for its longest text, so that nothing moves
        self.button.setText(tr("Open"))
        self.button.clicked.connect(self.entered)
        self.edit.entered.connect(self.entered)
        cancel.clicked.connect(self.cancelled)
        asked = (label(tr("Passphrase"), "small"), self.edit, self.error)
        buttons = row(self.button, cancel, STRETCH, spacing=12)
        self.body = column(
            picture(context, "lock", "muted", 32),
            self.title,
            *words,
            *asked,
            *more,
            4,
            buttons,
            spacing=12,
            parent=self,
        )

    def set_busy(self, *, is_busy: bool) -> None:
        """Show on the button whether a passphrase is being checked."""
        tr = self._context.tr
        self.is_busy = is_busy
        self.button.setEnabled(not is_busy)
        self.button.setText(tr("Opening…") if is_busy else tr("Open"))

    def focus_field(self) -> None:
        """Put the focus on the field with its text selected."""
        self.field.selectAll()
        self.field.setFocus()


class PassphrasePage(PassphraseForm):
    """Asks until the passphrase is right or the director goes back; a wrong passphrase stays in the field.

    A remembered key is tried first, while the page is shown. The key is derived in the background.
    """

    typed = Signal(object, str)
    """A file can be opened: its path, and the key from its passphrase ("" after another error)."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        self.remember = TickBox(tr("Remember on this computer"))
        super().__init__(context, tr("Back"), more=(self.remember,))
        self._path = Path()
        self._recalled = self._known = False
        self.body.addStretch(1)
        self.entered.connect(self._try)
        self.cancelled.connect(self._forget)
        self.edit.edited.connect(lambda: self.error.say(""))

    def ask(self, path: Path, error: str = "") -> None:
        """Ask for the passphrase of a file; `error` says what was wrong with the last one."""
        tr = self._context.tr
        self.set_busy(is_busy=False)
        if path != self._path or not error:
            self.edit.clear()
            self.remember.refuse("")
            ask_key_store(self, lambda: (path, keystore.can_remember(), keystore.recall(path)), self._take_remembered)
        self._path = path
        self.title.setText(tr("{file} is protected", file=path.stem))
        self.error.say(error)
        self.focus_field()

    def _take_remembered(self, answer: tuple[Path, bool, str | None]) -> None:
        """Try the key from the key store, unless the director has typed something."""
        path, can, key = answer
        if path != self._path or not self.isVisible():
            return
        tr = self._context.tr
        self._known = key is not None
        self.remember.refuse("" if can else tr("This computer has no protected place to remember a passphrase in."))
        if key is not None and not self.is_busy and not self.field.text():
            self.remember.box.setChecked(True)
            self._begin(key, recalled=True)

    def _try(self) -> None:
        if self.field.text() and not self.is_busy:
            self._begin(self.field.text(), recalled=False)

    def _begin(self, passphrase: str, *, recalled: bool) -> None:
        path, self._recalled = self._path, recalled
        self.set_busy(is_busy=True)
        self._context.run(lambda _progress: unlock(path, passphrase), self._open, on_failed=self._refuse)

    def _open(self, key: str) -> None:
        if not self.is_busy:
            return  # the director went back meanwhile
        path, context = self._path, self._context
        remember, recalled, known = self.remember.is_ticked, self._recalled, self._known
        self.set_busy(is_busy=False)
        self.typed.emit(path, key)  # this page may be deleted afterwards
        if remember and not recalled:
            context.session.remember_key(path, key)
        elif known and not remember:
            context.session.forget_key(path)

    def _refuse(self, error: BaseException) -> None:
        if not self.is_busy:
            return
        tr, path = self._context.tr, self._path
        self.set_busy(is_busy=False)
        if self._recalled and isinstance(error, PassphraseNeededError):
            self._context.session.forget_key(path)
            self._known = False
            self.remember.box.setChecked(False)
            self.error.say(tr("The remembered passphrase does not open this file any more and was forgotten. Type it."))
        elif isinstance(error, PassphraseNeededError):
            self.error.say(self._context.language.error(error))
        elif isinstance(error, ChapterError | OSError):
            self.typed.emit(path, "")  # opening it shows the problem
        else:
            raise error
        self.focus_field()

    def _forget(self) -> None:
        """Clear the field and ignore a key that is being derived."""
        self.set_busy(is_busy=False)
        self._path = Path()
        self.edit.clear()
