"""A notice closes early when its reason no longer holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chapterdesk.domain.text import N_
from chapterdesk.store.chapters import edit_chapter
from chapterdesk.ui.session.speech import Banner
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.banner import BannerBar, BannerColumn
from chapterdesk.ui.widgets.context import Context


def test_notices_in_the_old_language_are_removed(window: MainWindow, qtbot: QtBot) -> None:
    context = window.context
    with context.desk.change(N_("Change the data of {chapter}"), chapter=context.chapter.name) as s:
        edit_chapter(s, context.chapter.id, place="Casa Lola")
    context.undo()
    assert window.notice.isVisible()
    context.set_preferences(theme="dark")
    assert window.notice.isVisible()  # its words are still right
    context.set_preferences(theme="light", language="en")
    assert not window.notice.isVisible()
    context.undo()
    assert "nothing to undo" in window.notice.text.text()


def test_a_notice_stays_as_long_as_its_reason_does(window: MainWindow) -> None:
    speech = window.context.session.speech
    speech.notify("The installer waits", key="installer")
    speech.withdraw("another reason")
    assert window.notice.isVisible()
    speech.withdraw("installer")
    assert not window.notice.isVisible()


def test_withdrawing_a_notice_leaves_the_others(window: MainWindow) -> None:
    speech = window.context.session.speech
    speech.notify("The installer waits", key="installer")
    speech.notify("Stored")
    speech.withdraw("installer")
    assert window.notice.isVisible()
    assert window.notice.text.text() == "Stored"


def test_the_same_banner_put_again_is_shown_once(context: Context, qtbot: QtBot) -> None:
    column = BannerColumn(context)
    qtbot.addWidget(column)
    column.show()

    def words() -> str:
        return "The disk is full"

    for _ in range(2):
        context.banners.put(Banner("disk", "triangle-alert", "bad", words, ()))
    context.banners.put(Banner("copy", "lock", "warning", words, ()))
    shown = [bar for bar in column.findChildren(BannerBar) if bar.isVisible()]
    assert [bar.banner.key for bar in shown] == ["disk", "copy"]
    column.set_low(low=True)
    assert [bar.banner.key for bar in shown if bar.isVisible()] == ["disk"], "the most serious one"


def change_place(context: Context, place: str) -> None:
    with context.desk.change(N_("Change the data of {chapter}"), chapter=context.chapter.name) as s:
        edit_chapter(s, context.chapter.id, place=place)


def test_undo_is_offered_until_another_change_is_stored(window: MainWindow) -> None:
    context = window.context
    change_place(context, "Casa Lola")
    context.notify_undo("Moved")
    assert window.notice.button.isVisible()
    change_place(context, "Casa Pepe")
    assert not window.notice.isVisible()
    window.notice.button.click()  # as a click that was on its way
    assert context.chapter.place == "Casa Pepe"
    context.notify_undo("Moved again")
    window.notice.button.click()
    assert context.chapter.place == "Casa Lola"


def test_redo_is_offered_until_another_change_is_stored(window: MainWindow) -> None:
    context = window.context
    change_place(context, "Casa Lola")
    context.undo()
    assert window.notice.button.isVisible()
    window.notice.button.click()
    assert context.chapter.place == "Casa Lola"
    context.undo()
    change_place(context, "Casa Pepe")
    assert not window.notice.isVisible()


def test_a_notice_that_was_held_back_is_withdrawn_too(window: MainWindow) -> None:
    context = window.context
    change_place(context, "Casa Lola")
    context.session.speech.hold()
    context.notify_undo("Moved")
    change_place(context, "Casa Pepe")
    context.session.speech.release()
    assert not window.notice.isVisible()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_button_of_a_notice_leaves_the_focus_where_it_was(window: MainWindow, *, by_key: bool) -> None:
    assert window.workspace is not None
    window.workspace.go("members")
    search = window.workspace.visible_screen.search  # type: ignore[attr-defined]
    search.setFocus()
    change_place(window.context, "Casa Lola")
    window.context.notify_undo("Moved")
    button, before = window.notice.button, QApplication.focusWidget()
    if by_key:
        while (focus := QApplication.focusWidget()) is not button:
            before = focus
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is not search, "Tab went round without the button"
        QTest.keyClick(button, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before
    assert window.context.chapter.place == ""
