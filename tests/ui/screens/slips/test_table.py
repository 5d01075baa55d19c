"""Correcting a line in its cells."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import SAME_PERSON, SAME_THIRD, FollowUp, SlipKind
from chapterdesk.store.chapters import chapters
from chapterdesk.store.ledger_entries import VISITOR, LedgerEntry, entries
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.slips.ledger_columns import LedgerModel
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets import Choice
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.person_field import PartyEdit
from chapterdesk.ui.widgets.slip_fields import ledger_words
from tests.ui.conftest import settle

KINDS = ["", *SlipKind, VISITOR]


def choose(screen: Any, kind: str, matches: Any = lambda _line: True) -> LedgerEntry:
    """List one kind and choose its first line that matches."""
    screen.ledger.tiles.tiles[kind].click()
    assert screen.ledger.table.select(matches)
    line: LedgerEntry = screen.ledger.table.current_row()
    return line


def open_cell(screen: Any, key: str) -> Any:
    """Open the field of the current line in a column, with F2."""
    table = screen.ledger.table
    at = next(at for at, place in enumerate(table.lines.columns) if place.key == key)
    table.setCurrentIndex(table.lines.index(table.currentIndex().row(), at))
    return press_f2(screen)


def press_f2(screen: Any) -> Any:
    from PySide6.QtTest import QTest

    table = screen.ledger.table
    QTest.keyClick(table, Qt.Key.Key_F2)
    fields = (*table.viewport().findChildren(QLineEdit), *table.viewport().findChildren(Choice))
    return next((one for one in fields if one.isVisible()), None)


def stored(context: Context, kind: SlipKind) -> SlipRow:
    with context.desk.read() as s:
        return slips(s, context.chapter.id, SlipFilter(kinds=(kind,)))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_of_every_kind_is_a_sound_model(ledger_screen: Any, qtmodeltester: ModelTester, kind: str) -> None:
    ledger_screen.ledger.tiles.tiles[kind].click()
    model = ledger_screen.ledger.table.lines
    assert model.rowCount() > 0
    qtmodeltester.check(model)
    model.sort(model.columnCount() - 1, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_closing_the_file_does_not_store_an_unsaved_amount(
    slips_context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(slips_context)
    assert window.workspace is not None
    window.workspace.go("slips")
    screen: Any = window.workspace.visible_screen
    choose(screen, SlipKind.CLOSED_BUSINESS)
    editor = open_cell(screen, "amount")
    qtbot.keyClicks(editor, "2")
    path = slips_context.session.path
    assert not window.context.session.request_close()
    assert "«2»" in window.notice.text.text()
    assert window.context.session.request_close()
    with DeskFile.open(path) as desk, desk.read() as s:
        known = slips(s, chapters(s)[0].id, SlipFilter(kinds=(SlipKind.CLOSED_BUSINESS,)))
    assert [row.amount for row in known] == [123_450]


def test_an_amount_is_corrected_as_people_type_it(ledger_screen: Any, slips_context: Context, qtbot: QtBot) -> None:
    choose(ledger_screen, SlipKind.CLOSED_BUSINESS)
    editor = open_cell(ledger_screen, "amount")
    assert editor.text() == "1.234,50"
    qtbot.keyClicks(editor, "2.000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(slips_context, SlipKind.CLOSED_BUSINESS).amount == 200_000)
    assert ledger_screen.ledger.tiles.tiles[SlipKind.CLOSED_BUSINESS].figure.text().startswith("2.000")
    slips_context.undo()
    assert stored(slips_context, SlipKind.CLOSED_BUSINESS).amount == 123_450


def test_refused_text_stays_in_the_cell_with_the_reason_below(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    choose(ledger_screen, SlipKind.CLOSED_BUSINESS)
    editor = open_cell(ledger_screen, "amount")
    qtbot.keyClicks(editor, "a lot")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    error = ledger_screen.ledger.table.cells.error
    qtbot.waitUntil(error.isVisible)
    again = next(one for one in ledger_screen.ledger.table.viewport().findChildren(QLineEdit) if one.isVisible())
    assert again.text() == "a lot"
    assert "a lot" in error.text.text()
    qtbot.keyClicks(again, "75")
    assert error.isHidden()
    qtbot.keyClick(again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(slips_context, SlipKind.CLOSED_BUSINESS).amount == 7_500)


def test_escape_reverts_the_cell(ledger_screen: Any, slips_context: Context, qtbot: QtBot) -> None:
    choose(ledger_screen, SlipKind.CLOSED_BUSINESS)
    editor = open_cell(ledger_screen, "amount")
    qtbot.keyClicks(editor, "1")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editor.isVisible())
    assert stored(slips_context, SlipKind.CLOSED_BUSINESS).amount == 123_450


def test_a_party_is_corrected_by_typing_letters_of_the_name(
    ledger_screen: Any, slips_context: Context, people: dict[str, int], qtbot: QtBot
) -> None:
    choose(ledger_screen, SlipKind.TESTIMONIAL)
    editor = open_cell(ledger_screen, "giver")
    assert isinstance(editor, PartyEdit)
    qtbot.keyClicks(editor, "ort die")
    assert editor.is_open
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(slips_context, SlipKind.TESTIMONIAL).giver_id == people["Diego"])
    step = slips_context.desk.undo_step
    assert step is not None
    assert slips_context.tr(step.label, **step.params).strip()


def test_tab_takes_the_name_and_opens_the_next_cell(
    ledger_screen: Any, slips_context: Context, people: dict[str, int], qtbot: QtBot
) -> None:
    choose(ledger_screen, SlipKind.TESTIMONIAL)
    editor = open_cell(ledger_screen, "giver")
    qtbot.keyClicks(editor, "felix")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert stored(slips_context, SlipKind.TESTIMONIAL).giver_id == people["Félix"]
    table = ledger_screen.ledger.table
    assert table.lines.columns[table.currentIndex().column()].key == "receiver"


def test_an_unknown_name_is_refused_and_stays_in_the_cell(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    before = choose(ledger_screen, SlipKind.TESTIMONIAL)
    editor = open_cell(ledger_screen, "receiver")
    qtbot.keyClicks(editor, "Zacarias Zorro")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    error = ledger_screen.ledger.table.cells.error
    qtbot.waitUntil(error.isVisible)
    assert "Zacarias Zorro" in error.text.text()
    assert stored(slips_context, SlipKind.TESTIMONIAL).receiver_id == before.receiver_id


def reopened(screen: Any) -> Any:
    """The field that is open again after its text was refused."""
    settle()
    return next(one for one in screen.ledger.table.viewport().findChildren(PartyEdit) if one.isVisible())


def test_a_refused_name_stays_in_the_cell_through_every_enter_until_escape(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    choose(ledger_screen, SlipKind.INTRODUCTION)
    editor = open_cell(ledger_screen, "third")
    qtbot.keyClicks(editor, "Zacarias Zorro")
    error = ledger_screen.ledger.table.cells.error
    for _enter in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        editor = reopened(ledger_screen)
        assert editor.text() == "Zacarias Zorro"
        assert error.isVisible()
        assert "Zacarias Zorro" in error.text.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert error.isHidden()
    assert stored(slips_context, SlipKind.INTRODUCTION).third.startswith("Bruno")


@pytest.mark.parametrize(
    ("field", "other", "said"),
    [("third", "giver", SAME_THIRD), ("receiver", "giver", SAME_PERSON), ("giver", "third", SAME_THIRD)],
)
def test_the_name_of_another_party_is_refused_in_the_cell(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot, field: str, other: str, said: str
) -> None:
    line = choose(ledger_screen, SlipKind.INTRODUCTION)
    editor = open_cell(ledger_screen, field)
    editor.setText("")
    for letter in line.value(other):
        if letter.isascii():
            qtbot.keyClicks(editor, letter)
        else:
            editor.insert(letter)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert reopened(ledger_screen).text() == line.value(other)
    assert ledger_screen.ledger.table.cells.error.text.text() == slips_context.tr(said)


def test_a_choice_is_picked_from_its_list(
    ledger_screen: Any, slips_context: Context, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Choice] = []
    monkeypatch.setattr(Choice, "showPopup", lambda self: opened.append(self))  # noqa: PLW0108 - a method must bind
    choose(ledger_screen, SlipKind.REFERRAL)
    editor = open_cell(ledger_screen, "follow_up")
    assert isinstance(editor, Choice)
    qtbot.waitUntil(lambda: opened == [editor])  # the list drops down at once
    editor.set_value(FollowUp.WON)
    editor.activated.emit(editor.currentIndex())
    assert stored(slips_context, SlipKind.REFERRAL).follow_up is FollowUp.WON


def test_a_slip_of_a_completed_meeting_is_locked_and_says_how_to_unlock(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    line = choose(ledger_screen, SlipKind.REFERRAL, lambda one: one.date < dt.date(2026, 3, 5))
    with qtbot.waitSignal(slips_context.noticed) as notice:
        assert open_cell(ledger_screen, "tier") is None
    text, _action, act, _stays = notice.args
    assert slips_context.language.date(line.date) in text
    with qtbot.waitSignal(slips_context.screen_requested) as went:
        act()
    assert went.args == ["meeting", {"meeting_id": line.source.meeting_id}]


def test_fields_that_change_no_figure_stay_editable_in_a_completed_meeting(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    line = choose(ledger_screen, SlipKind.REFERRAL, lambda one: one.date < dt.date(2026, 3, 5))
    editor = open_cell(ledger_screen, "note")
    qtbot.keyClicks(editor, "Llama el lunes")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    def note() -> str:
        with slips_context.desk.read() as s:
            return next(one for one in slips(s, slips_context.chapter.id) if one.id == line.source.id).note

    qtbot.waitUntil(lambda: note() == "Llama el lunes")


def test_a_corrected_line_keeps_its_place_and_stays_current(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    line = choose(ledger_screen, "", lambda one: one.kind == SlipKind.EDUCATION)
    at = ledger_screen.ledger.table.currentIndex().row()
    editor = open_cell(ledger_screen, "detail")
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(slips_context, SlipKind.EDUCATION).credits == 5)
    assert ledger_screen.ledger.table.currentIndex().row() == at
    assert ledger_screen.ledger.table.current_row().key == line.key


def test_twenty_thousand_lines_are_listed_narrowed_and_sorted_at_once(
    slips_context: Context, ledger_screen: Any, qtbot: QtBot
) -> None:
    import dataclasses
    import time

    line = ledger_screen.ledger.shown[0]
    many = [
        dataclasses.replace(line, source=dataclasses.replace(line.source, id=at, note=f"número {at}"))
        for at in range(20_000)
    ]
    model = LedgerModel(slips_context, "")
    began = time.perf_counter()
    model.show_lines(many)
    model.sort(2)
    assert time.perf_counter() - began < 2
    assert model.rowCount() == 20_000


def test_every_cell_shows_what_the_panel_shows(ledger_screen: Any, slips_context: Context) -> None:
    for kind in KINDS[1:]:
        ledger_screen.ledger.tiles.tiles[kind].click()
        model = ledger_screen.ledger.table.lines
        for row, line in enumerate(model.rows):
            for column, place in enumerate(model.columns):
                if field := place.field(line):
                    assert model.index(row, column).data() == ledger_words(slips_context).shown(line, field), (
                        kind,
                        place.key,
                    )


def test_correcting_a_cell_reads_that_line_alone_and_undo_reads_all(
    ledger_screen: Any, slips_context: Context, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from chapterdesk.ui.screens.slips import ledger_page

    read: list[int] = []

    def counted(*args: Any) -> list[LedgerEntry]:
        read.append(1)
        return entries(*args)

    monkeypatch.setattr(ledger_page, "entries", counted)
    choose(ledger_screen, SlipKind.TESTIMONIAL)
    editor = open_cell(ledger_screen, "note")
    qtbot.keyClicks(editor, "Impecable")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ledger_screen.ledger.shown[0].source.note == "Impecable")
    assert read == []
    slips_context.undo()
    assert ledger_screen.ledger.shown[0].source.note == "Rápida y clara"
    assert read == [1]
    ledger_screen.refresh()
    assert read == [1, 1]
