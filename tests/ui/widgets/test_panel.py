"""The inline panel: Enter submits, Esc and the button cancel, and the focus is restored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.ui.widgets import LineEdit, PrimaryButton
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.layout import add
from chapterdesk.ui.widgets.panel import InlinePanel

Key = Qt.Key


class Place(QWidget):
    """A field, and a panel under it with two fields."""

    def __init__(self, context: Context, *, enter_submits: bool = False, is_permanent: bool = False) -> None:
        super().__init__()
        self.field, self.first, self.second = LineEdit(), LineEdit(), LineEdit()
        self.panel = InlinePanel(
            context, PrimaryButton("Do"), "Title", enter_submits=enter_submits, is_permanent=is_permanent
        )
        add(self.panel.body, self.first, self.second)
        self.panel.add_foot()
        self.panel.error.attach(self.first)
        self.panel.set_unsaved_fields(self.first)
        inner = QVBoxLayout(self)
        inner.addWidget(self.field)
        inner.addWidget(self.panel)


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> Place:
    made = Place(context)
    made.panel.hide()
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    return made


def test_esc_closes_the_panel_and_restores_the_focus(place: Place, qtbot: QtBot) -> None:
    place.panel.open_at(place.second)
    assert place.focusWidget() is place.second
    with qtbot.waitSignals([place.panel.closed, place.panel.cancelled]):
        qtbot.keyClick(place.second, Key.Key_Escape)
    assert place.panel.isHidden()
    assert place.focusWidget() is place.field


def test_a_panel_shown_by_its_owner_only_signals_cancelled(place: Place, qtbot: QtBot) -> None:
    place.panel.show()
    with qtbot.assertNotEmitted(place.panel.closed), qtbot.waitSignal(place.panel.cancelled):
        place.panel.cancel_button.click()
    assert not place.panel.isHidden()


def test_a_focus_moved_elsewhere_stays_there(place: Place) -> None:
    place.panel.open_at(place.first)
    other = LineEdit(parent=place)
    other.show()
    other.setFocus()
    place.panel.close_panel()
    assert place.focusWidget() is other


def test_enter_moves_on_and_submits_in_the_last_field(place: Place, qtbot: QtBot) -> None:
    place.panel.set_enter_order(place.first, place.second)
    place.panel.open_at(place.first)
    with qtbot.assertNotEmitted(place.panel.submitted):
        qtbot.keyClick(place.first, Key.Key_Return)
    assert place.focusWidget() is place.second
    with qtbot.waitSignal(place.panel.submitted):
        qtbot.keyClick(place.second, Key.Key_Return)


def test_enter_can_submit_in_any_field(context: Context, qtbot: QtBot) -> None:
    place = Place(context, enter_submits=True)
    qtbot.addWidget(place)
    with qtbot.waitSignal(place.panel.submitted):
        qtbot.keyClick(place.first, Key.Key_Enter)


def test_a_permanent_panel_passes_esc_on(context: Context, qtbot: QtBot) -> None:
    place = Place(context, is_permanent=True)
    qtbot.addWidget(place)
    place.show()
    with qtbot.assertNotEmitted(place.panel.cancelled):
        qtbot.keyClick(place.first, Key.Key_Escape)
        place.panel.cancel()
    assert place.panel.isVisible()


def test_a_refusal_is_shown_and_its_field_is_outlined(place: Place) -> None:
    def refuse() -> None:
        raise ChapterError(N_("Nothing has been changed yet"))

    assert not place.panel.attempt(refuse, refuse)
    assert place.panel.error.text().startswith("Todavía")
    assert place.first.property("wrong") == "true"
    assert place.panel.attempt(lambda: None, refuse)
    assert place.panel.error.text() == ""
    assert place.first.property("wrong") == "false"


def test_unsaved_text_is_that_of_the_named_fields_of_an_open_panel(place: Place) -> None:
    place.first.setText(" Ana ")
    place.second.setText("today")
    assert place.panel.unsaved_text() == ()
    place.panel.open_at(place.first)
    assert place.panel.unsaved_text() == ("Ana",)
