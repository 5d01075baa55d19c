"""About: opened from palette and settings; folders, lines for support without personal data, licences."""

import getpass
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import chapterdesk
from chapterdesk import __version__, licences, paths
from chapterdesk.licences import NAMES, QT_MODULES, texts
from chapterdesk.paths import breakable, fault_log
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.settings.settings_screen import SettingsScreen
from chapterdesk.ui.shell.about_overlay import AboutOverlay, support_text
from chapterdesk.ui.shell.palette import CommandPalette
from chapterdesk.ui.shell.whats_new import News
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle

MakeWindow = Callable[[Context], MainWindow]


def shown(window: MainWindow) -> AboutOverlay:
    window.context.go("about")
    found = window.findChild(AboutOverlay)
    assert found is not None
    return found


def test_the_palette_opens_about_and_the_news(window: MainWindow, qtbot: QtBot) -> None:
    for typed, kind in (
        ("acerca", AboutOverlay),
        ("novedades", News),
        ("licencia", AboutOverlay),
        ("about", AboutOverlay),
        ("changes version", News),
    ):
        window.open_palette()
        palette = window.findChild(CommandPalette)
        assert palette is not None
        palette.field.setText(typed)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        found = window.findChild(kind)
        assert isinstance(found, (AboutOverlay, News))
        found.dismiss()
        qtbot.waitUntil(lambda: not window.findChildren(QWidget, "veil"))


def test_the_start_page_has_it_in_the_palette_too(
    make_context: Callable[..., Context], make_window: MakeWindow
) -> None:
    window = make_window(make_context())
    assert {"Novedades", "Acerca de ChapterDesk"} <= {one.title for one in window.commands()}
    about = shown(window)
    assert [row.path for row in about.places][-1] == fault_log()
    assert len(about.places) == 3, "no file is open"


def test_the_settings_end_with_a_card_that_leads_there(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go("settings")
    screen = window.workspace.visible_screen
    assert isinstance(screen, SettingsScreen)
    screen.about.about.click()
    about = window.findChild(AboutOverlay)
    assert about is not None
    about.news.click()
    assert window.findChild(News) is not None
    assert not about.isVisible()


@pytest.mark.parametrize("by", ["Esc", "Back"])
def test_closing_the_news_returns_to_about(window: MainWindow, qtbot: QtBot, by: str) -> None:
    shown(window).news.click()
    news = window.findChild(News)
    assert news is not None
    assert news.back.isVisible()
    if by == "Esc":
        qtbot.keyClick(news, Qt.Key.Key_Escape)
    else:
        news.back.click()
    qtbot.waitUntil(lambda: window.findChild(News) is None)
    about = window.findChild(AboutOverlay)
    assert about is not None
    assert about.isVisible()
    assert window.focusWidget() is about.news
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QWidget, "veil"))


def test_without_a_file_manager_the_path_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    row = shown(window).places[0]
    row.show_it.click()
    assert window.notice.isVisible()
    assert str(window.context.session.path) in window.notice.text.text()
    QGuiApplication.clipboard().clear()
    window.notice.button.click()
    assert QGuiApplication.clipboard().text() == str(window.context.session.path)


def test_the_search_finds_text_in_other_licences(window: MainWindow, qtbot: QtBot) -> None:
    about = shown(window)
    about.to_texts()
    page = about.texts
    assert page.choice.currentText() == "ChapterDesk (MIT)"
    page.field.setText("Unicode, Inc.")
    there = NAMES["unicode"]
    assert f"«{there}»" in page.state.text()
    assert page.choice.currentText() == "ChapterDesk (MIT)"  # the layout does not move while somebody types
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.choice.currentText() == there
    assert page.text.textCursor().selectedText().casefold() == "unicode, inc."
    assert page.state.text() == ""
    page.field.setText("no licence says this")
    assert "ninguno" in page.state.text()


def test_about_names_all_folders_and_opens_them(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    about, context = shown(window), window.context
    assert [row.path for row in about.places] == [
        context.session.path,
        context.backups.folder(),
        tmp_path / "settings.ini",
        fault_log(),
    ]
    for row in about.places:
        row.show_it.click()
        row.copy.click()
        assert QGuiApplication.clipboard().text() == str(row.path)
    assert opened[0] == opened[2] == tmp_path
    assert all(folder.is_dir() for folder in opened)
    backups = context.backups.folder()
    assert opened[1] == backups or (not backups.exists() and opened[1] in backups.parents)


def test_a_long_path_is_broken_and_never_cut_off(window: MainWindow) -> None:
    window.resize(760, 560)
    about = shown(window)
    row = about.places[0]
    long = "\\".join(["C:", *["AFolderWithALongName"] * 12])
    row.where.setText(broken(long))
    settle()
    assert row.where.height() > 2 * row.where.fontMetrics().height()
    assert row.where.height() >= row.where.heightForWidth(row.where.width())
    assert row.show_it.mapTo(about, row.show_it.rect().topRight()).x() < about.panel.geometry().right()


def broken(path: str) -> str:
    text = breakable(path)
    assert text.replace("\N{ZERO WIDTH SPACE}", "") == path
    return text


def test_the_text_for_support_has_versions_and_no_names(window: MainWindow) -> None:
    about = shown(window)
    about.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text == support_text(window.context)
    for version in (f"ChapterDesk {__version__}", r"Python 3\.\d+", r"Qt 6\.\d+", r"SQLite 3\.\d+", r"SQLCipher \d\."):
        assert re.search(version, text)
    context = window.context
    private = [str(Path.home()), context.session.path.stem, context.chapter.name, "García", "/", "\\"]
    private += [name for name in (getpass.getuser(), __import__("platform").node()) if len(name) > 3]
    assert [word for word in private if word in text] == []


def test_every_licence_text_is_there_to_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = shown(window).texts
    assert {path.stem for path in paths.licences().glob("*.txt")} <= set(NAMES)
    assert page.choice.count() == len(NAMES) + 2
    assert page.text.toPlainText() == "", "nothing is loaded before it is needed"
    page.begin()
    assert page.text.toPlainText().startswith("MIT License")
    page.choice.setCurrentText("GNU LGPL 3.0")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page.text.toPlainText()
    (tmp_path / "third-party.txt").write_text("all of them", "utf-8")
    (tmp_path / "chapterdesk.txt").write_text("MIT, as it is installed", "utf-8")
    monkeypatch.setattr(paths, "licences", lambda: tmp_path)
    monkeypatch.setattr(licences, "licences", lambda: tmp_path)
    assert [one.path.name for one in texts(window.context.tr)] == ["chapterdesk.txt", "third-party.txt"]


def test_the_search_wraps_around_at_the_end(window: MainWindow, qtbot: QtBot) -> None:
    about = shown(window)
    about.licences.click()
    page = about.texts
    assert page.isVisible()
    assert QApplication.focusWidget() is page.field
    qtbot.keyClicks(page.field, "software")
    places = []
    for _ in range(3):
        places.append(page.text.textCursor().selectionStart())
        assert page.text.textCursor().selectedText().casefold() == "software"
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert places == sorted(set(places))
    qtbot.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.text.textCursor().selectionStart() == places[-1]
    while page.text.textCursor().selectionStart() != places[0]:
        assert page.search()
    page.choice.setCurrentText("GNU LGPL 3.0")
    bar = page.text.verticalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(page.field, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClicks(page.field, "xyz")
    assert "softwarexyz" in page.state.text()
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert about.isVisible()
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_tab_stays_inside_the_overlay(window: MainWindow, qtbot: QtBot) -> None:
    about = shown(window)
    stops: list[QWidget] = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or about, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert about.isAncestorOf(now)
        if now in stops:
            break
        stops.append(now)
    buttons = [one for one in about.findChildren(QPushButton) if one.isVisible()]
    assert set(buttons) <= set(stops)
    assert now is stops[0]
    qtbot.keyClick(now, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is stops[-1]


def test_the_notice_names_the_modules_of_qt_that_are_used(window: MainWindow) -> None:
    package = Path(chapterdesk.__file__).parent
    used = {
        name
        for module in package.rglob("*.py")
        for name in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", module.read_text("utf-8"))
    }
    assert used == set(QT_MODULES)
    notice = shown(window).notice.text()
    assert [name for name in used if name not in notice] == []
    assert "https://code.qt.io" in notice


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_small_window_with_large_text(
    desk: DeskFile,
    make_context: Callable[..., Context],
    make_window: MakeWindow,
    qtbot: QtBot,
    language: str,
    theme: str,
) -> None:
    context = make_context(desk, language)
    context.style.choose(theme, 130)
    window = make_window(context)
    window.resize(760, 560)
    about = shown(window)
    settle()
    assert window.rect().contains(about.panel.geometry())
    inner = about.area.widget()
    assert inner is not None
    for part in inner.findChildren(QWidget):
        assert part.mapTo(inner, part.rect().topRight()).x() <= inner.width()
    for one in inner.findChildren(QLabel):
        assert not one.wordWrap() or one.height() >= one.heightForWidth(one.width()), one.text()
    assert {one.textFormat() for one in about.findChildren(QLabel) if one.text()} == {Qt.TextFormat.PlainText}
    context.style.choose("light", 100)
