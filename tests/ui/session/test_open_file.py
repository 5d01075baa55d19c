"""Opening a faulty file: each fault has its own help, in place, and the file is not changed."""

import ctypes
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, text

from chapterdesk.actions import meeting
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.keeping.backups import Reason, make
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.faults import DamagedError
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.session import file_location
from chapterdesk.ui.session.open_file import FileOpener
from chapterdesk.ui.session.single_instance import show_first_window
from chapterdesk.ui.session.unsaved import DAMAGED
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.faults import Faults
from chapterdesk.ui.shell.start_page import StartPage
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.copies import copied

MakeContext = Callable[..., Context]
MakeWindow = Callable[[Context], MainWindow]


@dataclass
class Counts:
    chapters: int = 1
    people: int = 6
    members: int = 6
    meetings: int = 3
    marks: int = 0
    slips: int = 12
    visits: int = 0


@dataclass
class SomeBackup:
    """Stands in for a backup in the list."""

    path: Path
    at: dt.datetime = dt.datetime(2026, 3, 3, 9, 5)  # noqa: DTZ001 - naive UTC, as backups have it
    counts: Counts = field(default_factory=Counts)


@pytest.fixture
def nothing(make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with no file open, in English."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    return make_window(make_context(language="en"))


@pytest.fixture
def backups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """The backups that are found of any file."""
    found: list[Any] = []
    monkeypatch.setattr(FileOpener, "backups_of", lambda _self, _path: found)
    return found


def start(window: MainWindow) -> StartPage:
    assert window.start_page is not None
    return window.start_page


def said(window: MainWindow) -> str:
    """All texts of the problem page."""
    page = start(window).problem
    assert start(window).pages.currentWidget() is page
    return "\n".join(one.text() for one in page.findChildren(QLabel) if not one.isHidden())


def writes(window: MainWindow) -> bool:
    """Whether the open file can be changed."""
    return not window.context.desk.read_only


def chapter_file(path: Path, passphrase: str | None = None, name: str = "Grupo Ribera") -> Path:
    return copied(path, one_chapter, passphrase, name)


def one_chapter(path: Path, passphrase: str | None, name: str) -> None:
    with DeskFile.create(path, passphrase) as desk, desk.change("New") as s:
        add_chapter(s, name=name, language="es")


def spoil(path: Path) -> None:
    """Overwrite the pages after the first."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(chapter_file(path).read_bytes()[:60])


def overwrite(path: Path) -> None:
    spoil(chapter_file(path))


@pytest.mark.parametrize(
    ("make", "words"),
    [(empty, "is empty"), (cut, "is damaged"), (overwrite, "is damaged")],
    ids=["empty", "cut", "overwritten"],
)
def test_a_damaged_file_leads_to_its_backups_and_is_not_changed(
    nothing: MainWindow, backups: list[Any], tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "roto.chapterdesk"
    make(path)
    before = path.read_bytes()
    backups.append(SomeBackup(tmp_path / "one"))
    nothing.context.session.open(path)
    told = said(nothing)
    assert f"roto.chapterdesk {words}" in told
    assert "It was left as it is." in told
    assert "3 March 2026" in told
    assert "6 members" in told
    assert "12 slips" in told
    assert start(nothing).problem.backups[0].hasFocus()
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("roto*")) == ["roto.chapterdesk"]


def test_a_missing_backup_is_reported(nothing: MainWindow, backups: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "roto.chapterdesk"
    path.write_bytes(b"")
    nothing.context.session.open(path)
    assert "There is no backup of this file" in said(nothing)
    assert backups == []


def test_a_foreign_file_is_refused_without_offering_backups(
    nothing: MainWindow, backups: list[Any], tmp_path: Path
) -> None:
    path = tmp_path / "carta.chapterdesk"
    path.write_text("Querida Ana:\n" * 500, encoding="utf-8")
    nothing.context.session.open(path)
    assert "carta.chapterdesk is no ChapterDesk file" in said(nothing)
    assert "backup" not in said(nothing).casefold()
    backups.append(SomeBackup(tmp_path / "one"))
    nothing.context.session.open(path)
    assert len(start(nothing).problem.backups) == 1


def test_a_file_of_a_newer_release_is_refused_politely(nothing: MainWindow, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "nuevo.chapterdesk")
    connection = cipher.connect(path, None)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    before = path.read_bytes()
    nothing.context.session.open(path)
    assert "nuevo.chapterdesk needs a newer ChapterDesk" in said(nothing)
    assert "Update ChapterDesk" in said(nothing)
    assert path.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_and_a_missing_path_are_reported(nothing: MainWindow, tmp_path: Path, there: bool) -> None:
    path = tmp_path / "algo.chapterdesk"
    if there:
        path.mkdir()
    nothing.context.session.open(path)
    assert "algo.chapterdesk was not opened" in said(nothing)
    assert ("is a folder" if there else "does not exist") in said(nothing)


def test_a_file_without_read_permission_is_reported(
    nothing: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = chapter_file(tmp_path / "ajeno.chapterdesk")
    real = Path.open

    def refuse(self: Path, *arguments: Any, **more: Any) -> Any:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **more)

    monkeypatch.setattr(Path, "open", refuse)
    nothing.context.session.open(path)
    assert "cannot be read" in said(nothing)


def test_back_returns_to_the_start_page_and_try_again_opens_a_repaired_file(
    nothing: MainWindow, backups: list[Any], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "roto.chapterdesk"
    path.write_bytes(b"")
    nothing.context.session.open(path)
    page = start(nothing)
    page.problem.buttons[-1].click()
    assert page.pages.currentWidget() is page.choices
    nothing.context.session.open(path)
    path.unlink()
    chapter_file(path)
    page.problem.buttons[0].click()
    assert nothing.context.chapter.name == "Grupo Ribera"
    assert backups == []


def test_an_open_file_stays_when_another_is_damaged_and_help_is_one_click_away(
    context: Context, make_window: MakeWindow, backups: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    window = make_window(context)
    path = tmp_path / "roto.chapterdesk"
    path.write_bytes(b"")
    window.context.session.open(path)
    assert window.workspace is not None
    assert "roto.chapterdesk" in window.notice.text.text()
    window.notice.button.click()
    assert start(window).pages.currentWidget() is start(window).problem
    assert backups == []


def test_damage_found_while_opening_leads_to_the_help(nothing: MainWindow, backups: list[Any], tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with DeskFile.open(path) as desk, desk.change("Empty it") as s:
        s.execute(text("DELETE FROM chapter"))

    def damaged(*_: Any, **__: Any) -> Any:
        raise DamagedError("{file} is damaged", file=path.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meeting, "plan_missing_weeks", damaged)
        nothing.context.session.open(path)
    assert "ribera.chapterdesk is damaged" in said(nothing)
    assert not nothing.context.is_open
    assert backups == []
    nothing.context.session.open(path)
    assert nothing.context.is_open


def test_damage_found_while_working_shows_a_banner_that_leads_to_the_backups(
    context: Context, make_window: MakeWindow, backups: list[Any], qtbot: QtBot
) -> None:
    window = make_window(context)
    backups.append(SomeBackup(context.session.path))
    assert window.workspace is not None

    def damaged(*_: Any, **__: Any) -> Any:
        raise cipher.DRIVER.DatabaseError("database disk image is malformed")

    faults = Faults(context)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "connect", damaged)
        with pytest.raises(DamagedError) as told:
            window.workspace.go("members")
    faults(DamagedError, told.value, None)
    standing = context.banners.find(DAMAGED)
    assert standing is not None
    assert window.isVisible()
    (bar,) = [one for one in window.workspace.banners.bars if one.banner is standing]
    assert "damaged" in bar.text.text() or "dañado" in bar.text.text()
    bar.buttons[0].click()
    assert len(start(window).problem.backups) == 1
    assert not context.is_open


# Another window


@contextmanager
def other_process(path: Path, *, listens: bool) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open for writing; with `listens` it acts as a window."""
    window = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.shell.faults import Faults
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.session.session import DeskSession
from chapterdesk.ui.session.settings import SettingsFile
from chapterdesk.ui.look.style import Style
app = QApplication([])
context = Context(DeskSession(SettingsFile(Path(sys.argv[2])), language="es"), Style("light"))
window = MainWindow(context, Path(sys.argv[1]))
window.come_to_front = lambda: print("in front", flush=True)
window.show()
print("open", flush=True)
app.exec()
"""
    command = """
import sys
from pathlib import Path
from chapterdesk.store.sqlite.file import DeskFile
with DeskFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
    process = subprocess.Popen(
        [sys.executable, "-c", window if listens else command, str(path), str(path.with_suffix(".ini"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def hears_front(first: subprocess.Popen[str]) -> bool:
    """Whether another process reports within ten seconds that its window came to the front."""
    heard: list[str] = []

    def listen() -> None:
        assert first.stdout is not None
        heard.append(first.stdout.readline())

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    listener.join(10)
    return heard == ["in front\n"]


def test_a_second_window_brings_the_first_to_the_front_and_offers_to_read(nothing: MainWindow, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=True) as first:
        nothing.context.session.open(path)
        assert hears_front(first)
        assert "is open in another window" in said(nothing)
        assert "in front now" in said(nothing)
        start(nothing).problem.buttons[0].click()
        assert nothing.context.desk.read_only
        assert nothing.context.chapter.name == "Grupo Ribera"


def test_on_windows_the_second_window_lets_the_first_come_to_the_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[int] = []
    user32 = SimpleNamespace(AllowSetForegroundWindow=allowed.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=True), monkeypatch.context() as on_windows:
        on_windows.setattr(sys, "platform", "win32")
        assert not show_first_window(path.with_stem("another"))
        assert allowed == [], "there is no window to bring to the front"
        assert show_first_window(path)
    assert allowed == [-1]


def test_a_killed_window_does_not_block_the_next_one(nothing: MainWindow, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=True) as first:
        first.kill()
        first.wait()
        nothing.context.session.open(path)
        assert not nothing.context.desk.read_only
    assert nothing.context.session.opener.is_listening


def test_a_double_click_on_a_file_that_is_open_ends_by_itself(tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=True) as first:
        second = subprocess.run(
            [sys.executable, "-m", "chapterdesk", str(path)],
            env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "conf")},
            capture_output=True,
            timeout=30,
            check=False,
        )
        assert second.returncode == 0
        assert hears_front(first)
    assert not (tmp_path / "data").exists()


def test_a_command_that_holds_the_file_is_named_and_both_never_write(nothing: MainWindow, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=False):
        nothing.context.session.open(path)
        assert "is in use" in said(nothing)
        assert not nothing.context.is_open
    start(nothing).problem.buttons[1].click()
    assert not nothing.context.desk.read_only


def test_a_holder_on_another_computer_is_named(nothing: MainWindow, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    with other_process(path, listens=False):
        told = {"process": 1, "computer": "portátil-de-la-oficina", "since": "2026-03-05T06:00:00+00:00"}
        lock = path.with_name(path.name + ".lock")
        lock.write_bytes(b" " + json.dumps(told).encode())
        nothing.context.session.open(path)
        assert platform.node() != "portátil-de-la-oficina"
        assert "is open on another computer" in said(nothing)
        assert "portátil-de-la-oficina" in said(nothing)
        assert "5 March 2026" in said(nothing)
        start(nothing).problem.buttons[0].click()
        assert nothing.context.desk.read_only


# Synced folders


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    return chapter_file(folder / "ribera.chapterdesk")


def standing(window: MainWindow) -> Any:
    assert window.workspace is not None
    return next((one for one in window.workspace.banners.bars if one.banner.key == "place"), None)


def test_a_synced_folder_is_named_and_the_warning_can_be_dismissed(nothing: MainWindow, synced: Path) -> None:
    nothing.context.session.open(synced)
    bar = standing(nothing)
    assert "Dropbox" in bar.text.text()
    assert bar.text.textFormat() == Qt.TextFormat.PlainText
    bar.buttons[1].click()
    assert standing(nothing) is None
    nothing.context.session.request_close()
    nothing.context.session.open(synced)
    assert standing(nothing) is None


def test_the_banner_follows_the_language(nothing: MainWindow, synced: Path, qtbot: QtBot) -> None:
    nothing.context.session.open(synced)
    nothing.context.set_preferences(language="es")
    qtbot.waitUntil(lambda: "carpeta" in standing(nothing).text.text())


def test_a_plain_folder_gives_no_banner(nothing: MainWindow, tmp_path: Path) -> None:
    nothing.context.session.open(chapter_file(tmp_path / "ribera.chapterdesk"))
    assert list(nothing.context.banners) == []


@pytest.mark.parametrize("passphrase", [None, "cuatro palabras sin relación"])
def test_a_file_moves_out_of_a_synced_folder_and_stays_open(
    nothing: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    folder = tmp_path / "OneDrive - Bufete"
    folder.mkdir()
    path = chapter_file(folder / "ribera.chapterdesk", passphrase)
    better = tmp_path / "Documents" / "ChapterDesk"
    better.mkdir(parents=True)
    chapter_file(better / "ribera.chapterdesk", name="Another")
    monkeypatch.setattr(file_location, "own_folder", lambda: better)
    nothing.context.session.open(path, passphrase or "")
    identity = nothing.context.desk.identity
    bar = standing(nothing)
    assert "OneDrive" in bar.text.text()
    bar.buttons[0].click()
    moved = better / "ribera 2.chapterdesk"
    qtbot.waitUntil(lambda: nothing.context.is_open and nothing.context.session.path == moved)
    assert nothing.context.desk.identity == identity
    assert not path.exists()
    assert standing(nothing) is None
    assert nothing.context.settings_file.recent()[0] == moved


def test_no_move_is_offered_inside_a_synced_folder(
    nothing: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    monkeypatch.setattr(file_location, "own_folder", lambda: folder / "Documents" / "ChapterDesk")
    nothing.context.session.open(chapter_file(folder / "ribera.chapterdesk"))
    assert [button.text() for button in standing(nothing).buttons] == ["Leave it here"]


@pytest.mark.parametrize("passphrase", [None, "cuatro palabras sin relación"])
def test_a_backup_is_previewed_and_replaces_the_damaged_file(
    nothing: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk", passphrase)
    folder = tmp_path / "backups"
    folder.mkdir()
    monkeypatch.setattr(nothing.context.backups, "folder", lambda: folder)
    with DeskFile.open(path, passphrase) as desk:
        make(desk, folder, Reason.ASKED, dt.datetime(2026, 3, 3, 9, 5))  # noqa: DTZ001 - naive UTC
    path.write_bytes(path.read_bytes()[:5000])
    damaged = path.read_bytes()
    nothing.context.session.open(path)
    assert "1 chapter" not in said(nothing)
    start(nothing).problem.backups[0].click()
    context = nothing.context
    if passphrase is not None:
        start(nothing).locked.field.setText(passphrase)
        start(nothing).locked.entered.emit()
        qtbot.waitUntil(lambda: context.is_open)
    assert not writes(nothing)
    assert context.chapter.name == "Grupo Ribera"
    assert nothing.workspace is not None
    (bar,) = nothing.workspace.banners.bars
    assert "This is the backup of 3 March 2026" in bar.text.text()
    assert context.settings_file.recent() == []
    bar.buttons[0].click()
    qtbot.waitUntil(lambda: context.is_open and context.session.path == path)
    assert writes(nothing)
    assert context.chapter.name == "Grupo Ribera"
    kept = next(one for one in tmp_path.glob("ribera (*.chapterdesk"))
    assert kept.read_bytes() == damaged
    assert kept.name in nothing.notice.text.text()


def test_another_backup_can_be_chosen_after_previewing_one(
    nothing: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk", "cuatro palabras sin relación")
    folder = tmp_path / "backups"
    folder.mkdir()
    monkeypatch.setattr(nothing.context.backups, "folder", lambda: folder)
    with DeskFile.open(path, "cuatro palabras sin relación") as desk:
        make(desk, folder, Reason.ASKED, dt.datetime(2026, 3, 3, 9, 5))  # noqa: DTZ001 - naive UTC
    path.write_bytes(b"")
    nothing.context.session.open(path)
    start(nothing).problem.backups[0].click()
    page = start(nothing)
    assert page.pages.currentWidget() is page.locked
    page.locked.field.setText("cuatro palabras sin relación")
    page.locked.entered.emit()
    qtbot.waitUntil(lambda: nothing.context.is_open)
    assert nothing.context.desk.read_only
    workspace = nothing.workspace
    assert workspace is not None
    workspace.banners.bars[0].buttons[1].click()
    assert len(start(nothing).problem.backups) == 1
    assert path.read_bytes() == b""


def test_backups_made_before_another_folder_was_chosen_help_with_a_damaged_file(
    nothing: MainWindow, tmp_path: Path
) -> None:
    path = chapter_file(tmp_path / "ribera.chapterdesk")
    own, stick = nothing.context.backups.folder(), tmp_path / "stick"
    stick.mkdir()
    with DeskFile.open(path) as desk:
        for day, folder in ((2, own), (4, stick), (3, own)):
            make(desk, folder, Reason.ASKED, dt.datetime(2026, 3, day))  # noqa: DTZ001 - naive UTC
    nothing.context.backups.choose(stick)
    path.write_bytes(b"")
    nothing.context.session.open(path)
    assert [one.at.day for one in nothing.context.session.opener.backups_of(path)] == [4, 3, 2]
    assert len(start(nothing).problem.backups) == 3
