"""Programs that a packaged ChapterDesk starts run with the libraries of the system."""

import os

import pytest
from build.start_program import give_back_libraries


@pytest.mark.parametrize("original", [None, "/opt/mine"])
def test_what_is_started_sees_the_libraries_of_the_system(
    monkeypatch: pytest.MonkeyPatch, original: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        monkeypatch.setenv(name, "/bundle/_internal/PySide6/Qt")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if original is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", original)
    give_back_libraries()
    assert os.environ.get("LD_LIBRARY_PATH") == original
    assert {"LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"}.isdisjoint(os.environ)
