"""The folder of the backups, and the folders that were chosen earlier."""

from pathlib import Path

import pytest

from chapterdesk import paths
from chapterdesk.ui.session.backup_place import BackupPlace
from chapterdesk.ui.session.settings import SettingsFile


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def place(settings_file: Path) -> BackupPlace:
    return BackupPlace(SettingsFile(settings_file))


def test_a_folder_chosen_earlier_is_still_searched(settings_file: Path, tmp_path: Path) -> None:
    stick, cloud = tmp_path / "stick", tmp_path / "cloud"
    for folder in (stick, cloud):
        folder.mkdir()
        place(settings_file).choose(folder)
    assert place(settings_file).folders() == [cloud, paths.backup_folder(), stick]
    place(settings_file).choose(None)
    assert place(settings_file).folders() == [paths.backup_folder(), cloud, stick]
    place(settings_file).choose(stick)
    assert place(settings_file).folders() == [stick, paths.backup_folder(), cloud]


def test_an_unreachable_folder_is_named_and_not_searched(settings_file: Path, tmp_path: Path) -> None:
    stick, cloud = tmp_path / "stick", tmp_path / "cloud"
    for folder in (stick, cloud):
        folder.mkdir()
        place(settings_file).choose(folder)
    assert place(settings_file).out_of_reach() == ""
    stick.rmdir()
    assert place(settings_file).out_of_reach() == str(stick)
    assert place(settings_file).folders() == [cloud, paths.backup_folder()]
    cloud.rmdir()
    assert place(settings_file).out_of_reach() == f"{cloud}, {stick}"
    assert place(settings_file).folders() == [paths.backup_folder()]
