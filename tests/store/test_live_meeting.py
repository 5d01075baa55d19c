"""The live meeting: after a change only the affected parts are read again."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.slips import SlipDraft, SlipKind
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.live_meeting import ALL, LiveMeeting, RollOrder
from chapterdesk.store.meetings import add_meeting, move_meeting
from chapterdesk.store.members import add_member, members
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import add_slip
from chapterdesk.store.sqlite.file import DeskFile

TODAY = dt.date(2026, 3, 5)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    """A chapter of two members with a meeting today and one a week ago."""
    with DeskFile.create(tmp_path / "desk.chapterdesk") as made:
        with made.change("A chapter") as s:
            chapter_id = add_chapter(s, name="Ribera", weekday=3)
            for name in ("Ana", "Bruno"):
                add_member(s, chapter_id, first_name=name, last_name="Gil", start=dt.date(2025, 1, 9))
            add_meeting(s, chapter_id, TODAY - WEEK)
            add_meeting(s, chapter_id, TODAY)
        yield made


@pytest.fixture
def live(desk: DeskFile) -> LiveMeeting:
    """The meeting of today, read once and notified of every change."""
    made = LiveMeeting()
    desk.subscribe(made.note)
    assert read(made, desk) == ALL
    return made


def read(live: LiveMeeting, desk: DeskFile) -> frozenset[str]:
    return live.read(desk, 1, TODAY)


def mark_first(desk: DeskFile, live: LiveMeeting, code: Code) -> None:
    assert live.meeting is not None
    with desk.change("A mark") as s:
        mark(s, live.meeting.id, live.roll[0].membership_id, code)


def test_the_meeting_of_today_comes_first_and_nothing_is_read_twice(desk: DeskFile, live: LiveMeeting) -> None:
    assert live.meeting is not None
    assert live.meeting.date == TODAY
    assert len(live.calendar) == 2
    assert read(live, desk) == frozenset()


def test_the_first_mark_begins_the_meeting_and_the_next_ones_read_the_roll_alone(
    desk: DeskFile, live: LiveMeeting
) -> None:
    mark_first(desk, live, Code.LATE)
    assert read(live, desk) == {"calendar", "roll"}
    assert live.meeting is not None
    assert live.meeting.status is MeetingStatus.DRAFT
    mark_first(desk, live, Code.ABSENT)
    assert read(live, desk) == {"roll"}
    assert live.roll[0].code is Code.ABSENT


def test_a_slip_reads_slips_and_totals(desk: DeskFile, live: LiveMeeting) -> None:
    mark_first(desk, live, Code.PRESENT)
    read(live, desk)
    assert live.meeting is not None
    with desk.change("A slip") as s:
        ana, bruno = [row.person_id for row in members(s, 1, TODAY)]
        draft = SlipDraft(
            kind=SlipKind.ONE_TO_ONE, date=TODAY, meeting_id=live.meeting.id, giver_id=ana, receiver_id=bruno
        )
        add_slip(s, 1, draft)
    assert read(live, desk) == {"slips", "totals"}
    assert live.totals.one_to_ones == 1


def test_a_changed_date_in_the_calendar_reads_the_whole_calendar(desk: DeskFile, live: LiveMeeting) -> None:
    with desk.change("Moved") as s:
        move_meeting(s, live.calendar[0].id, TODAY - 2 * WEEK)
    assert read(live, desk) == ALL


def test_another_chapter_starts_at_its_usual_meeting(desk: DeskFile, live: LiveMeeting) -> None:
    with desk.change("Another chapter") as s:
        other = add_chapter(s, name="Levante", weekday=3)
        meeting_id = add_meeting(s, other, TODAY)
    assert live.read(desk, other, TODAY) == ALL
    assert live.meeting is not None
    assert live.meeting.id == meeting_id


def test_the_roll_keeps_its_order_until_it_is_arranged_and_finds_names(desk: DeskFile, live: LiveMeeting) -> None:
    order = RollOrder()
    assert not order.has_same_people(live.roll)
    order.set_people(live.roll)
    mark_first(desk, live, Code.PRESENT)
    read(live, desk)
    assert order.update(live.roll) == [0]
    assert [row.first_name for row in order.shown] == ["Ana", "Bruno"]
    assert order.next_unmarked() == 1
    order.arrange()
    assert [row.first_name for row in order.shown] == ["Bruno", "Ana"]
    order.find("an")
    assert [row.first_name for row in order.shown] == ["Ana"]
    assert order.position(order.shown[0].membership_id) == 0
    assert len(order.everybody) == 2
