"""What's new: shown in the language of the window, and offered once after an update."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk import __version__
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.shell.whats_new import SEEN, News, changelog, offer_news
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context


def words(news: News) -> list[str]:
    return [one.text() for one in news.findChildren(QLabel)]


@pytest.mark.parametrize(("language", "title"), [("es", "Novedades"), ("en", "What’s new")])
def test_the_news_are_in_the_language_of_the_window_below_the_running_version(
    desk: DeskFile,
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
    language: str,
    title: str,
) -> None:
    window = make_window(make_context(desk, language))
    window.context.go("news")
    news = window.findChild(News)
    assert news is not None
    told = words(news)
    assert told[0] == title
    assert any(__version__ in text for text in told)
    entries = [entry for release in changelog(language) for group in release.groups for entry in group.entries]
    assert [entry for entry in entries if entry.title not in told or entry.text not in told] == []
    assert {one.textFormat() for one in news.findChildren(QLabel) if one.text()} == {Qt.TextFormat.PlainText}


class ShownWindows(QObject):
    """Takes note of every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_the_overlay_appears_as_a_separate_window(window: MainWindow, qapp: QApplication) -> None:
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    window.context.go("news", from_about=True)
    qapp.removeEventFilter(shown)
    news = window.findChild(News)
    assert news is not None
    assert news.back.isVisible()
    assert shown.seen == []


def test_keys_scroll_it_and_esc_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(760, 560)
    window.context.go("news")
    news = window.findChild(News)
    assert news is not None
    bar = news.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(news, key)
        places.append(bar.value())
    assert places == sorted(set(places))
    assert places[-1] == bar.maximum()
    qtbot.keyClick(news, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(news, Qt.Key.Key_Space)
    assert bar.value() > places[1]
    qtbot.keyClick(news, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(News) is None)


def offered(window: MainWindow) -> bool:
    window.notice.hide()
    offer_news(window.context, is_busy=False)
    return window.notice.isVisible()


def test_the_news_are_offered_once_after_an_update(window: MainWindow, qtbot: QtBot) -> None:
    window.context.settings_file.remember_choice(SEEN, "0.0.9")
    assert offered(window)
    assert __version__ in window.notice.text.text()
    window.notice.button.click()
    assert window.findChild(News) is not None
    assert not offered(window)


def test_neither_the_first_start_nor_the_next_offers_news(window: MainWindow) -> None:
    assert window.context.settings_file.choice(SEEN) == ""
    assert not offered(window)
    assert window.context.settings_file.choice(SEEN) == __version__
    assert not offered(window)


def test_an_older_version_offers_no_news(window: MainWindow) -> None:
    window.context.settings_file.remember_choice(SEEN, "99.0.0")
    assert not offered(window)
    assert window.context.settings_file.choice(SEEN) == __version__


def test_the_offer_waits_for_other_notices(window: MainWindow) -> None:
    window.context.settings_file.remember_choice(SEEN, "0.0.9")
    window.context.notify("Something that matters more")
    offer_news(window.context, is_busy=window.notice.isVisible())
    assert window.notice.text.text() == "Something that matters more"
    assert offered(window)
