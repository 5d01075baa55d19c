"""An installer asks all windows of a user to close: each closes, or stays open when data would be lost and says why."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from filelock import FileLock
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Progress
from chapterdesk.paths import running_folder
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.session import remote_close
from chapterdesk.ui.session.remote_close import SLOTS, CloseOnRequest
from chapterdesk.ui.session.single_instance import call, socket_name
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle

Listen = Callable[[MainWindow], CloseOnRequest]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own user folder, so that windows of other tests do not get the request."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "data" / "ChapterDesk"))


@pytest.fixture
def listen(qtbot: QtBot) -> Iterator[Listen]:
    """Let a window listen until the test ends."""
    made: list[CloseOnRequest] = []

    def begin(window: MainWindow) -> CloseOnRequest:
        window.come_to_front = lambda: None  # type: ignore[method-assign]  # offscreen has no front
        made.append(CloseOnRequest(window.context.session, window))
        return made[-1]

    yield begin
    for one in made:
        one.stop()


def ask(qtbot: QtBot, patience: float = 10) -> str:
    """Ask from another process; return the reason of a refusal, "" when all windows closed."""
    command = f"""
from chapterdesk.domain.errors import ChapterError
from chapterdesk.ui.session.remote_close import close_all
try:
    close_all({patience})
except ChapterError as error:
    print(error)
"""
    data = str(running_folder().parents[1])
    env = {**os.environ, "XDG_DATA_HOME": data}
    other = subprocess.Popen([sys.executable, "-c", command], env=env, stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=15_000)
    return other.communicate()[0]


def end(window: MainWindow, listening: CloseOnRequest) -> None:
    """Close the connection with the window, as the end of the program does."""
    timer = QTimer(window)
    timer.timeout.connect(lambda: None if window.isVisible() else listening.stop())
    timer.start(10)


def said(window: MainWindow) -> str:
    return window.notice.text.text() if window.notice.isVisible() else ""


def test_without_an_open_window_the_request_returns_at_once(qapp: QApplication) -> None:
    before = time.monotonic()
    assert remote_close.main() == 0
    assert time.monotonic() - before < 1


def test_all_windows_close_when_they_are_asked(
    qtbot: QtBot,
    listen: Listen,
    window: MainWindow,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
) -> None:
    windows = [window, make_window(make_context())]  # the other is on its first page
    for one in windows:
        end(one, listen(one))
    assert ask(qtbot) == ""
    assert [one.isVisible() for one in windows] == [False, False]
    assert not window.context.is_open


def test_no_window_closes_when_another_must_stay_open(
    qtbot: QtBot,
    listen: Listen,
    window: MainWindow,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
) -> None:
    other = make_window(make_context())
    for one in (other, window):
        end(one, listen(one))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.workspace.go("meeting")  # type: ignore[union-attr]
    meeting: Any = window.workspace.visible_screen  # type: ignore[union-attr]
    meeting.strip.begin("R")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "bru")
    assert "still open" in ask(qtbot)
    assert [one.isVisible() for one in (other, window)] == [True, True]
    meeting.strip.cancel()
    assert ask(qtbot) == ""
    assert [one.isVisible() for one in (other, window)] == [False, False]


def test_unsaved_text_keeps_its_window_open_however_often_it_is_asked(
    qtbot: QtBot, listen: Listen, window: MainWindow
) -> None:
    end(window, listen(window))
    window.workspace.go("meeting")  # type: ignore[union-attr]
    meeting: Any = window.workspace.visible_screen  # type: ignore[union-attr]
    meeting.strip.begin("R")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "bru")
    for _ in range(3):
        assert "still open" in ask(qtbot)
        assert window.isVisible()
        assert "«bru»" in said(window)
        assert "instalador" in said(window)
    meeting.strip.cancel()
    assert ask(qtbot) == ""
    assert not window.isVisible()


def test_an_unsaved_field_keeps_it_open_and_the_warning_closes_when_stored(
    qtbot: QtBot, listen: Listen, window: MainWindow
) -> None:
    end(window, listen(window))
    window.workspace.go("settings")  # type: ignore[union-attr]
    settings: Any = window.workspace.visible_screen  # type: ignore[union-attr]
    name = settings.chapter.form.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Grupo Ala")
    for _ in range(2):
        assert "still open" in ask(qtbot)
        assert window.context.chapter.name == "Grupo Alameda"
        assert "«Grupo Ala»" in said(window)
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not said(window))
    assert window.context.chapter.name == "Grupo Ala"
    assert ask(qtbot) == ""
    assert not window.isVisible()


class Typed:
    """A part of the window with unsaved text."""

    def unsaved_text(self) -> tuple[str, ...]:
        return ("bru",)


def test_a_locked_window_reveals_no_unsaved_text(
    qtbot: QtBot,
    listen: Listen,
    desk: DeskFile,
    window: MainWindow,
) -> None:
    listen(window)
    desk.key = "a key"
    window.context.session.lock.lock()
    assert window.cover.page is not None
    window.context.session.unsaved.add_part(Typed())
    assert "still open" in ask(qtbot)
    assert "instalador" in window.cover.page.error.text()
    assert "bru" not in window.cover.page.error.text()


def test_an_open_dialog_keeps_the_window_open(qtbot: QtBot, listen: Listen, window: MainWindow) -> None:
    listen(window)
    dialog = QDialog(window)
    dialog.open()
    assert "still open" in ask(qtbot)
    assert window.isVisible()
    assert "diálogo" in said(window)
    dialog.close()


def test_a_second_request_gets_an_answer_while_the_first_is_connected(
    qtbot: QtBot, listen: Listen, window: MainWindow
) -> None:
    name = socket_name(running_folder() / str(listen(window).number))
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    callers = []
    for _ in range(2):
        caller = call(name, remote_close.CLOSE, 5)
        assert caller is not None
        callers.append(caller)
        qtbot.waitUntil(caller.canReadLine)
    assert [bytes(one.readLine().data()).strip() for one in callers] == [remote_close.STAYS] * 2
    for one in callers:
        one.abort()
    dialog.close()


def test_a_change_that_waits_for_room_keeps_the_window_open(qtbot: QtBot, listen: Listen, window: MainWindow) -> None:
    listen(window)
    refusals = window.context.session.unsaved

    def refuse() -> None:
        refusals.tell(DiskFullError("The disk is full"), refuse, "one")

    refuse()
    for _ in range(3):
        assert "still open" in ask(qtbot)
        assert window.isVisible()
    refusals.forget()


def test_closing_waits_for_a_writing_job(qtbot: QtBot, listen: Listen, window: MainWindow) -> None:
    end(window, listen(window))
    ended: list[float] = []

    def job(_progress: Progress) -> None:
        time.sleep(0.7)
        ended.append(time.monotonic())

    window.context.run(job, lambda _result: None, "Writing", writing=True)
    assert ask(qtbot) == ""
    assert ended
    assert not window.isVisible()


def test_a_job_longer_than_the_callers_patience_keeps_the_window_open(
    qtbot: QtBot, listen: Listen, window: MainWindow
) -> None:
    listen(window)
    go_on = threading.Event()
    window.context.run(lambda _progress: go_on.wait(10), lambda _result: None, "Writing", writing=True)
    assert "still open" in ask(qtbot, patience=0.5)
    with qtbot.waitSignal(window.context.session.ended):
        go_on.set()
    settle()
    assert window.isVisible()  # the caller has given up: the window works normally again


def test_a_window_whose_backup_fails_stays_open(
    qtbot: QtBot, listen: Listen, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen(window)

    tries: list[int] = []

    def full(*_: object) -> None:
        tries.append(1)
        raise ChapterError("full")

    window.context.backups.is_automatic = True
    monkeypatch.setattr("chapterdesk.store.keeping.automatic_backups.at_close", full)
    assert "still open" in ask(qtbot)
    assert tries == [1]
    assert window.isVisible()
    assert window.context.is_open


def test_each_program_has_its_own_slot_and_a_killed_one_frees_it(
    qtbot: QtBot, listen: Listen, window: MainWindow, tmp_path: Path
) -> None:
    running = running_folder()
    command = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer
from filelock import FileLock
from chapterdesk.ui.session.single_instance import Listener, socket_name
app = QCoreApplication([])
lock = FileLock(Path(sys.argv[1]) / "0.lock")
lock.acquire()
listener = Listener(socket_name(Path(sys.argv[1]) / "0"), print)
print("there", flush=True)
app.exec()
"""
    running.mkdir(parents=True)
    other = subprocess.Popen([sys.executable, "-c", command, running], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "there\n"
    beside = listen(window)
    assert beside.number == 1
    beside.stop()
    other.kill()
    other.communicate()
    after = listen(window)
    assert after.number == 0
    end(window, after)
    assert ask(qtbot) == ""
    assert not window.isVisible()


def test_more_programs_than_slots_still_work(listen: Listen, window: MainWindow) -> None:
    running_folder().mkdir(parents=True)
    held = [FileLock(running_folder() / f"{number}.lock") for number in range(SLOTS)]
    for lock in held:
        lock.acquire()
    assert listen(window).listener is None
    for lock in held:
        lock.release()


def test_a_real_program_ends_when_the_command_asks_for_it(tmp_path: Path) -> None:
    homes = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "CONFIG", "CACHE")}
    env = {**os.environ, **homes}
    program = [sys.executable, "-m", "chapterdesk"]
    first = subprocess.Popen(program, env=env)
    try:
        lock = tmp_path / "data" / "ChapterDesk" / "running" / "0.lock"
        until = time.monotonic() + 20
        while not lock.exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(1)  # until it hears
        done = subprocess.run([*program, "--close"], env=env, capture_output=True, timeout=40, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"1 window is closed\n", b"")
        assert first.wait(10) == 0
    finally:
        first.kill()
        first.wait()
    none = subprocess.run([*program, "--close"], env=env, capture_output=True, timeout=40, check=False)
    assert (none.returncode, none.stdout, none.stderr) == (0, b"", b"")


def test_the_command_says_in_one_line_that_a_window_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from chapterdesk.__main__ import main

    def stays() -> int:
        raise ChapterError("{program} is still open", program="ChapterDesk")

    monkeypatch.setattr(remote_close, "main", stays)
    monkeypatch.setattr(sys, "argv", ["chapterdesk", "--close"])
    assert main() == 2
    assert capsys.readouterr().err == "chapterdesk: ChapterDesk is still open\n"


def test_requesting_a_close_loads_no_widgets() -> None:
    command = (
        "import sys, chapterdesk.ui.session.remote_close as c; c.main(); print('PySide6.QtWidgets' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
