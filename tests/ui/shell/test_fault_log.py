"""Uncaught exceptions on any thread are logged without values and shown once, and the program continues."""

import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from chapterdesk.domain.progress import Progress
from chapterdesk.fault_log import LOG_SIZE, LOGS_KEPT, describe, start_log
from chapterdesk.store.chapters import edit_chapter
from chapterdesk.store.sqlite.faults import DamagedError, DiskFullError
from chapterdesk.ui.session.unsaved import DAMAGED, FULL
from chapterdesk.ui.shell.faults import MAX_REPORTS, Faults
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context

SECRET = "Zacarías Sigiloso"


@pytest.fixture
def log_folder(tmp_path: Path) -> Iterator[Path]:
    """A log in a folder of its own."""
    root = logging.getLogger("chapterdesk")
    handlers, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    start_log(tmp_path / "log" / "chapterdesk.log")
    yield tmp_path / "log"
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers, root.level, logging.raiseExceptions = handlers, level, raising


@pytest.fixture
def shell(context: Context, make_window: Callable[[Context], MainWindow], log_folder: Path) -> Iterator[MainWindow]:
    """The window, with the fault handler of the program."""
    faults = Faults(context)
    faults.install()
    yield make_window(context)
    faults.uninstall()


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in folder.glob("chapterdesk.log*"))


def fail() -> None:
    raise ValueError(SECRET)


def raise_again() -> None:
    try:
        fail()
    except ValueError as error:
        raise KeyError(SECRET) from error


def hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_in_a_slot_is_logged_and_the_program_goes_on(
    shell: MainWindow, context: Context, log_folder: Path, qtbot: QtBot
) -> None:
    with qtbot.capture_exceptions() as caught:
        QTimer.singleShot(0, raise_again)
        qtbot.waitUntil(lambda: bool(caught))
    hook(caught[0][1])
    assert "Tus datos están guardados" in shell.notice.text.text()
    text = written(log_folder)
    assert "KeyError" in text
    assert "ValueError" in text
    assert "raise_again" in text
    assert SECRET not in text
    with context.desk.change("Rename") as s:
        edit_chapter(s, context.chapter.id, name="Grupo Olmo")
    assert context.chapter.name == "Grupo Olmo"


def test_the_log_names_no_folder_of_the_computer(shell: MainWindow, log_folder: Path) -> None:
    try:
        shell.context.choose_chapter(10**6)
    except Exception as error:  # noqa: BLE001 - whatever it is
        told = describe(error)
    assert "chapterdesk/ui/session/open_desk.py:" in told
    assert str(Path(__file__).parent) not in told
    assert "test_fault_log.py:" in told


def test_a_repeated_fault_floods_neither_log_nor_window(shell: MainWindow, context: Context, log_folder: Path) -> None:
    told: list[str] = []
    context.noticed.connect(lambda text, *_: told.append(text))
    for _ in range(100):
        try:
            fail()
        except ValueError as error:
            hook(error)
    assert written(log_folder).count("ValueError") == MAX_REPORTS
    assert "not written again" in written(log_folder)
    assert len(told) == MAX_REPORTS


def test_a_fault_without_an_open_file_says_nothing_about_data(
    make_context: Callable[..., Context], make_window: Callable[[Context], MainWindow], log_folder: Path
) -> None:
    context = make_context()
    faults = Faults(context)
    faults.install()
    window = make_window(context)
    try:
        fail()
    except ValueError as error:
        hook(error)
    faults.uninstall()
    assert "guardados" not in window.notice.text.text()
    assert "Algo ha fallado aquí" in window.notice.text.text()


def test_without_a_log_folder_a_fault_writes_nothing_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    program = """
import logging, sys
from pathlib import Path
from chapterdesk.fault_log import start_log
start_log(Path(sys.argv[1]))
logging.getLogger("chapterdesk.ui").error("a fault")
"""
    log = tmp_path / "taken" / "log" / "chapterdesk.log"
    done = subprocess.run([sys.executable, "-c", program, str(log)], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_fault_on_another_thread_is_shown_in_the_window(
    shell: MainWindow, context: Context, log_folder: Path, qtbot: QtBot
) -> None:
    where: list[int] = []
    context.noticed.connect(lambda *_: where.append(threading.get_ident()))
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
    assert "ValueError" in written(log_folder)
    assert SECRET not in written(log_folder)


def test_a_fault_of_a_job_is_shown_in_the_window(
    shell: MainWindow, context: Context, log_folder: Path, qtbot: QtBot
) -> None:
    def job(_progress: Progress) -> None:
        fail()

    with qtbot.capture_exceptions() as caught:
        context.run(job, lambda _result: None)
        qtbot.waitUntil(lambda: bool(caught))
    hook(caught[0][1])
    assert "ValueError" in written(log_folder)
    assert SECRET not in written(log_folder)


def test_a_fault_during_deletion_writes_nothing_to_the_terminal(
    shell: MainWindow, log_folder: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    class Careless:
        def __del__(self) -> None:
            fail()

    careless = Careless()
    del careless
    gc.collect()
    qtbot.waitUntil(lambda: "ValueError" in written(log_folder))
    assert SECRET not in capfd.readouterr().err


def test_uncaught_damage_and_a_full_disk_are_shown_with_their_help(shell: MainWindow, context: Context) -> None:
    hook(DamagedError("{file} is damaged", file="a.chapterdesk"))
    hook(DiskFullError("The disk is full"))
    assert context.banners.find(DAMAGED) is not None
    assert context.banners.find(FULL) is not None
    hook(DamagedError("{file} is damaged", file="a.chapterdesk"))
    assert shell.workspace is not None
    assert len(shell.workspace.banners.bars) == 2


def test_logs_rotate_and_the_oldest_is_removed(log_folder: Path) -> None:
    line = "x" * 1000
    for _ in range((LOGS_KEPT + 3) * LOG_SIZE // 1000):
        logging.getLogger("chapterdesk.ui").error(line)
    logs = sorted(path.name for path in log_folder.iterdir())
    assert logs == ["chapterdesk.log", *(f"chapterdesk.log.{number + 1}" for number in range(LOGS_KEPT))]
    assert all(path.stat().st_size <= LOG_SIZE for path in log_folder.iterdir())


def test_two_windows_can_write_one_log(log_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError("Windows renames no file that somebody has open")

    monkeypatch.setattr("os.rename", held)
    for number in range(2 * LOG_SIZE // 1000):
        logging.getLogger("chapterdesk.ui").error("%04d %s", number, "x" * 1000)
    assert [path.name for path in log_folder.iterdir()] == ["chapterdesk.log"]
    assert f"{number:04d} xxx" in written(log_folder)


def test_work_continues_when_the_log_cannot_be_written(tmp_path: Path, log_folder: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    start_log(tmp_path / "taken" / "chapterdesk.log")
    logging.getLogger("chapterdesk.ui").error("a fault")
