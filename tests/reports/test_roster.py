"""The roster: members, roles and free seats."""

import csv
import io
from typing import Any

from chapterdesk.document.blocks import Entries, Heading, Masthead, Text
from chapterdesk.domain.members import SeatState
from chapterdesk.store import seats

from .conftest import TODAY, Press


def title(press: Press, **options: Any) -> str:
    return next(block.text for block in press.blocks("roster", **options) if isinstance(block, Heading))


def test_members_with_seats_roles_and_contacts(small: Press) -> None:
    text = small.file("roster", "csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == [
        "First name", "Last name", "Classification", "Company", "Phone", "E-mail", "Roles", "Status", "Member since",
        "Renewal due",
    ]  # fmt: skip
    assert rows[1] == [
        "Ana", "García López", "Abogada", "Bufete García", "'+34 600 000 001", "ana@ejemplo.es", "President", "",
        "2025-09-01", "",
    ]  # fmt: skip
    assert rows[4][7] == "On leave"


def test_the_leadership_is_in_its_usual_order_with_free_roles_last(small: Press) -> None:
    team = next(block for block in small.blocks("roster") if isinstance(block, Entries))
    assert [(entry.name, entry.note) for entry in team.items] == [
        ("Ana García López", "President"),
        ("Bruno Martín Ruiz", "Fotógrafo del grupo"),
    ]


def test_the_title_says_which_seats_are_wanted_or_free(small: Press) -> None:
    assert title(small) == "4 members, 1 seat wanted"
    with small.desk.read() as s:
        wanted = next(row for row in seats.seats(s, small.chapter, TODAY) if row.state is SeatState.WANTED)
    small.act(seats.set_wanted, wanted.id, wanted=False)
    assert title(small) == "4 members, 2 free seats"
    assert title(small, seats=False) == "4 members"


def test_free_seats_are_listed_and_wanted_ones_highlighted(small: Press) -> None:
    free = [block for block in small.blocks("roster") if isinstance(block, Entries)][-1]
    assert [(entry.name, entry.note, entry.tone) for entry in free.items] == [
        ("Cerrajería", "", ""),
        ("Notaría", "wanted", "accent"),
    ]


def test_who_is_on_leave_is_named(small: Press) -> None:
    assert Text("On leave: Diego Ortega Sanz", "muted") in small.blocks("roster")


def test_without_contacts_the_page_is_in_portrait(small: Press) -> None:
    head = small.blocks("roster", contact=False)[0]
    assert isinstance(head, Masthead)
    assert not head.landscape
    assert "ana@ejemplo.es" not in small.file("roster", "csv", contact=False).read_text("utf-8")


def test_a_chapter_without_members_has_an_empty_roster(empty: Press) -> None:
    assert title(empty) == "No members yet"
