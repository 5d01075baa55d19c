"""Introductions: one person brings another together with a third, who is in the group or outside of it."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from chapterdesk.actions.slips import remove_slip
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.groups import GroupKind
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store import people, slips
from chapterdesk.store.history import history
from chapterdesk.store.keeping.check import check
from chapterdesk.store.ledger_entries import LedgerLines, entries
from chapterdesk.store.log.details import details
from chapterdesk.store.log.row_changes import changes
from chapterdesk.store.log.search import LogFilter, LogSearch
from chapterdesk.store.rights import erasing
from chapterdesk.store.rights.holdings import holdings
from chapterdesk.store.slips import SlipFilter
from chapterdesk.store.statistics import meeting_totals
from chapterdesk.store.tables import Slip
from tests.store.test_bringing_back import back, line_of, whole
from tests.story import Story

DAY = dt.date(2026, 3, 5)
NOW = dt.datetime(2026, 6, 1, 9, 30)  # noqa: DTZ001 - the file keeps UTC without saying so


@pytest.fixture
def eva(story: Story) -> int:
    """Somebody outside the group."""
    return int(story.do(people.add_person, first_name="Eva", last_name="Xiloteca"))


@pytest.fixture
def introduction(story: Story, eva: int) -> int:
    """Ana brought Bruno, who was looking for premises, together with Eva."""
    story.meeting(DAY)
    return story.slip(SlipKind.INTRODUCTION, DAY, story.ana, story.bruno, third_id=eva, note="busca local")


def told(story: Story, person: int) -> list[str]:
    return [row.text.format(**row.params) for row in story.ask(history, story.chapter, person) if row.slip_id]


def test_the_cards_of_all_three_people_tell_it(story: Story, eva: int, introduction: int) -> None:
    assert told(story, story.ana) == ["Introduced Bruno Ejemplo to Eva Xiloteca"]
    assert told(story, story.bruno) == ["Was introduced to Eva Xiloteca by Ana Ejemplo"]
    assert told(story, eva) == ["Was introduced to Bruno Ejemplo by Ana Ejemplo"]
    for person in (story.ana, story.bruno, eva):
        (row,) = story.ask(slips.slips, story.chapter, SlipFilter(person_id=person))
        assert (row.id, row.third_id, row.third) == (introduction, eva, "Eva Xiloteca")


def test_the_ledger_finds_it_by_the_third_person(story: Story, eva: int, introduction: int) -> None:
    lines = LedgerLines(story.ask(entries, story.chapter, None))
    assert [line.source.id for line in lines.find(eva)] == [introduction]
    assert [line.source.id for line in lines.find(text="xilo")] == [introduction]
    assert story.ask(slips.slips, story.chapter, SlipFilter(text="xilo"))[0].id == introduction


def test_the_meeting_counts_it_and_the_file_stays_sound(story: Story, introduction: int) -> None:
    meeting = story.ask(slips.slip, introduction).meeting_id
    assert story.ask(meeting_totals, meeting).introductions == 1
    assert check(story.desk) == []


@pytest.mark.parametrize("missing", ["giver_id", "receiver_id", "third_id"])
def test_three_people_have_to_be_named(story: Story, eva: int, missing: str) -> None:
    named = {"giver_id": story.ana, "receiver_id": story.bruno, "third_id": eva} | {missing: None}
    with pytest.raises(ChapterError, match="is missing; type a name"):
        story.slip(SlipKind.INTRODUCTION, DAY, named.pop("giver_id"), named.pop("receiver_id"), **named)


def test_the_three_people_are_different(story: Story, introduction: int) -> None:
    with pytest.raises(ChapterError, match="one of the other two"):
        story.slip(SlipKind.INTRODUCTION, DAY, story.ana, story.bruno, third_id=story.ana)
    with pytest.raises(ChapterError, match="one of the other two"):
        story.do(slips.edit_slip, introduction, receiver_id=story.ask(slips.slip, introduction).third_id)


def test_another_kind_of_slip_keeps_no_third_person(story: Story, eva: int) -> None:
    slip = story.slip(SlipKind.TESTIMONIAL, DAY, story.ana, story.bruno, third_id=eva)
    assert story.ask(slips.slip, slip).third_id is None
    with pytest.raises(IntegrityError, match="ck_slip_third"), story.desk.change("Spoil") as s:
        s.execute(Slip.__table__.update().where(Slip.id == slip).values(third_id=eva))  # type: ignore[attr-defined]


def test_undo_takes_it_away_and_redo_brings_it_back(story: Story, introduction: int) -> None:
    story.desk.undo()
    assert story.ask(slips.slips, story.chapter) == []
    story.desk.redo()
    assert story.ask(slips.slip, introduction).third == "Eva Xiloteca"


def test_the_log_names_the_third_person_before_and_after(story: Story, eva: int, introduction: int) -> None:
    story.do(slips.edit_slip, introduction, third_id=story.carla)
    (change,) = [one for one in story.ask(changes, "slip", story.ask(slips.slip, introduction).uid) if one.changes]
    assert ("third_id", eva, story.carla) in change.changes
    (action,) = story.ask(LogSearch(LogFilter(person_id=eva), lambda label, params: label).more)[:1]
    (row,) = story.ask(details, action).rows
    (field,) = [one for one in row.fields if one.field.label == "Introduced to"]
    assert (field.before, field.after) == ("Eva Xiloteca", "Carla Ejemplo")


def test_an_earlier_third_person_is_brought_back(story: Story, eva: int, introduction: int) -> None:
    story.do(slips.edit_slip, introduction, third_id=story.carla)
    back(story, line_of(story, "slip"), "third_id")
    assert story.ask(slips.slip, introduction).third_id == eva


def test_a_removed_introduction_returns_whole(story: Story, eva: int, introduction: int) -> None:
    remove_slip(story.desk, story.ask(slips.slip, introduction))
    whole(story, line_of(story, "slip", "delete"))
    row = story.ask(slips.slip, introduction)
    assert (row.kind, row.third_id, row.note) == (SlipKind.INTRODUCTION, eva, "busca local")


def test_a_third_person_gets_what_is_held_and_the_others_learn_the_name(
    story: Story, eva: int, introduction: int
) -> None:
    def held(person: int, section: str) -> dict[str, object]:
        part = story.ask(holdings, person).section(section)
        (row,) = part.rows
        return dict(zip([one.name for one in part.fields], row, strict=True))

    introduced = held(eva, "introduced")
    assert (introduced["other"], introduced["receiver"], introduced["note"]) == (
        "Ana Ejemplo", "Bruno Ejemplo", "busca local",
    )  # fmt: skip
    labels = {one.name: one.label for one in story.ask(holdings, eva).section("introduced").fields}
    assert (labels["other"], labels["receiver"]) == ("Other party", "To")
    assert held(story.ana, "slips_given")["third"] == "Eva Xiloteca"
    assert held(story.bruno, "slips_received")["third"] == "Eva Xiloteca"


def test_erasing_the_third_person_leaves_a_number_and_no_name(
    story: Story, eva: int, introduction: int, tmp_path: Path
) -> None:
    called = erasing.erase(story.desk, eva, tmp_path / "ledger", NOW)
    row = story.ask(slips.slip, introduction)
    assert (row.third_id, row.third) == (eva, called)
    assert "Xiloteca" not in called
    assert b"Xiloteca" not in story.desk.path.read_bytes()
    assert told(story, story.ana) == [f"Introduced Bruno Ejemplo to {called}"]


def test_every_group_keeps_introductions() -> None:
    assert all(SlipKind.INTRODUCTION in kind.slip_kinds for kind in GroupKind)
