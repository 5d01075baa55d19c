"""The locks: every library with its hash, for all systems, and nothing of the place where they were made."""

import re
import tomllib

import pytest
from build.commands import BuildError
from build.licences import normal

from build import environments, product

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; ([^\\]+))? \\$")
NAMES = ("shipped", "program", "tools")


def pinned(name: str) -> dict[str, str]:
    lines = environments.lock(name).read_text("utf-8").splitlines()
    return {normal(hit[1]): hit[2] for line in lines if (hit := PINNED.match(line))}


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_lock_is_a_version_with_its_hashes(name: str) -> None:
    lines = environments.lock(name).read_text("utf-8").splitlines()
    assert lines
    for before, line in zip([r"\ "[:1], *lines], lines, strict=False):
        hashed = re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)
        assert hashed or PINNED.match(line), line
        assert not hashed or before.endswith("\\")


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_names_no_host(name: str) -> None:
    text = environments.lock(name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text


def test_what_the_program_needs_is_locked_in_a_version_that_it_asks_for() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"]]
    for name in ("shipped", "program"):
        found = pinned(name)
        for requirement in wanted:
            assert requirement.specifier.contains(found[normal(requirement.name)]), requirement


def test_what_ships_is_the_same_in_both_locks() -> None:
    assert pinned("shipped").items() <= pinned("program").items()
    assert "pyinstaller" in pinned("program")
    assert "pyinstaller" not in pinned("shipped")


def test_an_unsuitable_python_is_refused_and_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sysconfig.get_config_var", {"Py_ENABLE_SHARED": 1}.get)
    environments.refuse_static_python()
    monkeypatch.setattr("sysconfig.get_config_var", lambda name: 0)
    with pytest.raises(BuildError, match="--enable-shared"):
        environments.refuse_static_python()
