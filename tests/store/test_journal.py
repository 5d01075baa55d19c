"""Undo, redo, notices and the change log: for every table, however it is written, without code in the writer."""

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.types import Boolean, Date, DateTime, Enum, Integer, LargeBinary, Time

from chapterdesk.domain.groups import GroupKind
from chapterdesk.store import tables
from chapterdesk.store.chapters import add_chapter, edit_chapter, set_logo
from chapterdesk.store.people import add_person, edit_person, set_photo
from chapterdesk.store.sqlite.file import STEPS, DeskFile
from chapterdesk.store.tables import ChangeLog, Chapter, Meeting, Membership, Person, Photo
from chapterdesk.store.tables.base import Model as Base

RECORDED = [table for table in Base.metadata.sorted_tables if table.name not in ("change_log", "desk")]
Draw = Callable[[st.SearchStrategy[Any]], Any]
State = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    with DeskFile.create(tmp_path / "file.chapterdesk") as desk:
        yield desk


def state(desk: DeskFile) -> State:
    """Everything in the file except the log: each value with its SQLite type."""
    with desk.read() as session:
        found = {}
        for table in RECORDED:
            columns = ",".join(f'"{column.name}",typeof("{column.name}")' for column in table.columns)
            rows = session.execute(text(f'SELECT {columns} FROM "{table.name}" ORDER BY id'))
            found[table.name] = [tuple(row) for row in rows]
    return found


def log(desk: DeskFile) -> list[Any]:
    with desk.read() as session:
        return list(session.execute(select(ChangeLog.__table__).order_by(ChangeLog.id)))


def fill(session: Session) -> dict[str, int]:
    """Add a row to every table, with every reference set; return their ids."""
    ids: dict[str, int] = {}
    for table in RECORDED:
        values = {column.name: filled_with(column, ids) for column in table.columns if column.name != "id"}
        ids[table.name] = session.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
    return ids


def filled_with(column: Any, ids: dict[str, int]) -> Any:
    """A value for a column, every reference set."""
    for key in column.foreign_keys:
        return ids[key.column.table.name]
    if isinstance(column.type, Enum):
        special = {"attendance.code": "S", "period_total_row.row": "member", "slip.kind": "introduction"}
        return special.get(str(column)) or next(iter(column.type.enum_class or ()))
    samples: dict[type, Any] = {Boolean: True, DateTime: dt.datetime(2026, 3, 5), Date: dt.date(2026, 3, 5)}  # noqa: DTZ001
    samples |= {Time: dt.time(7, 15), LargeBinary: b"\x00\xff", Integer: 3}
    return next((sample for kind, sample in samples.items() if isinstance(column.type, kind)), f"{column.name[:8]}'s ñ")


@pytest.fixture
def filled(desk: DeskFile) -> dict[str, int]:
    """A row in every table, so that every cascade deletes something."""
    with desk.change("Fill") as session:
        ids = fill(session)
    desk.forget_undo()
    return ids


# Any history over all tables: rows are made, changed and deleted at random, through Core and through the ORM.

ODD = st.sampled_from(["a'b", "é\n", "%s{0}", '"q"', ":p", "\U0001f600", "x" * 300, "2026-03-05", "1e9", "NULL"])
NUMBERS = st.integers(1, 5)
DATES = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))


def value(draw: Draw, column: Any, ids: dict[str, list[int]]) -> Any:
    """Draw a value that fits a column; a reference points at a row that is there."""
    for key in column.foreign_keys:
        there = ids[key.column.table.name]
        if not there or (column.nullable and draw(st.booleans())):
            return None
        return draw(st.sampled_from(there))
    if column.nullable and draw(st.booleans()):
        return None
    kind = column.type
    if isinstance(kind, Enum):
        return draw(st.sampled_from(list(kind.enum_class or ())))
    if isinstance(kind, Boolean):
        return draw(st.booleans())
    if isinstance(kind, DateTime):
        return draw(st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2027, 1, 1)))  # noqa: DTZ001 - stored as UTC
    if isinstance(kind, Date):
        return draw(DATES)
    if isinstance(kind, Time):
        return draw(st.times())
    if isinstance(kind, LargeBinary):
        return draw(st.binary(min_size=1, max_size=8))
    if isinstance(kind, Integer):
        return draw(NUMBERS)
    return draw(ODD)[: kind.length]


# Actions of a few writes each: which table, which kind of write.
WRITES = st.tuples(st.sampled_from(RECORDED), st.integers(0, 5))
HISTORIES = st.lists(st.lists(WRITES, min_size=1, max_size=4), min_size=1, max_size=10)


def write(session: Session, table: Table, how: int, draw: Draw) -> None:
    """Write to a table in one of six ways."""
    ids = {other.name: list(session.scalars(select(other.c.id))) for other in RECORDED}
    mapper = next(mapper for mapper in Base.registry.mappers if mapper.local_table is table)
    columns = [column for column in table.columns if column.name not in ("id", "uid")]

    def values() -> dict[str, Any]:
        return {column.name: value(draw, column, ids) for column in columns}

    chosen = draw(st.sampled_from(ids[table.name])) if ids[table.name] else None
    if how == 0 or chosen is None:
        session.add(mapper.class_(**values()))
        session.flush()
    elif how == 1:
        session.execute(insert(table), [values() for _ in range(draw(st.integers(1, 3)))])
    elif how == 2:
        session.execute(update(table).where(table.c.id == chosen).values(values()))
    elif how == 3:
        column = draw(st.sampled_from(columns))
        session.execute(update(table).values({column.name: value(draw, column, ids)}))
    elif how == 4:
        session.delete(session.get_one(mapper.class_, chosen))
        session.flush()
    else:
        session.execute(delete(table).where(table.c.id >= chosen))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=HISTORIES, data=st.data())
def test_undoing_any_history_gives_the_start_and_redoing_it_the_end(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[tuple[Table, int]]], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("history") / "file.chapterdesk"
    with DeskFile.create(path) as desk:
        with desk.change("Fill") as session:
            fill(session)
        desk.forget_undo()
        states = [state(desk)]
        for action in history:
            try:
                with desk.change("Change {what}", what="at random") as session:
                    for table, how in action:
                        write(session, table, how, data.draw)
            except IntegrityError:
                assert state(desk) == states[-1]  # a refused change has stored nothing
                continue
            if desk.undo_count == len(states):
                states.append(state(desk))
        steps = len(states) - 1
        for back in range(steps):
            desk.undo()
            assert state(desk) == states[steps - back - 1]
        assert desk.undo() is None
        for forth in range(steps):
            desk.redo()
            assert state(desk) == states[forth + 1]
        assert desk.redo() is None
        for _ in range(steps):
            desk.undo()
        assert state(desk) == states[0]


def test_every_table_is_recorded(desk: DeskFile, filled: dict[str, int]) -> None:
    assert set(filled) == {table.name for table in RECORDED} == set(Base.metadata.tables) - {"change_log", "desk"}
    assert {row.table_name for row in log(desk)} == set(filled)


def test_rows_deleted_with_a_chapter_come_back_with_it(desk: DeskFile, filled: dict[str, int]) -> None:
    before = state(desk)
    with desk.change("Delete chapter") as session:
        session.execute(delete(tables.PeriodTotalRow))
        for model in (tables.Slip, tables.RoleTerm, tables.Visit):
            session.execute(delete(model))
        session.execute(delete(Chapter).where(Chapter.id == filled["chapter"]))
    after = state(desk)
    assert after["attendance"] == after["membership"] == after["holiday"] == after["alias"] == []
    step = desk.undo()
    assert step is not None
    assert {"chapter", "meeting", "attendance", "membership", "period_total", "import_batch"} <= step.tables
    assert state(desk) == before
    desk.redo()
    assert state(desk) == after


def test_a_lost_reference_is_restored_by_undo(desk: DeskFile, filled: dict[str, int]) -> None:
    before = state(desk)
    with desk.change("Delete import") as session:
        session.execute(delete(tables.ImportBatch))
    with desk.read() as session:
        assert session.scalar(select(tables.Slip.import_batch_id)) is None
    desk.undo()
    assert state(desk) == before
    assert filled["import_batch"] == 1


def test_insert_or_replace_is_undone_too(desk: DeskFile) -> None:
    with desk.change("Add person") as session:
        person_id = add_person(session, first_name="Ana", last_name="Ruiz")
    before = state(desk)
    with desk.change("Replace person") as session:
        session.execute(
            text(
                "INSERT OR REPLACE INTO person(id,uid,first_name,last_name,company,phones,emails,website,address,notes)"
                " SELECT id,'new','Eva',last_name,company,phones,emails,website,address,notes FROM person"
            )
        )
    desk.undo()
    assert state(desk) == before
    with desk.read() as session:
        assert session.get_one(Person, person_id).first_name == "Ana"


def test_an_id_is_never_used_again(desk: DeskFile) -> None:
    with desk.change("Add person") as session:
        first = add_person(session, first_name="Ana")
    desk.undo()
    with desk.change("Add person") as session:
        assert add_person(session, first_name="Eva") > first


def test_undo_says_what_it_undid(desk: DeskFile) -> None:
    with desk.change("Add referral of {giver}", giver="Ana", on=dt.date(2026, 3, 5)) as session:
        add_person(session, first_name="Ana")
    assert desk.undo_step is not None
    assert desk.undo_step is not None
    assert desk.undo_step.label == "Add referral of {giver}"
    step = desk.undo()
    assert step is not None
    assert step.params == {"giver": "Ana", "on": dt.date(2026, 3, 5)}
    assert step.tables == {"person"}
    assert desk.undo() is None
    assert desk.redo_step is not None
    assert (desk.redo_step.label, desk.redo_step.params) == (step.label, step.params)


def test_a_value_of_a_label_may_be_a_label(desk: DeskFile) -> None:
    with desk.change("Edit {label}", label="notes", self="x", params="y") as session:
        add_person(session, first_name="Ana")
    assert desk.undo_step is not None
    assert desk.undo_step.params == {"label": "notes", "self": "x", "params": "y"}


def test_at_most_a_hundred_steps_can_be_undone(desk: DeskFile) -> None:
    for number in range(STEPS + 5):
        with desk.change("Add person {number}", number=number) as session:
            add_person(session, first_name=f"Ana {number}")
    taken = 0
    while desk.undo():
        taken += 1
    assert taken == STEPS == 100
    assert len(state(desk)["person"]) == 5
    while desk.redo():
        taken -= 1
    assert taken == 0
    assert len(state(desk)["person"]) == STEPS + 5


def test_a_new_action_clears_what_can_be_redone(desk: DeskFile) -> None:
    for name in ("Ana", "Eva"):
        with desk.change("Add person") as session:
            add_person(session, first_name=name)
    desk.undo()
    with desk.change("Add person") as session:
        add_person(session, first_name="Pau")
    assert desk.redo_step is None
    taken = [desk.undo(), desk.undo(), desk.undo()]
    assert [step is not None for step in taken] == [True, True, False]
    assert state(desk)["person"] == []


def test_an_action_that_changes_nothing_makes_no_step_and_no_notice(desk: DeskFile) -> None:
    told: list[frozenset[str]] = []
    with desk.change("Add person") as session:
        person_id = add_person(session, first_name="Ana")
    desk.subscribe(told.append)
    with desk.change("Look") as session:
        session.scalar(select(func.count()).select_from(Person))
    with desk.change("Edit person") as session:
        edit_person(session, person_id, first_name="Ana")  # the same value
    assert told == []
    assert len(log(desk)) == 1
    assert desk.undo_step is not None
    assert desk.undo_step.label == "Add person"


def test_a_failing_action_stores_nothing(desk: DeskFile) -> None:
    told: list[frozenset[str]] = []
    with desk.change("Add person") as session:
        add_person(session, first_name="Ana")
    before, logged = state(desk), log(desk)
    desk.subscribe(told.append)

    def refused() -> None:
        with desk.change("Add two") as session:
            add_person(session, first_name="Eva")
            session.execute(insert(Person), [{"first_name": "", "last_name": ""}])

    def failing() -> None:
        with desk.change("Fail") as session:
            add_person(session, first_name="Eva")
            session.add(Person(first_name="Pau"))
            raise ZeroDivisionError

    with pytest.raises(IntegrityError):
        refused()
    with pytest.raises(ZeroDivisionError):
        failing()
    assert state(desk) == before
    assert log(desk) == logged
    assert told == []
    with desk.change("Add person") as session:
        add_person(session, first_name="Pau")
    desk.undo()
    assert state(desk) == before


def test_a_change_inside_a_change_is_a_fault_and_stores_nothing(desk: DeskFile) -> None:
    def nested() -> None:
        with desk.change("Outer") as session:
            add_person(session, first_name="Ana")
            with desk.change("Inner"):
                pass

    with pytest.raises(RuntimeError):
        nested()
    assert state(desk)["person"] == []
    with desk.change("Add person") as session:
        add_person(session, first_name="Eva")
    assert len(state(desk)["person"]) == 1


def test_changed_tables_are_announced_once_after_they_are_stored(desk: DeskFile) -> None:
    told: list[tuple[frozenset[str], int]] = []

    def listen(tables: frozenset[str]) -> None:
        told.append((tables, len(state(desk)["person"])))

    stop = desk.subscribe(listen)
    with desk.change("Add") as session:
        chapter_id = add_chapter(session, name="Grupo Ribera")
        person_id = add_person(session, first_name="Ana")
        session.execute(insert(Membership), [{"chapter_id": chapter_id, "person_id": person_id}])
        assert told == []
    desk.undo()
    desk.redo()
    tables = frozenset({"chapter", "person", "membership"})
    assert told == [(tables, 1), (tables, 0), (tables, 1)]
    stop()
    stop()
    desk.undo()
    assert len(told) == 3


def test_a_change_in_another_thread_is_undone_from_this_one(desk: DeskFile) -> None:
    def work() -> None:
        with desk.change("Add person") as session:
            add_person(session, first_name="Ana")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(state(desk)["person"]) == 1
    desk.undo()
    assert state(desk)["person"] == []


def test_pictures_come_back_byte_for_byte_and_are_logged_by_digest(desk: DeskFile) -> None:
    picture = bytes(range(256)) * 40
    with desk.change("Add") as session:
        chapter_id = add_chapter(session, name="Grupo Ribera", kind=GroupKind.CLUB)
        person_id = add_person(session, first_name="Ana")
        set_logo(session, chapter_id, picture)
        set_photo(session, person_id, picture)
    with desk.change("Remove picture") as session:
        set_photo(session, person_id, None)
        set_logo(session, chapter_id, None)
    desk.undo()
    with desk.read() as session:
        assert session.scalar(select(Photo.data)) == picture
    removed = [json.loads(row.before) for row in log(desk) if row.action == "delete"]
    assert all("data" not in before and len(before["digest"]) == 64 for before in removed)
    assert len(removed) == 2


def test_the_log_has_time_action_and_both_values(desk: DeskFile) -> None:
    start = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    with desk.change("Add person {name}", name="Ana", day=dt.date(2026, 3, 5)) as session:
        person_id = add_person(session, first_name="Ana", company="Pan y Sal")
        uid = session.get_one(Person, person_id).uid
    with desk.change("Correct {name}", name="Ana") as session:
        edit_person(session, person_id, first_name="Aña", company="Pan y Sal")
    with desk.change("Delete {name}", name="Aña") as session:
        session.execute(delete(Person))
    added, corrected, deleted = log(desk)
    assert [row.action for row in (added, corrected, deleted)] == ["insert", "update", "delete"]
    assert {row.row_uid for row in (added, corrected, deleted)} == {uid}
    assert {row.table_name for row in (added, corrected, deleted)} == {"person"}
    assert (added.label, json.loads(added.params)) == ("Add person {name}", {"name": "Ana", "day": "2026-03-05"})
    assert (added.before, added.after) == (None, None)
    assert (json.loads(corrected.before), json.loads(corrected.after)) == ({"first_name": "Ana"}, {"first_name": "Aña"})
    assert json.loads(deleted.before)["company"] == "Pan y Sal"
    assert deleted.after is None
    assert start <= added.at <= corrected.at <= deleted.at <= dt.datetime.now(dt.UTC).replace(tzinfo=None)


def test_an_undo_and_a_redo_are_logged_and_remove_nothing_from_the_log(desk: DeskFile) -> None:
    with desk.change("Add chapter") as session:
        chapter_id = add_chapter(session, name="Grupo Ribera")
    with desk.change("Rename chapter") as session:
        edit_chapter(session, chapter_id, name="Grupo Vega")
    desk.undo()
    desk.redo()
    rows = log(desk)
    assert [(row.via, row.label, row.action) for row in rows] == [
        ("change", "Add chapter", "insert"),
        ("change", "Rename chapter", "update"),
        ("undo", "Rename chapter", "update"),
        ("redo", "Rename chapter", "update"),
    ]
    assert json.loads(rows[2].after) == {"name": "Grupo Ribera"}
    assert json.loads(rows[3].after) == {"name": "Grupo Vega"}


def test_the_log_stays_when_the_file_is_closed_and_the_undo_history_does_not(tmp_path: Path) -> None:
    path = tmp_path / "file.chapterdesk"
    with DeskFile.create(path) as desk, desk.change("Add person") as session:
        add_person(session, first_name="Ana")
    with DeskFile.open(path) as desk:
        assert desk.undo_step is None
        assert [row.label for row in log(desk)] == ["Add person"]


def test_many_rows_at_once_are_one_step(desk: DeskFile) -> None:
    with desk.change("Import") as session:
        chapter_id = add_chapter(session, name="Grupo Ribera")
        rows = [{"chapter_id": chapter_id, "date": dt.date(2000, 1, 1) + dt.timedelta(n)} for n in range(1000)]
        session.execute(insert(Meeting), rows)
    with desk.change("Note") as session:
        session.execute(update(Meeting).values(notes="'; DROP TABLE meeting; --"))
    desk.undo()
    with desk.read() as session:
        assert session.scalar(select(func.count()).select_from(Meeting).where(Meeting.notes == "")) == 1000
    desk.undo()
    assert state(desk)["meeting"] == []
    desk.redo()
    desk.redo()
    assert len(state(desk)["meeting"]) == 1000
