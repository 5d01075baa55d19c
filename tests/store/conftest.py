"""A desk file and a small chapter for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.store.sqlite.file import DeskFile
from tests.copies import empty_desk
from tests.story import Story


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFile]:
    """An empty desk file."""
    with empty_desk(tmp_path / "rules.chapterdesk") as desk:
        yield desk


@pytest.fixture
def story(desk: DeskFile) -> Story:
    """A business chapter."""
    return Story(desk)
