"""Everything held about a person: complete, including tables that are added later, without data of others."""

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import Enum, LargeBinary, String, Text

from chapterdesk.domain.attendance import Code
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.figures import RowKind, TotalGroup
from chapterdesk.domain.members import Role
from chapterdesk.domain.money import Money
from chapterdesk.domain.slips import SlipKind, Tier
from chapterdesk.domain.visits import VisitKind
from chapterdesk.store import meetings, members, people, roles, roll
from chapterdesk.store.rights.holding_sources import sources
from chapterdesk.store.rights.holdings import Holdings, Withheld, holdings
from chapterdesk.store.tables import Alias, ImportBatch, Membership, PeriodTotal, PeriodTotalRow
from chapterdesk.store.tables.base import Model
from chapterdesk.store.tables.facts import OWN
from chapterdesk.store.tables.overview import columns_to, fact_of, facts_of
from chapterdesk.store.writing import add
from tests.story import Story

DAY = dt.date(2026, 3, 5)
LATER = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 6, 8)  # noqa: DTZ001 - the file keeps UTC without saying so
PICTURE = b"\x89PNG picture"


@pytest.fixture
def everywhere(story: Story) -> tuple[Story, int]:
    """Ana in every column that can hold a person."""
    ana, bruno = story.ana, story.bruno
    with story.desk.change("Edit {name}", name="Ana Ejemplo") as s:
        people.edit_person(
            s, ana, company="Bufete Ejemplo", phones=("600 111 222", "600 333 444"), emails=("ana@example.org",),
            website="https://example.org", address="Calle Mayor 1", notes="puntual", last_name="Ejemplo Sanz",
        )  # fmt: skip
        people.edit_person(s, bruno, phones=("699 999 999",), emails=("bruno@example.org",), notes="secreto de Bruno")
        people.set_photo(s, ana, PICTURE)
        people.add_consent(s, ana, "Foto", DAY, "por escrito")
        roles.start_role(s, story.chapter, ana, Role.PRESIDENT, DAY)
        batch = add(
            s, ImportBatch, chapter_id=story.chapter, format="summary", file_name="resumen.xls", digest="0" * 64,
            at=NOW, first=DAY, last=DAY,
        )  # fmt: skip
        total = add(
            s, PeriodTotal, chapter_id=story.chapter, group=TotalGroup.ACTIVITY, first=dt.date(2025, 1, 1),
            last=dt.date(2025, 6, 30), meetings=20, import_batch_id=batch,
        )  # fmt: skip
        add(s, PeriodTotalRow, total_id=total, row=RowKind.MEMBER, person_id=ana, RGI=4, TYFCB=120000)
        add(s, Alias, chapter_id=story.chapter, name="ana e.", person_id=ana)
        s.execute(Membership.__table__.update().where(Membership.person_id == bruno).values(sponsor_id=ana))  # type: ignore[attr-defined]
        s.execute(Membership.__table__.update().where(Membership.person_id == story.carla).values(mentor_id=ana))  # type: ignore[attr-defined]
    first = story.meeting(DAY, ana=Code.PRESENT)
    second = story.do(meetings.add_meeting, story.chapter, LATER)
    story.do(roll.mark, second, story.membership(bruno), Code.SUBSTITUTE, ana)
    story.visit(first, person_id=ana, kind=VisitKind.OBSERVER, note="llegó antes de ser miembro")
    story.visit(second, "Iker", inviter_id=ana, phones=("688 888 888",), note="nota sobre Iker")
    story.slip(
        SlipKind.REFERRAL, DAY, ana, bruno, tier=Tier.INSIDE, prospect="Bar Luz", contact="677 777 777", note="urge"
    )
    story.slip(SlipKind.CLOSED_BUSINESS, DAY, None, ana, amount=250000)
    story.slip(SlipKind.INTRODUCTION, DAY, bruno, story.carla, third_id=ana)
    story.do(meetings.edit_meeting, second, notes="Presenta Ana Ejemplo Sanz su despacho")
    return story, ana


def of(story: Story, person: int) -> Holdings:
    """What is held."""
    found = story.ask(holdings, person)
    assert isinstance(found, Holdings)
    return found


def entries(found: Holdings, section: str) -> list[dict[str, Any]]:
    """The entries of a section by the names of their fields."""
    part = found.section(section)
    return [dict(zip([one.name for one in part.fields], row, strict=True)) for row in part.rows]


def test_every_column_that_refers_to_a_person_is_exported() -> None:
    """A new table that refers to a person fails here until its column names the section."""
    pointing = {
        (table.name, column.name)
        for table in Model.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in {"person", "membership"}
    }
    handed_out = {(source.table.name, source.column.name) for source in sources() if source.column is not None}
    assert pointing == handed_out
    assert [source.section.name for source in sources()] == [
        "person", "photo", "consents", "memberships", "roles", "attendance", "stood_in", "visits", "brought",
        "slips_given", "slips_received", "introduced", "sponsored", "mentored", "totals", "aliases",
    ]  # fmt: skip


def test_a_person_in_every_table_is_found_in_every_table(everywhere: tuple[Story, int]) -> None:
    found = of(*everywhere)
    empty = [section.name for section in found.sections if not section.rows]
    assert empty == []
    assert found.photo == PICTURE
    assert found.count == sum(len(section.rows) for section in found.sections)


def test_every_field_of_the_person_is_exported(everywhere: tuple[Story, int]) -> None:
    """All columns of the person's own tables but ids, without naming them."""
    found = of(*everywhere)
    for source in sources():
        if source.section.fields is None:
            columns = {
                column.name
                for column in source.table.columns
                if not column.foreign_keys and column.name not in {"id", "uid", "erased", "data"}
            }
            assert columns <= {one.name for one in found.section(source.section.name).fields}
    [person] = entries(found, "person")
    assert person == {
        "first_name": "Ana", "last_name": "Ejemplo Sanz", "company": "Bufete Ejemplo", "website": "https://example.org",
        "phones": ["600 111 222", "600 333 444"], "emails": ["ana@example.org"], "address": "Calle Mayor 1",
        "notes": "puntual",
    }  # fmt: skip


def test_entries_show_names_instead_of_ids(everywhere: tuple[Story, int]) -> None:
    found = of(*everywhere)
    assert entries(found, "sponsored")[0]["member"] == "Bruno Ejemplo"
    assert entries(found, "mentored")[0]["member"] == "Carla Ejemplo"
    assert entries(found, "stood_in") == [{"date": LATER, "chapter": "Ribera business", "member": "Bruno Ejemplo"}]
    assert entries(found, "attendance")[0] | {"substitute": None} == {
        "date": DAY, "chapter": "Ribera business", "substitute": None, "code": Code.PRESENT,
    }  # fmt: skip
    assert entries(found, "brought")[0]["guest"] == "Iker"
    assert entries(found, "slips_given")[0]["other"] == "Bruno Ejemplo"
    assert entries(found, "slips_received")[0]["amount"] == Money(250000, "EUR")
    assert entries(found, "totals")[0]["TYFCB"] == Money(120000, "EUR")
    assert entries(found, "sources")[0]["file_name"] == "resumen.xls"
    assert entries(found, "mentions")[0]["excerpt"] == "Presenta Ana Ejemplo Sanz su despacho"
    renamed = [one for one in entries(found, "changes") if one["field"] == "last_name"]
    assert (renamed[0]["before"], renamed[0]["after"]) == ("Ejemplo", "Ejemplo Sanz")


def test_data_of_other_people_are_not_exported(everywhere: tuple[Story, int]) -> None:
    """Of others only the name; the contact on a referral belongs to the prospect, a note on a guest to the guest."""
    found = of(*everywhere)
    text = json.dumps([section.rows for section in found.sections], default=str, ensure_ascii=False)
    for foreign in ("699 999 999", "bruno@example.org", "secreto de Bruno", "677 777 777", "688 888 888", "nota sobre"):
        assert foreign not in text
    assert entries(found, "slips_given")[0]["contact"] is Withheld.OTHERS
    assert entries(found, "slips_given")[0]["prospect"] == "Bar Luz"


def test_little_is_held_about_somebody_known_only_by_name(story: Story) -> None:
    person = story.do(people.add_person, first_name="Uxía")
    found = of(story, person)
    assert [section.name for section in found.sections if section.rows] == ["person", "changes"]


def test_every_field_and_every_place_has_a_label() -> None:
    labels = {value.label for source in sources() for value in source.values.values()}
    assert "" not in labels
    texts = {
        table.name
        for table in Model.metadata.tables.values()
        if any(type(column.type) is Text for column in table.columns)
    }
    assert all(facts_of(table).word for table in texts - {"change_log"})


def test_an_erasure_searches_every_text_of_the_file() -> None:
    """Only Text columns are searched: a column of another type must not be able to contain a name."""
    short = {
        (table.name, column.name)
        for table in Model.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, String) and not isinstance(column.type, Text | Enum) and column.name != "uid"
    }
    assert short == {
        ("chapter", "language"), ("chapter", "currency"), ("chapter", "country"), ("chapter", "subdivision"),
        ("logo", "digest"), ("photo", "digest"), ("import_batch", "format"), ("import_batch", "digest"),
        ("column_mapping", "format"), ("change_log", "via"), ("change_log", "table_name"), ("change_log", "row_uid"),
        ("change_log", "action"),
    }  # fmt: skip
    pictures = {
        table.name
        for table in Model.metadata.tables.values()
        if any(isinstance(column.type, LargeBinary) for column in table.columns)
    }
    assert pictures == {"photo", "logo"}
    json_texts = {
        (table.name, column.name)
        for table in Model.metadata.tables.values()
        for column in table.columns
        if fact_of(column).json
    }
    assert json_texts == {("import_batch", "made"), ("column_mapping", "mapping")}
    assert {column.table.name for column in columns_to("person", ties=OWN)} == {
        "photo", "consent", "alias", "membership", "role_term", "visit",
    }  # fmt: skip


def test_a_name_is_never_guessed(story: Story) -> None:
    story.do(people.edit_person, story.bruno, emails=("bruno@example.org",))
    assert story.ask(people.person_named, "ejemplo, bruno") == story.bruno
    assert story.ask(people.person_named, "bruno@example.org") == story.bruno
    with pytest.raises(ChapterError, match="Nobody in the file is called “Bruno”"):
        story.ask(people.person_named, "Bruno")
    story.do(members.add_member, story.chapter, first_name="Bruno", last_name="Ejemplo")
    with pytest.raises(ChapterError, match="2 people are called"):
        story.ask(people.person_named, "Bruno Ejemplo")
