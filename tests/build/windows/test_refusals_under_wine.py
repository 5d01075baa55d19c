"""What the installer refuses, with an exit code and without changes; and what it repairs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build import product
from build.windows import installer
from tests.build.tools import needs
from tests.build.windows.conftest import NEW, OLD
from tests.build.windows.wine import Windows, native, tree

pytestmark = [needs("makensis", "wine", "wineserver"), pytest.mark.xdist_group("wine")]

Installers = Callable[[str], Path]


@pytest.fixture(scope="module")
def too_big(tmp_path_factory: pytest.TempPathFactory, bundles: dict[str, Path], icons: Path) -> Path:
    """The installer of the newer version, which asks for more room than any disk has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(product, "version", lambda: NEW)
        patch.setattr(installer, "SPARE_KB", 10**12)
        return installer.make(bundles[NEW], icons, tmp_path_factory.mktemp("too_big"))


def changed(windows: Windows) -> bool:
    return windows.place.exists() or windows.shortcut.exists() or windows.registry() != {}


def test_an_older_windows_is_refused(windows: Windows, installers: Installers) -> None:
    windows.become("win81")
    try:
        assert windows.run(installers(OLD), "/S") == 3
    finally:
        windows.become("win10")
    assert not changed(windows)


def test_a_full_disk_is_refused(windows: Windows, too_big: Path) -> None:
    assert windows.run(too_big, "/S") == 6
    assert not changed(windows)


@pytest.mark.parametrize("place", [r"{local}\a file\here", r"Q:\ChapterDesk", "."])
def test_an_impossible_folder_is_refused(windows: Windows, installers: Installers, place: str) -> None:
    in_the_way = windows.local / "a file"
    in_the_way.write_text("x")
    assert windows.run(installers(OLD), f"/S /D={place.format(local=native(windows.local))}") == 5
    assert not changed(windows)
    assert in_the_way.read_text() == "x"


def test_a_folder_in_which_nothing_can_be_written_is_refused(windows: Windows, installers: Installers) -> None:
    place = windows.local / "Read only"
    (place / ".chapterdesk-new.trial").mkdir(parents=True, exist_ok=True)  # the file that is tried cannot be made
    assert windows.run(installers(OLD), f"/S /D={native(place)}") == 5
    assert not changed(windows)


def test_the_folder_of_another_program_is_refused(windows: Windows, installers: Installers) -> None:
    other = windows.local / "Other program"
    (other / "_internal").mkdir(parents=True, exist_ok=True)
    (other / "_internal/base.zip").write_text("another")
    assert windows.run(installers(OLD), f"/S /D={native(other)}") == 5
    assert not changed(windows)
    assert tree(other) == {"_internal/base.zip": b"another"}


def test_a_program_with_a_missing_part_is_repaired(
    windows: Windows, installers: Installers, bundles: dict[str, Path]
) -> None:
    """A virus scanner may move away a single file of the program."""
    for place in (windows.place, windows.user / "Elsewhere"):
        assert windows.run(installers(OLD), f"/S /D={native(place)}") == 0
        (place / "ChapterDesk.exe").unlink()
        assert windows.run(installers(NEW), "/S") == 0
        assert tree(bundles[NEW]).items() <= tree(place).items()
        windows.uninstall(place=place)


def test_an_older_version_replaces_a_newer_one_only_on_request(windows: Windows, installers: Installers) -> None:
    assert windows.run(installers(NEW), "/S") == 0
    before = tree(windows.place)
    assert windows.run(installers(OLD), "/S") == 7
    assert tree(windows.place) == before
    assert windows.run(installers(OLD), "/S /DOWNGRADE") == 0
    assert windows.registry()[r"Software\ChapterDesk"]["Version"] == "0.9.1.0"
    assert (windows.place / "_internal/base.zip").read_text() == "old"
    assert windows.run(installers(OLD), "/S") == 0  # the same once more: it is repaired


@pytest.mark.parametrize("done", range(1, 7))
def test_an_interrupted_swap_is_repaired(
    windows: Windows, installers: Installers, too_big: Path, bundles: dict[str, Path], done: int
) -> None:
    """The computer was switched off after so many of the six steps: three parts out, three parts in."""
    assert windows.run(installers(OLD), "/S") == 0
    (windows.place / "grupo.chapterdesk").write_text("mine")
    (windows.place / "_internal/dentro.chapterdesk").write_text("mine too")
    uninstaller = (windows.place / "Uninstall.exe").read_bytes()
    document = (windows.place / "_internal/document.ico").read_bytes()
    new, old = windows.place / ".chapterdesk-new", windows.place / ".chapterdesk-old"
    shutil.copytree(bundles[NEW], new)
    old.mkdir()
    parts = ["ChapterDesk.exe", "chapterdesk-cli.exe", "_internal"]
    steps = [(windows.place / part, old / part) for part in parts]
    steps += [(new / part, windows.place / part) for part in parts]
    for source, goal in steps[:done]:
        source.rename(goal)
    assert windows.run(too_big, "/S") == 6  # it mends first, and then does nothing more
    found = tree(windows.place)
    assert found.pop("grupo.chapterdesk") == b"mine"
    assert found.pop("Uninstall.exe") == uninstaller
    assert found.pop("_internal/dentro.chapterdesk" if done < 6 else "dentro.chapterdesk") == b"mine too"
    if done < 6:
        assert found.pop("_internal/document.ico") == document
        found = {name: data for name, data in found.items() if not name.startswith(".chapterdesk-new")}
        assert found == tree(bundles[OLD])
    else:
        assert found == tree(bundles[NEW])
