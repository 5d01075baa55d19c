"""Today: the next meeting, the figures of the last one, what needs attention and where to act, the month."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.figures import Metric
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import FollowUp, SlipDraft, SlipKind, Tier
from chapterdesk.store import meetings, members, roll, slips, visits
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.ui.screens.today.today_screen import TodayScreen
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)
LAST = dt.date(2026, 2, 26)
Key = Qt.Key


@pytest.fixture
def english(desk: DeskFile, make_context: Callable[..., Context]) -> Context:
    """The small chapter in English."""
    return make_context(desk, "en")


@pytest.fixture
def opened(english: Context) -> list[tuple[str, dict[str, Any]]]:
    """The screens that were opened, with their parameters."""
    screens: list[tuple[str, dict[str, Any]]] = []
    english.screen_requested.connect(lambda key, what: screens.append((key, what)))
    return screens


@pytest.fixture
def today(english: Context, make_screen: Callable[..., Any]) -> TodayScreen:
    """The first screen, shown."""
    screen: TodayScreen = make_screen(TodayScreen, english)
    return screen


def meeting_id(context: Context, day: dt.date) -> int:
    """The id of the meeting of a day."""
    with context.desk.read() as s:
        row = meetings.meeting_on(s, context.chapter.id, day)
    assert row is not None
    return row.id


def hold(context: Context, day: dt.date, status: MeetingStatus = MeetingStatus.COMPLETED) -> int:
    """A meeting that took place: five present, one absent, a referral, a one-to-one, 100 € closed, one guest."""
    held = meeting_id(context, day)
    with context.desk.change("A meeting") as s:
        known = members.members(s, context.chapter.id, day)
        for at, row in enumerate(known):
            roll.mark(s, held, row.membership_id, Code.ABSENT if at == 0 else Code.PRESENT)
        giver, receiver = known[0].person_id, known[1].person_id
        for draft in (
            SlipDraft(
                kind=SlipKind.REFERRAL,
                date=day,
                giver_id=giver,
                receiver_id=receiver,
                tier=Tier.OUTSIDE,
                prospect="Luz",
                follow_up=FollowUp.OPEN,
            ),
            SlipDraft(kind=SlipKind.ONE_TO_ONE, date=day, giver_id=giver, receiver_id=receiver),
            SlipDraft(kind=SlipKind.CLOSED_BUSINESS, date=day, receiver_id=receiver, amount=10_000),
        ):
            slips.add_slip(s, context.chapter.id, draft)
        visits.add_visit(s, held, first_name="Hugo", last_name="Vidal", attended=True)
        meetings.edit_meeting(s, held, status=status)
    return held


def lines(screen: TodayScreen) -> list[str]:
    """What needs attention, in words."""
    return [line.text for line in screen.attention.lines]


def test_the_next_meeting_comes_first_with_its_day_and_a_button(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    assert today.next.day.text() == "Thursday, 5 March 2026"
    assert today.next.state.text() == "Today"
    assert today.next.guests_title.text() == "No visitor is expected yet"
    today.activateWindow()
    assert today.next.open.hasFocus()
    qtbot.keyClick(today.next.open, Key.Key_Return)
    assert opened == [("meeting", {"meeting_id": meeting_id(english, TODAY)})]


def test_expected_visitors_are_below_it_and_open_their_cards(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    with english.desk.change("Visitors") as s:
        ids = [
            visits.add_visit(s, meeting_id_in(s, english, TODAY), first_name=name, last_name="Vidal")
            for name in ("Hugo", "Irene", "Jaime", "Karla")
        ]
    assert today.next.guests_title.text() == "Expected visitors: 4"
    assert today.next.guests.count() == 4
    first: Any = today.next.guests.itemAt(0)
    assert first.widget().text == "Hugo Vidal"
    qtbot.keyClick(first.widget(), Key.Key_Return)
    assert opened == [("visitors", {"visit_id": ids[0]})]
    with english.desk.change("Arrived") as s:
        visits.edit_visit(s, ids[0], attended=True)
    assert today.next.guests_title.text() == "Visitors: 1 of 4 are here"
    assert today.next.state.text() == "In progress"
    first = today.next.guests.itemAt(0)
    assert first.widget().text == "Irene Vidal"


def meeting_id_in(session: Any, context: Context, day: dt.date) -> int:
    """The id of the meeting of a day, inside a change."""
    row = meetings.meeting_on(session, context.chapter.id, day)
    assert row is not None
    return row.id


def test_the_figures_of_the_last_meeting_open_their_lists(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    assert not today.last.isVisible()
    last = hold(english, LAST)
    assert today.last.isVisible()
    assert today.last.eyebrow.text() == "Last meeting, Thu 26 Feb"
    figures = today.last
    assert [figure.value for figure in (figures.attendance, figures.referrals, figures.meetings)] == ["83%", "1", "1"]
    assert (figures.attendance.note, figures.money.value, figures.visitors.value) == ("5 of 6", "€100", "1")
    qtbot.keyClick(figures.attendance, Key.Key_Return)
    qtbot.mouseDClick(figures.referrals, Qt.MouseButton.LeftButton)
    figures.sheet.click()
    assert opened[0] == ("meeting", {"meeting_id": last})
    assert (opened[1][0], opened[1][1]["kind"]) == ("slips", SlipKind.REFERRAL)
    assert list(opened[1][1]["period"]) == [LAST]
    assert opened[2] == ("reports", {"report": "meeting", "date": LAST})


def test_bars_of_attendance_open_their_meeting_by_key_and_click(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    earlier = hold(english, dt.date(2026, 2, 19))
    last = hold(english, LAST)
    bars = today.last.bars
    assert [row.meeting_id for row in bars.meetings] == [earlier, last]
    assert bars.description(1) == "Thu 26 Feb: 83%, 5 of 6"
    assert bars.accessibleName().endswith("Thu 26 Feb: 83%, 5 of 6")
    qtbot.keyClick(bars, Key.Key_Return)
    qtbot.keyClick(bars, Key.Key_Left)
    qtbot.keyClick(bars, Key.Key_Return)
    assert opened == [("meeting", {"meeting_id": last}), ("meeting", {"meeting_id": earlier})]


def test_unfinished_meetings_are_listed_and_open(today: TodayScreen, english: Context, opened: list[Any]) -> None:
    assert lines(today) == [
        "Nothing was entered in the meeting of Thu 19 Feb",
        "Nothing was entered in the meeting of Thu 26 Feb",
    ]
    draft = hold(english, LAST, MeetingStatus.DRAFT)
    assert lines(today)[0] == "The meeting of Thu 26 Feb is not completed"
    today.attention.lines[0].clicked.emit()
    assert opened == [("meeting", {"meeting_id": draft})]


def test_visitors_renewals_and_open_referrals_are_listed_until_dealt_with(
    english: Context, make_screen: Callable[..., Any], opened: list[Any]
) -> None:
    hold(english, dt.date(2026, 2, 19))
    hold(english, LAST)
    with english.desk.change("More") as s:
        ana = members.members(s, english.chapter.id, TODAY)[0]
        members.edit_membership(s, ana.membership_id, renewal_due=dt.date(2026, 3, 20))
    english.session.set_today(dt.date(2026, 3, 20))
    screen: TodayScreen = make_screen(TodayScreen, english)
    words = lines(screen)
    assert "Hugo Vidal came on Thu 26 Feb: what next?" in words
    assert f"{ana.name}: renewal due on Fri 20 Mar" in words
    assert any(line.startswith("Ana García López: Luz, since") for line in words)
    for line in screen.attention.lines:
        line.clicked.emit()
    assert {key for key, _what in opened} == {"meeting", "visitors", "members", "slips"}


def test_a_visitor_with_a_call_date_is_listed_from_that_day(today: TodayScreen, english: Context) -> None:
    hold(english, LAST)
    with english.desk.read() as s:
        hugo = visits.visits(s, english.chapter.id)[0].id
    for contact, text in (
        (dt.date(2026, 3, 9), None),
        (TODAY, "Call Hugo Vidal today"),
        (dt.date(2026, 3, 2), "Call Hugo Vidal, due since Mon 2 Mar"),
    ):
        with english.desk.change("Contact") as s:
            visits.edit_visit(s, hugo, next_contact=contact)
        assert [line for line in lines(today) if "Hugo" in line] == ([text] if text else [])


def test_an_empty_attention_list_says_so(today: TodayScreen, english: Context) -> None:
    with english.desk.change("Seen to") as s:
        for day in (dt.date(2026, 2, 19), LAST):
            meetings.edit_meeting(s, meeting_id_in(s, english, day), status=MeetingStatus.HOLIDAY)
    assert lines(today) == []
    assert today.attention.list.count() == 1


def test_the_month_has_its_meetings_and_figures(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    hold(english, LAST)
    hold(english, TODAY, MeetingStatus.DRAFT)
    assert today.calendar.heading.text() == "March 2026"
    assert today.calendar.calendar.description(TODAY) == "Thu 5 Mar: Meeting, In progress"
    month = {name: figure.value for name, figure in today.month.figures.items()}
    assert month == {"attendance": "83%", "referrals": "1", "one_to_ones": "2", "V": "0", "TYFCB": "€100"}
    assert today.month.figures["referrals"].note == "before: 1"
    qtbot.keyClick(today.month.figures["TYFCB"], Key.Key_Return)
    qtbot.keyClick(today.calendar.calendar, Key.Key_Return)
    qtbot.keyClick(today.calendar.calendar, Key.Key_Right)
    qtbot.keyClick(today.calendar.calendar, Key.Key_Return)
    assert (opened[0][0], opened[0][1]["metric"]) == ("slips", Metric.TYFCB)
    assert [what["meeting_id"] for _key, what in opened[1:]] == [
        meeting_id(english, TODAY),
        meeting_id(english, dt.date(2026, 3, 12)),
    ]


def test_a_click_on_a_day_opens_its_meeting(
    today: TodayScreen, english: Context, opened: list[Any], qtbot: QtBot
) -> None:
    view = today.calendar.calendar
    spot = view.box_of(TODAY).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert opened == [("meeting", {"meeting_id": meeting_id(english, TODAY)})]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.box_of(dt.date(2026, 3, 6)).center().toPoint())
    assert len(opened) == 1


def test_an_empty_chapter_says_how_to_begin(empty_context: Context, make_screen: Callable[..., Any]) -> None:
    asked: list[str] = []
    empty_context.screen_requested.connect(lambda key, _what: asked.append(key))
    screen: TodayScreen = make_screen(TodayScreen, empty_context)
    assert screen.empty.isVisible()
    for button in screen.empty.buttons:
        button.click()
    assert asked == ["import", "members"]


def test_without_a_planned_meeting_the_settings_are_one_key_away(
    today: TodayScreen, english: Context, opened: list[Any]
) -> None:
    with english.desk.change("Called off") as s:
        for row in meetings.meetings(s, english.chapter.id):
            if row.date >= TODAY:
                meetings.edit_meeting(s, row.id, status=MeetingStatus.DISCARDED)
    assert today.next.day.text() == "No meeting is planned"
    assert not today.next.open.isVisible()
    today.next.plan.click()
    assert opened == [("settings", {})]


def test_in_a_narrow_window_the_cards_are_in_one_column(english: Context, make_screen: Callable[..., Any]) -> None:
    wide: TodayScreen = make_screen(TodayScreen, english, 1060)
    assert wide.attention.mapTo(wide, wide.attention.rect().topLeft()).x() > 400
    narrow: TodayScreen = make_screen(TodayScreen, english, 700)
    assert narrow.attention.mapTo(narrow, narrow.attention.rect().topLeft()).x() < 100
