"""What the tests of importing start from: a desk file with an empty chapter that meets on Thursdays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.store.chapters import add_chapter
from chapterdesk.store.desk_file import DeskFile
from tests.importers.desk import Importing


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[Importing]:
    desk = DeskFile.create(tmp_path / "grupo.chapterdesk")
    with desk.change("A chapter") as s:
        chapter_id = add_chapter(s, name="Grupo Alameda", language="es", currency="EUR", weekday=3)
    yield Importing(desk, chapter_id, tmp_path)
    desk.close()
