"""The page of a locked window: nothing of the file is on it but a field for the passphrase, and a way out."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from chapterdesk.paths import APPLICATION
from chapterdesk.store.cipher import is_key_of
from chapterdesk.ui.session.screen_lock import ScreenLock
from chapterdesk.ui.shell.passphrase_page import PassphraseForm
from chapterdesk.ui.widgets import label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import centred

FREE_TRIES = 2
"""Wrong passphrases before there are pauses: fingers slip."""
LONGEST_PAUSE = 60
"""Seconds."""


def pause_after(tries: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: 0, 0, 1, 2, 4 … 60."""
    return 0 if tries <= FREE_TRIES else min(2 ** (tries - FREE_TRIES - 1), LONGEST_PAUSE)


class LockPage(QWidget):
    """Asks for the passphrase of the open file, and opens the lock with it."""

    def __init__(self, context: Context, key: str, lock: ScreenLock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = context.tr
        self._context = context
        self._key = key
        self._lock = lock
        self._left = 0
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = tr("Nothing was lost: what you were typing is where you left it.")
        self.form = PassphraseForm(context, tr("Close the file"), (label(words, wrap=True),))
        self.form.title.setText(tr("{program} is locked", program=APPLICATION))
        self.form.setMaximumWidth(480)
        self.error = self.form.error
        self.cancelled = self.form.cancelled
        """The file is to be closed."""
        self.form.entered.connect(self._try)
        self.form.edit.edited.connect(self._forget_error)
        lock.said.connect(self.error.say)
        centred(self.form, self)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def focus_start(self) -> None:
        """Be ready for the passphrase."""
        self.form.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _try(self) -> None:
        passphrase, key = self.form.edit.text(), self._key
        if passphrase and not self.form.is_busy and not self._left:
            self.form.set_busy(is_busy=True)
            self._context.run(lambda _progress: is_key_of(key, passphrase), self._take)

    def _take(self, right: bool) -> None:  # noqa: FBT001 - the answer of the job
        self.form.set_busy(is_busy=False)
        if right:
            self._lock.unlock()
            return
        self._lock.tries += 1
        self._left = pause_after(self._lock.tries)
        self.form.focus_field()
        if self._left:
            self._clock.start()
        self._show_pause()

    def _tick(self) -> None:
        self._left = max(self._left - 1, 0)
        if not self._left:
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        tr = self._context.tr
        self.form.button.setEnabled(not self._left)
        if self._left:
            self.error.say(tr("That is not the passphrase. Try again in %n second(s).", "", self._left))
        else:
            self.error.say(tr("That is not the passphrase; try again."))

    def _forget_error(self) -> None:
        if not self._left:
            self.error.say("")
