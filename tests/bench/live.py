"""The live meeting: the time from a key until the result is stored and painted, and the keys of usual tasks."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import add_member, members
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables.base import new_uid
from chapterdesk.ui.look.style import Style
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.bench.measure import Line, compared, medians_side_by_side
from tests.bench.region import LAST
from tests.ui.screens.meeting.conftest import FIRST as NAMES
from tests.ui.screens.meeting.conftest import LAST as SURNAMES
from tests.ui.screens.meeting.keyboard import Keys

TODAY = LAST + dt.timedelta(weeks=1)
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    """Process everything that a key has caused, including repaints."""
    for _ in range(4):
        QApplication.processEvents()


class Stage:
    """A window with the meeting of today on it, over a copy of a file."""

    def __init__(self, file: Path, folder: Path) -> None:
        app = QApplication.instance() or QApplication([])
        self.app = app
        copy = folder / f"live-{file.name}"
        shutil.copyfile(file, copy)
        self.desk = DeskFile.open(copy)
        with self.desk.change("A meeting") as session:
            add_meeting(session, 1, TODAY)
        with self.desk.read() as session:
            self.names = [(row.first_name, row.last_name) for row in members(session, 1, TODAY)]
        self.style = Style("light")
        self.style.apply()
        settings = SettingsFile(folder / "settings.ini")
        opened = DeskSession(settings, language="en", today=TODAY, automatic_backups=False)  # they are measured apart
        self.context = Context(opened, self.style)
        self.context.session.use_file(self.desk)
        self.window = MainWindow(self.context)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        settle()
        assert self.window.workspace is not None
        self.window.workspace.go("meeting")
        self.screen: Any = self.window.workspace.visible_screen
        self.screen.focus_start()
        settle()

    def close(self) -> None:
        """Close window and file."""
        self.window.close()
        self.context.session.close()


def raw_insert(file: Path) -> tuple[Callable[[str], None], Callable[[], None]]:
    """Return how a row of a meeting is stored by hand through the driver, and how that is ended.

    One insert and commit with the same safety as ours.
    """
    connection = cipher.connect(file, None)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("CREATE TABLE raw(id INTEGER PRIMARY KEY, uid TEXT, meeting INTEGER, member INTEGER, code TEXT)")

    def insert(code: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO raw(uid, meeting, member, code) VALUES(?, 1, 1, ?)", (new_uid(), code))
        connection.execute("COMMIT")

    return insert, connection.close


def lines(file: Path, times: int = 60) -> list[Line]:
    """Measure a mark and a slip by the clock, medians, against a raw insert and commit and one repaint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        stage = Stage(file, Path(folder))
        bare = Path(folder) / "raw.db"
        cipher.connect(bare, None, mode="rwc").close()
        insert, end = raw_insert(bare)
        keys = Keys()
        marks = iter("1234" * times)

        def mark() -> None:
            keys.type(next(marks))
            settle()

        def repaint() -> None:
            insert("P")
            stage.window.repaint()
            settle()

        mine, theirs = medians_side_by_side(mark, repaint, times)
        found = [
            compared("A mark: key to stored and painted", mine, theirs, 1.3, "for a raw insert, commit and repaint"),
            Line("The same, at the median", f"{mine * 1000:.1f} ms", "", mine * 1000, 16, "ms"),
        ]
        found += _slip(stage, keys, repaint, times)
        stage.close()
        end()
    return found


def _slip(stage: Stage, keys: Keys, repaint: Callable[[], None], times: int) -> list[Line]:
    """A referral whose parties stand: the last Enter stores it."""
    import statistics
    import time

    keys.press(Qt.Key.Key_F6)
    taken, against = [], []
    for turn in range(times // 2):
        giver, receiver = stage.names[turn % 20], stage.names[20 + turn % 20]
        for name in (f"r{giver[1].split()[-1]}", receiver[1].split()[-1]):
            keys.type(name)
            settle()
            keys.enter()
            settle()
        start = time.perf_counter()
        keys.enter()
        settle()
        taken.append(time.perf_counter() - start)
        start = time.perf_counter()
        repaint()
        against.append(time.perf_counter() - start)
        keys.press(Qt.Key.Key_Escape)
        settle()
    stored = stage.desk.undo_step
    if stored is None or "referral" not in stored.label.lower():
        raise AssertionError(f"the last thing stored is no referral: {stored}")
    mine, theirs = statistics.median(taken), statistics.median(against)
    return [
        compared("A slip: Enter to stored and painted", mine, theirs, 1.5, "for a raw insert, commit and repaint"),
        Line("The same, at the median", f"{mine * 1000:.1f} ms", "", mine * 1000, 16, "ms"),
    ]


def small_file(folder: Path) -> Path:
    """A file with the chapter of forty that the tests of the meeting have."""
    path = folder / "forty.chapterdesk"
    with DeskFile.create(path) as desk, desk.change("Forty members") as session:
        chapter_id = add_chapter(session, name="Grupo Ribera", currency="EUR", weekday=3)
        for at, last in enumerate(SURNAMES):
            first = NAMES[at % len(NAMES)]
            add_member(session, chapter_id, first_name=first, last_name=last, start=dt.date(2025, 1, 9))
    return path


def key_lines() -> list[Line]:
    """Count the keys of the usual tasks, done in the real window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = []
    with tempfile.TemporaryDirectory(prefix="chapterdesk-bench-") as folder:
        stage = Stage(small_file(Path(folder)), Path(folder))
        for task, bound, play, label in TASKS:
            keys = Keys()
            play(stage, keys)
            settle()
            step = stage.desk.undo_step
            if label and (step is None or label not in step.label.lower()):
                raise AssertionError(f"{task}: {step}")
            found.append(Line(f"Keys: {task}", f"{keys.count} keys", "", keys.count, bound, "keys"))
        stage.close()
    return found


def _roll(stage: Stage, keys: Keys) -> None:
    for typed in ("0", "gar2", "mol3", "yan4", "och2"):
        keys.type(typed)
        settle()
    marked = stage.screen.roll.counter.text()
    if "37" not in marked or "40" not in marked:
        raise AssertionError(marked)


def _referral(_stage: Stage, keys: Keys) -> None:
    keys.press(Qt.Key.Key_F6)
    keys.count = 0  # going to the strip is needed once a meeting
    keys.type("rmar")
    keys.enter()
    keys.type("ort")
    keys.enter()
    keys.enter()


def _visitor(_stage: Stage, keys: Keys) -> None:
    keys.type("vEva Mar")
    keys.enter()
    keys.enter()
    keys.type("ort")
    keys.enter()
    keys.enter()


def _mend(_stage: Stage, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Z, modifiers=CTRL)


def _anywhere(stage: Stage, keys: Keys) -> None:
    keys.press(Qt.Key.Key_K, modifiers=CTRL)
    settle()
    keys.type("rep")
    keys.enter()
    settle()
    if stage.window.workspace is None or stage.window.workspace.current != "reports":
        raise AssertionError("the palette did not go to the reports")


TASKS: tuple[tuple[str, int, Callable[[Stage, Keys], None], str], ...] = (
    ("roll call of 40, four exceptions", 17, _roll, "mark"),
    ("a referral between two members", 10, _referral, "referral"),
    ("a visitor who walks in, with who invited", 16, _visitor, "visitor"),
    ("mend a mistake", 1, _mend, ""),
    ("get anywhere by the palette", 5, _anywhere, ""),
)
