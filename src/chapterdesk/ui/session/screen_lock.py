"""The lock of a protected file: on demand, and after a time without keyboard or mouse.

The file stays open, so that unsaved text survives. A running job delays the lock; a meeting does not, because a laptop
at the back of a room needs the lock.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from chapterdesk.ui.session.open_desk import OpenDesk
from chapterdesk.ui.session.states import Locked, Open

CHECK_EVERY = 1000
"""Milliseconds between two checks. They use the wall clock: time asleep counts as idle."""


class ScreenLock(QObject):
    """Locks and unlocks the session; its caller has checked the passphrase."""

    said = Signal(str)
    """A translated text for the page of the lock, where notices are not shown."""

    def __init__(self, session: OpenDesk) -> None:
        super().__init__(session)
        self._session = session
        self.set_clock(time.time)
        self.tries = 0
        """How many wrong passphrases were typed since it was locked."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.lock_if_idle)
        self._timer.start(CHECK_EVERY)

    @property
    def is_on(self) -> bool:
        """Whether the session is locked."""
        return isinstance(self._session.state, Locked)

    def set_clock(self, clock: Callable[[], float]) -> None:
        """Read the time (seconds) from another clock."""
        self._clock = clock
        self._touched = clock()

    def note_touch(self) -> bool:
        """Note a use of keyboard or mouse; lock if it comes too late, and return whether it locked."""
        if self.is_on:
            return False
        self.lock_if_idle()
        if not self.is_on:
            self._touched = self._clock()
        return self.is_on

    @Slot()
    def lock_if_idle(self) -> None:
        """Lock when nobody touched anything for long enough and no job runs."""
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
        """Lock at once; a file without a passphrase gets a notice instead."""
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
        """Unlock, and show the notice that was held back."""
        session = self._session
        self._touched = self._clock()
        session.set_state(Open(session.desk))
        session.speech.release()
