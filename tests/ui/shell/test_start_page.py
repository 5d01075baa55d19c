"""The start page: the demo, an empty chapter typed in place, files to import, recent files, a passphrase in place."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.demo import demo_file
from chapterdesk.domain.progress import Progress
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.meetings import meetings
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell import new_chapter_page
from chapterdesk.ui.shell import window as shell_window
from chapterdesk.ui.shell.start_page import StartPage
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.screen import Screen, ScreenEntry

MakeContext = Callable[..., Context]
MakeWindow = Callable[[Context], MainWindow]


class Files(Screen):
    """Stands in for the import screen: notes the files that it is given."""

    entry = ScreenEntry("import", "Import", "upload", 95, f"{__name__}:Files")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.given: list[Path] = []

    def show_item(self, **what: Any) -> None:
        self.given = what["paths"]


@pytest.fixture
def nothing(
    make_context: MakeContext, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> MainWindow:
    """The window with no file open."""
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry, Files.entry])
    monkeypatch.setattr(new_chapter_page, "own_folder", lambda: tmp_path / "Documentos")
    return make_window(make_context())


def start(window: MainWindow) -> StartPage:
    assert window.start_page is not None
    return window.start_page


def chapter_file(path: Path, passphrase: str | None = None) -> Path:
    with DeskFile.create(path, passphrase) as desk, desk.change("New") as s:
        add_chapter(s, name="Grupo Ribera", language="es")
    return path


def test_an_empty_chapter_is_typed_in_place_and_gets_its_meetings(
    nothing: MainWindow, qtbot: QtBot, tmp_path: Path, type_in: Callable[[QWidget, str], None]
) -> None:
    page, context = start(nothing), nothing.context
    page.empty.setFocus()
    qtbot.keyClick(page.empty, Qt.Key.Key_Return)
    form = page.new_chapter.form
    assert form.name.hasFocus()
    type_in(form.name, "Peña El Álamo: 7/8")
    form.time.setText("7.30")
    form.region.set_value("MD")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert nothing.workspace is not None
    chapter = context.chapter
    assert (chapter.name, chapter.weekday, chapter.start_time) == ("Peña El Álamo: 7/8", 3, dt.time(7, 30))
    assert (chapter.country, chapter.subdivision, chapter.currency) == ("ES", "MD", "EUR")
    assert context.session.path == tmp_path / "Documentos" / "Peña El Álamo 7 8.chapterdesk"
    with context.desk.read() as s:
        days = [meeting.date for meeting in meetings(s, chapter.id)]
    assert len(days) >= 8
    assert {day.weekday() for day in days} == {3}
    assert context.desk.undo_step is None


def test_a_missing_chapter_name_is_reported_beside_the_field(nothing: MainWindow) -> None:
    page = start(nothing)
    page.begin(())
    page.new_chapter.button.click()
    assert page.new_chapter.form.name_error.isVisible()
    assert nothing.workspace is None


def test_a_file_name_that_exists_is_reported_and_not_overwritten(nothing: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "Documentos"
    folder.mkdir()
    taken = chapter_file(folder / "Ribera.chapterdesk")
    before = taken.read_bytes()
    page = start(nothing)
    page.begin(())
    page.new_chapter.form.name.setText("Ribera")
    page.new_chapter.button.click()
    assert "Ribera.chapterdesk" in page.new_chapter.error.text()
    assert page.new_chapter.form.name.text() == "Ribera"
    assert taken.read_bytes() == before


def test_files_brought_to_the_start_page_are_imported_into_the_new_chapter(nothing: MainWindow, tmp_path: Path) -> None:
    nothing.take_files([tmp_path / "resumen.xls", tmp_path / "miembros.csv"])
    page = start(nothing)
    assert "2" in page.new_chapter.text.text()
    page.new_chapter.form.name.setText("Ribera")
    page.new_chapter.button.click()
    assert nothing.workspace is not None
    screen = nothing.workspace.visible_screen
    assert isinstance(screen, Files)
    assert [path.name for path in screen.given] == ["resumen.xls", "miembros.csv"]


def test_recent_files_are_listed_and_open(
    make_context: MakeContext, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    context = make_context()
    for name in ("uno", "dos"):
        context.settings_file.remember(chapter_file(tmp_path / f"{name}.chapterdesk"))
    context.settings_file.remember(tmp_path / "perdido.chapterdesk")
    window = make_window(context)
    page = start(window)
    assert [button.text().strip() for button in page.recent] == ["dos", "uno"]
    assert page.recent[0].hasFocus()
    page.recent[1].click()
    assert context.session.path.name == "uno.chapterdesk"


def test_a_protected_file_asks_for_its_passphrase_in_place(nothing: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = chapter_file(tmp_path / "secreto.chapterdesk", "correct horse")
    nothing.context.session.open(path)
    page = start(nothing)
    assert page.pages.currentWidget() is page.locked
    assert not page.locked.error.isVisible()
    qtbot.keyClicks(page.locked.field, "wrong")
    qtbot.keyClick(page.locked.field, Qt.Key.Key_Return)
    assert not page.locked.button.isEnabled()  # it says that it works, and the window is alive
    qtbot.waitUntil(page.locked.error.isVisible)
    assert page.locked.button.isEnabled()
    assert page.locked.field.text() == "wrong"
    page.locked.field.setText("correct horse")
    qtbot.keyClick(page.locked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: nothing.context.is_open)
    assert nothing.context.chapter.name == "Grupo Ribera"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_path_that_is_not_a_desk_file_is_reported_and_not_changed(
    nothing: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "roto.chapterdesk"
    path.write_bytes(content)
    nothing.context.session.open(path)
    page = start(nothing)
    assert page.pages.currentWidget() is page.problem
    assert "roto.chapterdesk" in page.problem.title.text()
    assert page.problem.title.textFormat() == Qt.TextFormat.PlainText
    assert path.read_bytes() == content


def test_a_file_open_elsewhere_is_reported_and_the_open_one_stays(
    context: Context, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    window = make_window(context)
    here = context.session.path
    path = chapter_file(tmp_path / "otro.chapterdesk")
    with DeskFile.open(path):
        window.context.session.open(path)
    assert context.session.path == here
    assert "otro.chapterdesk" in window.notice.text.text()


def test_a_file_without_a_chapter_asks_for_the_first_one(nothing: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "nuevo.chapterdesk"
    DeskFile.create(path).close()
    nothing.context.session.open(path)
    page = start(nothing)
    assert page.pages.currentWidget() is page.new_chapter
    assert page.new_chapter.place.isHidden()
    page.new_chapter.form.name.setText("Vega")
    page.new_chapter.button.click()
    qtbot.waitUntil(lambda: nothing.workspace is not None)
    assert nothing.context.session.path == path
    assert nothing.context.chapter.name == "Vega"


def test_closing_the_file_returns_to_the_start_page(
    context: Context, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(shell_window, "screen_entries", lambda: [SettingsScreen.entry])
    window = make_window(context)
    path = context.session.path
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not context.is_open
    qtbot.waitUntil(lambda: start(window).isVisible())
    with DeskFile.open(path):
        pass


def small_demo(path: Path, _today: dt.date, progress: Progress) -> None:
    progress.step(1, 2, "half")
    chapter_file(path)


def test_the_demo_is_made_once_a_day_and_opened_as_a_copy(
    nothing: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[dt.date] = []

    def make(path: Path, today: dt.date, progress: Progress) -> None:
        made.append(today)
        small_demo(path, today, progress)

    monkeypatch.setattr(demo_file, "backup_folder", lambda: tmp_path / "data" / "backups")
    monkeypatch.setattr("chapterdesk.demo.region.make", make)
    start(nothing).demo.click()
    qtbot.waitUntil(lambda: nothing.context.is_open)
    context = nothing.context
    assert context.chapter.name == "Grupo Ribera"
    with context.desk.change("Spoil it") as s:
        add_chapter(s, name="Garabato")
    nothing.context.session.request_close()
    start(nothing).demo.click()
    qtbot.waitUntil(lambda: nothing.context.is_open)
    assert len(made) == 1
    assert nothing.workspace is not None
    assert "Garabato" not in [action.text() for action in nothing.workspace.sidebar.make_menu().actions()]


def test_the_demo_says_that_it_starts_fresh_and_how_to_keep_entries(
    nothing: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    context = nothing.context
    context.session.unsaved.copy_requested.disconnect(nothing.save_copy)
    context.session.unsaved.copy_requested.connect(lambda: asked.append(True))
    monkeypatch.setattr(demo_file, "backup_folder", lambda: tmp_path / "data" / "backups")
    monkeypatch.setattr("chapterdesk.demo.region.make", small_demo)
    start(nothing).demo.click()
    qtbot.waitUntil(lambda: context.is_open)
    assert "empieza de nuevo cada vez" in nothing.notice.text.text()
    assert nothing.workspace is not None
    badge = nothing.workspace.sidebar.demo
    qtbot.waitUntil(badge.isVisible)
    assert "Demo" in badge.text()
    assert "empieza de nuevo cada vez" in badge.toolTip()
    badge.click()
    nothing.notice.button.click()
    assert asked == [True, True]
    copy = chapter_file(tmp_path / "mine.chapterdesk")
    nothing.context.session.open(copy)
    assert context.session.path == copy
    assert not nothing.workspace.sidebar.demo.isVisible()
    assert not nothing.notice.isVisible()


def test_an_unwritable_folder_is_named_and_the_demo_uses_another(
    nothing: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    monkeypatch.setattr(demo_file, "backup_folder", lambda: taken / "backups")
    monkeypatch.setattr("chapterdesk.demo.region.make", small_demo)
    start(nothing).demo.click()
    page = start(nothing).problem
    qtbot.waitUntil(lambda: bool(page.buttons) and page.isVisible())
    assert str(taken / "demo") in page.text.text()
    assert page.buttons[0].text() == "Otra carpeta…"
    start(nothing).make_demo_in(taken)
    qtbot.waitUntil(lambda: str(taken) + "," in page.text.text())
    place = tmp_path / "stick"
    place.mkdir()
    start(nothing).make_demo_in(place)
    qtbot.waitUntil(lambda: nothing.context.is_open)
    assert nothing.context.session.path == place / "Demo.chapterdesk"
    assert nothing.workspace is not None
    assert not nothing.workspace.sidebar.demo.isVisible()  # this one is kept
    assert not list(place.glob("*.part*"))


def test_a_demo_open_in_another_window_gives_another_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chapterdesk.domain.progress import SILENT

    monkeypatch.setattr(demo_file, "backup_folder", lambda: tmp_path / "data" / "backups")
    monkeypatch.setattr("chapterdesk.demo.region.make", small_demo)
    first = demo_file.prepare(dt.date(2026, 3, 5), SILENT)
    with DeskFile.open(first):
        second = demo_file.prepare(dt.date(2026, 3, 5), SILENT)
    assert first != second
    assert second.is_file()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Alameda", "Alameda"),
        ("../../x", "x"),
        ("CON", "CON -"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("  ", "ChapterDesk"),
        ("Łukasz Şükrü 日本", "Łukasz Şükrü 日本"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_chapters_name_makes_a_safe_file_name(nothing: MainWindow, name: str, file: str) -> None:
    assert nothing.start_page is not None
    page = nothing.start_page.new_chapter
    page.form.name.setText(name)
    assert page.path().name == f"{file}.chapterdesk"


def test_every_word_of_the_start_page_is_plain_text(nothing: MainWindow) -> None:
    assert {one.textFormat() for one in nothing.findChildren(QLabel) if one.text()} == {Qt.TextFormat.PlainText}
