"""Chapters, people, members, seats and roles in the desk file."""

import datetime as dt

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.members import SeatState, Standing, Status
from chapterdesk.store import chapters, members, people, roles, seats, visits
from tests.story import Story

DAY = dt.date(2026, 3, 5)


def test_a_chapter_is_found_by_its_name_whatever_the_case(story: Story) -> None:
    row = story.ask(chapters.chapter_named, "  RIBERA business ")
    assert (row.id, row.kind, row.weekday) == (story.chapter, GroupKind.BUSINESS, 3)
    with pytest.raises(ChapterError, match=r"no chapter “Otro”.*Ribera"):
        story.ask(chapters.chapter_named, "Otro")


def test_two_chapters_cannot_have_one_name_and_none_can_lack_one(story: Story) -> None:
    for name in ("ribera  BUSINESS", "  "):
        with pytest.raises(ChapterError):
            story.do(chapters.add_chapter, name=name)
    other = story.do(chapters.add_chapter, name="Otra")
    with pytest.raises(ChapterError, match="already"):
        story.do(chapters.edit_chapter, other, name="Ribera Business")
    story.do(chapters.edit_chapter, other, name="OTRA", place="Sala 2")
    assert [row.name for row in story.ask(chapters.chapters)] == ["Ribera business", "OTRA"]


def test_a_logo_and_holidays_of_the_chapter_are_kept(story: Story) -> None:
    story.do(chapters.set_logo, story.chapter, b"\x89PNG one")
    story.do(chapters.set_logo, story.chapter, b"\x89PNG two")
    assert story.ask(chapters.logo, story.chapter) == b"\x89PNG two"
    story.do(chapters.set_logo, story.chapter, None)
    assert story.ask(chapters.logo, story.chapter) is None
    holiday = story.do(chapters.add_holiday, story.chapter, DAY, "Fiesta del barrio")
    with pytest.raises(ChapterError, match="already"):
        story.do(chapters.add_holiday, story.chapter, DAY)
    assert [row.name for row in story.ask(chapters.holidays, story.chapter)] == ["Fiesta del barrio"]
    story.do(chapters.remove_holiday, holiday)
    assert story.ask(chapters.holidays, story.chapter) == []


def test_a_row_undone_meanwhile_is_reported_as_gone(story: Story) -> None:
    for function in (chapters.chapter, people.person, members.member):
        with pytest.raises(ChapterError, match="no longer"):
            story.ask(function, 999)
    with pytest.raises(ChapterError, match="no longer"):
        story.do(people.edit_person, 999, notes="x")


def test_a_person_keeps_phones_and_mails_one_by_one(story: Story) -> None:
    person = story.do(
        people.add_person, first_name="Eva", phones=("600 000 001", " ", "600 000 002"), emails=("eva@example.org",)
    )
    row = story.ask(people.person, person)
    assert row.phones == ("600 000 001", "600 000 002")
    assert (row.name, row.emails) == ("Eva", ("eva@example.org",))
    story.do(people.edit_person, person, last_name="Núñez", phones=())
    assert story.ask(people.person, person).name == "Eva Núñez"
    assert story.ask(people.person, person).phones == ()
    with pytest.raises(ChapterError, match="name is missing"):
        story.do(people.edit_person, person, first_name=" ", last_name="")
    with pytest.raises(ChapterError, match="name is missing"):
        story.do(people.add_person, company="Nadie SL")


@pytest.mark.parametrize(
    ("typed", "names"),
    [("Ana Ruiz Gil", ("Ana", "Ruiz Gil")), ("Ruiz Gil, Ana", ("Ana", "Ruiz Gil")), (" Ana ", ("Ana", ""))],
)
def test_a_name_typed_in_one_line_is_split(typed: str, names: tuple[str, str]) -> None:
    assert people.split_name(typed) == names


def test_type_ahead_knows_everybody_members_first(story: Story) -> None:
    story.visit(story.meeting(DAY), "Zoe")
    story.do(people.add_person, first_name="Aaron")
    story.do(members.leave, story.membership(story.carla), DAY - dt.timedelta(1))
    found = story.ask(people.names, story.chapter, DAY)
    assert [(row.first_name, row.standing) for row in found] == [
        ("Ana", Standing.MEMBER),
        ("Bruno", Standing.MEMBER),
        ("Carla", Standing.FORMER),
        ("Zoe", Standing.VISITOR),
        ("Aaron", Standing.OTHER),
    ]
    assert found[0].name == "Ana Ejemplo"


def test_people_of_one_name_are_listed_in_the_order_in_which_they_were_added(story: Story) -> None:
    story.do(people.edit_person, story.bruno, first_name="Ana")
    with story.desk.read() as s:
        s.connection().exec_driver_sql("PRAGMA reverse_unordered_selects=on")
        found = [row.person_id for row in people.names(s, story.chapter, DAY) if row.first_name == "Ana"]
        s.connection().exec_driver_sql("PRAGMA reverse_unordered_selects=off")
    assert found == [story.ana, story.bruno]


def test_photos_and_consents_belong_to_a_person(story: Story) -> None:
    story.do(people.set_photo, story.ana, b"\xff\xd8 photo")
    assert story.ask(people.photo, story.ana) == b"\xff\xd8 photo"
    story.do(people.set_photo, story.ana, None)
    assert story.ask(people.photo, story.ana) is None
    consent = story.do(people.add_consent, story.ana, "Photos on the web", DAY)
    story.do(people.withdraw_consent, consent, DAY)
    assert story.ask(people.consents, story.ana)[0].withdrawn_on == DAY


def test_naming_a_seat_creates_it_and_a_second_holder_gives_a_warning(story: Story) -> None:
    story.do(members.edit_membership, story.membership(story.ana), classification="Abogada")
    conflicts = story.ask(members.seat_conflicts, story.chapter, " ABOGADA", DAY)
    assert [row.name for row in conflicts] == ["Ana Ejemplo"]
    assert story.ask(members.seat_conflicts, story.chapter, "abogada", DAY, story.membership(story.ana)) == []
    assert story.ask(members.seat_conflicts, story.chapter, "", DAY) == []
    story.do(members.edit_membership, story.membership(story.bruno), classification="abogada")
    seat = story.ask(seats.seats, story.chapter, DAY)
    assert [(row.name, row.holder, row.state) for row in seat] == [
        ("Abogada", "Ana Ejemplo, Bruno Ejemplo", SeatState.OPEN)
    ]
    story.do(seats.set_wanted, seat[0].id, wanted=True)
    assert story.ask(seats.seats, story.chapter, DAY)[0].state is SeatState.WANTED


def test_roles_hold_from_a_day_to_a_day(story: Story) -> None:
    term = story.do(roles.start_role, story.chapter, story.ana, "president", DAY)
    assert story.ask(members.members, story.chapter, DAY)[0].roles == ("president",)
    with pytest.raises(ChapterError, match="before it began"):
        story.do(roles.end_role, term, DAY - dt.timedelta(1))
    with pytest.raises(ChapterError, match="role is missing"):
        story.do(roles.start_role, story.chapter, story.ana, " ", DAY)
    story.do(roles.end_role, term, DAY)
    assert story.ask(members.members, story.chapter, DAY + dt.timedelta(1))[0].roles == ()
    assert len(story.ask(roles.role_terms, story.chapter, None, person_id=story.ana)) == 1


def test_memberships_do_not_overlap_and_do_not_end_before_they_begin(story: Story) -> None:
    with pytest.raises(ChapterError, match="already"):
        story.do(members.add_member, story.chapter, person_id=story.ana, start=DAY)
    dora = story.membership(story.member("Dora", DAY))
    with pytest.raises(ChapterError, match="end before"):
        story.do(members.edit_membership, dora, end=DAY - dt.timedelta(1))
    with pytest.raises(ChapterError, match="how the membership ended"):
        story.do(members.leave, dora, DAY, "", Status.ACTIVE)


def test_applicants_are_not_members_yet_and_former_members_keep_their_last_membership(story: Story) -> None:
    story.do(members.add_member, story.chapter, first_name="Eva", status=Status.APPLICANT)
    assert [row.first_name for row in story.ask(members.applicants, story.chapter)] == ["Eva"]
    assert len(story.ask(members.members, story.chapter, DAY)) == 3
    story.do(members.leave, story.membership(story.ana), dt.date(2026, 1, 10), "Moved", Status.TRANSFERRED)
    story.do(members.add_member, story.chapter, person_id=story.ana, start=dt.date(2026, 2, 1))
    assert story.ask(members.former_members, story.chapter, DAY) == []
    story.do(members.leave, story.membership(story.ana), dt.date(2026, 3, 1), "Tired")
    former = story.ask(members.former_members, story.chapter, DAY)
    assert [(row.end_reason, row.status) for row in former] == [("Tired", Status.RESIGNED)]


def test_a_visitor_becomes_a_member_with_nothing_retyped(story: Story) -> None:
    visit = story.visit(story.meeting(DAY), "Eva", company="Luz SL", inviter_id=story.ana)
    membership = story.do(visits.make_member, visit, DAY, "Electricista")
    row = story.ask(members.member, membership)
    assert (row.name, row.company, row.classification, row.sponsor) == ("Eva", "Luz SL", "Electricista", "Ana Ejemplo")
    with pytest.raises(ChapterError, match="no longer"):
        story.do(visits.make_member, 999, DAY)
