"""A packaged program that fails its self-test, or says anything besides, is not packed."""

import json
import sys
from pathlib import Path

import pytest
from build.commands import BuildError
from build.self_tests import self_test

from build import product
from tests.build.bundles import put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a script here")
GOOD = {"ok": True, "checks": [{"name": "fonts", "ok": True, "seconds": 0.1, "detail": ""}]}
BAD = GOOD | {"ok": False, "checks": [{"name": "fonts", "ok": False, "seconds": 0.1, "error": "no Noto Sans"}]}


def program(folder: Path, script: str) -> Path:
    put(folder / product.CONSOLE_PROGRAM, f"#!/bin/sh\n{script}\n").chmod(0o755)
    return folder


def test_a_program_that_passes_tells_its_versions(tmp_path: Path) -> None:
    assert self_test(program(tmp_path, f"echo '{json.dumps(GOOD)}'"), "the bundle") == GOOD


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (f"echo '{json.dumps(BAD)}'; exit 1", "fonts: no Noto Sans"),
        (f"echo '{json.dumps(BAD)}'", "fonts: no Noto Sans"),
        (f"echo '{json.dumps(GOOD)}'; exit 1", r"failed \(1\)"),
        (f"echo '{json.dumps(GOOD)}'; echo 'qt.warning' >&2", "not silent:\nqt.warning"),
        ("echo 'no such thing' >&2; exit 127", "told nothing. no such thing"),
    ],
)
def test_anything_odd_stops_packaging(tmp_path: Path, script: str, told: str) -> None:
    with pytest.raises(BuildError, match=told):
        self_test(program(tmp_path, script), "the bundle")


def test_the_self_test_runs_in_a_private_home_without_our_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "lent")
    monkeypatch.setenv("QT_PLUGIN_PATH", "lent")
    report = json.dumps(GOOD | {"home": "$HOME", "lent": "$PYTHONPATH$QT_PLUGIN_PATH"}).replace('"', '\\"')
    versions = self_test(program(tmp_path, f'echo "{report}"'), "the bundle")
    assert versions["lent"] == ""
    assert versions["home"] != str(Path.home())
    assert not Path(versions["home"]).exists()
