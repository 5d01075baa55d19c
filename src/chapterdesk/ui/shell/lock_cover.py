"""What a locked window shows: a page with a field for the passphrase and a way out, and nothing of the file.

The content is not covered but taken out of the window and kept. So nothing of it is in a picture of the
window, in the preview of the task bar or in what a screen reader can reach, and unsaved text comes back as it was.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from chapterdesk.domain.passphrases import pause_after
from chapterdesk.paths import APPLICATION
from chapterdesk.store.sqlite.cipher import is_key_of
from chapterdesk.ui.session.screen_lock import ScreenLock
from chapterdesk.ui.shell.passphrase_page import PassphraseForm
from chapterdesk.ui.widgets import label
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import Overlay
from chapterdesk.ui.widgets.layout import centred
from chapterdesk.ui.widgets.notice import NoticeBar

TOUCHES: Final = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.TabletMove),
    }
)
"""What shows that somebody is at work in the window."""


class LockPage(QWidget):
    """Asks for the passphrase of the open file, and opens the lock with it."""

    def __init__(self, context: Context, key: str, lock: ScreenLock) -> None:
        super().__init__()
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


class LockCover(QObject):
    """Puts the page of the lock in the place of the content of a window, and the content back; tells of touches."""

    def __init__(self, context: Context, window: QMainWindow, notice: NoticeBar) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._notice = notice
        self._content: QWidget | None = None
        self._focus: QWidget | None = None
        self._beside: list[QWidget] = []
        self._watched: QWindow | None = None
        self._is_stale = False
        self.page: LockPage | None = None
        """What is shown in the place of the content while the window is locked, None else."""

    def watch(self) -> None:
        """Note touches of the window itself, not of each part of it: painting stays as quick as it is."""
        handle, session = self._window.windowHandle(), self._context.session
        if handle is not None and handle is not self._watched and session.is_protected:
            handle.installEventFilter(self)
            self._watched = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._focus and event.type() == QEvent.Type.FocusOut:
            return True  # a field that hears that it loses the focus would store what is unsaved
        if event.type() in TOUCHES and self._context.session.lock.note_touch():
            return True
        return super().eventFilter(watched, event)

    def put_on(self) -> None:
        """Take the content out of the window and show the page of the lock."""
        window, self._focus = self._window, self._window.focusWidget()
        self._remove_what_floats()
        page = self._make_page()
        page.setParent(window)
        page.show()
        if self._focus is not None:
            self._focus.installEventFilter(self)
        page.focus_start()  # before the content goes, which would take the focus out of the field in another way
        if self._focus is not None:
            self._focus.removeEventFilter(self)
        self._content = window.takeCentralWidget()
        window.setCentralWidget(page)
        page.focus_start()
        window.setAcceptDrops(False)

    def _make_page(self) -> LockPage:
        session = self._context.session
        self.page = page = LockPage(self._context, session.key or "", session.lock)
        page.cancelled.connect(self._request_close)
        return page

    def _remove_what_floats(self) -> None:
        """Close menus, lists, tips and panels; hide what stands beside the content, and the last notice for good."""
        window = self._window
        for one in QApplication.topLevelWidgets():
            if one is not window and one.isVisible() and not isinstance(one, QDialog):
                one.hide()
        for overlay in window.findChildren(Overlay):
            overlay.close_it()
        children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._beside = [one for one in children if one.isVisible() and one is not window.centralWidget()]
        for one in self._beside:
            one.hide()
        self._notice.text.clear()
        self._notice.setAccessibleName("")

    def _request_close(self) -> None:
        tr = self._context.tr
        if not self._context.session.request_close() and self.page is not None:
            self.page.error.say(
                tr("Some changes could not be stored yet. Open it to see them, or close the file again without them.")
            )

    def show_anew(self) -> None:
        """Show the page in another language or theme; the content is stale from now on."""
        self._is_stale = True
        old = self._window.takeCentralWidget()
        page = self._make_page()
        self._window.setCentralWidget(page)
        page.focus_start()
        if old is not None:
            old.deleteLater()

    def take_off(self) -> bool:
        """Put the content back, with the focus where it was; returns whether it must be built anew."""
        window, content, focus = self._window, self._content, self._focus
        if content is None:
            return False
        self._end()
        old = window.takeCentralWidget()
        window.setCentralWidget(content)
        content.show()
        if old is not None:
            old.deleteLater()
        for one in self._beside:
            if shiboken6.isValid(one) and one is not self._notice:
                one.show()
        if focus is not None and shiboken6.isValid(focus) and focus.window() is window:
            focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        stale, self._is_stale = self._is_stale, False
        return stale

    def discard(self) -> None:
        """End because the file is closed: what was kept of it goes."""
        content = self._content
        if content is not None:
            self._end()
            self._is_stale = False
            content.deleteLater()
            self._context.session.speech.withdraw()
            self._context.session.speech.release()

    def _end(self) -> None:
        self._window.setAcceptDrops(True)
        self.page = self._content = self._focus = None
