"""Fixtures of the tests of the installer: a computer with Windows, icons, and installers of two versions."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from build import product
from build.windows import installer, signing
from tests.build.windows.wine import Windows, make_bundle

OLD, NEW = "0.9.1", "0.10.0"
"""Versions of the stand-ins; as texts they would sort the other way round."""
FILES = {
    OLD: {"base.zip": "old", "only in the old one.dll": "stale", "PySide6/viejo ñ.txt": "stale", "same.txt": "same"},
    NEW: {"base.zip": "new", "PySide6/plugins/nuevo ñ é.txt": "fresh", "same.txt": "same", "$weird`name.txt": "$x"},
}


@pytest.fixture(autouse=True)
def _unsigned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.VARIABLE, raising=False)


@pytest.fixture(scope="session")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Icons and pictures as build/icons.py makes them, of one colour."""
    folder = tmp_path_factory.mktemp("icons")
    for name in ("chapterdesk.ico", "document.ico"):
        Image.new("RGBA", (48, 48), "teal").save(folder / name, sizes=[(16, 16), (48, 48)])
    Image.new("RGB", (150, 57), "white").save(folder / "installer-header.bmp")
    Image.new("RGB", (164, 314), "teal").save(folder / "installer-side.bmp")
    return folder


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The stand-ins of both versions."""
    folder = tmp_path_factory.mktemp("bundles")
    return {version: make_bundle(folder / version, version, files) for version, files in FILES.items()}


@pytest.fixture(scope="session")
def installers(
    tmp_path_factory: pytest.TempPathFactory, bundles: dict[str, Path], icons: Path
) -> Callable[[str], Path]:
    """Compile the installer of a version, once."""
    out = tmp_path_factory.mktemp("installers")
    made: dict[str, Path] = {}

    def make(version: str) -> Path:
        if version not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(product, "version", lambda: version)
                made[version] = installer.make(bundles[version], icons, out)
        return made[version]

    return make


@pytest.fixture(scope="session")
def computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A computer with Windows 10; it takes some seconds to make."""
    made = Windows(tmp_path_factory.mktemp("windows"))
    yield made
    made.shut_down()


@pytest.fixture
def windows(computer: Windows) -> Iterator[Windows]:
    """The computer as it is before the first installation."""
    computer.clean()
    yield computer
    computer.end()
