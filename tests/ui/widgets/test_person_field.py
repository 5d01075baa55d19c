"""The person field finds names in any order without accents, takes them by Enter, Tab or click, and never guesses."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.members import Standing
from chapterdesk.store.people import add_person
from chapterdesk.store.tables import Person
from chapterdesk.ui.widgets import PersonEdit
from chapterdesk.ui.widgets.context import Context

Typing = Callable[[QWidget, str], None]


class Page(QWidget):
    """A field for a person, another field after it, and what the first one told."""

    def __init__(self, context: Context, **options: object) -> None:
        super().__init__()
        self.resize(600, 500)
        column = QVBoxLayout(self)
        self.field = PersonEdit(context, **options)  # type: ignore[arg-type]
        self.after = QLineEdit()
        column.addWidget(self.field)
        column.addWidget(self.after)
        column.addStretch(1)
        self.told: list[object] = []
        self.field.chosen.connect(self.told.append)
        self.field.unresolved.connect(self.told.append)
        self.field.cleared.connect(lambda: self.told.append("cleared"))

    def names(self) -> list[str]:
        model = self.field.suggestions
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Page:
    with context.desk.change("A stranger") as s:
        add_person(s, first_name="Ana", last_name="Garrido")
    made = Page(context)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


def test_letters_in_any_order_without_accents_find_people_members_first(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "gar ana")
    assert page.names() == ["Ana García López", "Ana Garrido"]
    assert page.field.is_open


def test_enter_takes_the_highlighted_suggestion(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "nun")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.field.text() == "Carmen Núñez Peña"
    assert page.told == [page.field.person_id()]
    assert not page.field.is_open


def test_arrows_highlight_and_tab_takes_and_moves_on(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "ana")
    first, second = page.names()[:2]
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.field, Qt.Key.Key_Up)
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.field.text() == second != first
    assert page.after.hasFocus()
    assert page.told == [page.field.person_id()]


def test_a_click_takes_the_suggestion(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "e")
    listed = page.findChild(QListView)
    assert listed is not None
    name = page.names()[1]
    spot = listed.visualRect(page.field.suggestions.index(1, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.field.text() == name


def test_esc_hides_the_suggestions_and_keeps_what_was_typed(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "mar")
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert (page.field.text(), page.field.is_open) == ("mar", False)


def test_an_unknown_name_is_reported_once_and_never_guessed(page: Page, qtbot: QtBot, type_in: Typing) -> None:
    type_in(page.field, "Zacarías Nadie")
    page.after.setFocus()
    assert page.told == ["Zacarías Nadie"]
    page.field.setFocus()
    page.after.setFocus()
    assert page.told == ["Zacarías Nadie"]
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.told == ["Zacarías Nadie", "Zacarías Nadie"]


def test_a_whole_name_typed_exactly_is_taken_when_the_field_is_left(page: Page, type_in: Typing) -> None:
    type_in(page.field, "bruno  martín ruiz")
    page.after.setFocus()
    assert page.field.text() == "Bruno Martín Ruiz"
    assert page.told == [page.field.person_id()]


def test_typing_over_a_chosen_name_clears_the_choice(page: Page, qtbot: QtBot) -> None:
    page.field.set_person(3, "Carmen Núñez Peña")
    qtbot.keyClicks(page.field, "x")
    assert page.field.person_id() is None
    assert page.told == ["cleared"]


def test_excluded_people_are_not_offered(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "gar ana")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    taken = page.field.person_id()
    assert taken is not None
    page.field.set_person(None)
    page.field.exclude(frozenset({taken}))
    qtbot.keyClicks(page.field, "gar ana")
    assert page.names() == ["Ana Garrido"]


def test_only_the_wanted_standings_are_offered(context: Context, qtbot: QtBot) -> None:
    with context.desk.change("A stranger") as s:
        add_person(s, first_name="Ana", last_name="Garrido")
    made = Page(context, standings=frozenset({Standing.MEMBER}))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.field, "ana gar")
    assert made.names() == ["Ana García López"]


def test_undo_of_typing_is_left_to_the_field(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "mar")
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == ""


def test_a_name_comes_before_a_company_and_the_company_says_why(context: Context, qtbot: QtBot) -> None:
    with context.desk.change("Names and companies") as s:
        for first, last, company in (
            ("Gorka", "Agirrezabal Pazos", "Muebles Nogal"),
            ("Mónica", "Núñez Nogales", ""),
            ("Raúl", "Nogales Navarrete", ""),
        ):
            add_person(s, first_name=first, last_name=last, company=company)
    made = Page(context)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.field, "noga")
    assert made.names() == ["Raúl Nogales Navarrete", "Mónica Núñez Nogales", "Gorka Agirrezabal Pazos"]
    rows = made.field.offers("noga")
    assert [made.field.beside(row)[1] for row in rows] == [False, False, True]
    assert made.field.beside(rows[2])[0].startswith("Muebles Nogal")


def test_a_member_found_by_the_company_shows_it_instead_of_the_seat(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, "bufete")
    (ana,) = page.field.offers("bufete")
    assert page.field.beside(ana) == ("Bufete García", True)
    qtbot.keyClicks(page.field, "\b")
    page.field.setText("ana")
    assert page.field.beside(ana) == ("Abogada", False)


def test_a_long_name_shows_its_beginning_when_the_field_is_left(page: Page, qtbot: QtBot) -> None:
    page.field.setFixedWidth(60)
    qtbot.keyClicks(page.field, "nun")
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.field.text() == "Carmen Núñez Peña"
    assert page.field.cursorPosition() == 0
    page.field.set_person(1, "Gorka Agirrezabal Pazos")
    assert page.field.cursorPosition() == 0


def test_an_id_of_more_than_32_bits_is_told_whole(page: Page, context: Context, qtbot: QtBot) -> None:
    wide = 2**31 + 7
    with context.desk.change("Add") as s:
        s.add(Person(id=wide, first_name="Zenobia", last_name="Quiroga"))
    qtbot.keyClicks(page.field, "zenobia")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.told == [wide]
