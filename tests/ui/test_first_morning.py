"""The first morning of a new user: files are dropped, a meeting is run by keyboard, the sheet is printed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from chapterdesk.domain.periods import Period
from chapterdesk.i18n import Language
from chapterdesk.reports import produce, reports
from chapterdesk.store.chapters import chapters
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.slips import SlipFilter, slips
from chapterdesk.store.statistics import summary
from chapterdesk.ui.screens.import_files.import_screen import ImportScreen
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.shell import new_chapter_page
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.importers import connect_files
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys

TODAY = dt.date(2026, 3, 5)
NAMES = [("Ana", "García López"), ("Bruno", "Martín Ruiz"), ("Carmen", "Núñez Peña"), ("Diego", "Ortega Sanz")]
FIRST, LAST = dt.date(2025, 7, 1), dt.date(2025, 12, 31)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dropped(tmp_path: Path) -> list[Path]:
    """A summary, an attendance and a slips file of the half-year before, in the wrong order."""
    rows = [[*name, 22, 2, 1, 0, 1, 5, 6, 4, 7, 1, 12.0, 2450.0, 8] for name in NAMES]
    total = ["Total", "", 94, 8, 4, 0, 4, 20, 24, 16, 28, 4, 48.0, 9800.0, 32]
    content = {
        "slips.xls": connect_files.slips_file(
            [["Ana García López", "Bruno Martín Ruiz", "Referral", "Tier 1 (inside)", None, None, None]] * 2,
            title="Slips Audit Report for 11/09/2025",
            chapter="Ribera",
        ),
        "attendance.xls": connect_files.attendance_file(
            ["Sep 11", "Sep 18"], [[*name, "P", "A"] for name in NAMES], first=FIRST, last=LAST, chapter="Ribera"
        ),
        "summary.xls": connect_files.summary_file([*rows, total], first=FIRST, last=LAST, chapter="Ribera"),
    }
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in content]


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, none))


def test_files_are_dropped_a_meeting_is_run_by_keyboard_and_the_sheet_is_printed_in_spanish(
    make_context: Callable[..., Context],
    make_window: Callable[[Context], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    tmp_path: Path,
    dropped: list[Path],
) -> None:
    monkeypatch.setattr(new_chapter_page, "own_folder", lambda: tmp_path / "Documentos")
    context = make_context()
    window, keys = make_window(context), Keys()

    drop(window, dropped)
    assert window.start_page is not None
    window.start_page.new_chapter.form.name.setText("Ribera")
    window.start_page.new_chapter.button.click()
    assert window.workspace is not None
    screen = window.workspace.visible_screen
    assert isinstance(screen, ImportScreen)
    qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)
    assert {found.format for found in screen.previews} == {"summary", "attendance", "slips"}
    assert screen.add_members.isChecked(), "a chapter without members gets those of its first files"
    with qtbot.waitSignal(context.noticed, timeout=20_000):
        screen.button.click()
    with context.desk.read() as s:
        chapter = chapters(s)[0]
        assert [row.last_name for row in members(s, chapter.id, TODAY)] == [last for _, last in NAMES]
        assert summary(s, chapter.id, Period(FIRST, LAST)).total.RGI == 20, "the totals still count besides the slips"
        assert len(slips(s, chapter.id, SlipFilter())) == 2
        assert any(row.date >= TODAY for row in meetings(s, chapter.id)), "the next meetings are planned automatically"

    window.activateWindow()
    settle()
    keys.press(Qt.Key.Key_2, modifiers=CTRL)
    meeting_screen = window.workspace.visible_screen
    assert isinstance(meeting_screen, MeetingScreen)
    settle()
    keys.type("0gar2")
    keys.press(Qt.Key.Key_F6)
    keys.store_referral("mar", "ort")

    def typed() -> int:
        with context.desk.read() as s:
            return len(slips(s, chapter.id, SlipFilter())) - 2

    assert typed() == 1
    keys.press(Qt.Key.Key_Z, modifiers=CTRL)
    assert typed() == 0
    keys.press(Qt.Key.Key_Z, modifiers=CTRL | SHIFT)
    assert typed() == 1
    keys.press(Qt.Key.Key_P, modifiers=CTRL)
    assert window.workspace.current == "reports"

    sheet = tmp_path / "hoja.pdf"
    report = reports()["meeting"]
    with context.desk.read() as s:
        held = next(row for row in meetings(s, chapter.id) if row.date >= TODAY)
    produce(context.desk, chapter.id, report, report.options(), Language("es"), held.date, sheet)
    text = " ".join(page.extract_text() for page in PdfReader(sheet).pages)
    for words in ("Ana García López", "Bruno Martín Ruiz", "Asistencia", "Referencias"):
        assert words in text
