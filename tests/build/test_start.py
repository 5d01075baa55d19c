"""The program whose start is measured keeps nothing in the folders of the person who packages it."""

from pathlib import Path

import pytest
from platformdirs.windows import Windows

from build import start


def test_the_installer_asks_windows_for_no_personal_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [name for name in start.secluded(tmp_path) if name.startswith("WIN_PD_OVERRIDE_")]
    for name in told:
        monkeypatch.setenv(name, r"C:\elsewhere")  # what is no path of Windows is not taken
    places = Windows("ChapterDesk", appauthor=False)
    for place in (places.user_data_dir, places.user_config_dir, places.user_documents_dir):
        assert place.startswith(r"C:\elsewhere")
