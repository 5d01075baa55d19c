"""Fixtures of the tests of importing: a desk file with an empty chapter that meets on Thursdays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.sqlite.file import DeskFile
from tests.copies import copied
from tests.importers.desk import Importing


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[Importing]:
    with DeskFile.open(copied(tmp_path / "grupo.chapterdesk", _a_chapter)) as desk:
        yield Importing(desk, 1, tmp_path)


def _a_chapter(path: Path) -> None:
    with DeskFile.create(path) as desk, desk.change("A chapter") as s:
        add_chapter(s, name="Grupo Alameda", language="es", currency="EUR", weekday=3)
