"""Every counting rule of the domain, by its number: what a chapter's figures mean."""

import datetime as dt
from fractions import Fraction

import pytest

from chapterdesk.domain.attendance import Code, MarkCounts
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.figures import Metric, RowKind, TotalGroup
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.meetings import MeetingKind, MeetingStatus
from chapterdesk.domain.periods import Period, expires_on, six_months_ending
from chapterdesk.domain.slips import Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store import course, meetings, members, people, roll, slips, visits
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.statistics import attendance_grid, summary, why
from chapterdesk.store.tables import PeriodTotal, PeriodTotalRow
from chapterdesk.store.writing import add, edit
from tests.story import YEAR, Story

MAR = [dt.date(2026, 3, day) for day in (5, 12, 19, 26)]  # Thursdays
REFERRAL, ONE, BUSINESS = SlipKind.REFERRAL, SlipKind.ONE_TO_ONE, SlipKind.CLOSED_BUSINESS


# Rule 1


def test_rule_01_codes_exclude_one_another_and_late_is_not_present(story: Story) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT, ana=Code.PRESENT)
    story.do(roll.mark, meeting, story.membership(story.ana), Code.LATE)
    row = story.row(story.ana)
    assert (row.P, row.L) == (0, 1)


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.HOLIDAY, MeetingStatus.DISCARDED])
def test_rule_01_planned_holiday_and_discarded_meetings_count_nowhere(story: Story, status: MeetingStatus) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT, ana=Code.PRESENT)
    story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.INSIDE)
    story.do(meetings.edit_meeting, meeting, status=status)
    assert story.row(story.ana).marks.weeks == 0
    assert story.summary().total.RGI == 0
    assert story.summary().meetings == 0


def test_rule_01_a_draft_counts_and_is_provisional(story: Story) -> None:
    story.meeting(MAR[0], ana=Code.PRESENT)
    story.meeting(MAR[1], MeetingStatus.DRAFT, ana=Code.PRESENT)
    found = story.summary()
    assert (story.row(story.ana).P, found.meetings, found.provisional) == (2, 2, 1)


@pytest.mark.parametrize(
    ("group", "kind", "weeks"),
    [
        (GroupKind.BUSINESS, MeetingKind.EVENT, 0),
        (GroupKind.PARENTS, MeetingKind.EVENT, 1),
        (GroupKind.PARENTS, MeetingKind.ASSEMBLY, 0),
        (GroupKind.BUSINESS, MeetingKind.COMMITTEE, 0),
    ],
)
def test_rule_01_events_count_where_the_group_meets_by_events(
    desk: DeskFile, group: GroupKind, kind: MeetingKind, weeks: int
) -> None:
    story = Story(desk, group)
    story.meeting(MAR[0], kind=kind, ana=Code.PRESENT)
    assert story.row(story.ana).marks.weeks == weeks


def test_rule_01_weeks_count_codes_never_meetings(story: Story) -> None:
    story.meeting(MAR[0], ana=Code.MEDICAL, bruno=Code.PRESENT)
    story.meeting(MAR[1], ana=Code.ABSENT)
    assert story.row(story.ana).marks.weeks == 2
    assert story.row(story.bruno).marks.weeks == 1
    assert story.row(story.carla).marks.weeks == 0


def test_rule_01_completing_asks_for_the_unmarked(story: Story) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT, ana=Code.PRESENT)
    with pytest.raises(ChapterError, match="2 members have no mark"):
        story.do(course.complete, meeting, {})
    answers = {story.membership(story.bruno): Code.ABSENT, story.membership(story.carla): None}
    story.do(course.complete, meeting, answers)
    assert story.row(story.bruno).A == 1
    assert story.row(story.carla).marks.weeks == 0


# Rules 2 to 5


def test_rule_02_tier_and_other_chapter_are_independent(story: Story) -> None:
    guest = story.do(people.add_person, first_name="Eva")
    story.meeting(MAR[0])
    for tier in Tier:
        story.slip(
            REFERRAL, dt.date(2026, 3, 6), story.ana, guest,
            tier=tier, receiver_side=Side.ELSEWHERE, other_chapter="Grupo Lejano",
        )  # fmt: skip
    row = story.row(story.ana)
    assert (row.RGI, row.RGO) == (1, 1)


def test_rule_03_given_credits_the_giver_and_received_the_receiver_only_here(story: Story) -> None:
    guest = story.do(people.add_person, first_name="Eva")
    day = dt.date(2026, 3, 6)
    story.slip(REFERRAL, day, story.ana, story.bruno, tier=Tier.INSIDE)
    story.slip(REFERRAL, day, story.ana, guest, tier=Tier.INSIDE, receiver_side=Side.ELSEWHERE)
    story.slip(REFERRAL, day, guest, story.bruno, tier=Tier.OUTSIDE, giver_side=Side.ELSEWHERE)
    ana, bruno, total = story.row(story.ana), story.row(story.bruno), story.summary().total
    assert (ana.RGI, ana.RRI, bruno.RRI, bruno.RRO) == (2, 0, 1, 1)
    assert (total.RGI, total.RRI, total.RGO, total.RRO) == (2, 1, 0, 1)


def test_rule_04_a_one_to_one_credits_both_and_one_with_elsewhere_once(story: Story) -> None:
    guest = story.do(people.add_person, first_name="Eva")
    story.slip(ONE, MAR[0], story.ana, story.bruno)
    story.slip(ONE, MAR[0], story.bruno, story.ana)  # mirrored: kept
    story.slip(ONE, MAR[0], story.carla, guest, receiver_side=Side.ELSEWHERE)
    assert [story.row(p).one_to_ones for p in (story.ana, story.bruno, story.carla)] == [2, 2, 1]
    assert story.summary().total.one_to_ones == 5
    assert len(story.ask(slips.slips, story.chapter)) == 3


def test_rule_05_closed_business_credits_the_thanked_and_never_keeps_who_thanked(story: Story) -> None:
    slip = story.slip(BUSINESS, MAR[0], story.ana, story.bruno, amount=123_45)
    assert story.ask(slips.slip, slip).giver_id is None
    assert story.row(story.bruno).TYFCB == 123_45
    assert story.row(story.ana).TYFCB == 0


# Rule 6


def test_rule_06_v_credits_the_first_attended_visit_ever(story: Story) -> None:
    first, second = story.meeting(MAR[0]), story.meeting(MAR[1])
    visit = story.visit(first, "Eva", inviter_id=story.ana)
    eva = story.ask(visits.visits, story.chapter)[0].person_id
    story.visit(second, person_id=eva, inviter_id=story.bruno)
    assert (story.row(story.ana).V, story.row(story.bruno).V) == (1, 0)
    story.do(visits.edit_visit, visit, attended=False)
    assert (story.row(story.ana).V, story.row(story.bruno).V) == (0, 1)


def test_rule_06_v_counts_on_the_visits_date_also_when_the_meeting_is_completed(story: Story) -> None:
    meeting = story.meeting(MAR[0])
    story.visit(meeting, "Eva", inviter_id=story.ana)
    assert story.row(story.ana, Period(MAR[0], MAR[0])).V == 1
    assert story.ask(meetings.meeting, meeting).status is MeetingStatus.COMPLETED


@pytest.mark.parametrize("kind", [VisitKind.SUBSTITUTE, VisitKind.OBSERVER, VisitKind.OTHER_CHAPTER])
def test_rule_06_other_visits_neither_earn_it_nor_use_it_up(story: Story, kind: VisitKind) -> None:
    first, second = story.meeting(MAR[0]), story.meeting(MAR[1])
    story.visit(first, "Eva", inviter_id=story.ana, kind=kind)
    assert story.row(story.ana).V == 0
    eva = story.ask(visits.visits, story.chapter)[0].person_id
    story.visit(second, person_id=eva, inviter_id=story.bruno, kind=VisitKind.FIRST)
    assert story.row(story.bruno).V == 1


def test_rule_06_former_members_earn_none(story: Story) -> None:
    dora = story.member("Dora", dt.date(2025, 1, 1))
    story.do(members.leave, story.membership(dora), dt.date(2025, 12, 31))
    story.visit(story.meeting(MAR[0]), person_id=dora, inviter_id=story.ana)
    assert story.row(story.ana).V == 0


def test_rule_06_after_two_visits_the_count_says_so(story: Story) -> None:
    story.visit(story.meeting(MAR[0]), "Eva", inviter_id=story.ana)
    eva = story.ask(visits.visits, story.chapter)[0].person_id
    story.visit(story.meeting(MAR[1]), person_id=eva)
    found = story.ask(visits.visits, story.chapter)
    assert [(row.visit_count, row.kind) for row in found] == [(1, VisitKind.FIRST), (2, VisitKind.REPEAT)]


# Rules 7 to 11


def test_rule_07_identical_slips_are_two(story: Story) -> None:
    for _ in range(2):
        story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.INSIDE)
    assert story.row(story.ana).RGI == 2


def test_rule_08_a_slip_typed_after_completion_belongs_to_the_next_meeting(story: Story) -> None:
    meeting = story.meeting(MAR[0])
    slip = story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.INSIDE, meeting_id=meeting)
    row = story.ask(slips.slip, slip)
    assert (row.date, row.meeting_status) == (MAR[1], MeetingStatus.PLANNED)
    assert story.row(story.ana).RGI == 0


def test_rule_09_a_completed_meeting_is_locked_until_unlocked_with_a_reason(story: Story) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT)
    slip = story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.INSIDE)
    story.complete(meeting)
    for function, arguments in (
        (roll.mark, (meeting, story.membership(story.ana), Code.PRESENT)),
        (slips.remove_slip, (slip,)),
        (meetings.move_meeting, (meeting, MAR[1])),
    ):
        with pytest.raises(ChapterError, match="completed"):
            story.do(function, *arguments)
    with pytest.raises(ChapterError, match="completed"):
        story.do(slips.edit_slip, slip, tier=Tier.OUTSIDE)
    with pytest.raises(ChapterError, match="Say in a few words"):
        story.do(course.unlock, meeting, " ")
    story.do(course.unlock, meeting, "Bruno came late")
    story.do(roll.mark, meeting, story.membership(story.bruno), Code.LATE)
    assert story.row(story.bruno).L == 1


def test_rule_10_a_slip_counts_on_its_meetings_date_or_its_own(story: Story) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT)
    story.slip(REFERRAL, dt.date(2026, 3, 4), story.ana, story.bruno, tier=Tier.INSIDE, meeting_id=meeting)
    story.do(meetings.edit_meeting, meeting, status=MeetingStatus.DRAFT)
    story.slip(REFERRAL, dt.date(2026, 3, 2), story.ana, story.bruno, tier=Tier.INSIDE)
    assert story.row(story.ana, Period(MAR[0], MAR[0])).RGI == 1
    assert story.row(story.ana, Period(dt.date(2026, 3, 2), dt.date(2026, 3, 2))).RGI == 1


@pytest.mark.parametrize("status", [MeetingStatus.HOLIDAY, MeetingStatus.DISCARDED])
def test_rule_10_slips_of_a_meeting_called_off_move_to_the_next(story: Story, status: MeetingStatus) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.PLANNED)
    slip = story.slip(REFERRAL, dt.date(2026, 3, 4), story.ana, story.bruno, tier=Tier.INSIDE, meeting_id=meeting)
    story.visit(meeting, "Eva", attended=False)
    story.do(course.call_off, meeting, status)
    assert story.ask(slips.slip, slip).date == MAR[1]
    assert story.ask(visits.visits, story.chapter)[0].date == MAR[1]


def test_rule_11_both_ends_of_a_membership_belong_to_it(story: Story) -> None:
    dora = story.member("Dora", MAR[0])
    story.do(members.leave, story.membership(dora), MAR[1])
    there = [any(row.person_id == dora for row in story.ask(members.members, story.chapter, day)) for day in
             (MAR[0] - dt.timedelta(1), MAR[0], MAR[1], MAR[1] + dt.timedelta(1))]  # fmt: skip
    assert there == [False, True, True, False]


def test_rule_11_leaving_keeps_the_history_as_not_listed(story: Story) -> None:
    story.meeting(MAR[0], ana=Code.PRESENT)
    story.slip(REFERRAL, dt.date(2026, 3, 6), story.ana, story.bruno, tier=Tier.INSIDE)
    before = story.summary().total
    story.do(members.leave, story.membership(story.ana), MAR[1])
    found = story.summary()
    assert found.total == before
    assert (found.not_listed.P, found.not_listed.RGI) == (1, 1)
    assert all(row.person_id != story.ana for row in found.rows)


def test_rule_11_rejoining_continues_the_history(story: Story) -> None:
    story.slip(REFERRAL, dt.date(2026, 3, 6), story.ana, story.bruno, tier=Tier.INSIDE)
    story.do(members.leave, story.membership(story.ana), MAR[1])
    story.do(members.add_member, story.chapter, person_id=story.ana, start=MAR[3])
    assert story.row(story.ana).RGI == 1
    with pytest.raises(ChapterError, match="already"):
        story.do(members.add_member, story.chapter, person_id=story.ana, start=MAR[3])


# Rules 12 and 13


@pytest.mark.parametrize(
    ("absence", "expires"),
    [
        (dt.date(2026, 1, 31), dt.date(2026, 7, 31)),
        (dt.date(2026, 8, 29), dt.date(2027, 3, 1)),
        (dt.date(2026, 8, 30), dt.date(2027, 3, 1)),
        (dt.date(2026, 8, 31), dt.date(2027, 3, 1)),
        (dt.date(2024, 2, 29), dt.date(2024, 8, 29)),
    ],
)
def test_rule_12_an_absence_expires_on_the_first_day_whose_window_excludes_it(
    absence: dt.date, expires: dt.date
) -> None:
    assert expires_on(absence) == expires
    assert absence not in six_months_ending(expires)
    assert absence in six_months_ending(expires - dt.timedelta(1))


def test_rule_13_rates_are_exact() -> None:
    marks = MarkCounts(P=23, A=1)
    assert marks.rate == Fraction(23, 24)
    assert marks.rate != Fraction(96, 100)
    assert marks.rate > Fraction(95, 100)


# Rule 14: tests/importers has the files; here stand the totals as the store keeps them


def _totals(story: Story, period: Period, group: TotalGroup, **figures: int) -> int:
    with story.desk.change("Import") as s:
        total = add(s, PeriodTotal, chapter_id=story.chapter, group=group, first=period.first, last=period.last)
        add(s, PeriodTotalRow, total_id=total, row=RowKind.MEMBER, person_id=story.ana, **figures)
    return total


def test_rule_14_totals_go_on_counting_until_the_director_chooses_the_detail(story: Story) -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    story.meeting(MAR[0], ana=Code.PRESENT)
    total = _totals(story, march, TotalGroup.ATTENDANCE, P=4)
    assert story.row(story.ana).P == 4
    for day in MAR[1:]:
        story.meeting(day, ana=Code.PRESENT)
    assert story.row(story.ana).P == 4
    story.do(
        roll.mark, story.meeting(dt.date(2026, 3, 27), MeetingStatus.DRAFT), story.membership(story.ana), Code.LATE
    )
    story.do(edit, PeriodTotal, total, {"use_detail": True})
    assert (story.row(story.ana).P, story.row(story.ana).L) == (4, 1)


def test_rule_14_each_group_has_its_own_source(story: Story) -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    story.meeting(MAR[0], ana=Code.PRESENT)
    story.slip(REFERRAL, dt.date(2026, 3, 6), story.ana, story.bruno, tier=Tier.INSIDE)
    _totals(story, march, TotalGroup.ACTIVITY, RGI=7)
    assert (story.row(story.ana).P, story.row(story.ana).RGI) == (1, 7)


def test_rule_14_a_period_that_cuts_totals_leaves_them_out_and_says_so(story: Story) -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    _totals(story, march, TotalGroup.ACTIVITY, RGI=7)
    found = story.summary(Period(dt.date(2026, 3, 10), dt.date(2026, 4, 30)))
    assert found.total.RGI == 0
    assert found.cut_totals == (march,)


def test_rule_14_why_opens_detail_inside_totals_without_counting_it(story: Story) -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    story.slip(REFERRAL, dt.date(2026, 3, 6), story.ana, story.bruno, tier=Tier.INSIDE)
    _totals(story, march, TotalGroup.ACTIVITY, RGI=7)
    found = story.ask(why, story.chapter, Metric.RGI, YEAR, person_id=story.ana)
    assert sorted((row.value, row.counted) for row in found) == [(1, False), (7, True)]


# Rule 17 and 18


def test_rule_17_a_credit_stands_in_the_row_the_person_has_on_that_date(story: Story) -> None:
    day = dt.date(2026, 3, 6)
    story.visit(story.meeting(MAR[0]), "Eva", inviter_id=story.ana)
    eva = story.ask(visits.visits, story.chapter)[0].person_id
    story.slip(REFERRAL, day, eva, story.ana, tier=Tier.INSIDE)
    story.do(members.add_member, story.chapter, person_id=eva, start=MAR[2])
    story.slip(REFERRAL, dt.date(2026, 3, 20), eva, story.ana, tier=Tier.INSIDE)
    stranger = story.do(people.add_person, first_name="Gil")
    story.slip(REFERRAL, day, stranger, story.ana, tier=Tier.INSIDE)
    story.slip(REFERRAL, day, None, story.ana, tier=Tier.INSIDE, giver_side=Side.OTHERS)
    story.slip(REFERRAL, day, stranger, story.ana, tier=Tier.INSIDE, giver_side=Side.ELSEWHERE)
    found = story.summary()
    given = [found.visitors.RGI, story.row(eva).RGI, found.not_listed.RGI, found.others.RGI, found.total.RGI]
    assert given == [1, 1, 1, 1, 4]
    assert story.row(story.ana).RRI == 5


def test_rule_18_attendance_leaves_medical_out(story: Story) -> None:
    codes = (Code.PRESENT, Code.ABSENT, Code.LATE, Code.MEDICAL, Code.SUBSTITUTE)
    for day, code in zip((*MAR, dt.date(2026, 4, 2)), codes, strict=True):
        story.meeting(day, ana=code)
    assert story.row(story.ana).attendance == Fraction(3, 4)
    assert story.row(story.bruno).attendance is None


# Invariants


def test_every_figure_is_explained_by_its_why_list(story: Story) -> None:
    meeting = story.meeting(MAR[0], MeetingStatus.DRAFT, ana=Code.PRESENT, bruno=Code.LATE)
    story.visit(meeting, "Eva", inviter_id=story.ana)
    story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.OUTSIDE)
    story.slip(ONE, MAR[0], story.ana, story.bruno)
    story.slip(BUSINESS, MAR[0], None, story.ana, amount=500)
    story.slip(SlipKind.EDUCATION, MAR[0], story.bruno, credits=3)
    story.slip(SlipKind.TESTIMONIAL, MAR[0], story.bruno, story.ana)
    found = story.summary()
    for row in (*found.rows, *found.footers):
        for metric in Metric:
            listed = story.ask(why, story.chapter, metric, YEAR, person_id=row.person_id, row=row.row)
            assert sum(entry.value for entry in listed if entry.counted) == getattr(row, metric.value), (row, metric)


def test_a_typed_slip_says_what_is_missing(story: Story) -> None:
    for draft, missing in (
        (SlipDraft(kind=REFERRAL, date=MAR[0], receiver_id=story.ana), "Who gives"),
        (SlipDraft(kind=REFERRAL, date=MAR[0], giver_id=story.ana), "Who receives"),
        (SlipDraft(kind=ONE, date=MAR[0], giver_id=story.ana, receiver_id=story.ana), "same person"),
        (SlipDraft(kind=BUSINESS, date=MAR[0], receiver_id=story.ana), "amount"),
        (SlipDraft(kind=SlipKind.EDUCATION, date=MAR[0], giver_id=story.ana), "credits"),
    ):
        with pytest.raises(ChapterError, match=missing):
            story.do(slips.add_slip, story.chapter, draft)
    assert story.ask(slips.slips, story.chapter) == []


def test_the_summary_lists_members_of_the_last_day_by_surname(story: Story) -> None:
    with story.desk.read() as s:
        rows = summary(s, story.chapter, YEAR).rows
    assert [row.first_name for row in rows] == ["Ana", "Bruno", "Carla"]


def test_rule_11_marks_before_the_first_day_as_a_member_are_not_the_members_weeks(story: Story) -> None:
    story.meeting(MAR[0], ana=Code.PRESENT)
    story.meeting(MAR[1], ana=Code.PRESENT)
    story.do(members.edit_membership, story.membership(story.ana), start=MAR[1])
    assert (story.row(story.ana).P, story.summary().not_listed.P) == (1, 1)
    grid = story.ask(attendance_grid, story.chapter, YEAR)
    assert next(row for row in grid.rows if row.person_id == story.ana).codes == (None, Code.PRESENT)
    counted = story.ask(why, story.chapter, Metric.P, YEAR, person_id=story.ana)
    assert [row.date for row in counted] == [MAR[1]]


# No rule counts introductions


def test_an_introduction_changes_no_counter_and_is_no_one_to_one(story: Story) -> None:
    story.meeting(MAR[0], ana=Code.PRESENT)
    story.slip(REFERRAL, MAR[0], story.ana, story.bruno, tier=Tier.INSIDE)
    before = story.summary()
    story.slip(SlipKind.INTRODUCTION, MAR[0], story.ana, story.bruno, third_id=story.carla)
    assert story.summary() == before
    for metric in Metric:
        assert all("ntroduc" not in row.text for row in story.ask(why, story.chapter, metric, YEAR, row=RowKind.TOTAL))
