"""chapterdesk demo."""

from pathlib import Path

import pytest

from chapterdesk.demo import region
from chapterdesk.domain.progress import Cancelled
from chapterdesk.store.chapters import chapters
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import Run


def test_the_demo_is_a_sound_file_with_three_chapters(tmp_path: Path, command: Run) -> None:
    path = tmp_path / "new folder" / "demo.chapterdesk"
    refused = command("demo", path)
    assert (refused.code, f"the folder {path.parent} is not there" in refused.err) == (2, True)
    path.parent.mkdir()
    done = command("demo", path, "--language", "es")
    assert (done.code, done.err, done.out) == (0, "", f"Guardado: {path}\n")
    assert [left.name for left in path.parent.iterdir()] == [path.name]
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        assert len(chapters(session)) == 3
    assert command("check", path).code == 0
    again = command("demo", path)
    assert (again.code, "already exists" in again.err) == (2, True)


def test_a_cancelled_demo_leaves_no_file(tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: Path, *_rest: object) -> None:
        DeskFile.create(path).close()
        raise Cancelled

    monkeypatch.setattr(region, "make", stopped)
    assert command("demo", tmp_path / "demo.chapterdesk").code == 2
    assert list(tmp_path.iterdir()) == []
