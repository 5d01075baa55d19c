"""The ways through the code: from what the director does to what is stored and painted; `python -m tests.bench.ways`.

A window with forty members does each thing twice; the second time is counted, so that what is loaded or cached once
and for all does not count. What is counted, by sys.setprofile on every thread that works:

- calls: every "call" event of Python code in a file of chapterdesk; a generator that goes on counts again, the body of
  a module that is imported counts not at all, and neither does what Qt, SQLAlchemy, ReportLab or C code does;
- modules: those files, by package: ui, store, and all others;
- moves: how often the next such call on the same thread is in another module than the one before it.
"""

import datetime as dt
import os
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

import chapterdesk
from chapterdesk.ui.session.tasks import Job, Task
from chapterdesk.ui.shell.window import MainWindow
from tests.bench.live import CTRL, Stage, settle, small_file
from tests.bench.measure import Line
from tests.importers.connect_files import summary_file
from tests.ui.screens.meeting.keyboard import Keys

SOURCE = str(Path(chapterdesk.__file__).parent) + os.sep
FIGURES = (22, 1, 0, 0, 2, 4, 5, 2, 1, 3, 7, 1_250, 2)
"""Of each member in the summary that is imported: marks, referrals, visitors, one-to-ones, business, credits."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way, and what this tracer counted in November 2026, before the window was re-housed: calls, modules, moves."""

    name: str
    before: tuple[int, int, int]
    most: str = ""
    """What has a bound: "modules" or "calls"."""
    bound: int = 0


MARK = Way("key 1 in the roll call, until painted", (2_205, 46, 782), "modules", 25)
ALL_PRESENT = Way("key 0, all forty present", (17_114, 40, 7_294), "calls", 6_000)
TYPING = Way("slip: R … up to the last Enter", (11_594, 34, 1_224))
SLIP = Way("slip: last Enter → disk → painted", (1_387, 51, 424), "modules", 28)
UNDO = Way("undo", (1_099, 38, 319))
PREVIEW = Way("summary dropped → preview", (18_636, 54, 4_433))
IMPORT = Way("Import → backup, stored, Today painted", (5_344, 73, 1_547))
REPORT = Way("report opened → PDF", (16_174, 60, 6_695))
OPTION = Way("one report option → PDF", (13_406, 38, 5_765))
CLOSING = Way("window closed with a backup", (1_475, 50, 561), "modules", 30)
DAMAGED = Way("damaged file opened", (182, 25, 95))
SOUND = Way("sound file opened, Today shown", (6_460, 74, 2_263))
WAYS = (MARK, ALL_PRESENT, TYPING, SLIP, UNDO, PREVIEW, IMPORT, REPORT, OPTION, CLOSING, DAMAGED, SOUND)


class Trace:
    """The modules of chapterdesk that were called into, in order, on each thread."""

    def __init__(self) -> None:
        self._entered: dict[int, list[str]] = defaultdict(list)

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Take an event, as sys.setprofile tells it."""
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(SOURCE) and code.co_name != "<module>":
            self._entered[threading.get_ident()].append(code.co_filename)

    @property
    def calls(self) -> int:
        """How many calls there were."""
        return sum(len(entered) for entered in self._entered.values())

    @property
    def modules(self) -> frozenset[str]:
        """The files that were called into, from the folder of chapterdesk on."""
        return frozenset(name.removeprefix(SOURCE) for entered in self._entered.values() for name in entered)

    @property
    def moves(self) -> int:
        """How often the next call was in another module."""
        return sum(one != other for entered in self._entered.values() for one, other in pairwise(entered))

    @property
    def by_package(self) -> tuple[int, int, int]:
        """How many modules of ui, of store, and others."""
        ui = sum(name.startswith(f"ui{os.sep}") for name in self.modules)
        store = sum(name.startswith(f"store{os.sep}") for name in self.modules)
        return ui, store, len(self.modules) - ui - store


@contextmanager
def counted(trace: Trace) -> Iterator[None]:
    """Count on this thread, on Python threads that start meanwhile, and in tasks, whose threads are Qt's."""
    work = Task.work

    def counted_work(task: Task, job: Job) -> None:
        sys.setprofile(trace.note)
        try:
            work(task, job)
        finally:
            sys.setprofile(None)

    setattr(Task, "work", counted_work)  # noqa: B010 - a method is no attribute to assign to
    threading.setprofile(trace.note)
    sys.setprofile(trace.note)
    try:
        yield
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        setattr(Task, "work", work)  # noqa: B010


def wait(is_so: Callable[[], bool]) -> None:
    """Wait for something to be so, half a minute at most; asking for it is not counted."""
    count = sys.getprofile()
    for _ in range(3000):
        sys.setprofile(None)
        done = is_so()
        sys.setprofile(count)
        if done:
            settle()
            return
        QTest.qWait(10)
    raise TimeoutError


class Walk:
    """Every way, walked once in one window, and one more for the files that are opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = Stage(small_file(folder), folder)
        context = self.stage.context
        context.session.erasures = folder / "erased.json"
        context.backups.choose(folder)
        self.keys = Keys()
        self.traces: dict[str, Trace] = {}

    @contextmanager
    def way(self, way: Way) -> Iterator[None]:
        """Count one way."""
        for _ in range(2):  # what the step before set off is none of this one: layouts ask for others, level by level
            settle()
        for timer in self.stage.context.session.findChildren(QTimer):
            timer.stop()  # that the lock looks at the clock each second is no part of a way
        trace = self.traces[way.name] = Trace()
        with counted(trace):
            yield
            settle()

    def run(self) -> dict[str, Trace]:
        """Walk them all; the traces by the name of the way."""
        self.meeting()
        self.report()
        self.stage.context.backups.is_automatic = True
        self.files()
        self.closing()
        self.opening()
        return self.traces

    def meeting(self) -> None:
        """Marks and a slip in the meeting of today, and what undoes it."""
        keys, desk = self.keys, self.stage.desk
        with self.way(MARK):
            keys.type("1")
        with self.way(ALL_PRESENT):
            keys.type("0")
        keys.press(Qt.Key.Key_F6)
        settle()
        with self.way(TYPING):
            for typed in ("rmar", "ort"):
                keys.type(typed)
                settle()
                keys.enter()
                settle()
        with self.way(SLIP):
            keys.enter()
        stored = desk.undo_step
        assert stored is not None, "the slip was not stored"
        assert "referral" in stored.label.lower(), stored
        with self.way(UNDO):
            keys.press(Qt.Key.Key_Z, modifiers=CTRL)
        assert desk.undo_step is not None, "nothing was marked"
        assert "referral" not in desk.undo_step.label.lower(), "the slip was not undone"

    def report(self) -> None:
        """The report of the figures of six months, and one option of it."""
        window = self._window
        with self.way(REPORT):
            window.workspace.go("reports", report="summary")
            preview = window.workspace.visible_screen.workbench.preview
            wait(lambda: bool(preview.content) and not preview.busy.isVisible())
        form = window.workspace.visible_screen.workbench.form
        box = next(field for field in form.fields.values() if isinstance(field, QCheckBox))
        with self.way(OPTION):
            before = preview.content
            box.click()
            wait(lambda: preview.content != before and not preview.busy.isVisible())

    def files(self) -> None:
        """A summary of all forty, dropped and imported."""
        window = self._window
        rows = [(first, last, *FIGURES) for first, last in self.stage.names]
        path = self.folder / "summary.xls"
        path.write_bytes(summary_file(rows, first=dt.date(2025, 9, 1), last=dt.date(2026, 2, 28)))
        with self.way(PREVIEW):
            files = QMimeData()
            files.setUrls([QUrl.fromLocalFile(str(path))])
            dropped = QDropEvent(
                QPointF(200, 200),
                Qt.DropAction.CopyAction,
                files,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                QEvent.Type.Drop,
            )
            window.dropEvent(dropped)
            screen: Any = window.workspace.visible_screen
            wait(lambda: not screen.is_busy)
        assert [preview.ready for preview in screen.previews] == [True], screen.previews
        with self.way(IMPORT):
            screen.import_files()
            wait(lambda: window.workspace.current == "today")

    def closing(self) -> None:
        """The window, closed after its backup."""
        window = self._window
        with self.way(CLOSING):
            window.close()
            wait(lambda: not window.isVisible())
        window.deleteLater()  # it would show the next file as well
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def opening(self) -> None:
        """A damaged file and a sound one, opened from the start page."""
        context = self.stage.context
        damaged, sound = self.folder / "damaged.chapterdesk", self.stage.desk.path
        damaged.write_bytes(sound.read_bytes()[:3000])
        window: Any = MainWindow(context)
        window.show()
        window.activateWindow()
        settle()
        with self.way(DAMAGED):
            window.context.session.open(damaged)
        assert not context.is_open, "the damaged file was opened"
        with self.way(SOUND):
            window.context.session.open(sound)
            wait(lambda: window.workspace is not None)
        assert window.workspace.current == "today", window.workspace.current
        context.backups.is_automatic = False
        window.close()
        context.session.close()

    @property
    def _window(self) -> Any:
        return self.stage.window


def traces() -> dict[str, Trace]:
    """Walk all ways twice and return the traces of the second time, by the name of the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found: dict[str, Trace] = {}
    for _ in range(2):
        with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
            found = Walk(Path(folder)).run()
    return found


def bounds(found: dict[str, Trace]) -> list[Line]:
    """The lines of the ways that have a bound, before and now."""
    lines = []
    for way in WAYS:
        if not way.most:
            continue
        trace = found[way.name]
        figure = trace.calls if way.most == "calls" else len(trace.modules)
        before = way.before[0] if way.most == "calls" else way.before[1]
        lines.append(
            Line(f"Way: {way.name}", f"{figure:,} {way.most}", f"{before:,} before", figure, way.bound, way.most)
        )
    return lines


def lines() -> list[Line]:
    """Count the ways and return the lines of those with a bound."""
    return bounds(traces())


def table(found: dict[str, Trace]) -> str:
    """All ways in Markdown: what was counted before, and now."""
    head = ("way", "calls before", "now", "modules before", "now (ui · store · other)", "moves before", "now")
    rows = [head, ("---",) * len(head)]
    for way in WAYS:
        trace, (calls, modules, moves) = found[way.name], way.before
        ui, store, other = trace.by_package
        now = f"{len(trace.modules)} ({ui} · {store} · {other})"
        rows.append((way.name, f"{calls:,}", f"{trace.calls:,}", f"{modules}", now, f"{moves:,}", f"{trace.moves:,}"))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> int:
    """Count and print; with --modules each way is followed by the modules that it entered. 1 when a bound is broken."""
    found = traces()
    sys.stdout.write(table(found) + "\n\n")
    checked = bounds(found)
    for line in checked:
        sys.stdout.write(f"| {' | '.join(line.cells())} |\n")
    if "--modules" in sys.argv:
        for name, trace in found.items():
            sys.stdout.write(f"\n{name}\n" + "".join(f"    {module}\n" for module in sorted(trace.modules)))
    return 0 if all(line.kept for line in checked) else 1


if __name__ == "__main__":
    sys.exit(main())
