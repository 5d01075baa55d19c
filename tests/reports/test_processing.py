"""The record of processing: controller, activities, periods, protection, and counts of the file."""

from pathlib import Path

from chapterdesk.document.blocks import Figures, Table
from chapterdesk.i18n import Language
from chapterdesk.reports import build, reports
from chapterdesk.store import chapters
from chapterdesk.store.processing import kept
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import TODAY, Press


def said(press: Press, language: str = "en", **options: object) -> dict[str, str]:
    """The last printed value beside each word of the tables."""
    found: dict[str, str] = {}
    for block in press.blocks("processing", language, **options):
        if isinstance(block, Table) and not block.data:
            found |= {row[0]: row[1] for row in block.rows}
    return found


def test_it_counts_people_by_what_they_are_to_the_chapter(small: Press) -> None:
    figures = next(block for block in small.blocks("processing") if isinstance(block, Figures))
    assert [(one.label, one.value) for one in figures.items] == [
        ("People", "8"),
        ("Members", "4"),
        ("Former members", "1"),
        ("Visitors", "3"),
    ]


def test_health_data_are_counted_and_named(small: Press) -> None:
    with small.desk.read() as s:
        assert kept(s, small.chapter, TODAY).medical == 1
        records = [row for block in small.blocks("processing") if isinstance(block, Table) for row in block.rows]
    assert any("medical code (1 here)" in getattr(row, "data", "") for row in records)


def test_the_responsible_person_comes_from_the_options(small: Press) -> None:
    assert said(small)["Contact"] == "to be filled in"
    filled = said(small, responsible="Asociación Alameda", contact="Calle Mayor 1")
    assert (filled["Responsible"], filled["Contact"]) == ("Asociación Alameda", "Calle Mayor 1")


def test_the_periods_are_those_of_the_options(small: Press) -> None:
    values = [
        row.keeping
        for block in small.blocks("processing", "es", visitors=6, former=1)
        if isinstance(block, Table) and block.data
        for row in block.rows
    ]
    assert "Hasta 6 meses después de la última visita" in values
    assert "Mientras dure la pertenencia al grupo y 1 año después" in values


def test_it_says_whether_the_file_is_encrypted(small: Press, tmp_path: Path) -> None:
    assert "has no passphrase" in said(small)["Encryption"]
    with DeskFile.create(tmp_path / "secret.chapterdesk", "una frase larga") as desk:
        with desk.change("Begin") as s:
            chapter = chapters.add_chapter(s, name="Secreto")
        _, blocks = build(desk, chapter, reports()["processing"], None, Language("en"), TODAY)
    rows = [row for block in blocks if isinstance(block, Table) and not block.data for row in block.rows]
    assert "AES-256" in dict(rows)["Encryption"]
