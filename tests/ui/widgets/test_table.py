"""Tables: one model for all, with the sorting of names, and a view that opens rows."""

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chapterdesk.ui.widgets.table import ROW, RowModel, RowTable, TableColumn


@dataclass(frozen=True)
class Row:
    name: str | None
    day: dt.date | None = None
    count: int = 0


COLUMNS = (
    TableColumn("Name", lambda row: row.name, grow=True),
    TableColumn("Day", lambda row: row.day, show=lambda day: day.strftime("%d/%m/%Y")),
    TableColumn(
        "Count",
        lambda row: row.count,
        align="right",
        colour=lambda row: QColor("red") if row.count > 1 else None,
        tip=lambda row: f"{row.count} times",
        icon=lambda _row: None,
    ),
)
ROWS = (
    Row("Zoe", dt.date(2026, 3, 5), 2),
    Row("Álvaro", None, 10),
    Row("Ñuño", dt.date(2025, 12, 31), 1),
    Row("nube", dt.date(2026, 1, 1), 3),
    Row(None),
)


@pytest.fixture
def model() -> RowModel:
    made = RowModel(COLUMNS)
    made.set_rows(ROWS)
    return made


def shown(model: RowModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("rows", [(), ROWS[:1], ROWS])
def test_the_model_obeys_qt(qtmodeltester: ModelTester, rows: tuple[Row, ...]) -> None:
    made = RowModel(COLUMNS)
    made.set_rows(rows)
    qtmodeltester.check(made)
    made.sort(1, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(made)


def test_names_sort_without_accents_and_missing_values_come_last(model: RowModel) -> None:
    model.sort(0)
    assert shown(model) == ["Álvaro", "nube", "Ñuño", "Zoe", ""]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["Zoe", "Ñuño", "nube", "Álvaro", ""]


def test_dates_and_numbers_sort_by_value_not_by_text(model: RowModel) -> None:
    model.sort(1)
    assert shown(model, 1) == ["31/12/2025", "01/01/2026", "05/03/2026", "", ""]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert shown(model, 2) == ["10", "3", "2", "1", "0"]


def test_new_rows_follow_the_chosen_order(model: RowModel) -> None:
    model.sort(2)
    model.set_rows([Row("b", count=5), Row("a", count=1)])
    assert shown(model) == ["a", "b"]


def test_a_cell_provides_its_row_value_and_appearance(model: RowModel) -> None:
    cell = model.index(0, 2)
    assert cell.data(ROW) == ROWS[0]
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "2 times"
    assert cell.data(Qt.ItemDataRole.ForegroundRole).color().name() == QColor("red").name()
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Count"
    assert model.row(99) is None


def test_the_selection_stays_with_its_row_when_the_table_is_sorted(model: RowModel, qtbot: QtBot) -> None:
    view = RowTable(model)
    qtbot.addWidget(view)
    assert view.select(lambda row: row.name == "nube")
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert view.current_row().name == "nube"
    assert not view.select(lambda row: row.name == "nobody")


def test_enter_and_double_click_open_a_row_and_moving_announces_it(model: RowModel, qtbot: QtBot) -> None:
    view = RowTable(model)
    qtbot.addWidget(view)
    view.show()
    opened: list[str | None] = []
    chosen: list[str | None] = []
    view.opened.connect(lambda row: opened.append(row.name))
    view.chosen.connect(lambda row: chosen.append(row.name if row else None))
    view.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    spot = view.visualRect(model.index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == ["Zoe", "Ñuño"]
    assert chosen[:2] == ["Zoe", "Álvaro"]


def test_names_are_shown_as_plain_text(qtbot: QtBot) -> None:
    nasty = "<b>Ana</b> & %s {0}"
    made = RowModel(COLUMNS)
    made.set_rows([Row(nasty)])
    assert shown(made) == [nasty]


def test_in_a_narrow_table_the_widest_texts_shrink_and_figures_do_not(qtbot: QtBot) -> None:
    columns = (
        TableColumn("A", lambda row: row.name),
        TableColumn("B", lambda row: row.name),
        TableColumn("Count", lambda row: row.count, align="right"),
    )
    made = RowModel(columns)
    made.set_rows([Row("a name that is quite long indeed", count=1_000_000)])
    view = RowTable(made)
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    header = view.horizontalHeader()
    roomy = [header.sectionSize(at) for at in range(3)]
    view.resize(sum(roomy) - 80, 200)
    tight = [header.sectionSize(at) for at in range(3)]
    assert tight[0] < roomy[0]
    assert tight[2] == roomy[2]
    assert sum(tight) <= view.viewport().width() + 2
    view.resize(900, 200)
    assert [header.sectionSize(at) for at in range(3)] == roomy
