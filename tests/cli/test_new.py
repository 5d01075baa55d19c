"""chapterdesk new."""

from pathlib import Path

import pytest

from chapterdesk.cli.files import VARIABLE
from chapterdesk.domain.groups import GroupKind
from chapterdesk.store.chapters import chapters
from chapterdesk.store.sqlite.file import DeskFile

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
        ("--weekday", "jueves", "give one of monday, tuesday"),
        ("--currency", "euro", "is not a currency; give the code of one: EUR, GBP, USD"),
        ("--currency", "zzz", "is not a currency; give the code of one: EUR, GBP, USD"),
        ("--kind", "gang", "give one of business, young-entrepreneurs, parents"),
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


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path, command: Run) -> None:
    done = command("new", tmp_path / "nada" / "x.chapterdesk", "--chapter", "Ribera")
    assert done.code == 2
    assert f"the folder {tmp_path / 'nada'} is not there" in done.err
    assert len(done.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "example"), [("otro.txt", "otro.chapterdesk"), ("otro", "otro.chapterdesk")])
def test_a_name_that_a_double_click_would_not_open_is_refused(
    tmp_path: Path, command: Run, name: str, example: str
) -> None:
    done = command("new", tmp_path / name, "--chapter", "Ribera")
    assert done.code == 2
    assert done.err.endswith(f"for example {example}\n")
    assert list(tmp_path.iterdir()) == []
    assert command("new", tmp_path / "OTRO.ChapterDesk", "--chapter", "Ribera").code == 0


def test_a_currency_that_the_window_does_not_offer_is_taken(tmp_path: Path, command: Run) -> None:
    path = tmp_path / "mesa.chapterdesk"
    assert command("new", path, "--chapter", "Ribera", "--currency", "pln").code == 0
    with DeskFile.open(path, read_only=True) as desk, desk.read() as session:
        assert chapters(session)[0].currency == "PLN"


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


def test_every_currency_of_the_window_is_known(command: Run) -> None:
    from chapterdesk.cli.commands.new import COMMON_CURRENCIES
    from chapterdesk.domain.countries import CURRENCIES as OFFERED
    from chapterdesk.domain.money import CURRENCIES

    assert COMMON_CURRENCIES.split(", ") == [code for code, _name in OFFERED]
    assert set(COMMON_CURRENCIES.split(", ")) <= CURRENCIES
