"""What is typed and not stored yet holds the window back once, and says what it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from chapterdesk.ui.main_window import MainWindow

TypeIn = Callable[[QWidget, str], None]


def screen(window: MainWindow, key: str) -> Any:
    assert window.workspace is not None
    window.workspace.go(key)
    return window.workspace.visible_screen


def said(window: MainWindow) -> str:
    return window.notice.text.text() if window.notice.isVisible() else ""


def test_a_half_typed_slip_holds_the_window_back_once(window: MainWindow) -> None:
    meeting = screen(window, "meeting")
    meeting.strip.begin("R")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "bru")
    window.close()
    assert window.isVisible()
    assert "«bru»" in said(window)
    window.close()
    assert not window.isVisible()


def test_what_was_stored_or_given_up_holds_nothing_back(window: MainWindow) -> None:
    meeting = screen(window, "meeting")
    meeting.strip.begin("R")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "bru")
    meeting.strip.leave()
    window.close()
    assert not window.isVisible()


def test_a_member_who_is_not_added_yet_holds_the_file_open_once(window: MainWindow, type_in: TypeIn) -> None:
    members = screen(window, "members")
    members.begin_add()
    type_in(members.new.name, "Iván Sáez")
    assert not window.close_file()
    assert "«Iván Sáez»" in said(window)
    type_in(members.new.name, " Gil")  # other words, another warning
    assert not window.close_file()
    assert "«Iván Sáez Gil»" in said(window)
    assert window.close_file()


def test_a_visitor_who_is_begun_holds_it_too(window: MainWindow, type_in: TypeIn) -> None:
    visitors = screen(window, "visitors")
    visitors.show_item(add=True)
    type_in(visitors.new.name, "Lucía Mora")
    assert not window.close_file()
    visitors.new.name.clear()
    assert window.close_file()
