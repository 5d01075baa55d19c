"""What ships of the Linux that packages: known by its package, and with its licence."""

import sys
from pathlib import Path

import pytest
from build.commands import BuildError

from build.linux import system_libraries
from tests.build.bundles import linux_bundle, put

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries of Linux")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with a library of the system, one of a library of Python, and Python; of dpkg what it says is known."""
    made = linux_bundle(tmp_path / "bundle")
    for name in ("libkrb5.so.3", "libpython3.13.so.1.0", "libsomething.so.1"):
        put(made / "_internal" / name)
    (made / "_internal" / "libxcb-9065bb12.so.1.1.0").symlink_to("libsomething.so.1")
    said = {"*/libkrb5.so.3": "libkrb5-3:amd64: /usr/lib/x86_64-linux-gnu/libkrb5.so.3\n", "libkrb5-3": "1.20.1-2\n"}
    monkeypatch.setattr(system_libraries, "run", lambda command, _remedy: said[command[-1]])
    monkeypatch.setattr(system_libraries, "DOCUMENTS", tmp_path / "doc")
    return made


def test_the_package_of_each_library_is_known(bundle: Path) -> None:
    assert system_libraries.packages(bundle) == {"libkrb5-3": "1.20.1-2"}


def test_its_licence_is_added_to_the_others(bundle: Path, tmp_path: Path) -> None:
    put(tmp_path / "doc" / "libkrb5-3" / "copyright", "Take it.\n")
    file = put(tmp_path / "third-party.txt", "Alembic\n")
    system_libraries.add_licences(bundle, file)
    text = file.read_text("utf-8")
    assert text.startswith("Alembic\n")
    assert "libkrb5-3 1.20.1-2" in text
    assert text.endswith("Take it.\n")


def test_a_library_without_a_licence_stops_packaging(bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="copyright is missing"):
        system_libraries.add_licences(bundle, put(tmp_path / "third-party.txt"))
