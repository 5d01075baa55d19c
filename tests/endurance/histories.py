"""Undo histories: 100 random actions on all tables, undone exactly to the start and redone exactly to the end.

An action is one of the program (a group, an import) or some random writes to tables: rows added one by one or many at
once, changed one or all, deleted with their dependent rows.
"""

import datetime as dt
import random
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.types import Boolean, Date, DateTime, Enum, Integer, LargeBinary, Time

from chapterdesk.importers import Hints, apply, prepare
from chapterdesk.store.keeping.check import check
from chapterdesk.store.sqlite.file import STEPS, DeskFile
from chapterdesk.store.tables.base import Model as Base
from tests.endurance.desks import NAME, PASSPHRASE, new_desk, write_group
from tests.importers.connect_files import slips_file

TABLES = [table for table in Base.metadata.sorted_tables if table.name not in ("change_log", "desk")]
ODD = ("a'b", "é\n", "%s{0}", '"q"', ":p", "\U0001f600", "x" * 300, "2026-03-05", "1e9", "NULL", "")
LOOKS = 5
"""How often a history is compared completely while it is undone, and while it is redone."""


def state(desk: DeskFile) -> int:
    """Everything in the file except the log, with SQLite types, as one digest."""
    found = []
    with desk.read() as session:
        for table in TABLES:
            columns = ",".join(f'"{column.name}",typeof("{column.name}")' for column in table.columns)
            rows = session.execute(text(f'SELECT {columns} FROM "{table.name}" ORDER BY id'))
            found.append((table.name, *map(tuple, rows)))
    return hash(tuple(found))


def value(chance: random.Random, column: Any, ids: dict[str, list[int]]) -> Any:
    """A value that fits a column; a reference points at a row that is there."""
    if column.nullable and chance.random() < 0.3:
        return None
    for key in column.foreign_keys:
        there = ids[key.column.table.name]
        return chance.choice(there) if there else None
    kind, day = column.type, dt.date(2024, 1, 1) + dt.timedelta(chance.randrange(1000))
    if isinstance(kind, Enum):
        return chance.choice(list(kind.enum_class or ()))
    if isinstance(kind, Boolean):
        return chance.random() < 0.5
    if isinstance(kind, DateTime):
        return dt.datetime.combine(day, dt.time(chance.randrange(24)))
    if isinstance(kind, Date):
        return day
    if isinstance(kind, Time):
        return dt.time(chance.randrange(24), chance.randrange(60))
    if isinstance(kind, LargeBinary):
        return chance.randbytes(50)
    if isinstance(kind, Integer):
        return chance.randrange(1, 6)
    if column.name in {"mapping", "made"}:  # JSON
        return chance.choice(("{}", '{"slips": 3}'))
    return (chance.choice(ODD) + str(chance.randrange(1000)))[: kind.length]


def write(session: Session, chance: random.Random) -> None:
    """Write to one table at random, in one of five ways."""
    table: Table = chance.choice(TABLES)
    ids = {other.name: list(session.scalars(select(other.c.id))) for other in TABLES}
    columns = [column for column in table.columns if column.name not in {"id", "uid"}]

    def row() -> dict[str, Any]:
        return {column.name: value(chance, column, ids) for column in columns}

    there = ids[table.name]
    way = chance.randrange(5) if there else 0
    match way:
        case 0:
            session.execute(insert(table), [row()])
        case 1:
            session.execute(insert(table), [row() for _ in range(3)])
        case 2:
            session.execute(update(table).where(table.c.id == chance.choice(there)).values(row()))
        case 3:
            column = chance.choice(columns)
            session.execute(update(table).values({column.name: value(chance, column, ids)}))
        case _:
            session.execute(delete(table).where(table.c.id == chance.choice(there)))


def import_slips(desk: DeskFile, folder: Path, number: int) -> None:
    """Import a file of slips of a day, whose people become members."""
    path = folder / "slips.xls"
    names = [f"Eva {number}", f"Fran {number}"]
    row = (*names, "Referral", "Tier 1 (inside)", None, None, None)
    path.write_bytes(slips_file([row], title="Slips Audit Report for 02/01/2026"))
    with desk.read() as session:
        chapter = session.execute(text("SELECT min(id) FROM chapter")).scalar()
    day = dt.date(2026, 1, 2) + dt.timedelta(number)
    previews = prepare(desk, chapter or 0, [path], Hints(today=day, date=day, add_members=True))
    if previews[0].ready:
        apply(desk, previews)


def act(desk: DeskFile, folder: Path, chance: random.Random, number: int) -> None:
    """One random action; an action that the tables refuse stores nothing."""
    way = chance.random()
    try:
        if way < 0.1:
            import_slips(desk, folder, number)
            return
        with desk.change("Action {number}", number=number) as session:
            if way < 0.3:
                chapter = session.execute(text("SELECT min(id) FROM chapter")).scalar()
                write_group(session, chapter or 0, number)
            else:
                for _ in range(chance.randrange(1, 4)):
                    write(session, chance)
    except IntegrityError:
        pass


def history(folder: Path, seed: object, *, encrypted: bool, steps: int = STEPS) -> int:
    """Go through one history, back and forth, and return how many actions it has."""
    from chapterdesk.domain.errors import ChapterError

    chance = random.Random(f"{seed}")
    path = folder / NAME
    new_desk(path, PASSPHRASE if encrypted else None, groups=2)
    with DeskFile.open(path, PASSPHRASE if encrypted else None) as desk:
        states, number = [state(desk)], 10
        while len(states) <= steps:
            number += 1
            before = desk.undo_step
            try:
                act(desk, folder, chance, number)
            except ChapterError:  # refused by a rule of the domain, and nothing was stored
                assert desk.undo_step is before
            if desk.undo_step is not before:
                states.append(state(desk))
            if len(states) % 7 == 0 and chance.random() < 0.5:  # some actions are undone and redone at once
                desk.undo()
                assert state(desk) == states[-2]
                desk.redo()
            assert state(desk) == states[-1]
        looked = {0, steps, *chance.sample(range(steps), min(LOOKS, steps))}
        for place in range(steps - 1, -1, -1):
            assert desk.undo() is not None
            assert place not in looked or state(desk) == states[place], f"{seed}: back to {place}"
        assert desk.undo() is None
        for place in range(1, steps + 1):
            assert desk.redo() is not None
            assert place not in looked or state(desk) == states[place], f"{seed}: forth to {place}"
        assert desk.redo() is None
        damage = [str(finding) for finding in check(desk) if "damaged" in str(finding) or "point at" in str(finding)]
        assert damage == []
    path.unlink()
    return steps
