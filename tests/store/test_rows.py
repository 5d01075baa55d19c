"""Rows are read by label: the place of a column says nothing, and a label that fits no field is told."""

from dataclasses import dataclass, field

import pytest
from sqlalchemy import func, select

from chapterdesk.domain.members import SeatState
from chapterdesk.store.rows import columns, fetch, fetch_first
from chapterdesk.store.tables import Classification, Person
from tests.story import Story


@dataclass(frozen=True, slots=True)
class Contact:
    """What the tests read of a person."""

    first_name: str
    last_name: str
    phones: tuple[str, ...]
    roles: tuple[str, ...] = field(default_factory=tuple)


def test_swapping_two_columns_of_a_query_changes_nothing(story: Story) -> None:
    names = (Person.first_name, Person.last_name, Person.phones)
    queries = [select(*names).order_by(Person.id), select(*names[::-1]).order_by(Person.id)]
    first, second = (story.ask(fetch, query, Contact) for query in queries)
    assert first == second
    assert [row.first_name for row in first] == ["Ana", "Bruno", "Carla"]


def test_a_value_is_converted_to_the_type_of_its_field(story: Story) -> None:
    with story.desk.change("Add") as s:
        s.add(Person(first_name="Dora", phones="600 1\n600 2"))
    query = select(*columns(Contact, Person)).where(Person.first_name == "Dora")
    assert story.ask(fetch_first, query, Contact) == Contact("Dora", "", ("600 1", "600 2"))


def test_an_enumeration_comes_from_its_column(story: Story) -> None:
    @dataclass(frozen=True, slots=True)
    class Seat:
        name: str
        state: SeatState

    with story.desk.change("Add") as s:
        s.add(Classification(chapter_id=story.chapter, name="Notary", state=SeatState.WANTED))
    (seat,) = story.ask(fetch, select(*columns(Seat, Classification)), Seat)
    assert seat.state is SeatState.WANTED


def test_a_missing_unknown_or_repeated_label_is_reported_with_the_fields(story: Story) -> None:
    missing = select(Person.first_name, Person.last_name)
    foreign = select(Person.first_name, Person.last_name, Person.phones, Person.company)
    for query in (missing, foreign):
        with pytest.raises(TypeError, match="Contact and its query do not agree"):
            story.ask(fetch, query, Contact)
    with pytest.raises(TypeError, match=r"fields without a column \['phones'\]"):
        story.ask(fetch, missing, Contact)
    with pytest.raises(TypeError, match=r"columns without a field \['company'\]"):
        story.ask(fetch, foreign, Contact)
    unlabelled = select(Person.first_name, Person.last_name, func.trim(Person.phones))
    with pytest.raises(TypeError, match=r"columns without a field \['trim"):
        story.ask(fetch, unlabelled, Contact)


def test_a_field_added_after_reading_needs_no_column(story: Story) -> None:
    query = select(*columns(Contact, Person), Person.notes.label("roles"))
    with pytest.raises(TypeError, match=r"columns without a field \['roles'\]"):
        story.ask(fetch, query, Contact)


def test_a_column_for_no_field_is_refused_where_the_query_is_made() -> None:
    with pytest.raises(TypeError, match="Contact has no field nick_name"):
        columns(Contact, Person, nick_name=Person.notes)
    with pytest.raises(AttributeError):
        columns(Contact, Classification)


def test_no_match_gives_no_row(story: Story) -> None:
    query = select(*columns(Contact, Person)).where(Person.first_name == "Nobody")
    assert story.ask(fetch, query, Contact) == []
    assert story.ask(fetch_first, query, Contact) is None
