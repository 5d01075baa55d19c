"""Input fields: when they store, what they accept, and how they show errors."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.widgets import (
    Button,
    Choice,
    DateEdit,
    EmptyState,
    FieldError,
    LineEdit,
    SearchEdit,
    Segments,
    TextArea,
    TimeEdit,
)
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()


def test_a_line_stores_once_when_left_and_esc_reverts(page: QWidget, qtbot: QtBot) -> None:
    line, other = LineEdit("Ana"), LineEdit()
    put(page, line, other)
    stored: list[str] = []
    line.committed.connect(stored.append)
    line.setFocus()
    qtbot.keyClicks(line, " Sol")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    other.setFocus()
    assert stored == ["Ana Sol"]
    line.setFocus()
    qtbot.keyClicks(line, "xx")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Ana Sol"
    other.setFocus()
    assert stored == ["Ana Sol"]
    line.set_stored("Bruno")
    other.setFocus()
    assert (line.text(), stored) == ("Bruno", ["Ana Sol"])


def test_notes_store_when_left_and_tab_moves_on(page: QWidget, qtbot: QtBot) -> None:
    notes, other = TextArea("uno"), LineEdit()
    put(page, notes, other)
    stored: list[str] = []
    notes.committed.connect(stored.append)
    notes.setFocus()
    qtbot.keyClicks(notes, "dos ")
    qtbot.keyClick(notes, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert stored == ["dos uno"]
    notes.set_stored("tres")
    assert notes.toPlainText() == "tres"


def test_a_day_is_signalled_once_and_invalid_text_is_marked(page: QWidget, context: Context, qtbot: QtBot) -> None:
    field, other = DateEdit(context), LineEdit()
    put(page, field, other)
    told: list[dt.date | None] = []
    field.changed.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field, "5/4")
    other.setFocus()
    assert (field.text(), field.value(), told) == ("05/04/2026", dt.date(2026, 4, 5), [dt.date(2026, 4, 5)])
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert told[-1] == dt.date(2026, 4, 6)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    field.selectAll()
    qtbot.keyClicks(field, "pronto")
    other.setFocus()
    assert not field.is_valid()
    assert field.property("wrong") == "true"
    assert field.text() == "pronto"
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    other.setFocus()
    assert None in told
    assert field.property("wrong") == "false"


def test_the_calendar_opens_under_the_field_and_a_click_takes_the_day(page: QWidget, context: Context) -> None:
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    field = DateEdit(context, dt.date(2026, 3, 5))
    put(page, field)
    told: list[dt.date] = []
    field.changed.connect(told.append)
    month = field.make_calendar().findChild(QCalendarWidget)
    assert month is not None
    assert month.selectedDate() == QDate(2026, 3, 5)
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    month.clicked.emit(QDate(2026, 3, 12))
    assert told == [dt.date(2026, 3, 12)]


def test_a_time_is_signalled_once(page: QWidget, context: Context, qtbot: QtBot) -> None:
    field, other = TimeEdit(context), LineEdit()
    put(page, field, other)
    told: list[dt.time | None] = []
    field.changed.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field, "early")
    other.setFocus()
    assert field.property("wrong") == "true"
    field.setText("715")
    field.setFocus()
    other.setFocus()
    assert told == [dt.time(7, 15)]
    assert field.text() == "7:15"


def test_esc_clears_a_search_and_down_leaves_it(page: QWidget, context: Context, qtbot: QtBot) -> None:
    field = SearchEdit(context, "Buscar miembros")
    put(page, field)
    left: list[int] = []
    field.moved_down.connect(lambda: left.append(1))
    qtbot.keyClicks(field, "gar")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("", [1])
    assert field.accessibleName() == "Buscar miembros"


def test_an_error_is_below_its_field_and_takes_no_room_when_empty(page: QWidget) -> None:
    field = LineEdit()
    error = FieldError(field)
    put(page, field, error)
    error.say("<b>Escriba</b> un nombre")
    assert error.isVisible()
    assert error.textFormat() == Qt.TextFormat.PlainText
    assert field.property("wrong") == "true"
    assert "Escriba" in field.accessibleDescription()
    error.say("")
    assert not error.isVisible()
    assert field.property("wrong") == "false"


def test_a_choice_signals_its_value_and_the_wheel_does_not_change_it(page: QWidget, qtbot: QtBot) -> None:
    choice = Choice([(1, "Uno"), (2, "Dos")])
    put(page, choice)
    told: list[int] = []
    choice.picked.connect(told.append)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (choice.value(), told) == (2, [2])
    choice.set_choices([(2, "Dos"), (3, "Tres")])
    assert choice.value() == 2
    choice.set_choices([(3, "Tres")])
    assert choice.value() == 3
    choice.set_value(99)
    assert choice.value() is None
    assert told == [2]


def test_segments_signal_the_pressed_value(page: QWidget, qtbot: QtBot) -> None:
    row = Segments([("a", "A & B"), ("b", "B")])
    put(page, row)
    told: list[str] = []
    row.picked.connect(told.append)
    assert row.value() == "a"
    qtbot.mouseClick(row.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    assert (row.value(), told) == ("b", ["b"])
    row.set_value("a")
    assert (row.value(), told) == ("a", ["b"])


def test_enter_presses_a_button(page: QWidget, qtbot: QtBot) -> None:
    button = Button("Añadir & más")
    put(page, button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]
    assert button.text() == "Añadir && más"


def test_an_empty_state_says_what_to_do_and_does_it(page: QWidget, context: Context) -> None:
    done: list[str] = []
    empty = EmptyState(
        context,
        "users",
        "Nadie",
        "Añada a alguien.",
        [Command("Añadir", lambda: done.append("add"), icon="plus"), Command("Otra", lambda: None)],
    )
    put(page, empty)
    assert empty.buttons[0].property("role") == "primary"
    assert empty.buttons[1].property("role") is None
    empty.buttons[0].click()
    assert done == ["add"]
    assert isinstance(page, QWidget)
    assert page.findChild(QFrame) is not None
