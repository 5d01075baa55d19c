"""The workflows of GitHub: the linters have nothing to say, each action is a commit, and what they run is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from build import product
from tests.build.tools import needs

FOLDER = product.ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
# jactionlint is actionlint as it is kept now: what actionlint itself comes in from a registry knows no runner of today.
ACTIONLINT = ["jactionlint", "--profile", "pedantic", "--strict-exit", "--no-online", "--no-hints", "--color=never"]
ZIZMOR = ["zizmor", "--offline", "--no-progress", "--persona", "auditor", "--color", "never"]
INJECTION = """\
name: greet
on: issues
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "${{ github.event.issue.title }}"
"""
SLIP = INJECTION.replace("${{ github.event.issue.title }}", "${{ github.event.isue.number }}") + "    need: nothing\n"
SHELL = INJECTION.replace('echo "${{ github.event.issue.title }}"', "rm $HOME/made")


def lint(command: list[str], *files: Path) -> tuple[int, str]:
    program = str(shutil.which(command[0]))
    done = subprocess.run(
        [program, *command[1:], *map(str, files)], capture_output=True, text=True, cwd=product.ROOT, check=False
    )
    return done.returncode, done.stdout + done.stderr


@needs("jactionlint", "shellcheck")
def test_actionlint_finds_nothing() -> None:
    """With the shell of each step by shellcheck."""
    assert lint(ACTIONLINT, *WORKFLOWS, FOLDER / "dependabot.yml") == (0, "")


@needs("zizmor")
def test_zizmor_finds_nothing() -> None:
    code, said = lint(ZIZMOR, FOLDER)
    assert code == 0, said
    assert "No findings to report" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [(INJECTION, "potentially untrusted"), (SLIP, "isue"), (SLIP, '"need"'), (SHELL, "SC2086")],
    ids=["injection", "expression", "key", "shell"],
)
@needs("jactionlint", "shellcheck")
def test_actionlint_finds_an_error(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "wrong.yml"
    file.write_text(text)
    code, found = lint(ACTIONLINT, file)
    assert code == 1
    assert said in found


@needs("zizmor")
def test_zizmor_finds_an_error(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yml"
    file.write_text(INJECTION)
    code, found = lint(ZIZMOR, file)
    assert code != 0
    assert "template-injection" in found


def test_the_exceptions_of_the_linters_are_exactly_these() -> None:
    """One runner that goes away in April 2027, for the reason beside it."""
    ignored = [
        line.strip()
        for file in [*WORKFLOWS, FOLDER / "dependabot.yml"]
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"#.*(?:actionlint|zizmor|shellcheck).*(?:ignore|disable)", line)
    ]
    assert ignored == ["runner: ubuntu-22.04 # jactionlint ignore=deprecated-runner-label"]
    assert not list(FOLDER.glob("*actionlint*"))
    assert not list(FOLDER.glob("zizmor*"))


def test_every_action_is_a_commit_with_its_version_and_the_same_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for line in file.read_text("utf-8").splitlines():
            if "uses:" in line:
                found = re.search(r"uses: ([a-z-]+/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$", line)
                assert found, f"{file.name}: {line.strip()}"
                pins.setdefault(found[1], set()).add(found[2])
    assert len(pins) == 5
    assert {action: pin for action, pin in pins.items() if len(pin) > 1} == {}


def test_the_files_that_the_workflows_run_exist() -> None:
    for file in WORKFLOWS:
        scripts = re.findall(r"(?:python |run: )((?:build|\.ci)/\S+)", file.read_text("utf-8"))
        assert scripts, file.name
        assert [name for name in scripts if not (product.ROOT / name).is_file()] == []


def test_secrets_are_in_the_protected_environment_and_in_the_step_that_needs_them_alone() -> None:
    text = (FOLDER / "workflows" / "release.yml").read_text("utf-8")
    before, _, after = text.partition("\n  packages:\n")
    packages, _, draft = after.partition("\n  draft:\n")
    assert "environment: ${{ github.event_name == 'push' && 'signing' || 'unsigned' }}" in packages
    assert "secrets." not in before + draft
    for step in packages.split("      - "):
        if "secrets." in step:
            assert step.startswith("name: Packages ("), step
    assert "secrets." not in (FOLDER / "workflows" / "ci.yml").read_text("utf-8")


def test_the_variables_of_the_keys_are_those_that_the_scripts_read() -> None:
    text = (FOLDER / "workflows" / "release.yml").read_text("utf-8")
    given = set(re.findall(r"^ +(CHAPTERDESK_MAC_\w+):", text, re.MULTILINE))
    scripts = "".join((product.ROOT / "build" / "macos" / name).read_text() for name in ("sign.sh", "notarise.sh"))
    assert given
    assert given <= set(re.findall(r"\$\{(CHAPTERDESK_MAC_\w+)", scripts))
