"""The screen of reports: the gallery, the options, the PDF, and the ways out."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from chapterdesk.document.blocks import Paper
from chapterdesk.domain.periods import Period, Span
from chapterdesk.reports import Dates, MeetingDay, reports
from chapterdesk.store.meetings import meetings
from chapterdesk.ui.screens.reports.report_options import DatesField
from chapterdesk.ui.screens.reports.reports_screen import ReportsScreen
from chapterdesk.ui.widgets import BoxWords
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.period_field import OWN

TODAY = dt.date(2026, 3, 5)


@pytest.fixture
def screen(context: Context, make_screen: Callable[..., Any]) -> Any:
    return make_screen(ReportsScreen, context)


def show(screen: Any, qtbot: QtBot, act: Callable[[], object]) -> str:
    """Do something that makes a report and return the text of its first page."""
    with qtbot.waitSignal(screen.workbench.ready, check_params_cb=bool, timeout=20_000):
        act()
    from io import BytesIO

    return PdfReader(BytesIO(screen.workbench.preview.content)).pages[0].extract_text()


def test_the_gallery_shows_every_report_as_a_card_that_says_what_it_is_for(screen: Any) -> None:
    assert set(screen.gallery.cards) == set(reports())
    for name, card in screen.gallery.cards.items():
        assert card.accessibleName() == screen.context.tr(reports()[name].title)
        assert card.accessibleDescription()
    assert screen.export_button.isHidden()


def test_the_report_used_last_is_the_first_card(screen: Any, qtbot: QtBot) -> None:
    show(screen, qtbot, screen.gallery.cards["roster"].click)
    screen.back.click()
    assert next(iter(screen.gallery.cards)) == "roster"
    assert screen.gallery.cards["roster"].hasFocus()


def test_the_arrows_move_between_cards_and_enter_opens(screen: Any, qtbot: QtBot) -> None:
    cards = list(screen.gallery.cards.values())
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    assert show(screen, qtbot, lambda: qtbot.keyClick(cards[1], Qt.Key.Key_Return))
    assert screen.is_open


@pytest.mark.parametrize("name", list(reports()))
def test_every_report_opens_with_its_options_and_its_pdf(screen: Any, qtbot: QtBot, name: str) -> None:
    text = show(screen, qtbot, lambda: screen.show_item(report=name))
    assert "Grupo Alameda" in text or name == "paper-slips"
    assert screen.heading.text() == screen.context.tr(reports()[name].title)
    assert screen.workbench.form.fields
    assert screen.workbench.focusWidget() is not None


def test_changing_an_option_makes_the_pdf_again_and_is_remembered(screen: Any, qtbot: QtBot) -> None:
    show(screen, qtbot, lambda: screen.open_report("summary"))
    width = screen.workbench.preview.document.pagePointSize(0)
    paper = screen.workbench.form.fields["paper"]

    def letter() -> None:
        paper.set_value(Paper.LETTER)
        paper.picked.emit(Paper.LETTER)

    show(screen, qtbot, letter)
    assert screen.workbench.preview.document.pagePointSize(0) != width
    show(screen, qtbot, lambda: screen.open_report("roster"))
    show(screen, qtbot, lambda: screen.open_report("summary"))
    assert screen.workbench.options.paper is Paper.LETTER


def test_a_spanish_window_prints_an_english_report(screen: Any, qtbot: QtBot) -> None:
    text = show(screen, qtbot, lambda: screen.open_report("roster"))
    assert "Hecho el 5 de marzo de 2026" in text
    text = show(screen, qtbot, lambda: screen.workbench.language_choice.picked.emit("en"))
    assert "5 March 2026" in text


def test_the_days_are_a_span_or_two_dates(screen: Any, qtbot: QtBot) -> None:
    show(screen, qtbot, lambda: screen.open_report("summary"))
    field = screen.workbench.form.fields["period"]
    assert isinstance(field, DatesField)
    days = field.period
    days.choice.set_value(Span.LAST_YEAR)
    assert "2025" in show(screen, qtbot, lambda: days.choice.picked.emit(Span.LAST_YEAR))
    days.choice.set_value(OWN)
    show(screen, qtbot, lambda: days.choice.picked.emit(OWN))
    assert days.first.isVisible()
    days.first.set_value(TODAY)
    days.last.set_value(dt.date(2026, 1, 1))
    days.last.changed.emit(days.last.value())
    assert days.error.isVisible()
    assert screen.workbench.options.period.period != Period(dt.date(2026, 1, 1), TODAY)
    days.first.set_value(dt.date(2026, 1, 1))
    days.last.set_value(TODAY)
    show(screen, qtbot, lambda: days.last.changed.emit(TODAY))
    assert screen.workbench.options.period.period == Period(dt.date(2026, 1, 1), TODAY)


def test_a_click_on_the_text_ticks_the_box(screen: Any, qtbot: QtBot) -> None:
    show(screen, qtbot, lambda: screen.open_report("summary"))
    name, box = next(
        (name, field) for name, field in screen.workbench.form.fields.items() if isinstance(field, QCheckBox)
    )
    before = getattr(screen.workbench.options, name)
    words = next(text for text in screen.workbench.form.findChildren(BoxWords) if text.text() == box.accessibleName())
    show(screen, qtbot, lambda: qtbot.mouseClick(words, Qt.MouseButton.LeftButton))
    assert getattr(screen.workbench.options, name) is not before


def test_a_meeting_opens_its_sheet_directly(screen: Any, context: Context, qtbot: QtBot) -> None:
    with context.desk.read() as s:
        row = meetings(s, context.chapter.id)[0]
    text = show(screen, qtbot, lambda: screen.show_item(report="meeting", meeting_id=row.id))
    assert context.language.date(row.date) in text
    assert screen.workbench.options.meeting == MeetingDay(row.date)
    show(screen, qtbot, lambda: screen.show_item(report="summary", period=Span.THIS_YEAR))
    assert screen.workbench.options.period == Dates(Span.THIS_YEAR)


def test_a_day_without_a_meeting_is_explained_instead_of_a_page(screen: Any, qtbot: QtBot) -> None:
    screen.show_item(report="meeting", date=dt.date(2020, 1, 1))
    qtbot.waitUntil(screen.workbench.preview.reason.isVisible)
    assert not screen.export_button.isEnabled()


def test_a_change_in_the_file_makes_the_report_again(screen: Any, context: Context, qtbot: QtBot) -> None:
    from chapterdesk.store.members import add_member

    assert "Zoe" not in show(screen, qtbot, lambda: screen.open_report("roster"))

    def join() -> None:
        with context.desk.change("Zoe joins") as s:
            add_member(s, context.chapter.id, first_name="Zoe", last_name="Zabala", start=TODAY)

    assert "Zoe" in show(screen, qtbot, join)


def test_a_report_is_exported_in_every_format_under_a_safe_name(
    screen: Any, context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / Path(start).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    show(screen, qtbot, lambda: screen.open_report("summary"))
    for action in screen.workbench.export_menu(screen).actions():
        with qtbot.waitSignal(context.noticed, timeout=20_000):
            action.trigger()
    assert {path.suffix for path in tmp_path.glob("*Grupo Alameda*")} == {".pdf", ".xlsx", ".csv"}
    assert all("Grupo Alameda" in name for name in asked)
    assert next(tmp_path.glob("*.pdf")).read_bytes().startswith(b"%PDF")


def test_a_report_opens_in_the_viewer_of_the_system(screen: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    show(screen, qtbot, lambda: screen.open_report("roster"))
    screen.open_button.click()
    assert opened[0].read_bytes() == screen.workbench.preview.content


def test_without_a_viewer_the_screen_says_what_to_do(
    screen: Any, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    show(screen, qtbot, lambda: screen.open_report("roster"))
    with qtbot.waitSignal(context.noticed):
        screen.open_button.click()


def test_the_keys_of_a_report_do_nothing_in_the_gallery(screen: Any, qtbot: QtBot) -> None:
    for command in screen.commands():
        if command.shortcut:
            command.run()
    assert not screen.is_open
    show(screen, qtbot, lambda: screen.open_report("roster"))
    next(command for command in screen.commands() if command.shortcut == "Ctrl++").run()
    assert screen.findChildren(QPushButton)
    next(command for command in screen.commands() if command.shortcut == "Alt+Left").run()
    assert not screen.is_open


def test_an_empty_chapter_still_gets_its_reports(
    empty_context: Context, make_screen: Callable[..., Any], qtbot: QtBot
) -> None:
    screen = make_screen(ReportsScreen, empty_context)
    assert "Grupo Nuevo" in show(screen, qtbot, lambda: screen.open_report("meeting"))
