"""File names made from what people type."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import ask_where, safe_name
from tests.nasty import NASTY


def test_a_name_says_what_it_is_whose_and_when() -> None:
    assert safe_name("Resumen", "Almadía", "2026") == "Resumen - Almadía - 2026"


@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_name_makes_a_file_that_can_be_written(text: str, tmp_path: Path) -> None:
    name = safe_name(text)
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(b"%PDF")
    assert file.parent == tmp_path
    assert list(tmp_path.iterdir()) == [file]
    assert not set(name) & set('<>:"/\\|?*\x00\u202e\n')


@pytest.mark.parametrize("text", ["CON", "nul", "com1.txt", "LPT9"])
def test_no_name_is_one_that_windows_keeps_for_itself(text: str) -> None:
    assert safe_name(text).casefold() != text.casefold()


def test_nothing_to_say_still_makes_a_name() -> None:
    assert safe_name(" . ", "") == "ChapterDesk"


def test_the_folder_is_remembered_and_a_forgotten_ending_is_put_behind(
    context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "hoja"), kinds.split(";;")[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    endings = [("pdf", "PDF"), ("csv", "CSV")]
    assert ask_where(owner, context, "Export", "Resumen", endings) == tmp_path / "hoja.csv"
    ask_where(owner, context, "Export", "Resumen", endings)
    assert asked[1] == str(tmp_path / "Resumen.pdf")
    for taken in ("hoja.csv", "hoja (2).csv"):
        (tmp_path / taken).touch()
    assert ask_where(owner, context, "Export", "Resumen", endings) == tmp_path / "hoja (3).csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    assert ask_where(owner, context, "Export", "Resumen", endings) is None
