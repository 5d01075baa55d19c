"""Visitors: expecting, arriving, following up, and making members with nothing retyped, all in place."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from chapterdesk.domain.members import Standing
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store import cards, meetings, people
from chapterdesk.store import visits as store
from chapterdesk.store.visits import ShownVisits
from chapterdesk.ui.screens.visitors.visitors_screen import VisitorsScreen
from chapterdesk.ui.widgets.context import Context
from tests.ui.full_disk import full_disk

TODAY = dt.date(2026, 3, 5)
Key = Qt.Key


def person(context: Context, first_name: str) -> int:
    """The id of a person."""
    with context.desk.read() as s:
        rows = people.names(s, context.chapter.id, TODAY)
    return next(row.person_id for row in rows if row.first_name == first_name)


def visit(context: Context, first_name: str, days_ago: int = 0, **more: Any) -> int:
    """Somebody who came, by default, to the meeting of so many days ago, invited by Ana."""
    with context.desk.change("A visit") as s:
        day = TODAY - dt.timedelta(days=days_ago)
        meeting = meetings.meeting_on(s, context.chapter.id, day)
        assert meeting is not None
        values: dict[str, Any] = {"attended": True, "inviter_id": person_of(s, context, "Ana")} | more
        if "person_id" not in values:
            values |= {"first_name": first_name, "last_name": "Vidal"}
        return store.add_visit(s, meeting.id, **values)


def person_of(session: Any, context: Context, first_name: str) -> int:
    """The id of a person, inside a change."""
    rows = people.names(session, context.chapter.id, TODAY)
    return next(row.person_id for row in rows if row.first_name == first_name)


def stored(context: Context, visit_id: int) -> store.VisitRow:
    """A visit as it is in the file."""
    with context.desk.read() as s:
        return next(row for row in store.visits(s, context.chapter.id) if row.id == visit_id)


def names(screen: VisitorsScreen) -> list[str]:
    """The names in the list, from top to bottom."""
    return [row.first_name for row in screen.model.rows]


def cell(screen: VisitorsScreen, at: int, column: int) -> Any:
    """The text of a cell."""
    return screen.model.index(at, column).data()


def test_an_empty_list_says_what_it_is_for_and_begins(visitors: VisitorsScreen) -> None:
    assert visitors.empty.isVisible()
    visitors.empty.buttons[0].click()
    assert visitors.new.isVisible()


def test_an_expected_visitor_is_one_line_of_typing(visitors: VisitorsScreen, english: Context, qtbot: QtBot) -> None:
    visitors.activateWindow()
    visitors.open_add_panel()
    qtbot.keyClicks(visitors.new.name, "Hugo Vidal Mas")
    qtbot.keyClick(visitors.new.name, Key.Key_Return)
    qtbot.keyClicks(visitors.new.inviter, "gar ana")
    qtbot.keyClick(visitors.new.inviter, Key.Key_Return)
    qtbot.keyClick(visitors.new.inviter, Key.Key_Return)
    row = visitors.model.row(0)
    assert (row.name, row.inviter, row.date) == ("Hugo Vidal Mas", "Ana García López", TODAY)
    assert (row.attended, row.kind) == (False, VisitKind.FIRST)
    assert visitors.new.name.hasFocus()
    assert visitors.new.name.text() == ""
    english.undo()
    assert names(visitors) == []


def test_the_inviter_is_a_member_or_empty(visitors: VisitorsScreen, english: Context) -> None:
    visitors.open_add_panel()
    visitors.new.add()
    assert visitors.new.error.text().startswith("The name is missing")
    visitors.new.name.setText("Hugo")
    visitors.new.inviter.setText("Nobody at all")
    visitors.new.add()
    assert visitors.new.inviter_error.text().startswith("No member has this name")
    assert visitors.new.name.text() == "Hugo"
    assert english.desk.undo_step is None


def test_the_same_person_is_not_expected_twice(visitors: VisitorsScreen, english: Context) -> None:
    visit(english, "Hugo")
    visitors.open_add_panel()
    visitors.new.name.set_person(person(english, "Hugo"), "Hugo Vidal")
    visitors.new.add()
    assert visitors.new.error.text() == "Hugo Vidal already is a visitor of this meeting"


def test_the_latest_visits_come_first_and_are_found_as_typed(
    visitors: VisitorsScreen, english: Context, qtbot: QtBot
) -> None:
    visit(english, "Hugo", 7)
    visit(english, "Irene", 0)
    assert names(visitors) == ["Irene", "Hugo"]
    qtbot.keyClicks(visitors.search, "vid hug")
    assert names(visitors) == ["Hugo"]
    visitors.search.setText("zzz")
    assert visitors.page.none_found.isVisible()
    assert not visitors.panel.isVisible()


def test_list_and_card_point_out_a_second_visit(visitors: VisitorsScreen, english: Context) -> None:
    first = visit(english, "Hugo", 14)
    hugo = stored(english, first).person_id
    assert cell(visitors, 0, 3) == "First visit"
    visit(english, "", 7, person_id=hugo)
    assert visitors.model.row(0).visit_count == 2
    assert "come 2 times" in visitors.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    visitors.show_item(visit_id=visitors.model.row(0).id)
    assert visitors.panel.warning.isVisible()
    assert "ask to apply" in visitors.panel.warning.text()


def test_an_observer_is_never_told_to_apply(visitors: VisitorsScreen, english: Context) -> None:
    first = visit(english, "Hugo", 14, kind=VisitKind.OBSERVER)
    hugo = stored(english, first).person_id
    visit(english, "", 7, person_id=hugo, kind=VisitKind.OBSERVER)
    assert visitors.model.warning(visitors.model.row(0)) == ""


def test_outcome_contact_kind_and_note_are_stored_from_their_fields(
    visitors: VisitorsScreen, english: Context, qtbot: QtBot
) -> None:
    hugo = visit(english, "Hugo")
    panel = visitors.panel
    panel.visit.fields["outcome"].picked.emit(VisitOutcome.INTERESTED)  # type: ignore[attr-defined]
    panel.visit.fields["next_contact"].changed.emit(dt.date(2026, 3, 12))  # type: ignore[attr-defined]
    panel.visit.fields["kind"].picked.emit(VisitKind.OTHER_CHAPTER)  # type: ignore[attr-defined]
    panel.person.fields["note"].committed.emit("Busca proveedores")  # type: ignore[attr-defined]
    panel.person.fields["phones"].committed.emit("600 1, 600 2")  # type: ignore[attr-defined]
    row = stored(english, hugo)
    assert (row.outcome, row.next_contact, row.kind) == (
        VisitOutcome.INTERESTED,
        dt.date(2026, 3, 12),
        VisitKind.OTHER_CHAPTER,
    )
    assert (row.note, row.phones) == ("Busca proveedores", ("600 1", "600 2"))
    english.undo()
    assert stored(english, hugo).phones == ()


def test_the_inviter_can_be_corrected_and_emptied(visitors: VisitorsScreen, english: Context, qtbot: QtBot) -> None:
    hugo = visit(english, "Hugo", inviter_id=None)
    field: Any = visitors.panel.visit.fields["inviter_id"]
    visitors.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "bruno")
    qtbot.keyClick(field, Key.Key_Return)
    assert stored(english, hugo).inviter == "Bruno Martín Ruiz"
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClick(field, Key.Key_Return)
    assert stored(english, hugo).inviter_id is None


def test_a_visitor_becomes_a_member_with_nothing_retyped(
    visitors: VisitorsScreen, english: Context, window_log: Any
) -> None:
    hugo = visit(english, "Hugo", company="Vidal SL")
    visitors.panel.open_join_panel()
    visitors.panel.seat.setText("Notaria")
    visitors.panel.make_member()
    with english.desk.read() as s:
        card = cards.card(s, english.chapter.id, stored(english, hugo).person_id, TODAY)
    assert card.standing is Standing.MEMBER
    assert card.membership is not None
    assert (card.membership.classification, card.membership.sponsor) == ("Notaria", "Ana García López")
    assert (card.membership.start, card.person.company) == (TODAY, "Vidal SL")
    assert stored(english, hugo).outcome is VisitOutcome.JOINED
    assert window_log.notices[-1] == "Hugo Vidal is a member now"
    assert not visitors.panel.join_button.isVisible()
    english.undo()
    assert stored(english, hugo).outcome is VisitOutcome.OPEN
    assert visitors.panel.join_button.isVisible()


def test_a_taken_seat_is_shown_before_somebody_joins(visitors: VisitorsScreen, english: Context) -> None:
    visit(english, "Hugo")
    visitors.panel.open_join_panel()
    visitors.panel.seat.setText("ABOGADA")
    assert visitors.panel.seat.warning.text() == "▲ This seat is held by Ana García López"
    visitors.panel.start.setText("")
    visitors.panel.make_member()
    assert visitors.panel.join_panel.error.text() == "The first day is missing; type it."


def test_cancelling_the_joining_returns_the_focus_to_its_button(
    visitors: VisitorsScreen, english: Context, qtbot: QtBot
) -> None:
    visit(english, "Hugo")
    panel = visitors.panel
    panel.join_button.setFocus()
    panel.join_button.click()
    assert visitors.focusWidget() is panel.seat
    qtbot.keyClick(panel.seat, Key.Key_Escape)
    assert panel.join_panel.isHidden()
    assert visitors.focusWidget() is panel.join_button


def test_showing_another_visit_closes_the_joining_panel(visitors: VisitorsScreen, english: Context) -> None:
    hugo, marta = visit(english, "Hugo"), visit(english, "Marta", days_ago=7)
    panel = visitors.panel
    assert visitors.table.select(lambda row: row.id == hugo)
    visitors.table.setFocus()
    panel.open_join_panel()
    panel.seat.setText("Notaria")
    with full_disk(english.session.file):
        panel.make_member()
    assert english.session.unsaved.refused == 1
    assert visitors.table.select(lambda row: row.id == marta)
    assert panel.join_panel.isHidden()
    assert (panel.join_panel.error.text(), panel.join_button.isVisible()) == ("", True)
    assert visitors.focusWidget() is visitors.table
    english.session.unsaved.try_again()
    for visit_id in (hugo, marta):
        assert stored(english, visit_id).outcome is VisitOutcome.OPEN


def test_the_follow_up_list_has_each_person_once_longest_due_first(visitors: VisitorsScreen, english: Context) -> None:
    first = visit(english, "Hugo", 14)
    visit(english, "", 7, person_id=stored(english, first).person_id)
    late = visit(english, "Irene", 7)
    done = visit(english, "Jaime", 7)
    visit(english, "Karla", 0, attended=False)
    with english.desk.change("Edit") as s:
        store.edit_visit(s, late, next_contact=dt.date(2026, 3, 1))
        store.edit_visit(s, done, outcome=VisitOutcome.DECLINED)
    visitors.show_item(shown=ShownVisits.CALL)
    assert names(visitors) == ["Irene", "Hugo"]
    visitors.show_item(shown=ShownVisits.EXPECTED)
    assert names(visitors) == ["Karla"]
    visitors.show_item(shown=ShownVisits.JOINED)
    assert names(visitors) == []


def test_a_visit_is_removed_and_brought_back(visitors: VisitorsScreen, english: Context, window_log: Any) -> None:
    visit(english, "Hugo")
    visitors.panel.remove_visit()
    assert names(visitors) == []
    assert window_log.notices == ["The visit of Hugo Vidal is removed"]
    english.undo()
    assert names(visitors) == ["Hugo"]


def test_other_screens_can_ask_for_a_visit_or_a_meeting(
    visitors: VisitorsScreen, english: Context, window_log: Any
) -> None:
    hugo = visit(english, "Hugo", 7)
    visit(english, "Irene", 0)
    visitors.show_item(visit_id=hugo)
    assert visitors.panel.name.text() == "Hugo Vidal"
    visitors.show_item(meeting_id=stored(english, hugo).meeting_id)
    assert visitors.panel.name.text() == "Hugo Vidal"
    visitors.panel.open_card()
    assert window_log.screens == [("members", {"person_id": stored(english, hugo).person_id})]


def test_without_a_planned_meeting_nobody_can_be_expected(
    empty_context: Context, make_screen: Callable[..., Any]
) -> None:
    with empty_context.desk.change("No weekday") as s:
        for row in meetings.meetings(s, empty_context.chapter.id):
            meetings.edit_meeting(s, row.id, status="discarded")
    screen: VisitorsScreen = make_screen(VisitorsScreen, empty_context)
    screen.open_add_panel()
    screen.new.name.setText("Hugo")
    screen.new.add()
    assert screen.new.error.text()
    assert screen.model.rowCount() == 0


@pytest.mark.parametrize("column", range(6))
def test_the_list_sorts_and_its_model_obeys_qt(visitors: VisitorsScreen, english: Context, column: int) -> None:
    tester = QAbstractItemModelTester(visitors.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    visit(english, "Hugo", 7)
    visit(english, "Irene", 0)
    visitors.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    visitors.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert sorted(names(visitors)) == ["Hugo", "Irene"]
    assert tester.model() is visitors.model
