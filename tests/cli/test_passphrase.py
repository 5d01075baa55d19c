"""chapterdesk passphrase."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from chapterdesk.cli.files import NEW_VARIABLE, VARIABLE
from chapterdesk.store.sqlite import cipher
from chapterdesk.store.sqlite.file import DeskFile

from .conftest import Run


@pytest.fixture(autouse=True)
def _no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NEW_VARIABLE, raising=False)


@pytest.fixture
def passphrase(command: Run, tmp_path: Path) -> Run:
    """Run the command with a folder of its own for the backups."""
    folder = tmp_path / "copias"
    folder.mkdir()
    return lambda *words: command("passphrase", *words, "--backups", folder)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is typed on the terminal; the questions are added to it as they are asked."""
    answers: list[str] = []

    def ask(prompt: str) -> str:
        assert "passphrase" in prompt
        return answers.pop(0)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", ask)
    yield answers
    assert answers == []


def test_the_passphrase_is_set_changed_and_removed_from_the_environment(
    desk: Path, passphrase: Run, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NEW_VARIABLE, "uno dos tres")
    done = passphrase(desk)
    assert (done.code, done.err) == (0, "")
    assert "1 backup " in done.out
    DeskFile.open(desk, "uno dos tres").close()
    monkeypatch.setenv(VARIABLE, "uno dos tres")
    monkeypatch.setenv(NEW_VARIABLE, "cuatro cinco")
    assert passphrase(desk).code == 0
    DeskFile.open(desk, "cuatro cinco").close()
    monkeypatch.setenv(VARIABLE, "cuatro cinco")
    done = passphrase(desk, "--remove", "--language", "es")
    assert done.code == 0
    assert "contraseña" in done.out
    assert not cipher.is_encrypted(desk)
    assert command("check", desk).code == 0


def test_the_passphrase_is_asked_for_on_a_terminal(desk: Path, passphrase: Run, typed: list[str]) -> None:
    typed += ["uno dos tres", "uno dos tres"]
    assert passphrase(desk).code == 0
    typed += ["uno dos tres", "cuatro", "cuatro"]
    assert passphrase(desk).code == 0
    DeskFile.open(desk, "cuatro").close()


@pytest.mark.parametrize(("answers", "word"), [(["uno", "dos"], "differ"), ([""], "empty")])
def test_an_empty_or_mistyped_new_passphrase_changes_nothing(
    desk: Path, passphrase: Run, typed: list[str], answers: list[str], word: str
) -> None:
    before = desk.read_bytes()
    typed += answers
    done = passphrase(desk)
    assert (done.code, word in done.err, "left as it is" in done.err) == (2, True, True)
    assert desk.read_bytes() == before


def test_a_wrong_passphrase_is_one_line_and_changes_nothing(
    desk: Path, passphrase: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NEW_VARIABLE, "uno dos tres")
    assert passphrase(desk).code == 0
    before = desk.read_bytes()
    monkeypatch.setenv(VARIABLE, "otra")
    done = passphrase(desk)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert desk.read_bytes() == before


def test_without_terminal_and_variable_the_error_names_the_variable(desk: Path, passphrase: Run) -> None:
    done = passphrase(desk)
    assert (done.code, NEW_VARIABLE in done.err) == (2, True)


def test_the_passphrase_is_never_an_argument(desk: Path, passphrase: Run) -> None:
    done = passphrase(desk, "uno dos tres")
    assert done.code == 2
    assert not cipher.is_encrypted(desk)


def test_a_file_open_in_a_window_is_not_changed(desk: Path, passphrase: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEW_VARIABLE, "uno dos tres")
    with DeskFile.open(desk):
        done = passphrase(desk)
    assert done.code == 2
    assert not cipher.is_encrypted(desk)
    assert [file.name for file in desk.parent.iterdir() if file.is_file()] == [desk.name]
    assert os.environ[NEW_VARIABLE] not in done.err
