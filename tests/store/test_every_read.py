"""Every read of the store, found by its signature: in a full order, and in SQL that any database understands."""

import datetime as dt
import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_origin

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.sql.functions import FunctionElement

import chapterdesk.store
from chapterdesk.demo.region import make
from chapterdesk.domain.figures import Metric, RowKind, TotalGroup
from chapterdesk.domain.periods import Period
from chapterdesk.domain.retention import Keep
from chapterdesk.store.calendar import following
from chapterdesk.store.chapters import chapter
from chapterdesk.store.desk import Session
from chapterdesk.store.meetings import meetings
from chapterdesk.store.members import members
from chapterdesk.store.rights.mentions import known_as
from chapterdesk.store.slips import slips
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import PeriodTotal, PeriodTotalRow
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import BELONGING
from chapterdesk.store.writing import add

TODAY = dt.date(2026, 11, 30)
MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NOT_ASKED = {
    "rows.fetch",
    "rows.fetch_first",
    "rights.holding_sources.entries_of",  # they run queries of others
    "log.details.details",  # reads lines by their ids, which LogSearch has found
    "imports.write",
    "replacing.remove",
    "seats.seat_id",  # they write
}
MORE: dict[str, dict[str, Any]] = {"statistics.why.why": {"row": RowKind.TOTAL}}
"""What some reads are asked besides, without which they would find nothing."""
PORTABLE = {"coalesce", "count", "max", "min", "sum", "trim", "lower", "cast"}
"""Functions that every database has, each with one argument but for coalesce."""


def reads() -> dict[str, Callable[..., Any]]:
    """The public functions of the store that are given a session and return something that is read."""
    found = {}
    for info in pkgutil.walk_packages(chapterdesk.store.__path__, "chapterdesk.store."):
        if {"sqlite", "keeping", "tables"} & set(info.name.split(".")):
            continue
        for name, function in vars(importlib.import_module(info.name)).items():
            if inspect.isfunction(function) and function.__module__ == info.name and not name.startswith("_"):
                signature = inspect.signature(function)
                if "session" in signature.parameters and signature.return_annotation not in (None, int, bool):
                    found[f"{info.name.removeprefix('chapterdesk.store.')}.{name}"] = function
    assert found.keys() >= NOT_ASKED, "these are no longer there"
    return {name: function for name, function in found.items() if name not in NOT_ASKED and function is not following}


def values_of(session: Session) -> dict[str, list[Any]]:
    """What the parameters of reads are asked with, by their names; a few of each."""
    people = [row.person_id for row in members(session, 1, TODAY)[:2]]
    held = meetings(session, 1, YEAR)
    slip = slips(session, 1)[5]
    return {
        "chapter_id": [1],
        "person_id": people,
        "meeting_id": [row.id for row in held[20:22]],
        "membership_id": [1],
        "slip_id": [slip.id],
        "row": [chapter(session, 1)],
        "today": [TODAY],
        "on": [TODAY],
        "day": [held[20].date],
        "date": [held[20].date],
        "days": [[row.date for row in held]],
        "period": [YEAR],
        "metric": [Metric.P, Metric.V, Metric.RGI, Metric.TYFCB],
        "years": [{2026}],
        "name": ["Grupo"],
        "classification": ["a"],
        "query": ["a"],
        "keep": [Keep(1, 1, 1)],
        "slip_ids": [[slip.id]],
        "table": ["slip"],
        "uid": [slip.uid],
        "uids": [[slip.uid]],
        "ties": [BELONGING],
        "draft": [slip],
        "wanted": [people],
        "wanted of mentions": [{one: known_as(session, one) for one in people}],
    }


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskFile]:
    """The demo: three chapters with a year and a half of meetings, on which many things have the same day."""
    path: Path = tmp_path_factory.mktemp("reads") / "demo.chapterdesk"
    make(path, TODAY)
    with DeskFile.open(path) as desk:
        with desk.change("Import totals") as session:
            for group, figure in ((TotalGroup.ATTENDANCE, "P"), (TotalGroup.ACTIVITY, "RGI")):
                total = add(session, PeriodTotal, chapter_id=1, group=group, first=MARCH.first, last=MARCH.last)
                for row in members(session, 1, TODAY):
                    who = {"row": RowKind.MEMBER, "person_id": row.person_id}
                    add(session, PeriodTotalRow, total_id=total, **who, **{figure: 2})
        yield desk


def answers(session: Session) -> dict[str, Any]:
    """What every read says, by its name and what it was asked."""
    values = values_of(session)
    meeting_read = {"meetings.open_meeting_after": [meetings(session, 1)[3]]}
    found: dict[str, Any] = {}
    for name, read in reads().items():
        asked = [one.name for one in inspect.signature(read).parameters.values() if one.default is one.empty][1:]
        own = "wanted of mentions" if name == "rights.mentions.mentions" else "wanted"
        given = [meeting_read.get(name, values["row"]) if one == "row" else values[own if one == "wanted" else one]
                 for one in asked]  # fmt: skip
        if name == "chapters.chapter_named":
            given = [[chapter(session, 1).name]]
        for some in itertools.product(*given):
            answer = read(session, *some, **MORE.get(name, {}))
            key = f"{name}{[part if isinstance(part, int | str) else type(part).__name__ for part in some]}"
            found[key] = list(answer) if get_origin(inspect.signature(read).return_annotation) is Iterator else answer
    return found


def test_no_read_leaves_its_order_to_the_database(desk: DeskFile) -> None:
    """SQLite can give every list that is not ordered backwards: then two reads tell different things."""
    with desk.read() as session:
        usual = answers(session)
        session.execute(text("PRAGMA reverse_unordered_selects=on"))
        try:
            backwards = answers(session)
        finally:
            session.execute(text("PRAGMA reverse_unordered_selects=off"))
    assert len(usual) > 80
    assert [name for name, answer in usual.items() if backwards[name] != answer] == []


def strange(statement: Any) -> list[str]:
    """What not every database understands, or not in the same way, in a statement."""
    found = []
    for part in visitors.iterate(statement):
        if isinstance(part, TextClause):
            found.append(f"plain SQL: {part.text}")
        if isinstance(part, FunctionElement) and getattr(part, "name", "") not in PORTABLE:
            found.append(f"function {part.name}")
        elif isinstance(part, FunctionElement) and part.name in ("max", "min") and len(part.clauses) > 1:
            found.append(f"{part.name} of several values")
    spelled = str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    grouped = [re.split(r"\) AS | ORDER BY | HAVING ", by)[0] for by in re.findall(r"GROUP BY (.*)", spelled)]
    return found + ["GROUP BY with parameters" for by in grouped if "%(" in by]


def test_no_read_needs_what_only_one_database_has(desk: DeskFile) -> None:
    found: set[str] = set()

    def look(_connection: Any, statement: Any, *_more: Any) -> None:
        found.update(strange(statement))

    event.listen(Engine, "before_execute", look)
    try:
        with desk.read() as session:
            answers(session)
    finally:
        event.remove(Engine, "before_execute", look)
    assert found <= {"plain SQL: PRAGMA database_list"}, found  # store/sqlite/engines: whether the file is protected


def test_whole_numbers_have_64_bits_in_every_database() -> None:
    numbers = [one for table in Model.metadata.tables.values() for one in table.columns if one.type.python_type is int]
    assert {"slip.id", "slip.giver_id", "slip.amount", "period_total_row.TYFCB"} <= {str(one) for one in numbers}
    in_sqlite, in_postgresql = (
        {str(one.type.compile(dialect=dialect.dialect())) for one in numbers} for dialect in (sqlite, postgresql)
    )
    assert (in_sqlite, in_postgresql) == ({"INTEGER"}, {"BIGINT"})
