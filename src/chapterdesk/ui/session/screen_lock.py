"""Locking the window of a protected file: on demand, and after a pause in which nobody touched keyboard or mouse.

The content is not covered but taken out of the window and kept: nothing of it is in a picture of the window, in the
preview of the task bar or in what a screen reader can reach; the file stays open, so that half-typed text survives. A
job under way puts the lock off until it ends. A meeting does not: a laptop at the back of a room is what it is for.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from chapterdesk.ui.shell.lock_page import LockPage
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.cover import JobCover, Overlay

if TYPE_CHECKING:
    from chapterdesk.ui.shell.window import MainWindow

LOOK_EVERY = 1000
"""Milliseconds between two looks at the clock. It is the clock on the wall: a laptop that slept has been idle."""
TOUCHES: Final = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.TabletMove),
    }
)


class Lock(QObject):
    """The lock of one window. While `is_on`, the window does nothing that is asked by keys, drops or other windows."""

    def __init__(self, window: "MainWindow", clock: Callable[[], float] = time.time) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._clock = clock
        self._content: QWidget | None = None
        self._focus: QWidget | None = None
        self._page: LockPage | None = None
        self._desk: Any = None
        self._beside: list[QWidget] = []
        self._rebuild = False
        self._tries = 0
        self._touched = clock()
        self._watched: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)

    @property
    def is_on(self) -> bool:
        """Whether the window is locked."""
        return self._page is not None

    @property
    def page(self) -> LockPage | None:
        """What is shown while the window is locked."""
        return self._page

    def commands(self) -> list[Command]:
        """Return what can be done from anywhere while a file is open: lock now."""
        tr = self._context.tr
        command = Command(tr("Lock now"), self.lock, "Ctrl+L", "lock", tr("protect hide passphrase"))
        return [command] if self._context.is_open else []

    # When

    def look(self) -> bool:
        """Lock when the pause is long enough and nothing is under way; tell whether the window is locked now."""
        context = self._context
        limit = context.settings.lock_after * 60
        if self.is_on or not limit or not context.is_open or context.desk.key is None:
            self._touched = self._clock()
            return self.is_on
        self._watch()
        idle = self._clock() - self._touched
        if idle < 0:  # the clock was set back
            self._touched = self._clock()
        elif idle >= limit and not self._at_work():
            self.lock()
        return self._page is not None

    def _watch(self) -> None:
        """Count what comes to the window itself, not what goes to each part of it: painting stays as quick as it is."""
        handle = self._window.windowHandle()
        if handle is not self._watched and handle is not None:
            handle.installEventFilter(self)
            self._watched = handle

    def _at_work(self) -> bool:
        return bool(self._context.session.jobs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a touch puts the lock off; the first one after too long a pause locks, and does nothing else.

        The field that is typed in is not told that it loses the focus: it would store what is half typed.
        """
        if watched is self._focus and event.type() == QEvent.Type.FocusOut:
            return True
        if event.type() in TOUCHES and not self.is_on:
            if self.look():
                return True
            self._touched = self._clock()
        return super().eventFilter(watched, event)

    # Locking and unlocking

    def lock(self) -> None:
        """Lock the window at once; says why not when the file has no passphrase."""
        context, tr, window = self._context, self._context.tr, self._window
        if self.is_on or not context.is_open or window.findChildren(JobCover):
            return
        if context.desk.key is None:
            text = tr("Only a protected file can be locked; give it a passphrase in the settings.")
            context.notify(text, tr("Settings"), lambda: context.go("settings", protection=True))
            return
        self._focus = window.focusWidget()
        self._desk = context.desk
        self._take_away_what_floats()
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
        context.session.speech.hold()
        self._tries = 0

    def _make_page(self) -> LockPage:
        page = LockPage(self._context, self._desk.key, self._tries)
        page.opened.connect(self.unlock)
        page.left.connect(self._leave)
        page.wrong.connect(self._count)
        self._page = page
        return page

    def _take_away_what_floats(self) -> None:
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
        window.notice.text.clear()
        window.notice.setAccessibleName("")

    def _count(self) -> None:
        self._tries += 1

    def unlock(self) -> None:
        """Put the content back as it was, with the focus where it was."""
        window, content, focus = self._window, self._content, self._focus
        if content is None:
            return
        self._end()
        old = window.takeCentralWidget()
        window.setCentralWidget(content)
        content.show()
        if old is not None:
            old.deleteLater()
        for one in self._beside:
            if shiboken6.isValid(one) and one is not window.notice:
                one.show()
        if focus is not None and shiboken6.isValid(focus) and focus.window() is window:
            focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        if self._rebuild:
            self._rebuild = False
            window.rebuild()
        self._context.session.speech.release()

    def _end(self) -> None:
        self._window.setAcceptDrops(True)
        self._page = self._content = self._focus = self._desk = None
        self._touched = self._clock()

    def _leave(self) -> None:
        tr = self._context.tr
        if not self._window.close_file() and self._page is not None:
            self._page.error.say(
                tr("Some changes could not be stored yet. Open it to see them, or close the file again without them.")
            )

    def holds(self) -> bool:
        """Tell whether the window must not build its content now: it is built when the lock is opened.

        When the file that was locked is closed, the lock ends, with what it kept.
        """
        if not self.is_on:
            return False
        if self._context.is_open and self._context.desk is self._desk:
            self._rebuild = True
            self._show_anew()
            return True
        self.forget()
        return False

    def _show_anew(self) -> None:
        """Show the page in another language or theme."""
        old = self._window.takeCentralWidget()
        self._window.setCentralWidget(self._make_page())
        if self._page is not None:
            self._page.focus_start()
        if old is not None:
            old.deleteLater()

    def forget(self) -> None:
        """End the lock because its file is closed: what was kept of it goes."""
        content = self._content
        if content is not None:
            self._end()
            self._rebuild = False
            self._context.session.speech.withdraw()
            self._context.session.speech.release()
            content.deleteLater()
