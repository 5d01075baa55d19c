"""Moving the program to another folder, and removing it: only foreign files are left."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from build.commands import BuildError

from build.windows import installer
from tests.build.tools import needs
from tests.build.windows.conftest import NEW, OLD
from tests.build.windows.wine import Windows, native, tree

pytestmark = [needs("makensis", "wine", "wineserver"), pytest.mark.xdist_group("wine")]

Installers = Callable[[str], Path]

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\ChapterDesk"
FILE_CLASS = r"Software\Classes\.chapterdesk"


def with_data(windows: Windows) -> None:
    """Simulate a used program: its own data, and files of the user."""
    made = ("settings.ini", "erased.json", "chapterdesk.log", "chapterdesk.log.1", "mine.chapterdesk", "running/0.lock")
    for name in (*made, "backups/ribera/one.chapterdesk", "resting/a.json", "demo/demo.chapterdesk"):
        file = windows.data / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    (windows.place / "mi grupo.chapterdesk").write_text("mine")
    (windows.place / "_internal/dentro.chapterdesk").write_text("mine")
    (windows.place / "_internal/dentro.chapterdesk-wal").write_text("the last of it")


def test_removing_keeps_data_and_files(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S /DESKTOP") == 0
    with_data(windows)
    data = tree(windows.data)
    windows.uninstall()
    left = {"dentro.chapterdesk": b"mine", "dentro.chapterdesk-wal": b"the last of it"}
    assert tree(windows.place) == {"mi grupo.chapterdesk": b"mine"} | left
    assert tree(windows.data) == data
    assert windows.registry() == {}
    assert not windows.shortcut.exists()
    assert not windows.desktop.exists()


def test_removing_with_data_keeps_desk_files_and_the_erasure_ledger(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    with_data(windows)
    windows.uninstall("/S /REMOVEDATA")
    assert set(tree(windows.data)) == {"mine.chapterdesk", "erased.json"}
    assert set(tree(windows.place)) == {"mi grupo.chapterdesk", "dentro.chapterdesk", "dentro.chapterdesk-wal"}


def test_nothing_is_left_of_a_program_that_was_never_used(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    windows.data.mkdir()
    windows.uninstall("/S /REMOVEDATA")
    assert not windows.place.exists()
    assert not windows.data.exists()
    assert windows.registry() == {}


def test_removing_asks_the_program_to_close(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    windows.begin(windows.place / "ChapterDesk.exe", "--run")
    windows.uninstall()
    assert windows.calls() == ["1 --run", "1 --close"]
    assert not windows.place.exists()


def test_installing_into_another_folder_moves_the_program(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    (windows.place / "mi grupo.chapterdesk").write_text("mine")
    place = windows.user / "Mis programas ñ" / "Capítulo Desk"
    assert windows.run(installers(NEW), f"/S /D={native(place)}") == 0
    assert {one.name for one in place.iterdir()} == {
        "ChapterDesk.exe",
        "chapterdesk-cli.exe",
        "_internal",
        "Uninstall.exe",
    }
    assert tree(windows.place) == {"mi grupo.chapterdesk": b"mine"}
    known = windows.registry()
    assert known[r"Software\Classes\ChapterDesk.DeskFile\shell\open\command"] == {
        "": rf'"{native(place)}\ChapterDesk.exe" "%1"'
    }
    windows.open(windows.place / "mi grupo.chapterdesk", bundles[OLD] / "ChapterDesk.exe")
    assert windows.calls() == [rf"1 {native(windows.place)}\mi grupo.chapterdesk"]
    assert windows.run(installers(NEW), "/S") == 0  # found where it is
    assert tree(windows.place) == {"mi grupo.chapterdesk": b"mine"}
    windows.uninstall(place=place)
    assert not place.exists()
    assert windows.registry() == {}
    shutil.rmtree(place.parent)


def test_another_spelling_of_the_folder_is_the_same_folder(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    other_name = "Z:" + str(windows.place).replace("/", "\\")
    assert windows.run(installers(NEW), f"/S /D={other_name}") == 0
    assert tree(bundles[NEW]).items() <= tree(windows.place).items()
    assert windows.registry()[UNINSTALL]["InstallLocation"] == native(windows.place)
    assert windows.run(windows.place / "Uninstall.exe", f"/S _?={other_name}") == 0
    assert windows.registry() == {}


def test_a_file_type_taken_over_by_another_program_stays_with_it(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    windows.write(FILE_CLASS, "", "Other.File")
    windows.uninstall()
    assert windows.registry() == {
        FILE_CLASS: {"": "Other.File", "Content Type": "application/vnd.chapterdesk"},
    }


def test_a_file_class_of_another_copy_stays_with_it(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    command = r"Software\Classes\ChapterDesk.DeskFile\shell\open\command"
    windows.write(command, "", "another copy")
    windows.uninstall()
    known = windows.registry()
    assert known[command] == {"": "another copy"}
    assert known[FILE_CLASS][""] == "ChapterDesk.DeskFile"


def test_an_installation_for_a_test_is_removed_afterwards(
    windows: Windows, installers: Installers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in windows.environment.items():
        monkeypatch.setenv(name, value)
    place = tmp_path / "un sitio ñ"
    with installer.installed(installers(NEW), place) as programs:
        assert (programs / "ChapterDesk.exe").exists()
        assert windows.registry() != {}
    assert not place.exists()
    assert windows.registry() == {}


def test_an_existing_installation_is_not_replaced_for_a_trial(
    windows: Windows, installers: Installers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in windows.environment.items():
        monkeypatch.setenv(name, value)
    assert windows.run(installers(OLD), "/S") == 0
    before = tree(windows.place)
    with pytest.raises(BuildError, match="remove it first"), installer.installed(installers(NEW), tmp_path / "trial"):
        pass
    assert tree(windows.place) == before
