"""Rules of all exporters."""

from pathlib import Path

import pytest

from chapterdesk.domain.errors import ChapterError
from chapterdesk.exporters import export, exporters
from chapterdesk.i18n import Language
from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import TODAY, Exported


def test_the_registry_finds_one_per_file() -> None:
    assert list(exporters()) == ["attendance", "members", "slips"]
    assert all(name == exporter.name for name, exporter in exporters().items())


@pytest.mark.parametrize("name", list(exporters()))
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_empty_chapter_gives_headings_only(tmp_path: Path, name: str, language: str, ending: str) -> None:
    with DeskFile.create(tmp_path / "mesa.chapterdesk") as desk:
        with desk.change("Add") as session:
            chapter = add_chapter(session, name="Vacía")
        out = tmp_path / f"out.{ending}"
        assert export(desk, chapter, exporters()[name], None, Language(language), TODAY, out) == out
    assert out.stat().st_size > 0


@pytest.mark.parametrize("ending", ["pdf", "", "XLSM"])
def test_another_ending_is_refused_and_writes_nothing(exported: Exported, ending: str) -> None:
    with pytest.raises(ChapterError, match="change the ending"):
        exported.write("slips", ending, "en")
    assert not (exported.folder / f"out.{ending}").exists()
