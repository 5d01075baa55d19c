"""The roll call by keyboard and mouse: the number of keys; letters, digits, Space and clicks."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.store.course import call_off
from chapterdesk.store.meetings import meetings
from chapterdesk.store.roll import RollRow, roll_call
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.screens.meeting.roll_rows import RollModel
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.table import ROW
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys

Open = Callable[..., MeetingScreen]


def roll(screen: MeetingScreen) -> dict[str, RollRow]:
    """The roll of the shown meeting as it is stored, by surname."""
    assert screen.meeting is not None
    with screen.context.desk.read() as s:
        return {row.last_name: row for row in roll_call(s, screen.meeting.id)}


def codes(screen: MeetingScreen) -> dict[str, Code | None]:
    return {name: row.code for name, row in roll(screen).items()}


def current(screen: MeetingScreen) -> str:
    row: RollRow = screen.roll.view.currentIndex().data(ROW)
    return row.last_name


def test_forty_people_with_four_exceptions_take_at_most_17_keys(forty: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(forty)
    keys.type("0")
    keys.type("gar2")
    keys.type("mol3")
    keys.type("yan4")
    keys.type("och2")
    assert keys.count <= 17
    stored = codes(screen)
    assert {name: code for name, code in stored.items() if code is not Code.PRESENT} == {
        "García López": Code.ABSENT,
        "Molina Duarte": Code.LATE,
        "Yáñez Pardo": Code.MEDICAL,
        "Ochoa Rivas": Code.ABSENT,
    }
    assert len(stored) == 40
    assert "37" in screen.roll.counter.text()
    assert "40" in screen.roll.counter.text()


def test_members_are_sorted_by_surname_and_digits_mark_and_move_on(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    assert current(screen) == "Álvarez Gil"
    keys.type("123")
    assert current(screen) == "Martín Ruiz"
    stored = codes(screen)
    assert stored["Álvarez Gil"] is Code.PRESENT
    assert stored["García López"] is Code.ABSENT
    assert stored["Ibáñez Soto"] is Code.LATE


def test_a_marked_row_keeps_its_place_until_the_roll_is_sorted(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.type("1")
    settle()
    names = [row.last_name for row in screen.roll.model.order.everybody]
    assert names[0] == "Álvarez Gil"
    keys.press(Qt.Key.Key_F5)
    assert [row.last_name for row in screen.roll.model.order.everybody][-1] == "Álvarez Gil"
    assert current(screen) == "García López"


def test_letters_filter_without_accents_in_any_order_and_backspace_widens(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.type("garc ana")
    assert screen.roll.model.rowCount() == 1
    assert current(screen) == "García López"
    keys.press(Qt.Key.Key_Escape)
    keys.type("nunez")
    assert current(screen) == "Núñez Peña"
    keys.press(*[Qt.Key.Key_Backspace] * 5)
    assert screen.roll.model.rowCount() == 6


def test_space_cycles_through_all_codes_and_back_to_no_mark(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    seen = []
    for _ in range(4):
        keys.press(Qt.Key.Key_Space)
        seen.append(codes(screen)["Álvarez Gil"])
    assert seen == [Code.PRESENT, Code.ABSENT, Code.LATE, Code.MEDICAL]
    keys.press(Qt.Key.Key_Space)
    assert isinstance(screen.focusWidget(), QLineEdit), "S asks for the substitute"
    keys.press(Qt.Key.Key_Space)
    assert codes(screen)["Álvarez Gil"] is None
    assert screen.focusWidget() is screen.roll.view


def test_a_click_cycles_through_the_codes_and_a_click_on_a_code_sets_it(context: Context, open_meeting: Open) -> None:
    screen = open_meeting(context)
    view = screen.roll.view
    box = view.visualRect(screen.roll.model.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, box.center().y()))
    assert codes(screen)["Álvarez Gil"] is Code.PRESENT
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, box.center().y()))
    assert codes(screen)["Álvarez Gil"] is Code.ABSENT
    late = view.painter.chip(box, 2).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=late)
    assert codes(screen)["Álvarez Gil"] is Code.LATE
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=late)
    assert codes(screen)["Álvarez Gil"] is None


def test_s_asks_for_the_substitute_in_place_and_accepts_a_known_or_new_name(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.type("5")
    assert codes(screen)["Álvarez Gil"] is None, "nothing is stored before the answer"
    keys.type("ort")
    keys.enter()
    keys.type("5Laura Pérez")
    keys.enter()
    rows = roll(screen)
    assert rows["Álvarez Gil"].substitute == "Diego Ortega Sanz"
    assert rows["García López"].substitute == "Laura Pérez"
    assert rows["García López"].code is Code.SUBSTITUTE
    assert screen.focusWidget() is screen.roll.view
    assert current(screen) == "Ibáñez Soto", "the roll call goes on with the next"
    context.undo()
    assert roll(screen)["García López"].code is None, "mark and new person are one undo step"


def test_an_empty_answer_means_an_unknown_substitute_and_esc_changes_nothing(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.type("5")
    keys.press(Qt.Key.Key_Escape)
    assert codes(screen)["Álvarez Gil"] is None
    assert current(screen) == "Álvarez Gil"
    keys.type("5")
    keys.enter()
    assert roll(screen)["Álvarez Gil"].code is Code.SUBSTITUTE
    assert roll(screen)["Álvarez Gil"].substitute == ""


def test_one_mark_is_one_named_undo_step(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    keys.type("2")
    step = context.desk.undo_step
    assert step is not None
    assert step.params["name"] == "Elena Álvarez Gil"
    keys.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert codes(screen)["Álvarez Gil"] is None


def test_rows_are_at_least_40_pixels_high(context: Context, open_meeting: Open) -> None:
    screen = open_meeting(context)
    assert screen.roll.view.visualRect(screen.roll.model.index(0)).height() >= 40


def test_the_model_obeys_qt_while_marking_filtering_and_sorting(context: Context, qtmodeltester: ModelTester) -> None:
    with context.desk.read() as s:
        rows = roll_call(s, meetings(s, context.chapter.id)[-1].id)
    model = RollModel(lambda row: row.name)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows)
    qtmodeltester.check(model)
    first = model.order.everybody[0].membership_id
    model.set_rows([replace(row, code=Code.LATE) if row.membership_id == first else row for row in rows])
    model.find("gar")
    model.find("")
    model.arrange()
    assert [row.code for row in model.order.everybody][-1] is Code.LATE
    model.set_rows(rows[:-1])
    qtmodeltester.check(model)
    assert tester.model() is model


def test_a_refused_mark_changes_nothing_in_the_model(context: Context, open_meeting: Open) -> None:
    screen = open_meeting(context)
    row = screen.roll.model.index(0).data(ROW)
    assert screen.meeting is not None
    with context.desk.change("Called off meanwhile") as s:
        call_off(s, screen.meeting.id, MeetingStatus.HOLIDAY)
    assert not screen.roll.view.store(row, Code.ABSENT)
    assert screen.roll.model.index(0).data(ROW).code is None


def test_marking_all_present_notifies_the_view_once(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    told: list[tuple[int, int]] = []
    screen.roll.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    keys.type("0")
    assert told == [(0, 5)]
