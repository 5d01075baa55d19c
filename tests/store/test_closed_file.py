"""Making a desk file and filling it: with its first chapter, or not there at all."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from chapterdesk.actions.chapter import add_chapter
from chapterdesk.domain.errors import ChapterError
from chapterdesk.store.chapters import chapters
from chapterdesk.store.keeping.closed_file import create_with

TODAY = dt.date(2026, 3, 5)
RIBERA = partial(add_chapter, today=TODAY, language="es", currency="EUR", weekday=3)


def test_a_new_file_holds_its_first_chapter_and_there_is_nothing_to_undo(tmp_path: Path) -> None:
    path = tmp_path / "ribera.chapterdesk"
    with create_with(path, None, partial(RIBERA, name="Ribera")) as desk, desk.read() as s:
        assert [row.name for row in chapters(s)] == ["Ribera"]
        assert desk.undo_step is None


def test_a_refused_chapter_leaves_no_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "ribera.chapterdesk"
    with pytest.raises(ChapterError):
        create_with(path, None, partial(RIBERA, name=""))
    assert not path.exists()
