"""Facts of tables and columns: every table and foreign key has them, and a new table needs nothing else."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, delete, insert, select, update

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.money import Money
from chapterdesk.domain.slips import SlipKind
from chapterdesk.store import people
from chapterdesk.store.keeping.counts import Counts
from chapterdesk.store.log.bringing_back import bring_back, can_bring_back, can_return, return_row
from chapterdesk.store.log.details import LoggedRow, details
from chapterdesk.store.log.person_changes import person_changes
from chapterdesk.store.log.search import LogFilter, LogSearch
from chapterdesk.store.replacing import remove_stranded
from chapterdesk.store.rights import erasing
from chapterdesk.store.rights.holding_sources import sources
from chapterdesk.store.rights.holdings import holdings
from chapterdesk.store.sqlite import cipher, schema
from chapterdesk.store.sqlite.file import DeskFile
from chapterdesk.store.tables import Person
from chapterdesk.store.tables.base import Model, new_uid
from chapterdesk.store.tables.facts import HeldSection, Subject, Tie, described, fact
from chapterdesk.store.tables.overview import fact_of, facts_of, fields_of, person_columns, recorded_tables
from tests.story import Story

DAY = dt.date(2026, 3, 5)
NOW = dt.datetime(2026, 3, 6, 8)  # noqa: DTZ001 - the file keeps UTC without saying so


def without_facts() -> set[str]:
    """Return the tables and columns of which something is not said."""
    missing = {table.name for table in Model.metadata.tables.values() if "facts" not in table.info}
    for table in Model.metadata.tables.values():
        missing |= {f"{table.name}.{column.name}" for column in table.columns if "facts" not in column.info}
    if missing:
        return missing
    for table in recorded_tables():
        facts = facts_of(table)
        named = {*facts.named_by, *facts.first, *facts.told} - set(table.columns.keys())
        if named or not facts.named_by or facts.subject is None:
            missing.add(table.name)
    for column in person_columns():
        facts_of_column = fact_of(column)
        if facts_of_column.tie is None or facts_of_column.section is None:
            missing.add(f"{column.table.name}.{column.name}")
    return missing


def gift_columns(info: dict[str, Any] | None) -> list[Column[Any]]:
    """The columns of a table that no module knows: three of its own and who gave."""
    return [
        Column("id", Integer, primary_key=True, info=fact()),
        Column("uid", String(16), default=new_uid, unique=True, info=fact()),
        Column("giver", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, info=info),
        Column("what", Text, nullable=False, info=fact("What it is")),
        Column("given_on", Date, info=fact("Given on")),
        Column("remark", Text, nullable=False, server_default="", info=fact("Remark", held="What was said")),
    ]


@pytest.fixture
def gift() -> Iterator[Table]:
    """A table of gifts, as long as the test lasts."""
    column = fact("Giver", tie=Tie.RECORD, section=HeldSection("gifts", "Gifts", order="given_on"))
    args = described("Gift", Subject.PEOPLE, "giver", "what", returns=True)
    table = Table("gift", Model.metadata, *gift_columns(column), info=args["info"], sqlite_autoincrement=True)
    yield table
    Model.metadata.remove(table)


@pytest.fixture
def gifts(gift: Table, tmp_path: Path) -> Iterator[tuple[Story, int]]:
    """A chapter with the table: Zenobia, who gave a clock, and Hugo, who gave a lamp and named her in a remark."""
    with DeskFile.create(tmp_path / "desk" / "gifts.chapterdesk") as desk:
        story = Story(desk)
        zenobia = story.do(people.add_person, first_name="Zenobia", last_name="Quintanarosa")
        hugo = story.do(people.add_person, first_name="Hugo")
        story.do(give, gift, giver=zenobia, what="Reloj", given_on=DAY, remark="de su abuela Quintanarosa")
        story.do(give, gift, giver=hugo, what="Lámpara", remark="la eligió Zenobia Quintanarosa")
        story.do(lambda s: s.execute(update(gift).where(gift.c.giver == zenobia).values(what="Reloj de pared")))
        yield story, zenobia


def give(session: Any, table: Table, **values: Any) -> None:
    """Add a gift."""
    session.execute(insert(table).values(**values))


def log_of(story: Story, **wanted: Any) -> list[LoggedRow]:
    """The rows that the change log shows, the newest action first."""
    search = LogSearch(LogFilter(**wanted), lambda label, params: label)
    return [row for action in story.ask(search.more) for row in story.ask(details, action).rows]


def test_every_table_and_every_column_says_its_facts() -> None:
    assert without_facts() == set()


@pytest.mark.parametrize(
    ("info", "table_info", "missing"),
    [
        (None, described("Gift", Subject.PEOPLE, "what")["info"], {"gift.giver"}),
        (fact("Giver"), described("Gift", Subject.PEOPLE, "what")["info"], {"gift.giver"}),
        (fact("Giver", tie=Tie.OWN), described("Gift", Subject.PEOPLE, "what")["info"], {"gift.giver"}),
        (fact("Giver", tie=Tie.OWN, section=HeldSection("gifts", "Gifts")), {}, {"gift"}),
        (
            fact("Giver", tie=Tie.OWN, section=HeldSection("gifts", "Gifts")),
            described("Gift", Subject.PEOPLE, "colour")["info"],
            {"gift"},
        ),
    ],
    ids=["column", "tie", "section", "table", "a column that is not there"],
)
def test_a_table_or_foreign_key_without_facts_is_found(
    info: dict[str, Any] | None, table_info: dict[str, Any], missing: set[str]
) -> None:
    table = Table("gift", Model.metadata, *gift_columns(info), info=table_info)
    try:
        assert without_facts() == missing
    finally:
        Model.metadata.remove(table)


def test_every_name_of_a_field_in_files_has_one_label() -> None:
    labels: dict[str, set[str]] = {}
    for source in sources():
        for name, value in source.values.items():
            labels.setdefault(name, set()).add(value.label)
    assert {name: found for name, found in labels.items() if len(found) > 1} == {}
    assert {facts_of(table).counted for table in recorded_tables()} - {""} == set(Counts.__dataclass_fields__)


def test_the_log_of_a_new_table_speaks_of_its_fields(gifts: tuple[Story, int]) -> None:
    story, zenobia = gifts
    changed, added, person = log_of(story, person_id=zenobia)
    assert (changed.thing, changed.thing.label, changed.about) == (
        "gift", "Gift", ("Zenobia Quintanarosa", "Reloj de pared"),
    )  # fmt: skip
    assert [(one.field.label, one.before, one.after) for one in changed.fields] == [
        ("What it is", "Reloj", "Reloj de pared")
    ]
    assert {one.field.label: one.after for one in added.fields} == {
        "Giver": "Zenobia Quintanarosa",
        "What it is": "Reloj de pared",
        "Given on": DAY,
        "Remark": "de su abuela Quintanarosa",
    }
    assert person.thing == "person"
    assert len(log_of(story, tables=frozenset({"gift"}))) == 3
    card = story.ask(person_changes, story.chapter, zenobia)
    assert [one.field.label for change in card for one in change.fields] == ["What it is"]


def test_a_value_and_a_removed_row_of_a_new_table_come_back(gifts: tuple[Story, int], gift: Table) -> None:
    story, zenobia = gifts
    assert can_bring_back("gift", "what")
    assert can_return("gift")
    story.do(bring_back, log_of(story, person_id=zenobia)[0].line, "what", DAY)
    whole = select(gift).where(gift.c.giver == zenobia)
    [held] = story.ask(lambda s: s.execute(whole).all())
    assert held.what == "Reloj"
    story.do(lambda s: s.execute(delete(gift).where(gift.c.giver == zenobia)))
    removed = log_of(story, person_id=zenobia)[0]
    assert (removed.action, removed.is_here) == ("delete", False)
    story.do(return_row, removed.line, DAY)
    assert story.ask(lambda s: s.execute(whole).all()) == [held]
    story.desk.undo()
    assert story.ask(lambda s: s.execute(whole).all()) == []
    story.do(lambda s: s.execute(delete(Person).where(Person.id == zenobia)))
    with pytest.raises(ChapterError, match="no longer in the file"):
        story.do(return_row, removed.line, DAY)


def test_personal_data_hand_out_a_new_table(gifts: tuple[Story, int]) -> None:
    story, zenobia = gifts
    held = story.ask(holdings, zenobia)
    section = held.section("gifts")
    assert (section.title, [(one.name, one.label) for one in section.fields]) == (
        "Gifts",
        [("what", "What it is"), ("given_on", "Given on"), ("remark", "What was said")],
    )
    assert section.rows == (("Reloj de pared", DAY, "de su abuela Quintanarosa"),)
    assert [str(row[0]) for row in held.section("mentions").rows] == ["Gift"]
    assert [row[3] for row in held.section("changes").rows if row[2] == "gift"] == [None, "what"]


def test_erasing_a_person_covers_a_new_table(gifts: tuple[Story, int], gift: Table, tmp_path: Path) -> None:
    story, zenobia = gifts
    [mention] = story.ask(erasing.found_in_texts, zenobia)
    assert mention.key[:2] == ("gift", "remark")
    assert b"Reloj" in story.desk.path.read_bytes() + Path(f"{story.desk.path}-wal").read_bytes()
    erasing.erase(story.desk, zenobia, tmp_path / "erased.json", NOW)
    rows = story.ask(lambda s: s.execute(select(gift.c.what, gift.c.remark)).all())
    assert [tuple(row) for row in rows] == [("Lámpara", "la eligió Former contact 1")]
    held = b"".join(path.read_bytes() for path in story.desk.path.parent.iterdir() if path.suffix != ".lock")
    assert [word for word in (b"Reloj", b"abuela", b"Quintanarosa") if word in held] == []


def test_an_import_that_is_replaced_leaves_somebody_whom_a_new_table_names(gifts: tuple[Story, int]) -> None:
    story, zenobia = gifts
    bare = story.do(people.add_person, first_name="Uxía")
    story.do(remove_stranded, {zenobia, bare})
    assert story.ask(people.person, zenobia).name == "Zenobia Quintanarosa"
    with pytest.raises(ChapterError):
        story.ask(people.person, bare)


def test_money_is_told_in_the_currency_of_the_chapter(story: Story) -> None:
    story.slip(SlipKind.CLOSED_BUSINESS, DAY, None, story.ana, amount=5000)
    [row, *_] = log_of(story, tables=frozenset({"slip"}))
    assert Money(5000, "EUR") in [one.after for one in row.fields]


def test_fields_are_read_in_the_order_that_the_facts_say() -> None:
    assert [field.column for field in fields_of("membership")] == [
        "classification_id", "status", "start", "end", "end_reason", "renewal_due", "sponsor_id", "mentor_id",
    ]  # fmt: skip
    assert [field.column for field in fields_of("visit")][:3] == ["person_id", "meeting_id", "inviter_id"]


def test_a_new_file_has_the_same_schema_each_time(tmp_path: Path) -> None:
    """Tables and indexes are made in one order: SQLite's choice between equal indexes depends on it."""
    made = []
    for number in range(3):
        path = tmp_path / f"{number}.chapterdesk"
        schema.make(path, None)
        connection = cipher.connect(path, None)
        made.append(connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY rowid").fetchall())
        connection.close()
    assert made[0] == made[1] == made[2]
    indexes = [name for kind, name, sql in made[0] if kind == "index" and sql and name.startswith("ix_slip_")]
    assert len(indexes) > 5
    assert indexes == sorted(indexes)
