"""The choice of files and folders."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from chapterdesk.ui.widgets.context import Context
from chapterdesk.ui.widgets.files import ask_path


def test_the_folder_is_remembered_and_a_missing_ending_is_added(
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
    assert ask_path(owner, context, "Export", "Resumen", endings) == tmp_path / "hoja.csv"
    ask_path(owner, context, "Export", "Resumen", endings)
    assert asked[1] == str(tmp_path / "Resumen.pdf")
    for taken in ("hoja.csv", "hoja (2).csv"):
        (tmp_path / taken).touch()
    assert ask_path(owner, context, "Export", "Resumen", endings) == tmp_path / "hoja (3).csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    assert ask_path(owner, context, "Export", "Resumen", endings) is None
