"""The meeting as a whole: which one is shown, calling off, moving, adding, copying; empty states."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.store.meetings import MeetingRow, meeting, meetings
from chapterdesk.store.members import add_member, members
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import SlipFilter, add_slip, slips
from chapterdesk.store.visits import add_visit
from chapterdesk.ui.screens.meeting.meeting_bar import MeetingPicker
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.widgets.context import Context
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys

TODAY = dt.date(2026, 3, 5)
Make = Callable[..., Any]


def shown(screen: MeetingScreen) -> MeetingRow:
    assert screen.meeting is not None
    with screen.context.desk.read() as s:
        return meeting(s, screen.meeting.id)


def run(screen: MeetingScreen, title: str) -> None:
    """Do what a command of the screen does, found by its title in the screen's language."""
    (command,) = [one for one in screen.commands() if one.title == screen.context.tr(title)]
    command.run()


def hand_in(context: Context, meeting_id: int, kind: SlipKind = SlipKind.REFERRAL, **fields: Any) -> int:
    with context.desk.change("A slip") as s:
        ana, bruno = [row.person_id for row in members(s, context.chapter.id, TODAY)][:2]
        draft = SlipDraft(kind=kind, date=TODAY, meeting_id=meeting_id, giver_id=ana, receiver_id=bruno, **fields)
        return add_slip(s, context.chapter.id, draft)


@pytest.mark.parametrize(
    ("today", "date"),
    [(TODAY, TODAY), (dt.date(2026, 2, 20), dt.date(2026, 2, 26)), (dt.date(2027, 3, 1), dt.date(2027, 3, 4))],
)
def test_the_meeting_of_the_day_or_else_the_next_is_shown(
    desk: Any, make_context: Make, make_screen: Make, today: dt.date, date: dt.date
) -> None:
    screen = make_screen(MeetingScreen, make_context(desk, today=today))
    assert shown(screen).date == date


def test_earlier_and_later_meetings_are_one_key_away_and_the_list_finds_a_date(
    context: Context, open_meeting: Make, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.press(Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier)
    assert shown(screen).date == dt.date(2026, 2, 26)
    keys.press(Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.AltModifier)
    assert shown(screen).date == TODAY
    keys.press(Qt.Key.Key_G, modifiers=Qt.KeyboardModifier.ControlModifier)
    (picker,) = screen.window().findChildren(MeetingPicker)
    keys.type("19 feb")
    assert picker.lines.rowCount() == 1
    keys.enter()
    assert shown(screen).date == dt.date(2026, 2, 19)
    assert not picker.isVisible()


def test_a_holiday_moves_its_slips_on_and_can_be_planned_again(
    context: Context, make_screen: Make, qtbot: QtBot
) -> None:
    screen = make_screen(MeetingScreen, context)
    day = shown(screen)
    slip_id = hand_in(context, day.id)
    run(screen, "It is a holiday")
    assert shown(screen).status is MeetingStatus.HOLIDAY
    assert not screen.halves.isVisible()
    with context.desk.read() as s:
        (row,) = slips(s, context.chapter.id)
    assert row.id == slip_id
    assert row.date > day.date
    screen.steering.main_action()
    assert shown(screen).status is MeetingStatus.PLANNED
    assert screen.halves.isVisible()
    run(screen, "Call off")
    assert shown(screen).status is MeetingStatus.DISCARDED
    context.undo()
    assert shown(screen).status is MeetingStatus.PLANNED


def test_a_meeting_moves_to_the_day_that_is_typed(context: Context, open_meeting: Make, keys: Keys) -> None:
    screen = open_meeting(context)
    before = shown(screen)
    run(screen, "Move to another day")
    keys.type("6/3/2026")
    keys.enter()
    assert shown(screen).id == before.id
    assert shown(screen).date == dt.date(2026, 3, 6)
    assert screen.steering.panel is None


def test_an_invalid_day_is_reported_and_stays_typed(context: Context, open_meeting: Make, keys: Keys) -> None:
    screen = open_meeting(context)
    run(screen, "Move to another day")
    keys.type("31/2/2026")
    keys.enter()
    panel = screen.steering.panel
    assert panel is not None
    assert panel.error.text()
    assert shown(screen).date == TODAY


def test_a_meeting_of_another_kind_is_added_and_shown(context: Context, open_meeting: Make, keys: Keys) -> None:
    screen = open_meeting(context)
    run(screen, "Add a meeting")
    panel = screen.steering.panel
    panel.kind.set_value(MeetingKind.EVENT)
    keys.type("10/3/2026")
    keys.enter()
    assert shown(screen).date == dt.date(2026, 3, 10)
    assert shown(screen).kind is MeetingKind.EVENT


def test_the_text_on_the_clipboard_describes_the_meeting_without_private_data(
    context: Context, make_screen: Make
) -> None:
    screen = make_screen(MeetingScreen, context)
    day = shown(screen)
    hand_in(context, day.id, tier=Tier.OUTSIDE, prospect="Vecina del quinto", contact="600 000 000")
    hand_in(context, day.id, SlipKind.CLOSED_BUSINESS, amount=125050)
    with context.desk.change("Marks") as s:
        rows = members(s, context.chapter.id, TODAY)
        mark(s, day.id, rows[0].membership_id, Code.ABSENT)
        mark(s, day.id, rows[1].membership_id, Code.MEDICAL)
        mark(s, day.id, rows[2].membership_id, Code.SUBSTITUTE, rows[3].person_id)
        add_visit(s, day.id, first_name="Laura", last_name="Galán", company="El Trigal", attended=True)
    screen.steering.copy_text()
    text = QGuiApplication.clipboard().text()
    assert "5 de marzo de 2026" in text
    assert rows[0].name in text, "who was absent"
    assert "Laura Galán (El Trigal)" in text
    assert "1.250,50" in text
    for private in ("Vecina del quinto", "600 000 000"):
        assert private not in text
    medical = next(line for line in text.splitlines() if line.startswith(context.tr(Code.MEDICAL.label)))
    assert rows[1].name not in medical, "M is health data"


def test_without_members_or_meetings_the_screen_says_what_to_do(
    empty_context: Context, make_screen: Make, qtbot: QtBot
) -> None:
    went: list[str] = []
    empty_context.screen_requested.connect(lambda key, _what: went.append(key))
    with empty_context.desk.read() as s:
        known = meetings(s, empty_context.chapter.id)
    screen = make_screen(MeetingScreen, empty_context)
    if not known:
        screen.empty.buttons[0].click()
        with empty_context.desk.read() as s:
            assert len(meetings(s, empty_context.chapter.id)) >= 8
    assert not screen.halves.isVisible()
    screen.empty.buttons[0].click()
    assert went == ["members"]
    with empty_context.desk.change("The first member") as s:
        add_member(s, empty_context.chapter.id, first_name="Ana", last_name="García")
    assert screen.halves.isVisible()
    assert screen.bar.primary.isVisible()
    assert screen.roll.model.rowCount() == 1


def test_a_figure_answers_why(context: Context, make_screen: Make) -> None:
    screen = make_screen(MeetingScreen, context)
    went: list[tuple[str, dict[str, Any]]] = []
    context.screen_requested.connect(lambda key, what: went.append((key, what)))
    screen.totals.figures[SlipKind.REFERRAL].opened.emit()
    assert went == [("slips", {"kind": SlipKind.REFERRAL, "period": Period(TODAY, TODAY)})]


def test_a_kind_of_group_without_money_has_no_closed_business(desk: Any, make_context: Make, make_screen: Make) -> None:
    from chapterdesk.domain.groups import GroupKind
    from chapterdesk.store.chapters import chapters, edit_chapter

    with desk.change("A club") as s:
        edit_chapter(s, chapters(s)[0].id, kind=GroupKind.CLUB)
    screen = make_screen(MeetingScreen, make_context(desk))
    assert set(screen.strip.tiles) == {"R", "O", "E", "T", "I", "V"}
    assert SlipKind.CLOSED_BUSINESS not in screen.totals.figures


def test_a_correction_in_progress_survives_changes_elsewhere(
    context: Context, open_meeting: Make, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    hand_in(context, shown(screen).id)
    settle()
    screen.feed.focus_first()
    keys.enter()
    keys.type("mar")
    hand_in(context, shown(screen).id)
    settle()
    assert screen.feed.correction is not None
    assert screen.feed.correction.entry.fields["giver"].editor.text() == "mar"
    keys.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert screen.feed.correction is None
    assert screen.feed.lines.rowCount() == 2


def test_a_correction_of_a_completed_meeting_is_refused_and_the_error_says_how_to_unlock(
    context: Context, open_meeting: Make, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    notices: list[str] = []
    context.noticed.connect(lambda _text, action, *_: notices.append(action))
    hand_in(context, shown(screen).id)
    screen.steering.main_action()
    keys.enter()
    settle()
    assert shown(screen).locked
    screen.feed.focus_first()
    keys.press(Qt.Key.Key_Delete)
    keys.enter()
    assert screen.feed.correction is None
    assert notices[-2:] == [context.tr("Unlock")] * 2
    with context.desk.read() as s:
        assert len(slips(s, context.chapter.id, SlipFilter(meeting_id=shown(screen).id))) == 1


def test_a_visitor_who_is_a_member_is_refused_beside_the_field(
    context: Context, open_meeting: Make, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.press(Qt.Key.Key_F6)
    keys.type("vAna García López")
    keys.enter()
    keys.enter()
    keys.enter()
    entry = screen.strip.entry
    assert entry is not None
    assert "Ana García López" in entry.fields["name"].error.text()
    assert entry.fields["name"].editor.text() == "Ana García López"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640)])
def test_every_question_fits_the_window(context: Context, open_meeting: Make, width: int, height: int) -> None:
    screen = open_meeting(context, width, height)
    window: QWidget = screen.window()
    for ask in (screen.steering.main_action, screen.steering.ask_add, screen.steering.ask_move):
        ask()
        QGuiApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        assert screen.steering.panel.isVisible()
    screen.steering.withdraw()
    for letter in screen.strip.tiles:
        screen.strip.begin(letter)
        QGuiApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        screen.strip.cancel()
