"""Nothing blocks the window for longer than a tenth of a second: screens, typing, files, imports, reports, backups."""

import datetime as dt
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from chapterdesk.store.keeping import backups, passphrase_change
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.members import members
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.cover import JobCover
from tests.importers.connect_files import slips_file
from tests.ui.screens.meeting.keyboard import Keys
from tests.ui.watchdog import Watchdog

TODAY = dt.date(2026, 3, 5)
SLIPS = 2000
STORING = 3
"""The allowed multiple of the limit for an action done once, on a busy machine; tests/bench measures it at 16 ms."""
OPENING = 3
"""The allowed multiple of the limit for opening a file, which closes the old file and rebuilds the window."""
LEDGER = 5
"""The allowed multiple of the limit for showing thousands of slips for the first time."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo: three chapters, eighteen months."""
    from chapterdesk.demo.region import make

    path = tmp_path_factory.mktemp("demo") / "demo.chapterdesk"
    make(path, TODAY)
    return path


@pytest.fixture
def path(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo that may be changed."""
    return Path(shutil.copyfile(demo, tmp_path / "grupo.chapterdesk"))


@pytest.fixture
def context(path: Path, make_context: Callable[..., Context]) -> Context:
    return make_context(DeskFile.open(path))


@pytest.fixture
def dog(qtbot: QtBot) -> Iterator[Watchdog]:
    with Watchdog(qtbot) as watching:
        yield watching


def screen_of(window: MainWindow, key: str) -> Any:
    """Go to a screen and return it."""
    assert window.workspace is not None
    window.workspace.go(key)
    return window.workspace.visible_screen


def is_idle(window: MainWindow) -> Callable[[], bool]:
    """Whether no work is under way and a file is shown."""
    return lambda: window.workspace is not None and not window.findChildren(JobCover) and not window.work.isVisible()


def test_blocking_the_window_is_noticed_and_named(dog: Watchdog) -> None:
    def busy() -> None:
        until = time.thread_time() + 4 * dog.limit
        while time.thread_time() < until:
            pass

    dog.do("waiting", lambda: None)
    assert dog.over() == []
    dog.do("a busy loop", busy)
    (told,) = dog.over()
    assert told.startswith("a busy loop held the window for")


def test_a_screen_shown_before_appears_at_once(window: MainWindow, dog: Watchdog) -> None:
    assert window.workspace is not None
    keys = list(window.workspace.entries)
    for key in keys:
        screen_of(window, key)
    for key in keys:
        dog.do(f"going to {key}", lambda key=key: screen_of(window, key), is_idle(window))  # type: ignore[misc]
    assert dog.over() == []


def test_typing_in_the_search_of_each_list(window: MainWindow, dog: Watchdog, qtbot: QtBot) -> None:
    for key in ("members", "visitors", "slips", "changes"):
        field = searched_in(screen_of(window, key))
        field.setFocus()
        for letter in "gar":
            dog.do(f"typing {letter} in {key}", lambda f=field, t=letter: qtbot.keyClick(f, t), is_idle(window))  # type: ignore[misc]
    assert dog.over() == []


def searched_in(screen: Any) -> QLineEdit:
    """The field in which a screen searches."""
    holder = screen.ledger.filters if hasattr(screen, "ledger") else getattr(screen, "filters", screen)
    field = getattr(holder, "search", None) or screen.search
    assert isinstance(field, QLineEdit)
    return field


@pytest.fixture
def at_meeting(context: Context, window: MainWindow) -> MainWindow:
    with context.desk.read() as s:
        from chapterdesk.store.meetings import meeting_on

        missing = meeting_on(s, context.chapter.id, TODAY) is None
    if missing:
        with context.desk.change("A meeting") as s:
            add_meeting(s, context.chapter.id, TODAY)
    screen_of(window, "meeting").focus_start()
    return window


def test_marks_and_slips_of_a_meeting(context: Context, at_meeting: MainWindow, dog: Watchdog) -> None:
    keys = Keys()
    before = context.desk.revision
    for mark in "0123412":
        dog.do(f"the key {mark}", lambda mark=mark: keys.type(mark), is_idle(at_meeting), STORING)  # type: ignore[misc]
    with context.desk.read() as s:
        names = [row.last_name.split()[0].lower() for row in members(s, context.chapter.id, TODAY)]
    dog.do("going to the strip", lambda: keys.press(Qt.Key.Key_F6))
    for typed in (f"r{names[0]}", names[1]):
        for letter in typed:
            dog.do(f"typing {letter} in the strip", lambda letter=letter: keys.type(letter), times=STORING, once=True)  # type: ignore[misc]
        dog.do("Enter in the strip", keys.enter, times=STORING, once=True)
    dog.do("Enter that stores the slip", keys.enter, is_idle(at_meeting), STORING, once=True)
    assert context.desk.revision > before
    assert dog.over() == []


def test_another_file_is_opened(window: MainWindow, path: Path, demo: Path, tmp_path: Path, dog: Watchdog) -> None:
    for key in ("members", "today"):
        screen_of(window, key)
    other = Path(shutil.copyfile(demo, tmp_path / "otro.chapterdesk"))
    wanted = [path]

    def open_the_other() -> None:
        wanted[0] = other if wanted[0] == path else path
        window.context.session.open(wanted[0])

    opened = lambda: window.context.is_open and window.context.session.path == wanted[0]  # noqa: E731
    dog.do("opening a file", open_the_other, opened, OPENING)
    assert dog.over() == []


def test_an_import_of_many_slips_is_previewed_and_applied(
    context: Context, window: MainWindow, tmp_path: Path, dog: Watchdog
) -> None:
    with context.desk.read() as s:
        names = [row.name for row in members(s, context.chapter.id, TODAY)]
    pairs = [(names[n % len(names)], names[(n * 7 + 1) % len(names)]) for n in range(SLIPS)]
    rows = [(giver, receiver, "Referral", "Tier 1 (inside)", None, None, None) for giver, receiver in pairs]
    file = tmp_path / "slips.xls"
    file.write_bytes(slips_file([row for row in rows if row[0] != row[1]], title="Slips Audit Report for 05/03/2026"))
    screen = screen_of(window, "import")
    assert window.workspace is not None
    go = window.workspace.go
    dog.do(
        "looking at the file",
        lambda: go("import", paths=[file]),
        lambda: not screen.is_busy and screen.button.isEnabled(),
    )
    before = context.desk.revision
    stored = lambda: context.desk.revision > before and is_idle(window)()  # noqa: E731
    dog.do("importing it", screen.button.click, stored, LEDGER, once=True)
    assert dog.over() == []


def test_a_report_is_shown(window: MainWindow, dog: Watchdog) -> None:
    screen = screen_of(window, "reports")
    for name in ("roster", "summary", "roster"):
        made: list[object] = []
        screen.workbench.ready.connect(made.append)
        dog.do(f"the report {name}", lambda name=name: screen.show_item(report=name), lambda made=made: bool(made))  # type: ignore[misc]
    dog.holds = dog.holds[2:]  # each page of the workbench is made once
    assert dog.over() == []


def test_a_backup_is_made_and_listed(context: Context, window: MainWindow, tmp_path: Path, dog: Watchdog) -> None:
    screen_of(window, "backups")
    folder = tmp_path / "backups"

    def make() -> None:
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        job = lambda progress: backups.make(context.session.file, folder, backups.Reason.ASKED, now, progress)  # noqa: E731
        context.run(job, lambda made: None, "Backing up")

    dog.do("making a backup", make, lambda: any(folder.rglob("*.chapterdesk")) and is_idle(window)())
    dog.do("going to the backups", lambda: screen_of(window, "backups"), is_idle(window))
    assert dog.over() == []


@pytest.fixture
def protected(
    path: Path, make_context: Callable[..., Context], make_window: Callable[[Context], MainWindow]
) -> MainWindow:
    """A window with a file that has a passphrase."""
    key = passphrase_change.set_passphrase(path, None, "correct horse")
    return make_window(make_context(DeskFile.open(path, key=key)))


def test_the_window_is_locked_and_covered(protected: MainWindow, dog: Watchdog) -> None:
    window = protected
    screen_of(window, "members")
    dog.do(
        "covering the window", window.context.session.lock.lock, lambda: window.context.session.lock.is_on, once=True
    )
    assert window.context.session.lock.is_on
    assert dog.over() == []
