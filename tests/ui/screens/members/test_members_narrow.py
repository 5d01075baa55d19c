"""Members in the smallest window: list and card are side by side, and nothing is cut."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.store.chapters import edit_chapter
from chapterdesk.store.people import edit_person
from chapterdesk.ui.screens.members.members_screen import SEAT, MembersScreen
from chapterdesk.ui.shell.window import SMALLEST, MainWindow
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.figure import FigureView


@pytest.fixture
def _normal_size(context: Context) -> Iterator[None]:
    """Restore the normal text size after the test."""
    yield
    context.set_preferences(text_size=100)


@pytest.fixture(params=[("es", 100), ("en", 100), ("es", 115)], ids=lambda param: f"{param[0]}-{param[1]}")
def small(
    request: pytest.FixtureRequest,
    context: Context,
    _normal_size: None,
    make_window: Callable[[Context], MainWindow],
    qtbot: QtBot,
) -> MembersScreen:
    """The screen in the smallest window, with the card of somebody who has a long name."""
    code, size = request.param
    context.set_preferences(language=code, text_size=size)
    with context.desk.change("A long name") as s:
        edit_chapter(s, context.chapter.id, language=code)
        edit_person(s, 1, first_name="Beatriz", last_name="Abadía Cañizares", company="Concordia Abogados Asociados")
    window = make_window(context)
    assert window.workspace is not None
    window.workspace.go("members", person_id=1)
    window.resize(*SMALLEST)
    screen = window.workspace.visible_screen
    assert isinstance(screen, MembersScreen)
    qtbot.waitUntil(lambda: inner(screen).width() <= screen.card.area.viewport().width())
    return screen


def inner(screen: MembersScreen) -> QWidget:
    page = screen.card.area.widget()
    assert page is not None
    return page


def right_edge(widget: QWidget, screen: QWidget) -> int:
    return widget.mapTo(screen, widget.rect().bottomRight()).x()


def test_the_card_does_not_cover_the_list(small: MembersScreen) -> None:
    table = small.table
    left = small.cards.mapTo(small, small.cards.rect().topLeft()).x()
    assert right_edge(table, small) < left
    assert table.isColumnHidden(SEAT)  # it stands on the card
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= table.viewport().width()


def test_the_whole_name_is_visible_on_the_card(small: MembersScreen) -> None:
    name = small.card.head_part.name
    assert name.text() == "Beatriz Abadía Cañizares"
    assert name.height() >= name.heightForWidth(name.width())


def test_the_buttons_of_the_card_are_not_cut(small: MembersScreen) -> None:
    head = small.card.head_part
    for button in (head.end_button, head.data_button):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        assert right_edge(button, small) <= right_edge(small.cards, small)
    link = small.card.changes.all
    small.card.show_tab("changes")
    assert link.width() >= link.sizeHint().width()


def test_no_figure_and_no_field_of_the_card_is_cut(small: MembersScreen) -> None:
    page, room = inner(small), small.card.area.viewport().width()
    figures = page.findChildren(FigureView)
    assert len(figures) == 14
    for figure in figures:
        assert figure.isVisible()
        assert right_edge(figure, page) <= room
        assert figure.width() >= 80


def test_with_room_the_seats_are_listed_and_five_figures_are_in_one_row(small: MembersScreen, qtbot: QtBot) -> None:
    small.window().resize(1366, 800)
    qtbot.waitUntil(lambda: not small.table.isColumnHidden(SEAT))
    figures = list(small.card.figures.figures.values())
    qtbot.waitUntil(lambda: len({figure.y() for figure in figures[:5]}) == 1)
