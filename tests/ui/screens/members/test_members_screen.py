"""Members: searching, adding, editing in place, leaving, rejoining, seats, roles, consents; all can be undone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import Metric
from chapterdesk.domain.members import Standing, Status
from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.store import cards, chapters, meetings, people, roles, roll, seats, slips, visits
from chapterdesk.store import members as store
from chapterdesk.store.members import ShownMembers
from chapterdesk.ui.screens.members.members_screen import MembersScreen
from chapterdesk.ui.screens.members.person_card import TABS
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)
Key = Qt.Key


def names(screen: MembersScreen) -> list[str]:
    """The names in the list, from top to bottom."""
    return [row.first_name for row in screen.model.rows]


def id_of(context: Context, first_name: str) -> int:
    """The id of a person of the small chapter."""
    with context.desk.read() as s:
        rows = people.names(s, context.chapter.id, TODAY)
    return next(row.person_id for row in rows if row.first_name == first_name)


def card_of(context: Context, first_name: str) -> cards.CardRow:
    """The stored card of a person."""
    with context.desk.read() as s:
        return cards.card(s, context.chapter.id, id_of(context, first_name), TODAY)


def show(screen: MembersScreen, first_name: str) -> None:
    """Choose somebody in the list."""
    assert screen.table.select(lambda row: row.first_name == first_name)


def type_into(qtbot: QtBot, field: QLineEdit, text: str, key: Key = Key.Key_Tab) -> None:
    """Type into a field instead of its text, and press a key."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def line(part: Any, key: str) -> QLineEdit:
    """The field of a part of the card."""
    field = part.fields[key]
    assert isinstance(field, QLineEdit)
    return field


def ana_gives_bruno_a_referral(english: Context) -> None:
    """A referral of today."""
    with english.desk.change("A slip") as s:
        draft = SlipDraft(
            kind=SlipKind.REFERRAL,
            date=TODAY,
            giver_id=id_of(english, "Ana"),
            receiver_id=id_of(english, "Bruno"),
            prospect="Luz",
        )
        slips.add_slip(s, english.chapter.id, draft)


def test_members_are_sorted_by_surname_and_the_card_shows_the_first(members: MembersScreen) -> None:
    assert names(members) == ["Elena", "Ana", "Félix", "Bruno", "Carmen", "Diego"]
    assert members.card.head_part.name.text() == "Elena Álvarez Gil"
    assert members.subtitle.text().startswith("6 ")


def test_any_words_in_any_order_without_accents_find_a_member(members: MembersScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(members.search, "lopez an")
    assert names(members) == ["Ana"]
    members.search.setText("fisio")
    assert names(members) == ["Carmen"]
    members.search.setText("nobody at all")
    assert names(members) == []
    assert members.page.none_found.isVisible()
    assert members.card.isVisible()


def test_the_keyboard_goes_from_the_search_to_the_list_to_the_first_field(members: MembersScreen, qtbot: QtBot) -> None:
    members.activateWindow()
    members.search.setFocus()
    qtbot.keyClick(members.search, Key.Key_Down)
    assert members.table.hasFocus()
    qtbot.keyClick(members.table, Key.Key_Down)
    assert members.card.head_part.name.text() == "Ana García López"
    qtbot.keyClick(members.table, Key.Key_Return)
    assert members.card.membership.seat.hasFocus()


def test_the_list_sorts_by_each_of_its_columns(members: MembersScreen) -> None:
    members.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row.classification for row in members.model.rows][:2] == ["Abogada", "Arquitecto"]
    members.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(members)[0] == "Diego"


def test_a_field_is_stored_when_it_is_left_and_undo_reverts_it(
    members: MembersScreen, english: Context, qtbot: QtBot
) -> None:
    show(members, "Ana")
    type_into(qtbot, line(members.card.person, "phones"), "600 000 111, 600 000 222")
    assert card_of(english, "Ana").person.phones == ("600 000 111", "600 000 222")
    step = english.desk.undo_step
    assert step is not None
    assert english.tr(step.label, **step.params) == "Change the phones of Ana García López"
    english.undo()
    assert card_of(english, "Ana").person.phones == ()
    assert line(members.card.person, "phones").text() == ""


def test_a_person_needs_a_name_and_typed_text_stays_beside_the_error(
    members: MembersScreen, english: Context, qtbot: QtBot
) -> None:
    show(members, "Ana")
    first, last = line(members.card.person, "first_name"), line(members.card.person, "last_name")
    type_into(qtbot, first, "")
    qtbot.keyClick(first, Key.Key_Delete)
    first.clear()
    first.editingFinished.emit()
    last.clear()
    last.editingFinished.emit()
    error = members.card.person.errors["last_name"]
    assert error.text() == "The name is missing; type a first or a last name"
    members.refresh()
    assert last.text() == ""
    assert card_of(english, "").person.last_name == "García López"


def test_unsaved_text_is_not_overwritten_by_a_refresh(members: MembersScreen, qtbot: QtBot) -> None:
    show(members, "Ana")
    members.activateWindow()
    company = line(members.card.person, "company")
    company.setFocus()
    company.selectAll()
    qtbot.keyClicks(company, "Bufete Nue")
    members.refresh()
    assert company.text() == "Bufete Nue"


def test_a_new_member_is_typed_at_the_top_and_the_line_is_ready_for_the_next(
    members: MembersScreen, english: Context, qtbot: QtBot
) -> None:
    members.activateWindow()
    members.open_add_panel()
    qtbot.keyClicks(members.new.name, "Gloria Reyes Mora")
    qtbot.keyClick(members.new.name, Key.Key_Return)
    qtbot.keyClicks(members.new.seat, "Notaria")
    qtbot.keyClick(members.new.seat, Key.Key_Return)
    stored = card_of(english, "Gloria")
    assert stored.membership is not None
    assert (stored.person.last_name, stored.membership.classification) == ("Reyes Mora", "Notaria")
    assert stored.membership.start == TODAY
    assert members.card.person_id == stored.person.id
    assert members.new.name.text() == ""
    assert members.new.name.hasFocus()
    english.undo()
    assert "Gloria" not in names(members)


def test_without_a_name_nobody_is_added(members: MembersScreen, english: Context) -> None:
    members.open_add_panel()
    members.new.add()
    assert members.new.error.text() == "The name is missing; type a first or a last name"
    members.new.name.setText("Gloria")
    members.new.day.setText("when it rains")
    members.new.add()
    assert members.new.day_error.text().startswith("This is no day")
    assert len(names(members)) == 6
    assert english.desk.undo_step is None


def test_a_known_visitor_becomes_a_member_with_nothing_retyped(members: MembersScreen, english: Context) -> None:
    with english.desk.change("A visit") as s:
        meeting = meetings.last_meeting(s, english.chapter.id, TODAY) or meetings.meeting_on(
            s, english.chapter.id, TODAY
        )
        assert meeting is not None
        visits.add_visit(s, meeting.id, first_name="Hugo", last_name="Vidal", company="Vidal SL", attended=True)
    members.open_add_panel()
    person_id = id_of(english, "Hugo")
    members.new.name.set_person(person_id, "Hugo Vidal")
    members.new.add()
    assert card_of(english, "Hugo").standing is Standing.MEMBER
    assert card_of(english, "Hugo").person.company == "Vidal SL"


def test_a_member_is_not_added_twice(members: MembersScreen, english: Context) -> None:
    members.open_add_panel()
    members.new.name.set_person(id_of(english, "Ana"), "Ana García López")
    members.new.add()
    assert members.new.error.text().startswith("Ana García López is a member at that time already")


def test_a_taken_seat_gives_a_warning_beside_its_field(members: MembersScreen, english: Context, qtbot: QtBot) -> None:
    show(members, "Bruno")
    seat = members.card.membership.seat
    assert not seat.warning.isVisible()
    type_into(qtbot, seat, "abogada")
    assert seat.warning.text() == "▲ This seat is held by Ana García López"
    assert seat.warning.isVisible()
    bruno = card_of(english, "Bruno").membership
    assert bruno is not None
    assert bruno.classification == "Abogada"


def test_ending_a_membership_asks_in_place_and_the_person_stays_on_the_card(
    members: MembersScreen, english: Context, window_log: Any
) -> None:
    show(members, "Diego")
    members.card.open_end_panel()
    panel = members.card.end_panel
    assert panel.isVisible()
    chain: list[QWidget] = []
    at = panel.day.nextInFocusChain()
    while at is not None and at is not panel.day:
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(at)
        at = at.nextInFocusChain()
    assert chain[:4] == [panel.how, panel.reason, panel.cancel_button, panel.act_button], "Tab reaches the buttons"
    panel.day.set_value(dt.date(2026, 2, 27))
    panel.how.set_value(Status.DROPPED)
    panel.reason.setText("Se muda")
    panel.act_button.click()
    stored = card_of(english, "Diego")
    assert stored.membership is not None
    assert (stored.standing, stored.membership.end) == (Standing.FORMER, dt.date(2026, 2, 27))
    assert (stored.membership.status, stored.membership.end_reason) == (Status.DROPPED, "Se muda")
    assert "Diego" not in names(members)
    assert members.card.head_part.name.text() == "Diego Ortega Sanz"
    assert window_log.notices[-1] == "The membership of Diego Ortega Sanz ended"
    assert members.card.head_part.join_button.isVisible()
    english.undo()
    assert card_of(english, "Diego").standing is Standing.MEMBER


def test_a_membership_cannot_end_before_it_began_and_the_panel_says_so(members: MembersScreen) -> None:
    show(members, "Diego")
    members.card.open_end_panel()
    members.card.end_panel.day.set_value(dt.date(2024, 1, 1))
    members.card.end_panel.act()
    assert "would end before it begins" in members.card.end_panel.rows.errors["end"].text()
    members.card.end_panel.day.setText("")
    members.card.end_panel.act()
    assert members.card.end_panel.rows.errors["end"].text() == "The last day is missing; type it."
    assert members.card.end_panel.isVisible()


def test_a_former_member_rejoins_with_the_seat_held_before(members: MembersScreen, english: Context) -> None:
    diego = card_of(english, "Diego").membership
    assert diego is not None
    with english.desk.change("Leave") as s:
        store.leave(s, diego.membership_id, dt.date(2026, 1, 31))
    members.shown.set_value(ShownMembers.FORMER)
    members.refresh()
    assert names(members) == ["Diego"]
    show(members, "Diego")
    members.card.open_join_panel()
    assert members.card.join_panel.seat.text() == "Fotógrafo"
    members.card.join_panel.act()
    rejoined = card_of(english, "Diego")
    assert rejoined.standing is Standing.MEMBER
    assert rejoined.membership is not None
    assert rejoined.membership.start == TODAY
    assert rejoined.membership.classification == "Fotógrafo"


def test_an_applicant_becomes_a_member_in_the_same_membership(members: MembersScreen, english: Context) -> None:
    with english.desk.change("Apply") as s:
        store.add_member(s, english.chapter.id, first_name="Irene", last_name="Sol", status=Status.APPLICANT)
    members.shown.set_value(ShownMembers.APPLICANTS)
    members.refresh()
    show(members, "Irene")
    members.card.open_join_panel()
    members.card.join_panel.act()
    with english.desk.read() as s:
        known = store.memberships(s, english.chapter.id, id_of(english, "Irene"))
    assert [(row.status, row.start) for row in known] == [(Status.ACTIVE, TODAY)]


@pytest.mark.parametrize(
    ("shown", "fields", "listed"),
    [
        (ShownMembers.LEAVE, {"status": Status.LEAVE}, ["Ana"]),
        (ShownMembers.RENEWAL, {"renewal_due": dt.date(2026, 3, 20)}, ["Ana"]),
        (ShownMembers.RENEWAL, {"renewal_due": dt.date(2026, 6, 20)}, []),
        (ShownMembers.RENEWAL, {"status": Status.LATE}, ["Ana"]),
        (ShownMembers.ROLES, {}, []),
    ],
)
def test_the_list_is_filtered_by_status(
    members: MembersScreen, english: Context, shown: ShownMembers, fields: dict[str, Any], listed: list[str]
) -> None:
    ana = card_of(english, "Ana").membership
    assert ana is not None
    with english.desk.change("Edit") as s:
        store.edit_membership(s, ana.membership_id, **fields)
    members.shown.set_value(shown)
    members.refresh()
    assert names(members) == listed


def test_the_list_shows_roles(members: MembersScreen, english: Context) -> None:
    with english.desk.change("Role") as s:
        roles.start_role(s, english.chapter.id, id_of(english, "Ana"), "president", TODAY)
    members.show_item(shown=ShownMembers.ROLES)
    assert names(members) == ["Ana"]
    assert members.model.index(0, 2).data() == "President"
    assert members.model.headerData(2, Qt.Orientation.Horizontal) == "Role"
    assert members.table.isColumnHidden(1)
    members.show_item(shown=ShownMembers.MEMBERS)
    assert members.model.headerData(2, Qt.Orientation.Horizontal) == "Status"
    assert not members.table.isColumnHidden(1)


def test_days_status_and_sponsor_are_stored_from_their_fields(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    part = members.card.membership
    part.fields["renewal_due"].changed.emit(dt.date(2026, 9, 1))  # type: ignore[attr-defined]
    part.status.picked.emit(Status.PROBATION)
    sponsor = part.fields["sponsor_id"]
    sponsor.set_person(id_of(english, "Bruno"), "Bruno Martín Ruiz")  # type: ignore[attr-defined]
    sponsor.chosen.emit(id_of(english, "Bruno"))  # type: ignore[attr-defined]
    ana = card_of(english, "Ana").membership
    assert ana is not None
    assert (ana.renewal_due, ana.status, ana.sponsor) == (
        dt.date(2026, 9, 1),
        Status.PROBATION,
        "Bruno Martín Ruiz",
    )


def test_emptying_the_sponsor_removes_the_sponsor(members: MembersScreen, english: Context, qtbot: QtBot) -> None:
    ana = card_of(english, "Ana").membership
    assert ana is not None
    with english.desk.change("Edit") as s:
        store.edit_membership(s, ana.membership_id, sponsor_id=id_of(english, "Bruno"))
    show(members, "Ana")
    field = line(members.card.membership, "sponsor_id")
    assert field.text() == "Bruno Martín Ruiz"
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClick(field, Key.Key_Return)
    changed = card_of(english, "Ana").membership
    assert changed is not None
    assert changed.sponsor_id is None


def test_an_unknown_sponsor_is_reported_beside_the_field(members: MembersScreen, qtbot: QtBot) -> None:
    show(members, "Ana")
    field = line(members.card.membership, "sponsor_id")
    field.setFocus()
    qtbot.keyClicks(field, "Zzz")
    qtbot.keyClick(field, Key.Key_Return)
    assert members.card.membership.errors["sponsor_id"].text().startswith("Nobody has this name")


def test_a_usual_role_is_stored_by_its_key_and_ends_on_its_day(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    part = members.card.roles
    part.text.setText("president")
    part.add()
    term = card_of(english, "Ana").roles[0]
    assert (term.role, term.start, term.end) == ("president", TODAY, None)
    part.ends[term.id].changed.emit(dt.date(2026, 4, 1))
    assert card_of(english, "Ana").roles[0].end == dt.date(2026, 4, 1)
    part.ends[term.id].changed.emit(dt.date(2020, 1, 1))
    assert "before it began" in part.errors[term.id].text()
    part.ends[term.id].changed.emit(None)
    assert card_of(english, "Ana").roles[0].end is None


def test_a_free_role_is_kept_as_typed_and_an_empty_one_refused(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    members.card.roles.add()
    assert members.card.roles.error.text() == "The role is missing; choose or type one"
    members.card.roles.text.setText("Guardiana del reloj")
    members.card.roles.add()
    assert [term.role for term in card_of(english, "Ana").roles] == ["Guardiana del reloj"]


def test_a_consent_keeps_how_it_was_given(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    part = members.card.consents
    part.text.setText("Photo")
    part.note.setText("on paper, in the folder")
    part.add()
    consent = card_of(english, "Ana").consents[0]
    assert (consent.purpose, consent.note) == ("Photo", "on paper, in the folder")
    assert part.note.text() == ""


def test_a_consent_is_recorded_and_withdrawn(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    part = members.card.consents
    part.add()
    assert part.error.text() == "What is agreed to is missing; type it"
    part.text.setText("Photo")
    part.add()
    consent = card_of(english, "Ana").consents[0]
    assert (consent.purpose, consent.given_on, consent.withdrawn_on) == ("Photo", TODAY, None)
    part.ends[consent.id].changed.emit(TODAY)
    assert card_of(english, "Ana").consents[0].withdrawn_on == TODAY


def test_a_photo_is_made_small_stored_and_removed(members: MembersScreen, english: Context, tmp_path: Path) -> None:
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(tmp_path / "ana.png"))
    show(members, "Ana")
    members.card.head_part.store_photo(str(tmp_path / "ana.png"))
    data = card_of(english, "Ana").photo
    assert data is not None
    assert QImage.fromData(data).width() == 480
    assert members.card.head_part.photo.has_photo
    members.card.head_part.remove_photo()
    assert card_of(english, "Ana").photo is None
    assert not members.card.head_part.photo.has_photo


def test_a_file_that_is_not_a_picture_is_refused_with_a_reason(
    members: MembersScreen, english: Context, window_log: Any, tmp_path: Path
) -> None:
    (tmp_path / "ana.png").write_text("no picture")
    show(members, "Ana")
    members.card.head_part.store_photo(str(tmp_path / "ana.png"))
    assert window_log.notices == ["This file is no picture that can be used; choose a PNG or a JPEG"]
    assert card_of(english, "Ana").photo is None


def test_figures_of_six_months_and_why(members: MembersScreen, english: Context, window_log: Any, qtbot: QtBot) -> None:
    with english.desk.change("A meeting") as s:
        meeting = meetings.meeting_on(s, english.chapter.id, TODAY)
        assert meeting is not None
        ana, bruno = id_of(english, "Ana"), id_of(english, "Bruno")
        membership = store.memberships(s, english.chapter.id, ana)[0].membership_id
        roll.mark(s, meeting.id, membership, Code.LATE)
        draft = SlipDraft(
            kind=SlipKind.REFERRAL, date=TODAY, giver_id=ana, receiver_id=bruno, tier=Tier.OUTSIDE, prospect="Luz"
        )
        slips.add_slip(s, english.chapter.id, draft)
    show(members, "Ana")
    shown = {metric: figure.value for metric, figure in members.card.figures.figures.items()}
    assert (shown[Metric.RGO], shown[Metric.RGI], shown[Metric.L]) == ("1", "0", "1")
    qtbot.keyClick(members.card.figures.figures[Metric.RGO], Key.Key_Return)
    qtbot.mouseDClick(members.card.figures.figures[Metric.L], Qt.MouseButton.LeftButton)
    assert [(key, what["metric"], what["person_id"]) for key, what in window_log.screens] == [
        ("slips", Metric.RGO, ana),
        ("slips", Metric.L, ana),
    ]
    assert TODAY in window_log.screens[0][1]["period"]


def test_history_opens_the_related_screens(members: MembersScreen, english: Context, window_log: Any) -> None:
    ana_gives_bruno_a_referral(english)
    show(members, "Ana")
    members.card.show_tab(TABS[1])
    rows = members.card.history.model.rows
    texts = [members.card.history.model.index(at, 1).data() for at in range(len(rows))]
    assert texts[0] == "Referral to Bruno Martín Ruiz: Luz"
    assert texts[-1] == "Became a member: Abogada"
    members.card.history.open(rows[0])
    assert window_log.screens == [("slips", {"slip_id": rows[0].slip_id})]


def test_the_change_log_shows_before_and_after_and_what_was_undone(members: MembersScreen, english: Context) -> None:
    show(members, "Ana")
    members.card.membership.seat.committed.emit("Notaria")
    english.undo()
    members.card.show_tab(TABS[2])
    model = members.card.changes.model
    texts = [model.index(at, 1).data() for at in range(model.rowCount())]
    assert texts[:2] == [
        "Undone: Change the seat of Ana García López",
        "Classification: Abogada → no longer in the file",
    ]
    members.card.membership.seat.committed.emit("Arquitecto")
    members.card.show_tab(TABS[2])
    assert model.index(0, 1).data() == "Classification: Abogada → Arquitecto"


def test_seats_can_be_wanted_and_filled(members: MembersScreen, english: Context, qtbot: QtBot) -> None:
    members.shown.set_value(ShownMembers.SEATS)
    members.refresh()
    qtbot.keyClicks(members.seats.new, "Notaria")
    qtbot.keyClick(members.seats.new, Key.Key_Return)
    first = members.seats.model.row(0)
    assert (first.name, str(first.state)) == ("Notaria", "wanted")
    members.seats.table.select(lambda row: row.name == "Notaria")
    assert members.seat_card.wanted.isChecked()
    members.seat_card.fill.click()
    assert members.new.isVisible()
    assert members.new.seat.text() == "Notaria"
    members.shown.set_value(ShownMembers.SEATS)
    members.refresh()
    members.seats.table.select(lambda row: row.name == "Notaria")
    members.seat_card.wanted.click()
    with english.desk.read() as s:
        states = {row.name: str(row.state) for row in seats.seats(s, english.chapter.id, TODAY)}
    assert states["Notaria"] == "open"


def test_a_seat_without_a_name_is_refused(members: MembersScreen) -> None:
    members.shown.set_value(ShownMembers.SEATS)
    members.refresh()
    members.seats.add()
    assert members.seats.line.error.text() == "The seat is missing; type its name"


def test_another_screen_can_show_anybody_here(members: MembersScreen, english: Context) -> None:
    with english.desk.change("A stranger") as s:
        person_id = people.add_person(s, first_name="Íñigo", last_name="Paz")
    members.search.setText("Ana")
    members.show_item(person_id=person_id)
    assert members.card.head_part.name.text() == "Íñigo Paz"
    assert members.card.head_part.join_button.isVisible()
    assert not members.card.membership.isVisible()
    assert len(names(members)) == 6
    members.show_item(shown=ShownMembers.LEAVE)
    assert names(members) == []
    members.show_item(add=True)
    assert members.new.isVisible()


def test_changing_the_chapter_clears_the_card(members: MembersScreen, english: Context) -> None:
    with english.desk.change("Another chapter") as s:
        other = chapters.add_chapter(s, name="Tres Puentes")
        store.add_member(s, other, first_name="Zoe", last_name="Paz")
    show(members, "Ana")
    english.choose_chapter(other)
    members.refresh()
    assert names(members) == ["Zoe"]
    assert members.card.head_part.name.text() == "Zoe Paz"


def test_a_deleted_person_leaves_the_card_empty(members: MembersScreen) -> None:
    members.card.show_person(99_999)
    assert members.card.person_id is None
    assert members.card.nobody.isVisible()


def test_an_empty_chapter_says_what_the_screen_is_for(
    empty_context: Context, make_screen: Callable[..., Any], qtbot: QtBot
) -> None:
    screen: MembersScreen = make_screen(MembersScreen, empty_context)
    assert screen.empty.isVisible()
    screen.empty.buttons[0].click()
    assert screen.new.isVisible()
    qtbot.keyClicks(screen.new.name, "Ana Sol")
    screen.new.add()
    assert names(screen) == ["Ana"]
    assert not screen.empty.isVisible()


def test_names_are_shown_as_typed(members: MembersScreen, english: Context) -> None:
    nasty = "<b>Ana</b> & {0} %s"
    with english.desk.change("Edit") as s:
        people.edit_person(s, id_of(english, "Ana"), first_name=nasty, company=nasty)
    members.show_item(person_id=id_of(english, nasty))
    head = members.card.head_part
    assert head.name.text() == f"{nasty} García López"
    assert head.name.textFormat() is Qt.TextFormat.PlainText
    assert nasty in head.about.text()


def test_the_models_obey_qt(members: MembersScreen, english: Context) -> None:
    models = [
        members.model,
        members.seats.model,
        members.card.history.model,
        members.card.changes.model,
    ]
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal) for model in models]
    show(members, "Ana")
    for tab in TABS:
        members.card.show_tab(tab)
    members.card.membership.seat.committed.emit("Notaria")
    members.shown.set_value(ShownMembers.SEATS)
    members.refresh()
    members.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    english.undo()
    assert [model.rowCount() > 0 for model in models] == [True] * len(testers)
