"""Bombs and other files that are made to hurt: refused or read, in bounded memory and in bounded time.

Each is read by a process that gets little memory; the time is compared with that of the most that a good file can hold.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.domain.progress import Cancelled
from chapterdesk.importers import Hints, prepare
from chapterdesk.importers.reading import UnreadableError, read_sheet
from tests.importers.desk import TODAY, Importing
from tests.importers.hostile import FLOOR, READ, REFUSED

TIMES = 8
"""The allowed multiple of the time of the largest good file."""


def run(name: str) -> tuple[float, str]:
    """Read one in a process of its own; return the seconds of processor time, and what came of it."""
    command = [sys.executable, "-m", "tests.importers.hostile", name]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2], check=True)
    seconds, _, told = done.stdout.strip().partition(" ")
    return float(seconds), told


@pytest.fixture(scope="module")
def floor() -> float:
    """The seconds that the most of a good file takes on this machine, now."""
    seconds, told = run(FLOOR)
    assert told == "20000 rows"
    return seconds


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
@pytest.mark.parametrize("name", [*REFUSED, *READ])
def test_no_file_uses_unlimited_memory_or_time(name: str, floor: float) -> None:
    seconds, told = run(name)
    assert seconds < TIMES * floor
    assert told.startswith("refused") or name in READ


class CancellingProgress:
    """Progress that cancels at the second step."""

    steps = 0

    def step(self, done: int, total: int, text: str = "") -> None:
        self.steps += 1
        if self.steps > 1:
            raise Cancelled((done, total, text))


@pytest.mark.parametrize(
    "name",
    ["a zip of a hundred thousand members", "elements within elements", "a comment that never ends", FLOOR],
)
def test_reading_a_large_file_can_be_cancelled(name: str) -> None:
    from tests.importers.hostile import floor

    with pytest.raises(Cancelled):
        read_sheet(floor() if name == FLOOR else {**REFUSED, **READ}[name](), CancellingProgress())


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Path]:
    """A file of 300 MB that takes no room on the disk."""
    with tempfile.NamedTemporaryFile(dir=tmp_path, delete=False) as file:
        file.write(b"Name;Company\n")
        file.truncate(300_000_000)
    yield Path(file.name)
    Path(file.name).unlink()


def test_a_file_of_300_megabytes_is_refused_by_its_size_and_not_read(
    importing: Importing, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chapterdesk.importers.importing.read_sheet", None)  # nothing gets as far
    (preview,) = prepare(importing.desk, importing.chapter_id, [large], Hints(today=TODAY))
    assert preview.refused is not None
    assert "larger than" in preview.refused[0]


def test_a_page_with_an_endless_tag_is_refused() -> None:
    with pytest.raises(UnreadableError, match="never ends"):
        read_sheet(READ["a tag that never ends"]())
