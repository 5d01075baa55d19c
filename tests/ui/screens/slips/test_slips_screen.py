"""The screen of slips: finding, adding, removing, exporting, and the list behind a figure."""

import csv
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chapterdesk.actions.slips import correct_slip
from chapterdesk.domain.figures import Metric
from chapterdesk.domain.periods import Period, Span
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.store.ledger_entries import VISITOR
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.ui.screens.slips.slips_screen import SlipsScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.period_field import OWN
from tests.ui.conftest import settle
from tests.ui.screens.slips.conftest import ledger_screen, people, slips_context

__all__ = ["ledger_screen", "people", "slips_context"]
TODAY = dt.date(2026, 3, 5)


def kinds(screen: Any) -> list[str]:
    return [str(line.kind) for line in screen.ledger.shown]


def test_all_kinds_are_listed_and_totalled(ledger_screen: Any) -> None:
    assert len(ledger_screen.ledger.shown) == 8
    figures = {kind: tile.figure.text() for kind, tile in ledger_screen.ledger.tiles.tiles.items()}
    assert figures[""] == "8"
    assert figures[SlipKind.REFERRAL] == "2"
    assert figures[VISITOR] == "1"
    assert "1.235" in figures[SlipKind.CLOSED_BUSINESS]
    assert "," not in figures[SlipKind.CLOSED_BUSINESS], "large figures need no cents"


def test_words_a_person_a_kind_and_days_narrow_the_list(
    ledger_screen: Any, people: dict[str, int], qtbot: QtBot
) -> None:
    ledger = ledger_screen.ledger
    qtbot.keyClicks(ledger.filters.search, "cafe cent")
    qtbot.waitUntil(lambda: kinds(ledger_screen) == ["one_to_one"])
    ledger.filters.clear.click()
    assert len(ledger.shown) == 8
    qtbot.keyClicks(ledger.filters.person, "bru mar")
    qtbot.keyClick(ledger.filters.person, Qt.Key.Key_Return)
    assert kinds(ledger_screen) == ["introduction", "referral", "referral"]
    ledger.filters.person.clear()
    ledger.filters.person.textEdited.emit("")
    ledger.tiles.tiles[VISITOR].click()
    assert kinds(ledger_screen) == ["visitor"]
    ledger.tiles.tiles[""].click()
    ledger.filters.days.choice.set_value(Span.LAST_MONTH)
    ledger.filters.days.choice.picked.emit(Span.LAST_MONTH)
    assert [line.date for line in ledger.shown] == [TODAY - dt.timedelta(weeks=1)]


def test_two_dates_can_be_typed_and_a_wrong_pair_is_explained(ledger_screen: Any, qtbot: QtBot) -> None:
    filters = ledger_screen.ledger.filters
    filters.days.choice.set_value(OWN)
    filters.days.choice.picked.emit(OWN)
    assert filters.days.first.isVisible()
    filters.days.first.set_value(TODAY)
    filters.days.last.set_value(TODAY - dt.timedelta(days=1))
    filters.days.last.changed.emit(filters.days.last.value())
    assert filters.days.error.isVisible()
    filters.days.last.set_value(TODAY)
    filters.days.last.changed.emit(TODAY)
    assert filters.days.error.isHidden()
    assert {line.date for line in ledger_screen.ledger.shown} == {TODAY}


def test_no_match_is_reported_and_the_filter_can_be_reset(ledger_screen: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(ledger_screen.ledger.filters.search, "no such word")
    qtbot.waitUntil(ledger_screen.ledger.nothing_found.isVisible)
    ledger_screen.ledger.nothing_found.buttons[0].click()
    assert len(ledger_screen.ledger.shown) == 8


def test_introductions_have_a_tile_where_there_are_some(
    ledger_screen: Any, empty_context: Context, make_screen: Callable[..., Any], qtbot: QtBot
) -> None:
    tiles = ledger_screen.ledger.tiles.tiles
    qtbot.keyClicks(ledger_screen.ledger.filters.search, "no such word")
    qtbot.waitUntil(ledger_screen.ledger.nothing_found.isVisible)
    assert tiles[SlipKind.INTRODUCTION].isVisible(), "what is looked for hides no tile"
    empty = make_screen(SlipsScreen, empty_context)
    assert empty.ledger.tiles.tiles[SlipKind.INTRODUCTION].isHidden()
    assert empty.ledger.tiles.tiles[SlipKind.TESTIMONIAL].isVisible()


def test_an_empty_chapter_says_what_the_screen_is_for(empty_context: Context, make_screen: Callable[..., Any]) -> None:
    screen = make_screen(SlipsScreen, empty_context)
    assert screen.ledger.empty.isVisible()
    screen.ledger.empty.buttons[0].click()
    assert screen.ledger.add_panel.isVisible()


def test_a_slip_is_added_with_the_keyboard_alone(
    ledger_screen: Any, slips_context: Context, people: dict[str, int], qtbot: QtBot
) -> None:
    command = next(command for command in ledger_screen.commands() if command.shortcut == "Ctrl+N")
    command.run()
    entry = ledger_screen.ledger.add_panel.entry
    for role, letters in (("giver", "diego"), ("receiver", "ana g")):
        field = entry.fields[role].editor
        qtbot.keyClicks(field, letters)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(entry.fields["prospect"].editor, Qt.Key.Key_Return)
    assert len(ledger_screen.ledger.shown) == 9
    with slips_context.desk.read() as s:
        newest = max(slips(s, slips_context.chapter.id), key=lambda row: row.id)
    assert (newest.giver_id, newest.receiver_id, newest.tier) == (people["Diego"], people["Ana"], Tier.INSIDE)
    assert ledger_screen.ledger.add_panel.isVisible(), "ready for the next"
    qtbot.keyClick(ledger_screen.ledger.add_panel.entry.fields["giver"].editor, Qt.Key.Key_Escape)
    assert ledger_screen.ledger.add_panel.isHidden()


def test_a_missing_value_is_reported_beside_its_field_and_nothing_is_lost(ledger_screen: Any, qtbot: QtBot) -> None:
    ledger_screen.ledger.open_add_panel()
    adding = ledger_screen.ledger.add_panel
    adding.choose(SlipKind.CLOSED_BUSINESS)
    qtbot.keyClicks(adding.entry.fields["note"].editor, "Por el tejado")
    adding.act_button.click()
    assert adding.entry.fields["receiver"].error.isVisible()
    assert adding.entry.fields["note"].read() == "Por el tejado"
    adding.day.setText("nunca")
    adding.act_button.click()
    assert adding.error.isVisible()


def test_rule_8_a_slip_for_a_completed_meeting_goes_to_the_next_and_says_so(
    ledger_screen: Any, slips_context: Context, people: dict[str, int], qtbot: QtBot
) -> None:
    ledger_screen.ledger.tiles.tiles[SlipKind.EDUCATION].click()
    ledger_screen.ledger.open_add_panel()
    adding = ledger_screen.ledger.add_panel
    assert adding.kind.value() is SlipKind.EDUCATION, "the listed kind is proposed"
    adding.day.set_value(TODAY - dt.timedelta(weeks=1))
    qtbot.keyClicks(adding.entry.fields["giver"].editor, "elena")
    qtbot.keyClick(adding.entry.fields["giver"].editor, Qt.Key.Key_Return)
    adding.act_button.click()
    with slips_context.desk.read() as s:
        newest = max(slips(s, slips_context.chapter.id), key=lambda row: row.id)
    assert newest.date == TODAY


def test_delete_removes_the_line_and_undo_brings_it_back(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot
) -> None:
    ledger_screen.ledger.table.select(lambda line: line.kind == SlipKind.TESTIMONIAL)
    with qtbot.waitSignal(slips_context.noticed) as notice:
        qtbot.keyClick(ledger_screen.ledger.table, Qt.Key.Key_Delete)
    assert "testimonial" not in kinds(ledger_screen)
    notice.args[2]()
    assert "testimonial" in kinds(ledger_screen)


def test_the_delete_key_of_a_mac_removes_the_line(
    ledger_screen: Any, slips_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger_screen.ledger.table.select(lambda line: line.kind == SlipKind.TESTIMONIAL)
    with monkeypatch.context() as on_mac, qtbot.waitSignal(slips_context.noticed):
        on_mac.setattr(sys, "platform", "darwin")
        qtbot.keyClick(ledger_screen.ledger.table, Qt.Key.Key_Backspace)
    assert "testimonial" not in kinds(ledger_screen)


def test_a_locked_line_is_not_deleted(ledger_screen: Any, qtbot: QtBot, slips_context: Context) -> None:
    ledger_screen.ledger.table.select(lambda line: line.date < TODAY)
    with qtbot.waitSignal(slips_context.noticed):
        qtbot.keyClick(ledger_screen.ledger.table, Qt.Key.Key_Delete)
    assert len(ledger_screen.ledger.shown) == 8


def test_the_panel_shows_all_of_a_slip_and_its_history(
    ledger_screen: Any, slips_context: Context, people: dict[str, int]
) -> None:
    ledger = ledger_screen.ledger
    line = next(line for line in ledger.shown if line.kind == SlipKind.REFERRAL)
    ledger.toggle_panel()
    ledger.table.show_entry(line.key)
    correct_slip(slips_context.desk, line.source, {"tier": Tier.OUTSIDE, "receiver_id": people["Diego"]}, {})
    texts = ledger.panel.texts()
    assert "Reforma del baño" in texts
    assert [text for text in texts if "Carmen Núñez Peña → Diego Ortega Sanz" in text], "|".join(texts)


def test_the_listed_rows_are_exported_as_csv_and_xlsx(
    ledger_screen: Any, slips_context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ledger_screen.ledger.tiles.tiles[SlipKind.REFERRAL].click()
    for ending in ("csv", "xlsx"):
        target = tmp_path / f"lista.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, path=target: (str(path), ""))
        with qtbot.waitSignal(slips_context.noticed):
            ledger_screen.ledger.export()
        assert target.stat().st_size > 0
    text = (tmp_path / "lista.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), csv.Sniffer().sniff(text, ",;")))
    assert len(rows) == 3
    assert "Bruno Martín Ruiz" in rows[1]


def test_showing_a_slip_resets_the_filters(ledger_screen: Any, slips_context: Context) -> None:
    line = next(line for line in ledger_screen.ledger.shown if line.kind == SlipKind.EDUCATION)
    ledger_screen.ledger.tiles.tiles[VISITOR].click()
    ledger_screen.show_item(slip_id=line.source.id)
    assert ledger_screen.ledger.table.current_row().key == line.key


def test_another_screen_can_ask_for_a_kind_a_person_and_days(ledger_screen: Any, people: dict[str, int]) -> None:
    ledger_screen.show_item(kind="referral", person_id=people["Ana"], period=Period(dt.date(2026, 1, 1), TODAY))
    assert kinds(ledger_screen) == ["referral"]
    assert "Ana" in ledger_screen.ledger.filters.person.text()


# What a figure counts


@pytest.mark.parametrize(
    ("metric", "who", "figure"),
    [
        (Metric.RGO, "Ana", "1"),
        (Metric.TYFCB, "Elena", "1.234,50"),
        (Metric.A, "Diego", "1"),
        (Metric.V, "Ana", "1"),
        (Metric.ONE_TO_ONES, None, "2"),
    ],
)
def test_a_figure_lists_what_it_was_counted_from(
    ledger_screen: Any,
    people: dict[str, int],
    qtmodeltester: ModelTester,
    metric: Metric,
    who: str | None,
    figure: str,
) -> None:
    person_id = people[who] if who else None
    ledger_screen.show_item(metric=metric, period=Span.SIX_MONTHS, person_id=person_id)
    assert ledger_screen.is_explaining
    assert ledger_screen.explanation.figure.text().startswith(figure)
    assert len(ledger_screen.explanation.model.rows) == 1
    assert ledger_screen.heading.text() == ledger_screen.explanation.title()
    assert who is None or who in ledger_screen.heading.text()
    qtmodeltester.check(ledger_screen.explanation.model)


def test_a_counted_slip_opens_in_the_ledger_and_a_mark_in_its_meeting(
    ledger_screen: Any, slips_context: Context, people: dict[str, int], qtbot: QtBot
) -> None:
    ledger_screen.show_item(metric="RGO", period=None, person_id=people["Ana"])
    slip_id = ledger_screen.explanation.model.rows[0].slip_id
    qtbot.keyClick(ledger_screen.explanation.table, Qt.Key.Key_Return)
    assert not ledger_screen.is_explaining
    assert ledger_screen.ledger.table.current_row().key == ("slip", slip_id)
    ledger_screen.show_item(metric="A", person_id=people["Diego"])
    with qtbot.waitSignal(slips_context.screen_requested) as went:
        qtbot.keyClick(ledger_screen.explanation.table, Qt.Key.Key_Return)
    assert went.args[0] == "meeting"


def test_the_back_button_shows_the_ledger_again(ledger_screen: Any, people: dict[str, int]) -> None:
    ledger_screen.show_item(metric="M", person_id=people["Ana"])
    assert ledger_screen.explanation.empty.isVisible()
    assert ledger_screen.add.isHidden()
    ledger_screen.back.click()
    assert not ledger_screen.is_explaining
    assert ledger_screen.add.isVisible()
    assert ledger_screen.heading.text() == ledger_screen.context.tr("Slips")


# In the window


def test_lines_are_corrected_and_undone_with_the_keyboard_alone(
    slips_context: Context, people: dict[str, int], make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(slips_context)
    slips_context.go("slips", kind="testimonial")
    assert window.workspace is not None
    screen: Any = window.workspace.visible_screen
    table = screen.ledger.table

    def field() -> Any:
        return next((field for field in table.viewport().findChildren(QLineEdit) if field.isVisible()), None)

    def stored() -> tuple[str, str, str]:
        with slips_context.desk.read() as s:
            row = slips(s, slips_context.chapter.id, SlipFilter(kinds=(SlipKind.TESTIMONIAL,)))[0]
        return row.giver.split()[0], row.receiver.split()[0], row.note

    assert table.hasFocus()
    before = stored()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(field(), "diego")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: stored()[0] == "Diego")
    settle()  # the window reads the list again at the next turn; the field that Tab opened stays
    qtbot.keyClicks(field(), "bruno")
    qtbot.keyClick(field(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: stored()[1] == "Bruno")
    settle()
    qtbot.keyClicks(field(), "Un placer")
    qtbot.keyClick(field(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored() == ("Diego", "Bruno", "Un placer"))
    qtbot.waitUntil(table.hasFocus)
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stored() == before)
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: stored()[0] == "Diego")


def test_a_small_window_leaves_room_to_type_a_slip(
    slips_context: Context, make_window: Callable[[Context], MainWindow], qtbot: QtBot
) -> None:
    window = make_window(slips_context)
    window.resize(1024, 640)
    slips_context.go("slips", add=True)
    assert window.workspace is not None
    screen: Any = window.workspace.visible_screen
    adding = screen.ledger.add_panel
    qtbot.waitUntil(lambda: adding.height() >= adding.layout().totalHeightForWidth(adding.width()))
    assert window.height() == 640
    assert screen.ledger.tiles.isHidden()
    qtbot.keyClick(adding.entry.fields["giver"].editor, Qt.Key.Key_Escape)
    assert screen.ledger.tiles.isVisible()
    assert screen.ledger.table.hasFocus()
