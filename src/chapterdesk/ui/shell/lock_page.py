"""What the window shows while it is locked: no name of a file or of anybody, a field for the passphrase, a way out."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from chapterdesk.paths import APPLICATION
from chapterdesk.store.cipher import is_key_of
from chapterdesk.ui.session.screen_lock import ScreenLock
from chapterdesk.ui.widgets import Button, FieldError, PassphraseEdit, PrimaryButton, label, picture
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import STRETCH, box, centred, column, row

FREE_TRIES = 2
"""Wrong passphrases before there are pauses: fingers slip."""
LONGEST_PAUSE = 60
"""Seconds."""


def pause_after(tries: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: 0, 0, 1, 2, 4 … 60."""
    return 0 if tries <= FREE_TRIES else min(2 ** (tries - FREE_TRIES - 1), LONGEST_PAUSE)


class LockPage(QWidget):
    """Asks for the passphrase of the open file, and opens the lock with it."""

    cancelled = Signal()
    """The file is to be closed."""

    def __init__(self, context: Context, key: str, lock: ScreenLock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._key = key
        self._lock = lock
        self.is_busy = False
        """Whether a passphrase is being tried."""
        self._left = 0
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = tr("Nothing was lost: what you were typing is where you left it.")
        self.edit = PassphraseEdit(context, tr("Passphrase"))
        self.error = FieldError(self.edit.field)
        self.button, close = PrimaryButton(tr("Opening…")), Button(tr("Close the file"))
        self.button.setMinimumWidth(self.button.sizeHint().width())  # the longer of its words: nothing moves
        self.button.setText(tr("Open"))
        self.button.clicked.connect(self._try)
        close.clicked.connect(self.cancelled)
        self.edit.entered.connect(self._try)
        self.edit.edited.connect(self._forget_error)
        lock.said.connect(self.error.say)
        title = label(tr("{program} is locked", program=APPLICATION), "title", wrap=True)
        parts = title, label(words, wrap=True), label(tr("Passphrase"), "small"), self.edit, self.error
        buttons = row(self.button, close, STRETCH, spacing=12)
        middle = box(column(picture(context, "lock", "muted", 32), *parts, 4, buttons, spacing=12))
        middle.setMaximumWidth(480)
        centred(middle, self)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def focus_start(self) -> None:
        """Be ready for the passphrase."""
        self.edit.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _try(self) -> None:
        passphrase = self.edit.text()
        if not passphrase or self.is_busy or self._left:
            return
        tr, key = self._context.tr, self._key
        self.is_busy = True
        self.button.setEnabled(False)
        self.button.setText(tr("Opening…"))
        self._context.run(lambda _progress: is_key_of(key, passphrase), self._take)

    def _take(self, right: bool) -> None:  # noqa: FBT001 - the answer of the job
        tr = self._context.tr
        self.is_busy = False
        self.button.setText(tr("Open"))
        if right:
            self._lock.unlock()
            return
        self._lock.tries += 1
        self._left = pause_after(self._lock.tries)
        self.edit.field.selectAll()
        self.edit.field.setFocus()
        if self._left:
            self._clock.start()
        self._show_pause()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._left = 0
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        tr = self._context.tr
        self.button.setEnabled(not self._left)
        if self._left:
            self.error.say(tr("That is not the passphrase. Try again in %n second(s).", "", self._left))
        else:
            self.error.say(tr("That is not the passphrase; try again."))

    def _forget_error(self) -> None:
        if not self._left:
            self.error.say("")
