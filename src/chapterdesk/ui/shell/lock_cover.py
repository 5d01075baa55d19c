"""The locked window: a page that asks for the passphrase or closes the file, and shows nothing of it.

The content is taken out of the window and kept. So screenshots, previews of the task bar and screen readers get nothing
of it, and unsaved text survives.
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
"""Events that show that somebody uses the window."""


class LockPage(QWidget):
    """Asks for the passphrase of the open file and unlocks it."""

    def __init__(self, context: Context, key: str, lock: ScreenLock) -> None:
        super().__init__()
        tr = context.tr
        self._context = context
        self._key = key
        self._lock = lock
        self._seconds_left = 0
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = tr("Nothing was lost: what you were typing is where you left it.")
        self.form = PassphraseForm(context, tr("Close the file"), (label(words, wrap=True),))
        self.form.title.setText(tr("{program} is locked", program=APPLICATION))
        self.form.setMaximumWidth(480)
        self.error = self.form.error
        self.cancelled = self.form.cancelled
        """The director wants to close the file."""
        self.form.entered.connect(self._try)
        self.form.edit.edited.connect(self._forget_error)
        lock.said.connect(self.error.say)
        centred(self.form, self)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def focus_start(self) -> None:
        """Put the focus on the passphrase."""
        self.form.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _try(self) -> None:
        passphrase, key = self.form.edit.text(), self._key
        if passphrase and not self.form.is_busy and not self._seconds_left:
            self.form.set_busy(is_busy=True)
            self._context.run(lambda _progress: is_key_of(key, passphrase), self._take_answer)

    def _take_answer(self, is_right: bool) -> None:  # noqa: FBT001 - the answer of the job
        self.form.set_busy(is_busy=False)
        if is_right:
            self._lock.unlock()
            return
        self._lock.tries += 1
        self._seconds_left = pause_after(self._lock.tries)
        self.form.focus_field()
        if self._seconds_left:
            self._clock.start()
        self._show_pause()

    def _tick(self) -> None:
        self._seconds_left = max(self._seconds_left - 1, 0)
        if not self._seconds_left:
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        tr = self._context.tr
        self.form.button.setEnabled(not self._seconds_left)
        if self._seconds_left:
            self.error.say(tr("That is not the passphrase. Try again in %n second(s).", "", self._seconds_left))
        else:
            self.error.say(tr("That is not the passphrase; try again."))

    def _forget_error(self) -> None:
        if not self._seconds_left:
            self.error.say("")


class LockCover(QObject):
    """Replaces the content of a window by the page of the lock and back; reports touches to the lock."""

    def __init__(self, context: Context, window: QMainWindow, notice: NoticeBar) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._notice = notice
        self._content: QWidget | None = None
        self._focus: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._watched: QWindow | None = None
        self._is_stale = False
        self.page: LockPage | None = None
        """The page that replaces the content while the window is locked, else None."""

    def watch(self) -> None:
        """Filter the events of the window only, not of each widget, so that painting stays fast."""
        handle, session = self._window.windowHandle(), self._context.session
        if handle is not None and handle is not self._watched and session.is_protected:
            handle.installEventFilter(self)
            self._watched = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._focus and event.type() == QEvent.Type.FocusOut:
            return True  # a field that loses the focus would store its unsaved text
        if event.type() in TOUCHES and self._context.session.lock.note_touch():
            return True
        return super().eventFilter(watched, event)

    def cover_window(self) -> None:
        """Take the content out of the window and show the page of the lock."""
        window, self._focus = self._window, self._window.focusWidget()
        self._hide_overlays()
        page = self._make_page()
        page.setParent(window)
        page.show()
        if self._focus is not None:
            self._focus.installEventFilter(self)
        page.focus_start()  # while the field ignores it; taking the content out would make it store
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

    def _hide_overlays(self) -> None:
        """Close menus, popups, tooltips and overlays, hide the widgets beside the content, and empty the notice."""
        window = self._window
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible() and not isinstance(widget, QDialog):
                widget.hide()
        for overlay in window.findChildren(Overlay):
            overlay.dismiss()
        children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._hidden = [child for child in children if child.isVisible() and child is not window.centralWidget()]
        for child in self._hidden:
            child.hide()
        self._notice.text.clear()
        self._notice.setAccessibleName("")

    def _request_close(self) -> None:
        tr = self._context.tr
        if not self._context.session.request_close() and self.page is not None:
            self.page.error.say(
                tr("Some changes could not be stored yet. Open it to see them, or close the file again without them.")
            )

    def rebuild_page(self) -> None:
        """Build the page anew in another language or theme; the content is stale from now on."""
        self._is_stale = True
        old = self._window.takeCentralWidget()
        page = self._make_page()
        self._window.setCentralWidget(page)
        page.focus_start()
        if old is not None:
            old.deleteLater()

    def uncover_window(self) -> bool:
        """Put the content and its focus back; return whether the content must be rebuilt."""
        window, content, focus = self._window, self._content, self._focus
        if content is None:
            return False
        self._end()
        old = window.takeCentralWidget()
        window.setCentralWidget(content)
        content.show()
        if old is not None:
            old.deleteLater()
        for child in self._hidden:
            if shiboken6.isValid(child) and child is not self._notice:
                child.show()
        if focus is not None and shiboken6.isValid(focus) and focus.window() is window:
            focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        stale, self._is_stale = self._is_stale, False
        return stale

    def discard(self) -> None:
        """Delete the kept content, because the file is closed."""
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
