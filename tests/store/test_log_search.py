"""The change log by action: grouped, filtered by person, thing, days and words, and read in slices."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.domain.members import Role
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.domain.text import clean
from chapterdesk.store import meetings, members, people, roles, roll, slips, visits
from chapterdesk.store.log.details import SHOWN, details
from chapterdesk.store.log.search import PAGE, SLICE, Action, LogFilter, LogSearch
from chapterdesk.store.log.values import Gone, given
from chapterdesk.store.rights.erasing import erase
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables.facts import Subject
from chapterdesk.store.tables.overview import fields_of, tables_about, things
from tests.hostile_texts import HOSTILE_TEXTS
from tests.story import Story

THU = [dt.date(2026, 3, day) for day in (5, 12, 19, 26)]
MANY = 200_000


def in_english(label: str, params: Mapping[str, Any]) -> str:
    return label.format(**params)


def found(desk: DeskFile, wanted: LogFilter | None = None) -> list[Action]:
    """All actions that fit, page after page."""
    search, actions = LogSearch(wanted or LogFilter(), in_english), []
    with desk.read() as s:
        while not search.done:
            actions += search.more(s)
    return actions


def labels(desk: DeskFile, **wanted: Any) -> list[str]:
    return [in_english(action.label, action.params) for action in found(desk, LogFilter(**wanted))]


def filled(desk: DeskFile, lines: int, an_action: int = 1) -> None:
    """Write a log of so many lines quickly, `an_action` lines for each action."""
    with desk.change("Fill") as s:
        s.execute(
            text(
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :lines)"
                " INSERT INTO change_log(uid, at, via, label, params, table_name, row_uid, action, before, after)"
                " SELECT printf('%016x', i), strftime('%Y-%m-%d %H:%M:%S', 1700000000 + i / :each * 60, 'unixepoch')"
                " || '.000000', 'change', 'Correct slip of {name}', '{\"name\": \"Ana ' || (i / :each % 97) || '\"}',"
                " 'slip', printf('%016x', i % 5000), 'update', '{\"note\": \"a\"}', '{\"note\": \"b\"}' FROM n"
            ),
            {"lines": lines, "each": an_action},
        )


@pytest.fixture
def looked_at(desk: DeskFile) -> Iterator[list[tuple[str, Any]]]:
    """The queries on the file, with their values."""
    asked: list[tuple[str, Any]] = []

    def listen(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        asked.append((statement, values))

    event.listen(Engine, "before_cursor_execute", listen)
    yield asked
    event.remove(Engine, "before_cursor_execute", listen)


def test_every_action_is_one_line_and_the_newest_comes_first(story: Story) -> None:
    with story.desk.change("Welcome {name}", name="Ana") as s:
        people.edit_person(s, story.ana, company="Pan y Sal")
        roles.start_role(s, story.chapter, story.ana, "president", THU[0])
    story.desk.undo()
    actions = found(story.desk)
    assert [(action.label, action.via, action.rows) for action in actions[:2]] == [
        ("Welcome {name}", "undo", 2),
        ("Welcome {name}", "change", 2),
    ]
    assert actions[1].params == {"name": "Ana"}
    assert actions[1].local.utcoffset() is not None
    assert len({action.last for action in actions}) == len(actions)


def test_every_line_of_the_log_belongs_to_exactly_one_action(desk: DeskFile) -> None:
    filled(desk, 3_000, an_action=7)
    actions = found(desk)
    assert len(actions) == -(-3_000 // 7)
    covered = [line for action in actions for line in range(action.first, action.last + 1)]
    assert sorted(covered) == list(range(1, 3_001))


@pytest.mark.parametrize("wanted", [LogFilter(), LogFilter(tables=frozenset({"slip"})), LogFilter(words="ana")])
def test_an_import_of_thousands_of_rows_is_one_action_and_read_quickly(
    desk: DeskFile, wanted: LogFilter, looked_at: list[tuple[str, Any]]
) -> None:
    filled(desk, 30_000, an_action=30_000)
    looked_at.clear()
    actions = found(desk, wanted)
    assert [(action.rows, action.first) for action in actions] == [(30_000, 1)]
    assert len(looked_at) < 40


@pytest.mark.parametrize(
    "wanted",
    [
        LogFilter(),
        LogFilter(words="ana 96"),
        LogFilter(words="nobody"),
        LogFilter(tables=frozenset({"visit"})),
        LogFilter(period=Period(dt.date(2000, 1, 1), dt.date(2000, 1, 2))),
        LogFilter(person_id=1),
    ],
    ids=["all", "words", "nothing", "visits", "days", "person"],
)
def test_a_page_of_a_huge_log_reads_one_slice_only(
    desk: DeskFile, wanted: LogFilter, looked_at: list[tuple[str, Any]]
) -> None:
    with desk.change("Add") as s:
        people.add_person(s, first_name="Ana")
    filled(desk, MANY)
    search = LogSearch(wanted, in_english)
    with desk.read() as s:
        looked_at.clear()
        for _ in range(3):
            assert len(search.more(s)) <= PAGE
        for statement, values in [one for one in looked_at if "change_log" in one[0]]:
            assert "LIMIT ? OFFSET ?" in statement
            assert values[-2] <= SLICE
            plan = " ".join(
                str(row[-1]) for row in s.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            )
            assert re.search(r"SEARCH change_log USING INTEGER PRIMARY KEY", plan), plan
            assert "TEMP B-TREE" not in plan
    assert len([one for one in looked_at if "EXPLAIN" not in one[0]]) < 30


def test_the_log_of_a_person_covers_every_table(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    with story.desk.change("Photo") as s:
        people.set_photo(s, story.ana, b"picture")
    with story.desk.change("Consent") as s:
        people.add_consent(s, story.ana, "Photo", THU[0])
    with story.desk.change("Role") as s:
        roles.start_role(s, story.chapter, story.ana, "president", THU[0])
    with story.desk.change("Mark") as s:
        roll.mark(s, meeting, story.membership(story.ana), Code.ABSENT)
    with story.desk.change("Stands in") as s:
        roll.mark(s, meeting, story.membership(story.bruno), Code.SUBSTITUTE, story.ana)
    with story.desk.change("Invites") as s:
        visits.add_visit(s, meeting, first_name="Hugo", inviter_id=story.ana)
    with story.desk.change("Sponsors") as s:
        members.edit_membership(s, story.membership(story.bruno), sponsor_id=story.ana)
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.bruno, story.carla, tier=Tier.INSIDE)
    with story.desk.change("Receives") as s:
        slips.edit_slip(s, slip, receiver_id=story.ana)
    with story.desk.change("Not hers") as s:
        roll.mark(s, meeting, story.membership(story.carla), Code.PRESENT)
    assert labels(story.desk, person_id=story.ana) == [
        "Receives", "Act", "Sponsors", "Invites", "Stands in", "Mark", "Role", "Consent", "Photo", "Act",
    ]  # fmt: skip


def test_deleted_rows_of_a_person_are_found_with_all_their_changes(story: Story) -> None:
    with story.desk.change("Give a role") as s:
        term = roles.start_role(s, story.chapter, story.ana, "president", THU[0])
    with story.desk.change("End the role") as s:
        roles.end_role(s, term, THU[1])
    story.desk.undo()
    story.desk.undo()
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    with story.desk.change("Mark her") as s:
        roll.mark(s, meeting, story.membership(story.ana), Code.ABSENT)
    with story.desk.change("Clear the mark") as s:
        roll.mark(s, meeting, story.membership(story.ana), None)
    actions = found(story.desk, LogFilter(person_id=story.ana))
    assert [(action.label, action.via) for action in actions][:6] == [
        ("Clear the mark", "change"),
        ("Mark her", "change"),
        ("Give a role", "undo"),
        ("End the role", "undo"),
        ("End the role", "change"),
        ("Give a role", "change"),
    ]


def test_an_action_about_many_people_shows_only_the_rows_of_the_person(story: Story) -> None:
    meeting = story.meeting(THU[0], MeetingStatus.DRAFT)
    with story.desk.change("All present") as s:
        roll.mark_rest_present(s, meeting)
    action = found(story.desk, LogFilter(person_id=story.bruno))[0]
    assert (action.label, action.rows, len(action.lines or ())) == ("All present", 3, 1)
    told = story.ask(details, action)
    assert [row.about for row in told.rows] == [("Bruno Ejemplo", THU[0])]
    assert told.counts == (("attendance", "insert", 3),)


def test_actions_are_found_by_what_they_are_about(story: Story) -> None:
    with story.desk.change("Visit") as s:
        visits.add_visit(s, meetings.add_meeting(s, story.chapter, THU[0]), first_name="Hugo")
    assert labels(story.desk, tables=tables_about(Subject.VISITS)) == ["Visit"]
    assert labels(story.desk, tables=tables_about(Subject.SLIPS)) == []
    assert "Begin" in labels(story.desk, tables=tables_about(Subject.CHAPTERS))


def test_every_table_of_the_log_can_be_searched_for() -> None:
    from chapterdesk.store.tables.base import Model

    tables = set(Model.metadata.tables) - {"change_log", "desk"}
    assert set(things()) == tables == set().union(*(tables_about(subject) for subject in Subject))
    columns = {f"{table}.{column.name}" for table in tables for column in Model.metadata.tables[table].columns}
    assert {field for table in tables for field in fields_of(table)} <= columns


def test_days_are_local_and_both_ends_are_included(desk: DeskFile) -> None:
    filled(desk, 4_000)
    every = found(desk)
    day = every[2_000].local.date()
    inside = found(desk, LogFilter(period=Period(day, day)))
    assert {action.local.date() for action in inside} == {day}
    assert len(inside) == sum(action.local.date() == day for action in every)


def test_words_are_found_without_accents_in_any_order(story: Story) -> None:
    with story.desk.change("Correct slip of {name}", name="Íñigo Núñez") as s:
        people.edit_person(s, story.ana, notes="x")
    assert labels(story.desk, words="nunez corr INIGO") == ["Correct slip of Íñigo Núñez"]
    assert labels(story.desk, words="nunez visitor") == []


def test_hostile_texts_are_found_and_shown_unchanged(story: Story) -> None:
    for number, nasty in enumerate(HOSTILE_TEXTS):
        with story.desk.change("Note {number} on {name}", number=number, name=nasty) as s:
            people.edit_person(s, story.ana, notes=nasty, company=nasty[:40])
    actions = [action for action in found(story.desk) if action.label.startswith("Note")]
    assert [action.params["name"] for action in reversed(actions)] == list(HOSTILE_TEXTS)
    notes = [
        next(one.after for one in story.ask(details, action).rows[0].fields if one.field == "person.notes")
        for action in reversed(actions)
    ]
    assert notes == [clean(nasty) for nasty in HOSTILE_TEXTS]


def test_values_of_a_label_keep_their_types() -> None:
    params = {"date": "2026-03-05", "code": "P", "role": "president", "field": "person.company", "name": "2026-03-05"}
    assert given(params) == {
        "date": THU[0],
        "code": Code.PRESENT,
        "role": Role.PRESIDENT,
        "field": "person.company",
        "name": "2026-03-05",
    }
    assert given(params)["field"].label == "Company"
    assert given({"field": "person.gone"}) == {"field": "person.gone"}
    assert given({"date": "soon", "role": "Guardiana", "code": 3}) == {"date": "soon", "role": "Guardiana", "code": 3}


def test_details_show_names_days_and_words_instead_of_ids(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, tier=Tier.INSIDE)
    with story.desk.change("Correct") as s:
        slips.edit_slip(s, slip, receiver_id=story.carla, tier=Tier.OUTSIDE)
        members.edit_membership(s, story.membership(story.ana), renewal_due=THU[1], classification="Notaria")
    told = story.ask(details, found(story.desk)[0]).rows
    assert [(row.thing, row.action) for row in told] == [
        ("slip", "update"),
        ("classification", "insert"),
        ("membership", "update"),
    ]
    assert told[0].about == (SlipKind.REFERRAL, "Ana Ejemplo", "Carla Ejemplo", THU[0])
    assert [(one.field, one.before, one.after) for one in told[0].fields] == [
        ("slip.receiver_id", "Bruno Ejemplo", "Carla Ejemplo"),
        ("slip.tier", Tier.INSIDE, Tier.OUTSIDE),
    ]
    assert [(one.field, one.before, one.after) for one in told[2].fields] == [
        ("membership.classification_id", None, "Notaria"),
        ("membership.renewal_due", None, THU[1]),
    ]


def test_an_added_row_is_shown_as_it_is_now_and_a_removed_one_as_it_was(story: Story) -> None:
    slip = story.slip(SlipKind.REFERRAL, THU[0], story.ana, story.bruno, prospect="Luz")
    added = story.ask(details, found(story.desk)[0]).rows[-1]
    assert (added.action, added.is_here) == ("insert", True)
    assert ("slip.prospect", "Luz") in {(one.field, one.after) for one in added.fields}
    with story.desk.change("Remove") as s:
        slips.remove_slip(s, slip)
    removed = story.ask(details, found(story.desk)[0]).rows[0]
    assert (removed.action, removed.is_here) == ("delete", False)
    assert ("slip.giver_id", "Ana Ejemplo") in {(one.field, one.before) for one in removed.fields}
    assert story.ask(details, found(story.desk)[1]).rows[-1].fields == ()


def test_a_value_that_was_restored_since_says_so(story: Story) -> None:
    with story.desk.change("Company") as s:
        people.edit_person(s, story.ana, company="Pan y Sal")
    first = found(story.desk)[0]
    assert not story.ask(details, first).rows[0].fields[0].is_now
    story.desk.undo()
    assert story.ask(details, first).rows[0].fields[0].is_now


def test_a_deleted_person_is_shown_as_deleted(story: Story) -> None:
    with story.desk.change("Newcomer") as s:
        eva = people.add_person(s, first_name="Eva")
    with story.desk.change("Sponsor") as s:
        members.edit_membership(s, story.membership(story.ana), sponsor_id=eva)
    action = found(story.desk)[0]
    story.desk.undo()
    story.desk.undo()
    assert story.ask(details, action).rows[0].fields[0].after is Gone.GONE


def test_the_person_who_thanked_is_never_shown(story: Story) -> None:
    story.slip(SlipKind.CLOSED_BUSINESS, THU[0], story.ana, story.bruno, amount=1_00)
    row = story.ask(details, found(story.desk)[0]).rows[-1]
    assert "slip.giver_id" not in {one.field for one in row.fields}
    assert str(next(one.after for one in row.fields if one.field == "slip.amount")) == "1.00 EUR"


def test_an_import_shows_its_first_rows_and_the_number_of_others(desk: DeskFile) -> None:
    filled(desk, 5_000, an_action=5_000)
    with desk.read() as s:
        told = details(s, found(desk)[0])
    assert (len(told.rows), told.left) == (SHOWN, 5_000 - SHOWN)
    assert told.counts == (("slip", "update", 5_000),)


def test_the_log_says_that_somebody_was_erased_and_nothing_else(story: Story, tmp_path: Path) -> None:
    with story.desk.change("Welcome {name}", name="Hugo Secreto") as s:
        hugo = people.add_person(s, first_name="Hugo", last_name="Secreto")
        people.edit_person(s, story.ana, notes="Knows a plumber")
    with story.desk.change("Change the company of {name}", name="Hugo Secreto") as s:
        people.edit_person(s, hugo, company="Secretos SL")
    erase(story.desk, hugo, tmp_path / "ledger", dt.datetime(2026, 4, 1))  # noqa: DTZ001 - UTC, as the log has it
    actions = found(story.desk)[:3]
    assert [action.rows for action in actions] == [1, 1, 2]
    rows = [row for action in actions for row in story.ask(details, action).rows]
    assert [row.emptied for row in rows if row.action == "update" and row.thing == "person"] == [True, True, False]
    told = repr([(action.params, story.ask(details, action)) for action in found(story.desk)])
    assert "Secret" not in told
    assert "Hugo" not in told
