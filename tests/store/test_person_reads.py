"""The reads about one person: the card, the history, the change log; and what needs attention."""

import datetime as dt

import pytest

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import Standing, Status
from chapterdesk.domain.slips import FollowUp, Side, SlipKind
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store import chapters, course, meetings, members, people, roles, visits
from chapterdesk.store.attention import REFERRAL_DAYS, VISITOR_DAYS, Concern, attention
from chapterdesk.store.cards import card
from chapterdesk.store.history import history, role_label
from chapterdesk.store.log.person_changes import person_changes
from chapterdesk.store.members import RENEWAL_DAYS
from tests.story import Story

THU = [dt.date(2026, 3, day) for day in (5, 12, 19, 26)]
APRIL = dt.date(2026, 4, 1)


def told(story: Story, person: int) -> list[str]:
    """The history of a person in plain words."""
    return [row.text.format(**row.params) for row in story.ask(history, story.chapter, person)]


def waiting(story: Story, today: dt.date) -> list[tuple[Concern, str]]:
    """What needs attention on a day."""
    return [(item.concern, item.text.format(**item.params)) for item in story.ask(attention, story.chapter, today)]


def test_the_card_says_what_a_person_is_to_the_chapter(story: Story) -> None:
    def standing(person: int) -> Standing:
        found: Standing = story.ask(card, story.chapter, person, APRIL).standing
        return found

    assert standing(story.ana) is Standing.MEMBER
    story.do(members.leave, story.membership(story.bruno), THU[0])
    assert standing(story.bruno) is Standing.FORMER
    stranger = story.do(people.add_person, first_name="Eva")
    assert standing(stranger) is Standing.OTHER
    story.visit(story.meeting(THU[0]), person_id=stranger)
    assert standing(stranger) is Standing.VISITOR
    story.do(members.add_member, story.chapter, person_id=stranger, status=Status.APPLICANT)
    found = story.ask(card, story.chapter, stranger, APRIL)
    assert (found.standing, found.is_applicant, found.is_open) == (Standing.VISITOR, True, True)


def test_the_card_shows_the_membership_of_the_day_or_else_the_latest(story: Story) -> None:
    first = story.membership(story.ana)
    story.do(members.leave, first, dt.date(2025, 12, 31))
    again = story.do(members.add_member, story.chapter, person_id=story.ana, start=THU[2])
    by_day = {
        day: story.ask(card, story.chapter, story.ana, day).membership.membership_id
        for day in (dt.date(2025, 6, 1), THU[0], APRIL)
    }
    assert list(by_day.values()) == [first, again, again]


def test_a_missing_person_has_no_card(story: Story) -> None:
    with pytest.raises(ChapterError, match="no longer in the file"):
        story.ask(card, story.chapter, 999, APRIL)


def test_history_holds_memberships_roles_meetings_slips_and_visits_newest_first(story: Story) -> None:
    story.meeting(THU[0], ana=Code.PRESENT)
    second = story.meeting(THU[1], MeetingStatus.DRAFT, ana=Code.SUBSTITUTE)
    story.slip(SlipKind.REFERRAL, THU[1], story.ana, story.bruno, prospect="Luz")
    story.visit(second, "Hugo", inviter_id=story.ana)
    term = story.do(roles.start_role, story.chapter, story.ana, "president", THU[2])
    story.do(roles.end_role, term, THU[3])
    story.do(members.leave, story.membership(story.ana), APRIL, "Se muda")
    assert told(story, story.ana) == [
        "Left: resigned, Se muda",
        "Ended as president",
        "Began as president",
        "Meeting: S",
        "Referral to Bruno Ejemplo: Luz",
        "Brought Hugo: first",
        "Meeting: P",
        "Became a member",
    ]
    assert [row.date for row in story.ask(history, story.chapter, story.ana)][-1] is None


@pytest.mark.parametrize(
    ("kind", "more", "gave", "took"),
    [
        (SlipKind.REFERRAL, {}, "Referral to Bruno Ejemplo", "Referral received from Ana Ejemplo"),
        (
            SlipKind.REFERRAL,
            {"prospect": "Luz"},
            "Referral to Bruno Ejemplo: Luz",
            "Referral received from Ana Ejemplo: Luz",
        ),
        (SlipKind.ONE_TO_ONE, {}, "One-to-one with Bruno Ejemplo", "One-to-one with Ana Ejemplo"),
        (SlipKind.TESTIMONIAL, {}, "Testimonial for Bruno Ejemplo", "Testimonial received from Ana Ejemplo"),
    ],
)
def test_history_words_a_slip_from_each_side(
    story: Story, kind: SlipKind, more: dict[str, str], gave: str, took: str
) -> None:
    story.slip(kind, THU[0], story.ana, story.bruno, **more)
    assert gave in told(story, story.ana)
    assert took in told(story, story.bruno)


def test_history_never_shows_who_thanked(story: Story) -> None:
    story.slip(SlipKind.CLOSED_BUSINESS, THU[0], story.ana, story.bruno, amount=5)
    assert "Was thanked for closed business" in told(story, story.bruno)
    assert told(story, story.ana) == ["Became a member"]


def test_history_names_the_other_chapter_and_the_directors(story: Story) -> None:
    story.slip(SlipKind.REFERRAL, THU[0], story.ana, None, receiver_side=Side.OTHERS, other_chapter="Tres Puentes")
    story.slip(SlipKind.EDUCATION, THU[0], story.ana, credits=2)
    story.slip(SlipKind.EDUCATION, THU[1], story.ana, credits=1, topics="Presentarse")
    assert told(story, story.ana)[:3] == ["Education: Presentarse", "Education", "Referral to Tres Puentes"]


def test_history_of_a_visitor_who_applied_and_of_one_still_expected(story: Story) -> None:
    visit = story.visit(story.meeting(THU[0]), "Hugo", inviter_id=story.ana)
    hugo = next(row for row in story.ask(visits.visits, story.chapter) if row.id == visit).person_id
    story.visit(story.meeting(THU[1], MeetingStatus.PLANNED), person_id=hugo, attended=False)
    story.do(members.add_member, story.chapter, person_id=hugo, start=THU[2], status=Status.APPLICANT)
    assert told(story, hugo) == ["Applied", "Expected as a visitor", "first, invited by Ana Ejemplo"]
    assert "Invited Hugo" not in told(story, story.ana)


def test_a_visit_of_a_meeting_called_off_is_not_in_the_history(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.PLANNED)
    visit = story.visit(meeting, "Hugo", attended=False, inviter_id=story.bruno)
    story.do(course.call_off, meeting, MeetingStatus.DISCARDED)
    moved = next(row for row in story.ask(visits.visits, story.chapter) if row.id == visit)
    assert moved.date == THU[1]
    assert told(story, story.bruno)[0] == "Invited Hugo"


def test_usual_roles_have_a_label_and_free_ones_stay_as_typed() -> None:
    assert getattr(role_label("president"), "label", None) == "President"
    assert role_label("Guardiana del reloj") == "Guardiana del reloj"


def test_the_log_of_a_person_shows_names_and_days_instead_of_ids(story: Story) -> None:
    membership = story.membership(story.ana)
    story.do(members.edit_membership, membership, classification="Notaria", sponsor_id=story.bruno)
    story.do(members.edit_membership, membership, renewal_due=THU[0])
    story.do(people.edit_person, story.ana, phones=("600 1", "600 2"))
    found = story.ask(person_changes, story.chapter, story.ana)
    assert [[(one.field, one.before, one.after) for one in row.fields] for row in found[:3]] == [
        [("person.phones", None, "600 1\n600 2")],
        [("membership.renewal_due", None, THU[0])],
        [
            ("membership.classification_id", None, "Notaria"),
            ("membership.sponsor_id", None, "Bruno Ejemplo"),
        ],
    ]
    assert found[0].via == "change"


def test_an_action_that_touches_person_and_membership_is_one_line(story: Story) -> None:
    before = len(story.ask(person_changes, story.chapter, story.ana))
    with story.desk.change("Both") as s:
        people.edit_person(s, story.ana, company="Ejemplo SL")
        members.edit_membership(s, members.memberships(s, story.chapter, story.ana)[0].membership_id, start=THU[0])
    found = story.ask(person_changes, story.chapter, story.ana)
    assert len(found) == before + 1
    assert {one.field for one in found[0].fields} == {"person.company", "membership.start"}


def test_a_past_meeting_needs_attention_until_it_is_completed_or_called_off(story: Story) -> None:
    planned = story.meeting(THU[0], MeetingStatus.PLANNED)
    draft = story.meeting(THU[1], MeetingStatus.DRAFT)
    story.meeting(APRIL, MeetingStatus.PLANNED)
    assert [concern for concern, _text in waiting(story, APRIL)] == [Concern.DRAFT, Concern.FORGOTTEN]
    story.complete(draft)
    story.do(course.call_off, planned, MeetingStatus.HOLIDAY)
    assert waiting(story, APRIL) == []


def test_a_visitor_needs_attention_until_there_is_an_outcome_or_a_day(story: Story) -> None:
    visit = story.visit(story.meeting(THU[0]), "Hugo")
    assert [concern for concern, _text in waiting(story, THU[1])] == [Concern.VISITOR]
    assert waiting(story, THU[0]) == []
    assert waiting(story, THU[0] + dt.timedelta(days=VISITOR_DAYS + 1)) == []
    story.do(visits.edit_visit, visit, next_contact=THU[2])
    assert waiting(story, THU[1]) == []
    assert waiting(story, THU[2]) == [(Concern.CALL, "Call Hugo today")]
    assert waiting(story, THU[3])[0][1].startswith("Call Hugo, due since")
    story.do(visits.edit_visit, visit, outcome=VisitOutcome.DECLINED)
    assert waiting(story, THU[3]) == []


def test_only_the_last_visit_of_a_guest_needs_attention_and_a_member_never_does(story: Story) -> None:
    first = story.visit(story.meeting(THU[0]), "Hugo")
    hugo = story.ask(visits.visits, story.chapter)[0].person_id
    story.visit(story.meeting(THU[1]), person_id=hugo)
    found = story.ask(attention, story.chapter, THU[2])
    assert [item.date for item in found] == [THU[1]]
    assert found[0].visit_id != first
    story.visit(story.meeting(THU[2]), "Olga", kind=VisitKind.OBSERVER)
    story.do(members.add_member, story.chapter, person_id=hugo, start=THU[2])
    assert waiting(story, THU[3]) == []


def test_a_renewal_needs_attention_thirty_days_before_and_when_overdue(story: Story) -> None:
    story.do(members.edit_membership, story.membership(story.ana), renewal_due=APRIL)
    early = APRIL - dt.timedelta(days=RENEWAL_DAYS + 1)
    assert waiting(story, early) == []
    assert [text for _concern, text in waiting(story, early + dt.timedelta(1))] == [
        "Ana Ejemplo: renewal due on 2026-04-01"
    ]
    late = story.ask(attention, story.chapter, APRIL + dt.timedelta(1))
    assert (late[0].overdue, late[0].person_id) == (True, story.ana)


def test_an_open_referral_needs_attention_after_three_weeks(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, follow_up=FollowUp.OPEN)
    story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, follow_up=FollowUp.WON)
    assert waiting(story, THU[0] + dt.timedelta(days=REFERRAL_DAYS[0] - 1)) == []
    found = story.ask(attention, story.chapter, THU[0] + dt.timedelta(days=REFERRAL_DAYS[0]))
    assert [item.slip_id for item in found] == [slip]
    assert waiting(story, THU[0] + dt.timedelta(days=REFERRAL_DAYS[1] + 1)) == []


def test_attention_is_about_this_chapter_only(story: Story) -> None:
    other = story.do(chapters.add_chapter, name="Otro", weekday=1)
    story.do(meetings.add_meeting, other, THU[0])
    assert waiting(story, APRIL) == []
    assert len(story.ask(attention, other, APRIL)) == 1


def test_a_role_and_a_consent_can_end_and_continue(story: Story) -> None:
    term = story.do(roles.start_role, story.chapter, story.ana, "president", THU[0])
    story.do(roles.end_role, term, THU[1])
    story.do(roles.end_role, term, None)
    consent = story.do(people.add_consent, story.ana, "Photo", THU[0])
    story.do(people.withdraw_consent, consent, THU[1])
    story.do(people.withdraw_consent, consent, None)
    found = story.ask(card, story.chapter, story.ana, APRIL)
    assert (found.roles[0].end, found.consents[0].withdrawn_on) == (None, None)
