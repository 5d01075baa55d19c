"""Unsaved text blocks closing once, with a warning that names it."""

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.store.chapters import chapters
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.shell.window import MainWindow
from tests.ui.conftest import settle

TypeIn = Callable[[QWidget, str], None]


def screen(window: MainWindow, key: str) -> Any:
    assert window.workspace is not None
    window.workspace.go(key)
    return window.workspace.visible_screen


def said(window: MainWindow) -> str:
    return window.notice.text.text() if window.notice.isVisible() else ""


def test_an_unsaved_slip_blocks_closing_once(window: MainWindow) -> None:
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


def test_stored_or_discarded_text_does_not_block_closing(window: MainWindow) -> None:
    meeting = screen(window, "meeting")
    meeting.strip.begin("R")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "bru")
    meeting.strip.cancel()
    window.close()
    assert not window.isVisible()


def test_an_unsaved_new_member_blocks_closing_once(window: MainWindow, type_in: TypeIn) -> None:
    members = screen(window, "members")
    members.open_add_panel()
    type_in(members.new.name, "Iván Sáez")
    assert not window.context.session.request_close()
    assert "«Iván Sáez»" in said(window)
    type_in(members.new.name, " Gil")  # other words, another warning
    assert not window.context.session.request_close()
    assert "«Iván Sáez Gil»" in said(window)
    assert window.context.session.request_close()


def test_an_unsaved_visitor_blocks_closing_too(window: MainWindow, type_in: TypeIn) -> None:
    visitors = screen(window, "visitors")
    visitors.show_item(add=True)
    type_in(visitors.new.name, "Lucía Mora")
    assert not window.context.session.request_close()
    visitors.new.name.clear()
    assert window.context.session.request_close()


def test_an_unsaved_chapter_name_blocks_closing_and_is_never_stored_silently(
    window: MainWindow, type_in: TypeIn
) -> None:
    name = screen(window, "settings").chapter.form.name
    name.setFocus()
    name.selectAll()
    type_in(name, "Grupo Ala")
    path = window.context.session.path
    window.close()
    assert window.isVisible()
    assert "«Grupo Ala»" in said(window)
    window.close()
    assert not window.isVisible()
    with DeskFile.open(path) as desk, desk.read() as s:
        assert [row.name for row in chapters(s)] == ["Grupo Alameda"]


def test_after_enter_stored_it_the_window_closes(window: MainWindow, type_in: TypeIn) -> None:
    name = screen(window, "settings").chapter.form.name
    name.setFocus()
    type_in(name, " de Ribera")
    assert not window.context.session.request_close()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert window.context.session.request_close()


@pytest.mark.parametrize("field", ["emails", "start", "notes"])
def test_an_unsaved_field_of_a_card_blocks_closing_too(window: MainWindow, type_in: TypeIn, field: str) -> None:
    members = screen(window, "members")
    part = {**members.card.person.fields, **members.card.membership.fields}[field]
    part.setFocus()
    type_in(part, "9")
    assert not window.context.session.request_close()
    part.revert()
    assert window.context.session.request_close()


def test_an_emptied_field_is_named_by_its_caption(window: MainWindow, type_in: TypeIn) -> None:
    settings = screen(window, "settings")
    settings.chapter.form.name.setFocus()
    settings.chapter.form.name.selectAll()
    QTest.keyClick(settings.chapter.form.name, Qt.Key.Key_Delete)
    assert not window.context.session.request_close()
    assert "«Nombre del grupo: —»" in said(window)


def test_text_in_a_search_does_not_block_closing(window: MainWindow) -> None:
    members = screen(window, "members")
    members.search.setFocus()
    QTest.keyClicks(members.search, "ana")
    assert window.context.session.request_close()


def test_the_warning_closes_with_its_reason_and_can_appear_again(qtbot: QtBot, window: MainWindow) -> None:
    meeting = screen(window, "meeting")
    for _ in range(2):
        meeting.strip.begin("R")
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "bru")
        assert not window.context.session.request_close()
        assert "«bru»" in said(window)
        meeting.strip.cancel()
        qtbot.waitUntil(lambda: "«bru»" not in said(window))
        settle()
    assert window.context.session.request_close()


def test_the_warning_closes_when_the_name_is_deleted(qtbot: QtBot, window: MainWindow, type_in: TypeIn) -> None:
    members = screen(window, "members")
    members.open_add_panel()
    type_in(members.new.name, "Iván")
    assert not window.context.session.request_close()
    members.new.name.clear()
    qtbot.waitUntil(lambda: not window.notice.isVisible())


def give_slip_and_visitor(window: MainWindow) -> None:
    context = window.context
    with context.desk.change("A slip and a visitor") as s:
        rows = members(s, context.chapter.id, context.today())
        ids = [row.person_id for row in rows]
        draft = SlipDraft(
            kind=SlipKind.REFERRAL, date=context.today(), giver_id=ids[0], receiver_id=ids[1], note="Una obra"
        )
        add_slip(s, context.chapter.id, draft)
        meeting = next(row for row in meetings(s, context.chapter.id) if row.date == context.today())
        add_visit(s, meeting.id, first_name="Marta", last_name="Gil", attended=True)


def slip_in_feed(window: MainWindow) -> Any:
    feed = screen(window, "meeting").feed
    feed.correct(feed.lines.index(feed.lines.position(lambda line: "Marta" not in line.title), 0))
    return feed.correction.entry.fields["note"].editor


def visitor_in_feed(window: MainWindow) -> Any:
    feed = screen(window, "meeting").feed
    feed.correct(feed.lines.index(feed.lines.position(lambda line: "Marta" in line.title), 0))
    return feed.correction.entry.fields["company"].editor


def strip(window: MainWindow) -> Any:
    meeting = screen(window, "meeting")
    meeting.strip.begin("R")
    return meeting.strip.entry.fields["giver"].editor


def reason_of_unlocking(window: MainWindow) -> Any:
    meeting = screen(window, "meeting")
    meeting.steering.main_action()
    if not hasattr(meeting.steering.panel, "reason"):
        meeting.steering.panel.act_button.click()
        settle()
        meeting.steering.main_action()
    return meeting.steering.panel.reason


def new_slip(window: MainWindow) -> Any:
    ledger = screen(window, "slips").ledger
    ledger.open_add_panel()
    ledger.add_panel.choose(SlipKind.REFERRAL)
    return ledger.add_panel.entry.fields["note"].editor


def new_member(window: MainWindow) -> Any:
    shown = screen(window, "members")
    shown.open_add_panel()
    return shown.new.seat


def end_of_membership(window: MainWindow) -> Any:
    card = screen(window, "members").card
    card.open_end_panel()
    return card.end_panel.reason


def role(window: MainWindow) -> Any:
    return screen(window, "members").card.roles.text


def wanted_seat(window: MainWindow) -> Any:
    return screen(window, "members").seats.new


def new_visitor(window: MainWindow) -> Any:
    shown = screen(window, "visitors")
    shown.show_item(add=True)
    return shown.new.inviter


def seat_of_visitor(window: MainWindow) -> Any:
    panel = screen(window, "visitors").panel
    panel.open_join_panel()
    return panel.seat


def new_chapter(window: MainWindow) -> Any:
    settings = screen(window, "settings")
    settings.open_new_chapter()
    return settings.new_form.name


def holiday(window: MainWindow) -> Any:
    return screen(window, "settings").holidays.name


@pytest.mark.parametrize(
    "open_place",
    [
        slip_in_feed,
        visitor_in_feed,
        strip,
        reason_of_unlocking,
        new_slip,
        new_member,
        end_of_membership,
        role,
        wanted_seat,
        new_visitor,
        seat_of_visitor,
        new_chapter,
        holiday,
    ],
)
def test_text_typed_anywhere_blocks_closing_once_wherever_the_director_went(
    window: MainWindow, type_in: TypeIn, open_place: Callable[[MainWindow], Any]
) -> None:
    give_slip_and_visitor(window)
    settle()
    field = open_place(window)
    settle()
    assert window.context.session.unsaved.text() == (), "an opened place is not typed text"
    field.setFocus()
    field.selectAll()
    type_in(field, "Zarzuela")
    assert "Zarzuela" in window.context.session.unsaved.text()
    screen(window, "changes")
    settle()
    assert "Zarzuela" in window.context.session.unsaved.text()
    assert not window.context.session.request_close()
    assert "«Zarzuela»" in said(window)
    assert window.context.session.request_close()


def test_a_stored_or_cancelled_correction_does_not_block_closing(window: MainWindow, type_in: TypeIn) -> None:
    give_slip_and_visitor(window)
    settle()
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        field = slip_in_feed(window)
        field.setFocus()
        type_in(field, "Zarzuela")
        assert window.context.session.unsaved.text()
        QTest.keyClick(field, end)
        settle()
        assert window.context.session.unsaved.text() == ()
    assert window.context.session.request_close()


def test_an_emptied_note_of_a_correction_blocks_closing(window: MainWindow) -> None:
    give_slip_and_visitor(window)
    settle()
    field = slip_in_feed(window)
    field.setText("")
    assert not window.context.session.request_close()
    assert f"«{field.accessibleName()}: —»" in said(window)


def test_a_panel_that_is_deleted_while_it_is_open_does_not_block_closing(window: MainWindow, type_in: TypeIn) -> None:
    members = screen(window, "members")
    members.open_add_panel()
    type_in(members.new.name, "Nora")
    assert window.context.session.unsaved.text() == ("Nora",)
    shiboken6.delete(members.new)
    assert window.context.session.unsaved.text() == ()
