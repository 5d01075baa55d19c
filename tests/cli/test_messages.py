"""The command line speaks the language of --language: help, refusals, questions and what the system says."""

import re
from pathlib import Path

import pytest

from chapterdesk.cli import COMMANDS, messages
from chapterdesk.cli.parser import overview
from chapterdesk.domain.system_reasons import SystemReason
from chapterdesk.i18n import Language
from chapterdesk.reports import reports

from .conftest import Run

HELP = [*COMMANDS, *(f"report {name}" for name in reports())]
ENGLISH = re.compile(
    "and|arguments?|backups|choice|choose|date|day|default|directory|expected|files?|following|for|give|in|invalid|is"
    "|kind|language|make|not|of|one|options|or|passphrase|people|required|show|stood|such|that|the|this|to|usage"
    "|weekday|where|with|write"
)


def english_words(text: str) -> list[str]:
    """The English words in a text; flags, names of commands, paths and words in capitals do not count."""
    prose = re.sub(r"chapterdesk \w+|^  passphrase FILE|\S*/\S*|\([a-z]+\)", "", text, flags=re.MULTILINE)
    return [word for word in re.findall(r"(?<![-\w.*])[a-záéíóúñ]+(?![-\w])", prose) if ENGLISH.fullmatch(word)]


def test_english_words_are_noticed() -> None:
    assert english_words("argumento --file: expected one argument") == ["expected", "one", "argument"]
    assert english_words("faltan los argumentos: --file (véase chapterdesk demo --help)") == []


def test_the_help_of_the_program_is_in_the_language_asked_for() -> None:
    spanish = overview(["--help", "--language", "es"]).format_help()
    assert spanish.startswith("uso: chapterdesk [-h]")
    assert english_words(spanish) == []
    assert overview([]).format_help().startswith("usage: chapterdesk [-h]")


@pytest.mark.parametrize("words", HELP)
def test_the_help_of_a_command_is_in_the_language_asked_for(command: Run, words: str) -> None:
    english = command(*words.split(), "--help")
    spanish = command(*words.split(), "--help", "--language", "es")
    assert (english.code, spanish.code) == (0, 0)
    assert len(english_words(english.out)) > 5
    assert english_words(spanish.out) == []
    assert spanish.out.startswith("uso: ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("new", "faltan los argumentos: FILE, --chapter (véase chapterdesk new --help)"),
        ("new a.chapterdesk --chapter A --weekday jueves", "argumento --weekday: «jueves» no es un día de la semana"),
        ("new a.chapterdesk --chapter A --currency euro", "argumento --currency: «euro» no es una moneda"),
        ("new a.chapterdesk --chapter A --kind gang", "argumento --kind: «gang» no es un tipo de grupo"),
        ("new a.chapterdesk --chapter A --encrypt=yes", "argumento --encrypt: no admite ningún valor: 'yes'"),
        ("new a.chapterdesk --chapter A --colour red", "argumentos desconocidos: --colour red"),
        ("import --file a --chapter A", "faltan los argumentos: PATH"),
        ("import a.xls --file a --chapter A --date 5/3/26", "argumento --date: «5/3/26» no es una fecha como 2026"),
        ("export cats", "argumento WHAT: valor no válido: 'cats' (elige entre "),
        ("report cats", "argumento NAME: valor no válido: 'cats' (elige entre "),
        ("report summary --chapter A --file", "argumento --file: falta su valor"),
        ("report slips --file a --chapter A --out a.pdf --from 2026-02-30 --to 2026-03-01", "«2026-02-30» no es una"),
        ("report summary --file a --chapter A --out a.pdf --paper a0", "argumento --paper: valor no válido: 'a0'"),
        ("check", "faltan los argumentos: FILE"),
        ("check none.chapterdesk", "none.chapterdesk no existe"),
        ("demo nowhere/a.chapterdesk", "la carpeta nowhere no existe"),
        ("passphrase a b", "argumentos desconocidos: b"),
        ("reports --json", "argumentos desconocidos: --json"),
    ],
)
def test_a_refusal_is_one_line_in_the_language_asked_for(command: Run, words: str, message: str) -> None:
    name, *others = words.split()
    done = command(name, *others, "--language=es")
    assert done.code == 2
    assert message in done.err
    assert english_words(done.err) == []
    assert len(done.err.splitlines()) == 1


def test_what_the_system_says_is_translated(desk: Path, tmp_path: Path, command: Run) -> None:
    folder = tmp_path / "a.xls"
    folder.mkdir()
    done = command("import", folder, "--file", desk, "--chapter", "Ribera", "--language", "es")
    assert done.code == 2
    assert "a.xls: No se puede abrir el archivo: Es una carpeta" in done.err
    assert english_words(done.err) == []
    spanish = Language("es")
    assert all(spanish.show(reason) != reason for reason in SystemReason)


def test_the_questions_on_a_terminal_are_in_the_language_asked_for(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "uno dos tres"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", answer)
    path = tmp_path / "mesa.chapterdesk"
    assert command("new", path, "--chapter", "Ribera", "--encrypt", "--language", "es").code == 0
    assert command("passphrase", path, "--language", "es").code == 0
    assert asked == [f"mesa.chapterdesk: {word}: " for word in ("contraseña",) * 3 + ("nueva contraseña",) * 2]


def test_a_message_of_argparse_that_is_not_known_is_shown_as_it_is() -> None:
    assert messages.translated("something new", Language("es")) == "something new"
