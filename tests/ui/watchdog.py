"""Measures how long the thread of the window is blocked, and by what.

It counts the processor time of that thread between two waits for events, so other programs do not matter. The limit
grows with the present slowness of the processor, measured by a loop in the same run. While the thread is blocked,
another one samples its stack.
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
"""The longest time in seconds that the window may be blocked."""
USUAL = 0.0055
"""Seconds for the loop of `slowness` on the machine for which the limit was chosen."""
PATIENCE = 60
"""Seconds after which work that does not end is a failure."""
TRIES = 3
"""How often work that takes too long is repeated before it counts as slow."""
EVERY = 0.005
"""Seconds between two samples of the stack."""


def slowness() -> float:
    """Return how many times slower than usual this processor is now, at least 1."""
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
    """The longest block by one action of the test, in seconds, with the sampled stack."""

    what: str
    seconds: float
    times: float = 1
    stacks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        where = "\n" + "\n".join(f"  {count} × {stack}" for stack, count in self.stacks.most_common(4))
        return f"{self.what} held the window for {self.seconds * 1000:.0f} ms:{where}"


class Watchdog:
    """Runs actions in the event loop of the window and measures how long each blocks it. It is a context manager."""

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
        """Run an action as the window would, wait for its consequences, and store the longest block.

        `times` is the allowed multiple of the limit. An action that took too long is repeated unless it can be done
        only `once`: slow code is slow each time, a busy machine is not.
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
            except BaseException as error:  # noqa: BLE001 - it is raised again in the test
                failed.append(error)

        deadline = time.monotonic() + PATIENCE

        def ask() -> None:
            if time.monotonic() > deadline:
                failed.append(AssertionError(f"{what}: not over after {PATIENCE} s"))
            if failed or until():
                poll.stop()
                QTimer.singleShot(50, loop.quit)  # wait until all consequences have ended

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
        """Return what blocked the window longer than the limit, longest first, with the stacks."""
        if any(hold.seconds > self.limit * hold.times for hold in self.holds):
            self.limit = max(self.limit, LIMIT * slowness())  # other programs may use this processor by now
        found = [hold for hold in self.holds if hold.seconds > self.limit * hold.times]
        return [str(hold) for hold in sorted(found, key=lambda hold: -hold.seconds)]

    def _turn(self) -> None:
        """Measure the time since the last call: one turn of the event loop lies between two calls.

        Systems differ in whether the loop reports waiting before or after its events.
        """
        now = time.thread_time()
        if self._begun is not None and now - self._begun > self._longest.seconds:
            self._longest = Hold(self._longest.what, now - self._begun, self._longest.times, self._stacks)
        self._begun, self._stacks = now, Counter()

    def _look(self) -> None:
        """Sample the stack of the window's thread while it is blocked; runs on another thread."""
        while not self._over.wait(EVERY):
            if self._begun is not None:
                frame = sys._current_frames().get(self._thread)
                ours: list[str] = []
                while frame is not None and len(ours) < 4:  # little Python: the other thread keeps running
                    name = frame.f_code.co_filename
                    if "chapterdesk" in name:
                        ours.insert(0, f"{name[-40:]}:{frame.f_lineno} {frame.f_code.co_name}")
                    frame = frame.f_back
                frame = None  # a stored frame would keep its objects alive, for example a painter
                if ours:
                    self._stacks[" → ".join(ours)] += 1
