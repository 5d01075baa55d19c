"""Small parts: lines that wrap, names on one line, amounts without cents, hints in the feed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.domain.text import one_line
from chapterdesk.i18n import Language
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.slips import add_slip
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import Flow


def test_widgets_wrap_when_there_is_no_room_and_share_what_is_left(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, across=10, down=5)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 30)
        flow.addWidget(box)
    assert flow.heightForWidth(330) == 30
    assert flow.heightForWidth(215) == 65
    assert flow.heightForWidth(100) == 100
    flow.setGeometry(QRect(0, 0, 215, 65))
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 35)]


def test_aligned_widgets_stand_in_columns_and_none_is_alone_in_the_last_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, across=10, down=5, stretch=True, align=True)
    boxes = [QWidget() for _ in range(7)]
    for box, width in zip(boxes, (40, 60, 80, 40, 40, 60, 60), strict=True):
        box.setMinimumSize(width, 30)
        flow.addWidget(box)
    flow.setGeometry(QRect(0, 0, 290, 65))
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (60, 0), (140, 0), (240, 0), (0, 35), (60, 35), (140, 35)]
    flow.setGeometry(QRect(0, 0, 440, 30))
    assert {box.y() for box in boxes} == {0}, "they all fit in one line"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana\nGarcía\t López", "Ana García López"),
        ("x" * 10_000, "x" * 59 + "…"),
        ("", ""),
    ],
)
def test_a_name_is_shown_on_one_line_however_it_was_typed(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("minor", "language", "shown"),
    [(1245050, "es", "12.451\u00a0€"), (1245049, "en", "€12,450"), (0, "es", "0\u00a0€")],
)
def test_large_figures_of_money_are_rounded_to_whole_units(minor: int, language: str, shown: str) -> None:
    assert Language(language).whole_money(minor, "EUR") == shown


def test_a_one_to_one_handed_in_by_both_is_stored_and_pointed_out(
    context: Context, make_screen: Callable[..., Any]
) -> None:
    with context.desk.change("Twice") as s:
        meeting_id = meetings(s, context.chapter.id)[2].id
        ana, bruno, carmen = [row.person_id for row in members(s, context.chapter.id, context.today())][:3]
        for giver, receiver in ((ana, bruno), (bruno, ana), (ana, carmen)):
            draft = SlipDraft(
                kind=SlipKind.ONE_TO_ONE,
                date=context.today(),
                meeting_id=meeting_id,
                giver_id=giver,
                receiver_id=receiver,
            )
            add_slip(s, context.chapter.id, draft)
    screen = make_screen(MeetingScreen, context)
    assert [bool(row.warning) for row in screen.feed.lines.rows] == [False, True, True]
    assert screen.totals.figures[SlipKind.ONE_TO_ONE].value.text() == "3"
