"""A packaged ChapterDesk fits into the session that it is started in."""

import locale
import os
import sys
from collections.abc import Iterator

import pytest
from build.start_program import give_back_libraries, use_utf8


@pytest.mark.parametrize("original", [None, "/opt/mine"])
def test_other_programs_see_the_libraries_of_the_system(monkeypatch: pytest.MonkeyPatch, original: str | None) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle/_internal")
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        monkeypatch.setenv(name, "/bundle/_internal/PySide6/Qt")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if original is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", original)
    give_back_libraries()
    assert os.environ.get("LD_LIBRARY_PATH") == original
    assert {"LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"}.isdisjoint(os.environ)


@pytest.fixture
def own_locale() -> Iterator[None]:
    """The locale of the process as it was, afterwards."""
    before = locale.setlocale(locale.LC_CTYPE)
    yield
    locale.setlocale(locale.LC_CTYPE, before)


@pytest.mark.skipif(sys.platform != "linux", reason="sessions of Linux")
@pytest.mark.usefixtures("own_locale")
@pytest.mark.parametrize(
    ("session", "then"),
    [
        ({"LANG": "C.UTF-8"}, {"LANG": "C.UTF-8"}),
        ({"LANG": "C"}, {"LANG": "C", "LC_CTYPE": "C.UTF-8"}),
        ({}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8", "LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "qq_QQ.UTF-8"}, {"LANG": "qq_QQ.UTF-8", "LC_CTYPE": "C.UTF-8"}),
    ],
)
def test_text_is_utf8_and_the_language_stays_what_the_session_asks_for(
    monkeypatch: pytest.MonkeyPatch, session: dict[str, str], then: dict[str, str]
) -> None:
    names = ("LANG", "LC_CTYPE", "LC_ALL")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    for name, value in session.items():
        monkeypatch.setenv(name, value)
    use_utf8()
    assert {name: os.environ[name] for name in names if name in os.environ} == then
