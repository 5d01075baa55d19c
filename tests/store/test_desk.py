"""A desk that is no file: all that the program does above the store works with the protocol alone."""

import datetime as dt
from pathlib import Path
from typing import Any, cast

import pytest

from chapterdesk.actions.chapter import add_holiday
from chapterdesk.exporters import export, exporters
from chapterdesk.i18n import Language
from chapterdesk.importers import Hints, apply, prepare
from chapterdesk.reports import build, reports
from chapterdesk.store.chapters import holidays
from chapterdesk.store.desk import Desk
from chapterdesk.store.members import members
from chapterdesk.store.people import add_person
from chapterdesk.store.rights.erasing import erase
from tests.story import YEAR, Story, erased_names

TODAY = dt.date(2026, 4, 2)
MEMBERS = frozenset(name for name in vars(Desk) if not name.startswith("_"))


class NoFile:
    """Has what the protocol says, and nothing else of the desk behind it."""

    def __init__(self, desk: Desk) -> None:
        self._behind = desk

    def __getattr__(self, name: str) -> Any:
        if name not in MEMBERS:
            raise AttributeError(f"a desk has no {name}")
        return getattr(self._behind, name)


@pytest.fixture
def no_file(story: Story) -> Desk:
    """The desk of the story, of which nobody can ask where it is."""
    story.meeting(dt.date(2026, 3, 5))
    return cast("Desk", NoFile(story.desk))


@pytest.mark.parametrize("name", ["path", "key", "source"])
def test_a_desk_has_neither_a_place_nor_a_key(no_file: Desk, name: str) -> None:
    assert name not in MEMBERS
    with pytest.raises(AttributeError):
        getattr(no_file, name)


def test_an_action_is_done_undone_and_told(no_file: Desk, story: Story) -> None:
    told: list[frozenset[str]] = []
    stop = no_file.subscribe(told.append)
    add_holiday(no_file, story.chapter, dt.date(2026, 8, 15), "Asunción", TODAY)
    assert [row.name for row in story.ask(holidays, story.chapter)] == ["Asunción"]
    no_file.undo()
    stop()
    no_file.redo()
    assert (len(told), no_file.undo_count, no_file.redo_step) == (2, story.desk.undo_count, None)


@pytest.mark.parametrize("name", reports())
def test_a_report_is_made_of_a_desk_that_is_no_file(no_file: Desk, story: Story, name: str) -> None:
    edition, blocks = build(no_file, story.chapter, reports()[name], None, Language("en"), TODAY)
    assert blocks
    assert edition.chapter == "Ribera business"


def test_data_is_exported_imported_and_erased(no_file: Desk, story: Story, tmp_path: Path) -> None:
    written = export(
        no_file, story.chapter, exporters()["members"], YEAR, Language("en"), TODAY, tmp_path / "members.csv"
    )
    assert "Ana" in written.read_text("utf-8-sig")
    new = tmp_path / "new.csv"
    new.write_text("First Name,Last Name,Company\nZenobia,Quiroga,Taller\n", "utf-8")
    (preview,) = prepare(no_file, story.chapter, [new], Hints(TODAY, add_members=True))
    apply(no_file, [preview])
    assert "Zenobia Quiroga" in [row.name for row in story.ask(members, story.chapter, TODAY)]
    guest = story.do(add_person, first_name="Iker")
    erase(no_file, guest, tmp_path / "erased.json", dt.datetime(2026, 4, 2, 8))  # noqa: DTZ001 - UTC without a zone
    assert [number for number, _ in story.ask(erased_names)] == [1]
