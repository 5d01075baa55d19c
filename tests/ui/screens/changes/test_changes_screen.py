"""The screen of the change log: its actions, their details, its filters, and bringing back an earlier value."""

import datetime as dt
import functools
import operator
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text, update

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.domain.text import clean
from chapterdesk.reports import change_words
from chapterdesk.store import meetings, members, people, roll, slips
from chapterdesk.store.log.search import PAGE, SLICE, Action
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import ChangeLog
from chapterdesk.store.tables.facts import Subject
from chapterdesk.ui.screens.changes.action_panel import BATCH
from chapterdesk.ui.screens.changes.changes_screen import ChangesScreen
from chapterdesk.ui.screens.members.members_screen import MembersScreen
from chapterdesk.ui.shell.window import MainWindow
from chapterdesk.ui.widgets.context import Context
from tests.hostile_texts import HOSTILE_TEXTS
from tests.ui.conftest import settle

Make = Callable[..., ChangesScreen]


@pytest.fixture
def ana(context: Context) -> int:
    with context.desk.read() as s:
        return members.members(s, context.chapter.id, context.today())[1].person_id


@pytest.fixture
def open_screen(make_screen: Callable[..., Any], context: Context, qtbot: QtBot) -> Callable[[], ChangesScreen]:
    def open_changes() -> ChangesScreen:
        screen: ChangesScreen = make_screen(ChangesScreen, context)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return open_changes


def change(context: Context, person_id: int, label: str = "Change the company of {name}", **fields: Any) -> None:
    with context.desk.read() as s:
        name = people.person(s, person_id).name
    with context.desk.change(label, name=name) as s:
        people.edit_person(s, person_id, **fields)


def company(context: Context, person_id: int) -> str:
    with context.desk.read() as s:
        return people.person(s, person_id).company


def actions_in(screen: ChangesScreen) -> list[Action]:
    """The actions that are listed, without the days over them."""
    return [row for row in screen.table.rows_model.rows if isinstance(row, Action)]


def listed(screen: ChangesScreen, qtbot: QtBot) -> list[str]:
    """The rows of the list, after the whole log was read."""
    qtbot.waitUntil(lambda: screen.table.search.done, timeout=20_000)
    return [change_words.action_text(screen.context.language, action) for action in actions_in(screen)]


def test_actions_are_listed_by_day_newest_first(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="Pan y Sal")
    with context.desk.change("Yesterday") as s:
        s.execute(update(ChangeLog).values(at=text("datetime(at, '-1 day') || '.000000'")))
    change(context, ana, company="Sal y Pan")
    context.session.set_today(dt.date.today())  # noqa: DTZ011 - the log has the clock of the computer
    screen = open_screen()
    rows = list(screen.table.rows_model.rows)
    shown = [screen.table.rows_model.index(at, 0).data() for at in range(len(rows))]
    assert [type(row).__name__ for row in rows[:3]] == ["date", "Action", "date"]
    assert shown[0].startswith("Hoy · ")
    assert shown[2].startswith("Ayer · ")
    assert ":" in shown[1]
    assert screen.table.rowSpan(0, 0) == 1
    assert screen.table.columnSpan(0, 0) == 2


def test_the_arrows_move_between_actions_and_skip_the_days(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="uno")
    with context.desk.change("Before") as s:
        s.execute(update(ChangeLog).values(at=text("datetime(at, '-3 day') || '.000000'")))
    change(context, ana, company="dos")
    screen = open_screen()
    assert screen.table.hasFocus()
    first = screen.panel.action
    assert first is actions_in(screen)[0]
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.panel.action is actions_in(screen)[1]
    QTest.keyClick(screen.table, Qt.Key.Key_Up)
    assert screen.panel.action is first


def test_an_undo_is_labelled_as_such(open_screen: Callable[[], ChangesScreen], context: Context, ana: int) -> None:
    change(context, ana, company="Pan y Sal")
    context.desk.undo()
    context.desk.redo()
    screen = open_screen()
    shown = [screen.table.rows_model.index(at, 1).data() for at in range(1, 4)]
    assert [one.partition(":")[0] for one in shown] == ["Rehecho", "Deshecho", shown[2]]


def test_details_show_both_values_and_bring_one_back(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="Pan y Sal", website="uno.example")
    change(context, ana, company="Sal y Pan", website="dos.example")
    screen = open_screen()
    assert "Pan y Sal → Sal y Pan" in screen.panel.texts()
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    button = screen.panel.entries[0].buttons["company"]
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert company(context, ana) == "Pan y Sal"
    qtbot.waitUntil(lambda: "es lo que hay ahora" in screen.panel.texts())
    assert list(screen.panel.entries[0].buttons) == ["website"]
    assert listed(screen, qtbot)[0].startswith("Recuperar «Empresa» de Ana")
    assert context.session.undo_text().startswith("Deshacer: Recuperar «Empresa» de Ana")
    assert screen.panel.action is not actions_in(screen)[0]  # the chosen action stays chosen
    context.undo()
    assert company(context, ana) == "Sal y Pan"


def test_a_refusal_is_shown_beside_the_row_and_says_what_to_do(
    open_screen: Callable[[], ChangesScreen], context: Context, qtbot: QtBot
) -> None:
    with context.desk.read() as s:
        meeting = meetings.meetings(s, context.chapter.id)[-1]
        row = roll.roll_call(s, meeting.id)[0]
    for code in (Code.ABSENT, Code.PRESENT):
        with context.desk.change("Mark {name}: {code}", name=row.name, code=code) as s:
            roll.mark(s, meeting.id, row.membership_id, code)
    with context.desk.change("Complete") as s:
        meetings.edit_meeting(s, meeting.id, status="completed")
    screen = open_screen()
    screen.table.select(lambda one: isinstance(one, Action) and one.label.startswith("Mark"))
    view = screen.panel.entries[0]
    view.buttons["code"].click()
    assert "reábrela" in view.error.text()
    assert view.error.isVisible()


def test_a_removed_slip_comes_back_with_one_key(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    with context.desk.read() as s:
        other = members.members(s, context.chapter.id, context.today())[2].person_id
    with context.desk.change("Add") as s:
        draft = SlipDraft(
            kind=SlipKind.REFERRAL, date=context.today(), giver_id=ana, receiver_id=other, tier=Tier.INSIDE
        )
        slip = slips.add_slip(s, context.chapter.id, draft)
    with context.desk.change("Remove slip of {name}", name="Ana") as s:
        slips.remove_slip(s, slip)
    screen = open_screen()
    assert "Quitado" in screen.panel.texts()
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    QTest.keyClick(screen.panel.entries[0].buttons[""], Qt.Key.Key_Space)
    with context.desk.read() as s:
        assert slips.slip(s, slip).giver_id == ana
    qtbot.waitUntil(lambda: screen.panel.entries[0].buttons == {})


def test_escape_goes_from_the_details_to_the_list(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="Pan y Sal")
    screen = open_screen()
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    button = screen.panel.entries[0].buttons["company"]
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert screen.table.hasFocus()


def test_the_log_is_filtered_by_words_things_and_days(
    open_screen: Callable[[], ChangesScreen], context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="Pan y Sal")
    screen = open_screen()
    every = listed(screen, qtbot)
    assert len(every) > 1
    screen.filters.search.setText("garcia empr")
    qtbot.waitUntil(lambda: len(listed(screen, qtbot)) == 1)
    screen.filters.reset()
    assert listed(screen, qtbot) == every
    screen.filters.about.set_value(Subject.SLIPS)
    screen.filters.about.picked.emit(Subject.SLIPS)
    assert listed(screen, qtbot) == []
    assert screen.note.isVisible()
    assert "Ningún cambio encaja" in screen.note.text()
    assert screen.panel.action is None
    screen.filters.set_person()
    screen.refresh()
    assert listed(screen, qtbot) == every


def test_the_card_of_a_member_opens_the_log_of_the_person(
    window: MainWindow, context: Context, ana: int, qtbot: QtBot
) -> None:
    change(context, ana, company="Pan y Sal")
    assert window.workspace is not None
    window.workspace.go("members", person_id=ana)
    members_screen = window.workspace.visible_screen
    assert isinstance(members_screen, MembersScreen)
    card = members_screen.card
    card.show_tab("changes")
    card.changes.all.click()
    screen = window.workspace.visible_screen
    assert isinstance(screen, ChangesScreen)
    assert screen.filters.person.person_id() == ana
    assert screen.filters.person.text() == "Ana García López"
    assert listed(screen, qtbot)[0].startswith("Cambiar la empresa de Ana")
    assert "Aquí solo lo que toca a la persona" in " ".join(_texts_of_the_oldest(screen))


def _texts_of_the_oldest(screen: ChangesScreen) -> list[str]:
    oldest = actions_in(screen)[-1]
    screen.table.select(lambda row: row is oldest)
    return screen.panel.texts()


def test_an_action_with_many_rows_shows_some_and_counts_the_others(
    open_screen: Callable[[], ChangesScreen], context: Context, qtbot: QtBot
) -> None:
    with context.desk.change("Many") as s:
        for number in range(25):
            people.add_person(s, first_name=f"Persona {number}")
    screen = open_screen()
    assert len(screen.panel.entries) == BATCH
    assert "Mostrar más de las otras 15" in [
        one.text() for one in screen.panel.findChildren(type(screen.filters.clear)) if one.isVisible()
    ]
    screen.panel.show_more()
    screen.panel.show_more()
    assert len(screen.panel.entries) == 25


def test_a_long_log_is_read_in_slices_while_scrolling(
    open_screen: Callable[[], ChangesScreen], context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with context.desk.change("Fill") as s:
        s.execute(
            text(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
                " INSERT INTO change_log(uid, at, via, label, params, table_name, row_uid, action, before, after)"
                " SELECT printf('f%015x', i),"
                " strftime('%Y-%m-%d %H:%M:%S', 1700000000 + i * 60, 'unixepoch') || '.000000', 'change',"
                " 'Correct slip of {name}', '{\"name\": \"Ana\"}', 'slip', printf('%016x', i), 'update', '{}', '{}'"
                " FROM n"
            )
        )
    screen = open_screen()
    settle()
    first = len(actions_in(screen))
    assert PAGE <= first <= 3 * PAGE  # the visible rows and a few more, of 200,000
    bar = screen.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(actions_in(screen)) > first)
    slice_sizes: list[int] = []
    real = type(screen.table.search).more

    def counted(search: Any, session: Any) -> list[Action]:
        before = min(search.at, 200_000 + 10)  # it begins at the end of all numbers
        found = real(search, session)
        slice_sizes.append(before - search.at)
        return found

    monkeypatch.setattr(type(screen.table.search), "more", counted)
    screen.filters.search.setText("nadie")
    qtbot.waitUntil(lambda: len(slice_sizes) > 5)
    assert "Buscando más atrás" in screen.note.text()
    assert actions_in(screen) == []
    assert max(slice_sizes) <= SLICE
    screen.filters.reset()
    assert len(actions_in(screen)) == PAGE


@pytest.mark.parametrize("language", ["es", "en"])
def test_hostile_texts_are_plain_words_in_list_and_details(
    desk: DeskFile,
    make_context: Callable[..., Context],
    make_screen: Callable[..., Any],
    qtbot: QtBot,
    language: str,
) -> None:
    context = make_context(desk, language)
    with context.desk.read() as s:
        person_id = members.members(s, context.chapter.id, context.today())[0].person_id
    for nasty in HOSTILE_TEXTS:
        with context.desk.change("Change the notes on {name}", name=nasty) as s:
            people.edit_person(s, person_id, notes=nasty)
    screen: ChangesScreen = make_screen(ChangesScreen, context)
    width = screen.width()
    listed(screen, qtbot)
    for action, nasty in zip(actions_in(screen), reversed(HOSTILE_TEXTS), strict=False):
        screen.table.select(functools.partial(operator.is_, action))
        assert screen.panel.action is action
        assert change_words.shortened(clean(nasty)) in " ".join(screen.panel.texts())
        for one in screen.panel.findChildren(QLabel):
            assert one.textFormat() == Qt.TextFormat.PlainText
    assert screen.width() == width
    assert not screen.grab().isNull()


def test_a_read_only_file_shows_its_log_and_says_why_nothing_can_be_brought_back(
    context: Context, make_context: Callable[..., Context], make_screen: Callable[..., Any], ana: int
) -> None:
    change(context, ana, company="Pan y Sal")
    path = context.session.path
    context.session.close()
    again = make_context(DeskFile.open(path, read_only=True))
    screen: ChangesScreen = make_screen(ChangesScreen, again)
    button = screen.panel.entries[0].buttons["company"]
    assert not button.isEnabled()
    assert "solo lectura" in button.toolTip()
    assert not screen.panel.focus_first()


def test_a_file_in_which_nothing_was_changed_says_what_the_screen_is_for(
    empty_context: Context, make_screen: Callable[..., Any]
) -> None:
    with empty_context.desk.change("Forget") as s:
        s.execute(text("DELETE FROM change_log"))
    screen: ChangesScreen = make_screen(ChangesScreen, empty_context)
    assert screen.page.currentWidget() is screen.empty


@pytest.mark.parametrize(("width", "beside"), [(700, False), (1060, True)])
def test_in_a_narrow_window_the_details_are_below_the_list(
    make_screen: Callable[..., Any], context: Context, ana: int, qtbot: QtBot, width: int, beside: bool
) -> None:
    change(context, ana, company="Pan y Sal")
    screen: ChangesScreen = make_screen(ChangesScreen, context, width, 520)
    settle()
    assert (screen.panel.x() > screen.table.width()) is beside
    assert screen.panel.width() > 250
    assert screen.table.height() >= 100
