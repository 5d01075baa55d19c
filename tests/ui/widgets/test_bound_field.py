"""A bound field: what it shows, when it stores, and how it shows a refusal."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.desk import Desk
from chapterdesk.store.sqlite.faults import DiskFullError
from chapterdesk.ui.widgets import Choice, DateEdit, LineEdit, PersonEdit
from chapterdesk.ui.widgets.bound_field import FieldColumn, FieldSpec
from chapterdesk.ui.widgets.context import Context


class Colour(enum.Enum):
    """What can be chosen."""

    RED = N_("Red")
    BLUE = N_("Blue")


@dataclass(frozen=True)
class Row:
    """What is stored."""

    id: int = 1
    word: str = "one"
    several: tuple[str, ...] = ("a", "b")
    day: dt.date | None = None
    colour: Colour = Colour.RED
    who: int | None = None
    who_name: str = ""


class Store:
    """Takes what is stored, or refuses it."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, str, Any]] = []
        self.error: ChapterError | None = None

    def act(self, _desk: Desk, row: Row, field: str, value: Any) -> None:
        """Store one field."""
        if self.error is not None:
            raise self.error
        self.taken.append((row.id, field, value))


SPECS = (
    FieldSpec("word", N_("Name")),
    FieldSpec("several", N_("Phones")),
    FieldSpec("day", N_("Day"), DateEdit),
    FieldSpec("colour", N_("Status"), Choice, choices=Colour),
    FieldSpec("who", N_("Sponsor"), PersonEdit, extra_attribute="who_name"),
)


@pytest.fixture
def store() -> Store:
    """What the fields store with."""
    return Store()


@pytest.fixture
def column(context: Context, store: Store, qtbot: QtBot) -> FieldColumn:
    """One field of each kind, with a row shown."""
    made = FieldColumn(context)
    for spec in SPECS:
        made.bind(spec, store.act)
    qtbot.addWidget(made)
    made.show_row(Row(), 1)
    made.show()
    return made


def line(column: FieldColumn, name: str) -> LineEdit:
    field = column.fields[name]
    assert isinstance(field, LineEdit)
    return field


def type_over(qtbot: QtBot, field: LineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_each_kind_shows_what_is_stored_and_stores_what_is_typed(
    column: FieldColumn, store: Store, qtbot: QtBot
) -> None:
    assert (line(column, "word").text(), line(column, "several").text()) == ("one", "a, b")
    type_over(qtbot, line(column, "word"), "two")
    type_over(qtbot, line(column, "several"), "c; d,, e ")
    day, colour, who = (column.fields[name] for name in ("day", "colour", "who"))
    assert isinstance(day, DateEdit)
    assert isinstance(colour, Choice)
    assert isinstance(who, PersonEdit)
    day.setText("5/3/2026")
    day.editingFinished.emit()
    colour.picked.emit(Colour.BLUE)
    who.chosen.emit(7)
    assert store.taken == [
        (1, "word", "two"),
        (1, "several", ("c", "d", "e")),
        (1, "day", dt.date(2026, 3, 5)),
        (1, "colour", Colour.BLUE),
        (1, "who", 7),
    ]


def test_the_same_choice_stores_nothing(column: FieldColumn, store: Store) -> None:
    colour = column.fields["colour"]
    assert isinstance(colour, Choice)
    colour.picked.emit(Colour.RED)
    assert store.taken == []


def test_a_refusal_is_shown_beside_the_field_and_keeps_the_text(
    column: FieldColumn, store: Store, qtbot: QtBot
) -> None:
    store.error = ChapterError("Not this one")
    type_over(qtbot, line(column, "word"), "two")
    assert column.errors["word"].text() == "Not this one"
    assert column.errors["several"].text() == ""
    column.show_row(Row(), 1)
    assert line(column, "word").text() == "two"
    column.show_row(Row(2, "other"), 2)
    assert (line(column, "word").text(), column.errors["word"].text()) == ("other", "")


def test_a_change_refused_by_a_full_disk_is_stored_later_for_its_row(
    column: FieldColumn, context: Context, store: Store, qtbot: QtBot
) -> None:
    store.error = DiskFullError("The disk is full")
    type_over(qtbot, line(column, "word"), "two")
    assert context.session.unsaved.refused == 1
    type_over(qtbot, line(column, "word"), "three")
    assert context.session.unsaved.refused == 1, "a newer attempt replaces an older one"
    column.show_row(Row(2, "other"), 2)
    store.error = None
    context.session.unsaved.try_again()
    assert store.taken == [(1, "word", "three")]
    assert (context.session.unsaved.refused, line(column, "word").text()) == (0, "other")


def test_an_emptied_person_is_none_and_an_unknown_name_is_reported(
    column: FieldColumn, store: Store, qtbot: QtBot
) -> None:
    column.show_row(Row(who=3, who_name="Ana García López"), 1)
    who = column.fields["who"]
    assert isinstance(who, PersonEdit)
    who.setFocus()
    who.selectAll()
    qtbot.keyClick(who, Qt.Key.Key_Delete)
    qtbot.keyClick(who, Qt.Key.Key_Return)
    assert store.taken == [(1, "who", None)]
    qtbot.keyClicks(who, "Zzz")
    qtbot.keyClick(who, Qt.Key.Key_Return)
    assert column.errors["who"].text().startswith("Nadie se llama así")
