"""Watches how long the window's thread is held, and says by what.

Counted is the processor time of that thread between two moments at which it waits for events: what other programs on
the machine take is not in it. The limit grows with how slow the processor is just now, told by a loop that is timed in
the same run. While the thread is held another one looks at its stack now and then.
"""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

LIMIT = 0.1
"""Seconds for which nothing may hold the window."""
USUAL = 0.0055
"""Seconds that the loop of `slowness` takes on the machine on which the limit was set."""
PATIENCE = 60
"""Seconds after which something that never comes to an end is a failure."""
TRIES = 3
"""How often something is done that takes too long, before it is taken for slow."""
EVERY = 0.005
"""Seconds between two looks at the stack."""


def slowness() -> float:
    """How many times slower than usual this processor is now, 1 at least."""
    best = 1.0
    for _ in range(5):
        begun = time.thread_time()
        total = 0
        for number in range(100_000):
            total += number * number % 7
        best = min(best, time.thread_time() - begun)
    return max(1.0, best / USUAL)


@dataclass
class Hold:
    """The longest that the thread was held by one thing that the test did, in seconds, and where it was then."""

    what: str
    seconds: float
    times: float = 1
    stacks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        where = "\n" + "\n".join(f"  {count} × {stack}" for stack, count in self.stacks.most_common(4))
        return f"{self.what} held the window for {self.seconds * 1000:.0f} ms:{where}"


class Watchdog:
    """Runs things in the event loop of the window and keeps how long each held it. Use it as a context manager."""

    def __init__(self, qtbot: QtBot) -> None:
        self.holds: list[Hold] = []
        self.limit = LIMIT * slowness()
        self._qtbot = qtbot
        self._thread = threading.get_ident()
        self._begun: float | None = None
        self._stacks: Counter[str] = Counter()
        self._over = threading.Event()
        self._sampler = threading.Thread(target=self._look, daemon=True)
        self._longest = Hold("", 0.0)

    def __enter__(self) -> Self:
        self._sampler.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._sampler.join()

    def do(
        self,
        what: str,
        work: Callable[[], object],
        until: Callable[[], bool] = lambda: True,
        times: float = 1,
        *,
        once: bool = False,
    ) -> None:
        """Do something as the window would, let all that follows from it happen, and keep the longest hold.

        `times` is how many limits it may take, where it is known to take more than one. What took too long is done
        again, unless it can be done only `once`: what is slow is slow each time, a busy machine is not.
        """
        for _ in range(1 if once else TRIES):
            hold = self._done(what, work, until, times)
            if hold.seconds <= self.limit * times:
                break
        self.holds.append(hold)

    def _done(self, what: str, work: Callable[[], object], until: Callable[[], bool], times: float) -> Hold:
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        self._longest = Hold(what, 0.0, times)
        failed: list[BaseException] = []
        loop = QEventLoop()

        def run() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - it is raised where the test is
                failed.append(error)

        deadline = time.monotonic() + PATIENCE

        def ask() -> None:
            if time.monotonic() > deadline:
                failed.append(AssertionError(f"{what}: not over after {PATIENCE} s"))
            if failed or until():
                poll.stop()
                QTimer.singleShot(50, loop.quit)  # what was set off comes to rest

        poll = QTimer()
        poll.timeout.connect(ask)
        awake = dispatcher.awake.connect(self._turn)
        blocks = dispatcher.aboutToBlock.connect(self._turn)
        QTimer.singleShot(0, run)
        QTimer.singleShot(10, lambda: poll.start(20))
        self._turn()
        try:
            loop.exec()
        finally:
            dispatcher.awake.disconnect(awake)
            dispatcher.aboutToBlock.disconnect(blocks)
            self._begun = None
        if failed:
            raise failed[0]
        return self._longest

    def over(self) -> list[str]:
        """What held the window longer than the limit, the longest first, with where it was."""
        if any(hold.seconds > self.limit * hold.times for hold in self.holds):
            self.limit = max(self.limit, LIMIT * slowness())  # others may have come to this processor meanwhile
        found = [hold for hold in self.holds if hold.seconds > self.limit * hold.times]
        return [str(hold) for hold in sorted(found, key=lambda hold: -hold.seconds)]

    def _turn(self) -> None:
        """Take the time since the turn before: what happens in one turn of the loop lies between two of them.

        Some systems tell that the loop waits before its events and that it is awake after them, others the other way.
        """
        now = time.thread_time()
        if self._begun is not None and now - self._begun > self._longest.seconds:
            self._longest = Hold(self._longest.what, now - self._begun, self._longest.times, self._stacks)
        self._begun, self._stacks = now, Counter()

    def _look(self) -> None:
        """Look at the stack of the window's thread while it is held, on another thread."""
        while not self._over.wait(EVERY):
            if self._begun is not None:
                frame = sys._current_frames().get(self._thread)
                ours: list[str] = []
                while frame is not None and len(ours) < 4:  # no more of Python than that: the other thread goes on
                    name = frame.f_code.co_filename
                    if "chapterdesk" in name:
                        ours.insert(0, f"{name[-40:]}:{frame.f_lineno} {frame.f_code.co_name}")
                    frame = frame.f_back
                frame = None  # a frame that is kept keeps what it has, a painter for one
                if ours:
                    self._stacks[" → ".join(ours)] += 1
