"""The installer on a Windows (Wine): what is on the disk and in the registry after each step of a program's life."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build import product
from tests.build.tools import needs
from tests.build.windows.conftest import NEW, OLD
from tests.build.windows.wine import Windows, native, tree

pytestmark = [needs("makensis", "wine", "wineserver"), pytest.mark.xdist_group("wine")]

Installers = Callable[[str], Path]
PARTS = {"ChapterDesk.exe", "chapterdesk-cli.exe", "Uninstall.exe", "_internal"}
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\ChapterDesk"
COMMAND = r"Software\Classes\ChapterDesk.DeskFile\shell\open\command"
DESK = b"SQLite format 3\0 what a director wrote"


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} if folder.is_dir() else set()


def is_whole(place: Path, version: str, bundles: dict[str, Path]) -> bool:
    """Tell whether exactly the program of a version is in a folder, beside what is not the program's."""
    found = {name: data for name, data in tree(place).items() if name.split("/")[0] in PARTS - {"Uninstall.exe"}}
    found.pop("_internal/document.ico")
    return found == tree(bundles[version]) and (place / "Uninstall.exe").exists()


def test_a_silent_installation_puts_everything_in_its_place(
    windows: Windows, installers: Installers, bundles: dict[str, Path], icons: Path
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    assert names(windows.place) == PARTS
    assert is_whole(windows.place, OLD, bundles)
    assert (windows.place / "_internal/document.ico").read_bytes() == (icons / "document.ico").read_bytes()
    assert windows.shortcut.exists()
    assert not windows.desktop.exists()
    assert not windows.data.exists()
    place, program = native(windows.place), native(windows.place / "ChapterDesk.exe")
    size = sum(-(-file.stat().st_size // 4096) * 4 for file in windows.place.rglob("*") if file.is_file())
    size -= -(-(windows.place / "Uninstall.exe").stat().st_size // 4096) * 4
    assert windows.registry() == {
        r"Software\ChapterDesk": {"InstallerLanguage": "en", "Version": "0.9.1.0"},
        r"Software\Classes\.chapterdesk": {
            "": "ChapterDesk.DeskFile",
            "Content Type": "application/vnd.chapterdesk",
        },
        r"Software\Classes\.chapterdesk\OpenWithProgids": {"ChapterDesk.DeskFile": ""},
        r"Software\Classes\Applications\ChapterDesk.exe": {"FriendlyAppName": "ChapterDesk"},
        r"Software\Classes\Applications\ChapterDesk.exe\SupportedTypes": {".chapterdesk": ""},
        r"Software\Classes\Applications\ChapterDesk.exe\shell": {},
        r"Software\Classes\Applications\ChapterDesk.exe\shell\open": {},
        r"Software\Classes\Applications\ChapterDesk.exe\shell\open\command": {"": f'"{program}" "%1"'},
        r"Software\Classes\ChapterDesk.DeskFile": {
            "": "ChapterDesk file",
            "AppUserModelID": product.IDENTIFIER,
        },
        r"Software\Classes\ChapterDesk.DeskFile\DefaultIcon": {"": rf"{place}\_internal\document.ico,0"},
        r"Software\Classes\ChapterDesk.DeskFile\shell": {},
        r"Software\Classes\ChapterDesk.DeskFile\shell\open": {},
        COMMAND: {"": f'"{program}" "%1"'},
        r"Software\Microsoft\Windows\CurrentVersion\App Paths\ChapterDesk.exe": {"": program},
        UNINSTALL: {
            "DisplayIcon": f"{program},0",
            "DisplayName": "ChapterDesk",
            "DisplayVersion": OLD,
            "EstimatedSize": f"dword:{size:08x}",
            "InstallLocation": place,
            "NoModify": "dword:00000001",
            "NoRepair": "dword:00000001",
            "Publisher": product.PUBLISHER,
            "QuietUninstallString": rf'"{place}\Uninstall.exe" /S',
            "UninstallString": rf'"{place}\Uninstall.exe"',
        },
    }


def test_a_double_click_hands_over_the_path_whole(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    for name in ("grupo.chapterdesk", "Mis datos ñ/Capítulo de la Ribera & cía. 50%.chapterdesk"):
        desk = windows.user / name
        desk.parent.mkdir(exist_ok=True)
        desk.write_bytes(DESK)
        windows.open(desk, bundles[OLD] / "ChapterDesk.exe")
        assert windows.calls() == [f"1 {native(desk)}"]
        desk.unlink()


def test_an_update_asks_the_program_to_close_replaces_it_whole_and_touches_nothing_else(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S /LANGUAGE=es /DESKTOP") == 0
    for file in (windows.place / "mi grupo.chapterdesk", windows.place / "notas/nota ñ.txt"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(DESK)
    (windows.place / "_internal" / "dentro.chapterdesk").write_bytes(DESK + b"!")
    for name in ("settings.ini", "erased.json", "backups/ribera/one.chapterdesk", "chapterdesk.log"):
        (windows.data / name).parent.mkdir(parents=True, exist_ok=True)
        (windows.data / name).write_bytes(name.encode())
    data = tree(windows.data)
    windows.begin(windows.place / "ChapterDesk.exe", "--run")
    assert windows.run(installers(NEW), "/S") == 0
    assert windows.calls() == ["1 --run", "1 --close"]
    assert is_whole(windows.place, NEW, bundles)
    assert names(windows.place) == PARTS | {"mi grupo.chapterdesk", "notas", "dentro.chapterdesk"}
    assert (windows.place / "mi grupo.chapterdesk").read_bytes() == DESK
    assert (windows.place / "dentro.chapterdesk").read_bytes() == DESK + b"!"
    assert (windows.place / "notas/nota ñ.txt").read_bytes() == DESK
    assert tree(windows.data) == data
    known = windows.registry()
    assert known[UNINSTALL]["DisplayVersion"] == NEW
    assert known[r"Software\ChapterDesk"] == {"InstallerLanguage": "es", "Version": "0.10.0.0"}
    assert known[r"Software\Classes\ChapterDesk.DeskFile"][""] == "Archivo de ChapterDesk"
    assert windows.shortcut.exists()
    assert windows.desktop.exists()


def test_a_program_that_is_not_open_is_not_started_to_be_closed(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    assert windows.run(installers(NEW), "/S") == 0
    windows.uninstall()
    assert windows.calls() == []


def test_a_program_that_stays_open_is_not_replaced(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    before, registry = tree(windows.place), windows.registry()
    (windows.notes / "stays").touch()
    windows.begin(windows.place / "chapterdesk-cli.exe", "--run")
    assert windows.run(installers(NEW), "/S") == 4
    assert windows.calls() == ["1 --run", "1 --close"]
    assert tree(windows.place) == before
    assert windows.run(windows.place / "Uninstall.exe", f"/S _?={native(windows.place)}") == 4
    assert tree(windows.place) == before
    assert windows.registry() == registry
    assert windows.shortcut.exists()


def test_a_library_in_use_counts_as_a_program_that_is_open(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    before = tree(windows.place)
    (windows.notes / "stays").touch()
    windows.begin(bundles[OLD] / "ChapterDesk.exe", "--read", native(windows.place / "_internal/PySide6/viejo ñ.txt"))
    assert windows.run(installers(NEW), "/S") == 4
    assert tree(windows.place) == before


def test_files_that_windows_keeps_open_are_restored(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    assert windows.run(installers(OLD), "/S") == 0
    before = tree(windows.place)
    held = windows.place / "chapterdesk-cli.exe"  # the second to be moved
    windows.begin(bundles[OLD] / "ChapterDesk.exe", "--hold", native(held))
    assert windows.run(installers(NEW), "/S") == 8
    assert tree(windows.place) == before
    assert names(windows.place) == PARTS
