"""chapterdesk new."""

from pathlib import Path

import pytest

from chapterdesk.cli.files import VARIABLE
from chapterdesk.domain.groups import GroupKind
from chapterdesk.store.chapters import chapters
from chapterdesk.store.desk_file import DeskFile

from .conftest import Run


def test_new_makes_a_file_with_the_chapter_as_it_was_described(tmp_path: Path, command: Run) -> None:
    path = tmp_path / "mesa.chapterdesk"
    done = command(
        "new", path, "--chapter", "Asociación Ñ", "--kind", "young-entrepreneurs", "--language", "es",
        "--currency", "usd", "--weekday", "Thursday",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert "Asociación Ñ" in done.out
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        (row,) = chapters(session)
    assert (row.name, row.kind, row.language) == ("Asociación Ñ", GroupKind.YOUNG_ENTREPRENEURS, "es")
    assert (row.currency, row.weekday) == ("USD", 3)


def test_an_existing_file_is_never_overwritten(desk: Path, command: Run) -> None:
    before = desk.read_bytes()
    done = command("new", desk, "--chapter", "Otra")
    assert done.code == 2
    assert done.err == "chapterdesk: mesa.chapterdesk already exists; choose another name\n"
    assert desk.read_bytes() == before


@pytest.mark.parametrize(
    ("flag", "value", "reason"),
    [
        ("--weekday", "jueves", "not a weekday like thursday"),
        ("--currency", "euro", "not a currency like EUR"),
        ("--kind", "gang", "not a kind of group"),
        ("--language", "fr", "invalid choice"),
        ("--week", "thursday", "unrecognized arguments"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_no_file(
    tmp_path: Path, command: Run, flag: str, value: str, reason: str
) -> None:
    path = tmp_path / "mesa.chapterdesk"
    done = command("new", path, "--chapter", "Ribera", flag, value)
    assert done.code == 2
    assert reason in done.err
    assert len(done.err.splitlines()) == 1
    assert not path.exists()


def test_a_chapter_without_a_name_leaves_no_file(tmp_path: Path, command: Run) -> None:
    path = tmp_path / "mesa.chapterdesk"
    done = command("new", path, "--chapter", "  ", "--language", "es")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_file_opens_with_its_passphrase_only(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mesa.chapterdesk"
    monkeypatch.setenv(VARIABLE, "uno dos tres")
    assert command("new", path, "--chapter", "Ribera", "--encrypt").code == 0
    assert b"Ribera" not in path.read_bytes()
    assert command("check", path).code == 0
    monkeypatch.setenv(VARIABLE, "otra")
    wrong = command("check", path)
    assert (wrong.code, "Wrong passphrase" in wrong.err) == (2, True)
    monkeypatch.delenv(VARIABLE)
    without = command("check", path)
    assert without.code == 2
    assert VARIABLE in without.err


def test_a_passphrase_is_asked_for_twice_on_a_terminal(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mesa.chapterdesk"
    typed = iter(["uno", "dos", "", "uno", "uno", "uno"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    differ = command("new", path, "--chapter", "Ribera", "--encrypt")
    assert (differ.code, path.exists(), "differ" in differ.err) == (2, False, True)
    empty = command("new", path, "--chapter", "Ribera", "--encrypt")
    assert (empty.code, path.exists(), "empty" in empty.err) == (2, False, True)
    assert command("new", path, "--chapter", "Ribera", "--encrypt").code == 0
    assert command("check", path).code == 0


def test_an_encrypted_file_asks_for_its_passphrase_on_a_terminal(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mesa.chapterdesk"
    monkeypatch.setenv(VARIABLE, "uno")
    assert command("new", path, "--chapter", "Ribera", "--encrypt").code == 0
    monkeypatch.delenv(VARIABLE)
    typed = iter(["dos", "uno"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    assert command("check", path).code == 2
    assert command("check", path).code == 0
