"""Slips of a meeting: parties and sides, visitors, other chapters, claims, weeks that are there already."""

import datetime as dt
from dataclasses import replace

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import Side, SlipDraft, SlipKind, Tier
from chapterdesk.domain.visits import VisitKind
from chapterdesk.importers import Answer, NeedKind, apply, detect, outcome_json
from chapterdesk.store.chapters import edit_chapter
from chapterdesk.store.course import call_off
from chapterdesk.store.meetings import add_meeting, edit_meeting, meeting_on, meetings
from chapterdesk.store.members import former_members, leave
from chapterdesk.store.people import add_person, names
from chapterdesk.store.roll import mark
from chapterdesk.store.slips import add_slip
from chapterdesk.store.visits import add_visit
from tests.importers.connect_files import Bold, csv_file, slips_file, xlsx_file
from tests.importers.desk import TODAY, Importing

DAY = dt.date(2026, 5, 7)
REFERRAL = ("Anna Muster", "Bruno Beispiel", "Referral", "Tier 1 (inside)", None, None, None)
OUTSIDE = ("Bruno Beispiel", "Anna Muster", "Referral", "Tier 2 (outside)", None, None, None)
MEETING = ("Anna Muster", "Bruno Beispiel", "One-to-One", None, None, None, None)
THANKS = (None, "Anna Muster", "TYFCB", None, "400.00", None, None)
CREDITS = ("Anna Muster", None, "CEU", None, None, "3", None)
VISITOR = ("Anna Muster", "David Gast", "Visitor", None, None, None, None)
ROWS = (REFERRAL, OUTSIDE, MEETING, THANKS, CREDITS, VISITOR)
Row = tuple[object, ...]


@pytest.fixture
def chapter(importing: Importing) -> Importing:
    """Two members: Anna Muster and Bruno Beispiel."""
    importing.add_members("Anna Muster", "Bruno Beispiel")
    return importing


def titled(rows: tuple[Row, ...] = ROWS, day: str = "07/05/2026") -> bytes:
    return slips_file(rows, title=f"Slips Audit Report for {day}")


def bare(*rows: Row) -> bytes:
    return slips_file(rows)


def test_a_good_file_makes_the_meeting_its_slips_and_its_visits(chapter: Importing) -> None:
    assert detect(titled()) == detect(bare(*ROWS)) == "slips"
    outcome = chapter.one(titled())
    assert (outcome.rows, outcome.made.meetings, outcome.made.slips, outcome.made.visits) == (6, 1, 5, 1)
    assert (outcome.matched, outcome.unmatched, outcome.problems) == (2, (), ())
    with chapter.desk.read() as s:
        meeting = meeting_on(s, chapter.chapter_id, DAY)
    assert meeting is not None
    assert meeting.status is MeetingStatus.COMPLETED
    first, second, third, fourth, fifth = chapter.slips()
    assert (first.kind, first.giver, first.receiver, first.tier) == (
        SlipKind.REFERRAL,
        "Anna Muster",
        "Bruno Beispiel",
        Tier.INSIDE,
    )
    assert (second.tier, third.kind) == (Tier.OUTSIDE, SlipKind.ONE_TO_ONE)
    assert (fourth.giver_id, fourth.receiver, fourth.amount) == (None, "Anna Muster", 40000)
    assert (fifth.giver, fifth.receiver_id, fifth.credits) == ("Anna Muster", None, 3)
    (visit,) = chapter.visits()
    assert (visit.name, visit.inviter, visit.kind, visit.attended) == (
        "David Gast",
        "Anna Muster",
        VisitKind.FIRST,
        True,
    )


def test_older_words_are_recognised(chapter: Importing) -> None:
    rows = ((*MEETING[:2], "One to One", *MEETING[3:]), (*REFERRAL[:3], "Inside", *REFERRAL[4:]))
    chapter.one(bare(*rows, (*REFERRAL[:3], "Outside", *REFERRAL[4:])), date=DAY)
    assert [(row.kind, row.tier) for row in chapter.slips()] == [
        (SlipKind.ONE_TO_ONE, None),
        (SlipKind.REFERRAL, Tier.INSIDE),
        (SlipKind.REFERRAL, Tier.OUTSIDE),
    ]


def test_older_headings_are_recognised(chapter: Importing) -> None:
    names = ("From", "To", "Slip Type", "Inside/Outside", "$ if TYFCB", "Qty if CEU", "Detail")
    chapter.one(slips_file((THANKS, CREDITS), title="Slips Audit Report for 07/05/2026", columns=names))
    assert [(row.amount, row.credits) for row in chapter.slips()] == [(40000, None), (None, 3)]


def test_a_file_without_headers_asks_for_its_day(chapter: Importing) -> None:
    preview = chapter.preview(bare(*ROWS))[0]
    assert [need.kind for need in preview.needs] == [NeedKind.DATE]
    chapter.one(bare(*ROWS), date=DAY)
    assert {row.date for row in chapter.slips()} == {DAY}


def test_the_date_in_the_title_is_read_so_that_it_is_the_chapters_weekday(chapter: Importing) -> None:
    assert chapter.preview(titled(day="05/07/2026"), titled(day="07/05/2026"))[0].period is not None
    chapter.one(titled(day="05/07/2026"))  # 7 May is a Thursday, 5 July is not
    assert {row.date for row in chapter.slips()} == {DAY}


def test_an_ambiguous_date_is_asked_for(chapter: Importing) -> None:
    with chapter.desk.change("No weekday") as s:
        edit_chapter(s, chapter.chapter_id, weekday=None)
    (need,) = chapter.preview(titled())[0].needs
    assert need.dates == (dt.date(2026, 5, 7), dt.date(2026, 7, 5))
    assert chapter.preview(titled(), date=dt.date(2026, 4, 9))[0].needs[0].kind is NeedKind.DATE
    chapter.one(titled(), date=DAY)
    assert {row.date for row in chapter.slips()} == {DAY}


def test_a_day_over_twelve_has_one_reading(chapter: Importing) -> None:
    chapter.one(titled(day="13/05/2026"))
    assert {row.date for row in chapter.slips()} == {dt.date(2026, 5, 13)}


def test_slips_of_a_future_day_are_reported(chapter: Importing) -> None:
    outcome = chapter.one(bare(*ROWS), date=dt.date(2026, 7, 9))
    assert [str(problem) for problem in outcome.problems] == ["The slips are of 2026-07-09, which is still to come"]


def test_a_period_of_one_day_gives_the_day(chapter: Importing) -> None:
    chapter.one(bare(*ROWS), period=Period(DAY, DAY))
    assert {row.date for row in chapter.slips()} == {DAY}


def test_a_bold_name_belongs_to_another_chapter(chapter: Importing) -> None:
    rows = (
        ("Anna Muster", Bold("Carla Modelo"), "Referral", "Tier 1 (inside)", None, None, "Gruppe Musterstadt, Nord"),
        (None, Bold("Carla Modelo"), "TYFCB", None, "12.50", None, "Gruppe Musterstadt, Nord"),
        (Bold("Bruno Beispiel"), "Anna Muster", "One-to-One", None, None, None, "Gruppe Neudorf"),
        (Bold("BNI"), "Anna Muster", "Referral", "Tier 2 (outside)", None, None, None),
    )
    outcome = chapter.one(bare(*rows), date=DAY, add_members=True)
    assert (outcome.made.members, outcome.unmatched, outcome.matched) == (0, (), 1)
    assert chapter.sides() == [
        ("Anna Muster", Side.HERE, "Carla Modelo", Side.ELSEWHERE),
        ("", Side.HERE, "Carla Modelo", Side.ELSEWHERE),
        ("Bruno Beispiel", Side.ELSEWHERE, "Anna Muster", Side.HERE),
        ("", Side.OTHERS, "Anna Muster", Side.HERE),
    ]
    first, second, third, _ = chapter.slips()
    assert first.receiver_id == second.receiver_id
    assert (first.other_chapter, third.other_chapter) == ("Gruppe Musterstadt, Nord", "Gruppe Neudorf")
    assert third.giver_id != chapter.person("Bruno Beispiel")


def test_a_person_of_another_chapter_is_the_same_next_week(chapter: Importing) -> None:
    row = ("Anna Muster", Bold("Carla Modelo"), "Referral", "Tier 1 (inside)", None, None, "Gruppe Musterstadt")
    other = (*row[:6], "Gruppe Neudorf")
    chapter.one(bare(row), date=DAY)
    chapter.one(bare(row, other), date=dt.date(2026, 5, 14))
    first, second, third = (slip.receiver_id for slip in chapter.slips())
    assert first == second != third


def test_a_bold_name_on_education_belongs_to_this_chapter(chapter: Importing) -> None:
    chapter.one(bare((Bold("Anna Muster"), None, "CEU", None, None, "2", None)), date=DAY)
    assert chapter.slips()[0].giver_id == chapter.person("Anna Muster")


def test_without_bold_names_closed_business_stays_in_this_chapter(chapter: Importing) -> None:
    foreign = (Bold("Carla Modelo"), "Anna Muster", "Referral", "Tier 1 (inside)", None, None, "Gruppe Neudorf")
    chapter.one(bare((None, "Anna Muster", "TYFCB", None, "10", None, "Gruppe Neudorf"), foreign), date=DAY)
    slip = chapter.slips()[0]
    assert (slip.receiver_side, slip.other_chapter, slip.amount) == (Side.HERE, "Gruppe Neudorf", 1000)


def test_without_bold_the_detail_text_shows_the_other_chapter(chapter: Importing) -> None:
    rows = (
        ("From", "To", "Slip Type", "Inside/Outside", "TYFCB Amount", "CEU Credits", "Detail"),
        ("Anna Muster", "Carla Modelo", "Referral", "Tier 1 (inside)", "", "", "Gruppe Neudorf"),
        ("Ernst Fremd", "Bruno Beispiel", "One-to-One", "", "", "", "Gruppe Neudorf"),
        ("Ernst Unbekannt", "Bruno Beispiel", "One-to-One", "", "", "", ""),
        ("Ernst Fremd", "Carla Modelo", "One-to-One", "", "", "", "Gruppe Neudorf"),
        ("", "Frieda Wer", "TYFCB", "", "99,50", "", "Gruppe Neudorf"),
    )
    outcome = chapter.one(csv_file(rows, ";", "cp1252"), date=DAY)
    assert chapter.sides() == [
        ("Anna Muster", Side.HERE, "Carla Modelo", Side.ELSEWHERE),
        ("Ernst Fremd", Side.ELSEWHERE, "Bruno Beispiel", Side.HERE),
        ("Ernst Unbekannt", Side.HERE, "Bruno Beispiel", Side.HERE),
        ("Ernst Fremd", Side.HERE, "Carla Modelo", Side.HERE),
        ("", Side.HERE, "Frieda Wer", Side.HERE),
    ]
    assert "Frieda Wer" in outcome_json(outcome)["unmatched"]


def test_bold_survives_in_a_workbook(chapter: Importing) -> None:
    head = ("From", "To", "Slip Type", "Inside/Outside", "TYFCB Amount", "CEU Credits", "Detail")
    row = ("Anna Muster", Bold("Bruno Beispiel"), "Referral", "Tier 1 (inside)", None, None, "Gruppe Neudorf")
    chapter.one(xlsx_file((head, REFERRAL, row)), date=DAY)
    assert [side for _, _, _, side in chapter.sides()] == [Side.HERE, Side.ELSEWHERE]


def test_unmatched_people_are_kept_without_a_membership_and_count_as_not_listed(chapter: Importing) -> None:
    rows = (
        ("Anna Muster", "Karl Fremd", "Referral", "Tier 1 (inside)", None, None, None),
        ("Karl  Fremd", "Anna Muster", "Referral", "Tier 2 (outside)", None, None, None),
        ("Bruno Beispeil", "Anna Muster", "One-to-One", None, None, None, None),
    )
    preview = chapter.preview(bare(*rows), date=DAY)[0]
    assert [found.name for found in preview.unmatched] == ["Karl Fremd", "Bruno Beispeil"]
    assert [name for _, name in preview.unmatched[1].suggestions] == ["Bruno Beispiel"]
    chapter.one(bare(*rows), date=DAY, add_members=True)
    assert chapter.names() == ["Anna Muster", "Bruno Beispiel"]
    found = chapter.summary()
    assert (found.not_listed.RGO, found.not_listed.RRI, found.not_listed.one_to_ones) == (1, 1, 1)
    again = chapter.one(bare(rows[0]), date=dt.date(2026, 5, 14))
    assert outcome_json(again)["unmatched"] == ["Karl Fremd"]
    assert len({slip.receiver_id for slip in chapter.slips() if slip.receiver == "Karl Fremd"}) == 1


def test_a_former_member_is_matched(chapter: Importing) -> None:
    with chapter.desk.change("Leaves") as s:
        membership = next(row for row in chapter.members() if row.name == "Bruno Beispiel")
        leave(s, membership.membership_id, dt.date(2026, 1, 31))
    assert chapter.one(bare(REFERRAL), date=DAY).unmatched == ()
    with chapter.desk.read() as s:
        assert [row.name for row in former_members(s, chapter.chapter_id, TODAY)] == ["Bruno Beispiel"]


def test_an_ambiguous_name_is_never_guessed(chapter: Importing) -> None:
    chapter.add_members("Bruno Beispiel")
    outcome = chapter.one(bare(REFERRAL), date=DAY)
    assert outcome_json(outcome)["unmatched"] == ["Bruno Beispiel"]
    assert chapter.slips()[0].receiver_id not in {row.person_id for row in chapter.members()}
    chapter.one(bare(REFERRAL, REFERRAL), date=dt.date(2026, 5, 14))
    assert len({slip.receiver_id for slip in chapter.slips()}) == 1


def test_an_answer_is_stored_as_an_alias(chapter: Importing) -> None:
    rows = (("Anna Muster", "B. Beispiel", "Referral", "Tier 1 (inside)", None, None, None),)
    bruno = chapter.person("Bruno Beispiel")
    chapter.one(bare(*rows), date=DAY, answers={"B. Beispiel": Answer(bruno)})
    outcome = chapter.one(bare(*rows, *rows), date=dt.date(2026, 5, 14))
    assert outcome.unmatched == ()
    assert {slip.receiver_id for slip in chapter.slips()} == {bruno}


def test_the_answer_other_chapter_is_stored_too(chapter: Importing) -> None:
    rows = (("Anna Muster", "Carla Modelo", "Referral", "Tier 1 (inside)", None, None, None),)
    chapter.one(bare(*rows), date=DAY, answers={"Carla Modelo": Answer(side=Side.ELSEWHERE)})
    outcome = chapter.one(bare(*rows, *rows), date=dt.date(2026, 5, 14))
    assert outcome.unmatched == ()
    assert {side for _, _, _, side in chapter.sides()} == {Side.ELSEWHERE}
    assert len({slip.receiver_id for slip in chapter.slips()}) == 1


def test_the_answer_new_member_adds_a_member(chapter: Importing) -> None:
    rows = (("Anna Muster", "Carla Modelo", "Referral", "Tier 1 (inside)", None, None, None),)
    outcome = chapter.one(bare(*rows), date=DAY, answers={"Carla Modelo": Answer(new_member=True)})
    assert outcome.made.members == 1
    assert "Carla Modelo" in chapter.names()


def test_identical_rows_are_all_kept(chapter: Importing) -> None:
    outcome = chapter.one(bare(REFERRAL, REFERRAL, THANKS, THANKS, VISITOR, VISITOR), date=DAY)
    assert (outcome.made.slips, outcome.made.visits) == (4, 2)
    assert len({visit.person_id for visit in chapter.visits()}) == 1
    assert chapter.summary().total.V == 1, "a person's first visit counts once (rule 6)"


def test_a_slip_with_one_person_on_both_sides_is_stored_and_reported(chapter: Importing) -> None:
    outcome = chapter.one(bare(("Anna Muster", "Anna Muster", "One-to-One", None, None, None, None)), date=DAY)
    assert outcome.made.slips == 1
    assert [(problem.row, problem.column) for problem in outcome.problems] == [(2, "To")]


def test_a_visitor_who_comes_again_is_the_same_person(chapter: Importing) -> None:
    chapter.one(bare(VISITOR), date=DAY)
    outcome = chapter.one(bare(VISITOR, REFERRAL), date=dt.date(2026, 5, 14))
    first, second = chapter.visits()
    assert (first.person_id, first.kind) == (second.person_id, VisitKind.FIRST)
    assert (second.kind, outcome.unmatched, chapter.summary().total.V) == (VisitKind.REPEAT, (), 1)


def test_a_visitor_named_like_a_member_is_another_person(chapter: Importing) -> None:
    outcome = chapter.one(bare(("Anna Muster", "Bruno Beispiel", "Visitor", None, None, None, None)), date=DAY)
    assert "is a member on that day" in outcome.problems[0].text
    assert chapter.visits()[0].person_id != chapter.person("Bruno Beispiel")


def test_visitors_of_other_chapters_and_uninvited_ones(chapter: Importing) -> None:
    rows = (
        (None, "Erna Gast", "Visitor", None, None, None, None),
        ("BNI", "Fritz Gast", "Visitor", None, None, None, None),
        ("Anna Muster", Bold("Gerda Gast"), "Visitor", None, None, None, "Gruppe Neudorf"),
        (Bold("Hans Fremd"), "Ida Gast", "Visitor", None, None, None, "Gruppe Neudorf"),
        ("Karl Fremd", "Jan Gast", "Visitor", None, None, None, None),
    )
    outcome = chapter.one(bare(*rows), date=DAY)
    found = {visit.name: (visit.inviter, visit.kind) for visit in chapter.visits()}
    assert found == {
        "Erna Gast": ("", VisitKind.FIRST),
        "Fritz Gast": ("", VisitKind.FIRST),
        "Gerda Gast": ("Anna Muster", VisitKind.OTHER_CHAPTER),
        "Ida Gast": ("", VisitKind.FIRST),
        "Jan Gast": ("Karl Fremd", VisitKind.FIRST),
    }
    assert outcome_json(outcome)["unmatched"] == ["Karl Fremd"]


def test_an_expected_visitor_of_the_meeting_is_confirmed(chapter: Importing) -> None:
    with chapter.desk.change("Expected") as s:
        meeting = add_meeting(s, chapter.chapter_id, DAY)
        add_visit(s, meeting, first_name="David", last_name="Gast")
    outcome = chapter.one(bare(VISITOR), date=DAY)
    assert (outcome.made.visits, outcome.made.meetings) == (0, 0)
    (visit,) = chapter.visits()
    assert (visit.attended, visit.inviter) == (True, "Anna Muster")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("Anna Muster", "Bruno Beispiel", "Gossip", None, None, None, None), "Slip Type"),
        (("", "Bruno Beispiel", "Referral", "Tier 1 (inside)", None, None, None), "From"),
        (("Anna Muster", "", "One-to-One", None, None, None, None), "To"),
        (("Anna Muster", "BNI", "Visitor", None, None, None, None), "To"),
        ((None, "Anna Muster", "TYFCB", None, "lots", None, None), "TYFCB Amount"),
        ((None, "Anna Muster", "TYFCB", None, "-5.00", None, None), "TYFCB Amount"),
        ((None, "Anna Muster", "TYFCB", None, None, None, None), "TYFCB Amount"),
        (("Anna Muster", None, "CEU", None, None, "0", None), "CEU Credits"),
        (("Anna Muster", None, "CEU", None, None, "some", None), "CEU Credits"),
    ],
)
def test_a_broken_row_is_a_problem_with_row_and_column_and_the_others_stay(
    chapter: Importing, row: Row, column: str
) -> None:
    outcome = chapter.one(bare(REFERRAL, row, MEETING), date=DAY)
    assert [(problem.row, problem.column) for problem in outcome.problems] == [(3, column)]
    assert (outcome.rows, outcome.made.slips) == (3, 2)


def test_a_referral_without_a_tier_counts_as_inside_and_is_reported(chapter: Importing) -> None:
    outcome = chapter.one(bare((*REFERRAL[:3], None, None, None, None)), date=DAY)
    assert (outcome.problems[0].column, chapter.slips()[0].tier) == ("Inside/Outside", Tier.INSIDE)


def test_amounts_can_be_spelled_in_other_ways(chapter: Importing) -> None:
    amounts = ("Rs. 1400", "2,60,000.00", "12.5")
    chapter.one(bare(*((None, "Anna Muster", "TYFCB", None, text, None, None) for text in amounts)), date=DAY)
    assert [slip.amount for slip in chapter.slips()] == [140000, 26000000, 1250]


def test_the_same_week_again_is_refused_unless_it_replaces(chapter: Importing) -> None:
    chapter.one(bare(*ROWS, REFERRAL), date=DAY)
    refused = chapter.preview(bare(*ROWS), date=DAY)[0].refused
    assert refused is not None
    assert refused[1]["date"] == DAY
    before = chapter.counts()
    outcome = chapter.run(bare(*ROWS), date=DAY, replace=True)[0]
    assert (outcome.made.slips, outcome.made.visits) == (5, 1)
    after = chapter.counts()
    assert (after["slip"], after["visit"], after["person"]) == (5, 1, before["person"])
    assert after["import_batch"] == 1


def test_replacing_deletes_people_whom_only_the_earlier_file_named(chapter: Importing) -> None:
    stranger = ("Anna Muster", "Karl Fremd", "Referral", "Tier 1 (inside)", None, None, None)
    chapter.one(bare(stranger, VISITOR), date=DAY)
    chapter.run(bare(REFERRAL), date=DAY, replace=True)
    with chapter.desk.read() as s:
        assert sorted(row.name for row in names(s, chapter.chapter_id, TODAY)) == ["Anna Muster", "Bruno Beispiel"]


def test_a_file_of_a_wrong_day_can_be_imported_again_with_the_right_one(chapter: Importing) -> None:
    chapter.one(bare(*ROWS), date=DAY)
    assert chapter.preview(bare(*ROWS), date=dt.date(2026, 5, 14))[0].refused is not None
    chapter.run(bare(*ROWS), date=dt.date(2026, 5, 14), replace=True)
    assert {slip.date for slip in chapter.slips()} == {dt.date(2026, 5, 14)}
    with chapter.desk.read() as s:
        assert [row.date for row in meetings(s, chapter.chapter_id)] == [dt.date(2026, 5, 14)]


def test_two_files_of_one_day_are_not_both_imported(chapter: Importing) -> None:
    first, second = chapter.preview(bare(*ROWS), bare(REFERRAL), date=DAY, replace=True)
    assert first.refused is None
    assert second.refused is not None


def test_rule_16_a_typed_slip_is_claimed_one_for_one(chapter: Importing) -> None:
    anna, bruno = chapter.person("Anna Muster"), chapter.person("Bruno Beispiel")
    with chapter.desk.change("Typed") as s:
        meeting = add_meeting(s, chapter.chapter_id, DAY)
        typed = SlipDraft(
            kind=SlipKind.REFERRAL, date=DAY, meeting_id=meeting, giver_id=anna, receiver_id=bruno, tier=Tier.INSIDE
        )
        kept = add_slip(s, chapter.chapter_id, replace(typed, note="Roof"))
        add_slip(s, chapter.chapter_id, replace(typed, tier=Tier.OUTSIDE))
        thanks = replace(typed, kind=SlipKind.CLOSED_BUSINESS, giver_id=None, receiver_id=anna, amount=40000)
        add_slip(s, chapter.chapter_id, thanks)
        add_slip(s, chapter.chapter_id, replace(typed, kind=SlipKind.EDUCATION, receiver_id=None, credits=2))
    preview = chapter.preview(bare(REFERRAL, REFERRAL, THANKS, CREDITS), date=DAY)[0]
    assert (preview.claimed, preview.made.slips) == (2, 2)
    chapter.run(bare(REFERRAL, REFERRAL, THANKS, CREDITS), date=DAY)
    assert len(chapter.slips()) == 6
    assert next(slip for slip in chapter.slips() if slip.id == kept).note == "Roof"
    chapter.run(bare(REFERRAL, VISITOR), date=DAY, replace=True)
    assert {slip.id for slip in chapter.slips()} >= {kept}
    assert len(chapter.slips()) == 4


def test_a_typed_slip_without_a_meeting_is_claimed_into_the_one_that_is_made(chapter: Importing) -> None:
    with chapter.desk.change("Typed") as s:
        draft = SlipDraft(
            kind=SlipKind.ONE_TO_ONE,
            date=DAY,
            giver_id=chapter.person("Anna Muster"),
            receiver_id=chapter.person("Bruno Beispiel"),
        )
        add_slip(s, chapter.chapter_id, draft)
    chapter.one(bare(MEETING), date=DAY)
    (slip,) = chapter.slips()
    assert slip.meeting_status is MeetingStatus.COMPLETED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MeetingStatus.PLANNED, MeetingStatus.COMPLETED),
        (MeetingStatus.DRAFT, MeetingStatus.DRAFT),
        (MeetingStatus.COMPLETED, MeetingStatus.COMPLETED),
        (MeetingStatus.HOLIDAY, MeetingStatus.COMPLETED),
    ],
)
def test_rule_8_an_import_writes_into_the_meeting_of_its_date(
    chapter: Importing, before: MeetingStatus, after: MeetingStatus
) -> None:
    memberships = {row.name: row.membership_id for row in chapter.members()}
    with chapter.desk.change("A meeting") as s:
        meeting = add_meeting(s, chapter.chapter_id, DAY)
        if before is MeetingStatus.HOLIDAY:
            call_off(s, meeting, before)
        elif before is MeetingStatus.DRAFT:
            mark(s, meeting, memberships["Anna Muster"], Code.PRESENT)
        else:
            edit_meeting(s, meeting, status=before)
    assert chapter.one(bare(REFERRAL), date=DAY).made.meetings == 0
    with chapter.desk.read() as s:
        (row,) = meetings(s, chapter.chapter_id)
    assert (row.id, row.status) == (meeting, after)
    assert chapter.slips()[0].meeting_id == meeting


def test_people_of_other_chapters_in_the_desk_file_are_not_matched(chapter: Importing) -> None:
    with chapter.desk.change("A prospect") as s:
        prospect = add_person(s, first_name="Karl", last_name="Fremd")
    chapter.one(bare(("Anna Muster", "Karl Fremd", "Referral", "Tier 1 (inside)", None, None, None)), date=DAY)
    assert chapter.slips()[0].receiver_id != prospect


def test_a_broken_file_without_slips_is_refused(chapter: Importing) -> None:
    preview = chapter.preview(bare(), date=DAY)[0]
    assert preview.refused is not None
    assert "no slips" in preview.refused[0]
    footers = chapter.preview(bare(("Total", None, None, None, "5", None, None)), date=DAY)[0]
    assert footers.refused is not None


def test_done_when_3_500_rows_make_500_slips_and_visits_and_no_wrong_member(importing: Importing) -> None:
    members = [f"Mitglied{n} Muster" for n in range(30)]
    strangers = [f"Fremd{n} Anders" for n in range(15)]
    importing.add_members(*members)
    kinds = ("Referral", "One-to-One", "TYFCB", "CEU", "Visitor")
    rows: list[Row] = []
    for n in range(500):
        giver = members[n % 30]
        receiver = strangers[n % 15] if n % 3 == 0 else members[(n * 7 + 1) % 30]
        kind = kinds[n % 5]
        tier = "Tier 1 (inside)" if kind == "Referral" else None
        rows.append(
            rows[-1]
            if n % 6 == 5
            else (
                None if kind == "TYFCB" else giver,
                None if kind == "CEU" else f"Gast{n} Besuch" if kind == "Visitor" else receiver,
                kind,
                tier,
                "100.00" if kind == "TYFCB" else None,
                "1" if kind == "CEU" else None,
                None,
            )
        )
    previews = importing.preview(bare(*rows), date=DAY, add_members=True)
    (outcome,) = apply(importing.desk, previews)
    assert (outcome.rows, outcome.made.slips + outcome.made.visits, outcome.made.members) == (500, 500, 0)
    assert importing.names() == sorted(members)
    assert set(outcome_json(outcome)["unmatched"]) <= set(strangers)


INTRODUCED = ("From", "To", "Slip Type", "Inside/Outside", "$ if TYFCB", "Qty if CEU", "Introduced to")


def introduced(*rows: Row) -> bytes:
    return slips_file(rows, title="Slips Audit Report for 07/05/2026", columns=INTRODUCED)


@pytest.mark.parametrize("word", ["Introduction", "Presentación"])
def test_an_introduction_names_three_people(chapter: Importing, word: str) -> None:
    chapter.one(introduced(("Anna Muster", "Bruno Beispiel", word, None, None, None, "Eva Fremd")))
    (row,) = chapter.slips()
    assert (row.kind, row.giver, row.receiver, row.third) == (
        SlipKind.INTRODUCTION, "Anna Muster", "Bruno Beispiel", "Eva Fremd",
    )  # fmt: skip


def test_an_introduction_to_one_of_the_other_two_is_kept_and_reported(chapter: Importing) -> None:
    line = ("Anna Muster", "Bruno Beispiel", "Introduction", None, None, None, "Anna Muster")
    outcome = chapter.one(introduced(line))
    assert [problem.column for problem in outcome.problems] == ["Introduced to"]
    (row,) = chapter.slips()
    assert (row.giver, row.third) == ("Anna Muster", "Anna Muster")


@pytest.mark.parametrize("third", [None, "BNI"])
def test_an_introduction_to_nobody_is_reported(chapter: Importing, third: str | None) -> None:
    outcome = chapter.one(introduced(("Anna Muster", "Bruno Beispiel", "Introduction", None, None, None, third)))
    assert [problem.column for problem in outcome.problems] == ["Introduced to"]
    assert chapter.slips() == []


def test_rule_16_a_typed_introduction_is_claimed_by_its_three_people(chapter: Importing) -> None:
    anna, bruno = chapter.person("Anna Muster"), chapter.person("Bruno Beispiel")
    with chapter.desk.change("Typed") as s:
        third = add_person(s, first_name="Eva", last_name="Fremd")
        draft = SlipDraft(kind=SlipKind.INTRODUCTION, date=DAY, giver_id=anna, receiver_id=bruno, third_id=third)
        typed = add_slip(s, chapter.chapter_id, draft)
    line = ("Anna Muster", "Bruno Beispiel", "Introduction", None, None, None)
    chapter.one(introduced((*line, "Eva Fremd"), (*line, "Iker Otro")))
    assert sorted((row.id == typed, row.third) for row in chapter.slips()) == [
        (False, "Iker Otro"),
        (True, "Eva Fremd"),
    ]
