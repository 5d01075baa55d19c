"""People, memberships, roles and consents: each edit is one step that names the person."""

import datetime as dt

import pytest

from chapterdesk.actions import members as actions
from chapterdesk.actions.visits import edit_visit
from chapterdesk.domain.members import Role, Standing, Status
from chapterdesk.store.cards import CardRow, card
from chapterdesk.store.members import MemberRow, member
from chapterdesk.store.people import photo
from chapterdesk.store.visits import visits_of
from tests.actions.doing import one_step, refused
from tests.story import Story

DAY = dt.date(2026, 3, 5)
NAME = {"name": "Ana Ejemplo"}


def ana(story: Story) -> CardRow:
    found: CardRow = story.ask(card, story.chapter, story.ana, DAY)
    return found


def membership(story: Story) -> MemberRow:
    found: MemberRow = story.ask(member, story.membership(story.ana))
    return found


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("first_name", "Anna", "Change the first name of {name}"),
        ("last_name", "Sol", "Change the last name of {name}"),
        ("company", "Pan y Sal", "Change the company of {name}"),
        ("phones", ("600 1", "600 2"), "Change the phones of {name}"),
        ("emails", ("ana@example.org",), "Change the e-mails of {name}"),
        ("website", "example.org", "Change the website of {name}"),
        ("address", "Calle Mayor 1", "Change the address of {name}"),
        ("notes", "Likes coffee", "Change the notes on {name}"),
    ],
)
def test_a_field_of_a_person_is_one_step(story: Story, field: str, value: object, label: str) -> None:
    with one_step(story, label, **NAME):
        actions.edit_person(story.desk, ana(story).person, field, value)
    assert getattr(ana(story).person, field) == value


def test_the_person_of_a_visit_is_edited_by_the_same_action(story: Story) -> None:
    today = story.meeting(DAY)
    story.visit(today, "Eva")
    (row,) = story.ask(visits_of, today)
    with one_step(story, "Change the company of {name}", name="Eva"):
        actions.edit_person(story.desk, row, "company", "Pan y Sal")
    (row,) = story.ask(visits_of, today)
    assert row.company == "Pan y Sal"
    with one_step(story, "Change the note on the visit of {name}", name="Eva"):
        edit_visit(story.desk, row, "note", "comes again")


def test_a_person_cannot_be_without_a_name(story: Story) -> None:
    actions.edit_person(story.desk, ana(story).person, "last_name", "")
    with refused(story, "The name is missing"):
        actions.edit_person(story.desk, ana(story).person, "first_name", "")


def test_a_photo_is_stored_and_removed(story: Story) -> None:
    with one_step(story, "Change the photo of {name}", **NAME):
        actions.set_photo(story.desk, ana(story).person, b"\x89PNG")
    assert story.ask(photo, story.ana) == b"\x89PNG"
    with one_step(story, "Remove the photo of {name}", **NAME):
        actions.set_photo(story.desk, ana(story).person, None)
    assert story.ask(photo, story.ana) is None


def test_a_consent_is_recorded_and_withdrawn(story: Story) -> None:
    with refused(story, "What is agreed to is missing"):
        actions.record_consent(story.desk, ana(story).person, "", DAY, "")
    with one_step(story, "Record a consent of {name}", **NAME):
        actions.record_consent(story.desk, ana(story).person, "Photo", DAY, "on paper")
    (consent,) = ana(story).consents
    with one_step(story, "Withdraw a consent of {name}", **NAME):
        actions.withdraw_consent(story.desk, ana(story).person, consent.id, DAY)
    assert ana(story).consents[0].withdrawn_on == DAY


def test_somebody_new_and_somebody_known_become_members(story: Story) -> None:
    with one_step(story, "Add member {name}", name="Eva Ruiz Sol"):
        eva = actions.add_member(story.desk, story.chapter, "Eva Ruiz Sol", classification="Notary", start=DAY)
    assert (eva.first_name, eva.last_name, eva.classification, eva.start) == ("Eva", "Ruiz Sol", "Notary", DAY)
    with refused(story, "Ana Ejemplo|already"):
        actions.add_member(story.desk, story.chapter, "Ana Ejemplo", person_id=story.ana, start=DAY)


def test_a_membership_ends_continues_and_starts_again(story: Story) -> None:
    with one_step(story, "End the membership of {name}", **NAME):
        actions.end_membership(story.desk, membership(story), DAY, "moved away", Status.RESIGNED)
    with one_step(story, "Change the last day of {name}", **NAME):
        actions.edit_membership(story.desk, membership(story), "end", None)
    row = membership(story)
    assert (row.end, row.end_reason, row.status) == (None, "", Status.ACTIVE)
    actions.end_membership(story.desk, row, dt.date(2026, 2, 1), "", Status.RESIGNED)
    assert ana(story).standing is Standing.FORMER
    with one_step(story, "{name} rejoins", **NAME):
        actions.join(story.desk, story.chapter, ana(story), DAY, "Florist")
    again = membership(story)
    assert (again.membership_id != row.membership_id, again.start, again.classification) == (True, DAY, "Florist")


def test_an_applicant_becomes_a_member_with_the_same_membership(story: Story) -> None:
    eva = actions.add_member(story.desk, story.chapter, "Eva Ruiz")
    actions.edit_membership(story.desk, eva, "status", Status.APPLICANT)
    with one_step(story, "{name} becomes a member", name="Eva Ruiz"):
        actions.join(story.desk, story.chapter, story.ask(card, story.chapter, eva.person_id, DAY), DAY, "Florist")
    row = story.ask(member, eva.membership_id)
    assert (row.status, row.start, row.classification) == (Status.ACTIVE, DAY, "Florist")


def test_a_role_is_given_and_ended(story: Story) -> None:
    with one_step(story, "{name} becomes {role}", role=Role.PRESIDENT, **NAME):
        actions.start_role(story.desk, story.chapter, ana(story).person, Role.PRESIDENT, DAY)
    (term,) = ana(story).roles
    with one_step(story, "Change the last day of a role of {name}", **NAME):
        actions.end_role(story.desk, ana(story).person, term.id, DAY)
    assert ana(story).roles[0].end == DAY
