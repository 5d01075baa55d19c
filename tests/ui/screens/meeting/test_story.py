"""A whole meeting by keyboard alone: roll call, slips, a visitor, an undone mistake, completing, unlocking."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import Side, SlipKind, Tier
from chapterdesk.store.log.row_changes import changes
from chapterdesk.store.meetings import MeetingRow, meeting, meetings
from chapterdesk.store.roll import roll_call
from chapterdesk.store.slips import SlipFilter, SlipRow, slips
from chapterdesk.store.visits import VisitRow, add_visit, visits_of
from chapterdesk.ui.screens.meeting.meeting_screen import MeetingScreen
from chapterdesk.ui.screens.meeting.steering import CompletePanel
from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.person_field import PartyEdit
from tests.ui.conftest import settle
from tests.ui.screens.meeting.keyboard import Keys

Open = Callable[..., MeetingScreen]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def shown(screen: MeetingScreen) -> MeetingRow:
    assert screen.meeting is not None
    with screen.context.desk.read() as s:
        return meeting(s, screen.meeting.id)


def question(screen: MeetingScreen) -> CompletePanel:
    assert isinstance(screen.steering.panel, CompletePanel)
    return screen.steering.panel


def handed_in(screen: MeetingScreen) -> list[SlipRow]:
    with screen.context.desk.read() as s:
        return slips(s, screen.context.chapter.id, SlipFilter(meeting_id=shown(screen).id))


def visitors(screen: MeetingScreen) -> list[VisitRow]:
    with screen.context.desk.read() as s:
        return visits_of(s, shown(screen).id)


def test_a_meeting_from_roll_call_to_the_sheet_by_the_keyboard_alone(
    forty: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(forty)
    went: list[tuple[str, dict[str, Any]]] = []
    forty.screen_requested.connect(lambda key, what: went.append((key, what)))
    assert shown(screen).status is MeetingStatus.PLANNED
    keys.type("0")
    assert shown(screen).status is MeetingStatus.DRAFT, "the first mark begins the meeting"
    keys.type("gar2")
    settle()
    assert screen.roll.counter.text().split()[0] == "39"

    keys.press(KEY.Key_F6)
    before = keys.count
    keys.store_referral("mar", "ort")
    assert keys.count - before <= 10, "a referral between two members takes at most ten keys"
    (referral,) = handed_in(screen)
    assert (referral.giver, referral.receiver) == ("Bruno Martín Ruiz", "Diego Ortega Sanz")
    assert referral.tier is Tier.INSIDE

    before = keys.count
    keys.type("r")
    keys.enter()
    keys.type("gil")
    keys.enter()
    keys.press(KEY.Key_Right)
    keys.enter()
    assert keys.count - before <= 8, "the giver is kept while the same person speaks"
    second = handed_in(screen)[0]
    assert second.giver == "Bruno Martín Ruiz"
    assert second.tier is Tier.OUTSIDE

    keys.type("bher")
    keys.enter()
    keys.type("1.250,50")
    keys.enter()
    keys.type("emol")
    keys.enter()
    keys.enter()
    keys.type("ocal")
    keys.enter()
    keys.type("och")
    keys.enter()
    keys.enter()
    keys.type("tsol")
    keys.enter()
    keys.type("rub")
    keys.enter()
    keys.type("Impecable")
    keys.enter()
    kinds = [row.kind for row in handed_in(screen)]
    assert kinds == [
        SlipKind.TESTIMONIAL,
        SlipKind.ONE_TO_ONE,
        SlipKind.EDUCATION,
        SlipKind.CLOSED_BUSINESS,
        SlipKind.REFERRAL,
        SlipKind.REFERRAL,
    ]
    closed = next(row for row in handed_in(screen) if row.kind is SlipKind.CLOSED_BUSINESS)
    assert closed.amount == 125050
    assert closed.giver_id is None, "who thanked is never stored"

    keys.type("vLaura Galán")
    keys.enter()
    keys.type("Panadería Galán")
    keys.enter()
    keys.type("ort")
    keys.enter()
    keys.enter()
    (guest,) = visitors(screen)
    assert (guest.name, guest.company, guest.inviter, guest.attended) == (
        "Laura Galán",
        "Panadería Galán",
        "Diego Ortega Sanz",
        True,
    )

    keys.press(KEY.Key_Z, modifiers=CTRL)
    assert visitors(screen) == []
    keys.press(KEY.Key_Z, modifiers=CTRL | SHIFT)
    assert [row.name for row in visitors(screen)] == ["Laura Galán"]
    settle()
    assert screen.totals.figures[SlipKind.REFERRAL].value.text() == "2"
    assert screen.totals.figures["visitors"].value.text() == "1"

    keys.press(KEY.Key_Return, modifiers=CTRL)
    assert shown(screen).status is MeetingStatus.COMPLETED, "everything is complete, so nothing is asked"
    settle()
    keys.press(KEY.Key_P, modifiers=CTRL)
    assert went[-1][0] == "reports"
    assert went[-1][1]["report"] == "meeting"
    assert went[-1][1]["meeting_id"] == shown(screen).id


def test_completing_shows_what_is_unfinished_and_asks_for_each_unmarked_member(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.type("1111")
    keys.press(KEY.Key_F6)
    keys.type("vMónica Sáez")
    keys.enter()
    keys.enter()
    keys.enter()
    settle()
    keys.press(KEY.Key_Return, modifiers=CTRL)
    words = " ".join(found.text() for found in question(screen).findings)
    assert "Mónica Sáez" in words
    assert shown(screen).status is MeetingStatus.DRAFT
    keys.press(KEY.Key_Escape)
    assert not screen.steering.isVisible()
    keys.press(KEY.Key_Return, modifiers=CTRL)
    choices = question(screen).choices
    assert len(choices) == 2
    choices[max(choices)].set_value(None)
    keys.enter()
    assert shown(screen).status is MeetingStatus.COMPLETED
    with context.desk.read() as s:
        codes = [row.code for row in roll_call(s, shown(screen).id)]
    assert codes.count(Code.PRESENT) == 4
    assert codes.count(Code.ABSENT) == 1
    assert codes.count(None) == 1


def test_a_completed_meeting_is_locked_until_a_reason_is_typed(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    notices: list[str] = []
    context.noticed.connect(lambda text, *_rest: notices.append(text))
    keys.type("0")
    settle()
    keys.press(KEY.Key_Return, modifiers=CTRL)
    settle()
    screen.roll.view.setFocus()
    keys.type("2")
    with context.desk.read() as s:
        assert {row.code for row in roll_call(s, shown(screen).id)} == {Code.PRESENT}
    assert len(notices) >= 2
    keys.press(KEY.Key_Return, modifiers=CTRL)
    keys.enter()
    assert shown(screen).status is MeetingStatus.COMPLETED, "without a reason the meeting stays locked"
    keys.type("Faltaba una ficha")
    keys.enter()
    assert shown(screen).status is MeetingStatus.DRAFT
    with context.desk.read() as s:
        history = changes(s, "meeting", shown(screen).uid)
    assert any(row.params.get("reason") == "Faltaba una ficha" for row in history)


def test_a_slip_typed_after_completion_goes_to_the_next_meeting(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.type("0")
    settle()
    keys.press(KEY.Key_Return, modifiers=CTRL)
    settle()
    done = shown(screen)
    screen.strip.focus_start()
    keys.store_referral("gar", "ort")
    assert handed_in(screen) == []
    with context.desk.read() as s:
        (row,) = slips(s, context.chapter.id)
    assert row.date > done.date


def test_an_unknown_name_becomes_a_new_person_or_one_of_another_chapter(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    keys.type("rgar")
    keys.enter()
    keys.type("Marta Roca")
    keys.enter()
    assert screen.strip.entry is not None
    assert screen.strip.entry.unknown.isVisible(), "it is asked in place"
    assert handed_in(screen) == []
    keys.enter()
    keys.enter()
    keys.type("r")
    keys.enter()
    keys.type("Pau Vila")
    keys.enter()
    keys.press(KEY.Key_Tab)
    keys.enter()
    keys.type("Grupo Levante")
    keys.enter()
    keys.enter()
    elsewhere, here = handed_in(screen)
    assert (here.receiver, here.receiver_side) == ("Marta Roca", Side.HERE)
    assert (elsewhere.receiver, elsewhere.receiver_side) == ("Pau Vila", Side.ELSEWHERE)
    assert elsewhere.other_chapter == "Grupo Levante"
    keys.type("t")
    keys.enter()
    keys.type("pau")
    keys.enter()
    keys.enter()
    assert handed_in(screen)[0].receiver_side is Side.ELSEWHERE, "the chapter of a person is remembered"


def test_an_introduction_is_typed_with_three_people(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    assert screen.totals.figures[SlipKind.INTRODUCTION].isHidden(), "until there is one"
    keys.press(KEY.Key_F6)
    keys.type("igar")
    keys.enter()
    keys.type("bru")
    keys.enter()
    assert screen.strip.entry is not None
    assert screen.strip.entry.focused_field() == "third"
    keys.type("Marta Roca")
    keys.enter()
    unknown = screen.strip.entry.unknown
    assert unknown.isVisible(), "an unknown third person is asked about in place"
    assert unknown.elsewhere.isHidden(), "no other chapter is stored for a third person"
    keys.enter()
    keys.enter()
    (row,) = handed_in(screen)
    assert (row.kind, row.receiver, row.third) == (SlipKind.INTRODUCTION, "Bruno Martín Ruiz", "Marta Roca")
    settle()
    line = screen.feed.lines.rows[0]
    assert line.title == f"{row.giver}  →  {row.receiver}"
    assert line.detail == "Presentación  ·  le presenta a Marta Roca"
    assert screen.totals.figures[SlipKind.INTRODUCTION].isVisible()
    assert screen.totals.figures[SlipKind.INTRODUCTION].value.text() == "1"
    keys.type("i")
    keys.enter()
    keys.type("bru")
    keys.enter()
    keys.type("bru")
    keys.enter()
    assert screen.strip.entry is not None
    third = screen.strip.entry.fields["third"].editor
    assert isinstance(third, PartyEdit)
    assert third.unknown_name == "bru", "a person who is already named is not offered again"


def test_typed_text_stays_when_something_is_missing_or_not_understood(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    keys.type("bgar")
    keys.enter()
    keys.type("mucho")
    keys.enter()
    entry = screen.strip.entry
    assert entry is not None
    assert handed_in(screen) == []
    assert "mucho" in entry.fields["amount"].error.text()
    assert entry.fields["receiver"].read().name == "Ana García López"
    keys.type("12,3")
    assert "12,30" in entry.fields["amount"].echo.text(), "it shows how it was understood"
    keys.enter()
    assert handed_in(screen)[0].amount == 1230


def test_the_newest_slip_is_seen_whole_when_the_feed_scrolls(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    for _ in range(12):
        keys.store_referral("gar", "ort")
        settle()
        screen.feed.setCurrentIndex(screen.feed.lines.index(screen.feed.lines.rowCount() - 1, 0))
    keys.store_referral("gar", "ort")
    settle()
    assert screen.feed.verticalScrollBar().maximum() > 0, "there are more than fit"
    assert screen.feed.visualRect(screen.feed.lines.index(0, 0)).top() >= 0


def test_a_wrong_name_is_corrected_in_the_feed_without_leaving_the_keyboard(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    keys.store_referral("gar", "ort")
    settle()
    keys.press(KEY.Key_Up)
    assert screen.focusWidget() is screen.feed
    keys.enter()
    keys.type("mar")
    keys.enter()
    keys.enter()
    (row,) = handed_in(screen)
    assert (row.giver, row.receiver) == ("Bruno Martín Ruiz", "Diego Ortega Sanz")
    settle()
    assert screen.focusWidget() is screen.feed
    keys.press(KEY.Key_Delete)
    assert handed_in(screen) == []
    context.undo()
    assert len(handed_in(screen)) == 1
    settle()
    keys.press(KEY.Key_Escape)
    keys.type("e")
    assert screen.strip.entry is not None


def test_alt_and_a_letter_start_a_slip_from_anywhere_and_never_discard_text(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.type("gar")
    keys.press(KEY.Key_R, modifiers=ALT)
    assert screen.strip.entry is not None
    keys.type("ort")
    keys.enter()
    keys.type("alv")
    keys.press(KEY.Key_B, modifiers=ALT)
    assert set(screen.strip.entry.fields) >= {"giver", "receiver"}, "the begun slip stays"


def test_ctrl_z_in_an_empty_field_of_the_strip_undoes_the_last_slip(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    keys.type("egar")
    keys.enter()
    keys.enter()
    assert len(handed_in(screen)) == 1
    keys.type("b")
    keys.press(KEY.Key_Z, modifiers=CTRL)
    assert handed_in(screen) == []


def test_letters_go_to_the_half_that_has_the_focus(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    keys.type("o")
    assert screen.roll.finder.text() == "o"
    assert not screen.strip.head_row.isVisible()
    keys.press(KEY.Key_F6)
    keys.type("o")
    assert screen.strip.head_row.isVisible()
    assert QApplication.focusWidget() is not screen.roll.view


def test_an_expected_visitor_is_typed_in_the_strip_and_ticked_on_arrival(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_N, modifiers=ALT)
    keys.type("Laura Pérez")
    keys.enter()
    keys.enter()
    keys.type("gar")
    keys.enter()
    keys.enter()
    (guest,) = visitors(screen)
    assert not guest.attended
    assert shown(screen).status is MeetingStatus.PLANNED, "an expected visitor does not begin the meeting"
    settle()
    assert screen.expected.focus_first()
    keys.press(KEY.Key_Space)
    assert visitors(screen)[0].attended
    assert shown(screen).status is MeetingStatus.DRAFT
    settle()
    keys.press(KEY.Key_Space)
    assert not visitors(screen)[0].attended


def test_typing_an_expected_visitor_ticks_the_visit(
    context: Context, open_meeting: Open, keys: Keys, qtbot: QtBot
) -> None:
    screen = open_meeting(context)
    keys.press(KEY.Key_N, modifiers=ALT)
    keys.type("Laura Pérez")
    keys.enter()
    keys.enter()
    keys.enter()
    settle()
    keys.type("vlau")
    keys.enter()
    keys.enter()
    keys.enter()
    (guest,) = visitors(screen)
    assert guest.attended


def test_tab_goes_to_the_strip_and_through_its_fields(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    assert screen.focusWidget() is screen.roll.view
    keys.press(KEY.Key_Tab)
    keys.type("rgar")
    keys.press(KEY.Key_Tab)
    keys.type("ort")
    keys.press(KEY.Key_Tab)
    entry = screen.strip.entry
    assert entry is not None
    assert entry.focused_field() == "tier"
    keys.press(KEY.Key_Tab)
    assert entry.focused_field() == "prospect"
    keys.type("Vecina")
    keys.enter()
    (row,) = handed_in(screen)
    assert (row.giver, row.receiver, row.prospect) == ("Ana García López", "Diego Ortega Sanz", "Vecina")


def test_recently_named_members_are_offered_first(context: Context, open_meeting: Open, keys: Keys) -> None:
    screen = open_meeting(context)
    edit = PartyEdit(context, screen.strip.recent)
    assert [row.first_name for row in edit.offers("a")][:2] == ["Elena", "Ana"]
    keys.press(KEY.Key_F6)
    keys.type("eana")
    keys.enter()
    keys.enter()
    edit = PartyEdit(context, screen.strip.recent)
    assert edit.offers("a")[0].first_name == "Ana"


def test_a_known_visitor_fills_in_the_company_and_the_focus_moves_to_who_invited(
    context: Context, open_meeting: Open, keys: Keys
) -> None:
    with context.desk.change("A visitor of last month") as s:
        last = meetings(s, context.chapter.id)[0]
        add_visit(s, last.id, first_name="Laura", last_name="Galán", company="El Trigal", attended=True)
    screen = open_meeting(context)
    keys.press(KEY.Key_F6)
    keys.type("vlau")
    keys.enter()
    entry = screen.strip.entry
    assert entry is not None
    assert entry.fields["company"].read() == "El Trigal"
    assert entry.focused_field() == "inviter"
    notices: list[str] = []
    context.noticed.connect(lambda text, *_rest: notices.append(text))
    keys.enter()
    (guest,) = visitors(screen)
    assert guest.visit_count == 2
    assert any("Laura Galán" in text for text in notices), "after two visits the program says so"
