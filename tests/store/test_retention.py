"""Proposals for removal, and that removed data are gone for good."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.retention import Keep, Overdue
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.domain.visits import VisitKind, VisitOutcome
from chapterdesk.store import members, people, slips, visits
from chapterdesk.store.rights import ledger, retention
from tests.story import Story, erased_names, logged

NOW = dt.datetime(2026, 6, 1, 9, 30)  # noqa: DTZ001 - the file keeps UTC without saying so
TODAY = NOW.date()
OLD = dt.date(2025, 6, 1)
"""Twelve months ago to the day."""


def proposed(story: Story, keep: Keep | None = None) -> list[tuple[Overdue, str, dt.date]]:
    """What is proposed: kind, name, day."""
    return [(one.what, one.name, one.last) for one in story.ask(retention.proposals, keep or Keep(), TODAY)]


def guest(story: Story, day: dt.date, name: str, **more: object) -> int:
    """Somebody who came on a day; returns the person."""
    visit = story.visit(story.meeting(day), name, kind=VisitKind.FIRST, note=f"nota de {name}")
    if more:
        story.do(visits.edit_visit, visit, **more)
    return int(next(row.person_id for row in story.ask(visits.visits, story.chapter) if row.id == visit))


def test_a_visitor_is_proposed_when_the_last_visit_is_as_old_as_the_director_wants(story: Story) -> None:
    guest(story, OLD, "Iker")
    guest(story, OLD + dt.timedelta(days=1), "Olga")
    again = guest(story, OLD - dt.timedelta(days=9), "Rosa")
    story.visit(story.meeting(OLD + dt.timedelta(days=60)), person_id=again)
    assert proposed(story) == [(Overdue.VISITOR, "Iker", OLD)]
    assert len(proposed(story, Keep(visitors=6))) == 3
    assert proposed(story, Keep(visitors=13)) == []


def test_people_still_followed_up_or_applied_or_joined_are_not_proposed(story: Story) -> None:
    day = dt.date(2024, 3, 7)
    guest(story, day, "Iker", next_contact=dt.date(2026, 7, 1))
    guest(story, day + dt.timedelta(days=7), "Olga", outcome=VisitOutcome.APPLIED)
    joined = guest(story, day + dt.timedelta(days=14), "Rosa")
    story.do(members.add_member, story.chapter, person_id=joined)
    guest(story, day + dt.timedelta(days=21), "Uxía", outcome=VisitOutcome.DECLINED, next_contact=day)
    assert [name for _, name, _ in proposed(story)] == ["Uxía"]


def test_a_former_member_is_proposed_six_years_after_the_end_and_not_when_seen_since(story: Story) -> None:
    for person, end in ((story.ana, dt.date(2020, 6, 1)), (story.bruno, dt.date(2020, 6, 2))):
        story.do(members.leave, story.membership(person), end)
    story.do(members.leave, story.membership(story.carla), dt.date(2015, 1, 1))
    story.visit(story.meeting(dt.date(2025, 1, 9)), person_id=story.carla, kind=VisitKind.OBSERVER)
    assert proposed(story) == [(Overdue.FORMER, "Ana Ejemplo", dt.date(2020, 6, 1))]


def test_only_old_referrals_with_contacts_are_proposed(story: Story) -> None:
    day = dt.date(2024, 6, 1)
    story.slip(SlipKind.REFERRAL, day, story.ana, story.bruno, tier=Tier.OUTSIDE, prospect="Bar Luz", contact="677 1")
    story.slip(SlipKind.REFERRAL, day, story.ana, story.bruno, tier=Tier.INSIDE)
    later = day + dt.timedelta(days=1)
    story.slip(SlipKind.REFERRAL, later, story.ana, story.bruno, tier=Tier.OUTSIDE, prospect="Bar Sol")
    assert proposed(story) == [(Overdue.CONTACT, "Ana Ejemplo → Bruno Ejemplo", day)]


def test_purged_data_are_in_no_byte_of_the_file_and_the_figures_stay(story: Story, tmp_path: Path) -> None:
    day = dt.date(2024, 3, 7)
    guest(story, day, "Zenobia")
    slip = story.slip(
        SlipKind.REFERRAL, day, story.ana, story.bruno, tier=Tier.OUTSIDE, prospect="Bodegas Xylos", contact="xy 677"
    )
    removed = story.slip(SlipKind.REFERRAL, day, story.ana, story.bruno, tier=Tier.OUTSIDE, prospect="Taberna Kepler")
    story.do(slips.edit_slip, slip, prospect="Bodegas Xylos y Luna")
    story.do(slips.remove_slip, removed)
    before = story.summary()
    chosen = story.ask(retention.proposals, Keep(), TODAY)
    assert [one.what for one in chosen] == [Overdue.VISITOR, Overdue.CONTACT]
    assert retention.apply(story.desk, chosen, tmp_path / "erased.json", NOW) == (1, 1)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("rules.chapterdesk*") if path.suffix != ".lock")
    for gone in (b"Zenobia", b"Xylos", b"xy 677", b"Kepler"):
        assert gone not in held
    assert story.desk.undo_step is None
    assert story.summary() == before
    assert story.ask(retention.proposals, Keep(), TODAY) == []
    assert story.ask(erased_names) == [(1, "Former visitor 1")]
    assert len(ledger.erased(tmp_path / "erased.json", story.desk.identity)) == 1
    assert "Xylos" not in str([(line.params, line.before, line.after) for line in story.ask(logged)])


def test_contacts_alone_are_purged_without_erasing_anybody(story: Story, tmp_path: Path) -> None:
    day = dt.date(2024, 3, 7)
    story.slip(SlipKind.REFERRAL, day, story.ana, story.bruno, tier=Tier.OUTSIDE, prospect="Bodegas Xylos")
    chosen = story.ask(retention.proposals, Keep(), TODAY)
    assert retention.apply(story.desk, chosen, tmp_path / "erased.json", NOW) == (0, 1)
    assert b"Xylos" not in b"".join(path.read_bytes() for path in tmp_path.glob("rules.chapterdesk*"))
    assert story.ask(people.person, story.ana).first_name == "Ana"


def test_somebody_who_joined_meanwhile_stops_the_purge(story: Story, tmp_path: Path) -> None:
    person = guest(story, dt.date(2024, 3, 7), "Iker")
    chosen = story.ask(retention.proposals, Keep(), TODAY)
    story.do(members.add_member, story.chapter, person_id=person)
    with pytest.raises(ChapterError, match="end the membership"):
        retention.apply(story.desk, chosen, tmp_path / "erased.json", NOW)
    assert story.ask(people.person, person).first_name == "Iker"
