"""A new desk file: with its first chapter, or not there at all."""

import datetime as dt
from pathlib import Path

import pytest

from chapterdesk.actions.new_file import create_file
from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import chapters

TODAY = dt.date(2026, 3, 5)


def test_a_new_file_holds_its_first_chapter(tmp_path: Path) -> None:
    path = tmp_path / "ribera.chapterdesk"
    with (
        create_file(path, None, TODAY, name="Ribera", language="es", currency="EUR", weekday=3) as desk,
        desk.read() as s,
    ):
        assert [row.name for row in chapters(s)] == ["Ribera"]


def test_a_chapter_that_is_refused_leaves_no_file_in_the_way_of_the_next_try(tmp_path: Path) -> None:
    path = tmp_path / "ribera.chapterdesk"
    with pytest.raises(ChapterError):
        create_file(path, None, TODAY, name="", language="es", currency="EUR", weekday=3)
    assert not path.exists()
