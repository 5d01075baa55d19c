"""Writing documents: completely or not at all, and beside a file that a viewer has open."""

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from chapterdesk.document.files import new_folder, safe_name, write_beside
from chapterdesk.domain.errors import ChapterError
from tests.hostile_texts import HOSTILE_TEXTS


def new(stream: BinaryIO) -> None:
    """Write the new content."""
    stream.write(b"new")


def test_the_file_is_written_and_no_temporary_file_is_left(tmp_path: Path) -> None:
    target = tmp_path / "Summary.pdf"
    target.write_bytes(b"old")
    assert write_beside(target, new) == target
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_when_writing_fails_the_old_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "Summary.pdf"
    target.write_bytes(b"old")

    def fail(stream: object) -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - our own
        write_beside(target, fail)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_held_open_by_a_viewer_gets_a_new_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "Summary.pdf"
    (tmp_path / "Summary (2).pdf").write_bytes(b"another")
    real = Path.replace

    def held(self: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError(13, "held open")
        return real(self, to)

    monkeypatch.setattr(Path, "replace", held)
    written = write_beside(target, new)
    assert written == tmp_path / "Summary (3).pdf"
    assert written.read_bytes() == b"new"


def test_a_file_held_briefly_by_a_virus_scanner_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace
    refused: list[Path] = []

    def busy(self: Path, to: Path) -> Path:
        if len(refused) < 3:
            refused.append(to)
            raise PermissionError(13, "held open")
        return real(self, to)

    monkeypatch.setattr(Path, "replace", busy)
    target = tmp_path / "Summary.pdf"
    target.write_bytes(b"old")
    assert write_beside(target, new) == target
    assert target.read_bytes() == b"new"


def test_a_chapter_error_is_raised_when_every_name_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, to: Path) -> Path:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(Path, "replace", held)
    for number in range(2, 100):
        (tmp_path / f"Summary ({number}).pdf").touch()
    with pytest.raises(ChapterError, match="held open"):
        write_beside(tmp_path / "Summary.pdf", lambda stream: None)
    assert not list(tmp_path.glob(".*"))


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Summary.pdf").mkdir()
    with pytest.raises(ChapterError, match=r"Summary\.pdf could not be written"):
        write_beside(tmp_path / "Summary.pdf", lambda stream: None)


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="choose another folder"):
        write_beside(tmp_path / "gone" / "Summary.pdf", lambda stream: None)


def test_half_written_files_of_a_killed_program_are_removed_with_the_next_document(tmp_path: Path) -> None:
    old, young, foreign = (
        tmp_path / name for name in (".chapterdesk-0123456789ab.part", ".chapterdesk-ba9876543210.part", ".letter.part")
    )
    for part in (old, young, foreign):
        part.write_bytes(b"half")
    for part in (old, foreign):
        os.utime(part, (0, 0))
    write_beside(tmp_path / "out.pdf", new)
    assert {path.name for path in tmp_path.iterdir()} == {young.name, foreign.name, "out.pdf"}


def test_a_file_name_has_report_chapter_and_date() -> None:
    assert safe_name("Resumen", "Almadía", "2026") == "Resumen - Almadía - 2026"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_name_gives_a_valid_file_name(text: str, tmp_path: Path) -> None:
    name = safe_name(text)
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(b"%PDF")
    assert file.parent == tmp_path
    assert list(tmp_path.iterdir()) == [file]
    assert not set(name) & set('<>:"/\\|?*\x00\u202e\n')


@pytest.mark.parametrize("text", ["CON", "nul", "com1.txt", "LPT9"])
def test_no_file_name_is_reserved_by_windows(text: str) -> None:
    assert safe_name(text).casefold() != text.casefold()


def test_an_empty_title_still_gives_a_file_name() -> None:
    assert safe_name(" . ", "") == "ChapterDesk"


def test_a_new_folder_does_not_replace_an_existing_one(tmp_path: Path) -> None:
    made = [new_folder(tmp_path, "Ana") for _ in range(3)]
    assert [one.name for one in made] == ["Ana", "Ana (2)", "Ana (3)"]
    (tmp_path / "file").touch()
    with pytest.raises(ChapterError, match="could not be written to"):
        new_folder(tmp_path / "file", "Ana")
