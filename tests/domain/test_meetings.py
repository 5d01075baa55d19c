"""The weekly schedule, groups and slips' definitions."""

import datetime as dt

from chapterdesk.domain.errors import ChapterError, Problem
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import PlannedDay, schedule
from chapterdesk.domain.progress import SILENT
from chapterdesk.domain.slips import KINDS, VISITOR_LETTER, SlipKind

MONDAY = dt.date(2026, 11, 23)


def test_the_usual_days_of_the_next_weeks_without_a_meeting_are_planned() -> None:
    holiday, moved = dt.date(2026, 12, 3), dt.date(2026, 12, 9)
    planned = schedule(3, MONDAY, 3, {holiday}, [moved])
    assert planned == [PlannedDay(dt.date(2026, 11, 26), holiday=False), PlannedDay(holiday, holiday=True)]


def test_today_is_a_meeting_day_when_it_is_the_weekday() -> None:
    assert schedule(0, MONDAY, 1, ()) == [PlannedDay(MONDAY, holiday=False)]


def test_groups_without_business_have_no_money_and_no_exclusive_seats() -> None:
    assert GroupKind.BUSINESS.money_counts
    assert GroupKind.BUSINESS.exclusive_seats
    assert not GroupKind.PARENTS.money_counts
    assert SlipKind.CLOSED_BUSINESS not in GroupKind.CLUB.slip_kinds


def test_every_kind_of_slip_is_defined_with_a_letter_of_its_own() -> None:
    letters = [definition.letter for definition in KINDS.values()]
    assert set(KINDS) == set(SlipKind)
    assert len({*letters, VISITOR_LETTER}) == len(letters) + 1


def test_errors_fill_in_their_values() -> None:
    assert str(ChapterError("{file} is empty", file="a{b}.x")) == "a{b}.x is empty"
    assert str(Problem(3, "P", "{value} is no number", {"value": "x"})) == "x is no number"
    SILENT.step(1, 2, "nothing happens")
