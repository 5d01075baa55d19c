"""The lock of a protected file: on demand, and after a pause in which nobody touched keyboard or mouse.

The file stays open meanwhile, so that unsaved text survives. A job under way puts the lock off until it ends. A meeting
does not: a laptop at the back of a room is what the lock is for.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.states import Locked, Open

LOOK_EVERY = 1000
"""Milliseconds between two looks at the clock. It is the clock on the wall: a laptop that slept has been idle."""


class ScreenLock(QObject):
    """Locks the session, and opens it again; whoever asks it to knows the passphrase."""

    said = Signal(str)
    """Something (translated) is to be said on the page of the lock, as notices are not shown."""

    def __init__(self, session: OpenDesk) -> None:
        super().__init__(session)
        self._session = session
        self.set_clock(time.time)
        self.tries = 0
        """How many wrong passphrases were typed since it was locked."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.lock_if_idle)
        self._timer.start(LOOK_EVERY)

    @property
    def is_on(self) -> bool:
        """Whether the session is locked."""
        return isinstance(self._session.state, Locked)

    def set_clock(self, clock: Callable[[], float]) -> None:
        """Take the time from another clock (seconds), which begins now."""
        self._clock = clock
        self._touched = clock()

    def note_touch(self) -> bool:
        """Note that keyboard or mouse were touched; the first touch after too long a pause locks instead.

        Returns whether it locked, so that the touch does nothing else.
        """
        if self.is_on:
            return False
        self.lock_if_idle()
        if not self.is_on:
            self._touched = self._clock()
        return self.is_on

    @Slot()
    def lock_if_idle(self) -> None:
        """Lock when the pause is long enough and nothing is under way."""
        session = self._session
        limit = session.settings.lock_after * 60
        if self.is_on or not limit or not session.is_protected:
            self._touched = self._clock()
            return
        idle = self._clock() - self._touched
        if idle < 0:  # the clock was set back
            self._touched = self._clock()
        elif idle >= limit and not session.jobs:
            self.lock()

    def lock(self) -> None:
        """Lock at once; says why not when the file has no passphrase."""
        session, tr = self._session, self._session.speech.tr
        if not isinstance(session.state, Open) or session.is_writing:
            return
        if not session.is_protected:
            text = tr("Only a protected file can be locked; give it a passphrase in the settings.")
            session.speech.notify(text, tr("Settings"), lambda: session.go("settings", protection=True))
            return
        self.tries = 0
        session.speech.withdraw()
        session.speech.hold()
        session.set_state(Locked(session.desk))

    def unlock(self) -> None:
        """Open the lock, and say what was kept meanwhile."""
        session = self._session
        self._touched = self._clock()
        session.set_state(Open(session.desk))
        session.speech.release()
